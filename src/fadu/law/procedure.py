"""A procedure is one object: it drives the forms, the flowchart, the service guide, the documents and the tests.

Stages are places a case can be in; steps lead from some of them to one, or leave the case where it is. A procedure is
checked when it is built, so that an unsound one cannot be published.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from fadu.law.facts import VOCABULARY, Fact
from fadu.law.forms import Field
from fadu.law.statutes import Citation


class Role(StrEnum):
    """Who takes a step. Handling, reviewing and deciding are three people (办、审、定三分离)."""

    OFFICER = "执法人员"
    REVIEWER = "法制审核人员"
    HEAD = "机关负责人"
    SUPERVISOR = "执法监督人员"


class Kind(StrEnum):
    """What kind of administrative act or record a procedure is of."""

    PENALTY = "行政处罚"
    MEASURE = "行政强制措施"
    EXECUTION = "行政强制执行"
    INSPECTION = "行政检查"
    LICENCE = "行政许可"
    REQUISITION = "行政征收征用"
    OTHER = "其他行政行为"
    TRANSFER = "移送衔接"
    REMEDY = "复议、诉讼与赔偿"
    REQUEST = "申请与信访"
    SUPERVISION = "执法监督"
    REGISTER = "登记"


class When(StrEnum):
    """A fact's value that comes from the taking of the step itself."""

    DAY = "taken on"
    MOMENT = "taken at"


