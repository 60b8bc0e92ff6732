"""Public pages of discretion tables: the list, one table in any version with a form to try it, two versions side by side."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.agencies.forms import bound
from fadu.agencies.kinds import Field as Domain
from fadu.catalog import selectors, trying
from fadu.catalog.comparing import compared
from fadu.catalog.drafting.drawing import bar
from fadu.catalog.lines import lines
from fadu.catalog.naming import cited, field_label, range_words
from fadu.catalog.selectors import library as kept
from fadu.catalog.selectors.library import Edition, Wanted
from fadu.law.discretion import Subject, Table, Undecided
from fadu.law.discretion.scale import axes
from fadu.law.forms import Invalid

SIZE = 50
STATES = tuple((word, word) for word in ("有效", "未施行", "已失效", "已废止"))
CRUMB = "裁量基准"


@require_safe
@entered_for("benchmark.see")
def benchmarks(request: HttpRequest) -> HttpResponse:
    """Every table as it runs on a day: what for, whose, of which kind, which version, how long valid."""
    actor, day = actor_of(request), _day(request.GET.get("on", "")) or timezone.localdate()
    asked = {name: request.GET.get(name, "")[:100] for name in ("q", "field", "issuer", "state", "item", "on")}
    codes = selectors.tables_of_item(asked["item"], day) if asked["item"] else None
    found = selectors.benchmarks(actor, Wanted(asked["q"], asked["field"], asked["issuer"], codes, asked["state"], day))
    everything = selectors.tables(day).values()
    shown, after, before = _page([each.table.id for each in found], request.GET.get("after", ""), request.GET.get("before", ""))
    context = {
        "rows": [_row(each, day) for each in found[shown]],
        "count": len(found),
        "next": after,
        "previous": before,
        "fields": [choice for choice in Domain.choices if any(table.field == choice[0] for table in everything)],
        "issuers": [(issuer, issuer) for issuer in sorted({table.issuer for table in everything})],
        "states": STATES,
        "active": any(asked.values()),
        "may_manage": may(actor, "catalog.manage"),
        "export": _sheet("export"),
        "import": _sheet("sheet"),
    }
    return render(request, "catalog/benchmarks.html", context)


def _row(each: Edition, day: date) -> dict[str, Any]:
    return {"table": each.table, "version": each.version, "field": field_label(each.table.field), "state": each.state(day), "bases": each.table.bases}


def _page(keys: list[str], after: str, before: str) -> tuple[slice, str, str]:
    """Which of these to show, and the keys of the pages after and before it; the first page where a key names nothing."""
    start = keys.index(after) + 1 if after in keys else max(0, keys.index(before) - SIZE) if before in keys else 0
    end = start + SIZE
    return slice(start, end), keys[end - 1] if end < len(keys) else "", keys[start] if start else ""


def _sheet(name: str) -> str:
    """Where the list goes out or comes in as a worksheet; "" where sheets have no such page."""
    try:
        return reverse(f"sheets:{name}", args=["benchmarks"])
    except NoReverseMatch:
        return ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@require_safe
@entered_for("benchmark.see")
def benchmark(request: HttpRequest, table_id: str) -> HttpResponse:
    """One table, in the version of today unless another is named; with answers in the address, what it makes of them."""
    actor, today = actor_of(request), timezone.localdate()
    editions = selectors.editions(table_id)
    each = edition_or_404(table_id, request.GET["version"]) if "version" in request.GET else selectors.edition(table_id)
    if each is None:
        raise Http404(f"没有裁量基准 {table_id}")
    table, manages = each.table, may(actor, "catalog.manage")
    label, unit = (table.bracket.label, table.bracket.unit) if table.bracket else ("", "")
    context = {
        "table": table,
        "edition": each,
        "state": each.state(today),
        "field": field_label(table.field),
        "bases": [cited(str(text), table.until or today) for text in table.bases],
        "ranges": [range_words(range_, label, unit) for range_ in table.ranges],
        "lines": lines(table),
        "bars": [bar(axis) for axis in axes(table)],
        "by_subject": set(table.subjects) != {Subject.ANY},
        "editions": [{"edition": other, "state": other.state(today)} for other in reversed(editions)],
        "items": selectors.items_of_table(table_id, today),
        "may_manage": manages,
        "draft": kept.draft_of(actor, table_id) if manages else None,
        "changes": kept.history(actor, table_id)[:50] if manages else [],
        "crumb": [(CRUMB, reverse("catalog:benchmarks")), (table.title, "")],
        **_tried(table, request),
    }
    return render(request, "catalog/benchmark.html", context)


@require_safe
@entered_for("benchmark.see")
def compare(request: HttpRequest, table_id: str) -> HttpResponse:
    """Two versions side by side; the last two unless others are named."""
    editions = selectors.editions(table_id)
    if not editions:
        raise Http404(f"没有裁量基准 {table_id}")
    old, new = (
        edition_or_404(table_id, request.GET[name]) if request.GET.get(name) else default
        for name, default in (("old", editions[-2:][0]), ("new", editions[-1]))
    )
    context = {
        "old": old,
        "new": new,
        "rows": compared(old, new),
        "sides": [("old", "左", str(old.version)), ("new", "右", str(new.version))],
        "choices": [(str(each.version), f"第 {each.version} 版（{each.table.since} 起）") for each in editions],
        "crumb": [(CRUMB, reverse("catalog:benchmarks")), (new.table.title, reverse("catalog:benchmark", args=[table_id])), ("版本对照", "")],
    }
    return render(request, "catalog/benchmark_compare.html", context)


def edition_or_404(table_id: str, version: str) -> Edition:
    """The version of that number; raises Http404."""
    found = next((each for each in selectors.editions(table_id) if str(each.version) == version), None)
    if found is None:
        raise Http404(f"裁量基准 {table_id} 没有第 {version[:10]} 版")
    return found


def _tried(table: Table, request: HttpRequest) -> dict[str, Any]:
    """The form as answered, and the outcome or what is wrong."""
    answers = {name: value for name, value in request.GET.dict().items() if value and name != "version"}
    fields = trying.fields(table, answers.get("subject", ""))
    asked = {field.name for field in fields}
    given = {name: value for name, value in answers.items() if name in asked}
    if not given:
        return {"fields": bound(fields, {})}
    try:
        return {"fields": bound(fields, given), "outcome": trying.outcome(table, given)}
    except (Invalid, Undecided) as wrong:
        return {"fields": bound(fields, given, wrong.errors), "wrong": True}
