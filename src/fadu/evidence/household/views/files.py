"""Searching for a party and its file."""

import tempfile
import uuid
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.agencies.forms import bound
from fadu.cases.views.guard import signed_in
from fadu.evidence.household.models import Household
from fadu.evidence.household.selectors import file, households
from fadu.evidence.household.selectors.export import write
from fadu.evidence.household.services import opening
from fadu.evidence.household.views import opened
from fadu.law.forms import Invalid
from fadu.sheets.services import taken_out
from fadu.sheets.views import XLSX


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("household.see")
def search(request: HttpRequest) -> HttpResponse:
    """Find a party. What is typed is posted, so that no name or number stands in an address or its logs."""
    actor = actor_of(request)
    query = request.POST.get("q", "")[:100]
    found = households.sought(actor, query)
    near = {one.pk for one in found if households.within(actor, "household.see", one.pk)}
    rows = [{"household": one, "near": one.pk in near} for one in found]
    return render(request, "household/search.html", {"rows": rows, "q": query, "asked": bool(query.strip()), "may_match": may(actor, "household.match")})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@entered_for("household.see")
def one(request: HttpRequest, household_id: uuid.UUID) -> HttpResponseBase:
    """The file of a household, once it was opened with the reason that is asked for."""
    actor = actor_of(request)
    found = households.household(actor, household_id)
    if found.pk != household_id:
        return redirect("household:file", found.pk)
    near = households.within(actor, "household.see", found.pk)
    wide = not near or "wide" in (request.POST if request.method == "POST" else request.GET)
    held = opened.of(request, found.pk)
    if request.method == "POST":
        return _open(request, actor, found, near=near, wide=wide)
    if held is None or (wide and not held.wide):
        if opening.needs_purpose(actor, wide=wide):
            return _ask(request, found, near=near, wide=wide)
        opening.open_file(actor, found.pk, {}, wide=False)
        opened.note(request, found.pk, wide=False, why="")
        held = opened.Opened(wide=False, why="")
    return _shown(request, actor, found, held, near=near)


@require_safe
@signed_in
@entered_for("household.see")
def export(request: HttpRequest, household_id: uuid.UUID) -> HttpResponseBase:
    """The list of the file as a worksheet; who took it out is recorded."""
    actor = actor_of(request)
    found = households.household(actor, household_id)
    held = opened.of(request, found.pk)
    if held is None:
        return redirect("household:file", found.pk)
    rows = file.rows(actor, found, _wanted(request), wide=held.wide)
    opening.download(actor, found, wide=held.wide, reason=held.why)
    taken_out(actor, "household", "一户式事项清单", {name: request.GET[name] for name in ("kind", "year", "organ") if request.GET.get(name)}, len(rows))
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write(found.shown_as, rows, out)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename="一户式事项清单.xlsx", content_type=XLSX)


def _open(request: HttpRequest, actor: Actor, found: Household, *, near: bool, wide: bool) -> HttpResponse:
    data = {name: request.POST[name] for name in ("purpose", "why") if request.POST.get(name)}
    try:
        reading = opening.open_file(actor, found.pk, data, wide=wide)
    except Invalid as wrong:
        return _ask(request, found, near=near, wide=wide, values=data, errors=wrong.errors)
    opened.note(request, found.pk, wide=wide, why=reading.reason or "")
    return redirect("household:file", found.pk)


def _ask(
    request: HttpRequest, found: Household, *, near: bool, wide: bool, values: dict[str, Any] | None = None, errors: dict[str, str] | None = None
) -> HttpResponse:
    context = {"household": found, "near": near, "wide": wide, "fields": bound(opening.PURPOSE, values or {}, errors)}
    return render(request, "household/purpose.html", context, status=422 if errors else 200)


def _shown(request: HttpRequest, actor: Actor, found: Household, held: opened.Opened, *, near: bool) -> HttpResponse:
    wanted = _wanted(request)
    page = file.file(actor, found, wanted, wide=held.wide)
    may_match = may(actor, "household.match") and near
    context = {
        "household": found,
        "party": file.header(actor, found),
        "file": page,
        "years": [(str(year), f"{year} 年（{of}）") for year, of in page.years],
        "kinds": [(kind, f"{label}（{of}）") for kind, label, of in page.kinds],
        "organs": [(str(pk), f"{name}（{of}）") for pk, name, of in page.organs],
        "active": any(request.GET.get(name) for name in ("kind", "year", "organ")),
        "held": held,
        "may_match": may_match,
        "proposals": households.waiting(found) if may_match else [],
        "namesakes": households.namesakes(found) if may_match else [],
        "parts": found.parts.exclude(pk=found.pk) if may_match else [],
        "export": reverse("household:export", args=[found.pk]) + (f"?{request.GET.urlencode()}" if request.GET else ""),
    }
    return render(request, "household/file.html", context)


def _wanted(request: HttpRequest) -> file.Wanted:
    get = request.GET
    return file.Wanted(get.get("kind", ""), _number(get.get("year", "")), _number(get.get("organ", "")), get.get("after", ""))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
