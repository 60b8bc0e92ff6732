"""Insurance, counselling, people away from the team."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.care import forms
from fadu.agencies.care.models import Agreement, Away, Incident, Insurance, Offer
from fadu.agencies.care.services.appraisals import MANAGE, not_oneself
from fadu.agencies.models import Officer
from fadu.agencies.registers.choices import with_people
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, serving, written
from fadu.law.forms import Invalid


def insure(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Insurance:
    """A person's insurance, both days included."""
    require_in(actor, MANAGE, organ_id)
    values = entered(with_people(forms.INSURANCE, organ_id), data)
    in_order(values, "since", "until", "不能早于保险期起日")
    with transaction.atomic():
        values["officer"] = person = serving(organ_id, values["officer"], max(values["since"], _arrival(organ_id, values["officer"], values["since"])))
        not_oneself(actor, person)
        taken = "这份保单已经登记"
        if Insurance.objects.filter(officer=person, cover=values["cover"], policy=values["policy"], since=values["since"]).exists():
            raise Invalid({"policy": taken})
        with one_only("policy", taken):
            row = Insurance.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="insurance", organ_id=organ_id)
    return row


def end_insurance(actor: Actor, insurance_id: int, data: Mapping[str, Any]) -> Insurance:
    """An insurance that ends before its time."""
    values = entered(forms.INSURANCE_END, data)
    with transaction.atomic():
        row = locked(actor, MANAGE, Insurance, insurance_id)
        not_oneself(actor, row.officer)
        if not row.since <= values["until"] < row.until:
            raise Invalid({"until": f"应在保险期 {row.since} 至 {row.until} 之内，并早于原来的止日"})
        before = snapshot(row)
        row.until = values["until"]
        row.save(update_fields=["until"])
        written(actor, "提前终止", row, what="insurance", organ_id=row.organ_id, before=before, reason=values["reason"])
    return row


def agree(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Agreement:
    """An agreement on counselling for the organ and all below it."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.AGREEMENT, data)
    in_order(values, "since", "until", "不能早于服务期起日")
    with transaction.atomic():
        row = Agreement.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="agreement", organ_id=organ_id)
    return row


def note_incident(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Incident:
    """A grave event after which help is to be offered within 72 hours."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.INCIDENT, data)
    _past(values, "happened_at")
    with transaction.atomic():
        row = Incident.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="incident", organ_id=organ_id)
    return row


def offer_help(actor: Actor, incident_id: int, data: Mapping[str, Any]) -> Offer:
    """A person was offered help after the event: that, and whether they attended, is all that is kept."""
    with transaction.atomic():
        incident = locked(actor, MANAGE, Incident, incident_id)
        values = entered(with_people(forms.OFFER, incident.organ_id), data)
        _past(values, "offered_at")
        if values["offered_at"] < incident.happened_at:
            raise Invalid({"offered_at": "不能早于事件发生时间"})
        values["officer"] = person = serving(incident.organ_id, values["officer"], timezone.localdate(values["offered_at"]))
        taken = f"{person.name}在这一事件后的帮助已经登记"
        if Offer.objects.filter(incident=incident, officer=person).exists():
            raise Invalid({"officer": taken})
        with one_only("officer", taken):
            row = Offer.objects.create(organ_id=incident.organ_id, incident=incident, **values)
        written(actor, "登记帮助", incident, what="incident", organ_id=incident.organ_id, after={"officer": person.name, "attended": row.attended})
    return row


def send_away(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Away:
    """A person of the team is seconded or long away, from a day on."""
    require_in(actor, MANAGE, organ_id)
    values = entered(with_people(forms.AWAY, organ_id), data)
    not_later(values, "since")
    with transaction.atomic():
        values["officer"] = person = serving(organ_id, values["officer"], values["since"])
        taken = f"{person.name}在这一期间已经登记不在岗"
        if Away.objects.filter(Q(until__isnull=True) | Q(until__gt=values["since"]), officer=person).exists():
            raise Invalid({"officer": taken})
        with one_only("officer", taken):
            row = Away.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="away", organ_id=organ_id)
    return row


def come_back(actor: Actor, away_id: int, data: Mapping[str, Any]) -> Away:
    """The day on which the person is back."""
    values = entered(forms.BACK, data)
    not_later(values, "until")
    with transaction.atomic():
        row = locked(actor, MANAGE, Away, away_id)
        if row.until is not None:
            raise Invalid({"until": f"已于 {row.until.isoformat()} 回到岗位"})
        in_order({"since": row.since, **values}, "since", "until", f"不能早于 {row.since.isoformat()}")
        before = snapshot(row)
        row.until = values["until"]
        row.save(update_fields=["until"])
        written(actor, "回到岗位", row, what="away", organ_id=row.organ_id, before=before, reason=values["reason"])
    return row


def _arrival(organ_id: int, officer: str, since: date) -> date:
    """The first day on which the person both serves and is insured: a policy may begin before a person joined."""
    found = Officer.objects.filter(pk=int(officer), organ_id=organ_id).values_list("starts_on", flat=True).first()
    return found or since


def _past(values: Mapping[str, Any], name: str) -> None:
    if values[name] > timezone.now():
        raise Invalid({name: "不能晚于现在"})
