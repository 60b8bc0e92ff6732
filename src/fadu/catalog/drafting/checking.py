"""What is unsound in a draft, at which line: the same check as for every table that is loaded (`law.discretion`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fadu.law import discretion
from fadu.law.discretion import Subject, Table, UnsoundTable
from fadu.law.discretion.parts import STATUTORY, Fault
from fadu.law.discretion.scale import Axis, axes

LINES = {"bands": "band", "tiers": "tier", "ratio": "tier", "formula": "factor"}
"""The table of lines in the form of each kind."""
SUBJECTS = {"unit": Subject.UNIT, "person": Subject.PERSON, "any": Subject.ANY}


@dataclass(frozen=True)
class Mark:
    """One fault and where it stands in the form.

    Attributes:
        says: what with what.
        table: the table of lines it is in: range, band, tier, factor.
        lines: which of them, from 0; none where it is the table as a whole.
    """

    says: str
    table: str
    lines: tuple[int, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells at which it is told."""
        label = "low" if self.table == "range" else "label"
        return tuple(f"{self.table}.{line}.{label}" for line in self.lines) or (self.table,)


@dataclass(frozen=True)
class Checked:
    """A draft as checked.

    Attributes:
        table: what it would decide with; None where it cannot be built at all.
        marks: its faults; none in one that can be published.
        axes: what covers what, to be drawn.
        wrong: why it cannot be built.
    """

    table: Table | None
    marks: tuple[Mark, ...] = ()
    axes: tuple[Axis, ...] = field(default=())
    wrong: str = ""

    @property
    def sound(self) -> bool:
        """Whether it can be published."""
        return self.table is not None and not self.marks

    @property
    def errors(self) -> dict[str, str]:
        """What is told at which cell of the form: a fault between two lines at the later."""
        told: dict[str, str] = {}
        for mark in self.marks:
            cell = mark.cells[-1]
            told[cell] = f"{told[cell]}；{mark.says}" if cell in told else mark.says
        return told


def check(row: Mapping[str, Any], day: date) -> Checked:
    """Check the data of a table (columns and body together); one without days is checked as of `day`."""
    try:
        table = discretion.table({**row, "from": row.get("from") or day}, draft=True)
    except UnsoundTable as fault:
        return Checked(None, wrong=str(fault))
    except (KeyError, TypeError, ValueError, ArithmeticError) as fault:
        return Checked(None, wrong=f"写法不对：{fault}")
    return Checked(table, tuple(_mark(row, fault) for fault in table.faults), axes(table))


def _mark(row: Mapping[str, Any], fault: Fault) -> Mark:
    if any(name.startswith(STATUTORY) for name in fault.names):
        numbers = sorted(int(found[1]) - 1 for name in fault.names if (found := re.fullmatch(rf"{STATUTORY}(\d+)", name)))
        return Mark(fault.says, "range", tuple(numbers))
    name = LINES[row["kind"]]
    return Mark(fault.says, name, tuple(_at(row, name, fault)))


def _at(row: Mapping[str, Any], name: str, fault: Fault) -> list[int]:
    if name == "factor":
        labels = [factor["label"] for factor in row["factor"] for _ in factor["options"]]
        return [labels.index(label) for label in fault.names if label in labels]
    found = [n for n, line in enumerate(row[name]) if line["label"] in fault.names]
    if fault.subject is None:
        return found
    return [n for n in found if SUBJECTS[row[name][n].get("subject", "any")] is fault.subject]
