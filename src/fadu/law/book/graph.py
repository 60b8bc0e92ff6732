"""A procedure as a graph for drawing: which stages stand in the middle, which aside, what leads where, what may be done where."""

from collections.abc import Iterator
from dataclasses import dataclass

from fadu.law.procedure import Procedure, Role, Stage, Step
from fadu.law.registry import procedure_of

MARKS = {Role.OFFICER: "", Role.REVIEWER: "审", Role.HEAD: "定", Role.SUPERVISOR: "督"}
"""Who takes a step, in a sign before it; officers take all others (办、审、定)."""

FEW = 3
"""A step that leaves a case where it is and may be taken in more stages than these is told once for all of them."""


@dataclass(frozen=True)
class Place:
    """A box of the drawing: a stage, where a case begins, or another procedure that it goes on with.

    Attributes:
        name: the stage's name; of the beginning and of another procedure one of its own.
        label: what stands on it.
        note: what decides whether a case comes there.
        aside: whether it stands beside the main line.
        order: where it stands in the procedure.
        anchor: the place of the main line beside which it stands.
        ends: whether nothing is left to do there.
        elsewhere: whether it is another procedure.
        acts: the steps that may be taken there and leave the case there.
    """

    name: str
    label: str
    note: str = ""
    aside: bool = False
    order: int = 0
    anchor: int = 0
    ends: bool = False
    elsewhere: bool = False
    acts: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Move:
    """A step that leads from some places to another."""

    step: Step
    sources: tuple[str, ...]
    target: str
    back: bool = False


@dataclass(frozen=True)
class Graph:
    """What is drawn of a procedure.

    Attributes:
        opening: the step that opens a case.
        places: the boxes, in the order of the procedure.
        moves: what leads from one to another.
        anywhere: the steps that may be taken in many stages and change none.
    """

    opening: Step
    places: tuple[Place, ...]
    moves: tuple[Move, ...]
    anywhere: tuple[Step, ...]

    @classmethod
    def of(cls, procedure: Procedure) -> "Graph":
        """The graph of a procedure."""
        order = {stage.name: place for place, stage in enumerate(procedure.stages)}
        leading = tuple(_leading(procedure))
        anchors = _anchors(procedure, leading, order)
        moves = tuple(move for all_of in leading for move in _turned(procedure, all_of, order, anchors))
        staying = [(step, tuple(stage for stage in step.leaves if step.enters in (None, stage))) for step in procedure.steps[1:] if not step.switches]
        anywhere = tuple(step for step, stages in staying if len(stages) > FEW)
        acts = {name: tuple(step for step, stages in staying if len(stages) <= FEW and name in stages) for name in order}
        places = [_place(procedure, stage, order[stage.name], anchors, acts[stage.name]) for stage in procedure.stages]
        places += [
            Place(move.target, f"转入{procedure_of(move.step.switches or '').title}", aside=True, order=len(order) + place,
                  anchor=min(anchors[source] for source in move.sources), elsewhere=True)
            for place, move in enumerate(move for move in moves if move.step.switches)
        ]  # fmt: skip
        return cls(procedure.opening, tuple(places), moves, anywhere)


def _leading(procedure: Procedure) -> Iterator[Move]:
    """What leads from one stage to another, or out of the procedure."""
    for step in procedure.steps[1:]:
        if step.switches:
            yield Move(step, step.leaves, f"to {step.switches} by {step.name}")
        elif sources := tuple(stage for stage in step.leaves if stage != step.enters) if step.enters else ():
            yield Move(step, sources, str(step.enters))


def _turned(procedure: Procedure, move: Move, order: dict[str, int], anchors: dict[str, int]) -> Iterator[Move]:
    """A move, parted into what goes on and what goes back: to a stage of the main line that does not lie ahead."""
    if move.step.switches or procedure.stage(move.target).optional:
        yield move
        return
    back = tuple(source for source in move.sources if order[move.target] <= anchors[source])
    ahead = tuple(source for source in move.sources if source not in back)
    if ahead:
        yield Move(move.step, ahead, move.target)
    if back:
        yield Move(move.step, back, move.target, back=True)


def _anchors(procedure: Procedure, moves: tuple[Move, ...], order: dict[str, int]) -> dict[str, int]:
    """Beside which stage of the main line each stage stands: the first that leads to it, directly or by others aside."""
    anchors = {stage.name: order[stage.name] for stage in procedure.stages if not stage.optional}
    waiting = [stage.name for stage in procedure.stages if stage.optional]
    while waiting:
        leading = {name: [anchors[source] for move in moves if move.target == name for source in move.sources if source in anchors] for name in waiting}
        found = {name: min(places) for name, places in leading.items() if places} or {waiting[0]: 0}
        anchors |= found
        waiting = [name for name in waiting if name not in found]
    return anchors


def _place(procedure: Procedure, stage: Stage, order: int, anchors: dict[str, int], acts: tuple[Step, ...]) -> Place:
    return Place(
        stage.name,
        stage.label,
        note=stage.note,
        aside=stage.optional and order > 0,
        order=order,
        anchor=anchors[stage.name],
        ends=stage.name in procedure.ends,
        acts=acts,
    )


def span(procedure: Procedure, stages: tuple[str, ...]) -> str:
    """Stages in a few words: 案源 至 结案, 立案、送达."""
    names = [stage.name for stage in procedure.stages]
    places = sorted(names.index(stage) for stage in stages)
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] + 1 == place:
            runs[-1].append(place)
        else:
            runs.append([place])
    label = [stage.label for stage in procedure.stages]
    return "、".join(f"{label[run[0]]}至{label[run[-1]]}" if len(run) > 2 else "、".join(label[place] for place in run) for run in runs)
