"""Who is who: what is proposed, found, and taken apart again; and who looked beyond the own reach."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.views.pages import form_page
from fadu.cases.errors import NotFound
from fadu.cases.selectors.parties import shown
from fadu.cases.views.guard import signed_in
from fadu.evidence.household.models import Household, What
from fadu.evidence.household.selectors import file, households
from fadu.evidence.household.services import decisions

LABELS = {What.SAME: ("认定为同一户", "两户的事项今后列在一起；认定写入存证，可以再拆出。"), What.DIFFERENT: ("认定不是同一户", "今后不再提示这两户疑似同一。")}


@require_safe
@entered_for("household.match")
def proposals(request: HttpRequest) -> HttpResponseBase:
    """Pairs that may be one party, side by side, to be decided by a person."""
    actor = actor_of(request)
    after = request.GET.get("after", "")
    found, following = households.proposals(actor, int(after) if after.isascii() and after.isdigit() and len(after) < 18 else 0)
    rows = [
        {
            "proposal": pair.proposal,
            "sides": [{"household": side, "party": shown(actor, party) if party else {}, "count": count} for side, party, count in pair.sides],
        }
        for pair in found
    ]
    return render(request, "household/proposals.html", {"rows": rows, "next": following})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@entered_for("household.match")
def decide(request: HttpRequest, one: uuid.UUID, other: uuid.UUID, what: str) -> HttpResponseBase:
    """One pair, decided with a reason."""
    actor = actor_of(request)
    choice = next((found for found in LABELS if found.value == what), None)
    names = [_named(request, key) for key in (one, other)]
    if choice is None:
        raise NotFound("没有这种认定")

    def act(data: dict[str, Any]) -> str:
        decisions.decide(actor, one, other, choice, data)
        return f"已{choice.label}"

    title, lead = LABELS[choice]
    back = reverse("household:proposals")
    return form_page(
        request,
        title=title,
        lead=f"{names[0]}，{names[1]}。{lead}",
        fields=(decisions.REASON,),
        act=act,
        back=back,
        submit=title,
        crumb=[("疑似同一主体", back)],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@entered_for("household.match")
def split(request: HttpRequest, household_id: uuid.UUID) -> HttpResponseBase:
    """A household that was joined is taken out again, with a reason."""
    actor = actor_of(request)
    name = _named(request, household_id)

    def act(data: dict[str, Any]) -> str:
        decisions.split(actor, household_id, data)
        return f"已拆出{name}"

    back = reverse("household:file", args=[household_id])
    return form_page(
        request,
        title="拆出一户",
        lead=f"{name}：拆出以后单独成户，原来记在它名下的事项随之分开。",
        fields=(decisions.REASON,),
        act=act,
        back=back,
        submit="拆出",
        crumb=[("一户式", back)],
    )


@require_safe
@entered_for("household.match")
def looked(request: HttpRequest) -> HttpResponseBase:
    """Who opened files beyond the own reach, and why."""
    rows = file.looked(actor_of(request), request.GET.get("after", ""))
    return render(request, "household/looked.html", {"rows": rows, "next": rows[-1].pk if len(rows) == 50 else ""})


def _named(request: HttpRequest, key: uuid.UUID) -> str:
    """The household as lists show it, where it is within reach."""
    actor = actor_of(request)
    found = Household.objects.filter(pk=key).first()
    if found is None or not households.within(actor, "household.match", key):
        raise NotFound("没有这一户，或者不在您的管辖范围内")
    if not actor:
        raise NotAllowed("请先登录。")
    return found.shown_as
