"""The work list and the search."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from fadu.accounts.actors import Role
from fadu.accounts.permissions import may
from fadu.cases import selectors, todo
from fadu.cases.models import Case
from fadu.cases.models.case import NEVER
from fadu.cases.selectors.cases import MOST
from fadu.cases.views.guard import actor_of, signed_in
from fadu.law.registry import procedures, rule_of

WORKING = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR}

_ELSEWHERE = (("case.see", "cases:list"), ("people.see", "agencies:organs"), ("household.own", "household:own"))
"""Where who takes no steps finds what they do use."""

_OTHERS = ((Role.OFFICER, "officers", "承办"), (Role.REVIEWER, "reviewers", "审核"), (Role.HEAD, "heads", "负责人"))


@require_GET
@signed_in
def worklist(request: HttpRequest) -> HttpResponseBase:
    """待办: what falls due first, first. Who takes no steps is sent to what they do use."""
    actor = actor_of(request)
    if actor.role not in WORKING:
        return redirect(next((name for action, name in _ELSEWHERE if may(actor, action)), "disclosure:portal"))
    turn = request.GET.get("turn", "mine")
    page = selectors.listed(actor, turn=turn, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    tally = selectors.tally(actor)
    context = {
        "rows": [row_of(case) for case in page.rows],
        "page": page,
        "tally": {name: f"{count}+" if count >= MOST else count for name, count in tally.items()},
        "tabs": [
            {"href": f"?turn={name}", "label": label, "current": turn == name, "count": f"{tally[counted]}+" if tally[counted] >= MOST else tally[counted]}
            for name, label, counted in (("mine", "轮到我", "mine"), ("others", "等别人", "others"), ("all", "全部在办", "open"))
        ],
        "waiting_for": " · ".join(f"{label} {tally[name]}" for role, name, label in _OTHERS if role is not actor.role and tally[name]),
        "turn": turn,
        "today": timezone.localdate(),
        "may_choose": may(actor, "case.register"),
        "may_register": may(actor, "case.register") and may(actor, "case.step.officer"),
        "elsewhere": todo.of(actor),
        "urgent": tally["overdue"] + tally["soon"],
    }
    return render(request, "cases/worklist.html", context)


@require_GET
@signed_in
def search(request: HttpRequest) -> HttpResponseBase:
    """案件: all that may be seen, newest first."""
    actor = actor_of(request)
    q, stage, ended = (request.GET.get(name, "").replace("\x00", "")[:200] for name in ("q", "stage", "ended"))
    items = [code for code in request.GET.get("item", "")[:400].split(",") if code]
    page = selectors.found(actor, q=q, stage=stage, ended=ended, items=items, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    stages = {stage.name: stage.label for course in procedures().values() for stage in course.stages}
    context = {
        "rows": [row_of(case) for case in page.rows],
        "page": page,
        "stages": list(stages.items()),
        "may_choose": may(actor, "case.register"),
        "may_register": may(actor, "case.register") and may(actor, "case.step.officer"),
        "filtered": any((q, stage, ended, items)),
        "items": "、".join(items),
    }
    return render(request, "cases/list.html", context)


def row_of(case: Case) -> dict[str, object]:
    """A case as a line of a list."""
    course = procedures()[case.procedure, case.version]
    due = None if case.next_due == NEVER else case.next_due
    return {
        "case": case,
        "stage": course.stage(case.stage).label,
        "step": course[case.turn_step].label if case.turn_step else "",
        "turn_step": case.turn_step,
        "turn": case.turn_role,
        "due": due,
        "rule": rule_of(case.next_rule) if due else None,
    }
