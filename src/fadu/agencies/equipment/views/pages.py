"""The page of what is needed and what there is, and the public list of devices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies import selectors as agencies
from fadu.agencies.equipment import selectors
from fadu.agencies.paging import LATEST, number, page


@require_safe
@entered_for("equipment.see")
def needs(request: HttpRequest) -> HttpResponse:
    """Need and have of every organ within reach, what is lacking first."""
    actor, today = actor_of(request), timezone.localdate()
    organs = list(agencies.organs(actor, action="equipment.see"))
    chosen = number(request.GET.get("organ", ""))
    found = selectors.needs([organ for organ in organs if chosen in {None, organ.pk}], today)
    lacking = request.GET.get("lacking") == "1"
    context = {
        "needs": [need for need in found if need.lacking or not lacking],
        "short": sum(need.lacking for need in found),
        "organs": [(organ.pk, organ.name) for organ in organs],
        "active": chosen is not None or lacking,
        "today": today,
    }
    return render(request, "equipment/needs.html", context)


@require_safe
@entered_for("device.see")
def public(request: HttpRequest) -> HttpResponse:
    """The devices whose places are public, for everybody."""
    query = request.GET.get("q", "")
    found = selectors.published(actor_of(request), timezone.localdate(), query)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    return render(request, "equipment/devices.html", {"sitings": shown.rows, "page": shown, "active": bool(query)})
