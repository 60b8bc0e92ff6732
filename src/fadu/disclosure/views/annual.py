"""The statistics of a year: counted for who publishes them, shown to everybody once published."""

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
from fadu.disclosure import services
from fadu.disclosure.annual import TABLES, behind, behind_total, people
from fadu.disclosure.annual.laying import NO_DUTY, TOTAL, change, laid
from fadu.disclosure.annual.telling import narrative_of
from fadu.disclosure.annual.writing import on_paper, printed, write_book
from fadu.disclosure.models import AnnualReport
from fadu.disclosure.reporting.clock import Clock
from fadu.disclosure.reporting.selectors import of_report, standing_of
from fadu.disclosure.reporting.services import send
from fadu.disclosure.services.annual import tables_of, within
from fadu.law import reports
from fadu.law.forms import Invalid

SIZE = 50
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("annual.see")
def one(request: HttpRequest) -> HttpResponseBase:
    """The tables of a year with the draft of the report; publishing them."""
    actor = actor_of(request)
    given = request.POST if request.method == "POST" else request.GET
    organ = _organ(actor, given.get("organ", ""))
    year = _year(given.get("year", ""))
    wrong: dict[str, str] = {}
    if request.method == "POST":
        try:
            report = services.publish_year(actor, organ, year, request.POST.get("narrative", ""))
        except Invalid as invalid:
            wrong = dict(invalid.errors)
        else:
            messages.success(request, f"{year} 年度执法统计已经公布（第 {report.version} 版），请接着报送上级")
            return redirect("disclosure:annual_report", report.pk)
    tables, today = tables_of(organ, year), timezone.localdate()
    due = reports.annual(year)
    versions = list(AnnualReport.objects.filter(organ=organ, year=year).select_related("leaf").order_by("-version"))
    sent = {row.ref: row for row in of_report("annual", organ, due.period)}
    context = {
        "organ": organ,
        "year": year,
        "tables": [laid(table) for table in tables],
        "tiles": tiles(tables),
        "narrative": request.POST.get("narrative", "") or (versions[0].narrative if versions else narrative_of(tables, year, organ.name)),
        "organs": [(str(found.pk), found.name) for found in Organ.objects.filter(scope(actor, "annual.see", organ="pk")).order_by("path")[:300]],
        "years": [(str(past), f"{past} 年") for past in range(today.year, today.year - 6, -1)],
        "may_publish": may(actor, "annual.publish") and reaches(actor, "annual.publish", organ.pk) and year < today.year,
        "may_receive": may(actor, "report.receive"),
        "versions": [{"it": version, "sending": sent.get(version.pk)} for version in versions],
        "clock": Clock.of(due, standing_of(due, organ, today), today),
        "wrong": wrong,
    }
    return render(request, "disclosure/annual.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


@require_POST
@entered_for("annual.publish")
def sent(request: HttpRequest, report_id: uuid.UUID) -> HttpResponseBase:
    """Hand a published report to the organ above."""
    actor = actor_of(request)
    found = get_object_or_404(AnnualReport.objects.filter(scope(actor, "annual.publish", organ="organ_id")).select_related("organ"), pk=report_id)
    try:
        row = send(actor, reports.annual(found.year), found.organ, found.pk, f"{found.organ.name} {found.year} 年度行政执法统计（第 {found.version} 版）")
    except Invalid as invalid:
        messages.error(request, "；".join(invalid.errors.values()))
    else:
        messages.success(request, f"已经报送{row.to.name}")
    return redirect(f"{reverse('disclosure:annual')}?year={found.year}&organ={found.organ_id}")


@require_safe
@entered_for("annual.see")
def book(request: HttpRequest, year: int) -> HttpResponseBase:
    """The tables as a worksheet."""
    organ = _organ(actor_of(request), request.GET.get("organ", ""))
    out = io.BytesIO()
    year = _year(str(year))
    write_book(year, [laid(table) for table in tables_of(organ, year)], out)
    return HttpResponse(out.getvalue(), content_type=EXCEL, headers={"Content-Disposition": f'attachment; filename="annual-{year}.xlsx"'})


@require_safe
@entered_for("annual.see")
def cases(request: HttpRequest, year: int, table_id: str, column_id: str) -> HttpResponseBase:
    """The cases, or the people, behind a number: of the organ and all below it, or of it alone."""
    organ = _organ(actor_of(request), request.GET.get("organ", ""))
    year, alone = _year(str(year)), request.GET.get("alone") == "1"
    ids = [organ.pk] if alone else [found.pk for found in within(organ)]
    context: dict[str, Any] = {"year": year, "organ": organ, "alone": alone}
    start = min(int(request.GET["from"]), 100_000) if request.GET.get("from", "").isdecimal() and len(request.GET["from"]) < 7 else 0
    if table_id == "people":
        labels = dict(people.COLUMNS)
        if column_id not in labels:
            raise Http404("没有这项统计")
        everybody = people.behind(column_id, year, ids)
        context |= {"table_title": people.TITLE, "label": labels[column_id], "people": everybody[start : start + SIZE], "rows": [], "day": people.day_of(year)}
        return render(
            request, "disclosure/annual_cases.html", context | {"from": start + SIZE if len(everybody) > start + SIZE else None, "count": len(everybody)}
        )
    table = TABLES.get(table_id)
    column = next((column for column in table.columns if column.id == column_id), None) if table else None
    if table is None or (column is None and not (column_id == TOTAL and table.total)):
        raise Http404("没有这项统计")
    rows = behind(table, column, year, ids) if column else behind_total(table, year, ids)
    found = list(rows[start : start + SIZE + 1])
    context |= {"table_title": table.title, "label": column.label if column else "合计", "rows": found[:SIZE], "count": rows.count()}
    return render(request, "disclosure/annual_cases.html", context | {"from": start + SIZE if len(found) > SIZE else None})


@require_safe
def published(request: HttpRequest) -> HttpResponseBase:
    """The reports that were published, the newest version of each, the latest first."""
    year = request.GET.get("year", "")
    rows = AnnualReport.objects.select_related("organ").order_by("-year", "organ__path", "-version")
    years = list(AnnualReport.objects.order_by("-year").values_list("year", flat=True).distinct())
    if year.isdecimal() and len(year) == 4:
        rows = rows.filter(year=int(year))
    newest: dict[tuple[int, int], AnnualReport] = {}
    for row in rows.defer("tables", "narrative")[:1000]:
        newest.setdefault((row.year, row.organ_id), row)
    context = {"rows": list(newest.values()), "years": [(str(one), f"{one} 年") for one in years]}
    return render(request, "disclosure/annual_published.html", context)


@require_safe
def report(request: HttpRequest, report_id: uuid.UUID) -> HttpResponseBase:
    """One report as it was published."""
    found = _published(report_id)
    versions = AnnualReport.objects.filter(organ=found.organ, year=found.year).order_by("-version").values_list("pk", "version", "published_at")
    context = {
        "it": found,
        "tables": [laid(table) for table in found.tables],
        "tiles": tiles(found.tables),
        "versions": versions,
        "newest": versions[0],
    }
    return render(request, "disclosure/annual_report.html", context)


@require_safe
def report_file(request: HttpRequest, report_id: uuid.UUID, how: str) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """One report as Excel, PDF or JSON."""
    it = _published(report_id)
    tables = [laid(table) for table in it.tables]
    day = timezone.localdate(it.published_at)
    if how == "json":
        told = {
            "id": str(it.pk), "organ": it.organ.name, "organ_code": it.organ.code, "year": it.year, "version": it.version,
            "published_at": it.published_at.isoformat(), "narrative": it.narrative, "tables": it.tables,
            "units": {"money": "分", "share": "万分之一", "null": NO_DUTY}, "log_index": it.leaf.index,
        }  # fmt: skip
        return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    if how == "xlsx":
        out = io.BytesIO()
        write_book(it.year, tables, out, it.narrative)
        data, kind = out.getvalue(), EXCEL
    else:
        data, kind = (
            printed(
                title=f"{it.year} 年度行政执法统计", organ=it.organ.name, on=day,
                facts=[("公布日期", str(day)), ("版本", f"第 {it.version} 版"), ("公开日志", str(it.leaf.index) if it.leaf.index is not None else "等待入志")],
                paragraphs=[{"head": "总体情况"}, *({"text": text} for text in it.narrative.splitlines() if text.strip())],
                tables=[on_paper(table) for table in tables], foot=f"{it.organ.name} {it.year} 年度行政执法统计",
            ),
            "application/pdf",
        )  # fmt: skip
    return HttpResponse(
        data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="annual-{it.year}-{it.organ.code}-v{it.version}.{how}"'}
    )


def _published(report_id: uuid.UUID) -> AnnualReport:
    return get_object_or_404(AnnualReport.objects.select_related("organ", "leaf"), pk=report_id)


def tiles(tables: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The six numbers of the year that say most, each with how it moved."""
    by = {table["id"]: laid(table) for table in tables}
    wanted = (("penalty", TOTAL, "行政处罚", "件"), ("penalty", "amount", "罚没金额", "万元"), ("licence", "granted", "准予许可", "件"),
              ("measure", TOTAL, "强制措施", "件"), ("inspection", "checked", "行政检查", "次"), ("handling", "overturned", "被纠正的决定", "件"))  # fmt: skip
    found = []
    for table_id, column, label, unit in wanted:
        table = by.get(table_id)
        now = next((cell for cell in table.sums.cells if cell.id == column), None) if table else None
        before = next((cell for cell in table.before.cells if cell.id == column), None) if table else None
        if now is not None and before is not None:
            found.append({"label": label, "value": now.text, "unit": f"{unit}，{change(now.value or 0, before.value or 0)}"})
    return found


def _organ(actor: Actor, key: str) -> Organ:
    """The organ asked for, within reach; one's own where none is."""
    reachable = Organ.objects.filter(scope(actor, "annual.see", organ="pk"))
    found = (
        reachable.filter(pk=int(key)).first()
        if key.isdecimal() and len(key) < 18
        else reachable.filter(pk=actor.organ_id or 0).first() or reachable.order_by("path").first()
    )
    if found is None:
        raise Http404("没有这个机关，或者不在您的管辖范围内")
    return found


def _year(text: str) -> int:
    this = timezone.localdate().year
    return int(text) if text.isdecimal() and len(text) == 4 and 2000 <= int(text) <= this else this - 1
