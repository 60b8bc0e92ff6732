"""Where a table, sound or still a draft, covers what it should: every number, amount or share falls under none, one or several of its lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from fadu.law.discretion.amounts import Interval, Subject, percent, told, yuan
from fadu.law.discretion.bands import BandTable, TierTable
from fadu.law.discretion.formula import FormulaTable
from fadu.law.discretion.parts import Range
from fadu.law.discretion.ratio import RatioTable
from fadu.law.discretion.table import Table

Parts = Sequence[tuple[str, Interval]]


class Cover(StrEnum):
    """How a stretch is covered."""

    ONCE = "once"
    GAP = "gap"
    TWICE = "twice"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Stretch:
    """A stretch under the same lines.

    Attributes:
        start: where it begins.
        end: where it ends, the same as `start` for a single point; None where it goes on without end.
        cover: how it is covered.
        names: the lines it falls under.
    """

    start: Fraction
    end: Fraction | None
    cover: Cover
    names: tuple[str, ...]


@dataclass(frozen=True)
class Axis:
    """A line of numbers with what covers it.

    Attributes:
        title: what is measured, of whom.
        stretches: from its beginning to its end, without a hole.
        words: how a number on it is written.
    """

    title: str
    stretches: tuple[Stretch, ...]
    words: Callable[[Fraction], str]

    @property
    def sound(self) -> bool:
        """Whether each point is covered exactly once."""
        return all(stretch.cover is Cover.ONCE for stretch in self.stretches)


def axes(table: Table) -> tuple[Axis, ...]:
    """The lines to look at: those of numbers first, then those of money or shares."""
    found: list[Axis] = []
    if bracket := table.bracket:
        for subject in table.subjects:
            parts = [(_range_name(n, r), r.when) for n, r in enumerate(table.ranges, 1) if r.when and r.subject is subject]
            if parts:
                found.append(Axis(f"{_of(subject)}法定幅度的{bracket.label}", numbers(parts), lambda number: told(number, bracket.unit)))
    if isinstance(table, BandTable):
        by = table.by
        for subject in dict.fromkeys(band.subject for band in table.bands):
            parts = [(band.label, band.when) for band in table.bands if band.when and band.subject is subject]
            found.append(Axis(f"{_of(subject)}{by.label}", numbers(parts), lambda number: told(number, by.unit)))
    if isinstance(table, BandTable | TierTable):
        found += _money(table)
    if isinstance(table, RatioTable):
        shares = [(tier.label, tier.start, tier.end) for tier in table.tiers if tier.start is not None and tier.end is not None]
        found.append(Axis("法定上限" if table.of_maximum else "法定幅度", amounts(shares, Fraction(0), Fraction(1)), percent))
    if isinstance(table, FormulaTable):
        found.append(Axis("各因子的最高百分比", _stacked(table), percent))
    return tuple(found)


def numbers(parts: Parts) -> tuple[Stretch, ...]:
    """What covers the numbers from 0 up, point by point: ends that belong to two lines or to none are stretches of a single point."""
    edges = sorted({Fraction(0), *(bound for _, when in parts for bound in (when.low, when.high) if bound is not None and bound > 0)})
    raw: list[Stretch] = []
    for place, edge in enumerate(edges):
        after = edges[place + 1] if place + 1 < len(edges) else None
        inner = (edge + after) / 2 if after is not None else edge + 1
        raw.append(_stretch(edge, edge, [name for name, when in parts if edge in when]))
        raw.append(_stretch(edge, after, [name for name, when in parts if inner in when]))
    return _merged(raw)


def amounts(parts: Sequence[tuple[str, Fraction, Fraction]], low: Fraction, high: Fraction) -> tuple[Stretch, ...]:
    """What covers the amounts from `low` to `high`, where neighbours share an end; what lies beyond them is outside."""
    edges = sorted({low, high, *(bound for _, start, end in parts for bound in (start, end))})
    raw = []
    for start, end in pairwise(edges):
        names = [name for name, least, most in parts if least <= start and end <= most]
        stretch = _stretch(start, end, names)
        raw.append(stretch if low <= start and end <= high else Stretch(start, end, Cover.OUTSIDE, stretch.names))
    return _merged(raw)


def _money(table: BandTable | TierTable) -> list[Axis]:
    found = []
    for subject in dict.fromkeys(band.subject for band in table.bands):
        ranges = [range_ for range_ in table.ranges if range_.subject.covers(subject)]
        fined = [(band.label, Fraction(band.low), Fraction(band.high)) for band in table.bands if band.subject is subject and band.high is not None]
        if fined and ranges and not table.bracket:
            low, high = ranges[0].bounds(None)
            found.append(Axis(f"{_of(subject)}罚款", amounts(fined, low, high), yuan))
    return found


def _stacked(table: FormulaTable) -> tuple[Stretch, ...]:
    """The most that each factor adds, one after the other; what passes the whole is outside."""
    at, raw = Fraction(0), []
    for weight in table.weights:
        most = max(weight.shares.values(), default=Fraction(0))
        if most > 0:
            raw.append(Stretch(at, at + most, Cover.ONCE if at + most <= 1 else Cover.OUTSIDE, (weight.factor.label,)))
            at += most
    return tuple(raw)


def _stretch(start: Fraction, end: Fraction | None, names: list[str]) -> Stretch:
    cover = Cover.ONCE if len(names) == 1 else Cover.TWICE if names else Cover.GAP
    return Stretch(start, end, cover, tuple(names))


def _merged(raw: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours under the same lines are one stretch; a point that its neighbour swallows is no stretch of its own."""
    merged: list[Stretch] = []
    for stretch in raw:
        if merged and (merged[-1].cover, merged[-1].names) == (stretch.cover, stretch.names):
            merged[-1] = Stretch(merged[-1].start, stretch.end, stretch.cover, stretch.names)
        elif stretch.end == stretch.start and stretch.cover is Cover.ONCE:
            continue  # drawn by the stretch it belongs to, on one side or the other
        else:
            merged.append(stretch)
    return tuple(merged)


def _range_name(number: int, range_: Range) -> str:
    return f"第 {number} 段" if range_.when else ""


def _of(subject: Subject) -> str:
    return "" if subject is Subject.ANY else f"对{subject}的"
