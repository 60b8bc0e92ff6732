"""The layouter: the main line downwards, what is optional aside, every other step as a wire in a lane of its own.

Ports lie on a grid of ten; boxes aside stand half a step lower, so that no two level wires of different steps fall
together. Wires whose spans overlap have different lanes. `draw` is a function of the procedure alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fadu.law.book.boxes import GRID, Draft, anywhere_box, shifted, start_box, without
from fadu.law.book.chart import NARROW, WIDE, Box, Chart, Sizes, Wire, Word, called, fit
from fadu.law.book.graph import Graph, Move, Place
from fadu.law.procedure import Procedure

STEM = 30
"""How far from the left edge of a box the main line runs."""

BESIDE = 16
"""From a box to the first lane."""


def draw(procedure: Procedure) -> tuple[Chart, Chart]:
    """The flowchart of a procedure, for a wide page and for a phone."""
    graph = Graph.of(procedure)
    return _Layout(procedure, graph, WIDE, "wide").chart(), _Layout(procedure, graph, NARROW, "narrow").chart()


@dataclass(frozen=True)
class _Down:
    """One place directly below another, with the steps that lead from the upper to the lower."""

    above: str
    below: str
    moves: tuple[Move, ...]


class _Layout:
    """One drawing in the making."""

    def __init__(self, procedure: Procedure, graph: Graph, sizes: Sizes, name: str) -> None:
        self.procedure, self.graph, self.name = procedure, graph, name
        self.main = [place for place in graph.places if not place.aside]
        self.aside = sorted((place for place in graph.places if place.aside), key=lambda place: (place.anchor, place.order))
        self.sizes = sizes if self.aside or sizes.columns == 1 else replace(sizes, width=760, columns=1, main=0)
        self.start = start_box(graph, self.sizes)
        self.downs = {down.above: down for down in self._downs()}
        self.side = list(self._side())
        self.drafts = {place.name: self._draft(place) for place in graph.places}

    # --- what leads where

    def _downs(self) -> Iterator[_Down]:
        for above, below in (*zip(self.main, self.main[1:], strict=False), *self._stacked()):
            moves = tuple(move for move in self.graph.moves if move.target == below.name and above.name in move.sources and not move.back)
            if moves:
                yield _Down(above.name, below.name, moves)

    def _stacked(self) -> Iterator[tuple[Place, Place]]:
        pairs = zip(self.aside, self.aside[1:], strict=False)
        return ((above, below) for above, below in pairs if self.sizes.columns == 2 or above.anchor == below.anchor)

    def _side(self) -> Iterator[Move]:
        """The moves that go by the side: what is left of each when the main line has taken its own."""
        for move in self.graph.moves:
            taken = frozenset(down.above for down in self.downs.values() if move in down.moves)
            rest = without(move, taken)
            if rest.sources:
                yield rest

    def _draft(self, place: Place) -> Draft:
        entering = [move for move in self.side if move.target == place.name]
        order = {one.name: place_ for place_, one in enumerate([*self.main, *self.aside] if self.sizes.columns == 2 else self._one_column())}
        leaving = sorted((move for move in self.side if place.name in move.sources), key=lambda move: order[move.target])
        return Draft(place, entering, leaving, left=place.aside and self.sizes.columns == 2)

    def _one_column(self) -> list[Place]:
        """All places in the order in which they stand in one column: each of the main line, then what stands beside it."""
        anchored = {place.order: [one for one in self.aside if one.anchor == place.order] for place in self.main}
        return [one for place in self.main for one in (place, *anchored[place.order])]

    # --- where it is

    def chart(self) -> Chart:
        """The drawing; lanes are counted by drawing until their number holds."""
        lanes = 1
        for _ in range(6):
            bottom = self._place(lanes)
            needed = self._lanes()
            count = max(needed.values(), default=-1) + 1
            if count <= lanes:
                break
            lanes = count
        return self._drawn(needed, bottom)

    def _place(self, lanes: int) -> float:
        """Place all boxes for so many lanes; gives where the lowest ends."""
        sizes = self.sizes
        self.pitch = min(sizes.pitch, sizes.most / lanes)
        gap = 2 * BESIDE + (lanes - 1) * self.pitch
        self.first_lane = float(sizes.main + 1 + BESIDE) if sizes.columns == 2 else sizes.width - 2 - (lanes - 1) * self.pitch
        for draft in self.drafts.values():
            if sizes.columns == 2:
                draft.width = sizes.width - sizes.main - gap - 2 if draft.place.aside else sizes.main
            else:
                draft.width = self.first_lane - BESIDE + 4 - (sizes.indent if draft.place.aside else 1)
            draft.measure(sizes)
        return self._two_columns(gap) if sizes.columns == 2 else self._column()

    def _two_columns(self, gap: float) -> float:
        y = self._top()
        for place in self.main:
            shifted(self.drafts[place.name], 1, y)
            y = self.drafts[place.name].rect.bottom + self._room(place.name)
        low = 0.0
        tops = {place.order: self.drafts[place.name].y for place in self.main}
        for place in self.aside:
            draft = self.drafts[place.name]
            shifted(draft, self.sizes.main + 1 + gap, max(low, tops[place.anchor]) // GRID * GRID + GRID / 2)
            low = draft.rect.bottom + self._room(place.name, 30)
        return max(draft.rect.bottom for draft in self.drafts.values())

    def _column(self) -> float:
        y = self._top()
        standing = self._one_column()
        for place, following in zip(standing, [*standing[1:], None], strict=True):
            draft = self.drafts[place.name]
            shifted(draft, self.sizes.indent if place.aside else 1, y)
            last_aside = following is not None and place.aside and not following.aside
            y = draft.rect.bottom + self._room(place.name, 30 if last_aside else 20)
        return max(draft.rect.bottom for draft in self.drafts.values())

    def _top(self) -> float:
        return self.start.rect.bottom + STEM - 1

    def _room(self, above: str, least: float = 30) -> float:
        """The room below a box: its arrow downwards with the steps beside it."""
        down = self.downs.get(above)
        if down is None:
            return least
        lines = sum(len(self._tag_lines(move)) for move in down.moves)
        return -(-max(least, lines * self.sizes.line + 22) // GRID) * GRID

    def _tag_lines(self, move: Move) -> list[str]:
        return fit(called(move.step), self.sizes.text, self.drafts[move.target].width - STEM - 16 if self.drafts[move.target].width else 200)

    # --- wires

    def _lanes(self) -> dict[int, int]:
        """A lane for each move that goes by the side: the shortest nearest, none on top of another."""
        spans = {index: self._span(move) for index, move in enumerate(self.side)}
        taken: list[list[tuple[float, float]]] = []
        lanes = {}
        for index in sorted(spans, key=lambda index: (spans[index][1] - spans[index][0], index)):
            top, bottom = spans[index]
            lane = next((place for place, held in enumerate(taken) if all(bottom + 6 < one[0] or one[1] + 6 < top for one in held)), len(taken))
            if lane == len(taken):
                taken.append([])
            taken[lane].append((top, bottom))
            lanes[index] = lane
        return lanes

    def _span(self, move: Move) -> tuple[float, float]:
        ys = [self.drafts[move.target].entry(move)[1], *(self.drafts[source].exit(move)[1] for source in move.sources)]
        return min(ys), max(ys)

    def _drawn(self, lanes: dict[int, int], bottom: float) -> Chart:
        sizes = self.sizes
        boxes = [self.start, *(draft.box(sizes) for draft in self.drafts.values())]
        wires, words = [self._beginning(boxes[0])], list[Word]()
        for down in self.downs.values():
            wire, said = self._down(down)
            wires.append(wire)
            words += said
        wires += [wire for index, move in enumerate(self.side) for wire in self._wires(move, self.first_lane + lanes[index] * self.pitch)]
        if anywhere := anywhere_box(self.graph, self.procedure, bottom + 30, sizes):
            boxes.append(anywhere)
        height = max(box.rect.bottom for box in boxes) + 2
        return Chart(self.name, sizes.width, height, tuple(boxes), tuple(wires), tuple(words))

    def _stem(self, name: str) -> float:
        draft = self.drafts[name]
        return draft.x + (STEM if self.sizes.columns == 2 or draft.place.aside else 14)

    def _beginning(self, start: Box) -> Wire:
        first = self.drafts[self.main[0].name]
        x = self._stem(first.place.name)
        return Wire("", ((x, start.rect.bottom), (x, first.y)), f"{self.graph.opening.label} → {first.place.label}", "main")

    def _down(self, down: _Down) -> tuple[Wire, list[Word]]:
        above, below = self.drafts[down.above], self.drafts[down.below]
        x, y = self._stem(down.above), above.rect.bottom + 16
        words = []
        for move in down.moves:
            for line in self._tag_lines(move):
                words.append(Word(line, x + 12, y + 5, "tag", step=move.step.name))
                y += self.sizes.line
        says = "；".join(move.step.label for move in down.moves)
        return Wire(down.moves[0].step.name, ((x, above.rect.bottom), (x, below.y)), f"{says}：{above.place.label} → {below.place.label}", "main"), words

    def _wires(self, move: Move, lane: float) -> Iterator[Wire]:
        """A wire for each source: the farthest above and the farthest below go all the way, the others join them."""
        target = self.drafts[move.target]
        entry = target.entry(move)
        top, bottom = self._span(move)
        kind = "back" if move.back else "side"
        for source in move.sources:
            start = self.drafts[source].exit(move)
            says = f"{move.step.label}：{self.drafts[source].place.label} → {target.place.label}"
            joint = (lane, start[1])
            if top < start[1] < bottom:
                yield Wire(move.step.name, (start, joint), says, kind, joins=True)
            else:
                yield Wire(move.step.name, (start, joint, (lane, entry[1]), entry), says, kind)
