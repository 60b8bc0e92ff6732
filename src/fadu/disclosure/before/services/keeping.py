"""Keeping up with what changes: all editions and lacks, some at a time, whenever a register was written or a day has passed."""

from collections import deque
from collections.abc import Iterator
from datetime import date
from time import monotonic
from typing import ClassVar

from django.db.models import Max, Sum
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Change, Organ
from fadu.catalog.models import Delegation, DiscretionTable, PowerItem, ServiceGuide
from fadu.disclosure.before.listing import Listing
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.lists.bodies import ENFORCES, standing_on
from fadu.disclosure.before.services.editions import keep
from fadu.disclosure.before.services.lacks import note

RECHECK = 20.0
"""Seconds between two looks whether anything was written."""
AT_ONCE = 1.0
"""Seconds of work before others have their turn."""

Due = tuple[Listing | None, int | None]
"""A list of an organ, or of all (None); no list: what the organ lacks."""


class _Kept:
    """What this process has seen, and what it still has to do."""

    mark: ClassVar[object] = None
    asked_at: ClassVar[float] = float("-inf")
    due: ClassVar[deque[Due]] = deque()


def mark(on: date) -> object:
    """Something that is another whenever a register was written: the services of all registers note each change. And the day, on which rows begin and end."""
    newest = [model.objects.aggregate(last=Max("pk"))["last"] for model in (Change, Delegation, PowerItem, ServiceGuide)]
    return (on, *newest, DiscretionTable.objects.aggregate(sum=Sum("revision"))["sum"])


def due(on: date) -> Iterator[Due]:
    """Every list of all organs, then organ by organ."""
    yield from ((listing, None) for listing in LISTS.values())
    for key in Organ.objects.filter(ENFORCES, standing_on(on)).order_by("path").values_list("pk", flat=True):
        yield from ((listing, key) for listing in LISTS.values() if listing.by_organ)
        yield None, key


def work_once(at_once: float = AT_ONCE) -> bool:
    """Do some of what is due; whether more is."""
    on, begun = timezone.localdate(), monotonic()
    if not _Kept.due:
        if begun - _Kept.asked_at < RECHECK:
            return False
        _Kept.asked_at, found = begun, mark(on)
        if found == _Kept.mark:
            return False
        _Kept.mark, _Kept.due = found, deque(due(on))
    while _Kept.due and monotonic() - begun < at_once:
        _do(*_Kept.due.popleft(), on)
    return bool(_Kept.due)


def keep_all(on: date | None = None) -> int:
    """Everything at once; how many editions were made."""
    day = on or timezone.localdate()
    return sum(_do(listing, key, day) for listing, key in due(day))


def forget() -> None:
    """Look again at the next occasion."""
    _Kept.mark, _Kept.asked_at, _Kept.due = None, float("-inf"), deque()


def _do(listing: Listing | None, key: int | None, on: date) -> int:
    organ = Organ.objects.select_related("parent").filter(pk=key).first() if key else None
    if key and organ is None:
        return 0
    if listing is not None:
        return keep(SYSTEM, listing, organ, on) is not None
    if organ is not None:
        note(SYSTEM, organ, on)
    return 0
