"""Findings within reach of who asks, paged by key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.supervision.models import Finding, Severity, Sweep

SIZE = 50


@dataclass(frozen=True)
class Page:
    """Rows of a list, and the key of the next page; "" on the last."""

    rows: Sequence[Finding]
    next: str = ""


def visible(actor: Actor) -> QuerySet[Finding]:
    """The findings that `actor` may see: those of the cases within reach."""
    require(actor, "finding.see")
    return Finding.objects.filter(scope(actor, "finding.see", handlers="case__handlers__officer_id"))


def findings(actor: Actor, *, severity: str = "", rule: str = "", organ: str = "", mended: bool = False, case: UUID | None = None, after: str = "") -> Page:
    """Findings, the longest standing first."""
    rows = visible(actor).filter(mended_on__isnull=not mended).select_related("case", "organ")
    if severity in Severity.values:
        rows = rows.filter(severity=severity)
    if rule:
        rows = rows.filter(rule=rule)
    if organ.isdecimal():
        rows = rows.filter(organ_id=int(organ))
    if case is not None:
        rows = rows.filter(case_id=case)
    if key := _key(after):
        rows = rows.filter(Q(since__gt=key[0]) | Q(since=key[0], id__gt=key[1]))
    found = list(rows.order_by("since", "id")[: SIZE + 1])
    more, found = len(found) > SIZE, found[:SIZE]
    return Page(found, f"{found[-1].since.isoformat()}_{found[-1].pk}" if more else "")


def tallied(actor: Actor) -> dict[str, Any]:
    """How many stand open, by severity, by organ and by rule, the most first."""
    rows = visible(actor).filter(mended_on__isnull=True)
    return {
        "severity": dict(rows.order_by().values_list("severity").annotate(Count("pk"))),
        "organs": list(rows.order_by().values_list("organ_id", "organ__name").annotate(count=Count("pk")).order_by("-count", "organ_id")),
        "rules": list(rows.order_by().values_list("rule").annotate(count=Count("pk")).order_by("-count", "rule")),
    }


def latest(actor: Actor) -> Sweep | None:
    """The last sweep that came to its end."""
    require(actor, "finding.see")
    return Sweep.objects.filter(ended_at__isnull=False).first()


def _key(text: str) -> tuple[date, UUID] | None:
    day, _, last = text.partition("_")
    try:
        return date.fromisoformat(day), UUID(last)
    except ValueError:
        return None
