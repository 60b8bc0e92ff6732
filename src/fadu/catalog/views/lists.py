"""The pages of the published lists beside that of powers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.agencies.kinds import Field
from fadu.agencies.paging import BY_CODE, page
from fadu.catalog import selectors
from fadu.catalog.differences import compared
from fadu.catalog.item_forms import organ_choices
from fadu.catalog.models import Leniency
from fadu.catalog.naming import cited
from fadu.catalog.shelves import LENIENT, REVIEWS, SHELVES
from fadu.catalog.views.forms import shelf_or_404
from fadu.catalog.views.items import day_of, sheet_address, state_of, words


@require_safe
@entered_for("item.see")
def entries(request: HttpRequest, shelf_id: str) -> HttpResponse:
    """One list on a day, a page at a time; the catalogue of review with what the law and the numbers of the place say."""
    held = shelf_or_404(shelf_id)
    actor, on = actor_of(request), day_of(request.GET.get("on", ""))
    asked = {name: words(request, name) for name in ("field", "organ", "part")}
    found = selectors.entries(actor, held, on, **asked, query=words(request, "q"))
    shown = page(found, after=words(request, "after"), before=words(request, "before"), order=BY_CODE, key="code")
    context = {
        "shelf": held,
        "rows": [{"row": row, "line": held.line(row), "bases": [cited(text, row.since) for text in row.bases]} for row in shown.rows],
        "page": shown,
        "count": found.count(),
        "fields": Field.choices,
        "organs": organ_choices(),
        "parts": Leniency.choices if held is LENIENT else [],
        "major": selectors.major(on) if held is REVIEWS else None,
        "tabs": [{"href": reverse("catalog:entries", args=[one.id]), "label": one.title, "current": one is held} for one in SHELVES],
        "active": any(request.GET.get(key) for key in ("q", "field", "organ", "part", "on")),
        "may_manage": may(actor, "catalog.manage"),
        "export": sheet_address(held.id),
    }
    return render(request, "catalog/entries.html", context)


@require_safe
@entered_for("item.see")
def entry(request: HttpRequest, shelf_id: str, code: str) -> HttpResponse:
    """One entry of a list, with its versions."""
    held = shelf_or_404(shelf_id)
    actor, on = actor_of(request), day_of(request.GET.get("on", ""))
    rows = selectors.entry_versions(actor, held, code)
    if not rows:
        raise Http404
    shown = next((row for row in rows if row.since <= on and (row.until is None or row.until >= on)), rows[0])
    known = [
        ("编号", shown.code), ("编制机关", shown.organ.name if shown.organ else "本级各执法机关"), ("领域", shown.get_field_display()), *held.line(shown),
        ("审定文号", shown.document), ("法制审核", shown.legal_reviewed_on), ("公布", shown.published_on),
        ("有效期", f"{shown.since} 起" + (f"至 {shown.until}" if shown.until else "")),
    ]  # fmt: skip
    context = {
        "shelf": held,
        "entry": shown,
        "known": known,
        "state": state_of(shown, on),
        "bases": [cited(text, shown.since) for text in shown.bases],
        "versions": compared(rows),
        "changes": selectors.changes(held.id, rows) if actor else [],
        "may_manage": may(actor, "catalog.manage"),
        "open": rows[0].until is None,
        "signed_in": bool(actor),
        "crumb": [(held.title, reverse("catalog:entries", args=[held.id])), (code, "")],
    }
    return render(request, "catalog/entry.html", context)
