"""What is read of the standing (主体资格) of organs."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.jurisdiction import standing
from fadu.agencies.kinds import Field, Level, OrganKind
from fadu.agencies.models import Organ, Standing

ENFORCING = Q(kind__in=[OrganKind.STATUTORY, OrganKind.AUTHORISED]) & ~(Q(field=Field.GOVERNMENT) & ~Q(level=Level.TOWNSHIP))
"""The organs that enforce in their own name: each needs a standing that is confirmed and announced. Entrusted bodies and
outposts act in another's name; a government above the township enforces through its departments."""


def announced_now(on: date | None = None) -> QuerySet[Standing]:
    """The standings in force and announced on a day, today unless told."""
    day = on or timezone.localdate()
    return Standing.objects.filter(_in_force(day), announced_on__lte=day)


def needs_standing(organ: Organ) -> bool:
    """Whether the organ enforces in its own name."""
    return organ.kind in {OrganKind.STATUTORY, OrganKind.AUTHORISED} and not (organ.field == Field.GOVERNMENT and organ.level != Level.TOWNSHIP)


def announced(organ: Organ, on: date) -> Standing | None:
    """The standing of the organ that is confirmed and announced on a day."""
    return announced_now(on).filter(organ=organ).first()


def unannounced(actor: Actor, on: date | None = None) -> QuerySet[Organ]:
    """The organs within reach that enforce in their own name without a standing confirmed and announced (JD-017-1)."""
    require(actor, "people.see")
    found = standing().filter(ENFORCING, scope(actor, "people.see", organ="pk"))
    return found.filter(~Exists(announced_now(on).filter(organ=OuterRef("pk")))).order_by("path").select_related("parent")


def standing_lost(organ: Organ, on: date) -> bool:
    """Whether the organ had a standing and has none on a day: what it does then has no 主体资格 (行政处罚法第三十八条第一款)."""
    rows = Standing.objects.filter(organ=organ, since__lte=on)
    return rows.exists() and not rows.filter(_in_force(on)).exists()


def history_of_standing(organ: Organ) -> list[Standing]:
    """Every standing the organ had, the latest first. For an organ already selected in scope."""
    return list(Standing.objects.filter(organ=organ))


def _in_force(day: date) -> Q:
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))
