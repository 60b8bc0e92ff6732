"""The clock of a report, as a page draws it."""

from dataclasses import dataclass
from datetime import date, timedelta

from fadu.disclosure.reporting.selectors import Standing
from fadu.law.reports import Due

RUNS = 90
"""Days before the last one over which the bar is drawn."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What `<c-clock>` is told: what is left in words, its colour, how much of the time is used, the last day, and by which clause."""

    left: str
    state: str
    used: int
    due: str
    basis: str

    @classmethod
    def of(cls, due: Due, standing: Standing, today: date) -> "Clock":
        """The clock of an organ's report on a day: it stops when the report was sent and not given back."""
        told = f"{due.on:%Y-%m-%d}"
        if standing.handed_in:
            return cls("逾期报送" if standing.late else "已按时报送", "bad" if standing.late else "done", 100, told, due.basis)
        begun = due.on - timedelta(days=RUNS)
        used = max(0, min(100, (today - begun).days * 100 // RUNS))
        return cls(due.said(today), due.state(today), used, told, due.basis)
