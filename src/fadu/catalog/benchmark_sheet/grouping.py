"""Rows of the worksheet as groups, one for each act: what a merged cell leaves blank is that of the row above."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from fadu.catalog.benchmark_sheet.columns import LABELS
from fadu.sheets.sheet import Fault, Row


@dataclass
class Line:
    """One tier: its line in the worksheet and its three cells."""

    line: int
    label: str
    condition: str
    standard: str


@dataclass
class Group:
    """One act with its tiers.

    Attributes:
        head: the cells of its first row.
        lines: its tiers.
        rows: the lines of the worksheet it takes up.
        faults: what was wrong with its rows so far.
    """

    head: dict[str, Any]
    line: int
    lines: list[Line] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, column: str, says: str) -> None:
        """Something is wrong with a cell."""
        self.faults.append(Fault(line, LABELS[column], says))


def grouped(rows: Sequence[Row]) -> list[Group]:
    """The groups in the order of the file, each with what is wrong with it."""
    groups: list[Group] = []
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        values = row.values
        now = groups[-1] if groups else None
        if now is None or _begins(values, now):
            now = Group(dict(values), row.line)
            groups.append(now)
            _check_head(now, seen)
        now.rows.add(row.line)
        if now.line != row.line and "act" not in values and values.get("serial", now.head.get("serial")) != now.head.get("serial"):
            now.fault(row.line, "act", "写了新的序号，没有写违法行为")
            continue
        _add(now, row)
    return groups


def _begins(values: dict[str, Any], now: Group) -> bool:
    act, bases = values.get("act"), values.get("bases")
    return act is not None and (act != now.head.get("act") or (bases is not None and bases != now.head.get("bases")))


def _check_head(group: Group, seen: dict[tuple[str, str], int]) -> None:
    head = group.head
    if "act" not in head:
        group.fault(group.line, "act", "请写明违法行为")
    if "bases" not in head:
        group.fault(group.line, "bases", "请写明处罚依据和法定罚款幅度")
    if "act" in head and "bases" in head:
        before = seen.setdefault((head["act"], head["bases"]), group.line)
        if before != group.line:
            group.fault(group.line, "act", f"与第 {before} 行的违法行为和依据相同；同一违法行为的各行请排在一起")


def _add(group: Group, row: Row) -> None:
    """A tier more; a row that says only a further condition of the tier above is joined to it."""
    label, condition, standard = (str(row.values.get(name, "")) for name in ("label", "condition", "standard"))
    last = group.lines[-1] if group.lines else None
    if last and not standard and (not label or label == last.label):
        if condition:
            last.condition = f"{last.condition}；{condition}" if last.condition else condition
        return
    if not label and not (last and standard and standard.lstrip().startswith(("+", "＋", "增加"))):
        group.fault(row.line, "label", "请写明裁量阶次")
    if not standard:
        group.fault(row.line, "standard", "请写明裁量标准；不处罚款的写“不予处罚”")
    group.lines.append(Line(row.line, label or (last.label if last else ""), condition, standard))
