"""Facts of a grain written by their short names: `decided_on` of a licence for licence_decided_on."""

from collections.abc import Iterable
from typing import Any

from fadu.law.facts import VOCABULARY
from fadu.law.rules import Verdict

Shown = tuple[str, str, dict[str, Any], Verdict]


def named(grain: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts under their full names; facts of a step and `today` stay as they are."""
    return {full if (full := f"{grain}_{name}") in VOCABULARY else name: value for name, value in facts.items()}


def of_grain(grain: str, rows: Iterable[Shown]) -> list[Shown]:
    """The rows of a table with their facts under full names; raises KeyError for a word that is none."""
    found = [(rule, says, named(grain, facts), expected) for rule, says, facts, expected in rows]
    strange = {name for _, _, facts, _ in found for name in facts if name not in VOCABULARY and name != "today"}
    if strange:
        raise KeyError(", ".join(sorted(strange)))
    return found
