"""What a party may do against a decision that was served on it, and until when (救济期限)."""

from dataclasses import dataclass
from datetime import date

from fadu.law.calendar import WorkCalendar, civil
from fadu.law.periods import Period, days, months
from fadu.law.statutes import LITIGATION, RECONSIDERATION, Citation


@dataclass(frozen=True)
class Remedy:
    """A way of redress.

    Attributes:
        name: what it is called.
        within: how long it is open, from the day the party was told of the decision.
        basis: the article.
    """

    name: str
    within: Period
    basis: Citation


REMEDIES = (
    Remedy("申请行政复议", days(60), RECONSIDERATION[20, 1]),
    Remedy("提起行政诉讼", months(6), LITIGATION[46, 1]),
)
"""Where no statute of the field sets another; where review must come first, the suit follows the review."""


def open_until(served_on: int, calendar: WorkCalendar) -> list[tuple[Remedy, date]]:
    """Each remedy with the last day on which it is open, for a decision served on a day."""
    return [(remedy, remedy.within.due_on(civil(served_on), calendar)) for remedy in REMEDIES]
