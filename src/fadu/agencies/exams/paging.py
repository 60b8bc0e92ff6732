"""Pages by key, the newest first: the address names the row at the edge, so that a link stays true while rows come and go."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

SIZE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Rows with the keys of the pages before and after."""

    rows: list[Any]
    next: int | None
    previous: int | None


def page(found: QuerySet[Any], *, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The rows after (or before) the one of that key; the first page where it is no key."""
    backwards = not after and bool(before)
    edge = _key(before if backwards else after)
    if edge is None:
        backwards = False
    else:
        found = found.filter(pk__gt=edge) if backwards else found.filter(pk__lt=edge)
    rows = list(found.order_by("pk" if backwards else "-pk")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    onward, back = (True, more) if backwards else (more, edge is not None)
    return Page(rows, rows[-1].pk if rows and onward else None, rows[0].pk if rows and back else None)


def _key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None
