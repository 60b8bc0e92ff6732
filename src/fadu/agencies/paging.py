"""Pages by key: the address names the row at the edge, so that a link stays true while rows come and go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

SIZE = 50
PEOPLE = ("organ__path", "id")
"""People come in order of organ."""
LATEST = ("-id",)
"""The latest first."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in order, with the keys of the pages before and after."""

    rows: list[Row]
    next: int | None
    previous: int | None

    @property
    def people(self) -> list[Row]:
        """The rows, where they are people."""
        return self.rows


def page(found: QuerySet[Row], *, after: str = "", before: str = "", order: Sequence[str] = PEOPLE) -> Page[Row]:
    """The rows after (or before) the one whose id is given; the first page when it names none.

    Args:
        found: the rows.
        after: id of the last row of the page before.
        before: id of the first row of the page after.
        order: columns that never hold null, of which the last tells any two rows apart; "-" before one turns it round.
    """
    backwards = not after and bool(before)
    edge = _edge(found, before if backwards else after)
    turned = [_turned(key) for key in order] if backwards and edge else list(order)
    if edge is None:
        backwards = False
    else:
        found = found.filter(_beyond(edge, turned))
    rows = list(found.order_by(*turned)[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    if backwards:
        rows.reverse()
    onward, back = (edge is not None, more) if backwards else (more, edge is not None)
    return Page(rows, rows[-1].pk if rows and onward else None, rows[0].pk if rows and back else None)


def _edge(found: QuerySet[Row], key: str) -> Row | None:
    return found.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 18 else None


def _turned(key: str) -> str:
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"


def _beyond(edge: Model, order: Sequence[str]) -> Q:
    beyond, same = Q(), Q()
    for key in order:
        name = key.removeprefix("-")
        value = _value(edge, name)
        beyond |= same & Q(**{f"{name}__{'lt' if key.startswith('-') else 'gt'}": value})
        same &= Q(**{name: value})
    return beyond


def _value(row: Any, path: str) -> Any:
    for part in path.split("__"):
        row = getattr(row, part)
    return row
