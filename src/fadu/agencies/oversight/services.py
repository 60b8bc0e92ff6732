"""探测: every address of the register is asked once a day; what came of it is kept."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Max, Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.oversight.asking import Answer, Unreachable, ask, newest
from fadu.agencies.oversight.models import Portal, Probe

EVERY = timedelta(hours=20)
"""How old the last answer must be before an address is asked again: once a day, even where the worker starts a little earlier."""


def probe_due(actor: Actor, *, most: int | None = None, asking: Callable[[str], Answer] = ask) -> int:
    """Ask the addresses whose turn it is, those not asked for longest first; how many."""
    require(actor, "figure.see")
    now = timezone.now()
    today = timezone.localdate(now)
    running = Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))
    due = Portal.objects.filter(running).annotate(last=Max("probes__at")).filter(Q(last__isnull=True) | Q(last__lt=now - EVERY))
    rows = due.order_by("last", "pk")
    done = 0
    for portal in rows[:most] if most is not None else rows:
        probe(portal, now, asking)
        done += 1
    return done


def probe(portal: Portal, at: datetime, asking: Callable[[str], Answer] = ask) -> Probe:
    """Ask one, and keep what came of it."""
    try:
        answer = asking(portal.url)
    except Unreachable as fault:
        return Probe.objects.create(portal=portal, at=at, ok=False, fault=str(fault)[:200])
    return Probe.objects.create(portal=portal, at=at, ok=True, status=answer.status, newest=newest(answer.text, timezone.localdate(at)))
