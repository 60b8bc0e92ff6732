"""The pages of power items: the list, an item with its versions."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.agencies.kinds import Field, Level
from fadu.agencies.paging import BY_CODE, page
from fadu.catalog import selectors
from fadu.catalog.differences import compared, fines, penalty_words
from fadu.catalog.item_forms import WHAT, organ_choices
from fadu.catalog.limits import REMEDIES, course_of, limits
from fadu.catalog.models import ActKind, PowerItem
from fadu.catalog.naming import cited

CRUMB = "执法事项"


@require_safe
@entered_for("item.see")
def items(request: HttpRequest) -> HttpResponse:
    """The items in force today, or on the day asked, with basis and range, a page at a time."""
    actor, on = actor_of(request), day_of(request.GET.get("on", ""))
    asked = {name: words(request, name) for name in ("field", "kind", "level", "organ")}
    found = selectors.items(actor, on, **asked, query=words(request, "q"))
    shown = page(found, after=words(request, "after"), before=words(request, "before"), order=BY_CODE, key="code")
    context = {
        "on": on,
        "rows": [_row(item, on) for item in shown.rows],
        "page": shown,
        "count": found.count(),
        "fields": Field.choices,
        "kinds": ActKind.choices,
        "levels": Level.choices,
        "organs": organ_choices(),
        "active": any(request.GET.get(key) for key in ("q", "field", "kind", "level", "organ", "on")),
        "may_manage": may(actor, "catalog.manage"),
        "export": sheet_address("items"),
    }
    return render(request, "catalog/items.html", context)


@require_safe
@entered_for("item.see")
def item(request: HttpRequest, code: str) -> HttpResponse:
    """One item on a day: its columns of the list of powers and duties, its versions, what became of it."""
    actor, on = actor_of(request), day_of(request.GET.get("on", ""))
    rows = selectors.versions(actor, code)
    if not rows:
        raise Http404
    shown = next((row for row in rows if row.since <= on and (row.until is None or row.until >= on)), rows[0])
    day = on if shown.since <= on and (shown.until is None or shown.until >= on) else shown.until or shown.since
    course = course_of(shown)
    context = {
        "item": shown,
        "on": on,
        "state": state_of(shown, on),
        "known": _known(shown),
        "act_bases": [cited(text, day) for text in shown.act_bases],
        "bases": [cited(text, day) for text in shown.bases],
        "fines": fines(shown),
        "course": course,
        "limits": limits(shown),
        "remedies": shown.remedies or REMEDIES,
        "lenience": selectors.lenience_for(actor, code, on),
        "versions": compared(rows),
        "changes": selectors.changes(WHAT, rows) if actor else [],
        "reviews": selectors.reviews_of(code) if actor else [],
        "may_manage": may(actor, "catalog.manage"),
        "open": rows[0].until is None,
        "signed_in": bool(actor),
        "crumb": [(CRUMB, reverse("catalog:items")), (code, "")],
    }
    return render(request, "catalog/item.html", context)


def state_of(row: Any, on: date) -> tuple[str, str]:
    """Tag and word for the state an entry is in on a day."""
    if row.since > on:
        return "near", f"{row.since} 起生效"
    if row.until is not None and row.until < on:
        return "bad", f"已于 {row.until} 终止"
    return ("near", f"有效至 {row.until}") if row.until else ("ok", "有效")


def words(request: HttpRequest, name: str) -> str:
    """What the address asks under a name, short and without what a database refuses."""
    return request.GET.get(name, "").replace("\x00", "")[:100]


def day_of(text: str) -> date:
    """The day asked; today where none is."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()


def sheet_address(id_: str) -> str:
    """Where a list is taken out as a worksheet; "" while there is no such page."""
    for name in ("sheets:export", "sheets:sheet"):
        try:
            return reverse(name, args=[id_])
        except NoReverseMatch:
            continue
    return ""


def _row(item: PowerItem, on: date) -> dict[str, object]:
    return {
        "item": item,
        "act_bases": [cited(text, on) for text in item.act_bases],
        "bases": [cited(text, on) for text in item.bases],
        "penalties": penalty_words(item),
        "ranges": fines(item),
        "subject": item.subject or (item.organ.name if item.organ else item.get_level_display()),
    }


def _subject(item: PowerItem) -> str:
    return item.subject or (item.organ.name if item.organ else f"{item.get_level_display()}{item.get_field_display()}部门")


def _known(item: PowerItem) -> list[tuple[str, Any]]:
    return [
        ("事项编码", item.code),
        ("行为种类", item.get_kind_display()),
        ("执法领域", item.get_field_display()),
        ("行使层级", item.get_level_display()),
        ("实施主体", _subject(item)),
        ("处罚种类", penalty_words(item)),
        ("审定文号", item.document),
        ("法制审核", item.legal_reviewed_on),
        ("公布", item.published_on),
        ("有效期", f"{item.since} 起" + (f"至 {item.until}" if item.until else "")),
    ]
