"""What covers what, as a bar: where its stretches begin and end in hundredths of its length, and what stands below it."""

from dataclasses import dataclass
from fractions import Fraction

from fadu.law.discretion.scale import Axis, Cover, Stretch

TAIL = Fraction(1, 4)
"""How long a stretch without end is drawn, as a share of what lies before it."""
LEAST = 1.2
"""The narrowest that a fault is drawn, in hundredths: one point too many or too few is seen."""
SAID = {Cover.GAP: "空档", Cover.TWICE: "重叠", Cover.OUTSIDE: "超出"}


@dataclass(frozen=True)
class Piece:
    """One stretch of the bar, or a tick below it (of no width)."""

    x: float
    width: float
    cover: str
    says: str


@dataclass(frozen=True)
class Bar:
    """One bar."""

    title: str
    sound: bool
    pieces: tuple[Piece, ...]
    cuts: tuple[float, ...]
    ends: tuple[str, str]
    says: tuple[tuple[str, str], ...]


def bar(axis: Axis) -> Bar:
    """The axis, drawn to its own scale."""
    stretches = axis.stretches
    if not stretches:
        return Bar(axis.title, axis.sound, (), (), ("", ""), ())
    first = stretches[0].start
    reach = max([stretch.end for stretch in stretches if stretch.end is not None] + [stretches[-1].start])
    span = (reach - first) or Fraction(1)
    whole = span * (1 + TAIL) if stretches[-1].end is None else span

    def at(number: Fraction) -> float:
        return round(float((number - first) / whole) * 100, 2)

    pieces = [_piece(stretch, at(stretch.start), 100.0 if stretch.end is None else at(stretch.end), axis) for stretch in stretches]
    cuts = tuple(at(stretch.start) for stretch in stretches[1:] if stretch.cover is Cover.ONCE)
    last = "更多" if stretches[-1].end is None else axis.words(reach)
    faults = tuple((SAID[stretch.cover], _span(stretch, axis)) for stretch in stretches if stretch.cover in SAID)
    return Bar(axis.title, axis.sound, tuple(sorted(pieces, key=lambda piece: piece.cover != Cover.ONCE)), cuts, (axis.words(first), last), faults)


def _piece(stretch: Stretch, start: float, end: float, axis: Axis) -> Piece:
    width = round(end - start, 2)
    if stretch.cover is not Cover.ONCE and width < LEAST:
        start, width = max(0.0, min(100 - LEAST, start - (LEAST - width) / 2)), LEAST
    return Piece(round(start, 2), width, str(stretch.cover), f"{'、'.join(stretch.names) or SAID.get(stretch.cover, '')}：{_span(stretch, axis)}")


def _span(stretch: Stretch, axis: Axis) -> str:
    if stretch.end == stretch.start:
        return f"正好 {axis.words(stretch.start)}"
    if stretch.end is None:
        return f"{axis.words(stretch.start)}以后"
    return f"{axis.words(stretch.start)}至 {axis.words(stretch.end)}"
