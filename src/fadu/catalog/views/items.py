"""The page of power items."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.kinds import Field
from fadu.catalog import selectors
from fadu.catalog.models import ActKind, PowerItem
from fadu.catalog.naming import cited, range_words
from fadu.law.vocabulary.kinds import LABELS, Penalty


@require_safe
@entered_for("item.see")
def items(request: HttpRequest) -> HttpResponse:
    """The items in force today, or on the day asked, with basis and range."""
    get = request.GET
    on = _day(get.get("on", ""))
    found = list(selectors.items(actor_of(request), on, field=get.get("field", ""), kind=get.get("kind", ""), query=get.get("q", "")[:100]))
    context = {
        "on": on,
        "items": [_row(item, on) for item in found],
        "count": len(found),
        "fields": Field.choices,
        "kinds": ActKind.choices,
        "active": any(get.get(key) for key in ("q", "field", "kind", "on")),
    }
    return render(request, "catalog/items.html", context)


def _row(item: PowerItem, on: date) -> dict[str, object]:
    label, unit = item.bracket.get("label", ""), item.bracket.get("unit", "")
    return {
        "item": item,
        "act_bases": [cited(text, on) for text in item.act_bases],
        "bases": [cited(text, on) for text in item.bases],
        "penalties": "、".join(LABELS[Penalty[name]] for name in item.penalties),
        "ranges": [range_words(range_, label, unit) for range_ in selectors.fine_ranges(item)],
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