Effect = Callable[[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]]
"""(facts before, answers, context with `on` and `at`) -> facts that change."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A place in the course of a case.

    Attributes:
        name: its identifier.
        label: as it stands on the flowchart.
        optional: whether a case may pass it by; then `label` is drawn as a branch.
        note: what decides whether it is passed.
    """

    name: str
    label: str
    optional: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One procedural step.

    Attributes:
        name: its identifier, an imperative; unique over all procedures where it means the same.
        label: as officers call it, a verb.
        leaves: the stages it may be taken in; none for the step that opens a case.
        enters: the stage it leads to; None leaves the case where it is.
        by: who takes it.
        basis: the articles that order or allow it.
        asks: its form.
        marks: facts that the taking itself sets.
        effect: what else it changes in the facts.
        derives: the facts that the effect may change.
        clears: facts that are no longer known after it (a case sent back loses its review).
        papers: the documents it makes, by id.
        once: whether it can be taken but once in a case.
        says: one line under its name: what it does, for whom.
        switches: the procedure that the case goes on with.
        provided: what the facts after the step must show for the case to move on; else it stays where it is.
        unfit: why the case as it stands gives no occasion for the step, in Chinese; "" where it does.
        side: offered below the main line of work.
        numbers: the word in the number that it gives the case (罚立 in 示市监罚立〔2026〕37号).
        leads_to: the procedures in which what it found may be gone on with, as a case of their own.
    """

    name: str
    label: str
    leaves: tuple[str, ...] = ()
    enters: str | None = None
    by: Role = Role.OFFICER
    basis: tuple[Citation, ...] = ()
    asks: tuple[Field, ...] = ()
    marks: Mapping[Fact, Any] = field(default_factory=dict)
    effect: Effect | None = None
    derives: tuple[Fact, ...] = ()
    clears: tuple[Fact, ...] = ()
    papers: tuple[str, ...] = ()
    once: bool = False
    says: str = ""
    switches: str | None = None
    provided: Callable[[Mapping[str, Any]], bool] | None = None
    unfit: Callable[[Mapping[str, Any]], str] | None = None
    side: bool = False
    numbers: str = ""
    leads_to: tuple[str, ...] = ()

    def sets(self) -> Iterator[str]:
        """Names of the case facts that its answers, its taking and its effect set."""
        yield from (asked.name for asked in self.asks if asked.name in VOCABULARY and VOCABULARY[asked.name].grain != "step")
        yield from (fact.name for fact in self.marks)
        yield from (fact.name for fact in self.derives)


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """Stages in the order of the flowchart and the steps between them; raises ValueError when it is not sound.

    Attributes:
        id: such as penalty.general.
        version: a case keeps the one it began with.
        title: as it is printed.
        in_force: first day on which a case can begin with it.
        stages: in order.
        steps: the first opens the case.
        ends: the stages after which nothing is left to do.
        turn: the step that the case waits for, by stage and facts; "" where it waits for nobody.
        kind: the kind of act.
        grain: whose facts its steps set.
        says: one line for the list of what can be registered.
        parameters: local numbers that become facts when a case begins: the fact, and the parameter's id.
    """

    id: str
    version: str
    title: str
    in_force: date
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    ends: frozenset[str]
    turn: Callable[[str, Mapping[str, Any]], str] = lambda _stage, _facts: ""
    kind: Kind = Kind.PENALTY
    grain: str = "case"
    says: str = ""
    parameters: Mapping[Fact, str] = field(default_factory=dict)
    _steps: dict[str, Step] = field(init=False, repr=False, default_factory=dict)
    _stages: dict[str, Stage] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._steps.update({step.name: step for step in self.steps})
        self._stages.update({stage.name: stage for stage in self.stages})
        if faults := list(self._faults()):
            raise ValueError(f"{self.id}: " + "; ".join(faults))

    def __getitem__(self, name: str) -> Step:
        return self._steps[name]

    def __contains__(self, name: str) -> bool:
        return name in self._steps

    @property
    def opening(self) -> Step:
        """The step that opens a case."""
        return self.steps[0]

    @property
    def start(self) -> str:
        """The stage a case begins in."""
        return self.stages[0].name

    def stage(self, name: str) -> Stage:
        """The stage of that name."""
        return self._stages[name]

    def steps_from(self, stage: str) -> tuple[Step, ...]:
        """The steps that may be asked for in `stage`; the gates then say which are lawful."""
        return tuple(step for step in self.steps if stage in step.leaves)

    def after(self, stage: str, step: Step, facts: Mapping[str, Any] | None = None) -> str:
        """The stage that `step` leads to from `stage`, given the facts after it."""
        stays = step.provided is not None and facts is not None and not step.provided(facts)
        return stage if stays else step.enters or stage

    def _faults(self) -> Iterator[str]:
        if len(self._steps) < len(self.steps):
            yield "two steps share a name"
        if self.opening.leaves:
            yield "the first step must open a case"
        named = {stage for step in self.steps for stage in (*step.leaves, *([step.enters] if step.enters and not step.switches else []))}
        yield from (f"unknown stage {stage}" for stage in sorted((named | self.ends) - self._stages.keys()))
        reached = self._reached_from(self.start)
        yield from (f"{stage.name} is never reached" for stage in self.stages if stage.name not in reached)
        yield from (f"{name} is a dead end" for name in self._stages if not self._reached_from(name) & self._way_out())

    def _way_out(self) -> frozenset[str]:
        return self.ends | {stage for step in self.steps if step.switches for stage in step.leaves}

    def _reached_from(self, stage: str) -> set[str]:
        reached, waiting = {stage}, [stage]
        while waiting:
            here = waiting.pop()
            fresh = {self.after(here, step) for step in self.steps_from(here) if not step.switches} - reached
            reached |= fresh
            waiting += fresh
        return reached


def absent(fact: Fact, why: str) -> Callable[[Mapping[str, Any]], str]:
    """Unfit while `fact` is not known."""
    return lambda facts: "" if fact.name in facts else why


def pending(opened: Fact, why: str, *, closed: Fact | None = None) -> Callable[[Mapping[str, Any]], str]:
    """Unfit while something begun with `opened` has not been ended with `closed`."""
    return lambda facts: why if opened.name in facts and (closed is None or closed.name not in facts) else ""


def answers(fields: tuple[Field, ...], clean: Mapping[str, Any], grain: str) -> dict[str, Any]:
    """The facts of `grain` that the clean answers of a form make known."""
    known = {}
    for asked in fields:
        fact = VOCABULARY.get(asked.name)
        if fact is not None and fact.grain == grain and asked.name in clean:
            known[asked.name] = fact.value_of(clean[asked.name])
    return known
