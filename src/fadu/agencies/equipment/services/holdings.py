"""Who holds what: issued, given back, handed on. One holder at a time, whoever else is at it in the same moment."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.agencies.equipment import forms
from fadu.agencies.equipment.kinds import ThingState
from fadu.agencies.equipment.models import Holding, Thing, ThingInterval
from fadu.agencies.equipment.services.things import MANAGE
from fadu.agencies.registers.choices import with_people
from fadu.agencies.services.keeping import entered, locked, not_later, serving, written
from fadu.law.forms import Invalid


def issue(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Holding:
    """Give a thing in use to a person of its organ; refused while somebody holds it."""
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        values = _asked(thing, data)
        if (held := _held(thing)) is not None:
            raise Invalid({"officer": f"{thing}现由{held.officer.name}持有，请先办理交还，或者办理转交"})
        return _issue(actor, thing, values)


def give_back(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Holding:
    """The holder gives the thing back."""
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        values = entered(forms.GIVE_BACK, data)
        not_later(values, "until")
        return _give_back(actor, thing, values["until"], values["reason"], "until")


def hand_on(actor: Actor, thing_id: int, data: Mapping[str, Any]) -> Holding:
    """The holder hands the thing to another of the same organ, on one day."""
    with transaction.atomic():
        thing = locked(actor, MANAGE, Thing, thing_id)
        values = _asked(thing, data)
        former = _give_back(actor, thing, values["since"], "转交", "since")
        if str(former.officer_id) == values["officer"]:
            raise Invalid({"officer": f"{thing}本来就由{former.officer.name}持有"})
        return _issue(actor, thing, values)


def _asked(thing: Thing, data: Mapping[str, Any]) -> dict[str, Any]:
    values = entered(with_people(forms.ISSUE, thing.organ_id), data)
    not_later(values, "since")
    return values


def _held(thing: Thing) -> Holding | None:
    return Holding.objects.filter(thing=thing, until__isnull=True).select_related("officer").first()


def _issue(actor: Actor, thing: Thing, values: Mapping[str, Any]) -> Holding:
    since: date = values["since"]
    state = ThingInterval.objects.get(thing=thing, until__isnull=True)
    if state.state != ThingState.IN_USE:
        raise Invalid({"": f"{thing}自 {state.since.isoformat()} 起{state.get_state_display()}，不能领用"})
    if since < state.since:
        raise Invalid({"since": f"这件装备自 {state.since.isoformat()} 起在用，领用日期不能早于该日"})
    last = Holding.objects.filter(thing=thing, until__gt=since).select_related("officer").order_by("-until").first()
    if last is not None:
        raise Invalid({"since": f"{last.officer.name}持有至 {last.until}，领用日期不能早于该日"})
    person = serving(thing.organ_id, values["officer"], since)
    holding = Holding.objects.create(thing=thing, organ_id=thing.organ_id, officer=person, since=since, reason=values["reason"])
    after = {"holder": person.name, "since": since.isoformat()}
    written(actor, "领用", thing, what="thing", organ_id=thing.organ_id, before={"holder": ""}, after=after, reason=values["reason"])
    return holding


def _give_back(actor: Actor, thing: Thing, on: date, reason: str, field: str) -> Holding:
    held = _held(thing)
    if held is None:
        raise Invalid({"": f"{thing}现在没有人持有"})
    if on < held.since:
        raise Invalid({field: f"{held.officer.name}自 {held.since.isoformat()} 起持有，不能早于该日"})
    held.until, held.ended = on, reason
    held.save(update_fields=["until", "ended"])
    written(actor, "交还", thing, what="thing", organ_id=thing.organ_id, before={"holder": held.officer.name}, after={"holder": ""}, reason=reason)
    return held
