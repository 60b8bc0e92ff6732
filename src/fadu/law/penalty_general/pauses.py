"""What stops the count of days (市场监督管理行政处罚程序规定第十八条第二款、第六十四条第二款).

Several causes may overlap: the count stands still from the first that begins until the last that ends, and no day is left
out twice. Before a case is filed the days count towards its verification, then towards its handling.
"""

from collections.abc import Mapping
from typing import Any

from fadu.law.procedure import Effect
from fadu.law.vocabulary import case
from fadu.law.vocabulary.marks import Stop

Facts = Mapping[str, Any]

PAUSED = (case.stops, case.stopped_since, case.clock_stopped, case.not_counted_days, case.verification_tests_days, case.verification_test_from)
"""The facts that a pause changes."""

ALL = Stop(sum(Stop))


def stop(before: Facts, cause: Stop, on: int) -> dict[str, Any]:
    """What changes when `cause` begins on the day `on`."""
    running = before.get("stops") or 0
    first = {} if "filed_on" in before or "verification_test_from" in before else {"verification_test_from": on}
    return {"stops": running | int(cause), "clock_stopped": True, **({} if running else {"stopped_since": on}), **first}


def go(before: Facts, causes: Stop, on: int) -> dict[str, Any]:
    """What changes when `causes` end on the day `on`; nothing where none of them was running."""
    running = before.get("stops") or 0
    left = running & ~int(causes)
    if left == running:
        return {}
    if left:
        return {"stops": left}
    return {"stops": 0, "clock_stopped": False, "stopped_since": None, **passed(before, on - before.get("stopped_since", on))}


def passed(before: Facts, days: int) -> dict[str, Any]:
    """That many more days are not counted."""
    counted = "not_counted_days" if "filed_on" in before else "verification_tests_days"
    return {counted: (before.get(counted) or 0) + max(days, 0)}


def refiled(before: Facts, on: int) -> dict[str, Any]:
    """A pause that runs when the case is filed counts from then on towards its handling."""
    return {"stopped_since": on} if before.get("stops") else {}


def stopping(cause: Stop) -> Effect:
    """The effect of a step that begins a pause."""
    return lambda before, _data, context: stop(before, cause, context["on"])


def going(causes: Stop = ALL) -> Effect:
    """The effect of a step that ends pauses."""
    return lambda before, _data, context: go(before, causes, context["on"])
