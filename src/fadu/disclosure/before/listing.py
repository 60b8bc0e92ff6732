"""What a list of the 事前公开 is: one declaration makes its page, its worksheet, its PDF, its data and its editions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from fadu.agencies.models import Organ
from fadu.disclosure.before.content import Content, Row
from fadu.disclosure.masking import Known, mask
from fadu.law.statutes import Citation

JSON_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "code": {"type": "string", "minLength": 1},
    "int": {"type": ["integer", "null"], "minimum": 0},
    "bool": {"type": "boolean"},
    "date": {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "lines": {"type": "array", "items": {"type": "string"}},
}
"""The kinds of columns, as JSON Schema tells them."""


GENERAL = frozenset({"健康信息"})
"""What is no datum of a person where a rule speaks of everybody: 残疾人证 among the materials of a guide."""


@lru_cache(maxsize=4096)
def unveiled(text: str) -> str:
    """A text that people typed freely, without what has the shape of personal data; many rows say the same."""
    return "".join(piece.original if piece.why in GENERAL else piece.text for piece in mask(text, Known()).pieces)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; what is no column is never shown (an allow-list).

    Attributes:
        name: in the data.
        label: on pages and sheets.
        value: what of a row stands in it.
        kind: of `JSON_TYPES`.
        width: its share of a printed page and the page on the screen; 0 stands below the row, with its label.
        free: words that people typed freely: personal data are taken out of them as in any published text.
        help: what it means, in the schema.
    """

    name: str
    label: str
    value: Callable[[Any], Any]
    kind: str = "text"
    width: int = 0
    free: bool = False
    help: str = ""

    def of(self, row: Any) -> Any:
        """What stands in it, plain."""
        value = self.value(row)
        if self.kind == "date":
            return value.isoformat() if value else None
        if self.kind == "lines":
            return [self._clean(text) for text in value]
        if self.kind in {"text", "code"}:
            return self._clean(value or "")
        return value

    def _clean(self, value: Any) -> str:
        text = str(value).replace("\x00", "").strip()
        return unveiled(text) if self.free and text else text


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A choice by which a page is narrowed."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    where: Callable[[str], Q]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list.

    Attributes:
        id: of its addresses and editions.
        title, lead: 名称, and what it is.
        who: who must publish it.
        bases: the articles by which it is published.
        columns: what is told of a row; the first that is of kind code tells rows apart.
        see: what one must be allowed to do to read it: everybody may.
        found: the rows of an organ, or all, that hold on a day: a query, or rows in order.
        order: of a query, the last column telling any two rows apart.
        search: lookups in which a word is sought; of rows in order, the columns.
        finds: what may be sought, in words.
        narrowings: choices besides the organ.
        href: where a row is told whole; "" for nowhere.
        prepared: fetches for many rows at once what their columns ask for.
        fleeting: whether who is off the list is not to be shown any more, so that no rows of editions are kept.
        by_organ: whether it can be asked for by organ.
    """

    id: str
    title: str
    lead: str
    who: str
    bases: tuple[Citation, ...]
    columns: tuple[Column, ...]
    see: str
    found: Callable[[Organ | None, date], "QuerySet[Any] | Sequence[Any]"]
    order: tuple[str, ...] = ("id",)
    search: tuple[str, ...] = ()
    finds: str = ""
    narrowings: tuple[Narrowing, ...] = ()
    href: Callable[[Any], str] = lambda _row: ""
    prepared: Callable[[Sequence[Any]], Sequence[Any]] = lambda rows: rows
    fleeting: bool = False
    by_organ: bool = True

    @property
    def key(self) -> str:
        """The column that tells rows apart."""
        return next(column.name for column in self.columns if column.kind == "code")

    @property
    def main(self) -> tuple[Column, ...]:
        """The columns that stand beside each other."""
        return tuple(column for column in self.columns if column.width)

    @property
    def below(self) -> tuple[Column, ...]:
        """The columns that stand below a row."""
        return tuple(column for column in self.columns if not column.width)

    def row(self, found: Any) -> dict[str, Any]:
        """A row as it is told: its columns and nothing else."""
        return {column.name: column.of(found) for column in self.columns}

    def all(self, organ: Organ | None, on: date) -> Iterable[Any]:
        """Every row in order."""
        found = self.found(organ, on)
        return self.prepared(list(found.order_by(*self.order) if isinstance(found, QuerySet) else found))

    def content(self, organ: Organ | None, on: date) -> Content:
        """The whole list of an organ, or of all, on a day."""
        return Content(tuple(self.row(found) for found in self.all(organ, on)), self.key)

    def schema(self) -> dict[str, Any]:
        """What a row of the data is, as JSON Schema."""
        told = {
            column.name: {**JSON_TYPES[column.kind], "title": column.label, **({"description": column.help} if column.help else {})} for column in self.columns
        }
        return {"type": "object", "properties": told, "required": [column.name for column in self.columns], "additionalProperties": False}

    def words(self, row: Row, column: Column) -> str:
        """A cell as it is printed."""
        return printed(row[column.name])


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a list is looked at: whose, which words, which choices, from where."""

    organ: Organ | None = None
    words: str = ""
    picked: Mapping[str, str] | None = None
    after: str = ""
    before: str = ""


def printed(value: Any) -> str:
    """A value in words: 是, 2026-01-31, lines one below the other."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return "\n".join(value) if isinstance(value, list | tuple) else str(value)
