"""What a table is made of and answers with: the questions it asks, the statutory range, the outcome."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from fadu.law.discretion.amounts import FEN, Interval, Subject, exact, yuan

STATUTORY = "法定幅度"
"""What the statutory range is called among the parts of a table that can be at fault."""


class Fault(NamedTuple):
    """One thing that is unsound in a table.

    Attributes:
        says: in words, what with what.
        names: the parts at fault, by name; the same pair may be acknowledged (`Table.acknowledged`).
        subject: of whose lines it speaks; None where that makes no difference.
    """

    says: str
    names: frozenset[str]
    subject: Subject | None = None


Faults = Iterator[Fault]
Factors = Mapping[str, object]


class UnsoundTable(ValueError):
    """A table that overlaps, leaves a gap, leaves the statutory range or contradicts itself; the message names what with what."""


class Undecided(ValueError):
    """What was told does not suffice to decide; `errors` says by factor what is missing or wrong."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("；".join(errors.values()))
        self.errors = dict(errors)


@dataclass(frozen=True)
class Factor:
    """What a table asks about the case.

    Attributes:
        name: its key.
        label: as it is asked: 货值金额.
        unit: 平方米, 日; 元 for money, which is given in 分; empty for a choice.
        options: the answers to choose from, each with what it says; empty for a number.
    """

    name: str
    label: str
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def read(self, factors: Factors) -> Fraction | str:
        """The answer; raises Undecided when it is missing or not one that can be given."""
        given = factors.get(self.name)
        if given is None or given == "":
            raise Undecided({self.name: f"请填写“{self.label}”"})
        if self.options:
            if given not in self.options:
                raise Undecided({self.name: f"“{self.label}”没有“{given}”这一项，可选：{'、'.join(self.options)}"})
            return str(given)
        try:
            number = exact(given)
        except (TypeError, ValueError) as fault:
            raise Undecided({self.name: f"“{self.label}”应当是数：{fault}"}) from fault
        if number < 0:
            raise Undecided({self.name: f"“{self.label}”不能小于 0"})
        return number

    @property
    def is_money(self) -> bool:
        """Whether it is an amount, given in 分."""
        return self.unit == "元"

    @property
    def scale(self) -> int:
        """By what a number written in a file is multiplied."""
        return FEN if self.is_money else 1


@dataclass(frozen=True)
class Range:
    """The range of fine that the statute sets, for a subject and perhaps a bracket of a number (货值金额不足一万元).

    Attributes:
        low: least fine in 分; or so many times the number, where `times` is set.
        high: most fine, likewise.
        subject: whom it is for.
        when: the bracket; None where there is one range only.
        times: whether low and high are multiples of the number.
    """

    low: Fraction
    high: Fraction
    subject: Subject = Subject.ANY
    when: Interval | None = None
    times: bool = False

    def bounds(self, base: Fraction | None) -> tuple[Fraction, Fraction]:
        """Least and most fine in 分, exact."""
        by = (base or Fraction(0)) if self.times else Fraction(1)
        return self.low * by, self.high * by


@dataclass(frozen=True)
class Outcome:
    """What a table makes of a case.

    Attributes:
        table: id of the table.
        tier: the band or tier (从轻); for a formula 公式.
        fined: whether a fine is imposed at all.
        low: least fine in 分 within the tier; 0 where there is none.
        high: most fine in 分 within the tier.
        suggested: the point suggested, in 分.
        range: least and most fine of the statute, in 分.
        explanation: sentences for the decision: the table, what applies, how it was reckoned.
        bases: the articles, as cited.
        warnings: what is acknowledged to be unsound in the table.
    """

    table: str
    tier: str
    fined: bool
    low: int
    high: int
    suggested: int
    range: tuple[int, int]
    explanation: str
    bases: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    def admits(self, fine: int) -> bool:
        """Whether a fine of so many 分 keeps within the tier."""
        return self.low <= fine <= self.high


def span(low: Fraction | int, high: Fraction | int) -> str:
    """50,000 元以上 100,000 元以下, 50 元以下, 5,000 元."""
    if low == high:
        return f" {yuan(low)}"
    return f" {yuan(low)}以上 {yuan(high)}以下" if low else f" {yuan(high)}以下"
