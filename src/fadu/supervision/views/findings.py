"""The page of findings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.disclosure import selectors as disclosure
from fadu.law.registry import rule_of
from fadu.supervision import selectors
from fadu.supervision.models import Severity

STATES = {Severity.ILLEGAL: "bad", Severity.MENDABLE: "near", Severity.TOLD: ""}


@require_safe
@entered_for("finding.see")
def findings(request: HttpRequest) -> HttpResponse:
    """What the last sweep found and is not mended: by severity, organ, rule."""
    actor, get = actor_of(request), request.GET
    mended = get.get("mended", "") == "1"
    page = selectors.findings(
        actor, severity=get.get("severity", ""), rule=get.get("rule", "")[:40], organ=get.get("organ", ""), mended=mended, after=get.get("after", "")
    )
    tally = selectors.tallied(actor)
    kept = request.GET.copy()
    if page.next:
        kept["after"] = page.next
    context = {
        "rows": [
            {"finding": row, "rule": rule_of(row.rule), "bases": rule_of(row.rule).bases_in(row.case.field), "state": STATES[Severity(row.severity)]}
            for row in page.rows
        ],
        "count": len(page.rows),
        "next": f"?{kept.urlencode()}" if page.next else "",
        "sweep": selectors.latest(actor),
        "tiles": [(label, tally["severity"].get(value, 0), STATES[Severity(value)], value) for value, label in Severity.choices],
        "severities": Severity.choices,
        "organs": [(str(pk), f"{name}（{count}）") for pk, name, count in tally["organs"]],
        "rules": [(name, f"{name} {rule_of(name).says[:24]}（{count}）") for name, count in tally["rules"]],
        "active": any(get.get(name) for name in ("severity", "rule", "organ", "mended")),
        "mended": mended,
        "unpublished": disclosure.late(disclosure.publications(actor), timezone.localdate()).count() if may(actor, "publication.see") else 0,
    }
    return render(request, "supervision/findings.html", context)
