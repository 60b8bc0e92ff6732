"""The one door: permission, stage, form, gates; then record, facts, clocks, outbox, in one transaction."""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in, scope
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Case, CaseRole, Function
from fadu.cases.now import now
from fadu.cases.services import attempts, corrections, filing, order, record
from fadu.cases.services.context import Context, context_of
from fadu.cases.services.judging import judged
from fadu.cases.services.opening import open_case
from fadu.cases.services.taken import Taken
from fadu.law.correction import CORRECT
from fadu.law.forms import Invalid, validate
from fadu.law.procedure import Role, Step
from fadu.law.registry import procedure_of, procedures

EARLY = timedelta(minutes=5)
"""Clocks of devices differ: so much later than ours a step may say it happened."""

EARLIEST, LATEST = 1990, 2200
"""Years between which a step can be said to have happened: a calendar can count there."""

LONGEST_KEY = 80

FUNCTIONS = {Role.OFFICER: Function.HANDLE, Role.REVIEWER: Function.REVIEW, Role.HEAD: Function.DECIDE, Role.SUPERVISOR: Function.HANDLE}
ACTIONS = {
    Role.OFFICER: "case.step.officer",
    Role.REVIEWER: "case.step.reviewer",
    Role.HEAD: "case.step.head",
    Role.SUPERVISOR: "case.step.supervisor",
}


def register(
    actor: Actor,
    procedure: str,
    data: Mapping[str, Any],
    *,
    taken_at: datetime | None = None,
    key: str = "",
    case_id: uuid.UUID | None = None,
    origin: uuid.UUID | None = None,
) -> Taken:
    """Open a case by the first step of a procedure, in the organ that `actor` serves.

    Args:
        actor: who registers.
        procedure: id, such as penalty.general.
        data: answers to the step's form.
        taken_at: when it happened, aware; now when None.
        key: chosen by the caller; the same key opens the case once.
        case_id: chosen by the caller, for imports that may be repeated.
        origin: the case from which it comes, such as the inspection that found the conduct.

    Raises:
        NotAllowed, Invalid, Refused, NotFound.
    """
    require(actor, "case.register")
    course = procedure_of(procedure)
    require(actor, ACTIONS[course.opening.by])
    came_from = _origin(actor, origin)
    moment, key = _moment(taken_at), _key(key)
    if timezone.localdate(moment) < course.in_force:
        raise Invalid({"taken_at": f"{course.title}自 {course.in_force.isoformat()} 起施行，此前的案件不能用它登记"})
    try:
        with transaction.atomic():
            if key and (again := record.registered(actor, key)):
                return Taken(again.case_id, again.id, again.seq, again.stage, repeated=True)
            clean = validate(course.opening.asks, data)
            return open_case(actor, course, clean, moment, key=key, case_id=case_id, origin=came_from)
    except Refused as refusal:
        attempts.keep(actor, None, course.opening.name, data, moment, refusal)
        raise


def take(
    actor: Actor, case_id: uuid.UUID, name: str, data: Mapping[str, Any], *, taken_at: datetime | None = None, key: str = "", after_seq: int | None = None
) -> Taken:
    """Take a step in a case.

    Args:
        actor: who takes it.
        case_id: the case.
        name: which step of its procedure.
        data: answers to the step's form.
        taken_at: when it happened, aware; now when None.
        key: chosen by the caller; the same key is recorded once, however often it is sent.
        after_seq: the last step the caller has seen; None does not mind.

    Raises:
        NotFound: no such case within reach, or no such step.
        NotAllowed: the step is another role's.
        Invalid: the answers are not in order, by field.
        Refused: the law stands against it; the attempt is recorded.
        Conflict: the case has moved on since `after_seq`.
    """
    moment, key = _moment(taken_at), _key(key)
    try:
        with transaction.atomic():
            return _take(actor, case_id, name, data, moment, key, after_seq)
    except Refused as refusal:
        attempts.keep(actor, case_id, name, data, moment, refusal)
        raise


