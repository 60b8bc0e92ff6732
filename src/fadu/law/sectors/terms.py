"""What several statutes of the sectors speak of."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.penalty.terms import PENALISED, YUAN
from fadu.law.periods import Period
from fadu.law.rules import Gate
from fadu.law.rules.base import TRUE
from fadu.law.statutes import FOOD_SAFETY_2021
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

WAN = 10_000 * YUAN

BOTH_EDITIONS = FOOD_SAFETY_2021.in_force
"""食品安全法: what was revised in 2025 left these demands as they were, so that they are law since the edition of 2021."""


def _in(field: str) -> pl.Expr:
    """In that field; it stands apart from the sector, so that the bench need not ask where it is another."""
    return (case.field == field).fill_null(value=False)


def _of(sector: str) -> pl.Expr:
    """Said to be of that sector: where nothing is said, it is of none."""
    return (case.sector == sector).fill_null(value=False)


FOOD = _in("market") & _of("food")
"""食品案件: a market case said to be of food."""

DRUGS = _in("drugs") | (_in("market") & _of("drugs"))
"""药品案件: of the drug authority, or a market case said to be of drugs."""

QUALITY = _in("market") & _of("quality")
"""产品质量案件."""

ADVERTS = _in("market") & _of("adverts")
"""广告案件."""

SAFETY = _in("emergency")
"""安全生产案件: those of emergency management, hazardous chemicals among them."""

CHEMICALS = _in("emergency") & _of("chemicals")
"""危险化学品案件."""

FIRE_SAFETY = _in("fire")
"""消防案件."""

COMPLAINED = case.clue_source.one_of("complaint", "report").fill_null(value=False)
"""It began with a complaint or a report."""

FINED = PENALISED & case.decision_kinds.has(Penalty.FINE)
"""A fine is among the penalties."""

NOT_LESSENED = ~case.lessened.holds
"""Not lawfully below the lowest amount (减轻处罚)."""


def least(amount: pl.Expr | int) -> pl.Expr:
    """The lower end of a band, which a lawful lessening may go below."""
    return pl.when(NOT_LESSENED).then(amount if isinstance(amount, pl.Expr) else pl.lit(amount, pl.Int64)).otherwise(case.decision_fine.column)


def by_goods(small: int, times: int) -> pl.Expr:
    """An amount of `small` yuan where the goods are worth less than ten thousand, else so many times their value."""
    return pl.when(case.goods_value < WAN).then(pl.lit(small * YUAN, pl.Int64)).otherwise(case.goods_value * times)


@dataclass(frozen=True)
class Ahead(Gate):
    """A notice that must go out so long before an event (提前通知); the day of neither is counted.

    Attributes:
        notice: when notice was given.
        event: when it takes place.
        full: how long must lie between.
        besides: what must hold as well.
    """

    notice: pl.Expr = field(kw_only=True, repr=False)
    event: pl.Expr = field(kw_only=True, repr=False)
    full: Period = field(kw_only=True)
    besides: pl.Expr = field(default=TRUE, kw_only=True, repr=False)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the whole period lies between notice and event; null where one of them is not known."""
        return self.full.full_between(self.notice, self.event, calendar) & self.besides
