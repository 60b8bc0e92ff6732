"""更正: the earlier step stays; the whole case is folded anew with what is right, and judged anew."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases.bench import bench
from fadu.cases.errors import Objection, Refused
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.services import order, record
from fadu.cases.services.context import Context, context_of
from fadu.cases.services.opening import party_of, titled
from fadu.cases.services.taken import Taken as Done
from fadu.law.correction import CORRECT
from fadu.law.fold import State, Taken, apply
from fadu.law.forms import Invalid, validate
from fadu.law.procedure import Procedure, answers
from fadu.law.registry import procedures

FIXED = frozenset({"item", "party_kind", "present", "appointed", "assisting", "factors"})
"""What no correction changes: another item, kind of party or crew is another case, or another step; other factors are another conclusion."""


def correct(actor: Actor, case: Case, course: Procedure, data: Mapping[str, Any], moment: datetime, key: str) -> Done:
    """Record a correction of the step `seq` with the answers `data`; raises Invalid, Refused."""
    asked = course[CORRECT]
    head = validate(asked.asks, {name: value for name, value in data.items() if name != "data"})
    rows = list(StepRow.objects.filter(case=case).order_by("seq"))
    wrong = next((row for row in rows if row.seq == head["seq"] and row.name != CORRECT), None)
    if wrong is None:
        raise Invalid({"seq": f"没有第 {head['seq']} 步，或者该步骤本身是更正"})
    if (wrong.by_officer, wrong.by_role) != (actor.officer_id, actor.role.value):
        raise Invalid({"seq": f"第 {wrong.seq} 步由{wrong.by_role}{wrong.by_name}办理，应由其本人更正"})
    step = procedures()[_course_of(wrong)][wrong.name]
    given = data.get("data")
    right = validate(step.asks, given if isinstance(given, Mapping) else {})
    if changed := sorted(name for name in FIXED if right.get(name) != wrong.data.get(name)):
        raise Invalid({f"data.{name}": "这一项不能用更正改变，请另行办理相应的步骤" for name in changed})
    after = _replayed(rows, case, wrong.seq, right)
    if step is procedures()[_course_of(wrong)].opening:
        _rename(case, right)
    clean = {**head, "data": right}
    context = Context() if case.seq == 0 else context_of(actor, case, replace(asked, asks=()), {}, moment)
    row = record.add(actor, case, asked, clean, context, moment, replace(after, seq=case.seq + 1), key)
    return Done(case.id, row.id, row.seq, row.stage)


def _rename(case: Case, right: Mapping[str, Any]) -> None:
    """Bring the party and the name of the case up to what is right; the case itself is saved with the step."""
    if "party_name" in right:
        case.party = party_of(right, case.party)
    case.cause = right.get("cause", case.cause)
    case.title = titled(case.party.shown_as, case.cause, procedures()[case.procedure, case.version])


def _course_of(row: StepRow) -> tuple[str, str]:
    name, version = row.procedure.split("/")
    return name, version


def _replayed(rows: list[StepRow], case: Case, seq: int, right: Mapping[str, Any]) -> State:
    """The state after all steps with the corrected answers; raises Refused where a step would not have been lawful."""
    corrected = {row.data["seq"]: row.data["data"] for row in rows if row.name == CORRECT} | {seq: dict(right)}
    state = State(*record.began_with(rows, case))
    for row in rows:
        if row.name == CORRECT:
            continue
        taken = record.happened(row)
        taken = replace(taken, data=corrected.get(row.seq, row.data))
        state = _judged(state, taken, since=row.seq >= seq)
    return state


def _judged(state: State, taken: Taken, *, since: bool) -> State:
    course, step = state.course, state.course[taken.name]
    if since and step is not course.opening and (objection := order.out_of_order(course, step, state.stage)):
        raise Refused([objection])
    after = apply(state, taken)
    if since:
        facts = {**after.facts, **answers(step.asks, taken.data, "step"), **taken.context.get("step", {})}
        findings = [finding for finding in bench(course.grain).check(step.name, facts, taken.taken_at.date()) if finding.blocks]
        if findings:
            raise Refused([Objection.of(finding) for finding in findings])
    return after
