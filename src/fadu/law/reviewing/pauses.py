"""What stops the count of the days of a review: suspension, survey, appraisal, reporting upward (行政复议法第三十九条；实施条例第四十条、第四十五条、第四十六条).

Several causes may overlap: the count stands still from the first that begins until the last that ends.
"""

from collections.abc import Mapping
from typing import Any

from fadu.law.vocabulary import review
from fadu.law.vocabulary.remedies import Pause

Facts = Mapping[str, Any]

PAUSED = (review.pauses, review.paused_since, review.clock_stopped, review.not_counted_days)
"""The facts that a pause changes."""

ALL = Pause(sum(Pause))


def stopping(before: Facts, cause: Pause, on: int) -> dict[str, Any]:
    """What changes when `cause` begins on the day `on`."""
    running = before.get("review_pauses") or 0
    return {"review_pauses": running | int(cause), "review_clock_stopped": True, **({} if running else {"review_paused_since": on})}


def going(before: Facts, causes: Pause, on: int) -> dict[str, Any]:
    """What changes when `causes` end on the day `on`; nothing where none of them was running."""
    running = before.get("review_pauses") or 0
    left = running & ~int(causes)
    if left == running:
        return {}
    if left:
        return {"review_pauses": left}
    days = max(on - before.get("review_paused_since", on), 0)
    return {"review_pauses": 0, "review_clock_stopped": False, "review_paused_since": None, "review_not_counted_days": (before.get("review_not_counted_days") or 0) + days}
