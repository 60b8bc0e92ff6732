"""Taking a step by its form. Bad input keeps what was typed; a refusal says which article, which fact, what next."""

import uuid
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fadu.accounts.actors import PUBLIC, Actor
from fadu.accounts.permissions import may, require
from fadu.agencies.models import Organ
from fadu.agencies.selectors import officers_of
from fadu.cases import forms, prefill, registered, services, signing
from fadu.cases.errors import Conflict, Refused
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.selectors import case_for, page, steps
from fadu.cases.selectors.brief import brief
from fadu.cases.services.taken import Taken
from fadu.cases.views.guard import actor_of, signed_in
from fadu.catalog import selectors as catalog
from fadu.law.correction import CORRECT
from fadu.law.forms import Field, Invalid, Kind
from fadu.law.procedure import Kind as Kinds
from fadu.law.procedure import Step
from fadu.law.registry import newest, procedure_of, procedures

ENFORCING = {"present", "appointed"}
"""Fields of people who stand before the party: only their credentials matter (a head who chairs a hearing needs none)."""

SHORT = {"general": "penalty.general", "simple": "penalty.simple"}
"""Short addresses of what is registered most."""


@require_http_methods(["GET", "POST"])
@signed_in
def register(request: HttpRequest, procedure: str) -> HttpResponseBase:
    """Open a case of a procedure; with `from`, one that comes out of another case."""
    actor = actor_of(request)
    require(actor, "case.register")
    try:
        course = procedure_of(SHORT.get(procedure, procedure))
    except KeyError:
        raise Http404 from None
    require(actor, services.ACTIONS[course.opening.by])
    origin = _origin(request, actor)
    fields = course.opening.asks

    def send(data: Mapping[str, Any]) -> Taken:
        moment = forms.moment_of(request.POST)
        return services.register(actor, course.id, data, taken_at=moment, key=request.POST.get("key", ""), origin=origin.id if origin else None)

    values = prefill.of_registration(actor.officer_id) | (prefill.of_origin(actor, origin) if origin else {})
    return _ask(request, course.opening, fields, send, values=values, context={"course": course, "organ_id": actor.organ_id, "origin": origin})


def _origin(request: HttpRequest, actor: Actor) -> Case | None:
    """The case that the page was opened from."""
    text = request.GET.get("from", "")
    if not text:
        return None
    try:
        return case_for(actor, uuid.UUID(text))
    except ValueError:
        raise Http404 from None


@require_GET
@signed_in
def choose(request: HttpRequest) -> HttpResponseBase:
    """What can be registered: every procedure that the one who asks may open, by kind of act."""
    actor = actor_of(request)
    require(actor, "case.register")
    open_to = [course for course in newest() if may(actor, services.ACTIONS[course.opening.by])]
    kinds = [(kind.value, [course for course in open_to if course.kind is kind]) for kind in Kinds]
    return render(request, "cases/choose.html", {"kinds": [(label, courses) for label, courses in kinds if courses], "origin": request.GET.get("from", "")})


@require_http_methods(["GET", "POST"])
@signed_in
def step(request: HttpRequest, case_id: uuid.UUID, name: str) -> HttpResponseBase:
    """Take a step in a case."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    course = procedures()[case.procedure, case.version]
    if name not in course or name == CORRECT:
        raise Http404
    asked = course[name]

    def send(data: Mapping[str, Any]) -> Taken | str:
        moment = forms.moment_of(request.POST)
        if "sign_first" in request.POST and signing.offered(asked):
            return signing.put(actor, case, name, data, moment)
        seen = request.POST.get("after_seq", "")
        after = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 6 else None
        return services.take(actor, case.id, name, data, taken_at=moment, key=request.POST.get("key", ""), after_seq=after)

    state = page.state_of(case)
    fields, known = registered.prefilled(case, asked.asks, state.facts)
    return _ask(
        request, asked, fields, send, values={**known, **prefill.of_step(case, asked, state.facts)},
        context={"case": case, "sign_first": signing.offered(asked), "organ_id": case.organ_id, "brief": brief(actor, case, asked, state), "foreseen": steps.foreseen(asked, state) if name in {s.name for s in course.steps_from(state.stage)} else ()},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def correct(request: HttpRequest, case_id: uuid.UUID, seq: int) -> HttpResponseBase:
    """Correct an earlier step: its own form, filled with what was said, and the reason."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    wrong = StepRow.objects.filter(case=case, seq=seq).exclude(name=CORRECT).first()
    if wrong is None:
        raise Http404
    name, version = wrong.procedure.split("/")
    asked = procedures()[name, version][wrong.name]
    correction = procedures()[case.procedure, case.version][CORRECT]
    reason = next(field for field in correction.asks if field.name == "reason")
    fields = (Field(name="why_corrected", label=reason.label, kind=Kind.LONGTEXT, longest=reason.longest), *asked.asks)

    def send(data: Mapping[str, Any]) -> Taken:
        answers = {key: value for key, value in data.items() if key != "why_corrected"}
        whole = {"seq": seq, "reason": data.get("why_corrected", ""), "data": answers}
        try:
            return services.take(actor, case.id, CORRECT, whole, key=request.POST.get("key", ""))
        except Invalid as wrong_input:
            renamed = {key.removeprefix("data."): text for key, text in wrong_input.errors.items()}
            renamed["why_corrected"] = renamed.pop("reason", "")
            raise Invalid({key: text for key, text in renamed.items() if text}) from wrong_input

    return _ask(
        request, correction, fields, send, values=dict(wrong.data), context={"case": case, "organ_id": case.organ_id, "corrects": asked, "corrects_seq": seq}
    )


