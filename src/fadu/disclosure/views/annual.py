"""The statistics of a year: counted for who publishes them, shown to everybody once published."""

import io
import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches, scope
from fadu.agencies.models import Organ
from fadu.disclosure import services
from fadu.disclosure.annual import TABLES, behind
from fadu.disclosure.annual.writing import write_book
from fadu.disclosure.models import AnnualReport
from fadu.disclosure.services.annual import kept, narrative_of, tables_of, within
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
            messages.success(request, f"{year} 年度执法统计已经公布（第 {report.version} 版）")
            return redirect("disclosure:annual_report", report.pk)
    years = tables_of(organ, year)
    context = {
        "organ": organ,
        "year": year,
        "tables": [_laid(kept(found)) for found in years],
        "narrative": request.POST.get("narrative", "") or narrative_of(years),
        "organs": [(str(found.pk), found.name) for found in Organ.objects.filter(scope(actor, "annual.see", organ="pk")).order_by("path")[:300]],
        "years": [(str(past), f"{past} 年") for past in range(timezone.localdate().year, timezone.localdate().year - 6, -1)],
        "may_publish": may(actor, "annual.publish") and reaches(actor, "annual.publish", organ.pk) and year < timezone.localdate().year,
        "versions": AnnualReport.objects.filter(organ=organ, year=year).order_by("-version"),
        "wrong": wrong,
    }
    return render(request, "disclosure/annual.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


@require_safe
@entered_for("annual.see")
def book(request: HttpRequest, year: int) -> HttpResponseBase:
    """The tables as a worksheet."""
    organ = _organ(actor_of(request), request.GET.get("organ", ""))
    out = io.BytesIO()
    write_book(tables_of(organ, _year(str(year))), out)
    return HttpResponse(out.getvalue(), content_type=EXCEL, headers={"Content-Disposition": f'attachment; filename="annual-{year}.xlsx"'})


@require_safe
@entered_for("annual.see")
def cases(request: HttpRequest, year: int, table_id: str, column_id: str) -> HttpResponseBase:
    """The cases behind a number."""
    table = TABLES.get(table_id)
    column = next((column for column in table.columns if column.id == column_id), None) if table else None
    if table is None or column is None:
        raise Http404("没有这项统计")
    organ = _organ(actor_of(request), request.GET.get("organ", ""))
    rows = behind(table, column, _year(str(year)), [found.pk for found in within(organ)])
    start = min(int(request.GET["from"]), 100_000) if request.GET.get("from", "").isdecimal() and len(request.GET["from"]) < 7 else 0
    found = list(rows[start : start + SIZE + 1])
    context = {"table": table, "column": column, "year": year, "organ": organ, "rows": found[:SIZE], "from": start + SIZE if len(found) > SIZE else None}
    return render(request, "disclosure/annual_cases.html", context)


@require_safe
def published(request: HttpRequest) -> HttpResponseBase:
    """The reports that were published, the latest first."""
    return render(
        request, "disclosure/annual_published.html", {"rows": AnnualReport.objects.select_related("organ").order_by("-year", "organ__path", "-version")[:200]}
    )


@require_safe
def report(request: HttpRequest, report_id: uuid.UUID) -> HttpResponseBase:
    """One report as it was published."""
    found = get_object_or_404(AnnualReport.objects.select_related("organ", "leaf"), pk=report_id)
    return render(request, "disclosure/annual_report.html", {"it": found, "tables": [_laid(table) for table in found.tables]})


def _laid(table: dict[str, Any]) -> dict[str, Any]:
    """A kept table as the page draws it: each number with the head of its column."""

    def line(values: list[Any]) -> list[dict[str, Any]]:
        return [{**column, "value": value} for column, value in zip(table["columns"], values, strict=True)]

    rows = [{"organ": row["organ"], "cells": line(row["cells"]), "total": row["total"]} for row in table["rows"]]
    return {**table, "rows": rows, "sums": line(table["sums"]), "before": line(table["before"])}


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
