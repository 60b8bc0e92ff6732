"""For the organ above: whose report of a year has come, what they come to together, and the receipt."""

import io
import uuid
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import scope
from fadu.disclosure.annual.laying import Laid, laid
from fadu.disclosure.annual.writing import write_book
from fadu.disclosure.models import AnnualReport
from fadu.disclosure.reporting import services
from fadu.disclosure.reporting.models import Outcome, Sending
from fadu.disclosure.reporting.selectors import Standing
from fadu.disclosure.reporting.selectors import received as handed
from fadu.law import reports
from fadu.law.forms import Invalid

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEEN_AT = {"annual": "disclosure:annual_report", "threefold": "threefold:report"}
"""Where a report that was sent can be read."""


@require_safe
@entered_for("report.receive")
def received(request: HttpRequest) -> HttpResponseBase:
    """Whose report of a year is there, late or missing; the sums of those that are there, and of how many."""
    year, today = _year(request), timezone.localdate()
    due = reports.annual(year)
    rows = handed(actor_of(request), due, today)
    there = [row for row in rows if row.handed_in]
    context = {
        "year": year, "due": due, "left": due.said(today), "state": due.state(today), "rows": rows, "tables": summed(rows), "there": len(there),
        "late": sum(row.late for row in rows), "missing": [row.organ.name for row in rows if not row.handed_in],
        "years": [(str(past), f"{past} 年") for past in range(today.year - 1, today.year - 6, -1)],
    }  # fmt: skip
    return render(request, "reporting/received.html", context)


@require_safe
@entered_for("report.receive")
def received_book(request: HttpRequest) -> HttpResponseBase:
    """The sums as a worksheet."""
    year, out = _year(request), io.BytesIO()
    rows = handed(actor_of(request), reports.annual(year), timezone.localdate())
    missing = [row.organ.name for row in rows if not row.handed_in]
    write_book(year, summed(rows), out, f"未报送的机关（没有计入）：{'、'.join(missing) or '无'}")
    return HttpResponse(out.getvalue(), content_type=EXCEL, headers={"Content-Disposition": f'attachment; filename="annual-{year}-sum.xlsx"'})


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("report.receive")
def sending(request: HttpRequest, sending_id: uuid.UUID) -> HttpResponseBase:
    """One report that was sent, and its receipt."""
    actor = actor_of(request)
    rows = Sending.objects.filter(scope(actor, "report.receive", organ="organ_id")).select_related("organ", "to", "leaf", "receipt")
    it = get_object_or_404(rows, pk=sending_id)
    wrong: dict[str, str] = {}
    if request.method == "POST":
        try:
            services.receive(actor, it.pk, request.POST.get("outcome", ""), request.POST.get("note", ""))
        except Invalid as invalid:
            wrong = dict(invalid.errors)
        else:
            messages.success(request, "回执已经发出")
            return redirect("reporting:sending", it.pk)
    receipt = getattr(it, "receipt", None)
    context = {
        "it": it, "receipt": receipt, "href": _seen_at(it), "outcomes": Outcome.choices, "wrong": wrong,
        "typed": {"outcome": request.POST.get("outcome", ""), "note": request.POST.get("note", "")},
        "late": timezone.localdate(it.sent_at) > it.due_on,
    }  # fmt: skip
    return render(request, "reporting/sending.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


def summed(rows: Sequence[Standing]) -> list[Laid]:
    """The tables of the reports that are there, a line for each organ, and their sums; an organ whose report is missing has a line that says so."""
    found = {report.pk: report for report in AnnualReport.objects.filter(pk__in=[row.sending.ref for row in rows if row.sending and row.handed_in])}
    shaped: dict[str, dict[str, Any]] = {}
    for row in rows:
        report = found.get(row.sending.ref) if row.sending else None
        for table in report.tables if report else ():
            into = shaped.setdefault(
                table["id"], {**table, "rows": [], "sums": [0] * len(table["columns"]), "before": [0] * len(table["columns"]), "total": None}
            )
            if [column["id"] for column in into["columns"]] != [column["id"] for column in table["columns"]]:
                continue  # kept by a version of the platform that had other columns: its own page tells it
            _add(into, table, row.organ.name)
    for table in shaped.values():
        share = next((place for place, column in enumerate(table["columns"]) if column.get("share")), None)
        if share is not None:  # a share is not added up
            for line in (table["sums"], table["before"]):
                line[share] = line[1] * 10_000 // line[0] if line[0] else 0
    return [laid(table) for table in shaped.values()]


def _add(into: dict[str, Any], table: dict[str, Any], name: str) -> None:
    duty = any(value is not None for line in table["rows"] for value in line["cells"])
    into["rows"].append(
        {"organ": name, "id": None, "cells": list(table["sums"]) if duty else [None] * len(table["columns"]), "total": table["total"] if duty else None}
    )
    for key in ("sums", "before"):
        into[key] = [one + (other or 0) for one, other in zip(into[key], table[key], strict=True)]
    if table["total"] is not None:
        into["total"] = (into["total"] or 0) + table["total"]


def _seen_at(row: Sending) -> str:
    try:
        return reverse(SEEN_AT[row.kind], args=[row.ref])
    except (KeyError, NoReverseMatch):
        raise Http404("没有这种报告") from None


def _year(request: HttpRequest) -> int:
    given, this = request.GET.get("year", ""), timezone.localdate().year
    return int(given) if given.isascii() and given.isdecimal() and len(given) == 4 and 2000 <= int(given) < this else this - 1
