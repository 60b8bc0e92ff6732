"""Pages on which organs are merged, split, renamed and put under another."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies import selectors, services
from fadu.agencies.models import Organ
from fadu.agencies.organ_forms import PARTS, RENAMING
from fadu.agencies.services.successions import merging, splitting, transferring
from fadu.agencies.views.organs import about, organ_or_404
from fadu.law.forms import Field

CARDS = "人员已随同转入，任职和账号不变；原证件请收回，换发新证后才能执法"


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_merge(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The organ, perhaps with others beside it, becomes part of another."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        others = data.pop("predecessors", [])
        row = services.merge(actor, data | {"predecessors": [str(found.pk), *others]})
        return f"已办理{row}；{CARDS}"

    fields = [_beside(field, found) for field in merging(actor)]
    lead = f"{found.name}从生效之日起撤销，人员、下级机关一并转到承继机关；案件仍以原机关的名义保存，承继机关可以查看。"
    return about(request, found, "合并", fields=fields, act=act, submit="办理合并", lead=lead)


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_split(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The organ becomes several."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        row = services.split(actor, organ_id, data)
        return f"已办理{row}；{CARDS if selectors.moved(row) else '没有人员转出'}"

    there = selectors.officers_of(found.pk, timezone.now())
    people = tuple((str(row.officer.pk), f"{row.officer.name}（{row.officer.post_title or row.officer.get_employment_display()}）") for row in there)
    chosen = {f"{part}_people" for part in PARTS}
    fields = [replace(field, choices=people) if field.name in chosen else field for field in splitting(actor, found)]
    return about(request, found, "分立", fields=fields, act=act, submit="办理分立", lead="承继机关须先新增。一分为三的，先分出一部分，再把其余的分为两个。")


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_rename(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The organ bears another name."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        row = services.rename(actor, organ_id, data)
        return f"已更名为{row.new_name}；请办理主体资格变更并重新公告"

    lead = f"现在的名称：{found.name}。以前的案件和文书仍显示当时的名称。"
    return about(request, found, "更名", fields=RENAMING, values={"new_short_name": found.short_name}, act=act, submit="办理更名", lead=lead)


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_transfer(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The organ comes under another."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        row = services.transfer(actor, organ_id, data)
        return f"{found.name}已改隶于{row.new_parent}"

    lead = f"现在隶属于{found.parent.name if found.parent else '（没有上级机关）'}。下级机关随同划转。"
    return about(request, found, "划转隶属关系", fields=transferring(actor, found), act=act, submit="办理划转", lead=lead)


def _beside(field: Field, found: Organ) -> Field:
    """The form of a merger as the page of one of the merged asks it: others that stand beside it may go along."""
    if field.name == "successor":
        return replace(field, choices=tuple(pair for pair in field.choices if pair[0] != str(found.pk)))
    if field.name != "predecessors":
        return field
    beside = selectors.beside(found)
    return replace(field, label="一并并入的机关", required=False, choices=tuple(pair for pair in field.choices if int(pair[0]) in beside))
