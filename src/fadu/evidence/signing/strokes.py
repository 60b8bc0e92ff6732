"""笔迹: the strokes of a signature, checked and bounded, and the picture that is drawn of them. The browser's own picture is not asked for.

A pad sends {"w": width, "h": height, "strokes": [[[x, y, pressure, milliseconds], …], …]}. Nothing of it is believed: what
lies outside the pad, goes back in time or is more than a hand can draw is refused.
"""

import json
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from fadu.law.forms import Invalid

MOST_STROKES: Final = 300
MOST_POINTS: Final = 12_000
LONGEST: Final = 20 * 60 * 1000
"""Milliseconds that a signature may take."""

LARGEST: Final = 2_000_000
"""Characters of the text that is read at all."""

SMALLEST, WIDEST = 60, 4000
LEAST_INK: Final = 0.08
"""Length of the ink in widths of the pad: a dot or a tick is no name."""

PRECISION: Final = 10


@dataclass(frozen=True, slots=True)
class Strokes:
    """A signature as it was drawn.

    Attributes:
        width, height: of the pad.
        lines: of each stroke its points (x, y, pressure, milliseconds since the first).
    """

    width: float
    height: float
    lines: tuple[tuple[tuple[float, float, float, int], ...], ...]

    def bytes(self) -> bytes:
        """As they are kept: the same strokes give the same bytes."""
        return json.dumps({"w": self.width, "h": self.height, "strokes": self.lines}, separators=(",", ":")).encode()

    def svg(self) -> str:
        """The picture: each stretch as wide as the pen was pressed there, and no more paper than there is ink."""
        ink = max(self.width, self.height) / 160
        (left, top), (right, bottom) = ([edge(point[axis] for line in self.lines for point in line) for axis in (0, 1)] for edge in (min, max))
        box = f"{left - 2 * ink:g} {top - 2 * ink:g} {right - left + 4 * ink:g} {bottom - top + 4 * ink:g}"
        drawn = [_dot(line[0], ink) if len(line) == 1 else _line(line, ink) for line in self.lines]
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="none" stroke="#111" stroke-linecap="round" stroke-linejoin="round">{"".join(drawn)}</svg>'


def read(text: str) -> Strokes:
    """The strokes that a pad sent; raises Invalid on the field `strokes`."""
    if len(text) > LARGEST:
        raise Invalid({"strokes": "笔画过多，请清除后重签"})
    try:
        return _read(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        said = (
            str(error) if isinstance(error, ValueError) and not isinstance(error, json.JSONDecodeError) and _chinese(str(error)) else "没有收到签名，请重新签写"
        )
        raise Invalid({"strokes": said}) from None


def _read(sent: Any) -> Strokes:
    width, height = _number(sent["w"], SMALLEST, WIDEST), _number(sent["h"], SMALLEST / 2, WIDEST)
    lines = sent["strokes"]
    if not isinstance(lines, list) or not lines:
        raise ValueError("请在框内签名")
    if len(lines) > MOST_STROKES or sum(len(line) for line in lines) > MOST_POINTS:
        raise ValueError("笔画过多，请清除后重签")
    clean, last = [], 0
    for line in lines:
        if not isinstance(line, list) or not line:
            raise ValueError("笔迹不完整，请重签")
        points = []
        for x, y, pressure, at in line:
            last = int(_number(at, last, LONGEST))
            points.append((_number(x, 0, width), _number(y, 0, height), _number(pressure, 0, 1, 100), last))
        clean.append(tuple(points))
    found = Strokes(width, height, tuple(clean))
    if _ink(found) < LEAST_INK * width:
        raise ValueError("签名太短，请签写姓名")
    return found


def _number(value: Any, least: float, most: float, precision: int = PRECISION) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not least <= value <= most:
        raise ValueError("笔迹超出签名框或者时间不连续，请重签")
    return float(round(value * precision)) / precision


def _ink(strokes: Strokes) -> float:
    return sum(math.dist(a[:2], b[:2]) for line in strokes.lines for a, b in pairwise(line))


def _dot(point: tuple[float, float, float, int], ink: float) -> str:
    return f'<path d="M{point[0]:g} {point[1]:g}h.01" stroke-width="{_width(point[2], ink)}"/>'


def _line(line: tuple[tuple[float, float, float, int], ...], ink: float) -> str:
    """One path for each run of equal pressure."""
    made, at = [], 0
    while at < len(line) - 1:
        width, end = _width(line[at + 1][2], ink), at + 1
        while end + 1 < len(line) and _width(line[end + 1][2], ink) == width:
            end += 1
        points = " ".join(f"{x:g} {y:g}" for x, y, *_ in line[at : end + 1])
        made.append(f'<path d="M{points.replace(" ", " ", 1)}" stroke-width="{width}"/>')
        at = end
    return "".join(made)


def _width(pressure: float, ink: float) -> str:
    return f"{ink * (0.6 + round((pressure or 0.5) * 5) / 5 * 1.2):.2f}"


def _chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)
