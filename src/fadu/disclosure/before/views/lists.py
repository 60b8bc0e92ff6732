"""The pages of the lists: one after another as each declares itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.disclosure.before import selectors
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.views.asked import around, asked_of, listing_of, tabs

UNBROKEN = 6
"""Signs of a word that stays on one line."""


@require_safe
@entered_for("record.see")
def home(request: HttpRequest) -> HttpResponse:
    """Every list with its version: the contents of the 事前公开."""
    last = selectors.current_versions()
    rows = [
        {"listing": one, "href": reverse(f"before:{one.id}"), "edition": last.get(one.id), "editions": reverse("before:editions", args=[one.id])}
        for one in LISTS.values()
    ]
    return render(request, "before/home.html", {"rows": rows, "tabs": tabs(None, None)})


@require_safe
@entered_for("record.see")
def listed(request: HttpRequest, list_id: str) -> HttpResponse:
    """A list, as it stands now, a page at a time."""
    listing, on = listing_of(list_id), timezone.localdate()
    asked = asked_of(request, listing)
    shown = selectors.page(actor_of(request), listing, asked, on)
    link = next((place for place, column in enumerate(listing.main) if column.kind != "code"), 0)
    context = {
        **around(listing, asked.organ),
        "page": shown,
        "heads": listing.main,
        "rows": [
            {
                "href": row.href,
                "cells": [
                    {
                        "label": column.label,
                        "value": row.row[column.name],
                        "lines": column.kind == "lines",
                        "link": place == link,
                        "kind": column.kind,
                        "short": _short(column.kind, row.row[column.name]),
                    }
                    for place, column in enumerate(listing.main)
                ],
            }
            for row in shown.rows
        ],
        "narrowings": listing.narrowings,
        "organs": selectors.choices(on) if listing.by_organ else [],
        "active": bool(asked.words or asked.organ or any((asked.picked or {}).values())),
    }
    return render(request, "before/list.html", context)


def _short(kind: str, value: object) -> bool:
    """Whether a cell is better not broken over lines."""
    return kind in {"code", "date"} or (isinstance(value, str) and len(value) <= UNBROKEN)
