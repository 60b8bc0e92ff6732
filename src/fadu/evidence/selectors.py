"""What may be seen of originals and readings, by whom."""

import uuid
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, may, reach, scope
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.evidence.models import Original, Reading, Upload


def originals(actor: Actor) -> QuerySet[Original]:
    """The originals that `actor` may see: those of the cases it sees, and of its organs those that no case has yet."""
    ours = _of_cases(actor, "evidence.see")
    if reach(actor, "evidence.see") is Scope.OWN_CASES and actor.organ_id is not None:
        ours |= Q(case__isnull=True, organ_id=actor.organ_id, by_officer=actor.officer_id)
    return Original.objects.filter(ours)


def readings(actor: Actor) -> QuerySet[Reading]:
    """The readings that `actor` may see."""
    return Reading.objects.filter(_of_cases(actor, "evidence.see"))


def handed_in(actor: Actor, ids: Sequence[uuid.UUID], use: str, case: Case | None) -> list[Original]:
    """The originals of these ids, in their order, that `actor` handed in itself for this use, and for this case or for none."""
    ours = Q(case=None) | Q(case=case) if case else Q(case=None)
    found = {row.pk: row for row in Original.objects.filter(ours, pk__in=ids, use=use, by_user=actor.user_id, by_user__isnull=False).select_related("leaf")}
    return [found[key] for key in ids if key in found]


def unfinished(actor: Actor, use: str, case: str) -> list[Upload]:
    """The actor's own uploads that wait for their next byte, for a use and a case."""
    if not may(actor, "evidence.add"):
        return []
    rows = Upload.objects.filter(by_user=actor.user_id, by_officer=actor.officer_id, original=None, offset__gt=0, expires_at__gt=now(), use=use)
    return list((rows.filter(case_id=case) if _is_uuid(case) else rows.filter(case=None)).order_by("begun_at")[:50])


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _of_cases(actor: Actor, action: str) -> Q:
    return scope(actor, action, organ="organ_id", handlers="case__handlers__officer_id")
