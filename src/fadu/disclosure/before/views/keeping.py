"""For an organ's own people: what of it is told before enforcement, what lacks, by which clause, since when, where to enter it. For who supervises: all organs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies.models import Organ
from fadu.agencies.paging import page
from fadu.disclosure.before import selectors
from fadu.disclosure.before.requirements import DEMANDS
from fadu.disclosure.before.selectors import Owed
from fadu.disclosure.before.views.asked import text_of


@require_safe
@entered_for("before.see")
def keeping(request: HttpRequest) -> HttpResponse:
    """One organ, one's own unless another is named; beneath it all organs within reach that lack something."""
    actor, on = actor_of(request), timezone.localdate()
    reach = selectors.within(actor)
    found = _organ(actor, reach, text_of(request, "organ", 20))
    owed = selectors.owed(actor, found, on) if found else []
    several = reach.count() > 1
    shown = page(selectors.lacking(actor), after=text_of(request, "after", 20), before=text_of(request, "before", 20), order=("path",)) if several else None
    lacks = selectors.lacks_of(shown.rows) if shown else {}
    tally = selectors.tally(actor) if several else {}
    context = {
        "organ": found,
        "rows": [_row(actor, found, one) for one in owed] if found else [],
        "lacking": sum(bool(one.told.lacks) for one in owed),
        "organs": [(str(key), name) for key, name in reach.values_list("pk", "name")[:500]] if several else [],
        "others": [
            {"organ": one, "lacks": [(DEMANDS[lack.demand].label, lack) for lack in lacks.get(one.pk, ()) if lack.demand in DEMANDS]} for one in shown.rows
        ]
        if shown
        else [],
        "page": shown,
        "tally": [(demand.label, tally.get(demand.id, 0)) for demand in DEMANDS.values()] if several else [],
        "registers": [
            (label, reverse(name))
            for label, name in (("公示办法", "before:methods_book"), ("公示职责", "before:tasks_book"), ("监督渠道", "before:channels_book"))
        ],
    }
    return render(request, "before/keeping.html", context)


def _organ(actor: Actor, reach: Any, key: str) -> Organ | None:
    """The organ asked for, within reach; else one's own, else the first that must tell something."""
    if key:
        found = reach.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 19 else None
        if found is None:
            raise Http404("没有这个机关，或者不在您的管辖范围内")
        return found  # type: ignore[no-any-return]
    return reach.filter(pk=actor.organ_id or 0).first() or reach.first()  # type: ignore[no-any-return]


def _row(actor: Actor, organ: Organ, one: Owed) -> dict[str, Any]:
    demand = one.told.demand
    public = reverse(demand.page) if demand.page else ""
    by_organ = demand.page and demand.page != "before:organs"
    return {
        "label": demand.label,
        "there": one.told.there,
        "lacks": one.told.lacks,
        "since": one.since,
        "bases": demand.bases,
        "where": demand.where(organ) if reaches(actor, demand.action, organ.pk) else "",
        "keeper": demand.keeper,
        "public": (f"{public}?organ={organ.pk}" if by_organ else reverse("before:organ", args=[organ.pk])) if public else "",
    }
