"""The pages of the yearly evaluation of what was granted to townships."""

from datetime import date
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.catalog import selectors, services
from fadu.catalog.models import Delegation, DelegationKind
from fadu.catalog.services.evaluations import FORM
from fadu.catalog.views.forms import entered
from fadu.catalog.views.items import words
from fadu.law.forms import Invalid

CRUMB = ("赋权与委托", "catalog:delegations")


@require_safe
@entered_for("catalog.manage")
def evaluations(request: HttpRequest) -> HttpResponse:
    """Which grants are evaluated this year and which are not, and all evaluations there were."""
    actor, today = actor_of(request), timezone.localdate()
    context = {
        "due": selectors.evaluations_due(actor, today),
        "rows": selectors.evaluations(actor)[:200],
        "year": today.year,
        "crumb": [(CRUMB[0], reverse(CRUMB[1])), ("赋权评估", "")],
    }
    return render(request, "catalog/evaluations.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def evaluate(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """Evaluate one grant: its numbers first, then what they come to."""
    actor, today = actor_of(request), timezone.localdate()
    grant = Delegation.objects.filter(pk=delegation_id, kind=DelegationKind.GRANT).select_related("organ").first() if delegation_id < 2**62 else None
    if grant is None:
        raise Http404
    back = reverse("catalog:grant_evaluations")
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = entered(request, FORM)
        try:
            done = services.evaluate_grant(actor, grant.pk, values)
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, f"已评估：{grant.organ.name} {done.year} 年度，{done.get_conclusion_display()}")
            return redirect(back)
    year = _year(str(values.get("year", "")) or words(request, "year"), grant, today)
    named = {field.name for field in FORM}
    context = {
        "grant": grant,
        "year": year,
        "told": selectors.performance(grant, year, today),
        "fields": bound(FORM, {"year": year, **values}, errors),
        "error": "；".join(text for name, text in errors.items() if name not in named),
        "back": back,
        "tabs": [{"href": f"?year={one}", "label": str(one), "current": one == year} for one in range(grant.since.year, today.year + 1)],
        "crumb": [(CRUMB[0], reverse(CRUMB[1])), ("赋权评估", back), (grant.organ.name, "")],
    }
    return render(request, "catalog/evaluate.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)


def _year(asked: str, grant: Delegation, today: date) -> int:
    """The year asked, within the life of the grant; this one where none is."""
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    return max(grant.since.year, min(year, today.year))
