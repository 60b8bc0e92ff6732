"""The front page of training: what is due, what lies ahead, who lacks hours."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, scope
from fadu.agencies.kinds import OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.training import numbers
from fadu.agencies.training.selectors import hours, rolls, rotation, scoped
from fadu.agencies.training.selectors.plans import clocks
from fadu.agencies.training.views.pages import year_of, years

SHOWN = 8


@require_safe
@entered_for("training.see")
def home(request: HttpRequest) -> HttpResponse:
    """Plans with their clock, rotation, sessions ahead, hours by organ; one's own file for who sees no more."""
    actor = actor_of(request)
    if not scoped.oversees(actor):
        return redirect("training:me")
    year, today = year_of(request), timezone.localdate()
    within = scope(actor, "training.see")
    people = rolls.enrolled(within, year, numbers.as_of(year, today))
    standings = hours.standings(people, year, today)
    organs = _organs(standings)
    lacking = sorted((found for found in standings if found.lacking), key=lambda found: (found.total, found.officer.pk))
    turned = rotation.state(within, year, today)
    context = {
        "year": year,
        "years": years(),
        "active": "year" in request.GET,
        "may_manage": may(actor, "training.manage"),
        "demands": hours.demands(year, today),
        "clocks": sorted(clocks(_planning(actor, today), year, today), key=lambda clock: ({"bad": 0, "near": 1, "": 2}.get(clock.state, 3), clock.organ.path)),
        "plan_due": numbers.day_in("training.plan.by", year, numbers.as_of(year, today)),
        "rotation": turned,
        "sessions": scoped.sessions(actor).filter(ends_at__gt=timezone.now(), cancelled_at__isnull=True).order_by("starts_at", "pk")[:SHOWN],
        "organs": organs,
        "people": len(standings),
        "met": len(standings) - len(lacking),
        "lacking": lacking[:SHOWN],
        "lacking_count": len(lacking),
        "off_duty": scoped.off_duty(actor).filter(ends_at__isnull=True).count(),
    }
    return render(request, "training/home.html", context)


def _planning(actor: Actor, today: date) -> list[Organ]:
    """The organs that draw up plans: those with people on the roll. A station is part of its department."""
    on_roll = rolls.on_roll(scope(actor, "training.see"), today).order_by().values("organ_id")
    return list(scoped.organs(actor).filter(pk__in=on_roll).exclude(kind=OrganKind.DISPATCHED))


def _organs(standings: list[hours.Standing]) -> list[dict[str, Any]]:
    """How many of each organ's people have their hours, those behind first."""
    grouped: dict[int, list[hours.Standing]] = defaultdict(list)
    for found in standings:
        grouped[found.officer.organ_id].append(found)
    rows: list[dict[str, Any]] = []
    for members in grouped.values():
        met = sum(not found.lacking for found in members)
        share = 100 * met // len(members)
        rows.append({"organ": members[0].officer.organ, "met": met, "of": len(members), "share": share, "state": "ok" if met == len(members) else ""})
    return sorted(rows, key=lambda row: (row["share"], row["organ"].path))
