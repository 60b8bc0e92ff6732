"""The pages of grants, entrustments and outposts' powers."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.agencies.forms import bound
from fadu.catalog import selectors, services
from fadu.catalog.models import Delegation
from fadu.catalog.services.delegations import ENDING, FORM, asked
from fadu.law.forms import Invalid

CRUMB = "赋权与委托"


@require_safe
@entered_for("item.see")
def delegations(request: HttpRequest) -> HttpResponse:
    """Who may act on which items by whose decision, and until when."""
    actor, today = actor_of(request), timezone.localdate()
    rows = [{"row": row, "state": _state(row, today)} for row in selectors.delegations(actor)]
    return render(request, "catalog/delegations.html", {"rows": rows, "count": len(rows), "may_manage": may(actor, "catalog.manage")})


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def register(request: HttpRequest) -> HttpResponse:
    """Register one."""
    actor = actor_of(request)
    entered, errors, status = {}, {}, HTTPStatus.OK
    if request.method == "POST":
        entered = {name: request.POST.get(name, "") for name in (field.name for field in FORM)}
        try:
            row = services.register_delegation(actor, {name: value for name, value in entered.items() if value})
        except Invalid as wrong:
            errors, status = wrong.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        else:
            messages.success(request, f"已登记：{row}")
            return redirect("catalog:delegations")
    context = {
        "title": "登记赋权、委托或者派出机构职权",
        "crumb": [(CRUMB, reverse("catalog:delegations")), ("登记", "")],
        "fields": bound(asked(), entered, errors),
    }
    return render(request, "catalog/delegation_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def withdraw(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """Take one back."""
    row = Delegation.objects.filter(pk=delegation_id).select_related("organ").first()
    if row is None:
        raise Http404
    entered, errors, status = {}, {}, HTTPStatus.OK
    if request.method == "POST":
        entered = {name: request.POST.get(name, "") for name in (field.name for field in ENDING)}
        try:
            services.withdraw_delegation(actor_of(request), row.pk, {name: value for name, value in entered.items() if value})
        except Invalid as wrong:
            errors, status = wrong.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        else:
            messages.success(request, f"已收回：{row}")
            return redirect("catalog:delegations")
    context = {
        "title": f"收回 {row}",
        "crumb": [(CRUMB, reverse("catalog:delegations")), ("收回", "")],
        "fields": bound(ENDING, entered, errors),
    }
    return render(request, "catalog/delegation_form.html", context, status=status)


def _state(row: Delegation, today: date) -> tuple[str, str]:
    """Tag and word for the state it is in."""
    if row.since > today:
        return "near", "未生效"
    if row.until is not None and row.until < today:
        return "", "已失效"
    return ("ok", "有效") if row.published_on else ("bad", "未公布")
