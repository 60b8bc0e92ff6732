"""Tables of the first two kinds: bands by a number (面积), and tiers by a condition that the officer finds met (情节)."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

from fadu.law.discretion.amounts import Interval, Subject, money_faults, partition_faults, told
from fadu.law.discretion.parts import STATUTORY, Factor, Factors, Fault, Faults, Outcome, Undecided, span
from fadu.law.discretion.table import Table

TIER = "tier"  # the factor by which a tier is chosen


@dataclass(frozen=True)
class Band:
    """One line of a table.

    Attributes:
        label: its name: 轻微, 不足 5 平方米.
        low: least fine in 分.
        high: most fine in 分; None means that there is no fine (责令改正).
        subject: whom it is for.
        when: the numbers it is for; None in a table by condition.
        condition: when it applies, in words.
    """

    label: str
    low: int
    high: int | None
    subject: Subject = Subject.ANY
    when: Interval | None = None
    condition: str = ""


@dataclass(frozen=True, kw_only=True)
class _Lines(Table):
    """What both kinds share: lines of money that fill the statutory range of each subject.

    Attributes:
        bands: the lines, mildest first for each subject.
    """

    bands: tuple[Band, ...]

    def of(self, subject: Subject) -> tuple[Band, ...]:
        """The lines for one subject; raises Undecided where there is none."""
        if bands := tuple(band for band in self.bands if band.subject.covers(subject)):
            return bands
        raise Undecided({"subject": f"本基准没有对{subject}的档次"})

    def _faults(self) -> Faults:
        statutory = frozenset({STATUTORY})
        if self.bracket:
            yield Fault("法定幅度按数额分段的，不能按固定金额分档；请用幅度比例的基准", statutory)
            return
        if not self.bands:
            yield Fault("没有档次", statutory)
        if mixed := {band.subject for band in self.bands} - {Subject.ANY}:
            anybody = frozenset(band.label for band in self.bands if band.subject is Subject.ANY)
            if anybody:
                yield Fault(f"既有不分当事人的档次，又有对{'、'.join(sorted(mixed))}的档次，一件案件会落入两档", anybody, Subject.ANY)
        for subject, group in groupby(sorted(self.bands, key=lambda band: band.subject), key=lambda band: band.subject):
            yield from self._faults_of(subject, list(group))
        if left_out := [subject for subject in self.subjects if not any(band.subject.covers(subject) for band in self.bands)]:
            yield Fault(f"法定幅度有对{'、'.join(left_out)}的，却没有对其的档次", statutory)

    def _faults_of(self, subject: Subject, lines: list[Band]) -> Faults:
        for label, times in Counter(band.label for band in lines).items():
            if times > 1:
                yield Fault(f"对{subject}，“{label}”写了 {times} 次", frozenset({label}), subject)
        ranges = [range_ for range_ in self.ranges if range_.subject.covers(subject)]
        if not ranges:
            yield Fault(f"没有写明对{subject}的法定幅度", frozenset({STATUTORY}), subject)
            return
        low, high = map(int, ranges[0].bounds(None))
        fined = [(band.label, band.low, band.high) for band in lines if band.high is not None]
        if not fined:
            yield Fault(f"对{subject}没有罚款的档次", frozenset(band.label for band in lines), subject)
        yield from (Fault(f"对{subject}，{says}", names, subject) for says, names in money_faults(fined, low, high))


@dataclass(frozen=True, kw_only=True)
class BandTable(_Lines):
    """Bands by a number.

    Attributes:
        by: the number.
    """

    by: Factor
    KIND: ClassVar[str] = "数额分档"

    def asks(self, subject: Subject) -> tuple[Factor, ...]:  # noqa: ARG002 - the same of everybody
        """What has to be known to decide."""
        return (self.by,)

    def _faults(self) -> Faults:
        yield from super()._faults()
        for subject in dict.fromkeys(band.subject for band in self.bands):
            parts = [(band.label, band.when) for band in self.bands if band.subject is subject and band.when]
            yield from (Fault(f"对{subject}，{says}", names, subject) for says, names in partition_faults(parts, self.by.unit))

    def _decide(self, factors: Factors, subject: Subject) -> Outcome:
        number = self.by.read(factors)
        assert isinstance(number, Fraction)
        band = next(band for band in self.of(subject) if band.when is None or number in band.when)
        low, high, law = self.statutory(factors, subject)
        why = [law, f"{self.by.label} {told(number, self.by.unit)}，属于“{band.label}”一档"]
        if band.high is None:
            return self._no_fine(band.label, (low, high), why)
        why.append(f"该档罚款{span(band.low, band.high)}")
        position = _position(number, band.when)
        how = "数值在档内的位置" if position is not None else "该档中点"
        point = band.low + (position if position is not None else Fraction(1, 2)) * (band.high - band.low)
        return self._outcome(band.label, (Fraction(band.low), Fraction(band.high)), point, (low, high), [*why, f"按{how}计"])


@dataclass(frozen=True, kw_only=True)
class TierTable(_Lines):
    """Tiers by a condition in words; which is met is for the officer to find and for the file to show."""

    KIND: ClassVar[str] = "情节分档"

    def asks(self, subject: Subject) -> tuple[Factor, ...]:
        """What has to be known to decide."""
        return (Factor(TIER, "裁量阶次", options={band.label: band.condition for band in self.of(subject)}),)

    def _decide(self, factors: Factors, subject: Subject) -> Outcome:
        band = next(band for band in self.of(subject) if band.label == factors[TIER])
        low, high, law = self.statutory(factors, subject)
        met = f"具有“{band.condition}”的情形，" if band.condition else ""
        why = [law, f"{met}属于“{band.label}”阶次"]
        if band.high is None:
            return self._no_fine(band.label, (low, high), why)
        why.append(f"该阶次罚款{span(band.low, band.high)}，按中点计")
        bounds = (Fraction(band.low), Fraction(band.high))
        return self._outcome(band.label, bounds, (bounds[0] + bounds[1]) / 2, (low, high), why)


def _position(number: Fraction, when: Interval | None) -> Fraction | None:
    """Where in a bounded interval a number lies, 0 to 1; None where the interval has no end."""
    if when is None or when.high is None or when.high == (when.low or 0):
        return None
    start = when.low or Fraction(0)
    return (number - start) / (when.high - start)
