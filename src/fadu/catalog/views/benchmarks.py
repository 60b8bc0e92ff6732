"""Pages of discretion tables: the list, and one table with its lines and a form to try it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.agencies.kinds import Field as Domain
from fadu.catalog import selectors, trying
from fadu.catalog.lines import lines
from fadu.catalog.naming import cited, field_label, range_words
from fadu.law.discretion import Subject, Table, Undecided
from fadu.law.forms import Invalid


@require_safe
@entered_for("benchmark.see")
def benchmarks(request: HttpRequest) -> HttpResponse:
    """Every table: what for, whose, of which kind, how long valid."""
    query, field = request.GET.get("q", "")[:100], request.GET.get("field", "")
    today = timezone.localdate()
    found = selectors.benchmarks(actor_of(request), query, field)
    context = {
        "rows": [{"table": table, "field": field_label(table.field), "holds": table.holds(today), "bases": table.bases} for table in found],
        "count": len(found),
        "fields": [choice for choice in Domain.choices if any(table.field == choice[0] for table in selectors.tables().values())],
        "active": bool(query or field),
    }
    return render(request, "catalog/benchmarks.html", context)


@require_safe
@entered_for("benchmark.see")
def benchmark(request: HttpRequest, table_id: str) -> HttpResponse:
    """One table; with answers in the address, what it makes of them."""
    table = selectors.table(table_id)
    if table is None:
        raise Http404(f"没有裁量基准 {table_id}")
    today = timezone.localdate()
    label, unit = (table.bracket.label, table.bracket.unit) if table.bracket else ("", "")
    context = {
        "table": table,
        "field": field_label(table.field),
        "holds": table.holds(today),
        "bases": [cited(str(text), table.until or today) for text in table.bases],
        "ranges": [range_words(range_, label, unit) for range_ in table.ranges],
        "lines": lines(table),
        "by_subject": set(table.subjects) != {Subject.ANY},
        "crumb": [("裁量基准", reverse("catalog:benchmarks")), (table.title, "")],
        **_tried(table, request),
    }
    return render(request, "catalog/benchmark.html", context)


def _tried(table: Table, request: HttpRequest) -> dict[str, Any]:
    """The form as answered, and the outcome or what is wrong."""
    answers = {name: value for name, value in request.GET.dict().items() if value}
    fields = trying.fields(table, answers.get("subject", ""))
    asked = {field.name for field in fields}
    given = {name: value for name, value in answers.items() if name in asked}
    if not given:
        return {"fields": bound(fields, {})}
    try:
        return {"fields": bound(fields, given), "outcome": trying.outcome(table, given)}
    except (Invalid, Undecided) as wrong:
        return {"fields": bound(fields, given, wrong.errors), "wrong": True}
