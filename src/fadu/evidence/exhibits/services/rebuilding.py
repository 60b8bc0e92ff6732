"""Exhibits, items and lots made anew from the record: what is kept of them is a copy."""

from django.db import transaction

from fadu.cases.models import Case
from fadu.evidence.exhibits.kinds import Finding
from fadu.evidence.exhibits.models import Exhibit, Item
from fadu.evidence.exhibits.services import booking, recording
from fadu.law import custody
from fadu.law.custody import Movement as Kind


@transaction.atomic
def rebuild(case: Case) -> int:
    """Fold every entry and movement of a case again; how many exhibits and items there are."""
    recording.locked(case.pk)
    exhibits, items = list(Exhibit.objects.filter(case=case)), list(Item.objects.filter(case=case))
    for exhibit in exhibits:
        exhibit.finding, exhibit.examined, exhibit.withdrawn = Finding.OPEN, {}, False
        for entry in exhibit.record.order_by("seq"):
            recording.follow(exhibit, entry)
        exhibit.save()
    for item in items:
        rows = list(item.movements.order_by("seq"))
        for row in rows:
            if row.kind == Kind.TAKE or (row.kind == Kind.CORRECT and "name" in row.data):
                booking.describe(item, row.data)
        book = custody.fold(booking.as_move(row) for row in rows)
        item.taken, item.moves = book.taken, book.last
        booking.follow(item, book)
        item.save()
    return len(exhibits) + len(items)
