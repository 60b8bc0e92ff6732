"""Pages on which the standing (主体资格) of an organ is confirmed, announced, changed and cancelled."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies import services
from fadu.agencies.organ_forms import ANNOUNCING, CANCELLING, CHANGING, CONFIRMING
from fadu.agencies.views.organs import about, organ_or_404


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def standing_confirm(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The standing is confirmed."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        row = services.confirm_standing(actor, organ_id, data)
        return f"已登记主体资格确认（{row.document}）；请向社会公告后登记公告"

    return about(request, found, "登记主体资格确认", fields=CONFIRMING, act=act, submit="登记确认")


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def standing_announce(request: HttpRequest, organ_id: int) -> HttpResponse:
    """It is announced."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        row = services.announce_standing(actor, organ_id, data)
        return f"已登记公告：{row.announced_in}"

    return about(
        request, found, "登记主体资格公告", fields=ANNOUNCING, act=act, submit="登记公告", lead="公告后，公众可以在执法主体页面上查到确认和公告的文号。"
    )


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def standing_change(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Another takes its place."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        row = services.change_standing(actor, organ_id, data)
        return f"已变更主体资格（{row.document}）；请重新公告后登记公告"

    return about(request, found, "变更主体资格", fields=CHANGING, act=act, submit="登记变更", lead="名称、职责等变化后重新确认；变更以后须重新公告。")


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def standing_cancel(request: HttpRequest, organ_id: int) -> HttpResponse:
    """It is gone."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        services.cancel_standing(actor, organ_id, data)
        return f"已注销{found.name}的主体资格"

    return about(request, found, "注销主体资格", fields=CANCELLING, act=act, submit="登记注销", lead="从这一天起不能再立案和作出处罚决定；以前办理的不受影响。")
