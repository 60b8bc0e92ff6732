"""Pages on which a person's standing changes: credentials, accounts, posts."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.selectors import posts_of_officers
from fadu.agencies import forms, selectors, services
from fadu.agencies.codes import check_credential_number
from fadu.agencies.kinds import State
from fadu.agencies.models import Credential
from fadu.agencies.views.people import about, officer_or_404
from fadu.law.forms import validate


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def credential_issue(request: HttpRequest, officer_id: int) -> HttpResponse:
    """A credential that a person held before the platform was used."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")

    def act(data: dict[str, Any]) -> str:
        card = services.issue_credential(actor, officer_id, data)
        try:
            check_credential_number(card.number)
        except ValueError as unusual:
            messages.warning(request, f"{unusual}；已按所填登记，请核对")
        return f"已登记执法证 {card.number}"

    lead = "只登记启用平台前已经持有的证件；新发、换发、补发证件请办理申领。"
    return about(request, found, "登记既有证件", fields=forms.CREDENTIAL, act=act, submit="登记证件", lead=lead)


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def credential_state(request: HttpRequest, credential_id: int) -> HttpResponse:
    """Suspend, restore, take back, revoke or cancel a credential."""
    actor = actor_of(request)
    try:
        card = selectors.credential(actor, credential_id, action="people.manage")
    except Credential.DoesNotExist:
        raise Http404 from None
    now = selectors.state_of(card)

    def act(data: dict[str, Any]) -> str:
        fresh = services.change_state(actor, credential_id, data)
        return f"执法证 {card.number} 自 {timezone.localtime(fresh.starts_at):%Y-%m-%d %H:%M} 起{State(fresh.state).label}"

    return about(
        request,
        card.officer,
        "变更证件状态",
        lead=f"执法证 {card.number}，现在{State(now.state).label}，自 {timezone.localtime(now.starts_at):%Y-%m-%d %H:%M} 起",
        fields=forms.state_fields(now.state),
        values={"starts_at": timezone.localtime()},
        act=act,
        submit="变更状态",
    )


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def account_open(request: HttpRequest, officer_id: int) -> HttpResponse:
    """An account for a person, or a first password again for who has one."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")

    def open_account(data: dict[str, Any]) -> str:
        return f"已开通账号 {services.open_account(actor, officer_id, data).username}"

    def reset(data: dict[str, Any]) -> str:
        return f"{services.reset_password(actor, officer_id, data).username} 的密码已重设，原有登录全部退出"

    if found.user_id is None:
        return about(request, found, "开通账号", fields=forms.ACCOUNT, act=open_account, submit="开通账号")
    return about(request, found, "重设密码", fields=forms.PASSWORD, act=reset, submit="重设密码")


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def account_switch(request: HttpRequest, officer_id: int) -> HttpResponse:
    """Stop a person's account at once, or let it be used again."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")
    if found.user is None:
        raise Http404
    active = not found.user.is_active
    word = "启用账号" if active else "停用账号"

    def act(data: dict[str, Any]) -> str:
        services.switch_account(actor, officer_id, active=active, reason=validate((forms.REASON,), data)["reason"])
        return f"已{word}"

    return about(request, found, word, fields=(forms.REASON,), act=act, submit=word, lead="" if active else "停用后立即失去全部权限。")


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def post_give(request: HttpRequest, officer_id: int) -> HttpResponse:
    """Give a person a role."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")

    def act(data: dict[str, Any]) -> str:
        return f"{found.name}已任{services.appoint(actor, officer_id, data).role}"

    return about(request, found, "任职", fields=forms.POST, values={"starts_on": timezone.localdate()}, act=act, submit="任职")


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def post_end(request: HttpRequest, officer_id: int, post_id: int) -> HttpResponse:
    """End a person's role."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")
    post = next((post for post in posts_of_officers([found.pk]).get(found.pk, []) if post.pk == post_id), None)
    if post is None:
        raise Http404

    def act(data: dict[str, Any]) -> str:
        clean = validate(forms.LEAVING, data)
        services.dismiss(actor, post_id, ends_on=date.fromisoformat(clean["ends_on"]), reason=clean["reason"])
        return f"{found.name}不再任{post.role}"

    lead = f"{post.role}，自 {post.starts_on.isoformat()} 起任职。当日免职的，立即失去权限。"
    return about(request, found, "免职", fields=forms.LEAVING, values={"ends_on": timezone.localdate()}, act=act, submit="免职", lead=lead)
