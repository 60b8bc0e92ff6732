"""Ending publications whose term has run out: the worker does it day by day; what was withdrawn or falls is never touched."""

import uuid
from datetime import date

from django.db import transaction

from fadu.accounts.actors import SYSTEM, Actor
from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Kind, Publication, State
from fadu.disclosure.services.releasing import add, bury, locked, refuse
from fadu.law.statutes import SAMR_DISCLOSURE

MOST = 500
"""Publications ended in one go, each in a transaction of its own."""


@transaction.atomic
def end(actor: Actor, publication_id: uuid.UUID, today: date) -> Publication:
    """End a publication whose term has run out; its proof stays. Raises NotFound, NotAllowed, Refused before its last day."""
    row = locked(actor, "publication.end", publication_id, State.SHOWN)
    if row.ends_on is None or row.ends_on >= today:
        refuse("公示期还没有届满", SAMR_DISCLOSURE[13, 1], f"公示至 {row.ends_on or '决定失效'}")
    add(actor, row, Kind.END, public_reason="公示期届满")
    row.state, row.amend_since = State.ENDED, None
    row.save(update_fields=["state", "amend_since"])
    bury(row, f"{ACTS[row.act].label}（公示期已满）", {})
    return row


def end_due(today: date, *, most: int = MOST) -> int:
    """End what has run its term by yesterday, the oldest first; how many were."""
    rows = Publication.objects.filter(state=State.SHOWN, ends_on__lt=today, down_by__isnull=True).order_by("ends_on", "id").values_list("pk", flat=True)[:most]
    for key in list(rows):
        end(SYSTEM, key, today)
    return len(rows)
