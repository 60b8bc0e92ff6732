"""The public page of an organ: who it is, by what right, what it may do, by whom, and what it did last."""

from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies import selectors as agencies
from fadu.agencies.delegated import shown_to_all
from fadu.agencies.models import Organ
from fadu.agencies.views.organs import PUBLIC_EVENTS
from fadu.cases.errors import NotFound
from fadu.catalog.models import ActKind
from fadu.disclosure.before import selectors
from fadu.disclosure.before.listing import Asked
from fadu.disclosure.before.lists import CHANNELS, GUIDES, OFFICERS, ORGANS
from fadu.disclosure.before.lists.powers import items_for
from fadu.disclosure.derive import ACTS
from fadu.disclosure.selectors import shown

FEW = 8
"""Officers and guides that the page names before it leads to the list."""
NEWEST = 5


@require_safe
@entered_for("organ.verify")
def organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """One organ, as anybody may know it."""
    actor, on = actor_of(request), timezone.localdate()
    try:
        found = selectors.organ(actor, organ_id)
    except (NotFound, OverflowError) as missing:
        raise Http404(str(missing)) from missing
    ended = found.ends_on is not None and found.ends_on <= on
    told = _told(found, ended=ended)
    officers = selectors.page(actor, OFFICERS, Asked(organ=found), on)
    guides = selectors.page(actor, GUIDES, Asked(organ=found), on)
    kinds = items_for(found, on).order_by().values("kind").annotate(n=Count("pk")).values_list("kind", "n")
    context = {
        "organ": found,
        "ended": ended,
        "facts": told,
        "needs_standing": agencies.needs_standing(found),
        "standing": agencies.announced(found, on),
        "events": [event for event in agencies.timeline(found) if event.title in PUBLIC_EVENTS],
        "delegated": shown_to_all(found.pk, on),
        "officers": officers.rows[:FEW],
        "officer_count": officers.count,
        "guides": guides.rows[:FEW],
        "guide_count": guides.count,
        "kinds": [(ActKind(kind).label, count, f"{reverse('before:powers')}?organ={found.pk}&kind={kind}") for kind, count in sorted(kinds)],
        "channels": selectors.page(actor, CHANNELS, Asked(organ=found), on).rows,
        "records": [{"it": row, "act": ACTS[row.act].label} for row in shown(organ_id=found.pk)[:NEWEST]],
        "all_records": f"{reverse('disclosure:portal')}?organ={found.pk}",
        "lists": [(label, reverse(f"before:{name}") + f"?organ={found.pk}") for name, label in LINKS],
        "crumb": [("事前公开", reverse("before:home")), ("执法机关", reverse("before:organs")), (found.name, "")],
    }
    return render(request, "before/organ.html", context)


LINKS = (
    ("powers", "权责清单"), ("random", "随机抽查事项清单"), ("charts", "执法流程图"), ("benchmarks", "裁量基准"), ("reviews", "法制审核目录"), ("methods", "公示办法"),
)  # fmt: skip
HEAD = ("name", "standing")


def _told(found: Organ, *, ended: bool) -> list[tuple[str, Any, str]]:
    """The columns of the list of organs, one below the other: what the page tells is what the list tells."""
    rows = [] if ended else list(ORGANS.found(found, timezone.localdate()))  # an organ that is no more is on no list
    if not rows:
        return [(column.label, column.of(found), column.kind) for column in ORGANS.columns if column.name in {"name", "code", "kind", "field"}]
    row = ORGANS.row(rows[0])
    shown_alone = {"confirmer", "confirmed_by", "confirmed_on", "announced_on", "announcement", "announced_in"}
    return [(column.label, row[column.name], column.kind) for column in ORGANS.columns if column.name not in HEAD and column.name not in shown_alone]
