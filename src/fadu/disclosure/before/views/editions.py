"""The editions of a list: which there were, what each held, what is other than in another."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import require
from fadu.cases.errors import NotFound
from fadu.disclosure.before import selectors
from fadu.disclosure.before.content import Difference, Row
from fadu.disclosure.before.listing import Listing, printed
from fadu.disclosure.before.models import Edition
from fadu.disclosure.before.views.asked import around, listing_of, organ_of, text_of

SIZE = 50
MOST = 100
"""Rows of each kind that a comparison shows."""


@require_safe
@entered_for("record.see")
def listed(request: HttpRequest, list_id: str) -> HttpResponse:
    """Every edition, the latest first."""
    listing = listing_of(list_id)
    organ = organ_of(request) if listing.by_organ else None
    found = selectors.editions(listing, organ)
    after = text_of(request, "after", 12)
    rows = list((found.filter(version__lt=int(after)) if after.isascii() and after.isdigit() else found)[: SIZE + 1])
    context = {**around(listing, organ), "rows": rows[:SIZE], "next": rows[SIZE - 1].version if len(rows) > SIZE else ""}
    return render(request, "before/editions.html", {**context, "query": f"?organ={organ.pk}" if organ else "", "crumb": _crumb(listing, organ)})


@require_safe
@entered_for("record.see")
def one(request: HttpRequest, list_id: str, version: int) -> HttpResponse:
    """What an edition held, and what was other than in the edition before or the one that is named."""
    listing = listing_of(list_id)
    organ = organ_of(request) if listing.by_organ else None
    try:
        found = _edition(actor_of(request), listing, organ, version)
    except (NotFound, OverflowError) as missing:
        raise Http404(str(missing)) from missing
    told = text_of(request, "against", 9)
    against = min(int(told), version) if told.isascii() and told.isdigit() else version - 1
    context: dict[str, Any] = {
        **around(listing, organ),
        "found": found,
        "against": against,
        "others": list(selectors.editions(listing, organ).exclude(version=version).values_list("version", "at")[:SIZE]),
        "crumb": [
            *_crumb(listing, organ)[:-1],
            ("版本", reverse("before:editions", args=[listing.id]) + (f"?organ={organ.pk}" if organ else "")),
            (f"第 {version} 版", ""),
        ],
    }
    if not listing.fleeting:
        context |= _opened(listing, found, against, text_of(request, "after", 80))
    return render(request, "before/edition.html", context)


def _edition(actor: Actor, listing: Listing, organ: Any, version: int) -> Edition:
    require(actor, listing.see)
    return selectors.edition(listing, organ, version)


def _opened(listing: Listing, found: Edition, against: int, after: str) -> dict[str, Any]:
    rows = selectors.rows_of(listing, found.organ_id, found.version)
    keys = [key for key in rows if key > after]
    shown = keys[:SIZE]
    told = selectors.compared(listing, found, against)
    return {
        "heads": listing.main,
        "rows": [[(column.label, printed(rows[key].get(column.name))) for column in listing.main] for key in shown],
        "next": shown[-1] if len(keys) > SIZE else "",
        "changes": _changes(listing, told),
        "more": max(0, len(told.added) - MOST) + max(0, len(told.altered) - MOST) + max(0, len(told.removed) - MOST),
    }


def _changes(listing: Listing, told: Difference) -> list[dict[str, Any]]:
    """Row by row: listed, altered in which columns, no longer listed."""

    def name(row: Row) -> str:
        return next((printed(row.get(column.name)) for column in listing.main if column.kind != "code"), str(row.get(listing.key, "")))

    rows = [{"word": "新列入", "state": "do", "key": row[listing.key], "name": name(row), "columns": []} for row in told.added[:MOST]]
    for before, after in told.altered[:MOST]:
        columns = [
            (column.label, printed(before.get(column.name)), printed(after.get(column.name)))
            for column in listing.columns
            if before.get(column.name) != after.get(column.name)
        ]
        rows.append({"word": "有变动", "state": "near", "key": after[listing.key], "name": name(after), "columns": columns})
    rows += [{"word": "不再列入", "state": "bad", "key": row[listing.key], "name": name(row), "columns": []} for row in told.removed[:MOST]]
    return rows


def _crumb(listing: Listing, organ: Any) -> list[tuple[str, str]]:
    return [("事前公开", reverse("before:home")), (listing.title, reverse(f"before:{listing.id}") + (f"?organ={organ.pk}" if organ else "")), ("版本", "")]
