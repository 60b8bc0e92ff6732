"""Clocks: what must be done within a period (期限)."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.periods import Period, Unit
from fadu.law.rules.base import Grade, Moment, Rule


@dataclass(frozen=True)
class Clock(Rule):
    """Something to be done within a period (期限). It runs from `starts` and stops at `ends`.

    Attributes:
        starts: the fact from which it is counted.
        ends: the fact that stops it.
        within: how long.
        paused: days that are not counted.
        extended: days by which it was lawfully lengthened.
        suspended: a yes/no fact: the clock stands still now.
        warn: from how many days before the last day it is near.
        next_step: the step that stops it, for the work list.
        who: who must act: officer, reviewer, head or party.
        name: what officers call it, such as 办案期限.
        strict: its step is refused when late, until the head has taken a note of the lateness on record.
        lapses: it is a right, not a duty: left unused it lapses, and only its use after the last day is a failure.
    """

    starts: Fact = field(kw_only=True)
    ends: Fact = field(kw_only=True)
    within: Period = field(kw_only=True)
    paused: Fact | None = field(default=None, kw_only=True)
    extended: Fact | None = field(default=None, kw_only=True)
    suspended: Fact | None = field(default=None, kw_only=True)
    warn: int = field(default=3, kw_only=True)
    next_step: str = field(default="", kw_only=True)
    who: str = field(default="officer", kw_only=True)
    name: str = field(default="", kw_only=True)
    strict: bool = field(default=False, kw_only=True)
    lapses: bool = field(default=False, kw_only=True)
    grade: Grade = field(default=Grade.MENDABLE, kw_only=True)

    @property
    def dated_by(self) -> Fact:
        """A period runs by the law of the day on which it began."""
        return self.starts

    @property
    def longer_by(self) -> pl.Expr | int:
        """Days that lengthen it, in the unit of its period."""
        parts = [fact.or_zero() for fact in (self.paused, self.extended) if fact is not None]
        return sum(parts[1:], parts[0]) if parts else 0

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """The last lawful day or minute; null until it has started."""
        return self.within.due(self.starts.column, calendar, self.longer_by)

    def named(self) -> tuple[Fact, ...]:
        """See `Rule.named`."""
        return (self.starts, self.ends, *(fact for fact in (self.paused, self.extended, self.suspended) if fact is not None))

    def met(self, at: Moment) -> pl.Expr:
        """See `Rule.met`."""
        due, done = self.due(at.calendar), self.ends.column
        if self.lapses:
            return done <= due
        now = pl.lit(at.today * 1440 if self.within.unit is Unit.HOURS else at.today)
        overdue = pl.when(due < now).then(pl.lit(False))  # noqa: FBT003 - still running: neither met nor broken
        if self.suspended is not None:
            overdue = pl.when(~self.suspended.holds).then(overdue)
        return pl.when(done.is_not_null()).then(done <= due).otherwise(overdue)
