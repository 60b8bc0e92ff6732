"""The state of a case is the fold of its steps: it can be thrown away and rebuilt from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from fadu.law.calendar import number
from fadu.law.correction import CORRECT
from fadu.law.facts import minutes
from fadu.law.procedure import Procedure, Step, When, answers
from fadu.law.registry import procedure_of


@dataclass(frozen=True)
class Taken:
    """A step as it was taken.

    Attributes:
        seq: its place in the case, from 1.
        name: which step.
        taken_at: when it happened, Beijing time.
        data: clean answers.
        context: what the platform itself knew then (facts not asked of anybody).
    """

    seq: int
    name: str
    taken_at: datetime
    data: Mapping[str, Any]
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """Where a case stands.

    Attributes:
        procedure: id of the procedure it follows.
        version: that procedure's version.
        stage: the stage it is in; "" before it is opened.
        facts: every known fact of the case.
        seq: the last step.
        passed: the stages it was in, in order, with the day it entered each.
    """

    procedure: str
    version: str
    stage: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    seq: int = 0
    passed: tuple[tuple[str, int], ...] = ()

    @property
    def course(self) -> Procedure:
        """The procedure object."""
        return procedure_of(self.procedure, self.version)

    @property
    def ended(self) -> bool:
        """Whether nothing is left to do."""
        return self.stage in self.course.ends


def apply(state: State, taken: Taken) -> State:
    """The state after one more step, which is taken to be lawful."""
    step = state.course[taken.name]
    facts = {**state.facts, **changed(step, state.facts, taken, state.course.grain)}
    known = {name: value for name, value in facts.items() if value is not None}
    course = state.course
    if step.switches:
        course = procedure_of(step.switches)
        if course.grain == "case":
            known["procedure"] = course.id.split(".")[-1]
    stage = course.after(state.stage or course.start, step, known)
    passed = state.passed if stage == state.stage else (*state.passed, (stage, number(taken.taken_at.date())))
    return State(course.id, course.version, stage, known, taken.seq, passed)


def changed(step: Step, before: Mapping[str, Any], taken: Taken, grain: str = "case") -> dict[str, Any]:
    """The facts of the grain that a step changes; None where one is no longer known."""
    on, at = number(taken.taken_at.date()), minutes(taken.taken_at)
    facts: dict[str, Any] = {fact.name: None for fact in step.clears}
    facts |= answers(step.asks, taken.data, grain)
    facts |= {fact.name: on if value is When.DAY else at if value is When.MOMENT else value for fact, value in step.marks.items()}
    facts |= taken.context.get("case", {})
    if step.effect:
        facts |= step.effect(before, taken.data, {"on": on, "at": at, **taken.context})
    return facts


def fold(procedure: Procedure, record: Iterable[Taken]) -> State:
    """The state after all steps of a record, each corrected by the corrections that name it."""
    steps = list(record)
    corrected = {step.data["seq"]: step.data["data"] for step in steps if step.name == CORRECT}
    state = State(procedure.id, procedure.version)
    for taken in steps:
        if taken.name == CORRECT:
            state = replace(state, seq=taken.seq)
            continue
        data = corrected.get(taken.seq, taken.data)
        state = apply(state, replace(taken, data=data))
    return state
