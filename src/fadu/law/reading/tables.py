"""Look-ups in tables of days: which rule of counting a table holds is read off a day in the middle of January 2025."""

from collections.abc import Callable
from datetime import date

import polars as pl

from fadu.law.calendar import civil, number
from fadu.law.reading.tree import Node

WEDNESDAY, SATURDAY, MONDAY = (number(date(2025, 1, day)) for day in (15, 18, 20))
"""A week without a holiday."""


def of_table(node: Node, noun: Callable[[Node], str]) -> str:
    """The day that a table gives, in words."""
    asked, table = noun(node.parts[0]), node.value
    found = _at(table, WEDNESDAY)
    if found is None or found < 0:
        return f"{asked}查工作日历所得的日"
    if found == WEDNESDAY and _at(table, SATURDAY) == MONDAY:
        return f"{asked}（休息日顺延）"
    months = _months(found)
    if months and _at(table, SATURDAY) == SATURDAY + found - WEDNESDAY:
        return f"{asked}之后 {months} 个月的对应日" if months % 12 else f"{asked}之后 {months // 12} 年的对应日"
    if WEDNESDAY < found < WEDNESDAY + 400:
        worked = sum(1 for day in range(WEDNESDAY + 1, found + 1) if _at(table, day) != _at(table, day - 1))
        return f"{asked}之后第 {worked} 个工作日"
    return f"截至{asked}的工作日数" if found < WEDNESDAY else f"{asked}查工作日历所得的日"


def _at(table: pl.Series, day: int) -> int | None:
    return table[day] if day < len(table) else None


def _months(found: int) -> int:
    day = civil(found)
    return (day.year - 2025) * 12 + day.month - 1 if day.day == 15 else 0
