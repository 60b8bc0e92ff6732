"""Words that several rules of supervision share, and clocks that the texts set in a way of their own."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import Period, Unit, days, years
from fadu.law.rules import Clock
from fadu.law.vocabulary import organ, supervision

SHANDONG = supervision.place == "shandong"
HEBEI = supervision.place == "hebei"
SHANDONG_ORGAN = organ.oversight_local_rules == "shandong"
HEBEI_ORGAN = organ.oversight_local_rules == "hebei"


@dataclass(frozen=True)
class Written(Period):
    """A time that the statute leaves to the paper: its last day stands there."""

    def __str__(self) -> str:
        return "文书规定的期限"


AS_WRITTEN = Written(1, Unit.DAYS)


@dataclass(frozen=True)
class LetterTerm(Clock):
    """A clock whose last day is the one that the letter names (规定时限); the regulation sets no number of days."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:  # noqa: ARG002 - the letter has reckoned it
        """The day named in the letter, once the letter has been received."""
        return pl.when(self.starts.known).then(supervision.letter_due_on.column)


@dataclass(frozen=True)
class AfterAYear(Clock):
    """Thirty days that begin when a statute has been in force for a full year (实施满一年的，自期满之日起三十日内)."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """The last day, counted from the corresponding day of the next year, on whatever day of the week that falls."""
        return self.within.due(years(1).without_rolling().due(self.starts.column, calendar), calendar)


THIRTY = days(30)
FIFTEEN = days(15)
