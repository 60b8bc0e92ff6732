"""What a register is: how its rows are found, listed, shown, and what may be done with one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.law.forms import Field


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: text, where it leads, and how it stands (ok, near, bad)."""

    text: str
    href: str = ""
    state: str = ""


Shown = Cell | str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its head, what it shows of a row; `number` for figures, set right."""

    label: str
    show: Callable[[Any], Shown]
    number: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice by which a list is narrowed; the choice becomes a condition on the rows."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    where: Callable[[str], Q]


@dataclass(frozen=True, slots=True)
class Part:
    """A table on the page of a row."""

    title: str
    heads: tuple[str, ...]
    rows: Iterable[Sequence[Shown]]
    empty: str = "还没有登记"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that may be done with a row, or with an organ (adding one).

    Attributes:
        name: of the address.
        label: on the button, a verb.
        fields: what is asked, for this row or organ.
        do: does it through a service and says in words what came of it.
        values: what stands in the form at first.
        offered: whether there is occasion for it.
        lead: what to know before.
        action: who may, where it is another permission than the register's.
    """

    name: str
    label: str
    fields: Callable[[Any], Sequence[Field]]
    do: Callable[[Actor, int, dict[str, Any]], str]
    values: Callable[[Any], Mapping[str, Any]] = lambda _row: {}
    offered: Callable[[Any], bool] = lambda _row: True
    lead: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register.

    Attributes:
        app: the namespace of its addresses.
        name: of its addresses: {app}:{name}, {name}_add, {name}_row, {name}_act.
        path: where the list is, without the first slash.
        title: 名称.
        lead: what it is for, in a sentence.
        see: what one must be allowed to do to read it.
        manage: what one must be allowed to do to change it.
        select: the rows within reach of who asks.
        heading: what a row is called on its own page.
        columns: of the list; the first leads to the row.
        search: lookups by which a word is sought; "" for none.
        finds: what may be sought, in words.
        filters: besides that of the organ.
        organ: lookup of a row's organ.
        known: what is known of a row, by label.
        parts: tables on its page.
        what: under which its changes are recorded.
        add: how a row is added to an organ.
        acts: what may be done with a row.
        sheet: the id of the sheet it goes in and out by.
        links: what else is shown of the subject: label and name of the address.
    """

    app: str
    name: str
    path: str
    title: str
    lead: str
    see: str
    manage: str
    select: Callable[[Actor], QuerySet[Any]]
    heading: Callable[[Any], str]
    columns: tuple[Column, ...]
    what: str
    search: tuple[str, ...] = ()
    finds: str = ""
    filters: tuple[Filter, ...] = ()
    organ: str = "organ_id"
    known: Callable[[Any], list[tuple[str, Shown]]] = lambda _row: []
    parts: Callable[[Any], list[Part]] = lambda _row: []
    add: Act | None = None
    acts: tuple[Act, ...] = field(default=())
    sheet: str = ""
    links: tuple[tuple[str, str], ...] = ()

    def organ_of(self, row: Any) -> int:
        """The organ a row belongs to."""
        value = row
        for name in self.organ.split("__"):
            value = getattr(value, name)
        return int(value)
