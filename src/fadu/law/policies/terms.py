"""What the rules of policies share: where a policy is law, what is due on a day, numbers that a place sets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntFlag
from typing import TypeVar

import polars as pl

from fadu.law.facts import Fact
from fadu.law.rules import TRUE, Clock, Duty, Moment
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO, Policy
from fadu.law.vocabulary import case, locality, officer, organ

HEBEI = "130000"
"""河北省, where 河北省乡镇和街道综合行政执法条例 is law."""

Kinds = TypeVar("Kinds", bound=IntFlag)


def in_place(code: Fact, place: str) -> pl.Expr:
    """Whether a place is that place or lies in it (GB/T 2260: two digits a province, four a city, six a county)."""
    part = place[:2] if place.endswith("0000") else place.removesuffix("00")
    return code.column.cast(pl.String).str.starts_with(part).fill_null(value=False)


def organ_in(policy: Policy) -> pl.Expr:
    """The organ stands where the policy is law."""
    return in_place(organ.organ_place, policy.place)


def officer_in(policy: Policy) -> pl.Expr:
    """The person serves where the policy is law."""
    return in_place(officer.place_code, policy.place)


def locality_in(policy: Policy) -> pl.Expr:
    """The government is that of the policy's place, or of a place in it."""
    return in_place(locality.place_code, policy.place)


def case_in(place: str) -> pl.Expr:
    """The case is handled in that place."""
    return in_place(case.place_code, place)


TOWN = (case.agency_kind == "township").fill_null(value=False)
"""A township or sub-district handles the case."""

HEBEI_TOWN = case_in(HEBEI) & TOWN
XINGLONG_TOWN = case_in(XINGLONG.place) & TOWN
IN_HEILONGJIANG = case_in(HEILONGJIANG.place)

JUSTICE = organ.organ_role == "justice"
ENFORCER = organ.organ_role == "enforcer"
BASE_ORGAN = organ.organ_role.one_of("township", "street")

DISTRICT_HERE, XINGLONG_HERE, HEILONGJIANG_HERE, LIAOCHENG_HERE, XINSHAO_HERE = (
    organ_in(policy) for policy in (HEBEI_DISTRICT, XINGLONG, HEILONGJIANG, LIAOCHENG, XINSHAO)
)


def whole(kinds: type[Kinds]) -> Kinds:
    """Every member of a list."""
    return kinds(sum(int(member) for member in kinds))


def reached(done: pl.Expr, closed: Fact) -> pl.Expr:
    """Yes once it is done; no only when the year's record was closed without it; until then not to be judged."""
    return done.fill_null(value=False) | pl.when(closed.known).then(pl.lit(False))  # noqa: FBT003 - else not known


@dataclass(frozen=True)
class DueBy(Duty):
    """A duty with a last day: met when done by then, broken when done later, or not done when the day has passed.

    Attributes:
        by: what was done (its day), and the last day for it.
        demands: what must hold besides.
    """

    by: Sequence[tuple[Fact, pl.Expr]] = field(kw_only=True, repr=False)
    demands: pl.Expr = field(default=TRUE, kw_only=True, repr=False)

    def met(self, at: Moment) -> pl.Expr:
        """See `Rule.met`."""
        return pl.all_horizontal([self.demands, *(self._in_time(done, last, at.today) for done, last in self.by)])

    @staticmethod
    def _in_time(done: Fact, last: pl.Expr, today: int) -> pl.Expr:
        late = pl.when(last < today).then(pl.lit(False))  # noqa: FBT003 - still to be done: neither met nor broken
        return pl.when(done.known).then(done <= last).otherwise(late)


@dataclass(frozen=True)
class LocalClock(Clock):
    """A clock whose length the place sets; `within` is that of the policy that the catalogue names.

    Attributes:
        local: the length here, in the unit of `within`.
    """

    local: Fact = field(kw_only=True)

    @property
    def longer_by(self) -> pl.Expr | int:
        """See `Clock.longer_by`."""
        return self.local.column - self.within.length + super().longer_by

    def named(self) -> tuple[Fact, ...]:
        """See `Rule.named`."""
        return (*super().named(), self.local)
