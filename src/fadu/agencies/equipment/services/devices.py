"""Monitoring devices: registered, reviewed, verified, published, moved, stopped (行政处罚法第四十一条)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.equipment import forms
from fadu.agencies.equipment.kinds import ReviewKind
from fadu.agencies.equipment.models import Calibration, Device, Review, Siting
from fadu.agencies.equipment.services.things import MANAGE
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, written
from fadu.law.forms import Invalid

TAKEN = "这个设备编号已经登记"


def register_device(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Device:
    """A device at a place. Its records can be used once reviews, certificate and publication are there."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.DEVICE, data)
    place = values.pop("place")
    not_later(values, "since", "cleared_on")
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        if Device.objects.filter(number=values["number"]).exists():
            raise Invalid({"number": TAKEN})
        with one_only("number", TAKEN):
            device = Device.objects.create(organ=organ, **values)
        Siting.objects.create(device=device, place=place, since=device.since)
        written(actor, "登记", device, what="device", organ_id=organ_id, after={**snapshot(device), "place": place})
    return device


def edit_device(actor: Actor, device_id: int, data: Mapping[str, Any]) -> Device:
    """Change what is known of a device, with a reason; its number and place go other ways."""
    values = entered(forms.DEVICE_EDIT, data)
    not_later(values, "cleared_on")
    reason = values.pop("reason")
    with transaction.atomic():
        device = _standing(actor, device_id)
        before = snapshot(device)
        for name, value in values.items():
            setattr(device, name, value)
        device.save()
        written(actor, "修改", device, what="device", organ_id=device.organ_id, before=before, reason=reason)
    return device


def review_device(actor: Actor, device_id: int, data: Mapping[str, Any]) -> Review:
    """A legal or technical review; it holds from its day until the next of its kind."""
    values = entered(forms.REVIEW, data)
    not_later(values, "on")
    values["placed"] = values["placed"] if values["kind"] == ReviewKind.TECHNICAL else None
    with transaction.atomic():
        device = _standing(actor, device_id)
        if Review.objects.filter(device=device, kind=values["kind"], on=values["on"]).exists():
            raise Invalid({"on": "这一天已经登记过这种审核"})
        row = Review.objects.create(device=device, **values)
        after = {"kind": row.get_kind_display(), "on": row.on.isoformat(), "passed": row.passed, "placed": row.placed, "paper": row.paper}
        written(actor, "登记审核", device, what="device", organ_id=device.organ_id, after=after)
    return row


def calibrate_device(actor: Actor, device_id: int, data: Mapping[str, Any]) -> Calibration:
    """A certificate of verification, good on its first and its last day."""
    values = entered(forms.CALIBRATION, data)
    not_later(values, "since")
    in_order(values, "since", "until", "有效期不能早于检定日期")
    with transaction.atomic():
        device = _standing(actor, device_id)
        row = Calibration.objects.create(device=device, **values)
        after = {"calibration": row.paper, "since": row.since.isoformat(), "until": row.until.isoformat()}
        written(actor, "登记检定", device, what="device", organ_id=device.organ_id, after=after)
    return row


def publish_device(actor: Actor, device_id: int, data: Mapping[str, Any]) -> Siting:
    """The place where it stands now was made public."""
    values = entered(forms.PUBLICATION, data)
    not_later(values, "published_on")
    with transaction.atomic():
        device = _standing(actor, device_id)
        siting = Siting.objects.get(device=device, until__isnull=True)
        if siting.published_on is not None:
            raise Invalid({"published_on": f"现在的地点已于 {siting.published_on.isoformat()} 公布"})
        siting.published_on, siting.published_at = values["published_on"], values["published_at"]
        siting.save(update_fields=["published_on", "published_at"])
        after = {"place": siting.place, "published_on": siting.published_on.isoformat(), "published_at": siting.published_at}
        written(actor, "公布地点", device, what="device", organ_id=device.organ_id, after=after)
    return siting


def move_device(actor: Actor, device_id: int, data: Mapping[str, Any]) -> Siting:
    """It stands elsewhere from a day on; the new place is to be published anew."""
    values = entered(forms.SITING, data)
    not_later(values, "since")
    with transaction.atomic():
        device = _standing(actor, device_id)
        before = Siting.objects.get(device=device, until__isnull=True)
        if values["since"] < before.since:
            raise Invalid({"since": f"不能早于在原地点的起始日期 {before.since.isoformat()}"})
        before.until = values["since"]
        before.save(update_fields=["until"])
        siting = Siting.objects.create(device=device, place=values["place"], since=values["since"])
        written(
            actor,
            "移位",
            device,
            what="device",
            organ_id=device.organ_id,
            before={"place": before.place},
            after={"place": siting.place},
            reason=values["reason"],
        )
    return siting


def stop_device(actor: Actor, device_id: int, data: Mapping[str, Any]) -> Device:
    """The last day on which it is used."""
    values = entered(forms.ENDING, data)
    not_later(values, "until")
    with transaction.atomic():
        device = _standing(actor, device_id)
        in_order({"since": device.since, **values}, "since", "until", f"不能早于启用日期 {device.since.isoformat()}")
        before = snapshot(device)
        device.until = values["until"]
        device.save(update_fields=["until"])
        written(actor, "停用", device, what="device", organ_id=device.organ_id, before=before, reason=values["reason"])
    return device


def _standing(actor: Actor, device_id: int) -> Device:
    device = locked(actor, MANAGE, Device, device_id)
    if device.until is not None:
        raise Invalid({"": f"{device}已于 {device.until.isoformat()} 停用，不能再变更"})
    return device
