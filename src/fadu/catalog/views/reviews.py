"""The pages of reviews of items: the register, what is proposed for cancellation, taking up, findings."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.paging import page
from fadu.agencies.views.pages import form_page
from fadu.catalog import selectors, services
from fadu.catalog.models import ItemReview, ReviewGround
from fadu.catalog.selectors.reviews import REVIEW_WITHIN, doubled
from fadu.catalog.services.reviews import FINDINGS, OPENING
from fadu.catalog.views.forms import entered
from fadu.catalog.views.items import words

SHOWN = 200
STATES = (("open", "待审查"), ("todo", "待落实"), ("done", "已审结"))


@require_safe
@entered_for("catalog.manage")
def reviews(request: HttpRequest) -> HttpResponse:
    """The register of reviews, with what ought to be taken up beside it."""
    actor, today = actor_of(request), timezone.localdate()
    state = words(request, "state") or "open"
    found = selectors.reviews(actor, state=state, query=words(request, "q"))
    order = {"done": ("-reviewed_on", "-pk"), "todo": ("reviewed_on", "pk")}.get(state, ("due_on", "pk"))
    shown = page(found, after=words(request, "after"), before=words(request, "before"), order=order)
    stale, twins = selectors.stale(today), doubled(today)
    context = {
        "rows": shown.rows,
        "page": shown,
        "count": len(shown.rows),
        "today": today,
        "state": state,
        "tabs": [
            {"href": f"?state={key}", "label": label, "current": key == state, "count": selectors.reviews(actor, state=key).count()} for key, label in STATES
        ],
        "stale": stale[:SHOWN],
        "doubled": twins[:SHOWN],
        "due": today + timedelta(REVIEW_WITHIN),
        "active": bool(request.GET.get("q")),
        "crumb": [("执法事项", reverse("catalog:items")), ("审查", "")],
    }
    return render(request, "catalog/reviews.html", context)


@require_safe
@entered_for("catalog.manage")
def unused(request: HttpRequest) -> HttpResponse:
    """拟取消事项: what no case has used for as long as the policy says."""
    actor, today = actor_of(request), timezone.localdate()
    proposed = selectors.unused(actor, today)
    waiting = [row for row in proposed.rows if row.review is None]
    context = {
        "proposed": proposed,
        "rows": proposed.rows[:SHOWN],
        "count": len(proposed.rows),
        "waiting": len(waiting),
        "today": today,
        "crumb": [("执法事项", reverse("catalog:items")), ("拟取消事项", "")],
    }
    return render(request, "catalog/unused.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def take_up(request: HttpRequest, code: str) -> HttpResponse:
    """Take one item up in a review."""
    actor = actor_of(request)
    rows = selectors.versions(actor, code)
    if not rows or rows[0].until is not None:
        raise Http404
    back = reverse("catalog:item", args=[code])
    return _opening(request, [code], title=f"列入审查：{rows[0].name}", back=back, crumb=[("执法事项", reverse("catalog:items")), (code, back)])


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def take_up_unused(request: HttpRequest) -> HttpResponse:
    """Take up all that is proposed for cancellation and is not under review yet."""
    codes = [row.item.code for row in selectors.unused(actor_of(request), timezone.localdate()).rows if row.review is None]
    back = reverse("catalog:items_unused")
    crumb = [("执法事项", reverse("catalog:items")), ("拟取消事项", back)]
    return _opening(request, codes, title=f"把 {len(codes)} 项列入审查", back=back, crumb=crumb, ground=ReviewGround.UNUSED)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def conclude(request: HttpRequest, review_id: int) -> HttpResponse:
    """The three findings and what they come to."""
    actor = actor_of(request)
    try:
        row = selectors.review(actor, review_id)
    except (ItemReview.DoesNotExist, OverflowError):
        raise Http404 from None
    if row.reviewed_on is not None:
        raise Http404

    def act(data: dict[str, Any]) -> str:
        del data
        done = services.conclude_review(actor, row.pk, entered(request, FINDINGS))
        return f"已审结 {done.code}：{done.get_result_display()}"

    crumb = [("执法事项", reverse("catalog:items")), ("审查", reverse("catalog:item_reviews"))]
    lead = f"{row.code} {row.item.name}；{row.get_ground_display()}，{row.due_on} 前完成。审查人不能是列入该事项的人。"
    back = reverse("catalog:item_reviews")
    return form_page(request, title="合法性、合理性、必要性审查", lead=lead, fields=FINDINGS, act=act, back=back, submit="审结", crumb=crumb)


def _opening(request: HttpRequest, codes: list[str], *, title: str, back: str, crumb: list[tuple[str, str]], ground: str = "") -> HttpResponse:
    def act(data: dict[str, Any]) -> str:
        del data
        return f"已列入审查：{len(services.open_reviews(actor_of(request), codes, entered(request, OPENING)))} 项"

    asked = ground or words(request, "ground")
    values = {"ground": asked if asked in ReviewGround.values else ReviewGround.REGULAR, "due_on": timezone.localdate() + timedelta(REVIEW_WITHIN)}
    return form_page(request, title=title, fields=OPENING, act=act, back=back, submit="列入审查", values=values, crumb=crumb)
