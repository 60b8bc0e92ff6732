"""What may be done in a case now, by whom, and what may not and why."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import reaches
from fadu.cases.bench import bench
from fadu.cases.errors import Objection
from fadu.cases.models import Case, CaseRole
from fadu.cases.now import now
from fadu.cases.services.door import ACTIONS, FUNCTIONS
from fadu.law.calendar import number
from fadu.law.correction import CORRECT
from fadu.law.facts import VOCABULARY, minutes
from fadu.law.fold import State
from fadu.law.procedure import Step, When


@dataclass(frozen=True)
class Offer:
    """A step as it is offered.

    Attributes:
        step: the step.
        objections: what stands against it already, before its form is filled in.
        mine: whether the one who asks may take it.
        turn: whether the case waits for just this step.
    """

    step: Step
    objections: tuple[Objection, ...] = ()
    mine: bool = False
    turn: bool = False

    @property
    def lawful(self) -> bool:
        """Whether nothing stands against it yet."""
        return not self.objections

    @property
    def earliest(self) -> date | None:
        """From when it is lawful, where time alone will do."""
        days = [date.fromisoformat(objection.earliest) for objection in self.objections if objection.earliest]
        return max(days) if days and len(days) == len(self.objections) else None


@dataclass(frozen=True)
class Offers:
    """The steps of a stage, sorted by what they mean to the one who asks."""

    may: list[Offer] = field(default_factory=list)
    may_not: list[Offer] = field(default_factory=list)
    side: list[Offer] = field(default_factory=list)
    others: list[Offer] = field(default_factory=list)


def offers(actor: Actor, case: Case, state: State) -> Offers:
    """The steps of the case's stage: what the actor may do, may not yet, beside the line, and what others must do."""
    roles = dict(CaseRole.objects.filter(case=case).values_list("officer_id", "function"))
    sorted_ = Offers()
    turn = state.course.turn(state.stage, state.facts)
    for step in state.course.steps_from(state.stage):
        if step.name == CORRECT or (step.unfit and step.unfit(state.facts)):  # what is to be corrected is chosen in the record
            continue
        mine = may_take(actor, case, step, roles)
        objections = foreseen(step, state)
        offer = Offer(step, objections, mine, step.name == turn)
        if not mine:
            if offer.turn or (objections and not step.side and step.by.value == actor.role.value):
                sorted_.others.append(offer)
        elif step.side:
            sorted_.side.append(offer)
        else:
            (sorted_.may if offer.lawful else sorted_.may_not).append(offer)
    sorted_.may.sort(key=lambda offer: not offer.turn)
    return sorted_


def may_take(actor: Actor, case: Case, step: Step, roles: dict[int, str]) -> bool:
    """Whether the step is for this person: role, reach, and no other function in the case."""
    if step.by.value != actor.role.value or not reaches(actor, ACTIONS[step.by], case.organ_id):
        return False
    return actor.officer_id is None or roles.get(actor.officer_id, FUNCTIONS[step.by]) == FUNCTIONS[step.by]


def foreseen(step: Step, state: State) -> tuple[Objection, ...]:
    """What stands against a step whatever its form will say: gates over facts that the form does not ask."""
    local = timezone.localtime(now()).replace(tzinfo=None)
    today = number(local.date())
    marks = {fact.name: today if value is When.DAY else minutes(local) if value is When.MOMENT else value for fact, value in step.marks.items()}
    facts = {**state.facts, **marks, "on": today, "at": minutes(local)}
    asked = {field.name for field in step.asks} | {name for name, fact in VOCABULARY.items() if fact.grain == "step" and name not in facts}
    asked |= {fact.name for fact in step.derives} | _BROUGHT.get(step.name, frozenset())
    judge = bench(state.course.grain)
    judged = judge.check(step.name, facts, local.date())
    return tuple(Objection.of(finding) for finding in judged if finding.blocks and not asked & set(judge.reads(finding.rule)))


_BROUGHT = {
    "serve": frozenset({"decision_sealed"}),
    "conclude": frozenset({"discretion_table", "discretion_low", "discretion_high", "benchmark_published", "basis_fine_least", "basis_fine_most"}),
}
"""Facts that the platform itself brings with a step (`services.context`): not asked, and not known before it is taken."""
