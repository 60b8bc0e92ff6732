"""A figure (指标): a number that is computed from the registers and shows whether a clause of a policy is met."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fadu.agencies.models import Organ

Clause = tuple[str, str]
"""Which of the five policies ("000" to "004", the first digits of `seed` in seed_clauses.csv) and its clause as listed there."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One row behind a figure: what it is called, where it is shown, what is wrong with it ("" for nothing)."""

    label: str
    href: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure shows for one organ (and all below it) on one day.

    Attributes:
        value: a count, a ratio or a number of days; None while it can't be told yet.
        met: whether the line is held; None while that can't be told yet.
        of: numerator and denominator, where it is a ratio.
        why: how it comes about, or what is missing to tell it, in a sentence.
        behind: the rows it was counted from, those that fall short first.
    """

    value: Fraction | None
    met: bool | None
    of: tuple[int, int] | None = None
    why: str = ""
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the clauses it answers.

    Attributes:
        id: of the address, e.g. "training.hours".
        title: 指标名称.
        unit: %, 人, 件, 小时, 天, 平方米, 份, 项.
        line: the threshold in words, as the clause sets it.
        clauses: the clauses answered.
        read: computes it for an organ with all below it, on a day.
    """

    id: str
    title: str
    unit: str
    line: str
    clauses: tuple[Clause, ...]
    read: Callable[[Organ, date], Reading]


def ratio(met: int, of: int, *, least: Fraction | int = 1, why: str = "", behind: tuple[Behind, ...] = ()) -> Reading:
    """A share that must reach `least`; not told where there is nothing to share."""
    if not of:
        return Reading(None, None, (met, of), why or "没有应计的对象", behind)
    share = Fraction(met, of)
    return Reading(share, share >= least, (met, of), why, behind)
