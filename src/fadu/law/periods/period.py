"""Periods as the statutes write them: 日, 工作日, 小时, 月, 年.

The day of the event is not counted (民法典 201(1)); hours run from the moment itself (201(2)); months and years end on the
corresponding day, or on the last of a month that lacks it (202); a last day off rolls over (203), hours never do.
Which numbers mean working days differs from law to law (行政处罚法 85 names 二、三、五、七日; 行政强制法 69 all up to ten;
行政许可法 82 every period), so a rule says `working_days` or `days` and never leaves it to the number.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from fadu.law.calendar import LAST_YEAR, WorkCalendar, civil, number

if TYPE_CHECKING:
    from fadu.law.periods.counting import Counting


class Unit(StrEnum):
    """What a period is counted in, as it is written after the number."""

    DAYS = "日"
    WORKING_DAYS = "个工作日"
    HOURS = "小时"
    MONTHS = "个月"
    YEARS = "年"


@dataclass(frozen=True)
class Period:
    """A length of time that a calendar can lay from a starting day.

    Attributes:
        length: how many units, at least 1.
        unit: the unit.
        rolls: whether a last day off moves to the next working day; of no effect on hours and working days.

    Wherever `longer_by` is taken it lengthens the period in its small unit: working days for working days, hours for
    hours, civil days for all others.
    """

    length: int
    unit: Unit
    rolls: bool = True

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError(f"期间至少为一{self.unit}，而不是 {self.length}")

    def __str__(self) -> str:
        return f"{self.length} {self.unit}"

    def without_rolling(self) -> "Period":
        """The same period, whose last day stands even when it is a day off (for what lapses, not for what must be done)."""
        return replace(self, rolls=False)

    @property
    def months(self) -> int:
        """Its length in months; 0 where it is not counted in months or years."""
        return self.length * {Unit.MONTHS: 1, Unit.YEARS: 12}.get(self.unit, 0)

    # --- on frames

    def due(self, start: pl.Expr, calendar: WorkCalendar, longer_by: pl.Expr | int = 0) -> pl.Expr:
        """The last lawful day (a day number; for hours the last lawful minute), counted from `start`; null where it is not known.

        Args:
            start: day numbers, or minutes since 1970-01-01 in Beijing time for hours.
            calendar: the working days.
            longer_by: units added for pauses and extensions; see the class.
        """
        if self.unit is Unit.HOURS:
            return start + (longer_by + pl.lit(self.length, pl.Int64)) * 60
        if self.unit is Unit.WORKING_DAYS:
            return calendar.after(start, longer_by + self.length)
        last = (_corresponding(start, self.months, calendar) if self.months else start + self.length) + longer_by
        return calendar.roll(last) if self.rolls else last

    def full_between(self, start: pl.Expr, end: pl.Expr, calendar: WorkCalendar) -> pl.Expr:
        """Whether the whole period lies between `start` and `end`, neither counted (倒数期间: 听证的七日前通知)."""
        if self.unit is Unit.HOURS:
            return end - start >= self.length * 60
        if self.unit is Unit.WORKING_DAYS:
            return calendar.worked_until(end - 1) - calendar.worked_until(start) >= self.length
        return end > (_corresponding(start, self.months, calendar) if self.months else start + self.length)

    # --- on single days

    def due_on(self, start: date, calendar: WorkCalendar, longer_by: int = 0) -> date:
        """`due` of one day; raises OutsideCalendar, and TypeError for hours (see `due_at`)."""
        return civil(self.due_day(number(start), calendar, longer_by))

    def due_day(self, start: int, calendar: WorkCalendar, longer_by: int = 0) -> int:
        """`due` of one day number; raises OutsideCalendar, and TypeError for hours (see `due_at`)."""
        if self.unit is Unit.WORKING_DAYS:
            return calendar.after_day(start, self.length + longer_by)
        last = self.unrolled_day(start) + longer_by
        return calendar.roll_day(last) if self.rolls else last

    def unrolled_day(self, start: int) -> int:
        """The last day before rolling over, of one day number; TypeError for hours and working days."""
        if self.unit is Unit.DAYS:
            return start + self.length
        if not self.months:
            raise TypeError(f"{self} 不能从一个日期起算")
        return number(_months_on(civil(start), self.months))

    def due_at(self, start: datetime, longer_by: int = 0) -> datetime:
        """The last lawful moment of a period in hours; TypeError for other units."""
        if self.unit is not Unit.HOURS:
            raise TypeError(f"{self} 不以小时计，须从日期起算")
        return start + timedelta(hours=self.length + longer_by)

    def is_full_between(self, start: date, end: date, calendar: WorkCalendar) -> bool:
        """`full_between` of two days."""
        return end > self.last_between(start, calendar)

    def last_between(self, start: date, calendar: WorkCalendar) -> date:
        """The last day of the period laid from the day after `start`, not rolled over: the event may be on any later day."""
        if self.unit is Unit.WORKING_DAYS:
            return civil(calendar.after_day(number(start), self.length))
        return civil(self.unrolled_day(number(start)))

    def latest_start(self, end: date, calendar: WorkCalendar) -> date:
        """The last day on which notice must be given so that the whole period lies between it and `end`."""
        if self.unit is Unit.WORKING_DAYS:
            return civil(calendar.before_day(number(end), self.length) - 1)
        day = end - timedelta(self.length + 1 if self.unit is Unit.DAYS else 28 * self.months)
        while not self.is_full_between(day, end, calendar):
            day -= timedelta(1)
        return day

    def count(self, start: date, calendar: WorkCalendar, longer_by: int = 0) -> "Counting":
        """How the period is counted from `start` (a datetime for hours), step by step and in words; raises OutsideCalendar."""
        from fadu.law.periods.counting import Counting  # noqa: PLC0415 - it counts periods

        return Counting.of(self, start, calendar, longer_by)


def days(length: int) -> Period:
    """Calendar days (自然日)."""
    return Period(length, Unit.DAYS)


def working_days(length: int) -> Period:
    """Working days (工作日)."""
    return Period(length, Unit.WORKING_DAYS)


def hours(length: int) -> Period:
    """Hours (小时), running from the moment itself, by day and night."""
    return Period(length, Unit.HOURS)


def months(length: int) -> Period:
    """Months (个月), to the corresponding day."""
    return Period(length, Unit.MONTHS)


def years(length: int) -> Period:
    """Years (年), to the corresponding day; from 29 February to the 28th in common years."""
    return Period(length, Unit.YEARS)


def _months_on(day: date, count: int) -> date:
    """The corresponding day `count` months on, or the last day of a month that lacks it (民法典 202)."""
    month = day.year * 12 + day.month - 1 + count
    first = date(month // 12, month % 12 + 1, 1)
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return first + timedelta(min(day.day, (following - first).days) - 1)


def _corresponding(start: pl.Expr, count: int, calendar: WorkCalendar) -> pl.Expr:
    return calendar.look_up(_months_table(count), start)


@lru_cache(maxsize=64)
def _months_table(count: int) -> pl.Series:
    """The corresponding day `count` months on of every day number from 0 (1970-01-01) to the end of the calendar."""
    every = np.arange(0, number(date(LAST_YEAR, 12, 31)) + 1).astype("datetime64[D]")
    month = every.astype("datetime64[M]")
    day_of_month = every - month.astype("datetime64[D]")
    target = (month + count).astype("datetime64[D]")
    longest = (month + count + 1).astype("datetime64[D]") - target - 1
    return pl.Series((target + np.minimum(day_of_month, longest)).astype(np.int32), dtype=pl.Int32)
