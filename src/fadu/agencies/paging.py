"""Pages by key: the address names the row at the edge, so that a link stays true while rows come and go. The one pager of all rooms from here up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

SIZE = 50
LONGEST = 40
"""Signs of a key that an address may give."""
PEOPLE = ("organ__path", "id")
"""People come in order of organ."""
LATEST = ("-id",)
"""The latest first."""
BY_CODE = ("field", "code")
"""Entries of a published list; the address names the code."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in order, with the keys of the pages after and before as an address names them; "" where there is none."""

    rows: list[Row]
    next: str
    previous: str

    @property
    def people(self) -> list[Row]:
        """The rows, where they are people."""
        return self.rows


def page(found: QuerySet[Row], *, after: str = "", before: str = "", order: Sequence[str] = PEOPLE, key: str = "pk", size: int = 0) -> Page[Row]:
    """The rows after (or before) the one whose key is given; the first page when it names none.

    Args:
        found: the rows.
        after: key of the last row of the page before.
        before: key of the first row of the page after.
        order: columns that never hold null, of which the last tells any two rows apart; "-" before one turns it round.
        key: the column by which an address names a row; unique among the rows.
        size: rows of a page; `SIZE` unless told.
    """
    size, backwards = size or SIZE, not after and bool(before)
    edge = _edge(found, key, before if backwards else after, [name.removeprefix("-") for name in order])
    backwards = backwards and edge is not None
    turned = [_turned(name) for name in order] if backwards else list(order)
    if edge is not None:
        found = found.filter(_beyond(edge, turned))
    rows = list(found.order_by(*turned)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    onward, back = (True, more) if backwards else (more, edge is not None)
    return Page(rows, str(getattr(rows[-1], key)) if rows and onward else "", str(getattr(rows[0], key)) if rows and back else "")


def number(text: str) -> int | None:
    """The number that an address gives; None where it gives none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _edge(found: QuerySet[Row], key: str, text: str, names: Sequence[str]) -> tuple[Any, ...] | None:
    """The values of the columns at the edge. Where the key alone is the order, the row need not be there any more."""
    value = _read(found, key, text)
    if value is None:
        return None
    if len(names) == 1 and names[0] in {key, "id", "pk"}:
        return (value,)
    rows: Any = found.filter(**{key: value})  # which columns they are is told at run time
    edge: tuple[Any, ...] | None = rows.values_list(*names).first()
    return edge


def _read(found: QuerySet[Row], key: str, text: str) -> Any:
    column: Any = found.model._meta.pk if key == "pk" else found.model._meta.get_field(key)
    text = text[:LONGEST].replace("\0", "")
    if not text or column is None or not hasattr(column, "to_python"):
        return None
    if column.get_internal_type().endswith(("AutoField", "IntegerField")):
        return number(text)
    try:
        return column.to_python(text)
    except (ValidationError, ValueError):
        return None


def _turned(key: str) -> str:
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"


def _beyond(edge: Sequence[Any], order: Sequence[str]) -> Q:
    beyond, same = Q(), Q()
    for key, value in zip(order, edge, strict=True):
        name = key.removeprefix("-")
        beyond |= same & Q(**{f"{name}__{'lt' if key.startswith('-') else 'gt'}": value})
        same &= Q(**{name: value})
    return beyond
