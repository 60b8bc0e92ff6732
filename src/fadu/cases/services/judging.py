"""Judging a step: the state after it, or what stands against it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from fadu.cases.bench import bench
from fadu.cases.errors import Objection, Refused
from fadu.cases.services import order, record
from fadu.cases.services.context import Context
from fadu.law.fold import State, apply
from fadu.law.fold import Taken as Happened
from fadu.law.procedure import Procedure, Step, answers


def judged(course: Procedure, step: Step, state: State, clean: Mapping[str, Any], context: Context, moment: datetime) -> State:
    """The state after the step; raises Refused where a rule stands against it."""
    local = timezone.localtime(moment).replace(tzinfo=None)
    after = apply(state, Happened(state.seq + 1, step.name, local, clean, context.kept()))
    if step.once and state.seq and record.taken_before(state, step):
        raise Refused([order.once_only(course, step)])
    facts = {**after.facts, **answers(step.asks, clean, "step"), **context.step}
    findings = bench(course.grain).check(step.name, facts, local.date())
    if blocking := [Objection.of(finding) for finding in findings if finding.blocks]:
        raise Refused(blocking)
    if findings:  # what can be mended is told and stays with the step; it does not stand against it
        context.told["flaws"] = [Objection.of(finding).as_dict() for finding in findings]
    return after
