"""What is judged over a year, by a person, or by the way the law counts."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.rules.base import Grade, Moment, Rule


@dataclass(frozen=True)
class Duty(Rule):
    """Something an organ, officer or place owes, judged over its own facts (职责).

    Attributes:
        demands: what must hold.
        due: when in the year, in words, such as "每年 1 月 31 日前".
    """

    demands: pl.Expr = field(kw_only=True, repr=False)
    due: str = field(default="", kw_only=True)
    grade: Grade = field(default=Grade.TOLD, kw_only=True)

    def met(self, at: Moment) -> pl.Expr:  # noqa: ARG002 - judged over the year's facts
        """See `Rule.met`."""
        return self.demands


@dataclass(frozen=True)
class Question(Rule):
    """What only a person can judge: asked of the reviewer or the scorer (人工核查项).

    Attributes:
        asks: the question.
        answered_by: reviewer or scorer.
        point: which of the seven points of review it belongs to; "" of what is no penalty.
        grain: of whose cases it is asked.
    """

    asks: str = field(default="", kw_only=True)
    answered_by: str = field(default="reviewer", kw_only=True)
    point: str = field(default="", kw_only=True)
    grain: str = field(default="case", kw_only=True)
    grade: Grade = field(default=Grade.TOLD, kw_only=True)

    def met(self, at: Moment) -> pl.Expr:  # noqa: ARG002 - no fact answers it
        """See `Rule.met`."""
        return pl.lit(None, pl.Boolean)


@dataclass(frozen=True)
class Convention(Rule):
    """A rule about how the law counts; carried out by `periods` or `calendar`, shown by the tests of what it names.

    Attributes:
        carried_out_by: dotted name of the function or class that does it.
    """

    carried_out_by: str = field(default="", kw_only=True)
    grade: Grade = field(default=Grade.TOLD, kw_only=True)

    def met(self, at: Moment) -> pl.Expr:  # noqa: ARG002 - it judges nothing
        """See `Rule.met`."""
        return pl.lit(None, pl.Boolean)
