"""Working days as arrays: expressions over day numbers for frames, and the same in plain Python for single days."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import polars as pl

from fadu.law.calendar.days import FIXED_HOLIDAYS, OutsideCalendar, civil, number, weekday
from fadu.law.calendar.notice import Notice
from fadu.law.calendar.tables import Lookups, Tables, pick, tables


@dataclass(frozen=True, eq=False)
class WorkCalendar:
    """Which days from `first` on are worked.

    Attributes:
        first: the first civil day covered.
        worked: one byte a day, in order: 1 worked, 0 off.
        holidays: days off by notice, with the name of the holiday.
        makeup_days: Saturdays and Sundays worked by notice.
        noticed: the years whose notice is out.
        sources: the notices loaded by hand, by year.
        lookups: for judging many rules on one frame: what they look up, each once.
    """

    first: date
    worked: bytes
    holidays: Mapping[date, str]
    makeup_days: frozenset[date]
    noticed: frozenset[int]
    sources: Mapping[int, str]
    lookups: Lookups | None = None

    # --- what a day is

    @property
    def last(self) -> date:
        """The last civil day covered."""
        return self.first + timedelta(len(self.worked) - 1)

    @cached_property
    def noticed_until(self) -> int:
        """The last year up to which every year's notice is out; dates beyond 31 December of it are provisional."""
        year = self.first.year
        while year + 1 in self.noticed:
            year += 1
        return year

    def is_worked(self, day: date) -> bool:
        """Whether `day` is a working day; raises OutsideCalendar."""
        return bool(self.worked[self._index(number(day))])

    def is_provisional(self, day: date) -> bool:
        """Whether `day` lies beyond the notices, so that anything counted up to it may still move."""
        return day.year > self.noticed_until

    def is_holiday(self, day: date) -> bool:
        """Whether `day` is within a statutory holiday as the notice lays it out (行政强制法 43), not a mere weekend.

        Days that the notice joins to the holiday (调休) count as holiday: the stricter reading towards the organ. Where
        no notice is out, the holidays fixed by the sun calendar count.
        """
        return day in self.holidays or (day.year not in self.noticed and (day.month, day.day) in FIXED_HOLIDAYS)

    def name(self, day: date) -> str:
        """What `day` is: the holiday's name, 调休上班, 周六, 周日, or 工作日."""
        if day in self.holidays:
            return self.holidays[day]
        if day in self.makeup_days:
            return "调休上班"
        return "工作日" if day.weekday() < 5 else weekday(day)

    # --- expressions over day numbers

    def roll(self, day: pl.Expr) -> pl.Expr:
        """`day` itself when worked, else the next worked day (民法典 203)."""
        return self.look_up(self._tables.rolled, day)

    def after(self, day: pl.Expr, working_days: int | pl.Expr) -> pl.Expr:
        """The civil day on which `working_days` (at least 1, else null) worked days after `day` are full; `day` is not counted."""
        if isinstance(working_days, int) and working_days >= 1:
            return self.look_up(self._tables.after(working_days), day)
        return self._kth(self.worked_until(day) + (working_days - 1), working_days)

    def before(self, day: pl.Expr, working_days: int | pl.Expr) -> pl.Expr:
        """The `working_days`-th (at least 1, else null) worked day before `day`; `day` is not counted."""
        return self._kth(self.worked_until(day - 1) - working_days, working_days)

    def worked_until(self, day: pl.Expr) -> pl.Expr:
        """How many worked days there are from the first day covered to `day`, `day` included."""
        return self.look_up(self._tables.counted, day)

    def provisional(self, day: pl.Expr) -> pl.Expr:
        """Whether each day lies beyond the notices."""
        return day > number(date(self.noticed_until, 12, 31))

    def _kth(self, ordinal: pl.Expr, asked: int | pl.Expr) -> pl.Expr:
        if isinstance(asked, int):
            if asked < 1:
                raise ValueError(f"工作日数应当至少为 1，而不是 {asked}")
            return self.look_up(self._tables.kth, ordinal)
        return self.look_up(self._tables.kth, pl.when(asked >= 1).then(ordinal))

    # --- the same on single day numbers

    def roll_day(self, day: int) -> int:
        """`roll` of one day number; raises OutsideCalendar."""
        while not self.worked[self._index(day)]:
            day += 1
        return day

    def after_day(self, day: int, working_days: int) -> int:
        """`after` of one day number; raises OutsideCalendar, ValueError when `working_days` is below 1."""
        return self._kth_day(self.worked_until_day(day) + working_days, working_days)

    def before_day(self, day: int, working_days: int) -> int:
        """`before` of one day number; raises OutsideCalendar, ValueError when `working_days` is below 1."""
        return self._kth_day(self.worked_until_day(day - 1) + 1 - working_days, working_days)

    def worked_until_day(self, day: int) -> int:
        """`worked_until` of one day number; raises OutsideCalendar."""
        return self._tables.counts[self._index(day)]

    def _kth_day(self, ordinal: int, asked: int) -> int:
        if asked < 1:
            raise ValueError(f"工作日数应当至少为 1，而不是 {asked}")
        if not 1 <= ordinal <= len(self._tables.days):
            raise OutsideCalendar(f"期间超出日历范围（{self.first} 至 {self.last}）")
        return self._tables.days[ordinal - 1]

    def _index(self, day: int) -> int:
        index = day - self._tables.origin
        if not 0 <= index < len(self.worked):
            raise OutsideCalendar(f"{civil(day)} 超出日历范围（{self.first} 至 {self.last}）")
        return index

    # --- notices

    def with_notice(self, notice: Notice) -> "WorkCalendar":
        """A calendar in which `notice` rules its year, whatever was known of that year before."""
        year = notice.year
        holidays = {day: name for day, name in self.holidays.items() if day.year != year} | dict(notice.holidays)
        makeup = frozenset(day for day in self.makeup_days if day.year != year) - notice.holidays.keys() | notice.makeup_days
        holidays = {day: name for day, name in holidays.items() if day not in notice.makeup_days}
        return replace(
            self,
            worked=flags(self.first, self.last, holidays, makeup),
            holidays=holidays,
            makeup_days=makeup,
            noticed=self.noticed | {year},
            sources={**self.sources, year: notice.source},
        )

    # --- tables

    def look_up(self, table: pl.Series, slot: pl.Expr) -> pl.Expr:
        """`table` at `slot`; null beyond either end."""
        return pick(table, slot) if self.lookups is None else self.lookups(table, slot)

    @cached_property
    def _tables(self) -> Tables:
        return tables(self.first, self.worked)


def flags(first: date, last: date, holidays: Mapping[date, str], makeup_days: frozenset[date]) -> bytes:
    """One byte a day from `first` to `last`: 1 for makeup days and for weekdays that are no holiday."""
    span = (first + timedelta(n) for n in range((last - first).days + 1))
    return bytes(day in makeup_days or (day.weekday() < 5 and day not in holidays) for day in span)
