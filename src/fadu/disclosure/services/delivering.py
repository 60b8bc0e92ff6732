"""Handing the records to the credit platform: what is in order goes, once; what is not is told and waits."""

import hashlib

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.now import now
from fadu.disclosure import selectors
from fadu.disclosure.credit import Built, Form, build
from fadu.disclosure.credit.files import comma, excel
from fadu.disclosure.models import Delivery, Event, Kind, Publication, State

MOST = 2000
"""Rows of one file."""


def waiting(actor: Actor, form: Form) -> QuerySet[Publication]:
    """What is shown and whose last version has not gone yet."""
    require(actor, "credit.deliver")
    newer = Event.objects.filter(publication=OuterRef("pk"), kind__in=(Kind.RELEASE, Kind.CORRECT)).exclude(
        Exists(Delivery.objects.filter(event=OuterRef("pk")))
    )
    rows = Publication.objects.filter(selectors.within(actor, "credit.deliver"), Exists(newer), state=State.SHOWN, act=form.id)
    return rows.select_related("case__party", "organ").order_by("decided_on", "id")


@transaction.atomic
def deliver(actor: Actor, form: Form, how: str) -> tuple[bytes, int]:
    """The file of what waits and is in order, and how many rows; each is marked as delivered with the hash of the file."""
    require(actor, "credit.deliver")
    rows = [row for row in built(actor, form, lock=True) if not row.faults]
    data = comma(form, rows) if how == "csv" else excel(form, rows)
    sha256, at = hashlib.sha256(data).hexdigest(), now()
    Delivery.objects.bulk_create(
        Delivery(publication=row.publication, event=row.event, form=form.id, sha256=sha256, at=at, by_name=actor.name, by_user=actor.user_id) for row in rows
    )
    return data, len(rows)


def built(actor: Actor, form: Form, *, lock: bool = False) -> list[Built]:
    """The rows that wait, each with what is wrong with it."""
    found = waiting(actor, form)
    if lock:
        found = found.select_for_update(of=("self",))
    return build(form, found[:MOST])
