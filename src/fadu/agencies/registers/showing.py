"""How values of registers are shown."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.registers.register import Cell, Column, Filter


def yuan(fen: int | None) -> str:
    """分 as 元: 12,000.50 元."""
    return "" if fen is None else f"{fen // 100:,}.{fen % 100:02d} 元" if fen % 100 else f"{fen // 100:,} 元"


def yes(value: bool | None) -> str:  # noqa: FBT001 - the value shown
    """是, 否, or nothing."""
    return "" if value is None else "是" if value else "否"


def on(day: date | None) -> str:
    """A day as it is written."""
    return day.isoformat() if day else ""


def person(officer: Any) -> Cell:
    """A person, with the page where more is known."""
    return Cell(officer.name, reverse("agencies:officer", args=[officer.pk])) if officer else Cell("")


def column(label: str, path: str, *, number: bool = False) -> Column:
    """A column that shows an attribute: `organ.name`, `get_kind_display`."""

    def show(row: Any) -> Any:
        value: Any = row
        for name in path.split("."):
            value = getattr(value, name, None)
        value = value() if callable(value) else value
        return on(value) if isinstance(value, date) else value

    return Column(label, show, number)


def listed(name: str, label: str, kinds: list[tuple[Any, Any]], lookup: str) -> Filter:
    """A filter by a closed list."""
    return Filter(name, label, tuple((str(value), str(says)) for value, says in kinds), lambda chosen: Q(**{lookup: chosen}))


def said(what: Callable[[Any], str]) -> Callable[[Callable[..., Any]], Callable[..., str]]:
    """An act of a register from a service: what came of it, in words."""

    def wrap(service: Callable[..., Any]) -> Callable[..., str]:
        def do(*args: Any) -> str:
            return what(service(*args))

        return do

    return wrap
