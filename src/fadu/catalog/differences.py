"""What differs between two versions of an entry of a list, and how its fields are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fadu.catalog.models import PowerItem
from fadu.catalog.naming import range_words
from fadu.catalog.selectors.items import fine_ranges
from fadu.catalog.services.versions import KEPT
from fadu.law.vocabulary.kinds import LABELS, Penalty

UNSAID = KEPT | {"code", "since"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that says something else than in the version before."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A version and what it changed; nothing where it is the first."""

    row: Any
    differences: tuple[Difference, ...]
    first: bool


def compared(rows: Sequence[Any]) -> list[Compared]:
    """The versions of a code, the latest first, each with what differs from the one before it."""
    found = []
    for place, row in enumerate(rows):
        before = rows[place + 1] if place + 1 < len(rows) else None
        found.append(Compared(row, tuple(differences(before, row)) if before is not None else (), before is None))
    return found


def differences(before: Any, after: Any) -> list[Difference]:
    """The fields that differ, as they are shown."""
    found = []
    for column in type(after)._meta.concrete_fields:
        if column.attname in UNSAID or getattr(before, column.attname) == getattr(after, column.attname):
            continue
        found.append(Difference(str(column.verbose_name), shown(before, column.name), shown(after, column.name)))
    return found


def shown(row: Any, name: str) -> str:
    """A field of an entry in words; "—" where it is empty."""
    value = getattr(row, name)
    display = getattr(row, f"get_{name}_display", None)
    if display is not None:
        told = str(display())
    elif isinstance(row, PowerItem) and name == "penalties":
        told = penalty_words(row)
    elif isinstance(row, PowerItem) and name == "ranges":
        told = "；".join(fines(row))
    elif isinstance(row, PowerItem) and name == "bracket":
        told = str(value.get("label", ""))
    elif isinstance(value, bool):
        told = "是" if value else "否"
    elif isinstance(value, list):
        told = "；".join(map(str, value))
    elif name.startswith("threshold_"):
        told = f"{value // 100:,} 元" if value is not None else ""
    else:
        told = "" if value is None else str(value)
    return told or "—"


def penalty_words(item: PowerItem) -> str:
    """警告、罚款."""
    return "、".join(LABELS[Penalty[name]] for name in item.penalties)


def fines(item: PowerItem) -> list[str]:
    """The fines the statute allows for an item, a line each."""
    label, unit = item.bracket.get("label", ""), item.bracket.get("unit", "")
    return [range_words(range_, label, unit) for range_ in fine_ranges(item)]
