"""Rows of a register as a list: searched, narrowed, and paged by key, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from fadu.agencies.registers.register import Register

SIZE = 50
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with the keys of the pages after and before."""

    rows: list[Any]
    next: int | None
    previous: int | None


def narrowed(register: Register, found: QuerySet[Any], asked: Mapping[str, str]) -> QuerySet[Any]:
    """The rows that the address asks for; what it asks in a way that is not known is passed over."""
    word = asked.get("q", "").replace("\x00", "").strip()[:LONGEST]
    if word and register.search:
        sought = Q()
        for lookup in register.search:
            sought |= Q(**{f"{lookup}__icontains": word})
        found = found.filter(sought)
    for narrow in register.filters:
        chosen = asked.get(narrow.name, "")
        if chosen in {value for value, _ in narrow.choices}:
            found = found.filter(narrow.where(chosen))
    organ = key(asked.get("organ", ""))
    return found if organ is None else found.filter(**{register.organ: organ})


def page(found: QuerySet[Any], *, after: str = "", before: str = "") -> Listing:
    """The rows after (or before) the one whose key is given."""
    low, high = key(after), key(before)
    backwards = low is None and high is not None
    if low is not None:
        found = found.filter(pk__lt=low)
    elif high is not None:
        found = found.filter(pk__gt=high)
    rows = list(found.order_by("pk" if backwards else "-pk")[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    if backwards:
        rows.reverse()
    onward, back = (True, more) if backwards else (more, low is not None)
    return Listing(rows, rows[-1].pk if rows and onward else None, rows[0].pk if rows and back else None)


def key(text: str) -> int | None:
    """The number that an address gives; None where it gives none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None
