"""Money, exact numbers and intervals of discretion tables. Money is an integer of 分; nothing here is ever a float."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

FEN = 100  # 分 in one 元


class Subject(StrEnum):
    """Whom a range is for."""

    PERSON = "个人"
    UNIT = "单位"
    ANY = "当事人"

    def covers(self, other: "Subject") -> bool:
        """Whether what is laid down for this subject holds for `other`."""
        return self in (Subject.ANY, other)


def exact(given: object) -> Fraction:
    """A number as given by a form, a file or a fact; raises TypeError for floats and ValueError for what is no number."""
    if isinstance(given, bool | float) or not isinstance(given, int | str | Decimal | Fraction):
        raise TypeError(f"{given!r} 不是精确的数")
    try:
        return Fraction(given)
    except (ValueError, ZeroDivisionError) as fault:
        raise ValueError(f"“{given}”不是数") from fault


def yuan(fen: int | Fraction) -> str:
    """29,000 元, 12,345.67 元; fractions of a 分 are cut off."""
    whole, rest = divmod(floor(fen), FEN)
    return f"{whole:,}{f'.{rest:02d}' if rest else ''} 元"


def percent(share: Fraction) -> str:
    """30%, 14.5%; shares that have no short decimal are written as fractions."""
    scaled = share * 100
    if (scaled * 1000).denominator == 1:
        return f"{Decimal(scaled.numerator) / Decimal(scaled.denominator)}%"
    return f"{share.numerator}/{share.denominator}"


def within(low: Fraction, high: Fraction) -> tuple[int, int]:
    """The whole 分 that lie within exact bounds."""
    return ceil(low), floor(high)


@dataclass(frozen=True)
class Rounding:
    """How a suggested amount is rounded: down, in favour of the party, to a multiple of so many 分.

    Attributes:
        to: the multiple in 分: 100 is whole 元.
    """

    to: int = FEN

    def apply(self, amount: Fraction) -> int:
        """`amount` rounded down."""
        return floor(amount / self.to) * self.to


WHOLE_YUAN = Rounding()

_INTERVAL = re.compile(r"([\[(])\s*(-?[\d.]+)?\s*,\s*(-?[\d.]+)?\s*([\])])")


@dataclass(frozen=True)
class Interval:
    """Numbers from `low` to `high`; None is no bound.

    Attributes:
        low: lower bound.
        high: upper bound.
        has_low: whether the lower bound is in it (以上).
        has_high: whether the upper bound is in it (以下).
    """

    low: Fraction | None
    high: Fraction | None
    has_low: bool
    has_high: bool

    @classmethod
    def parse(cls, text: str, scale: int = 1) -> "Interval":
        """Read "[5, 10)" or "(10, )", bounds multiplied by `scale`; raises ValueError."""
        match = _INTERVAL.fullmatch(text.strip())
        if not match:
            raise ValueError(f"“{text}”不是区间的写法，应如 [5, 10) 或 (10, )")
        low, high = (Fraction(bound) * scale if bound else None for bound in (match[2], match[3]))
        if low is not None and high is not None and (low > high or (low == high and text.strip()[0] + text.strip()[-1] != "[]")):
            raise ValueError(f"区间 {text} 是空的")
        return cls(low, high, match[1] == "[" and low is not None, match[4] == "]" and high is not None)

    def __contains__(self, number: Fraction) -> bool:
        above = self.low is None or number > self.low or (self.has_low and number == self.low)
        below = self.high is None or number < self.high or (self.has_high and number == self.high)
        return above and below

    def words(self, unit: str) -> str:
        """5 平方米以上不足 10 平方米."""
        low = "" if self.low is None else (f"{told(self.low, unit)}以上" if self.has_low else f"超过 {told(self.low, unit)}")
        high = "" if self.high is None else (f"{told(self.high, unit)}以下" if self.has_high else f"不足 {told(self.high, unit)}")
        return " ".join(filter(None, [low if self.low or not high else "", high])) or "不限"


def told(number: Fraction, unit: str) -> str:
    """A number with its unit: 7.5 平方米, 10,000 元 (from 分)."""
    if unit == "元":
        return yuan(number)
    shown = f"{number.numerator:,}" if number.denominator == 1 else str(Decimal(number.numerator) / Decimal(number.denominator))
    return f"{shown} {unit}".strip()


def partition_faults(parts: Iterable[tuple[str, Interval]], unit: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Where intervals overlap, or leave a number from 0 up without one: the fault, and the names of the parts at fault."""
    ordered = sorted(parts, key=lambda part: (part[1].low or Fraction(0), not part[1].has_low))
    if not ordered:
        return
    first, last = ordered[0], ordered[-1]
    if first[1].low == 0 and not first[1].has_low:
        yield f"“{first[0]}”不含 0，正好是 0 的没有档次", frozenset({first[0]})
    elif first[1].low:
        yield f"“{first[0]}”自 {told(first[1].low, unit)}起，以下没有档次", frozenset({first[0]})
    for (name, one), (other_name, other) in pairwise(ordered):
        pair = frozenset({name, other_name})
        if one.high is None or (other.low or 0) < one.high or (other.low == one.high and one.has_high and other.has_low):
            yield f"“{name}”（{one.words(unit)}）与“{other_name}”（{other.words(unit)}）重叠", pair
        elif other.low is not None and (other.low > one.high or not (one.has_high or other.has_low)):
            yield f"“{name}”（{one.words(unit)}）与“{other_name}”（{other.words(unit)}）之间有空档", pair
    if last[1].high is not None:
        yield f"“{last[0]}”止于 {told(last[1].high, unit)}，以上没有档次", frozenset({last[0]})


def money_faults(bands: Iterable[tuple[str, int, int]], low: int, high: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Where money bands overlap, leave a gap, or do not fill the statutory range exactly; touching ends are in order."""
    ordered = list(bands)
    for name, least, most in ordered:
        if least > most:
            yield f"“{name}”下限 {yuan(least)}高于上限 {yuan(most)}", frozenset({name})
        if least < low or most > high:
            yield f"“{name}”（{yuan(least)}至 {yuan(most)}）超出法定幅度（{yuan(low)}至 {yuan(high)}）", frozenset({name})
    for (name, least, most), (other, next_least, next_most) in pairwise(ordered):
        if next_least != most:
            fault = "重叠" if next_least < most else "之间有空档"
            yield (
                f"“{name}”（{yuan(least)}至 {yuan(most)}）与“{other}”（{yuan(next_least)}至 {yuan(next_most)}）{fault}",
                frozenset({name, other}),
            )
    if ordered and ordered[0][1] > low:
        yield f"“{ordered[0][0]}”自 {yuan(ordered[0][1])}起，与法定下限 {yuan(low)}之间有空档", frozenset({ordered[0][0]})
    if ordered and ordered[-1][2] < high:
        yield f"“{ordered[-1][0]}”止于 {yuan(ordered[-1][2])}，与法定上限 {yuan(high)}之间有空档", frozenset({ordered[-1][0]})
