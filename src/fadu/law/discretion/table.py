"""What every discretion table (行政裁量权基准) is: where it comes from, when it holds, what it asks, what it answers."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

from fadu.law.discretion.amounts import WHOLE_YUAN, Rounding, Subject, partition_faults, told, within, yuan
from fadu.law.discretion.parts import STATUTORY, Factor, Factors, Fault, Faults, Outcome, Range, Undecided, UnsoundTable, span
from fadu.law.parameters import OutsideValidity
from fadu.law.statutes import Citation


@dataclass(frozen=True, kw_only=True)
class Table:
    """One discretion table; built only when it is sound.

    Attributes:
        id: its identifier.
        title: the unlawful act.
        bases: the penal articles: citations where Fadu holds the statute, else as text.
        issuer: who made it.
        source: where it was published.
        filing: number under which it was filed (备案号).
        since: first day of validity.
        until: last day of validity; None while no end is known.
        field: the field of enforcement (market, city); empty for all.
        ranges: what the statute allows.
        bracket: the number the ranges depend on; None where they do not.
        rounding: of the suggested amount.
        acknowledged: pairs of tiers whose fault is in the source and is told instead of refused.
        draft: whether it is still being written: then it may be unsound, `faults` tells of what, and it decides nothing until it is sound.

    Raises:
        UnsoundTable: see there.
    """

    id: str
    title: str
    bases: tuple[Citation | str, ...]
    issuer: str
    source: str
    since: date
    until: date | None = None
    filing: str = ""
    field: str = ""
    ranges: tuple[Range, ...]
    bracket: Factor | None = None
    rounding: Rounding = WHOLE_YUAN
    acknowledged: frozenset[frozenset[str]] = frozenset()
    draft: bool = False
    KIND: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if self.until and self.until < self.since:
            raise UnsoundTable(f"裁量基准 {self.id}：有效期止于 {self.until}，早于起始 {self.since}")
        if not self.draft and (refused := self.faults):
            raise UnsoundTable(f"裁量基准 {self.id}（{self.title}）不能使用：{'；'.join(fault.says for fault in refused)}")

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What makes it unusable; nothing in a table that loaded."""
        return tuple(fault for fault in self._all_faults() if fault.names not in self.acknowledged)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Faults of the source that were acknowledged when it was loaded."""
        return tuple(f"{fault.says}（原文如此，已确认）" for fault in self._all_faults() if fault.names in self.acknowledged)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Whom it speaks of."""
        return tuple(dict.fromkeys(range_.subject for range_ in self.ranges))

    def holds(self, day: date) -> bool:
        """Whether it is valid on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)

    def decide(self, factors: Factors, *, subject: Subject = Subject.UNIT, on: date | None = None) -> Outcome:
        """What the table makes of these facts.

        Args:
            factors: an answer for each of `asks`, by name; money in 分.
            subject: whom the fine is for.
            on: the day whose law applies; None leaves validity unasked.

        Raises:
            Undecided: something is missing or wrong, by factor.
            OutsideValidity: the table is not valid that day.
        """
        if self.draft and self.faults:
            raise Undecided({"": f"草案还有 {len(self.faults)} 处错误，改正后才能试算"})
        if on is not None and not self.holds(on):
            raise OutsideValidity(f"裁量基准“{self.title}”{on} 不在有效期内（{self.since} 至 {self.until or '今'}）")
        missing: dict[str, str] = {}
        for factor in self.asks(subject):
            try:
                factor.read(factors)
            except Undecided as fault:
                missing |= fault.errors
        if missing:
            raise Undecided(missing)
        return self._decide(factors, subject)

    @abstractmethod
    def asks(self, subject: Subject) -> tuple[Factor, ...]:
        """What has to be known to decide."""

    @abstractmethod
    def _decide(self, factors: Factors, subject: Subject) -> Outcome: ...

    def _faults(self) -> Faults:
        """What is unsound in the kind's own parts."""
        yield from ()

    # --- the statutory range

    def statutory(self, factors: Factors, subject: Subject) -> tuple[Fraction, Fraction, str]:
        """Least and most fine of the statute in 分, exact, and why, in words; raises Undecided."""
        applicable = [range_ for range_ in self.ranges if range_.subject.covers(subject)]
        if not applicable:
            raise Undecided({"subject": f"本基准没有对{subject}的处罚"})
        if self.bracket is None:
            low, high = applicable[0].bounds(None)
            return low, high, f"法定罚款幅度为{span(low, high)}"
        number = self.bracket.read(factors)
        assert isinstance(number, Fraction)
        range_ = next(range_ for range_ in applicable if range_.when is None or number in range_.when)
        low, high = range_.bounds(number)
        why = f"{self.bracket.label} {told(number, self.bracket.unit)}"
        if range_.when is not None:
            why += f"，属于{range_.when.words(self.bracket.unit)}的情形"
        if range_.times:
            why += f"，处{self.bracket.label} {range_.low} 倍以上 {range_.high} 倍以下罚款"
        return low, high, f"{why}，法定罚款幅度为{span(low, high)}"

    def _all_faults(self) -> Faults:
        statutory = frozenset({STATUTORY})
        for range_ in self.ranges:
            if not 0 <= range_.low <= range_.high:
                yield Fault(f"法定幅度 {range_.low}–{range_.high} 不对", statutory)
        if not self.ranges:
            yield Fault("没有法定幅度", statutory)
        elif self.bracket:
            yield from self._bracket_faults(self.bracket)
        elif any(range_.when or range_.times for range_ in self.ranges):
            yield Fault("法定幅度按数额分段，却没有写明是什么数额", statutory)
        elif doubled := [subject for subject in self.subjects if sum(range_.subject is subject for range_ in self.ranges) > 1]:
            yield Fault(f"对{'、'.join(doubled)}的法定幅度写了不止一个", statutory)
        if Subject.ANY in self.subjects and len(self.subjects) > 1:
            yield Fault("法定幅度既有不分当事人的，又有对个人或者单位的，一件案件会有两个幅度", statutory)
        yield from self._faults()

    def _bracket_faults(self, bracket: Factor) -> Faults:
        for subject in self.subjects:
            own = [range_ for range_ in self.ranges if range_.subject is subject]
            if len(own) > 1 and any(range_.when is None for range_ in own):
                yield Fault(f"对{subject}的法定幅度有几段，其中有的没有写明{bracket.label}的区间", frozenset({STATUTORY}), subject)
            parts = [(f"{STATUTORY}{n}", r.when) for n, r in enumerate(self.ranges, 1) if r.when and r.subject is subject]
            yield from (Fault(says, names, subject) for says, names in partition_faults(parts, bracket.unit))

    # --- words

    def _outcome(self, tier: str, bounds: tuple[Fraction, Fraction], point: Fraction, statutory: tuple[Fraction, Fraction], why: list[str]) -> Outcome:
        low, high = within(*bounds)
        suggested = min(max(self.rounding.apply(point), low), high)
        return Outcome(
            table=self.id,
            tier=tier,
            fined=True,
            low=low,
            high=high,
            suggested=suggested,
            range=within(*statutory),
            explanation=self._told([*why, f"建议罚款 {yuan(suggested)}"]),
            bases=tuple(map(str, self.bases)),
            warnings=self.warnings,
        )

    def _no_fine(self, tier: str, statutory: tuple[Fraction, Fraction], why: list[str]) -> Outcome:
        return Outcome(
            table=self.id,
            tier=tier,
            fined=False,
            low=0,
            high=0,
            suggested=0,
            range=within(*statutory),
            explanation=self._told([*why, "不处罚款"]),
            bases=tuple(map(str, self.bases)),
            warnings=self.warnings,
        )

    def _told(self, why: list[str]) -> str:
        filed = f"，备案号 {self.filing}" if self.filing else ""
        bases = "、".join(map(str, self.bases))
        return f"依据{bases}，适用{self.issuer}制定的“{self.title}”裁量基准（{self.since} 起施行{filed}）。" + "；".join(why) + "。"
