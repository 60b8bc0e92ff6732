"""What is read of appraisal and care: who serves sees their own, heads and supervisors what lies below them."""

from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, reach, require, scope
from fadu.agencies.care.models import Agreement, Appraisal, Away, Commendation, Incident, Insurance, Matter, MatterStep, Offer, OrganAppraisal

SEE = "care.see"
Row = TypeVar("Row", bound=Model)


def _of_people(actor: Actor, kind: type[Row]) -> QuerySet[Row]:
    require(actor, SEE)
    rows: QuerySet[Row] = QuerySet(kind)
    return rows.filter(scope(actor, SEE)).select_related("organ", "officer")


def _of_organs(actor: Actor, kind: type[Row]) -> QuerySet[Row]:
    """Rows about an organ are nobody's own."""
    require(actor, SEE)
    rows: QuerySet[Row] = QuerySet(kind)
    return rows.none() if reach(actor, SEE) is Scope.SELF else rows.filter(scope(actor, SEE)).select_related("organ")


def appraisals(actor: Actor) -> QuerySet[Appraisal]:
    """Annual appraisals of people."""
    return _of_people(actor, Appraisal)


def organ_appraisals(actor: Actor) -> QuerySet[OrganAppraisal]:
    """Appraisals of organs."""
    return _of_organs(actor, OrganAppraisal)


def commendations(actor: Actor) -> QuerySet[Commendation]:
    """Commendations of people and organs."""
    return _of_people(actor, Commendation)


def matters(actor: Actor) -> QuerySet[Matter]:
    """Accountability and exemption, with every step."""
    return _of_people(actor, Matter).prefetch_related(Prefetch("steps", MatterStep.objects.order_by("on", "pk")))


def insurances(actor: Actor) -> QuerySet[Insurance]:
    """Insurance of people."""
    return _of_people(actor, Insurance)


def agreements(actor: Actor) -> QuerySet[Agreement]:
    """Agreements on counselling."""
    return _of_organs(actor, Agreement)


def incidents(actor: Actor) -> QuerySet[Incident]:
    """Grave events, and who was offered help after them."""
    return _of_organs(actor, Incident).prefetch_related(Prefetch("offers", Offer.objects.select_related("officer").order_by("offered_at")))


def aways(actor: Actor) -> QuerySet[Away]:
    """Who is away from the team."""
    return _of_people(actor, Away)
