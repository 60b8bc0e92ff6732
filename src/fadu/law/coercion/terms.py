"""What several articles of 行政强制法 speak of: when a measure runs out, when the party's remedies are spent."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.periods import Period, days, months, years
from fadu.law.rules import TRUE, Gate
from fadu.law.vocabulary import enforcement, measure

TAKING = ("seize", "freeze", "take_measure")
"""The steps that put a measure into effect."""

FREEZE = measure.kind == "freeze"
RESTRAINT = measure.kind == "restrain"
SEIZURE = measure.kind.one_of("seal", "seize")
FACING = ~FREEZE
"""Measures taken before the party; a freeze is not told to the party beforehand (第三十条第二款)."""

THIRTY = days(30).without_rolling()
"""A holding of goods or money ends on its thirtieth day even when that is a day off: a day off makes no seizure longer."""

SIX_MONTHS, ONE_YEAR, FIFTEEN = months(6), years(1), days(15)


def by_the_end(done: Fact, met: pl.Expr, ended: Fact) -> pl.Expr:
    """`met` once it was done; broken when the matter ended without it; open until then."""
    broken = pl.when(ended.known).then(pl.lit(False))  # noqa: FBT003 - ended without it
    return pl.when(done.known).then(met).otherwise(broken)


def remedies_end(served: Fact, calendar: WorkCalendar) -> pl.Expr:
    """The last day of the party's remedies; a year where they were not told rightly (行政复议法第二十条第三款、行诉解释第六十四条).

    After a review the party has fifteen days to sue (行政诉讼法第四十五条); a suit ends them on the day that it ends.
    Null while a review or a suit is pending.
    """
    start = served.column
    told = (enforcement.remedy_told == "full").fill_null(value=False)
    # Six months to sue always end after the sixty days for a review, a year after either.
    lapse = pl.when(told).then(SIX_MONTHS.due(start, calendar)).otherwise(ONE_YEAR.due(start, calendar))
    reviewed = pl.when(enforcement.reconsidered_until.known).then(pl.max_horizontal(lapse, FIFTEEN.due(enforcement.reconsidered_until.column, calendar)))
    unsued = pl.when(enforcement.reconsidered_from.known).then(reviewed).otherwise(lapse)
    return pl.when(enforcement.sued_from.known).then(enforcement.sued_until.column).otherwise(unsued)


@dataclass(frozen=True)
class RemediesSpent(Gate):
    """Lawful only on a day after the last of the party's remedies.

    Attributes:
        served: when the decision was served.
        on: the day of the step.
        besides: what else must hold.
    """

    served: Fact = field(kw_only=True)
    on: Fact = field(kw_only=True)
    besides: pl.Expr = field(default=TRUE, kw_only=True, repr=False)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        pending = pl.when(self.on.known & self.served.known).then(pl.lit(False))  # noqa: FBT003 - no end is known of what began
        return pl.coalesce(self.on > remedies_end(self.served, calendar), pending) & self.besides

    def opens(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.opens`."""
        return remedies_end(self.served, calendar) + 1


@dataclass(frozen=True)
class InTerm(Gate):
    """Something decided of a seizure or freeze, lawful only while it lasts.

    Attributes:
        on: the day of the decision.
        first: whether only the first thirty days count.
    """

    on: Fact = field(kw_only=True)
    first: bool = field(default=False, kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        longer = measure.test_days.or_zero() if self.first else measure.test_days.or_zero() + measure.extension_days.or_zero()
        return self.on <= THIRTY.due(measure.taken_on.column, calendar, longer)


@dataclass(frozen=True)
class FullBefore(Gate):
    """A full period between an announcement and the act, neither day counted (倒数期间); an act without one fails.

    Attributes:
        announced: when it was told.
        full: how long.
        on: the day of the act.
        besides: what else must hold.
    """

    announced: Fact = field(kw_only=True)
    full: Period = field(kw_only=True)
    on: Fact = field(kw_only=True)
    besides: pl.Expr = field(default=TRUE, kw_only=True, repr=False)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        between = self.full.full_between(self.announced.column, self.on.column, calendar)
        return pl.when(self.on.known).then(between.fill_null(value=False)) & self.besides

    def opens(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.opens`."""
        return self.full.due(self.announced.column, calendar) + 1


def named(values: Iterable[tuple[str, str]], *, but: str = "none") -> tuple[str, ...]:
    """The values of a closed list, without `but`."""
    return tuple(value for value, _ in values if value != but)
