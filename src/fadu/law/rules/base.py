"""What every rule is: one provision, judged in four words, on one row or ten million."""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

import polars as pl

from fadu.law.calendar import WorkCalendar, china
from fadu.law.facts import VOCABULARY, Fact
from fadu.law.statutes import Citation
from fadu.law.statutes.fields import told_in

TRUE = pl.lit(True)  # noqa: FBT003 - a literal, not an option


class Verdict(IntEnum):
    """不适用、未到判断时、通过、不通过."""

    DOES_NOT_APPLY = 0
    NOT_YET_JUDGED = 1
    PASSES = 2
    FAILS = 3


class Grade(StrEnum):
    """What a failure means."""

    BLOCKS = "阻断"
    MENDABLE = "可补正"
    TOLD = "提示"


def coded(when: pl.Expr, met: pl.Expr) -> pl.Expr:
    """Two yes/no columns as verdicts. Reckoned, not branched: a sweep spends its time here.

    Where a rule applies: true is 2, false is 3, null is 1; where it does not: 0, and 1 where that is not known.
    """
    judged = (3 - met.cast(pl.UInt8)).fill_null(pl.lit(1, pl.UInt8))
    if when is TRUE:
        return judged
    return (judged * when.cast(pl.UInt8)).fill_null(pl.lit(1, pl.UInt8))


@dataclass(frozen=True)
class Moment:
    """When a rule is judged: with which working days and on which day.

    Attributes:
        calendar: the working days.
        today: the day of judgement, as a day number.
    """

    calendar: WorkCalendar
    today: int


@dataclass(frozen=True)
class Rule:
    """One checkable provision.

    Attributes:
        id: its id in the catalogue of provisions.
        basis: the article it encodes.
        says: what it demands, in our own words.
        when: where it applies; where that is not known, it is not yet judged.
        grade: what a failure means.
        fix: what to do about a failure.
        also: other provisions that demand the same: one finding, all bases told.
        since: first day of force; None is that of the statute.
        until: last day of force, inclusive.
    """

    id: str
    basis: Citation
    says: str
    when: pl.Expr = field(default=TRUE, kw_only=True, repr=False)
    grade: Grade = field(default=Grade.BLOCKS, kw_only=True)
    fix: str = field(default="", kw_only=True)
    also: dict[str, Citation] = field(default_factory=dict, kw_only=True)
    since: date | None = field(default=None, kw_only=True)
    until: date | None = field(default=None, kw_only=True)

    @property
    def ids(self) -> tuple[str, ...]:
        """The rows of the catalogue that this rule encodes."""
        return (self.id, *self.also)

    @property
    def bases(self) -> tuple[Citation, ...]:
        """Every article that demands it."""
        return (self.basis, *self.also.values())

    @property
    def force(self) -> tuple[date, date | None]:
        """First and last day of force; the last is None while no end is known."""
        return self.since or self.basis.statute.in_force, self.until or self.basis.statute.until

    def bases_in(self, field: str) -> tuple[Citation, ...]:
        """The articles that a case of that field is told of."""
        return told_in(field, self.bases)

    def in_force(self, on: date) -> bool:
        """Whether the rule is law on that day."""
        since, until = self.force
        return since <= on and (until is None or on <= until)

    @property
    def dated_by(self) -> Fact | None:
        """The fact whose day says by which law a past case is judged; None where it has none."""
        return None

    def met(self, at: Moment) -> pl.Expr:
        """Whether the demand is met; null where it can't be known yet."""
        raise NotImplementedError

    def verdict(self, at: Moment) -> pl.Expr:
        """A `Verdict` a row."""
        return coded(self.when, self.met(at)).alias(self.id)

    def facts(self) -> tuple[Fact, ...]:
        """The facts it speaks of in any of its uses, in judging a step and in judging a past case."""
        names = (*self.reads(Moment(china(), 0)), *(fact.name for fact in self.named()))
        return tuple(VOCABULARY[name] for name in dict.fromkeys(names))

    def named(self) -> tuple[Fact, ...]:
        """Facts that it names beside its expressions."""
        return ()

    def reads(self, at: Moment) -> tuple[str, ...]:
        """Names of the facts it speaks of."""
        return tuple(dict.fromkeys((*self.when.meta.root_names(), *self.met(at).meta.root_names())))
