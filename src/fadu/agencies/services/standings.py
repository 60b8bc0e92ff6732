"""The standing of organs: confirmed, announced, changed, cancelled."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.kinds import OrganKind, StandingEnd
from fadu.agencies.models import Organ, Standing
from fadu.agencies.organ_forms import ANNOUNCING, CANCELLING, CHANGING, CONFIRMING
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.law.forms import Invalid, validate

MANAGE = "organ.manage"


def confirm_standing(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Standing:
    """The standing of an organ is confirmed (行政执法监督条例第十七条第一款); it is to be announced then. Raises Invalid by field."""
    clean = validate(CONFIRMING, data)
    with transaction.atomic():
        organ = _held(actor, organ_id)
        if (open_ := _open(organ)) is not None:
            raise Invalid({"": f"{organ.name}的主体资格已由{open_.document}确认；有变化的请办理变更"})
        if organ.kind in {OrganKind.ENTRUSTED, OrganKind.DISPATCHED}:
            own = "受委托组织以委托机关的名义执法" if organ.kind == OrganKind.ENTRUSTED else "派出机构以所属机关的名义执法"
            raise Invalid({"": f"{own}，不单独确认主体资格（行政处罚法第二十条第四款）；依法授权的请先修改机关性质"})
        row = _confirmed(actor, organ, clean)
        _record(actor, "确认主体资格", organ, {}, row, "")
    return row


def change_standing(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Standing:
    """Another confirmation takes the place of the one in force, and is to be announced anew. Raises Invalid by field."""
    clean = validate(CHANGING, data)
    reason = clean.pop("reason")
    with transaction.atomic():
        organ = _held(actor, organ_id)
        before = _needed(organ)
        day = date.fromisoformat(clean["since"])
        if day <= before.since:
            raise Invalid({"since": f"应晚于现在的确认之日 {before.since.isoformat()}"})
        was = snapshot(before)
        _end(before, day, StandingEnd.CHANGED, reason, clean["document"])
        row = _confirmed(actor, organ, clean)
        _record(actor, "变更主体资格", organ, was, row, reason)
    return row


def announce_standing(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Standing:
    """The standing in force was announced on a day, at a place, under a number. Raises Invalid by field."""
    clean = validate(ANNOUNCING, data)
    day = date.fromisoformat(clean["announced_on"])
    with transaction.atomic():
        organ = _held(actor, organ_id)
        row = _needed(organ)
        if row.announced_on is not None:
            raise Invalid({"": f"这一主体资格已于 {row.announced_on.isoformat()} 公告；有变化的请办理变更"})
        if day < row.since:
            raise Invalid({"announced_on": f"公告不能早于确认之日 {row.since.isoformat()}"})
        if day > timezone.localdate():
            raise Invalid({"announced_on": "公告之日不能晚于今天；请在公告后登记"})
        before = snapshot(row)
        row.announced_on, row.announced_in, row.announcement = day, clean["announced_in"], clean.get("announcement", "")
        row.save(update_fields=["announced_on", "announced_in", "announcement"])
        _record(actor, "公告主体资格", organ, before, row, "")
    return row


def cancel_standing(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Standing:
    """The organ has no standing from a day on; what it did before stands. Raises Invalid by field."""
    clean = validate(CANCELLING, data)
    day = date.fromisoformat(clean["until"])
    with transaction.atomic():
        organ = _held(actor, organ_id)
        row = _needed(organ)
        if day < row.since:
            raise Invalid({"until": f"不能早于确认之日 {row.since.isoformat()}"})
        if day > timezone.localdate():
            raise Invalid({"until": "不能晚于今天；请在注销后登记"})
        before = snapshot(row)
        _end(row, day, StandingEnd.CANCELLED, clean["reason"], clean["paper"])
        _record(actor, "注销主体资格", organ, before, row, clean["reason"])
    return row


def drop_standing(actor: Actor, organ: Organ, *, on: date, reason: str, paper: str = "") -> None:
    """The standing ends with the organ; within the transaction that ends it. Nothing where there is none."""
    if (row := _open(organ)) is not None:
        before = snapshot(row)
        _end(row, max(on, row.since), StandingEnd.CANCELLED, reason, paper)
        _record(actor, "注销主体资格", organ, before, row, reason)


def _held(actor: Actor, organ_id: int) -> Organ:
    organ = Organ.objects.select_for_update().get(pk=organ_id)
    require_in(actor, MANAGE, organ.pk)
    return organ


def _open(organ: Organ) -> Standing | None:
    return Standing.objects.select_for_update().filter(organ=organ, until__isnull=True).first()


def _needed(organ: Organ) -> Standing:
    if (row := _open(organ)) is None:
        raise Invalid({"": f"{organ.name}现在没有经确认的主体资格，请先登记确认"})
    return row


def _confirmed(actor: Actor, organ: Organ, clean: Mapping[str, Any]) -> Standing:
    day = date.fromisoformat(clean["since"])
    if day > timezone.localdate():
        raise Invalid({"since": "不能晚于今天；请在确认后登记"})
    if day < organ.starts_on:
        raise Invalid({"since": f"不能早于机关成立之日 {organ.starts_on.isoformat()}"})
    if organ.ends_on is not None and day >= organ.ends_on:
        raise Invalid({"since": f"机关已于 {organ.ends_on.isoformat()} 撤销"})
    last = Standing.objects.filter(organ=organ, until__isnull=False).order_by("-until").first()
    if last is not None and last.until is not None and day < last.until:
        raise Invalid({"since": f"上一次主体资格到 {last.until.isoformat()} 才终止"})
    with one_only("since", "这一天刚刚登记过确认"):
        return Standing.objects.create(**{**clean, "since": day}, organ=organ, name=organ.name, by_name=actor.name)


def _end(row: Standing, day: date, how: StandingEnd, reason: str, paper: str) -> None:
    row.until, row.ended_as, row.end_reason, row.end_paper = day, how, reason, paper[:80]
    row.save(update_fields=["until", "ended_as", "end_reason", "end_paper"])


def _record(actor: Actor, action: str, organ: Organ, before: Mapping[str, Any], row: Standing, reason: str) -> None:
    """Written down on the organ, where its history is shown."""
    record(actor, action, organ, what="organ", label=organ.name, organ_id=organ.pk, before=before, after=snapshot(row), reason=reason)
