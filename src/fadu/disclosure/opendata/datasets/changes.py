"""变更: what became of records, in the order of the public log. Who has read up to an index asks for what came after it and misses nothing.

An index is given when its event stands in the database for good, so no later reader finds an earlier index; ids and times may overtake each other.
A change tells how the record stands now, not how it stood: what was withdrawn since is told as withdrawn.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from fadu.disclosure.models import TOLD, Event, Shown, State
from fadu.disclosure.opendata.datasets import records, withdrawn
from fadu.disclosure.opendata.datasets.columns import Row

PART = 1_000


def after(index: int, most: int = PART) -> tuple[list[Row], int | None]:
    """The changes after a place in the log, of so many events at most; and the place they reach to, None where there is no event after it."""
    found = Event.objects.filter(kind__in=TOLD, leaf__index__gt=index).order_by("leaf__index")
    events = [(place, at, key) for place, at, key in found.values_list("leaf__index", "at", "publication_id")[:most] if place is not None]
    last = {key: (place, at) for place, at, key in events}
    told = standing(list(last))
    changes: list[Row] = [
        {"log_index": place, "at": records.moment(at), "id": str(key), **told[key]}
        for key, (place, at) in sorted(last.items(), key=lambda pair: pair[1][0])
        if key in told
    ]
    return changes, events[-1][0] if events else None


def standing(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """What is to be done with a copy of each of these: put the record as it is shown now, or remove it."""
    shown = list(Shown.objects.filter(pk__in=keys, state=State.SHOWN).values(*records.READ))
    gone = list(Shown.objects.filter(pk__in=keys, state__in=withdrawn.GONE).values(*withdrawn.READ))
    told = {UUID(row["id"]): {"op": "put", "record": row} for row in records.rows_of(shown)}
    return told | {UUID(row["id"]): {"op": "remove", "withdrawn": row} for row in withdrawn.rows_of(gone)}


def before(moment: datetime) -> int:
    """The place in the log after which everything is that happened from a moment on."""
    first = UUID(int=int(moment.timestamp() * 1000) << 80)  # ids of events begin with their milliseconds
    found = Event.objects.filter(id__gte=first, leaf__index__isnull=False).order_by("leaf__index").values_list("leaf__index", flat=True).first()
    if found is None:
        last = Event.objects.filter(leaf__index__isnull=False).order_by("-leaf__index").values_list("leaf__index", flat=True).first()
        return -1 if last is None else last
    return found - 1


def since(moment: datetime) -> Iterator[list[Row]]:
    """Everything that changed since a moment."""
    place: int | None = before(moment)
    while place is not None:
        some, place = after(place)
        yield some
