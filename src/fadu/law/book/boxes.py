"""The boxes of a flowchart: how high each is with its title, the steps that enter it, its chips and its ports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from fadu.law.book.chart import Box, Chip, Point, Rect, Sizes, Word, called, fit, width_of
from fadu.law.book.graph import Graph, Move, Place, span
from fadu.law.procedure import Procedure, Step

GRID = 10
HEAD = 40
CHIP, GAP = 24, 6
BESIDE = 170
"""From a step that may be taken in many stages to those stages."""


@dataclass
class Draft:
    """A box while it is being placed.

    Attributes:
        place: what it stands for.
        entering: the moves that come in from the side.
        leaving: the moves that go out to the side, in the order in which they leave.
        width: how wide it is.
        left: whether its ports are on its left side.
        x: where its left edge is.
        y: where its upper edge is.
    """

    place: Place
    entering: list[Move]
    leaving: list[Move]
    width: float = 0
    left: bool = False
    x: float = 0
    y: float = 0
    title: list[str] = field(default_factory=list)
    entry_lines: list[list[str]] = field(default_factory=list)
    chip_rows: list[list[tuple[Step, float]]] = field(default_factory=list)

    def measure(self, sizes: Sizes) -> None:
        """Break words and chips into lines."""
        room = self.width - 2 * sizes.pad
        self.title = fit(self.place.label, sizes.title, room)
        self.entry_lines = [fit(called(move.step), sizes.text, room - 8) for move in self.entering]
        self.chip_rows = list(_rows(self.place.acts, sizes, room))

    @property
    def head(self) -> int:
        """How high its title is."""
        return HEAD + 20 * (len(self.title) - 1)

    @property
    def lines(self) -> int:
        """How many lines the entering steps take."""
        return sum(map(len, self.entry_lines))

    @property
    def height(self) -> float:
        """How high it is, on the grid."""
        chips = len(self.chip_rows) * (CHIP + GAP) + (4 if self.chip_rows else 0)
        words = self.head + 20 * self.lines + chips + (6 if self.lines or self.chip_rows else 2)
        ports = GRID * (len(self.leaving) + len(self.entering) + 2)  # a port for each, and none at the corners
        return -(-max(words, ports) // GRID) * GRID

    @property
    def rect(self) -> Rect:
        """Where it is."""
        return Rect(self.x, self.y, self.width, self.height)

    @property
    def edge(self) -> float:
        """Where its ports are."""
        return self.x if self.left else self.rect.right

    def entry(self, move: Move) -> Point:
        """Where a move comes in."""
        before = sum(map(len, self.entry_lines[: self.entering.index(move)]))
        return (self.edge, self.y + self.head + 20 * before + GRID)

    def exit(self, move: Move) -> Point:
        """Where a move goes out: below the entries, the first from the bottom last."""
        taken = {self.entry(entering)[1] for entering in self.entering}
        free = [y for y in _grid(self.y + GRID, self.rect.bottom - GRID) if y not in taken]
        return (self.edge, free[len(free) - len(self.leaving) + self.leaving.index(move)])

    def box(self, sizes: Sizes) -> Box:
        """The box as it is drawn."""
        chips = tuple(_chips(self, sizes))
        kind = "elsewhere" if self.place.elsewhere else "stage"
        return Box(self.place, self.rect, tuple(_words(self, sizes)), chips, kind)


def _grid(start: float, end: float) -> Iterator[float]:
    y = start
    while y <= end:
        yield y
        y += GRID


def _rows(acts: Sequence[Step], sizes: Sizes, room: float) -> Iterator[list[tuple[Step, float]]]:
    row: list[tuple[Step, float]] = []
    used = 0.0
    for step in acts:
        width = min(room, width_of(called(step), sizes.text) + 16)
        if row and used + width > room:
            yield row
            row, used = [], 0.0
        row.append((step, width))
        used += width + GAP
    if row:
        yield row


def _words(draft: Draft, sizes: Sizes) -> Iterator[Word]:
    place, rect = draft.place, draft.rect
    for row, line in enumerate(draft.title):
        yield Word(line, rect.x + sizes.pad, rect.y + 26 + 20 * row, "title")
    notes = " · ".join(note for note in (place.note, "办结" if place.ends else "") if note)
    room = rect.w - 2 * sizes.pad - width_of(draft.title[0], sizes.title) - 12
    if notes and width_of(notes, sizes.text - 1) <= room:
        yield Word(notes, rect.right - sizes.pad, rect.y + 26, "note", end=True)
    for move, lines in zip(draft.entering, draft.entry_lines, strict=True):
        _, y = draft.entry(move)
        for place_, line in enumerate(lines):
            x = rect.x + sizes.pad + 4 if draft.left else rect.right - sizes.pad - 4
            yield Word(line, x, y + 20 * place_ + 5, "entry", end=not draft.left, step=move.step.name)


def _chips(draft: Draft, sizes: Sizes) -> Iterator[Chip]:
    y = draft.y + draft.head + 20 * draft.lines + (4 if draft.lines else 0)
    for row in draft.chip_rows:
        x = draft.x + sizes.pad
        for step, width in row:
            rect = Rect(x, y, width, CHIP)
            text = called(step) if width_of(called(step), sizes.text) + 16 <= width + 0.01 else fit(called(step), sizes.text, width - 28)[0] + "…"
            yield Chip(rect, Word(text, x + 8, y + 17, "act", step=step.name), step)
            x += width + GAP
        y += CHIP + GAP


def start_box(graph: Graph, sizes: Sizes) -> Box:
    """Where a case begins."""
    lines = fit(called(graph.opening), sizes.text, sizes.width - 40)
    rect = Rect(1, 1, max(width_of(line, sizes.text) for line in lines) + 32, 10 + 20 * len(lines))
    words = tuple(Word(line, 17, 21 + 20 * row, "act", step=graph.opening.name) for row, line in enumerate(lines))
    return Box(None, rect, words, kind="start")


def anywhere_box(graph: Graph, procedure: Procedure, y: float, sizes: Sizes) -> Box | None:
    """The steps that change no stage and may be taken in many, each with where; None where there is none."""
    if not graph.anywhere:
        return None
    words = [Word("多个阶段都可以办理", 1 + sizes.pad, y + 26, "title")]
    half, low = -(-len(graph.anywhere) // sizes.columns), y
    for column in range(sizes.columns):
        x, base = 1 + sizes.pad + column * (sizes.width - 2) / sizes.columns, y + 50
        for step in graph.anywhere[column * half : (column + 1) * half]:
            told = list(_told(step, span(procedure, step.leaves), x, base, sizes))
            words += told
            base = told[-1].y + 22
        low = max(low, base)
    return Box(None, Rect(1, y, sizes.width - 2, low - y - 8), tuple(words), kind="anywhere")


def _told(step: Step, where: str, x: float, base: float, sizes: Sizes) -> Iterator[Word]:
    """A step, and beside it or below it the stages in which it may be taken."""
    room = (sizes.width - 2) / sizes.columns - 2 * sizes.pad
    lines = fit(called(step), sizes.text, room)
    beside = sizes.columns > 1 and width_of(called(step), sizes.text) <= BESIDE - 12
    for row, line in enumerate(lines):
        yield Word(line, x, base + 18 * row, "act", step=step.name)
    base, begin = (base, BESIDE) if beside else (base + 18 * len(lines), 14)
    for row, line in enumerate(fit(where, sizes.text, room - begin)):
        yield Word(line, x + begin, base + 18 * row, "range")


def shifted(draft: Draft, x: float, y: float) -> None:
    """Put a box where it belongs."""
    draft.x, draft.y = x, y


def without(move: Move, sources: frozenset[str]) -> Move:
    """The move without some of its sources."""
    return replace(move, sources=tuple(source for source in move.sources if source not in sources))
