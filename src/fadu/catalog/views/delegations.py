"""The pages of grants, entrustments and outposts' powers."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.agencies.forms import bound
from fadu.agencies.paging import page
from fadu.agencies.selectors import changes
from fadu.agencies.views.pages import form_page
from fadu.catalog import selectors, services
from fadu.catalog.models import Delegation, DelegationKind
from fadu.catalog.selectors.entrusting import STATES, read
from fadu.catalog.services.delegations import ENDING, FORM, RECORDING, asked
from fadu.law.forms import Invalid

CRUMB = "赋权与委托"


@require_safe
@entered_for("item.see")
def delegations(request: HttpRequest) -> HttpResponse:
    """Who may act on which items by whose decision, and until when; those overdue to be published or filed, those that expire soon."""
    actor, today = actor_of(request), timezone.localdate()
    kind = request.GET.get("kind", "") if request.GET.get("kind", "") in DelegationKind.values else ""
    state = request.GET.get("state", "") if request.GET.get("state", "") in dict(STATES) else ""
    words = request.GET.get("q", "")[:50].replace("\0", "")
    found = selectors.delegations(actor, kind=kind, state=state, words=words, on=today)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=("-since", "-id"))
    told = {name: selectors.delegations(actor, state=name, on=today).count() for name in ("unpublished", "unfiled", "expiring", "gone")}
    context = {
        "rows": list(zip(shown.rows, read(shown.rows, today), strict=True)),
        "page": shown,
        "kinds": [(value, label.split("（")[0]) for value, label in DelegationKind.choices],
        "states": STATES,
        "active": bool(kind or state or words),
        "told": [(name, label, told[name]) for name, label in STATES if told.get(name)],
        "may_manage": may(actor, "catalog.manage"),
    }
    return render(request, "catalog/delegations.html", context)


@require_safe
@entered_for("item.see")
def delegation(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """One of them: all its elements, what is missing, and what was changed."""
    actor, today = actor_of(request), timezone.localdate()
    row = _row_or_404(actor, delegation_id)
    context = {
        "row": row,
        "read": read([row], today)[0],
        "may_manage": may(actor, "catalog.manage"),
        "changes": changes(actor, "delegation", row.pk)[:50] if may(actor, "people.see") else None,
        "crumb": [(CRUMB, reverse("catalog:delegations")), (row.document, "")],
    }
    return render(request, "catalog/delegation.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def complete(request: HttpRequest, delegation_id: int) -> HttpResponse:
    """Enter its publication, filing and review."""
    actor = actor_of(request)
    row = _row_or_404(actor, delegation_id)

    def act(data: dict[str, Any]) -> str:
        return f"已登记：{services.complete_delegation(actor, row.pk, {name: value for name, value in data.items() if value})}"

    here = reverse("catalog:delegation", args=[row.pk])
    fields = [field for field in RECORDING if row.kind == DelegationKind.ENTRUSTMENT or field.name == "published_on"]
    values = {field.name: getattr(row, field.name) for field in fields}
    crumb = [(CRUMB, reverse("catalog:delegations")), (row.document, here)]
    return form_page(request, title="登记公布、备案和复核", fields=fields, values=values, act=act, submit="保存", back=here, crumb=crumb)


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
    row = _row_or_404(actor_of(request), delegation_id)
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


def _row_or_404(actor: Actor, delegation_id: int) -> Delegation:
    try:
        return selectors.delegation(actor, delegation_id)
    except Delegation.DoesNotExist:
        raise Http404 from None
