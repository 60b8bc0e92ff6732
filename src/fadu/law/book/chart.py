"""What a flowchart is made of: boxes, chips in them, wires between them, words beside the wires. Plain geometry, in pixels."""

import unicodedata
from dataclasses import dataclass

from fadu.law.book.graph import MARKS, Place
from fadu.law.procedure import Step

Point = tuple[float, float]


@dataclass(frozen=True)
class Sizes:
    """How large things are drawn.

    Attributes:
        width: of the whole drawing.
        columns: 2 with places aside in a column of their own, else 1.
        main: width of a box on the main line; in one column, what the wires leave.
        text: size of the type.
        title: size of the type of titles.
        line: height of a line.
        pad: space within a box.
        pitch: from one wire to the next.
        most: the most room that all wires take; many of them draw together.
        indent: how far places aside are set in, in one column.
    """

    width: int
    columns: int
    main: int
    text: int
    title: int
    line: int = 20
    pad: int = 12
    pitch: int = 11
    most: int = 320
    indent: int = 30


WIDE = Sizes(width=1160, columns=2, main=500, text=13, title=16)
NARROW = Sizes(width=360, columns=1, main=0, text=12, title=15, pad=10, pitch=7, most=140)


@dataclass(frozen=True)
class Rect:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    def meets(self, other: "Rect") -> bool:
        """Whether the two have more than an edge in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class Word:
    """Words at a place; `step` where they are what a step is called.

    Attributes:
        text: the words.
        x: where they begin, or end where `end`.
        y: their base line.
        kind: title, note, entry, tag, act, range, mark.
        end: whether they are set against their right end.
        step: name of the step.
    """

    text: str
    x: float
    y: float
    kind: str
    end: bool = False
    step: str = ""


@dataclass(frozen=True)
class Chip:
    """A step that leaves the case where it is, as a small box in the box of its stage."""

    rect: Rect
    word: Word
    step: Step


@dataclass(frozen=True)
class Box:
    """A box.

    Attributes:
        place: what it stands for; None for the box of what may be done anywhere.
        rect: where.
        words: title, note, and the steps that enter from the side.
        chips: the steps taken there.
        kind: stage, start, elsewhere, anywhere.
    """

    place: Place | None
    rect: Rect
    words: tuple[Word, ...]
    chips: tuple[Chip, ...] = ()
    kind: str = "stage"


@dataclass(frozen=True)
class Wire:
    """A line from one place to another, with an arrow at its end.

    Attributes:
        step: the step it stands for; "" for the line of the beginning.
        points: its corners.
        says: 终止调查：调查取证 → 终结.
        kind: main, side or back.
        joins: whether it ends where it meets another wire of the same step, with a dot instead of an arrow.
    """

    step: str
    points: tuple[Point, ...]
    says: str
    kind: str
    joins: bool = False

    @property
    def path(self) -> str:
        """As SVG writes it, with rounded corners."""
        return rounded(self.points)

    @property
    def end(self) -> Point:
        """Where it ends."""
        return self.points[-1]


@dataclass(frozen=True)
class Chart:
    """A drawing."""

    name: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    words: tuple[Word, ...]


def called(step: Step) -> str:
    """What stands for a step: 定·立案."""
    mark = MARKS[step.by]
    return f"{mark}·{step.label}" if mark else step.label


def width_of(text: str, size: float) -> float:
    """How wide words are set, a little more than less."""
    return sum(size * (1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.6) for sign in text)


def fit(text: str, size: float, room: float) -> list[str]:
    """`text` in lines that are no wider than `room`."""
    lines = [""]
    for sign in text:
        if lines[-1] and width_of(lines[-1] + sign, size) > room:
            lines.append("")
        lines[-1] += sign
    return lines


def rounded(points: tuple[Point, ...], radius: float = 5) -> str:
    """A path through `points`, its corners rounded as far as there is room."""
    first, *rest = points
    path = [f"M{first[0]:g} {first[1]:g}"]
    for before, corner, after in zip(points, rest, rest[1:], strict=False):
        r = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, r), _towards(corner, after, r)
        path.append(f"L{start[0]:g} {start[1]:g}Q{corner[0]:g} {corner[1]:g} {end[0]:g} {end[1]:g}")
    path.append(f"L{points[-1][0]:g} {points[-1][1]:g}")
    return "".join(path)


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, to: Point, by: float) -> Point:
    length = _length(start, to) or 1
    return (round(start[0] + (to[0] - start[0]) * by / length, 2), round(start[1] + (to[1] - start[1]) * by / length, 2))
