"""Pages of lists: the template, the export, the upload, and what became of it."""

import tempfile
from collections.abc import Callable
from http import HTTPStatus
from typing import IO, Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import NotAllowed, may
from fadu.law.forms import Invalid
from fadu.sheets import selectors, services, writing
from fadu.sheets.models import Import, State
from fadu.sheets.reading import MOST_BYTES
from fadu.sheets.sheet import Sheet
from fadu.sheets.sheet import sheet as sheet_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EARLIER = 20
"""Earlier runs that a sheet's page shows at once."""
AT_ONCE = 100
"""Faults on one page."""
TAGS = {State.DONE: "ok", State.FAULTY: "bad", State.INTERRUPTED: "near", State.WAITING: "", State.CHECKING: "do", State.WRITING: "do"}


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """The lists that one may take out or bring in."""
    actor = actor_of(request)
    usable = selectors.usable(actor)
    if not usable and not actor:
        return redirect_to_login(request.get_full_path())
    if not usable:
        raise NotAllowed(f"您现在的身份是{actor.role.value}，没有可以导入导出的表。")
    rows = [{"sheet": item, "load": may(actor, item.load_action), "see": may(actor, item.see_action)} for item in usable]
    return render(request, "sheets/index.html", {"rows": rows, "may_see_exports": may(actor, "export.see")})


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, sheet_id: str) -> HttpResponseBase:
    """One list: its template, its export, the upload, and earlier runs."""
    which = _sheet_or_404(sheet_id)

    @entered_for(which.load_action)
    def upload(request: HttpRequest) -> HttpResponse:
        actor = actor_of(request)
        file, reason = request.FILES.get("file"), request.POST.get("reason", "")
        try:
            if file is not None and (file.size or 0) > MOST_BYTES:
                raise Invalid({"file": f"文件超过 {MOST_BYTES >> 20} MB，请分成几份导入"})  # noqa: TRY301 - before it is read into memory
            started = services.bring_in(actor, which, file.name or "" if file else "", file.read() if file else b"", reason)
        except Invalid as wrong:
            return _sheet_page(request, which, reason, wrong.errors)
        return redirect("sheets:run", started.pk)

    if request.method == "POST":
        return upload(request)
    entrance = which.see_action if may(actor_of(request), which.see_action) else which.load_action
    return entered_for(entrance)(lambda request: _sheet_page(request, which, "", {}))(request)


@require_safe
def template(request: HttpRequest, sheet_id: str) -> HttpResponseBase:
    """The list to be filled in."""
    which = _sheet_or_404(sheet_id)

    @entered_for(which.load_action)
    def blank(request: HttpRequest) -> HttpResponseBase:
        fields = which.fields(actor_of(request))
        return _download(f"{which.title}模板.xlsx", lambda out: writing.write_list(which, fields, (), out))

    return blank(request)


@require_safe
def export(request: HttpRequest, sheet_id: str) -> HttpResponseBase:
    """The list as it stands, within reach of who asks."""
    which = _sheet_or_404(sheet_id)

    @entered_for(which.see_action)
    def filled(request: HttpRequest) -> HttpResponseBase:
        actor = actor_of(request)
        name = f"{which.title} {timezone.localdate().isoformat()}.xlsx"
        out = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
        rows = writing.write_list(which, which.fields(actor), which.rows(actor), out)
        if actor:  # what is published may be taken out by anybody, who is then nobody
            services.taken_out(actor, which.id, which.title, {}, rows)
        return _sent(name, out)

    return filled(request)


@require_safe
@entered_for("export.see")
def exports(request: HttpRequest) -> HttpResponse:
    """Who took which list out, the latest first."""
    key = request.GET.get("after", "")
    found = selectors.exports(actor_of(request))
    if key.isascii() and key.isdigit() and len(key) < 18:
        found = found.filter(pk__lt=int(key))
    rows = list(found.order_by("-id")[: AT_ONCE + 1])
    context = {"rows": rows[:AT_ONCE], "next": rows[AT_ONCE - 1].pk if len(rows) > AT_ONCE else "", "count": len(rows[:AT_ONCE])}
    return render(request, "sheets/exports.html", context)


@require_safe
def run(request: HttpRequest, key: int) -> HttpResponseBase:
    """One import: how far it has come, what came of it, what is wrong with the file."""
    return _about_run(request, key, lambda which, found: _run_page(request, which, found))


