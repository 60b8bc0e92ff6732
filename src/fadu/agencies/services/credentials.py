"""Credentials: issued once, then in one state after another."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in
from fadu.agencies import forms
from fadu.agencies.kinds import NEXT, ON_ESTABLISHMENT, Employment, State
from fadu.agencies.models import Credential, CredentialState, Officer
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.people import MANAGE, locked
from fadu.law.forms import Invalid, validate


def issue_credential(actor: Actor, officer_id: int, data: Mapping[str, Any]) -> Credential:
    """A credential for a person on the establishment; auxiliary and temporary staff can't have one (HB-040-3)."""
    clean = cleaned(data)
    with transaction.atomic():
        person = locked(actor, officer_id)
        card = issuing(person, clean, taken=Credential.objects.filter(number=clean["number"]).exists())
        with one_only("number", "这个证号刚刚被别人登记"):
            card.save()
        first_state(card).save()
        _record(actor, "颁发证件", card, person.organ_id, {}, snapshot(card), "")
    return card


def cleaned(data: Mapping[str, Any]) -> dict[str, Any]:
    """A credential as entered, with dates as dates; raises Invalid."""
    clean = validate(forms.CREDENTIAL, data)
    clean |= {name: date.fromisoformat(clean[name]) for name in ("valid_from", "valid_to")}
    if clean["valid_to"] < clean["valid_from"]:
        raise Invalid({"valid_to": "有效期止日不能早于起日"})
    return clean


def issuing(person: Officer, clean: Mapping[str, Any], *, taken: bool) -> Credential:
    """The credential for a person, checked and not yet saved; `taken`: its number is registered already."""
    if person.employment not in ON_ESTABLISHMENT:
        raise Invalid({"": f"{person.name}是{Employment(person.employment).label}，不能发给行政执法证件"})
    if taken:
        raise Invalid({"number": "这个证号已经登记"})
    return Credential(officer=person, **clean)


def first_state(card: Credential) -> CredentialState:
    """The state a credential begins in, not yet saved."""
    begins = timezone.make_aware(datetime.combine(card.valid_from, time.min))
    return CredentialState(credential=card, state=State.VALID, starts_at=begins, reason="颁发证件")


def change_state(actor: Actor, credential_id: int, data: Mapping[str, Any]) -> CredentialState:
    """Suspend, restore, take back, revoke, cancel: the state that is open ends at a moment and another begins.

    What was done before that moment stays lawful; what is done after it is judged by the new state.
    """
    require(actor, MANAGE)
    with transaction.atomic():
        card = Credential.objects.select_for_update(of=("self",)).select_related("officer__organ").get(pk=credential_id)
        require_in(actor, MANAGE, card.officer.organ_id)
        now = CredentialState.objects.get(credential=card, ends_at__isnull=True)
        if not NEXT[State(now.state)]:
            raise Invalid({"state": f"执法证已经{State(now.state).label}，不能再变更；重新上岗的请另发新证"})
        clean = validate(forms.state_fields(now.state), data)
        at = timezone.make_aware(datetime.fromisoformat(clean["starts_at"]))
        if at <= now.starts_at:
            raise Invalid({"starts_at": f"应晚于现在状态的起始时间 {timezone.localtime(now.starts_at):%Y-%m-%d %H:%M}"})
        if at > timezone.now():
            raise Invalid({"starts_at": "不能晚于现在；请在实际变更时登记"})
        now.ends_at = at
        now.save(update_fields=["ends_at"])
        fresh = CredentialState.objects.create(credential=card, state=clean["state"], starts_at=at, reason=clean["reason"], paper=clean.get("paper", ""))
        before, after = ({"state": item.get_state_display(), "starts_at": item.starts_at.isoformat()} for item in (now, fresh))
        _record(actor, State(fresh.state).label, card, card.officer.organ_id, before, after, clean["reason"])
    return fresh


def _record(actor: Actor, action: str, card: Credential, organ_id: int, before: Mapping[str, Any], after: Mapping[str, Any], reason: str) -> None:
    record(actor, action, card, what="credential", label=f"执法证 {card.number}", organ_id=organ_id, before=before, after=after, reason=reason)
