"""Expressions and kinds of rule that the remedies share."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.periods import Period, days
from fadu.law.rules import Clock
from fadu.law.vocabulary import review

ACCEPTING = ("accept_review", "accept_simple")
"""The steps that take a review in."""

GENERAL = review.track == "general"
SIMPLE = review.track == "simple"
DECIDED = review.outcome.known & (review.outcome != "dismissed")
"""A decision on the merits."""
QUASHED_FOR_FORM = (review.quash_ground == "procedure").fill_null(value=False)


@dataclass(frozen=True)
class Fixed(Clock):
    """A clock whose last day is not counted but fixed by a decision or judgment: `starts` is that day."""

    within: Period = field(default=days(1), kw_only=True)

    def due(self, calendar: WorkCalendar) -> pl.Expr:  # noqa: ARG002 - the day stands as it was fixed
        """The day that was fixed."""
        return self.starts.column


def span(began: Fact, ended: Fact) -> pl.Expr:
    """Days from `began` to `ended`, both counted; nought where either is not known."""
    return (ended - began + 1).fill_null(0).clip(lower_bound=0)


def refused(fact: Fact) -> pl.Expr:
    """Whether a yes/no fact is known to be no."""
    return fact.column == pl.lit(value=False)
