"""The case page, and the rules on it one by one."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.agencies.models import Officer
from fadu.cases import papers, recordings, sections, selectors, services
from fadu.cases.bench import bench
from fadu.cases.models import Case, CaseRole, Outbox
from fadu.cases.models import Step as StepRow
from fadu.cases.selectors import case_for, explanation, page, parties, steps
from fadu.cases.views.guard import actor_of, signed_in
from fadu.catalog import selectors as catalog
from fadu.law.calendar import number
from fadu.law.engine import Bench
from fadu.law.facts import VOCABULARY
from fadu.law.filming.steps import STORE
from fadu.law.fold import State
from fadu.law.procedure import Procedure
from fadu.law.reading import told
from fadu.law.registry import procedure_of, rule_of
from fadu.law.rules import Verdict


@require_GET
@signed_in
def case(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """One case: where it stands, what may be done now and what not, the clocks, the record."""
    actor = actor_of(request)
    found = case_for(actor, case_id)
    state = page.state_of(found)
    roles = CaseRole.objects.filter(case=found).values_list("officer_id", "function")
    names = dict(Officer.objects.filter(pk__in=[officer for officer, _ in roles]).values_list("pk", "name"))
    entries = page.entries(actor, found)
    facts = state.facts
    context = {
        "case": found,
        "state": state,
        "stages": page.course(state),
        "stage": state.course.stage(state.stage).label,
        "offers": steps.offers(actor, found, state),
        "clocks": page.clocks(found),
        "checks": page.checks(state),
        "entries": entries,
        "taken": sum(entry.state != "refused" for entry in entries),
        "waiting": sum(entry.index is None for entry in entries),
        "item": catalog.item(found.item, found.opened_on),
        "handlers": list(dict.fromkeys(names[officer] for officer, function in roles if function == "handle" and officer in names)),
        "party": parties.shown(actor, found.party),
        "facts": facts,
        "fine": facts.get("decision_fine") or facts.get("proposed_fine"),
        "table": catalog.table(facts["discretion_table"]) if facts.get("discretion_table") else None,
        "origin": selectors.visible(actor).filter(pk=found.origin_id).first() if found.origin_id else None,
        "led_to": selectors.visible(actor).filter(origin=found),
        "leads_to": _leads_to(actor, found, state),
        "may_register": may(actor, "case.register"),
        "may_export": may(actor, "case.export"),
        "papers": papers.of_case(actor, found),
        "recordings": recordings.of_case(actor, found),
        "filmed": STORE in state.course,
        "sections": sections.of_case(actor, found),
        "papers_pending": Outbox.objects.filter(case=found, done_at__isnull=True).exists(),
    }
    return render(request, "cases/case.html", context)


def _leads_to(actor: Actor, found: Case, state: State) -> list[Procedure]:
    """The procedures in which what the steps taken have found may be gone on with."""
    taken = set(StepRow.objects.filter(case=found).values_list("name", flat=True))
    ids = dict.fromkeys(course for step in state.course.steps if step.name in taken for course in step.leads_to)
    courses = [procedure_of(name) for name in ids]
    return [course for course in courses if may(actor, services.ACTIONS[course.opening.by])]


@require_GET
@signed_in
def checks(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """逐条查看: every rule, its verdict on the case, and the facts it looked at."""
    found = case_for(actor_of(request), case_id)
    state = page.state_of(found)
    wanted = request.GET.get("verdict", "")
    judge = bench(state.course.grain)
    judged = judge.verdicts(state.facts, number(timezone.localdate()))
    order = {Verdict.FAILS: 0, Verdict.NOT_YET_JUDGED: 2, Verdict.PASSES: 1, Verdict.DOES_NOT_APPLY: 3}
    lines = [
        {"rule": rule_of(name), "verdict": verdict, "facts": _facts_of(judge, name, state.facts)}
        for name, verdict in sorted(judged.items(), key=lambda pair: order[pair[1]])
        if not wanted or verdict.name.lower() == wanted
    ]
    return render(request, "cases/checks.html", {"case": found, "lines": lines, "tabs": _tabs(page.checks(state).counts, wanted)})


@require_GET
@signed_in
def why(request: HttpRequest, case_id: uuid.UUID, rule: str) -> HttpResponseBase:
    """Why a rule says what it says of the case."""
    actor = actor_of(request)
    found = case_for(actor, case_id)
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        on = None
    return render(request, "cases/why.html", {"case": found, "told": explanation(actor, found, rule, on)})


def _tabs(counts: Mapping[str, int], wanted: str) -> list[dict[str, Any]]:
    kinds = (
        ("", "全部", sum(counts.values())),
        ("fails", "不通过", counts["blocked"] + counts["mendable"]),
        ("passes", "通过", counts["passed"]),
        ("not_yet_judged", "未到判断时", counts["waiting"]),
        ("does_not_apply", "不适用", counts["na"]),
    )
    return [{"href": f"?verdict={name}" if name else "?", "label": label, "count": count, "current": name == wanted} for name, label, count in kinds]


def _facts_of(judge: Bench, name: str, facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The facts a rule looked at, in words."""
    return [(VOCABULARY[fact].label, told(VOCABULARY[fact], facts.get(fact))) for fact in judge.reads(rule_of(name)) if fact in VOCABULARY]