def _ask(request: HttpRequest, asked: Step, fields: Sequence[Field], send: Any, *, values: Mapping[str, Any], context: dict[str, Any]) -> HttpResponseBase:
    """Show the form, or send what was posted and show the case; keep everything that was typed when it can't be taken."""
    errors: Mapping[str, str] = {}
    objections: Sequence[Any] = ()
    conflict = ""
    status = HTTPStatus.OK
    key = request.POST.get("key") or str(new_id())
    if request.method == "POST":
        data = forms.posted(fields, request.POST)
        values = {**data, "taken_at": request.POST.get("taken_at", "")}
        try:
            taken = send(data)
        except Invalid as invalid:
            errors, status = invalid.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        except Refused as refused:
            objections, status = refused.objections, HTTPStatus.CONFLICT
        except Conflict as moved:
            conflict, status = str(moved), HTTPStatus.CONFLICT
        else:
            if isinstance(taken, str):  # the address where it goes on
                return redirect(taken)
            messages.success(request, f"已办理：{asked.label}")
            return redirect("cases:case", case_id=taken.case_id)
    else:
        values = {**values, "taken_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}
    shown = fields if asked.name == CORRECT else (forms.TAKEN_AT, *fields)
    kind = context["case"].kind if "case" in context else context["course"].kind.name.lower()
    choices = _choices(fields, context["organ_id"], kind)
    bound = forms.bound(shown, values, errors, choices)
    loose = {name: text for name, text in errors.items() if not any(name == field.name or name.startswith(f"{field.name}.") for field in shown)}
    context |= {
        "step": asked, "fields": bound, "asked": [one for one in bound if not one["field"].rare], "rare": (rare := [one for one in bound if one["field"].rare]),
        "rare_open": any(one["error"] or one["value"] not in (None, "", []) for one in rare), "objections": objections, "conflict": conflict, "key": key,
        "error": "；".join(f"{name[:40]}：{text}" if name else text for name, text in loose.items()), "kept": request.method == "POST",
    }  # fmt: skip
    return render(request, "cases/step.html", context, status=status)


def _choices(fields: Sequence[Field], organ_id: int | None, kind: str) -> dict[str, list[tuple[str, ...]]]:
    """What can be chosen is known only here for people and power items."""
    choices: dict[str, list[tuple[str, ...]]] = {}
    people = [field.name for field in fields if field.kind is Kind.OFFICERS]
    if people and organ_id is not None:
        listed: list[tuple[str, ...]] = [reading.choice for reading in officers_of(organ_id, timezone.now())]
        named = [(*choice[:2], "", "") for choice in listed]
        listed.sort(key=lambda choice: choice[3] == "bad")  # who holds a card first
        choices |= {name: listed if name in ENFORCING else named for name in people}
    if any(field.name == "item" for field in fields):
        choices["item"] = _items(organ_id, kind)
    return choices


def _items(organ_id: int | None, kind: str) -> list[tuple[str, ...]]:
    organ = Organ.objects.get(pk=organ_id or 0)
    found = catalog.items(PUBLIC, timezone.localdate(), kind=kind, field="" if organ.field == "general" else organ.field)
    return [(item.code, f"{item.name}（{item.code}）") for item in found]
