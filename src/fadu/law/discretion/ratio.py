"""Tables of the fourth kind: tiers as shares of the statutory range (从轻 is the lowest 30 per cent), or of its maximum."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from fadu.law.discretion.amounts import Subject, percent, yuan
from fadu.law.discretion.bands import TIER
from fadu.law.discretion.parts import Factor, Factors, Fault, Faults, Outcome, span
from fadu.law.discretion.table import Table


@dataclass(frozen=True)
class Share:
    """One tier.

    Attributes:
        label: 从轻.
        start: where it begins, as a share from 0 to 1; None below the statutory minimum (减轻), or where there is no fine (不予).
        end: where it ends; likewise.
        fined: whether there is a fine.
        condition: when it applies, in words.
    """

    label: str
    start: Fraction | None
    end: Fraction | None
    fined: bool = True
    condition: str = ""


@dataclass(frozen=True, kw_only=True)
class RatioTable(Table):
    """Tiers by share.

    Attributes:
        tiers: mildest first.
        of_maximum: whether shares are of the maximum (一半以下) instead of the span from minimum to maximum.
        floor: share of the maximum taken as the minimum where the statute sets none.
    """

    tiers: tuple[Share, ...]
    of_maximum: bool = False
    floor: Fraction = Fraction(0)
    KIND: ClassVar[str] = "幅度比例"

    def asks(self, subject: Subject) -> tuple[Factor, ...]:  # noqa: ARG002 - the same of everybody
        """What has to be known to decide."""
        tier = Factor(TIER, "裁量阶次", options={tier.label: tier.condition for tier in self.tiers})
        return (*((self.bracket,) if self.bracket else ()), tier)

    def _faults(self) -> Faults:
        shares = [(tier.label, tier.start, tier.end) for tier in self.tiers if tier.start is not None and tier.end is not None]
        if not shares:
            yield Fault("没有罚款的阶次", frozenset({"阶次"}))
            return
        labels = [tier.label for tier in self.tiers]
        if doubled := {label for label in labels if labels.count(label) > 1}:
            yield Fault(f"“{'、'.join(sorted(doubled))}”写了不止一次", frozenset(doubled))
        if not 0 <= self.floor <= 1:
            yield Fault(f"没有下限时的比例 {percent(self.floor)} 不在 0 至 100% 之间", frozenset({"阶次"}))
        for name, start, end in shares:
            if not 0 <= start <= end <= 1:
                yield Fault(f"“{name}”（{percent(start)}–{percent(end)}）不在 0 至 100% 之间", frozenset({name}))
        for (name, start, end), (other, next_start, next_end) in pairwise(shares):
            if next_start != end:
                fault = "重叠" if next_start < end else "之间有空档"
                told = f"“{name}”（{percent(start)}–{percent(end)}）与“{other}”（{percent(next_start)}–{percent(next_end)}）{fault}"
                yield Fault(told, frozenset({name, other}))
        if shares[0][1] != 0:
            yield Fault(f"“{shares[0][0]}”自 {percent(shares[0][1])}起，以下没有阶次", frozenset({shares[0][0]}))
        if shares[-1][2] != 1:
            yield Fault(f"“{shares[-1][0]}”止于 {percent(shares[-1][2])}，以上没有阶次", frozenset({shares[-1][0]}))

    def _decide(self, factors: Factors, subject: Subject) -> Outcome:
        tier = next(tier for tier in self.tiers if tier.label == factors[TIER])
        low, high, law = self.statutory(factors, subject)
        met = f"具有“{tier.condition}”的情形，" if tier.condition else ""
        why = [law, f"{met}属于“{tier.label}”阶次"]
        if not tier.fined:
            return self._no_fine(tier.label, (low, high), why)
        if not low and self.floor:
            low = self.floor * high
            why.append(f"法律未设下限，以上限的 {percent(self.floor)}即 {yuan(low)}为下限")
        if tier.start is None or tier.end is None:
            bounds = (Fraction(0), Fraction(max(0, -(-low // 1) - 1)))
            return self._outcome(tier.label, bounds, low / 2, (low, high), [*why, f"低于法定最低罚款 {yuan(low)}处罚"])
        bounds = self._at(tier.start, low, high), self._at(tier.end, low, high)
        measure = "法定上限" if self.of_maximum else "法定幅度"
        how = f"取{measure}的 {percent(tier.start)}至 {percent(tier.end)}，即罚款{span(*bounds)}"
        return self._outcome(tier.label, bounds, (bounds[0] + bounds[1]) / 2, (low, high), [*why, how])

    def _at(self, share: Fraction, low: Fraction, high: Fraction) -> Fraction:
        return max(low, share * high) if self.of_maximum else low + share * (high - low)
