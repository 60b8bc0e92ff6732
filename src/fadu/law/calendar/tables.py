"""The tables of days that make a period integer arithmetic, and looking into them once for all rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
import polars as pl

from fadu.law.calendar.days import number


@dataclass(frozen=True, eq=False)
class Tables:
    """What is read off a calendar's worked days; see `WorkCalendar`. Tables in frames are read by the day number itself."""

    first: date
    worked: bytes

    @cached_property
    def origin(self) -> int:
        """The number of the first day covered."""
        return number(self.first)

    @cached_property
    def days(self) -> list[int]:
        """The numbers of the worked days, in order."""
        return [int(index) + self.origin for index in np.flatnonzero(np.frombuffer(self.worked, dtype=np.uint8))]

    @cached_property
    def counts(self) -> list[int]:
        """How many worked days there are up to each day covered, that day included."""
        return [int(count) for count in np.cumsum(np.frombuffer(self.worked, dtype=np.uint8).astype(np.int32))]

    @cached_property
    def kth(self) -> pl.Series:
        """The day number of the k-th worked day, from 0."""
        return pl.Series(self.days, dtype=pl.Int32)

    @cached_property
    def counted(self) -> pl.Series:
        """`counts` by day number."""
        return self._by_day(self.counts)

    @cached_property
    def rolled(self) -> pl.Series:
        """The day itself when worked, else the next worked one."""
        nth = (done - flag for done, flag in zip(self.counts, self.worked, strict=True))
        return self._by_day([self.days[n] if n < len(self.days) else None for n in nth])

    def after(self, working_days: int) -> pl.Series:
        """Of each civil day, the day on which so many working days are full: a fixed period costs one look-up."""
        if working_days not in self._afters:
            ends = (count + working_days - 1 for count in self.counts)
            self._afters[working_days] = self._by_day([self.days[end] if end < len(self.days) else None for end in ends])
        return self._afters[working_days]

    @cached_property
    def _afters(self) -> dict[int, pl.Series]:
        return {}

    def _by_day(self, values: Sequence[int | None]) -> pl.Series:
        """Null for the days since 1970 that the calendar does not cover."""
        return pl.Series([*(None for _ in range(self.origin)), *values], dtype=pl.Int32)


@lru_cache(maxsize=8)
def tables(first: date, worked: bytes) -> Tables:
    """The tables of these worked days, made once."""
    return Tables(first, worked)


class Lookups:
    """The look-ups that the rules of a sweep have in common, each made once.

    Polars reckons what several expressions share but once, unless it looks into a table; and what looks into tables is
    just what the periods of many rules share: a day rolled over, the working days of a stretch that is left out. So a
    look-up becomes a column of the frame, and the rules name the column.
    """

    def __init__(self) -> None:
        self._columns: dict[tuple[int, str], tuple[str, pl.Expr, int, pl.Series]] = {}
        self._depths: dict[str, int] = {}

    def __call__(self, table: pl.Series, slot: pl.Expr) -> pl.Expr:
        """The column that holds `table` at `slot`."""
        words = str(slot)
        if "Series" in words:  # a table within a slot is not told by its words
            return pick(table, slot)
        key = (id(table), words)
        if key not in self._columns:
            depth = 1 + max((self._depths.get(name, 0) for name in slot.meta.root_names()), default=0)
            name = f"~{len(self._columns)}"  # no fact is called so
            self._columns[key] = (name, pick(table, slot).alias(name), depth, table)  # with the table, lest its id be another's
            self._depths[name] = depth
        return pl.col(self._columns[key][0])

    def into(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The frame with these columns, those that others are looked up from first."""
        for depth in range(1, max(self._depths.values(), default=0) + 1):
            frame = frame.with_columns(column for _, column, level, _ in self._columns.values() if level == depth)
        return frame


def pick(table: pl.Series, slot: pl.Expr) -> pl.Expr:
    """`table` at `slot`; null beyond either end (a negative slot would otherwise count from the end)."""
    return pl.lit(table).gather(slot.cast(pl.UInt32, strict=False), null_on_oob=True)
