"""Public pages of an item, a service guide and a flowchart."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import require
from fadu.catalog import selectors as catalog
from fadu.catalog.differences import compared
from fadu.catalog.limits import course_of, limits
from fadu.catalog.lines import lines
from fadu.catalog.naming import cited
from fadu.disclosure.before.flow import page_of, stations
from fadu.disclosure.before.lists import GUIDES, POWERS
from fadu.disclosure.before.lists.acting import courses
from fadu.disclosure.derive import ACTS
from fadu.disclosure.selectors import shown
from fadu.law.procedure import Procedure

NEWEST = 5


@require_safe
@entered_for("item.see")
def item(request: HttpRequest, code: str) -> HttpResponse:
    """One item of the list of powers and duties: every public column, its versions, benchmark, guide, flowchart and newest records."""
    actor, on = actor_of(request), timezone.localdate()
    rows = catalog.versions(actor, code)
    if not rows:
        raise Http404("没有这个执法事项")
    now = next((row for row in rows if row.since <= on and (row.until is None or row.until >= on)), rows[0])
    day = on if now.until is None or now.until >= on else now.until
    told = POWERS.row(now)
    course = course_of(now)
    edition = catalog.edition(now.discretion_table, on) if now.discretion_table else None
    guides = [row for row in GUIDES.all(None, on) if row.item == code] if now.kind in ASKED else []
    context = {
        "item": now,
        "ended": now.until is not None and now.until < on,
        "future": now.since > on,
        "facts": [(column.label, told[column.name], column.kind) for column in POWERS.columns if column.name not in {"code", "name", "bases", "act_bases"}],
        "act_bases": [cited(text, day) for text in now.act_bases],
        "bases": [cited(text, day) for text in now.bases],
        "rule": limits(now).rule,
        "versions": compared(rows),
        "edition": edition,
        "tiers": lines(edition.table) if edition else [],
        "lenience": catalog.lenience_for(actor, code, on),
        "guides": guides,
        "course": course,
        "records": [{"it": row, "act": ACTS[row.act].label} for row in shown(item=code)[:NEWEST]],
        "all_records": f"{reverse('disclosure:portal')}?item={code}",
        "crumb": [("事前公开", reverse("before:home")), ("权责清单", reverse("before:powers")), (code, "")],
        **(_drawn(course) if course else {}),
    }
    return render(request, "before/item.html", context)


ASKED = frozenset({"licence", "confirmation", "payment", "reward", "ruling", "other"})
"""Kinds of items that may have a guide."""


@require_safe
@entered_for("item.see")
def guide(request: HttpRequest, guide_id: int) -> HttpResponse:
    """One service guide: every field, with the steps of the procedure that runs."""
    on = timezone.localdate()
    rows = GUIDES.prepared(list(GUIDES.found(None, on).filter(pk=guide_id))) if guide_id < 2**62 else []  # type: ignore[union-attr]
    if not rows:
        raise Http404("没有这份服务指南，或者已经停用")
    row = rows[0]
    told = GUIDES.row(row)
    course = course_of(row.power) if row.power else None
    context = {
        "guide": row,
        "told": told,
        "facts": [
            (column.label, told[column.name], column.kind) for column in GUIDES.columns if column.name not in {"code", "name", "item", "bases", "course"}
        ],
        "bases": [cited(text, on) for text in told["bases"]],
        "course": course,
        "crumb": [("事前公开", reverse("before:home")), ("服务指南", reverse("before:guides")), (row.name, "")],
        **(_drawn(course) if course else {}),
    }
    return render(request, "before/guide.html", context)


@require_safe
@entered_for("record.see")
def chart(request: HttpRequest, course_id: str) -> HttpResponse:
    """The flowchart of a procedure, drawn from what drives its cases; its course in words; its periods."""
    require(actor_of(request), "record.see")
    course = next((found for found in courses(None, timezone.localdate()) if found.id == course_id), None)
    if course is None:
        raise Http404("没有这个程序的流程图")
    context = {
        "course": course,
        "crumb": [("事前公开", reverse("before:home")), ("执法流程图", reverse("before:charts")), (course.title, "")],
        **_drawn(course),
    }
    return render(request, "before/chart.html", context)


def _drawn(course: Procedure) -> dict[str, Any]:
    """The drawing with what stands beside it."""
    page = page_of(course)
    places = {row.step.name: row for row in page.steps}
    told = [{"station": one, "steps": [places[step.name] for step in one.steps]} for one in stations(course)]
    return {"page": page, "stations": told, "opening": page.steps[0]}
