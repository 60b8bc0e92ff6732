"""The list, one recording, and what is done with it."""

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches, require_in
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.selectors import visible
from fadu.evidence import intake
from fadu.evidence.models import Action, Use
from fadu.evidence.recordings import forms, selectors, services
from fadu.evidence.recordings.reasons import demand
from fadu.evidence.recordings.selectors import listing as lists
from fadu.evidence.recordings.selectors.showing import shown
from fadu.evidence.recordings.services import tying
from fadu.law.fields import Field
from fadu.law.forms import Invalid

OPEN_CASES = 100
"""Cases offered to tie a recording to: the newest that are not ended."""


@require_safe
@entered_for("evidence.see")
def listing(request: HttpRequest) -> HttpResponse:
    """The recordings within reach, newest first."""
    actor, asked = actor_of(request), request.GET.dict()
    page = lists.page(lists.filtered(actor, asked), after=asked.get("after", ""), before=asked.get("before", ""))
    active = any(asked.get(name) for name in ("officer", "device", "scene", "kind", "q"))
    context = {"page": page, "active": active, "may_add": reaches(actor, "evidence.add", actor.organ_id or 0), **lists.choices(actor)}
    return render(request, "recordings/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("evidence.add")
def add(request: HttpRequest) -> HttpResponseBase:
    """Upload a file and say what it is."""
    actor = actor_of(request)
    fields = forms.with_choices(forms.UPLOAD, actor.organ_id or 0, _cases(request))
    if request.method != "POST":
        return render(request, "recordings/add.html", {"fields": _bound(fields, {"case": request.GET.get("case", "")}, {})})
    data = {field.name: request.POST[field.name] for field in fields if request.POST.get(field.name)}
    given = intake.given(actor, request, use=Use.RECORDING)
    try:
        if given.error or not given.originals:
            raise Invalid({"original": given.error or "请选择文件"})  # noqa: TRY301 - told with the other faults of the form
        recording, outcome = services.add(actor, given.originals[0], data)
    except Invalid as wrong:
        told = {"error": wrong.errors.get("", ""), "file_error": wrong.errors.get("original", ""), "kept": given.originals}
        return render(request, "recordings/add.html", {"fields": _bound(fields, data, wrong.errors), **told}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"{recording.number} 已存入" + (_told(outcome) if outcome else "，还没有系到案件"))
    return redirect("recordings:one", recording.id)


@require_safe
@entered_for("evidence.see")
def one(request: HttpRequest, recording_id: uuid.UUID) -> HttpResponse:
    """One recording: the player once a reading opened it, markers, technical data, proof, readings."""
    actor = actor_of(request)
    recording = _or_404(request, recording_id)
    reading = _uuid(request.GET.get("reading", ""))
    opened = False
    if reading is not None:
        try:
            services.opened_for(actor, recording_id, reading)
            opened = True
        except NotFound:
            messages.info(request, "这次调阅已经过时，请重新打开")
    return _page(request, recording, {"reading": reading if opened else None, "wrong": request.GET.get("wrong", "")[:200]})


@require_POST
@entered_for("evidence.see")
def play(request: HttpRequest, recording_id: uuid.UUID) -> HttpResponseBase:
    """Open the player: the reading is written down first."""
    recording = _or_404(request, recording_id)
    try:
        _, reading = services.read(actor_of(request), recording_id, Action.PLAY, request.POST.get("reason", ""))
    except Invalid as wrong:
        return _page(request, recording, {"play_error": wrong.errors["reason"], "typed": request.POST.get("reason", "")}, HTTPStatus.UNPROCESSABLE_ENTITY)
    second = request.POST.get("second", "")
    at = f"&t={second}" if second.isascii() and second.isdigit() else ""
    return redirect(f"{reverse('recordings:one', args=[recording_id])}?reading={reading.id}{at}#player")


@require_POST
@entered_for("evidence.add")
def tie(request: HttpRequest, recording_id: uuid.UUID) -> HttpResponseBase:
    """Tie a recording to a case, once."""
    recording, actor = _or_404(request, recording_id), actor_of(request)
    require_in(actor, "evidence.add", recording.organ_id)
    data = {name: request.POST.get(name, "") for name in ("case", "seqs")}
    try:
        chosen = _uuid(data["case"])
        if chosen is None:
            raise Invalid({"case": "请选择案件"})  # noqa: TRY301 - told with the other faults of the form
        found = visible(actor).filter(pk=chosen, organ_id=recording.organ_id).first()
        outcome = services.tie(actor, recording_id, chosen, tying.seqs_of(found, data["seqs"]))
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Invalid as wrong:
        return _page(request, recording, {"tie_data": data, "tie_errors": wrong.errors}, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, recording.number + _told(outcome))
    return redirect("recordings:one", recording_id)


@require_POST
@entered_for("evidence.add")
def mark(request: HttpRequest, recording_id: uuid.UUID) -> HttpResponseBase:
    """Set a marker."""
    recording = _or_404(request, recording_id)
    require_in(actor_of(request), "evidence.add", recording.organ_id)
    data = {field.name: request.POST[field.name] for field in forms.MARK if request.POST.get(field.name)}
    reading = _uuid(request.POST.get("reading", ""))
    try:
        services.mark(actor_of(request), recording_id, data)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Invalid as wrong:
        return _page(request, recording, {"mark_data": data, "mark_errors": wrong.errors}, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "已打点")
    return redirect(f"{reverse('recordings:one', args=[recording_id])}{f'?reading={reading}' if reading else ''}#markers")


def _page(request: HttpRequest, recording: Any, more: dict[str, Any], status: int = HTTPStatus.OK) -> HttpResponse:
    actor = actor_of(request)
    may_add = reaches(actor, "evidence.add", recording.organ_id)
    context = {
        "recording": recording,
        "may_add": may_add,
        "demand": demand(actor, recording, Action.PLAY),
        "demand_download": demand(actor, recording, Action.DOWNLOAD),
        "mark_fields": _bound(forms.MARK, more.get("mark_data", {}), more.get("mark_errors", {})) if may_add else [],
        "tie_fields": [],
        "at": request.GET.get("t", "") if request.GET.get("t", "").isdigit() else "",
        **shown(actor, recording),
        **more,
    }
    if may_add and recording.case_id is None:
        fields = forms.with_choices(forms.TIE, recording.organ_id, _cases(request))
        context["tie_fields"] = _bound(fields, more.get("tie_data", {}), more.get("tie_errors", {}))
    return render(request, "recordings/one.html", context, status=status)


def _or_404(request: HttpRequest, recording_id: uuid.UUID) -> Any:
    try:
        return selectors.one(actor_of(request), recording_id)
    except NotFound as missing:
        raise Http404(str(missing)) from missing


def _cases(request: HttpRequest) -> list[Case]:
    """The cases of one's organ that a recording can be tied to; the one that the page was opened for among them."""
    actor = actor_of(request)
    mine = visible(actor).filter(organ_id=actor.organ_id or 0)
    rows = list(mine.filter(ended=False).order_by("-id")[:OPEN_CASES])
    wanted = _uuid(request.GET.get("case", "") or request.POST.get("case", ""))
    if wanted is not None and all(row.pk != wanted for row in rows):
        rows += list(mine.filter(pk=wanted))
    return rows


def _told(outcome: services.Outcome) -> str:
    return "，已系到案件并登记存入" if outcome.taken else f"，已系到案件（{outcome.why}）"


def _bound(fields: tuple[Field, ...], data: dict[str, Any], errors: dict[str, str]) -> list[dict[str, Any]]:
    return [{"field": field, "value": data.get(field.name), "error": errors.get(field.name, ""), "id": f"field-{field.name}"} for field in fields]


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