def _take(actor: Actor, case_id: uuid.UUID, name: str, data: Mapping[str, Any], moment: datetime, key: str, after_seq: int | None) -> Taken:
    case = _locked(actor, case_id)
    if key and (again := record.repeated(case, key)):
        if again.name != name:
            raise Conflict(f"这个幂等键已经用于第 {again.seq} 步，不能再用于另一步骤")
        return Taken(case.id, again.id, again.seq, again.stage, repeated=True)
    course = procedures()[case.procedure, case.version]
    if name not in course or course[name] is course.opening:
        raise NotFound(f"{course.title}没有“{name}”这个步骤")
    step = course[name]
    _permit(actor, case, step)
    if after_seq is not None and after_seq != case.seq:
        raise Conflict(f"案件已有新的步骤（第 {case.seq} 步），请刷新后再办")
    if objection := filing.untouched(case, course, step) or order.out_of_order(course, step, case.stage):
        raise Refused([objection])
    if name == CORRECT:
        _not_before_stage(case, moment)
        return corrections.correct(actor, case, course, data, moment, key)
    clean = validate(step.asks, data)
    _not_before_stage(case, moment)
    state = record.state_of(case)
    if objection := order.no_occasion(course, step, state.facts):
        raise Refused([objection])
    context = context_of(actor, case, step, clean, moment)
    after = judged(course, step, state, clean, context, moment)
    filing.whole(actor, case, step, clean, context)
    _appoint(actor, case, step, clean, context, moment)
    row = record.add(actor, case, step, clean, context, moment, after, key, state.facts)
    return Taken(case.id, row.id, row.seq, row.stage)


def _origin(actor: Actor, origin: uuid.UUID | None) -> Case | None:
    """The case that the new one comes from, if it is within reach."""
    if origin is None:
        return None
    found = Case.objects.filter(scope(actor, "case.see"), pk=origin).first()
    if found is None:
        raise NotFound("没有所说的来源案件，或者不在您的管辖范围内")
    return found


def _locked(actor: Actor, case_id: uuid.UUID) -> Case:
    """The case, locked until the transaction ends, if it is within reach."""
    found = Case.objects.select_for_update(of=("self",)).filter(scope(actor, "case.see"), pk=case_id).select_related("organ").first()
    if found is None:
        raise NotFound("没有这个案件，或者不在您的管辖范围内")
    return found


def _permit(actor: Actor, case: Case, step: Step) -> None:
    by = next((role for role in ACTIONS if role.value == actor.role.value), step.by) if step.name == CORRECT else step.by  # each corrects their own
    action = ACTIONS[by]
    require_in(actor, action, case.organ_id)
    if by.value != actor.role.value:
        require(actor, action + ".other")


def _moment(taken_at: datetime | None) -> datetime:
    current = now()
    moment = taken_at or current
    if not EARLIEST <= moment.year <= LATEST:
        raise Invalid({"taken_at": f"办理时间的年份不合理：{moment.year}"})
    if moment > current + EARLY:
        raise Invalid({"taken_at": "办理时间不能晚于现在"})
    return moment


def _key(key: str) -> str:
    """A key as it can be kept."""
    if len(key) > LONGEST_KEY or not key.isprintable():
        raise Invalid({"key": f"幂等键最多 {LONGEST_KEY} 个可见字符"})
    return key


def _not_before_stage(case: Case, moment: datetime) -> None:
    if timezone.localdate(moment) < case.stage_since:
        raise Invalid({"taken_at": f"办理时间不能早于进入本阶段之日 {case.stage_since.isoformat()}"})


def _appoint(actor: Actor, case: Case, step: Step, clean: Mapping[str, Any], context: Context, moment: datetime) -> None:
    """Write down who handles, reviews and decides. One row a person: the database refuses a second function."""
    people = dict.fromkeys((*clean.get("present", ()), *clean.get("appointed", ())), Function.HANDLE)
    if actor.officer_id is not None:
        people[actor.officer_id] = FUNCTIONS[step.by]
    kept = context.roles
    fresh = [CaseRole(case=case, officer_id=officer, function=function, since=moment) for officer, function in people.items() if officer not in kept]
    if any(kept.get(officer, function) != function for officer, function in people.items()):
        raise Refused([order.three_functions(step)])
    if fresh:  # the case is locked: nobody else appoints in it now
        CaseRole.objects.bulk_create(fresh)
