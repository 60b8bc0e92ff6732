"""A kept table as it is drawn on a page, a worksheet and paper: every cell with its head and its words, and the comparison with the year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

NO_DUTY: Final = "无此职责"
"""What stands where an organ has no such duty: not 0, which says that it has and did nothing."""
TOTAL: Final = "total"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Attributes:
        id, label: of its column.
        value: a count, 分 or hundredths of a percent; None for no such duty.
        text: as it is printed.
        number: as a worksheet holds it; None for words.
        money: whether it is in 万元.
    """

    id: str
    label: str
    value: int | None
    text: str
    number: float | None
    money: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: an organ by name and number, or the sum."""

    name: str
    organ: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A column in the year and in the year before, drawn beside each other.

    Attributes:
        label: the column.
        now, before: the numbers.
        wide, wide_before: percent of the longest bar.
        change: in words.
    """

    label: str
    now: int
    before: int
    wide: str
    wide_before: str
    change: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A table."""

    id: str
    title: str
    note: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[Line, ...]
    sums: Line
    before: Line
    bars: tuple[Bar, ...]


def laid(table: dict[str, Any]) -> Laid:
    """A table as `services.annual.kept` keeps it; those kept by earlier versions too. The sum of acts stands before the money."""
    columns: list[dict[str, Any]] = list(table["columns"])
    at = next((place for place, column in enumerate(columns) if column["money"]), len(columns)) if table["total"] is not None else -1

    def line(name: str, organ: int | None, values: Sequence[int | None], total: int | None) -> Line:
        cells = [_cell(column, value) for column, value in zip(columns, values, strict=True)]
        if at >= 0:
            cells.insert(at, _cell({"id": TOTAL, "label": "合计（宗）", "money": False}, total))
        return Line(name, organ, tuple(cells))

    totals = set(table.get("totals", ()))
    before = sum(value for column, value in zip(columns, table["before"], strict=True) if column["id"] in totals)
    sums = line("合计", None, table["sums"], table["total"])
    last = line("上年", None, table["before"], before if totals else None)
    rows = tuple(line(row["organ"], row.get("id"), row["cells"], row["total"]) for row in table["rows"])
    heads = tuple((cell.id, cell.label) for cell in sums.cells)
    return Laid(table["id"], table["title"], table["note"], heads, rows, sums, last, _bars(columns, table["sums"], table["before"]))


def change(now: int, before: int) -> str:
    """How a number moved against the year before, in words."""
    if now == before:
        return "与上年持平"
    if not before:
        return "上年没有"
    moved = Decimal(abs(now - before) * 100) / Decimal(before)
    return f"比上年{'增加' if now > before else '减少'} {moved:.1f}%"


def wan(fen: int) -> str:
    """分 as 万元 with four decimals at most, at least two."""
    whole, _, rest = f"{Decimal(fen) / 1_000_000:,.4f}".partition(".")
    return f"{whole}.{rest.rstrip('0').ljust(2, '0')}"


def _cell(column: dict[str, Any], value: int | None) -> Cell:
    id_, label, money = str(column["id"]), str(column["label"]), bool(column["money"])
    if value is None:
        return Cell(id_, label, None, NO_DUTY, None, money)
    if money:
        return Cell(id_, label, value, wan(value), value / 1_000_000, money)
    if column.get("share"):
        return Cell(id_, label, value, f"{Decimal(value) / 100:.2f}", value / 100)
    return Cell(id_, label, value, f"{value:,}", value)


def _bars(columns: Sequence[dict[str, Any]], now: Sequence[int], before: Sequence[int]) -> tuple[Bar, ...]:
    told = [
        (str(column["label"]), one, other)
        for column, one, other in zip(columns, now, before, strict=True)
        if not column["money"] and not column.get("share") and (one or other)
    ]
    longest = max((max(one, other) for _, one, other in told), default=0) or 1
    return tuple(Bar(label, one, other, f"{100 * one / longest:.1f}", f"{100 * other / longest:.1f}", change(one, other)) for label, one, other in told)
