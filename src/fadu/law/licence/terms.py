"""What the rules on licences share: periods with days left out (行政许可法第四十五条), the expiry as a last day."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.periods import Period, Unit
from fadu.law.rules import Clock, Gate
from fadu.law.vocabulary import licence

DECIDING = ("grant_licence", "decline_licence")
GRANTED = licence.outcome == "granted"
DECLINED = licence.outcome == "declined"
JOINT = licence.joint.holds
RENEWAL = licence.kind == "renew"

OUT = ((licence.out1_from, licence.out1_until), (licence.out2_from, licence.out2_until), (licence.out3_from, licence.out3_until))
"""The stretches of hearing, testing and expert review that are not counted."""


def out_days(calendar: WorkCalendar) -> pl.Expr:
    """The working days of the stretches that have ended; the day on which one begins is still counted."""
    parts = [(calendar.worked_until(until.column) - calendar.worked_until(since.column)).clip(0).fill_null(0) for since, until in OUT]
    return sum(parts[1:], parts[0])


@dataclass(frozen=True)
class Handling(Clock):
    """A clock in working days that leaves out hearing, testing and expert review (第四十五条)."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Clock.due`."""
        return self.within.due(self.starts.column, calendar, self.longer_by + out_days(calendar))


@dataclass(frozen=True)
class Promised(Handling):
    """The shorter time that the organ promised in public, which takes the place of the statute's (优化营商环境条例第三十六条第二款)."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Clock.due`."""
        return calendar.after(self.starts.column, licence.promised_days.column + self.longer_by + out_days(calendar))


@dataclass(frozen=True)
class BeforeEnd(Gate):
    """Something that must happen before a clock runs out, such as its lengthening.

    Attributes:
        clock: the clock, as it stood before it was lengthened.
        day: the day on which it happens.
    """

    clock: Clock = field(kw_only=True)
    day: Fact = field(kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        return self.day.column <= self.clock.due(calendar)


@dataclass(frozen=True)
class Explained(BeforeEnd):
    """A clock was kept, or why it was not is told in public."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        return (self.clock.ends.column <= self.clock.due(calendar)) | self.day.known


@dataclass(frozen=True)
class TheDay(Period):
    """No length at all: the last day is the day itself, such as that on which a licence expires."""

    words: str = "届满前"

    def __str__(self) -> str:
        return self.words

    def due(self, start: pl.Expr, calendar: WorkCalendar, longer_by: pl.Expr | int = 0) -> pl.Expr:  # noqa: ARG002
        """See `Period.due`."""
        return start + longer_by

    def due_day(self, start: int, calendar: WorkCalendar, longer_by: int = 0) -> int:  # noqa: ARG002
        """See `Period.due_day`."""
        return start + longer_by

    def unrolled_day(self, start: int) -> int:
        """See `Period.unrolled_day`."""
        return start


EXPIRY = TheDay(1, Unit.DAYS, rolls=False)


@dataclass(frozen=True)
class AsPromised(Period):
    """So many working days as were promised: each application has its own number."""

    def __str__(self) -> str:
        return "承诺的工作日"


PROMISE = AsPromised(1, Unit.WORKING_DAYS)
