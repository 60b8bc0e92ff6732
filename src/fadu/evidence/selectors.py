"""What may be seen of originals and readings, by whom."""

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, reach, scope
from fadu.evidence.models import Original, Reading


def originals(actor: Actor) -> QuerySet[Original]:
    """The originals that `actor` may see: those of the cases it sees, and of its organs those that no case has yet."""
    ours = _of_cases(actor, "evidence.see")
    if reach(actor, "evidence.see") is Scope.OWN_CASES and actor.organ_id is not None:
        ours |= Q(case__isnull=True, organ_id=actor.organ_id, by_officer=actor.officer_id)
    return Original.objects.filter(ours)


def readings(actor: Actor) -> QuerySet[Reading]:
    """The readings that `actor` may see."""
    return Reading.objects.filter(_of_cases(actor, "evidence.see"))


def _of_cases(actor: Actor, action: str) -> Q:
    return scope(actor, action, organ="organ_id", handlers="case__handlers__officer_id")
