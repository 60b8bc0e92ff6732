"""What a sheet is: the columns of a list, who may bring it in, how its rows are written and read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fadu.accounts.actors import Actor
from fadu.law.forms import Field, Invalid

Clean = Mapping[str, Any]
Tick = Callable[[int], None]
"""Told how many rows are written so far."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell of a file.

    Attributes:
        row: the line of the worksheet, as the office's program numbers it (the head is line 1).
        column: the label of the column; "" where the row as a whole is wrong.
        says: what is wrong and what is expected, in Chinese.
    """

    row: int
    column: str
    says: str


class Faults(Exception):
    """A file that can't be taken in; nothing of it was."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} 处")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose cells were each found sound.

    Attributes:
        line: of the worksheet.
        values: clean values by field name (`law.forms.validate`); what was left empty is not among them.
        given: the fields for which the file has a column: what is empty in one that is there was meant to be empty, what
            has no column was not spoken of.
        reason: 事由 of the import, for the record of changes.
    """

    line: int
    values: dict[str, Any]
    given: frozenset[str] = frozenset()
    reason: str = "批量导入"

    def faults(self, wrong: Invalid, fields: Sequence[Field]) -> list[Fault]:
        """What a service refused of this row, told at its cells; what is of no column is told of the row."""
        labels = {field.name: field.label for field in fields}
        return [Fault(self.line, labels.get(name, ""), says) for name, says in wrong.errors.items()]


class Rows(list[Row]):
    """The sound rows of a file.

    Attributes:
        unsound: what could be read of the rows that are not sound, so that a row that names one of them isn't told to name
            nothing. While there are any, what is loaded is only tried: it is undone.
    """

    def __init__(self, rows: Iterable[Row] = (), unsound: Iterable[Row] = ()) -> None:
        super().__init__(rows)
        self.unsound = tuple(unsound)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an import did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list that goes in and out as a worksheet.

    Attributes:
        id: of the address (/sheets/officers/).
        title: 表名, also of the worksheet.
        fields: the columns as they stand for who asks; a column's head is the field's label. Choices are written by their
            labels, 是/否 for yes and no, several values with 、 between them.
        load_action: what one must be allowed to do to bring it in.
        see_action: what one must be allowed to do to take it out.
        load: writes all rows through the services of its room. It runs inside one transaction that is undone when it
            raises Faults; what a service refuses of a row (`Invalid`) becomes faults of that row, and all rows are tried so
            that all faults are told at once. The rows are `Rows`: where other rows of the file are not sound, what is
            loaded is tried and undone, for the same reason. It calls `tick` every few hundred rows.
        rows: what there is, within reach of who asks, as values by field name (export).
        guide: what to know before filling it in, line by line, printed on the template's second worksheet.
    """

    id: str
    title: str
    fields: Callable[[Actor], Sequence[Field]]
    load_action: str
    see_action: str
    load: Callable[[Actor, Sequence[Row], Tick], Loaded]
    rows: Callable[[Actor], Iterable[Clean]]
    guide: tuple[str, ...] = ()


_sheets: dict[str, Sheet] = {}


def register(sheet: Sheet) -> Sheet:
    """Make a sheet known; called by the app of its room when it is ready."""
    _sheets[sheet.id] = sheet
    return sheet


def sheets() -> list[Sheet]:
    """Every sheet, in the order in which the rooms told of them."""
    return list(_sheets.values())


def sheet(id_: str) -> Sheet | None:
    """The sheet of that id."""
    return _sheets.get(id_)
