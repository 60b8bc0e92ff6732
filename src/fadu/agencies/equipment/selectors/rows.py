"""Rows of the registers, within reach of who asks."""

from django.db.models import Prefetch, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.equipment.models import BudgetLine, Designation, Holding, Premises, PremisesLog, Regulation, Room, Standard, Thing, ThingInterval, Uniform

SEE = "equipment.see"


def things(actor: Actor) -> QuerySet[Thing]:
    """Things with their states and holders, the latest first."""
    require(actor, SEE)
    held = Holding.objects.select_related("officer").order_by("-since", "-pk")
    return (
        Thing.objects.filter(scope(actor, SEE))
        .select_related("organ", "line")
        .prefetch_related(Prefetch("states", ThingInterval.objects.order_by("-since", "-pk")), Prefetch("holdings", held), "calibrations")
    )


def holdings(actor: Actor) -> QuerySet[Holding]:
    """Who held what since when."""
    require(actor, SEE)
    return Holding.objects.filter(scope(actor, SEE)).select_related("thing", "officer", "organ")


def standards(actor: Actor) -> QuerySet[Standard]:
    """Standards of allotment."""
    require(actor, SEE)
    return Standard.objects.filter(scope(actor, SEE)).select_related("organ")


def designations(actor: Actor) -> QuerySet[Designation]:
    """What papers determine for organs."""
    require(actor, SEE)
    return Designation.objects.filter(scope(actor, SEE)).select_related("organ")


def budgets(actor: Actor) -> QuerySet[BudgetLine]:
    """Budget lines with what was bought of them."""
    require(actor, SEE)
    return BudgetLine.objects.filter(scope(actor, SEE)).select_related("organ").prefetch_related("things")


def uniforms(actor: Actor) -> QuerySet[Uniform]:
    """Uniforms by person."""
    require(actor, SEE)
    return Uniform.objects.filter(scope(actor, SEE)).select_related("organ", "officer")


def regulations(actor: Actor) -> QuerySet[Regulation]:
    """Rules and reports."""
    require(actor, SEE)
    return Regulation.objects.filter(scope(actor, SEE)).select_related("organ")


def premises(actor: Actor) -> QuerySet[Premises]:
    """Premises with rooms and notes."""
    require(actor, SEE)
    logs = PremisesLog.objects.select_related("room").order_by("-on", "-pk")
    return (
        Premises.objects.filter(scope(actor, SEE))
        .select_related("organ")
        .prefetch_related(Prefetch("rooms", Room.objects.order_by("pk")), Prefetch("logs", logs))
    )
