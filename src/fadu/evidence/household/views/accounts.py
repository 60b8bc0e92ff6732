"""Accounts of parties: the code that an officer hands over, and what the administrator opens and ends."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.models import PartyAccount
from fadu.agencies.forms import bound
from fadu.agencies.views.pages import form_page
from fadu.cases.now import now
from fadu.cases.views.guard import signed_in
from fadu.evidence.household.selectors import accounts as held
from fadu.evidence.household.selectors import households
from fadu.evidence.household.services import admitting
from fadu.law.forms import Invalid


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@entered_for("household.admit")
def admit(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """Hand the party of one's case a code; it is shown this once, on a slip to be printed."""
    actor = actor_of(request)
    case = held.own_case(actor, case_id)
    errors: dict[str, str] = {}
    made = None
    if request.method == "POST":
        try:
            made = admitting.issue(actor, case_id, {"receiver": request.POST.get("receiver", "")})
        except Invalid as wrong:
            errors = wrong.errors
    context = {
        "case": case,
        "made": made,
        "codes": [{"code": code, "state": _state(code)} for code in held.codes(case)],
        "fields": bound((admitting.RECEIVER,), {"receiver": request.POST.get("receiver", "")}, errors),
        "error": errors.get("", ""),
        "days": admitting.LASTS.days,
    }
    return render(request, "household/admit.html", context, status=422 if errors else 200)


def _state(code: Any) -> tuple[str, str]:
    if code.used_at:
        return "ok", "已开通账号"
    if code.withdrawn_at:
        return "", "已作废"
    return ("", "已过期") if now() >= code.expires_at else ("do", "可以使用")


@require_safe
@entered_for("household.accounts")
def listed(request: HttpRequest) -> HttpResponseBase:
    """The accounts of parties, the latest first."""
    after = request.GET.get("after", "")
    rows, following = held.accounts(actor_of(request), int(after) if after.isascii() and after.isdigit() and len(after) < 18 else 0)
    return render(request, "household/accounts.html", {"rows": rows, "next": following or "", "count": len(rows)})


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("household.accounts")
def opened(request: HttpRequest) -> HttpResponseBase:
    """Open an account after checking who it is for."""
    back = reverse("household:accounts")

    def act(data: dict[str, Any]) -> str:
        return f"已为{admitting.open_checked(actor_of(request), data).user.name}开通账号，首次登录须修改密码"

    return form_page(
        request,
        title="开通当事人账号",
        lead="当面核验身份以后开通。账号只能看到这一户自己的档案。",
        fields=admitting.CHECKED,
        act=act,
        back=back,
        submit="开通",
        crumb=[("当事人账号", back)],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@entered_for("household.accounts")
def ended(request: HttpRequest, account_id: int) -> HttpResponseBase:
    """End an account."""
    actor, back = actor_of(request), reverse("household:accounts")
    found = PartyAccount.objects.filter(pk=account_id).select_related("user").first()
    if found is None or not households.within(actor, "household.accounts", found.household_id):
        raise Http404("没有这个账号，或者不在您的管辖范围内")

    def act(data: dict[str, Any]) -> str:
        admitting.end(actor, account_id, data)
        return "账号已经停用"

    return form_page(
        request,
        title="停用当事人账号",
        lead=f"{found.user.name}（{found.user.username}）",
        fields=(admitting.END,),
        act=act,
        back=back,
        submit="停用",
        crumb=[("当事人账号", back)],
    )
