"""The page of a procedure: the flowchart, the steps, the papers they make, the periods, the numbers of the place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fadu.law.book.chart import Chart
from fadu.law.book.dates import period
from fadu.law.book.graph import MARKS, span
from fadu.law.book.layout import draw
from fadu.law.book.links import Link, Links, Shelf, cited
from fadu.law.fields import Field
from fadu.law.papers import PAPERS, Paper
from fadu.law.parameters import PARAMETERS
from fadu.law.procedure import Procedure, Role, Step
from fadu.law.registry import procedure_of, procedures, rules_of
from fadu.law.rules import Clock, Gate, Rule
from fadu.law.vocabulary import case as _vocabulary  # noqa: F401 - importing it fills the vocabulary


@dataclass(frozen=True)
class StepRow:
    """A step as the table shows it.

    Attributes:
        step: the step.
        place: its number.
        who: who takes it.
        leaves: the stages it is taken in.
        enters: where it leads; "" where it leaves the case where it is.
        basis: the articles.
        asks: what its form asks.
        optional: what may be left open.
        rare: what the form asks in rare cases.
        papers: titles of the papers it makes.
        guards: the rules that are asked before it.
    """

    step: Step
    place: int
    who: str
    leaves: str
    enters: str
    basis: tuple[Link, ...]
    asks: tuple[str, ...]
    optional: tuple[str, ...]
    rare: tuple[str, ...]
    papers: tuple[str, ...]
    guards: tuple[Link, ...]


@dataclass(frozen=True)
class PaperRow:
    """A paper with the steps that make it."""

    paper: Paper
    basis: tuple[Link, ...]
    steps: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True)
class ClockRow:
    """A period that runs in cases of the procedure."""

    rule: Clock
    link: Link
    length: str
    basis: tuple[Link, ...]


@dataclass(frozen=True)
class Number:
    """A number of the place that becomes a fact of the case."""

    fact: str
    label: str
    unit: str
    value: str


@dataclass(frozen=True)
class ProcedurePage:
    """All that the page of a procedure shows."""

    procedure: Procedure
    grain: Link
    charts: tuple[Chart, ...]
    roles: tuple[tuple[str, str], ...]
    steps: tuple[StepRow, ...]
    papers: tuple[PaperRow, ...]
    clocks: tuple[ClockRow, ...]
    numbers: tuple[Number, ...]
    others: tuple[Link, ...]
    rules: int


def procedure_page(procedure: Procedure, links: Links, value: Callable[[str], str] = lambda _id: "") -> ProcedurePage:
    """The page of a procedure; `value` tells what a number is in this place, "" where it is not known."""
    rules = rules_of(procedure.grain)
    return ProcedurePage(
        procedure=procedure,
        grain=Link(f"{len(rules)} 条规则", links.shelf(Shelf.GRAIN, procedure.grain) if rules else ""),
        charts=draw(procedure),
        roles=tuple((MARKS[role], role.value) for role in Role if MARKS[role] and any(step.by is role for step in procedure.steps)),
        steps=tuple(_step(procedure, step, place, rules, links) for place, step in enumerate(procedure.steps, 1)),
        papers=tuple(_papers(procedure, links)),
        clocks=tuple(
            ClockRow(rule, Link(rule.name or rule.says, links.rule(rule.id)), period(rule.within), tuple(cited(basis, links) for basis in rule.bases))
            for rule in _clocks(procedure, rules)
        ),
        numbers=tuple(
            Number(fact.label, PARAMETERS[name].label, PARAMETERS[name].unit.value, value(name)) for fact, name in procedure.parameters.items()
        ),
        others=tuple(
            Link(f"{other.version} 版", links.procedure(other.id, other.version))
            for other in procedures().values()
            if other.id == procedure.id and other.version != procedure.version
        ),
        rules=len(rules),
    )  # fmt: skip


def _step(procedure: Procedure, step: Step, place: int, rules: Sequence[Rule], links: Links) -> StepRow:
    return StepRow(
        step=step,
        place=place,
        who=step.by.value,
        leaves=span(procedure, step.leaves) if step.leaves else "开始",
        enters=_enters(procedure, step),
        basis=tuple(cited(basis, links) for basis in step.basis),
        asks=tuple(_asked(field) for field in step.asks if field.required and not field.rare),
        optional=tuple(_asked(field) for field in step.asks if not field.required and not field.rare),
        rare=tuple(_asked(field) for field in step.asks if field.rare),
        papers=tuple(PAPERS[name].title for name in step.papers),
        guards=tuple(Link(rule.id, links.rule(rule.id), rule.says) for rule in rules if _guards(rule, step.name)),
    )


def _guards(rule: Rule, name: str) -> bool:
    return (isinstance(rule, Gate) and name in rule.before) or (isinstance(rule, Clock) and rule.strict and rule.next_step == name)


def _enters(procedure: Procedure, step: Step) -> str:
    if step.switches:
        return f"转入{procedure_of(step.switches).title}"
    if step is procedure.opening:
        return procedure.stage(procedure.start).label
    label = procedure.stage(step.enters).label if step.enters else ""
    further = "、".join(procedure_of(name).title for name in step.leads_to)
    return "；".join(part for part in (label, f"可以另办{further}" if further else "") if part)


def _asked(field: Field) -> str:
    inner = f"（{'、'.join(column.label for column in field.columns)}）" if field.columns else ""
    return field.label + inner


def _papers(procedure: Procedure, links: Links) -> Iterator[PaperRow]:
    made: dict[str, list[str]] = {}
    for step in procedure.steps:
        for name in step.papers:
            made.setdefault(name, []).append(step.label)
    for name, steps in made.items():
        found = PAPERS[name]
        yield PaperRow(found, tuple(cited(basis, links) for basis in found.basis), tuple(dict.fromkeys(steps)), tuple(said.label for said in found.requires))


def _clocks(procedure: Procedure, rules: Sequence[Rule]) -> list[Clock]:
    """The periods that begin with a fact that its steps set, and end with one."""
    known = {name for step in procedure.steps for name in step.sets()}
    clocks = [rule for rule in rules if isinstance(rule, Clock)]
    return [rule for rule in clocks if rule.next_step in procedure or (rule.starts.name in known and rule.ends.name in known)]
