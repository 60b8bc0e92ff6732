"""Appraisals and commendations. Nobody keeps a record of themselves."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require_in
from fadu.agencies.care import forms
from fadu.agencies.care.models import Appraisal, Commendation, OrganAppraisal
from fadu.agencies.models import Officer
from fadu.agencies.registers.choices import with_people
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, locked, not_later, serving, written
from fadu.law.forms import Invalid

MANAGE = "care.manage"


def not_oneself(actor: Actor, officer: Officer) -> None:
    """Raise NotAllowed where who keeps the record is whom it is about."""
    if actor.officer_id is not None and actor.officer_id == officer.pk:
        raise NotAllowed("不能登记、修改自己的考核、责任和保障记录，请由其他管理人员办理。")


def appraise(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Appraisal:
    """The outcome of a person's annual appraisal; one a year, after the year has ended."""
    require_in(actor, MANAGE, organ_id)
    values = entered(with_people(forms.APPRAISAL, organ_id), data)
    not_later(values, "decided_on")
    if values["decided_on"].year < values["year"]:
        raise Invalid({"decided_on": f"不能早于 {values['year']} 年度"})
    with transaction.atomic():
        values["officer"] = person = serving(organ_id, values["officer"], values["decided_on"])
        not_oneself(actor, person)
        taken = f"{person.name} {values['year']} 年度已经登记考核结果，请修改原来的记录"
        if Appraisal.objects.filter(officer=person, year=values["year"]).exists():
            raise Invalid({"year": taken})
        with one_only("year", taken):
            row = Appraisal.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="appraisal", organ_id=organ_id)
    return row


def edit_appraisal(actor: Actor, appraisal_id: int, data: Mapping[str, Any]) -> Appraisal:
    """The outcome was changed on review, with the paper that changed it."""
    values = entered(forms.APPRAISAL_EDIT, data)
    not_later(values, "decided_on")
    reason = values.pop("reason")
    with transaction.atomic():
        row = locked(actor, MANAGE, Appraisal, appraisal_id)
        not_oneself(actor, row.officer)
        if values["decided_on"].year < row.year:
            raise Invalid({"decided_on": f"不能早于 {row.year} 年度"})
        before = snapshot(row)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        written(actor, "修改", row, what="appraisal", organ_id=row.organ_id, before=before, reason=reason)
    return row


def appraise_organ(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> OrganAppraisal:
    """An appraisal of how an organ enforces."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.ORGAN_APPRAISAL, data)
    not_later(values, "held_on")
    with transaction.atomic():
        taken = "这一天的评议考核已经登记"
        if OrganAppraisal.objects.filter(organ_id=organ_id, held_on=values["held_on"]).exists():
            raise Invalid({"held_on": taken})
        with one_only("held_on", taken):
            row = OrganAppraisal.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="organ_appraisal", organ_id=organ_id)
    return row


def commend(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Commendation:
    """A commendation of a person, or of the organ as a whole."""
    require_in(actor, MANAGE, organ_id)
    values = entered(with_people(forms.COMMENDATION, organ_id), data)
    not_later(values, "given_on")
    with transaction.atomic():
        chosen = values.pop("officer")
        person = serving(organ_id, chosen, values["given_on"]) if chosen else None
        if person is not None:
            not_oneself(actor, person)
        taken = "这份决定的这项表彰已经登记"
        if Commendation.objects.filter(organ_id=organ_id, officer=person, paper=values["paper"]).exists():
            raise Invalid({"paper": taken})
        with one_only("paper", taken):
            row = Commendation.objects.create(organ_id=organ_id, officer=person, **values)
        written(actor, "登记", row, what="commendation", organ_id=organ_id)
    return row
