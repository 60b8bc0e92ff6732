"""Pages of originals: the list, one of them, its bytes, and the page on which files are handed in."""

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.selectors import case_for
from fadu.cases.services.log import Log
from fadu.evidence import intake, selectors, services, vault
from fadu.evidence.kinds import KINDS
from fadu.evidence.models import Action, Original, Use
from fadu.evidence.services import read_once
from fadu.evidence.serving import INLINE, served
from fadu.law.forms import Invalid

FILTERS = ("use", "organ", "case", "tied", "media")


@require_safe
@entered_for("evidence.see")
def listing(request: HttpRequest) -> HttpResponseBase:
    """The originals within reach."""
    actor = actor_of(request)
    asked = {name: request.GET.get(name, "") for name in FILTERS}
    page = selectors.listed(actor, **asked, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "page": page,
        "rows": [(row, _label(row)) for row in page.rows],
        "active": any(asked.values()),
        "uses": Use.choices,
        "organs": selectors.organs(actor),
        "families": list(selectors.FAMILIES.items()),
        "may_add": may(actor, "evidence.add"),
    }
    return render(request, "evidence/originals.html", context)


@require_safe
@entered_for("evidence.see")
def one(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """One original: what it is, whose, its proof, and who looked at it."""
    return _one(request, key)


@require_POST
@entered_for("evidence.add")
def place(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """归入案件: an original that belongs to no case is given to one, once."""
    actor, found = actor_of(request), _original_or_404(request, key)
    try:
        chosen = case_for(actor, uuid.UUID(request.POST.get("case", "")))
        placed = services.place(actor, found, chosen)
    except ValueError:
        return _one(request, key, error="请选择案件")
    except NotFound as gone:
        return _one(request, key, error=str(gone))
    except Invalid as wrong:
        return _one(request, key, error="；".join(wrong.errors.values()))
    if placed is not None:
        messages.success(request, f"已归入案件 {chosen.number or chosen.title}，并在公开日志中存证")
    return redirect("evidence:original", key=found.pk)


def _one(request: HttpRequest, key: uuid.UUID, error: str = "") -> HttpResponse:
    found = _original_or_404(request, key)
    places = found.case_id is None and found.use != Use.RECORDING and reaches(actor_of(request), "evidence.add", found.organ_id)
    context = {
        "cases": selectors.open_cases(actor_of(request), found.organ_id) if places else [],
        "places": places,
        "error": error,
        "original": found,
        "label": _label(found),
        "inline": found.media in INLINE,
        "readings": selectors.read_by(found),
        "crumb": [("原件", reverse("evidence:originals")), (found.name, "")],
    }
    return render(request, "evidence/original.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK)


@require_safe
@entered_for("evidence.see")
def file(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """The bytes of an original, or a part of them; `?inline` to look at it. That it was read is written down before the first byte goes out."""
    found = _original_or_404(request, key)
    inline = "inline" in request.GET and found.media in INLINE
    try:
        source = vault.opened(found.pk, found.size)
        source.read(1)
    except vault.Damaged as damage:
        return render(request, "evidence/damaged.html", {"damage": str(damage)}, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    if request.method == "GET":
        action = Action.VIEW if inline else Action.DOWNLOAD
        read_once(actor_of(request), kind="original", ref=found.pk, what=found.name, action=action, organ_id=found.organ_id, case=found.case)
    return served(request, source, found, inline=inline)


@require_safe
@entered_for("evidence.see")
def receipt(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """The receipt of an original, to be kept and verified anywhere."""
    found = _original_or_404(request, key)
    given = Log().receipt(found.leaf)
    if given is None:
        raise Http404("这份原件正等待写入公开日志，请稍后再试")
    answer = HttpResponse(given.to_json(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="receipt-{found.pk}.json"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("evidence.add")
def hand_in(request: HttpRequest) -> HttpResponseBase:
    """Hand files in, for a case or for none yet."""
    use = request.GET.get("use", "")
    use = use if use in Use.values else Use.EXHIBIT.value
    case = _case_or_404(request)
    found = intake.Given(())
    if request.method == "POST":
        found = intake.given(actor_of(request), request, use=Use(use), case=case)
        if found.originals and not found.error:
            messages.success(request, f"收下 {len(found.originals)} 个文件，内容不再改动，每个都在公开日志中存证。")
            return redirect("evidence:originals")
        if not found.error:
            found = intake.Given((), "请选择文件")
    context = {"use": use, "uses": _uses(use, case), "case": case, "kept": found.originals, "error": found.error, "crumb": _crumb("上传")}
    return render(request, "evidence/hand_in.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if found.error else HTTPStatus.OK)


def _uses(current: str, case: Case | None) -> list[dict[str, Any]]:
    tail = f"&case={case.pk}" if case else ""
    return [{"label": label, "href": f"?use={value}{tail}", "current": value == current} for value, label in Use.choices]


def _crumb(last: str) -> list[tuple[str, str]]:
    return [("原件", reverse("evidence:originals")), (last, "")]


def _label(original: Original) -> str:
    return KINDS[original.media].label if original.media in KINDS else original.media


def _original_or_404(request: HttpRequest, key: uuid.UUID) -> Original:
    try:
        return selectors.original(actor_of(request), key)
    except NotFound as gone:
        raise Http404(str(gone)) from gone


def _case_or_404(request: HttpRequest) -> Case | None:
    asked = request.GET.get("case", "")
    if not asked:
        return None
    try:
        return case_for(actor_of(request), uuid.UUID(asked))
    except (ValueError, NotFound) as gone:
        raise Http404(str(gone)) from gone
