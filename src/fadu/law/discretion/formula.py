"""Tables of the third kind: a percentage formula over factors (湖南省生态环境行政处罚裁量).

Y is the statutory minimum over the maximum; fine = [Y + sum of percentages x (1 - Y)] x maximum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from fadu.law.discretion.amounts import Subject, percent, yuan
from fadu.law.discretion.parts import Factor, Factors, Fault, Faults, Outcome
from fadu.law.discretion.table import Table


@dataclass(frozen=True)
class Weight:
    """A factor with the percentage that each answer adds.

    Attributes:
        factor: what is asked; its options are the answers.
        shares: what each answer adds, as a fraction.
    """

    factor: Factor
    shares: Mapping[str, Fraction]


@dataclass(frozen=True, kw_only=True)
class FormulaTable(Table):
    """Percentages added up over the statutory range.

    Attributes:
        weights: the factors.
        base: share of the maximum that the formula starts from where the statute sets no minimum.
    """

    weights: tuple[Weight, ...]
    base: Fraction = Fraction(0)
    KIND: ClassVar[str] = "百分比公式"

    def asks(self, subject: Subject) -> tuple[Factor, ...]:  # noqa: ARG002 - the same of everybody
        """What has to be known to decide."""
        return (*((self.bracket,) if self.bracket else ()), *(weight.factor for weight in self.weights))

    def _faults(self) -> Faults:
        if not self.weights:
            yield Fault("公式没有因子", frozenset({"公式"}))
            return
        labels = [weight.factor.label for weight in self.weights]
        if doubled := {label for label in labels if labels.count(label) > 1}:
            yield Fault(f"因子“{'、'.join(sorted(doubled))}”写了不止一次", frozenset(doubled))
        keys = [factor.name for factor in self.asks(Subject.ANY)]
        if not doubled and len(set(keys)) < len(keys):
            yield Fault("有两个因子的代号相同", frozenset({"公式"}))
        if not 0 <= self.base <= 1:
            yield Fault(f"起点比例 {percent(self.base)} 不在 0 至 100% 之间", frozenset({"公式"}))
        for weight in self.weights:
            name = weight.factor.label
            if set(weight.shares) != set(weight.factor.options) or not weight.shares:
                yield Fault(f"“{name}”的选项与百分比对不上", frozenset({name}))
            elif any(not 0 <= share <= 1 for share in weight.shares.values()):
                yield Fault(f"“{name}”的百分比不在 0 至 100% 之间", frozenset({name}))
        most = sum((max(weight.shares.values(), default=Fraction(0)) for weight in self.weights), Fraction(0))
        if most > 1:
            yield Fault(f"各因子最高合计 {percent(most)}，超过 100%，会超出法定上限", frozenset({"公式"}))

    def _decide(self, factors: Factors, subject: Subject) -> Outcome:
        low, high, law = self.statutory(factors, subject)
        start = low / high if low else self.base
        chosen = [(weight, str(factors[weight.factor.name])) for weight in self.weights]
        added = sum((weight.shares[answer] for weight, answer in chosen), Fraction(0))
        share = start + added * (1 - start)
        amount = share * high
        answers = "，".join(f"{weight.factor.label}为“{answer}”，{percent(weight.shares[answer])}" for weight, answer in chosen)
        why = [
            law,
            f"起点比例 Y 为 {percent(start)}",
            answers,
            f"罚款＝[{percent(start)}＋{percent(added)}×(1－{percent(start)})]×{yuan(high)}＝{percent(share)}×{yuan(high)}＝{yuan(amount)}",
        ]
        point = Fraction(self.rounding.apply(amount))
        return self._outcome("公式", (point, point), point, (low, high), why)
