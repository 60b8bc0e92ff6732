"""Pages by key: the address names the row at the edge, so that a link stays true while rows come and go."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
SIZE = 30


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in order, with the keys of the pages before and after."""

    rows: list[Row]
    next: int | None
    previous: int | None


def page(found: QuerySet[Row], order: tuple[str, ...], *, after: str = "", before: str = "") -> Page[Row]:
    """The rows after (or before) the one whose id is given, in an order that ends with the id; the first page when it names none.

    Each name of `order` may begin with "-"; none of the columns may be null.
    """
    backwards = not after and bool(before)
    key = before if backwards else after
    edge = found.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 18 else None
    backwards = backwards and edge is not None
    ways = [(name.removeprefix("-"), name.startswith("-") != backwards) for name in order]
    if edge is not None:
        found = found.filter(_beyond(edge, ways))
    rows = list(found.order_by(*(f"-{name}" if down else name for name, down in ways))[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    if backwards:
        rows.reverse()
    onward, back = (edge is not None, more) if backwards else (more, edge is not None)
    return Page(rows, rows[-1].pk if rows and onward else None, rows[0].pk if rows and back else None)


def _beyond(edge: Model, ways: list[tuple[str, bool]]) -> Q:
    """Rows that come after the edge: larger in the first column in which they differ (smaller where it runs down)."""
    found, same = Q(pk__in=[]), Q()
    for name, down in ways:
        value: Any = edge
        for part in name.split("__"):
            value = getattr(value, part)
        found |= same & Q(**{f"{name}__{'lt' if down else 'gt'}": value})
        same &= Q(**{name: value})
    return found