@require_safe
def progress(request: HttpRequest, key: int) -> HttpResponseBase:
    """How far it has come, for the page that asks every second; when it is over the page is loaded anew."""

    def answer(_which: Sheet, found: Import) -> HttpResponse:
        answered = render(request, "sheets/_progress.html", {"run": found, "tag": TAGS[State(found.state)]})
        if not found.running:
            answered["HX-Refresh"] = "true"
        return answered

    return _about_run(request, key, answer)


@require_safe
def faults(request: HttpRequest, key: int) -> HttpResponseBase:
    """What is wrong with the file, as a worksheet."""

    def answer(which: Sheet, found: Import) -> HttpResponseBase:
        return _download(f"{which.title}需要改正之处.xlsx", lambda out: writing.write_faults(which.title, selectors.faults_of(found), out))

    return _about_run(request, key, answer)


@require_POST
def again(request: HttpRequest, key: int) -> HttpResponseBase:
    """An interrupted import is started again."""

    def answer(which: Sheet, found: Import) -> HttpResponse:
        try:
            services.start_again(actor_of(request), which, found.pk)
        except Invalid as wrong:
            messages.error(request, "；".join(wrong.errors.values()))
        return redirect("sheets:run", found.pk)

    return _about_run(request, key, answer)


def _about_run(request: HttpRequest, key: int, answer: Callable[[Sheet, Import], HttpResponseBase]) -> HttpResponseBase:
    """Let in who may import the sheet of the run, and has the run within reach."""
    which = sheet_of(selectors.sheet_of_run(key))
    if which is None and actor_of(request):
        raise Http404
    if which is None:
        return redirect_to_login(request.get_full_path())

    @entered_for(which.load_action)
    def inside(request: HttpRequest) -> HttpResponseBase:
        try:
            found = selectors.run(actor_of(request), which, key)
        except Import.DoesNotExist:
            raise Http404 from None
        return answer(which, found)

    return inside(request)


def _sheet_or_404(sheet_id: str) -> Sheet:
    found = sheet_of(sheet_id)
    if found is None:
        raise Http404
    return found


def _sheet_page(request: HttpRequest, which: Sheet, reason: str, errors: dict[str, str]) -> HttpResponse:
    actor = actor_of(request)
    may_load = may(actor, which.load_action)
    context = {
        "sheet": which,
        "columns": which.fields(actor),
        "may_load": may_load,
        "may_see": may(actor, which.see_action),
        "runs": _earlier(actor, which) if may_load else [],
        "bounds": [_bound(services.FILE, "", errors), _bound(services.REASON, reason, errors)],
        "most": MOST_BYTES >> 20,
        "crumb": [("导入导出", reverse("sheets:index")), (which.title, "")],
    }
    return render(request, "sheets/sheet.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)


def _bound(field: Any, value: str, errors: dict[str, str]) -> dict[str, Any]:
    return {"field": field, "value": value, "error": errors.get(field.name, ""), "id": f"f-{field.name}"}


def _earlier(actor: Actor, which: Sheet) -> list[dict[str, Any]]:
    return [{"run": found, "tag": TAGS[State(found.state)]} for found in selectors.imports(actor, which)[:EARLIER]]


def _run_page(request: HttpRequest, which: Sheet, found: Import) -> HttpResponse:
    told = selectors.faults_of(found)
    asked = request.GET.get("after", "") or "0"
    start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 7:
        start = max(0, int(before) - AT_ONCE)
    context = {
        "sheet": which,
        "run": found,
        "tag": TAGS[State(found.state)],
        "faults": told[start : start + AT_ONCE],
        "next": start + AT_ONCE if start + AT_ONCE < len(told) else "",
        "previous": start or "",
        "crumb": [("导入导出", reverse("sheets:index")), (which.title, reverse("sheets:sheet", args=[which.id])), ("导入", "")],
    }
    return render(request, "sheets/run.html", context)


def _download(name: str, write: Callable[[IO[bytes]], Any]) -> FileResponse:
    """A worksheet, written to a file without a name and sent from there."""
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write(out)
    return _sent(name, out)


def _sent(name: str, out: IO[bytes]) -> FileResponse:
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)
