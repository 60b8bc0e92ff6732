"""Things: registered, edited, moved, in one state after another; the holder gives back what is no longer in use."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.equipment import forms
from fadu.agencies.equipment.kinds import NEXT_STATE, ThingState
from fadu.agencies.equipment.models import BudgetLine, Calibration, Holding, Thing, ThingInterval
from fadu.agencies.equipment.selectors.forms import move_fields, state_fields, thing_fields
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, written
from fadu.law.forms import Invalid

MANAGE = "equipment.manage"
TAKEN = "这个资产编号已经登记"


def register_thing(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Thing:
    """A new thing of an organ, in use from the day it was bought."""
    require_in(actor, MANAGE, organ_id)
    values = _values(organ_id, data)
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        if Thing.objects.filter(number=values["number"]).exists():
            raise Invalid({"number": TAKEN})
        with one_only("number", TAKEN):
            thing = Thing.objects.create(organ=organ, **values)
        ThingInterval.objects.create(thing=thing, state=ThingState.IN_USE, since=thing.bought_on, reason="购置启用")
        written(actor, "登记", thing, what="thing", organ_id=organ_id)
    return thing


def edit_thing(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Thing:
    """Change what is known of a thing, with a reason."""
    entry = dict(data)
    reason = _reason(entry.pop("reason", ""))
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        before = snapshot(thing)
        values = _values(thing.organ_id, entry)
        if Thing.objects.exclude(pk=thing.pk).filter(number=values["number"]).exists():
            raise Invalid({"number": TAKEN})
        first = ThingInterval.objects.filter(thing=thing).order_by("since", "pk").first()
        assert first is not None  # made with the thing
        if values["bought_on"] > first.since:
            raise Invalid({"bought_on": f"不能晚于启用之日 {first.since.isoformat()}"})
        for name, value in values.items():
            setattr(thing, name, value)
        with one_only("number", TAKEN):
            thing.save()
        written(actor, "修改", thing, what="thing", organ_id=thing.organ_id, before=before, reason=reason)
    return thing


def change_state(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> ThingInterval:
    """Send to repair, scrap, lose, find again: the open state ends on a day and another begins; who holds it holds it no more."""
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        now = ThingInterval.objects.get(thing=thing, until__isnull=True)
        if not NEXT_STATE[ThingState(now.state)]:
            raise Invalid({"state": f"{thing}已经报废，不能再变更"})
        values = entered(state_fields(now.state), data)
        not_later(values, "since")
        since: date = values["since"]
        if since < now.since:
            raise Invalid({"since": f"不能早于现在状态的起始日期 {now.since.isoformat()}"})
        if values["state"] != ThingState.IN_USE:
            _end_holding(actor, thing, since, f"装备{ThingState(values['state']).label}")
        now.until = since
        now.save(update_fields=["until"])
        fresh = ThingInterval.objects.create(thing=thing, **values)
        before, after = ({"state": item.get_state_display(), "since": item.since.isoformat()} for item in (now, fresh))
        written(actor, fresh.get_state_display(), thing, what="thing", organ_id=thing.organ_id, before=before, after=after, reason=values["reason"])
    return fresh


def move_thing(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Thing:
    """Hand a thing that nobody holds to another organ within reach (调拨)."""
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        values = entered(move_fields(thing.organ_id), data)
        target = int(values["organ"])
        require_in(actor, MANAGE, target)
        if (held := Holding.objects.filter(thing=thing, until__isnull=True).select_related("officer").first()) is not None:
            raise Invalid({"organ": f"现由{held.officer.name}持有，请先办理交还"})
        before = snapshot(thing)
        thing.organ_id, thing.line = target, None
        thing.save(update_fields=["organ", "line"])
        written(actor, "调拨", thing, what="thing", organ_id=target, before=before, reason=values["reason"])
    return thing


def note_use(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Thing:
    """The last day on which a thing was used."""
    values = entered(forms.USED, data)
    not_later(values, "used_on")
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        if values["used_on"] < thing.bought_on:
            raise Invalid({"used_on": f"不能早于购置日期 {thing.bought_on.isoformat()}"})
        before = snapshot(thing)
        thing.used_on = values["used_on"]
        thing.save(update_fields=["used_on"])
        written(actor, "登记使用", thing, what="thing", organ_id=thing.organ_id, before=before)
    return thing


def calibrate_thing(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Calibration:
    """A certificate of verification of a thing."""
    values = entered(forms.CALIBRATION, data)
    not_later(values, "since")
    in_order(values, "since", "until", "有效期不能早于检定日期")
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        certificate = Calibration.objects.create(thing=thing, **values)
        after = {"calibration": certificate.paper, "until": certificate.until.isoformat()}
        written(actor, "登记检定", thing, what="thing", organ_id=thing.organ_id, after=after)
    return certificate


def _end_holding(actor: Actor, thing: Thing, on: date, why: str) -> None:
    last = Holding.objects.filter(thing=thing, until__gt=on).select_related("officer").order_by("-until").first()
    if last is not None:
        raise Invalid({"since": f"{last.officer.name}持有至 {last.until}，状态变更不能早于该日"})
    held = Holding.objects.filter(thing=thing, until__isnull=True).select_related("officer").first()
    if held is None:
        return
    if on < held.since:
        raise Invalid({"since": f"{held.officer.name}自 {held.since.isoformat()} 起持有，状态变更不能早于该日"})
    held.until, held.ended = on, why
    held.save(update_fields=["until", "ended"])
    written(actor, "交还", thing, what="thing", organ_id=thing.organ_id, before={"holder": held.officer.name}, after={"holder": ""}, reason=why)


def _values(organ_id: int, data: Mapping[str, Any]) -> dict[str, Any]:
    values = entered(thing_fields(organ_id), data)
    not_later(values, "bought_on")
    line = values.pop("line")
    values["line"] = BudgetLine.objects.get(pk=int(line)) if line else None
    return values


def _reason(given: Any) -> str:
    text = str(given).strip()
    if not text:
        raise Invalid({"reason": "请填写事由"})
    return text[:200]
