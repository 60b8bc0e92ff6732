"""Gates: conditions without which a step may not be taken (前置条件), times that must run out, amounts that are bounded."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact, Type
from fadu.law.periods import Period
from fadu.law.rules.base import TRUE, Moment, Rule
from fadu.law.rules.clocks import Clock


@dataclass(frozen=True)
class Gate(Rule):
    """A condition without which the named steps may not be taken (前置条件).

    Attributes:
        before: the steps it guards.
        demands: the condition, over facts of the case after the step and of the step itself.
        once: for judging past cases: the fact that shows that the step was taken; None when only a step can be judged.
    """

    before: tuple[str, ...] = field(kw_only=True)
    demands: pl.Expr = field(default=TRUE, kw_only=True, repr=False)
    once: Fact | None = field(default=None, kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:  # noqa: ARG002 - time conditions look at it
        """Whether the step is lawful; null where a fact is missing."""
        return self.demands

    def opens(self, calendar: WorkCalendar) -> pl.Expr | None:  # noqa: ARG002
        """The day from which time alone makes the step lawful; None where time does not."""
        return None

    @property
    def dated_by(self) -> Fact | None:
        """A step is judged by the law of the day on which it was taken."""
        return self.once if self.once is not None and self.once.type in (Type.DAY, Type.MOMENT) else None

    def named(self) -> tuple[Fact, ...]:
        """See `Rule.named`."""
        return () if self.once is None else (self.once,)

    def met(self, at: Moment) -> pl.Expr:
        """See `Rule.met`."""
        return self.demand(at.calendar)

    def swept(self, at: Moment) -> pl.Expr:
        """A `Verdict` a row over past cases: not yet judged until its step was taken."""
        assert self.once is not None
        return _Judged(self, pl.when(self.once.known).then(self.met(at))).verdict(at)


@dataclass(frozen=True)
class Wait(Gate):
    """A time that must run out first (等待期): the party's days to speak, the notice before a hearing.

    Attributes:
        starts: the fact from which it is counted.
        full: how long; the step is lawful on the day after its last day.
        on: the day of the step, or the day that the step fixes.
    """

    starts: Fact = field(kw_only=True)
    full: Period = field(kw_only=True)
    on: Fact = field(kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        return self.on > self.full.due(self.starts.column, calendar)

    def opens(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.opens`."""
        return self.full.due(self.starts.column, calendar) + 1


@dataclass(frozen=True)
class Within(Gate):
    """A time that must not have run out (时效): what is found too late is no longer penalised.

    Attributes:
        starts: the day from which it is counted; null where it does not run yet, which passes.
        full: how long; the step is lawful up to and on its last day.
        on: the day that must lie within it.
    """

    starts: pl.Expr = field(kw_only=True, repr=False)
    full: Period = field(kw_only=True)
    on: pl.Expr = field(kw_only=True, repr=False)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        return self.starts.is_null() | (self.on <= self.full.due(self.starts, calendar))


@dataclass(frozen=True)
class _Judged(Rule):
    """A rule with its demand replaced, for judging after the fact."""

    demand: pl.Expr = field(repr=False)

    def __init__(self, rule: Rule, demand: pl.Expr) -> None:
        for name in ("id", "basis", "says", "when", "grade", "fix", "also", "since", "until"):
            object.__setattr__(self, name, getattr(rule, name))
        object.__setattr__(self, "demand", demand)

    def met(self, at: Moment) -> pl.Expr:  # noqa: ARG002
        """See `Rule.met`."""
        return self.demand


@dataclass(frozen=True)
class Bound(Gate):
    """A number that may not lie beyond a limit (幅度); it guards the steps that set it.

    Attributes:
        value: the fact that is bounded.
        most: the highest lawful value.
        least: the lowest lawful value.
    """

    value: Fact = field(kw_only=True)
    most: pl.Expr | None = field(default=None, kw_only=True, repr=False)
    least: pl.Expr | None = field(default=None, kw_only=True, repr=False)
    demands: pl.Expr = field(default=TRUE, kw_only=True, repr=False)

    def __post_init__(self) -> None:
        parts = [] if self.most is None else [self.value <= self.most]
        parts += [] if self.least is None else [self.value >= self.least]
        object.__setattr__(self, "demands", pl.all_horizontal(parts) if len(parts) > 1 else parts[0])


@dataclass(frozen=True)
class InTime(Gate):
    """The refusal of a step that comes after the last day of a strict clock, unless the lateness is on record.

    Attributes:
        clock: the clock.
        admitted: the day on which the head took the lateness on record.
    """

    clock: Clock = field(kw_only=True)
    admitted: Fact = field(kw_only=True)

    @classmethod
    def of(cls, clock: Clock, admitted: Fact) -> "InTime":
        """The gate before the step that stops `clock`."""
        return cls(
            clock.id, clock.basis, clock.says, when=clock.when, fix=clock.fix, also=clock.also, since=clock.since, until=clock.until,
            before=(clock.next_step,), once=clock.ends, clock=clock, admitted=admitted,
        )  # fmt: skip

    @property
    def dated_by(self) -> Fact:
        """That of its clock."""
        return self.clock.dated_by

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        due = self.clock.due(calendar)
        return due.is_null() | (self.clock.ends <= due) | (self.admitted > due).fill_null(value=False)
