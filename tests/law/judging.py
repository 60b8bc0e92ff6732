"""One rule on one case: facts written as people write them, the verdict in one word."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any

from fadu.law.calendar import china, number
from fadu.law.engine import frame_of, judge
from fadu.law.facts import VOCABULARY, Fact, Type, minutes
from fadu.law.registry import rule_of
from fadu.law.rules import Clock, Gate, Moment, Rule, Verdict

PASSES, FAILS, OPEN, APART = Verdict.PASSES, Verdict.FAILS, Verdict.NOT_YET_JUDGED, Verdict.DOES_NOT_APPLY

Row = tuple[str, dict[str, Any], Verdict]
"""What it shows, the facts that differ, what the rule says."""


def value(fact: Fact, written: Any) -> Any:
    """A day from 2025-10-17, a moment from 2025-09-24T16:00, all else as it is."""
    if isinstance(written, str) and fact.type is Type.DAY:
        return number(date.fromisoformat(written))
    if isinstance(written, str) and fact.type is Type.MOMENT:
        return minutes(datetime.fromisoformat(written))
    return int(written) if isinstance(written, Enum) else written


def verdict(rule: str | Rule, today: str = "2027-01-04", **facts: Any) -> Verdict:
    """What the rule says of a past or present case on the day `today`; for steps alone, of the step."""
    judged = rule_of(rule) if isinstance(rule, str) else rule
    at = Moment(china(), number(date.fromisoformat(today)))
    names = set(judged.reads(at))
    names |= {judged.ends.name} if isinstance(judged, Clock) else set()
    names |= {judged.once.name} if isinstance(judged, Gate) and judged.once is not None else set()
    row = {name: value(VOCABULARY[name], facts[name]) for name in names if name in facts}
    frame = frame_of([row], names)
    if isinstance(judged, Gate) and judged.once is None:
        return Verdict(frame.select(judged.verdict(at)).item())
    return Verdict(judge([judged], frame, at).item(0, 0))


def table(rule: str, base: dict[str, Any], rows: Iterable[Row]) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """The rows of one rule, each over the same base of facts."""
    return [(rule, says, {**base, **facts}, expected) for says, facts, expected in rows]


def covers(tables: Iterable[tuple[str, str, dict[str, Any], Verdict]]) -> dict[str, set[Verdict]]:
    """Which verdicts were shown for each rule."""
    shown: dict[str, set[Verdict]] = {}
    for rule, _says, _facts, expected in tables:
        shown.setdefault(rule, set()).add(expected)
    return shown


__all__ = ["APART", "FAILS", "OPEN", "PASSES", "Row", "covers", "table", "value", "verdict"]
