"""Pages of what is asked of an organ's lawyers and reviewers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies.counsel.selectors import lent
from fadu.agencies.counsel.services import ANSWER, answer_request
from fadu.agencies.paging import LATEST, page
from fadu.agencies.views.pages import form_page

SEE, MANAGE = "team.see", "team.manage"


@require_safe
@entered_for(SEE)
def lending(request: HttpRequest) -> HttpResponse:
    """向本机关的申请: those that wait for an answer are marked."""
    actor = actor_of(request)
    shown = page(lent(actor), after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    rows = [(row, row.answered_on is None and reaches(actor, MANAGE, row.lender_id)) for row in shown.rows]
    return render(
        request, "agencies/lending.html", {"page": shown, "rows": rows, "crumb": [("申请调用", reverse("counsel:borrowings")), ("向本机关的申请", "")]}
    )


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def answer(request: HttpRequest, borrowing_id: int) -> HttpResponse:
    """Agree or refuse."""
    actor = actor_of(request)
    row = lent(actor).filter(pk=min(borrowing_id, 2**62)).first()
    if row is None or not reaches(actor, MANAGE, row.lender_id) or (row.answered_on is not None and request.method == "GET"):
        raise Http404

    def act(data: dict[str, Any]) -> str:
        answer_request(actor, row.pk, data, timezone.localdate())
        return "已答复"

    back = reverse("counsel:lending")
    lead = f"{row.organ.name} {row.asked_on} 申请{row.get_what_display()}：{row.matter}。"
    return form_page(request, title="答复申请", lead=lead, fields=ANSWER, act=act, submit="答复", back=back, crumb=[("向本机关的申请", back)])
