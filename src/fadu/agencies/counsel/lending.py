"""What others ask of an organ's lawyers and reviewers: its own people agree, or refuse with why. The borrower can't answer for it here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches, require, require_in, scope
from fadu.agencies.counsel.models import Borrowing
from fadu.agencies.paging import LATEST, page
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.views.pages import form_page
from fadu.law.forms import Field, Invalid, Kind, validate

SEE, MANAGE = "team.see", "team.manage"
ANSWER = (
    Field(name="agreed", label="答复", kind=Kind.CHOICE, choices=(("yes", "同意"), ("no", "不同意"))),
    Field(name="refused_for", label="不同意的理由", longest=200, when=("agreed", ("no",))),
)


def lent(actor: Actor) -> QuerySet[Borrowing]:
    """What was asked of the organs within reach."""
    require(actor, SEE)
    return Borrowing.objects.filter(scope(actor, SEE, organ="lender_id")).select_related("organ", "lender")


def answer_request(actor: Actor, borrowing_id: int, data: Mapping[str, Any], on: date) -> Borrowing:
    """Agree or refuse in the lender's name; once. Raises NotAllowed, Invalid, Borrowing.DoesNotExist."""
    require(actor, MANAGE)
    with transaction.atomic():
        row = Borrowing.objects.select_for_update(of=("self",)).select_related("lender").get(pk=borrowing_id)
        require_in(actor, MANAGE, row.lender_id)
        if row.answered_on is not None:
            raise Invalid({"": f"{row.answered_on} 已经答复，不能再改"})
        clean, before = validate(ANSWER, data), snapshot(row)
        row.answered_on, row.agreed, row.refused_for, row.answered_by = on, clean["agreed"] == "yes", clean.get("refused_for", ""), actor.name
        row.save(update_fields=["answered_on", "agreed", "refused_for", "answered_by"])
        label = str(row)[:100]
        record(actor, "答复", row, what="borrowing", label=label, organ_id=row.lender_id, before=before, after=snapshot(row), reason=row.refused_for)
    return row


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
