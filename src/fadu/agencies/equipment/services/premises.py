"""Premises, their rooms, and what is noted of them."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.equipment import forms
from fadu.agencies.equipment.kinds import Log
from fadu.agencies.equipment.models import Premises, PremisesLog, Room
from fadu.agencies.equipment.selectors.forms import log_fields, room_fields
from fadu.agencies.equipment.services.things import MANAGE
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, written
from fadu.law.forms import Invalid

OF_A_ROOM = frozenset({Log.VIDEO, Log.USED})
"""What is noted of a room rather than of the whole."""


def add_premises(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Premises:
    """Premises of an organ, as measured."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.PREMISES, data)
    not_later(values, "measured_on", "since")
    with transaction.atomic():
        row = Premises.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="premises", organ_id=organ_id)
    return row


def edit_premises(actor: Actor, premises_id: int, data: Mapping[str, Any]) -> Premises:
    """Measured anew, renamed."""
    values = entered(forms.PREMISES_EDIT, data)
    not_later(values, "measured_on")
    reason = values.pop("reason")
    with transaction.atomic():
        row = _standing(actor, premises_id)
        before = snapshot(row)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        written(actor, "修改", row, what="premises", organ_id=row.organ_id, before=before, reason=reason)
    return row


def close_premises(actor: Actor, premises_id: int, data: Mapping[str, Any]) -> Premises:
    """The last day on which they are used."""
    values = entered(forms.ENDING, data)
    not_later(values, "until")
    with transaction.atomic():
        row = _standing(actor, premises_id)
        in_order({"since": row.since, **values}, "since", "until", f"不能早于启用日期 {row.since.isoformat()}")
        before = snapshot(row)
        row.until = values["until"]
        row.save(update_fields=["until"])
        written(actor, "停用", row, what="premises", organ_id=row.organ_id, before=before, reason=values["reason"])
    return row


def add_room(actor: Actor, premises_id: int, data: Mapping[str, Any]) -> Room:
    """A room and what it serves for; all rooms together are no larger than the premises."""
    values = entered(forms.ROOM, data)
    not_later(values, "since")
    with transaction.atomic():
        premises = _standing(actor, premises_id)
        taken = sum(Room.objects.filter(premises=premises, until__isnull=True).values_list("area", flat=True))
        if taken + values["area"] > premises.area:
            raise Invalid({"area": f"各房间共 {taken + values['area']} 平方米，超过场所的 {premises.area} 平方米，请核对"})
        row = Room.objects.create(premises=premises, **values)
        written(actor, "登记房间", premises, what="premises", organ_id=premises.organ_id, after={"room": row.name, "serves": row.serves, "filmed": row.filmed})
    return row


def close_room(actor: Actor, premises_id: int, data: Mapping[str, Any]) -> Room:
    """The last day on which a room is used."""
    with transaction.atomic():
        premises = _standing(actor, premises_id)
        values = entered(room_fields(premises.pk), data)
        not_later(values, "until")
        room = Room.objects.select_for_update().get(pk=int(values["room"]), premises=premises, until__isnull=True)
        in_order({"since": room.since, **values}, "since", "until", f"不能早于启用日期 {room.since.isoformat()}")
        room.until = values["until"]
        room.save(update_fields=["until"])
        written(
            actor, "停用房间", premises, what="premises", organ_id=premises.organ_id, before={"room": room.name}, after={"room": ""}, reason=values["reason"]
        )
    return room


def note(actor: Actor, premises_id: int, data: Mapping[str, Any]) -> PremisesLog:
    """What was found on a day: online, used, in order."""
    with transaction.atomic():
        premises = locked(actor, MANAGE, Premises, premises_id)
        values = entered(log_fields(premises.pk), data)
        not_later(values, "on")
        chosen = values.pop("room")
        if (values["what"] in OF_A_ROOM) != bool(chosen):
            raise Invalid({"room": "请选择房间" if not chosen else "这一事项不分房间，请不要选"})
        room = Room.objects.get(pk=int(chosen), premises=premises) if chosen else None
        said = "这一天的这一事项已经登记"
        if PremisesLog.objects.filter(premises=premises, room=room, what=values["what"], on=values["on"]).exists():
            raise Invalid({"on": said})
        with one_only("on", said):
            return PremisesLog.objects.create(premises=premises, room=room, **values)


def _standing(actor: Actor, premises_id: int) -> Premises:
    row = locked(actor, MANAGE, Premises, premises_id)
    if row.until is not None:
        raise Invalid({"": f"{row.name}已于 {row.until.isoformat()} 停用，不能再变更"})
    return row
