"""The reports on the three systems: drafted, signed and sent by their organ, received above, read by everybody."""

import io
import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches, scope
from fadu.agencies.models import Organ
from fadu.disclosure.annual.writing import printed
from fadu.disclosure.reporting.clock import Clock
from fadu.disclosure.reporting.selectors import of_report, standing_of
from fadu.disclosure.reporting.selectors import received as handed
from fadu.law.forms import Invalid
from fadu.law.reports import Due, halves_told, threefold
from fadu.sheets.writing import write_plain
from fadu.supervision.threefold import services
from fadu.supervision.threefold.items import drafted, read, sections
from fadu.supervision.threefold.models import Draft, Report

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("threefold.see")
def home(request: HttpRequest) -> HttpResponseBase:
    """The items of a period as they read now, with the draft; keeping and signing it."""
    actor = actor_of(request)
    given = request.POST if request.method == "POST" else request.GET
    organ, due, today = _organ(actor, given.get("organ", "")), _due(given.get("period", "")), timezone.localdate()
    wrong: dict[str, str] = {}
    if request.method == "POST":
        try:
            if request.POST.get("do") == "sign":
                row = services.sign(actor, organ, due, request.POST)
                messages.success(request, f"已经签发并公布（第 {row.version} 版），请接着报送上级")
            else:
                services.write(actor, organ, due, request.POST)
                messages.success(request, "草稿已经保存")
        except Invalid as invalid:
            wrong = dict(invalid.errors)
        else:
            return redirect(f"{reverse('threefold:home')}?organ={organ.pk}&period={due.period}")
    day = services.day_of(due, today)
    items = read(organ, day)
    draft = Draft.objects.filter(organ=organ, period=due.period).first()
    texts = {name: request.POST.get(name) or (getattr(draft, name) if draft else drafted(items)[name]) for name in services.TEXTS}
    sendings = {row.ref: row for row in of_report("threefold", organ, due.period)}
    versions = Report.objects.filter(organ=organ, period=due.period).order_by("-version").defer("items")
    context = {
        "organ": organ, "due": due, "day": day, "sections": sections(items), "draft": draft, "wrong": wrong,
        "texts": [{"name": name, "label": label, "value": texts[name], "error": wrong.get(name, "")} for name, label in services.TEXTS.items()],
        "organs": [(str(found.pk), found.name) for found in Organ.objects.filter(scope(actor, "threefold.see", organ="pk")).order_by("path")[:300]],
        "periods": [(str(one.period), one.told) for one in _periods()],
        "may_write": may(actor, "threefold.write") and reaches(actor, "threefold.write", organ.pk) and halves_told(due)[0] <= today,
        "may_sign": may(actor, "threefold.sign") and reaches(actor, "threefold.sign", organ.pk),
        "may_receive": may(actor, "report.receive"), "may_figure": may(actor, "figure.see"),
        "versions": [{"it": row, "sending": sendings.get(row.pk)} for row in versions],
        "clock": Clock.of(due, standing_of(due, organ, today), today),
    }  # fmt: skip
    return render(request, "threefold/home.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


@require_POST
@entered_for("threefold.sign")
def sent(request: HttpRequest, report_id: uuid.UUID) -> HttpResponseBase:
    """Hand a signed report to the organ above."""
    actor = actor_of(request)
    row = get_object_or_404(Report.objects.filter(scope(actor, "threefold.sign", organ="organ_id")).select_related("organ"), pk=report_id)
    try:
        done = services.send_up(actor, row)
    except Invalid as invalid:
        messages.error(request, "；".join(invalid.errors.values()))
    else:
        messages.success(request, f"已经报送{done.to.name}")
    return redirect(f"{reverse('threefold:home')}?organ={row.organ_id}&period={row.period}")


@require_safe
@entered_for("report.receive")
def received(request: HttpRequest) -> HttpResponseBase:
    """Whose report of a period is there, late or missing; item by item how many organs hold it."""
    due, today = _due(request.GET.get("period", "")), timezone.localdate()
    rows = handed(actor_of(request), due, today)
    reports = Report.objects.filter(pk__in=[row.sending.ref for row in rows if row.sending and row.handed_in])
    tally: dict[str, dict[str, Any]] = {}
    for report_row in reports:
        for item in report_row.items:
            one = tally.setdefault(item["id"], {"title": item["title"], "line": item["line"], "met": 0, "missed": 0, "open": 0})
            one["open" if item["met"] is None else "met" if item["met"] else "missed"] += 1
    missing = [row.organ.name for row in rows if not row.handed_in]
    context = {
        "due": due, "left": due.said(today), "state": due.state(today), "rows": rows, "missing": missing, "there": len(rows) - len(missing),
        "late": sum(row.late for row in rows), "tally": sorted(tally.values(), key=lambda one: -one["missed"]),
        "periods": [(str(one.period), one.told) for one in _periods()],
    }  # fmt: skip
    return render(request, "threefold/received.html", context)


@require_safe
def published(request: HttpRequest) -> HttpResponseBase:
    """The reports that were published, the newest version of each, the latest first."""
    newest: dict[tuple[int, int], Report] = {}
    for row in Report.objects.select_related("organ").order_by("-period", "organ__path", "-version").defer("items", "bright", "problems", "measures")[:1000]:
        newest.setdefault((row.period, row.organ_id), row)
    return render(request, "threefold/published.html", {"rows": list(newest.values())})


@require_safe
def report(request: HttpRequest, report_id: uuid.UUID) -> HttpResponseBase:
    """One report as it was signed."""
    it = _published(report_id)
    versions = list(Report.objects.filter(organ=it.organ, period=it.period).order_by("-version").values_list("pk", "version"))
    return render(request, "threefold/report.html", {"it": it, "sections": sections(it.items), "texts": _texts(it), "newest": versions[0]})


@require_safe
def report_file(request: HttpRequest, report_id: uuid.UUID, how: str) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """One report as PDF, Excel or JSON."""
    it = _published(report_id)
    name = f"threefold-{it.period}-{it.organ.code}-v{it.version}.{how}"
    if how == "json":
        told = {
            "id": str(it.pk), "organ": it.organ.name, "organ_code": it.organ.code, "period": it.due.told, "version": it.version, "day": str(it.day),
            "signed_at": it.signed_at.isoformat(), "items": it.items, **{text: getattr(it, text) for text in services.TEXTS}, "log_index": it.leaf.index,
        }  # fmt: skip
        return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    if how == "xlsx":
        out = io.BytesIO()
        rows = [[section["title"], *_line(row)] for section in sections(it.items) for row in section["items"]]
        write_plain("三项制度", ("制度", *HEADS), rows, out)
        data, kind = out.getvalue(), EXCEL
    else:
        paragraphs: list[dict[str, str]] = []
        for label, text in _texts(it):
            paragraphs += [{"head": label}, *({"text": line} for line in text.splitlines() if line.strip())]
        tables = [
            {"title": section["title"], "heads": list(HEADS), "rows": [_line(row) for row in section["items"]], "strong": 0, "words": True, "note": ""}
            for section in sections(it.items)
        ]
        facts = [("数据截至", str(it.day)), ("签发", f"{timezone.localdate(it.signed_at)} {it.by_name}"), ("版本", f"第 {it.version} 版")]
        foot = f"{it.organ.name}{it.title}"
        data = printed(title=it.title, organ=it.organ.name, on=timezone.localdate(it.signed_at), facts=facts, paragraphs=paragraphs, tables=tables, foot=foot)
        kind = "application/pdf"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


HEADS = ("项目", "数值", "分子/分母", "要求", "结论", "怎样得出", "条款")


def _line(row: dict[str, Any]) -> list[str]:
    value = "—" if row["value"] is None else f"{row['value']} {row['unit']}"
    of = f"{row['of'][0]}/{row['of'][1]}" if row["of"] else "—"
    return [row["title"], value, of, row["line"], row["word"], row["why"] or "—", "、".join(row["clauses"])]


def _texts(it: Report) -> list[tuple[str, str]]:
    return [(label, getattr(it, name)) for name, label in services.TEXTS.items()]


def _published(report_id: uuid.UUID) -> Report:
    return get_object_or_404(Report.objects.select_related("organ", "leaf"), pk=report_id)


def _periods() -> list[Due]:
    """The periods of this year and the two before that have begun, the latest first."""
    today = timezone.localdate()
    every = [threefold(year, half) for year in range(today.year + 1, today.year - 3, -1) for half in (2, 1)]
    return [due for due in every if halves_told(due)[0] <= today]


def _due(text: str) -> Due:
    """The period asked for; else the one that runs."""
    periods = _periods()
    return next((due for due in periods if str(due.period) == text), periods[0])


def _organ(actor: Actor, key: str) -> Organ:
    """The organ asked for, within reach; one's own where none is."""
    reachable = Organ.objects.filter(scope(actor, "threefold.see", organ="pk"))
    asked = key.isascii() and key.isdecimal() and len(key) < 18
    found = reachable.filter(pk=int(key)).first() if asked else reachable.filter(pk=actor.organ_id or 0).first() or reachable.order_by("path").first()
    if found is None:
        raise Http404("没有这个机关，或者不在您的管辖范围内")
    return found
