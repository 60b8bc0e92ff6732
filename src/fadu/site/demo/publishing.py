"""Some decisions of the demonstration county are shown to the public; the others wait in the queue, as on any morning."""

import uuid
from collections.abc import Sequence

from fadu.accounts.selectors import actor_for
from fadu.cases.errors import Refused
from fadu.cases.models import CaseRole, Function
from fadu.disclosure.models import Publication, State
from fadu.disclosure.services import release

LEFT = 2
"""Decisions of the cases that are shown first which are left waiting, for whoever tries it."""


OTHERS = ("inspection", "licence", "act", "measure", "enforcement", "requisition")
"""Of the other kinds of acts, those whose decisions are shown too, so that the portal has something of each."""


def fill(cases: Sequence[uuid.UUID], left: int = LEFT) -> int:
    """Release the decisions of these cases whose papers are made, all but the last; how many are public now."""
    rows = list(Publication.objects.filter(case__in=cases).order_by("decided_on", "id"))
    for row in rows[: len(rows) - left]:
        handler = (
            CaseRole.objects.filter(case=row.case_id, function=Function.HANDLE, officer__user__isnull=False)
            .select_related("officer__user")
            .order_by("id")
            .first()
        )
        if row.state != State.WAITING or handler is None or handler.officer.user is None:
            continue
        try:
            release(actor_for(handler.officer.user), row.pk)
        except Refused:  # its stage does not allow it any more, or the handler lost the credential: it stays in the queue
            continue
    return Publication.objects.filter(state=State.SHOWN).count()
