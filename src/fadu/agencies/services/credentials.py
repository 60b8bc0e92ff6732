"""Credentials: issued once, then in one state after another."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in
from fadu.agencies import forms
from fadu.agencies.kinds import NEXT, ON_ESTABLISHMENT, Employment, Purpose, Source, Stage, State
from fadu.agencies.models import Application, ApplicationStep, Credential, CredentialState, Departure, Officer
from fadu.agencies.requirements import lacking
from fadu.agencies.selectors import state_of
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.people import MANAGE, locked
from fadu.agencies.services.states import begin, midnight, told, withdraw
from fadu.law.forms import Field, Invalid, validate


def issue_credential(actor: Actor, officer_id: int, data: Mapping[str, Any], *, application_id: int | None = None) -> Credential:
    """A credential for a person on the establishment; auxiliary and temporary staff can't have one (HB-040-3).

    Issued on an approved application, whose conditions must still hold; without one it is a card held since before the platform
    was used, registered with the reason. Raises Invalid by field.
    """
    clean = cleaned(data, forms.ISSUE if application_id else forms.CREDENTIAL)
    with transaction.atomic():
        person = locked(actor, officer_id)
        asked = _approved(person, application_id) if application_id else None
        card = issuing(person, clean, taken=Credential.objects.filter(number=clean["number"]).exists(), asked=asked)
        with one_only("number", "这个证号刚刚被别人登记"):
            card.save()
        first = first_state(card)
        if asked is not None:
            _issued(actor, asked, card, first.starts_at)
        first.save()
        departure = Departure.objects.filter(officer=person).first()
        if departure is not None:
            withdraw(actor, departure)
        told(actor, "颁发证件" if asked else "登记既有证件", card, {}, snapshot(card), card.reason)
    return card


def cleaned(data: Mapping[str, Any], fields: Sequence[Field] = forms.CREDENTIAL) -> dict[str, Any]:
    """A credential as entered, with dates as dates; raises Invalid."""
    clean = validate(fields, data)
    clean |= {name: date.fromisoformat(clean[name]) for name in ("valid_from", "valid_to")}
    if clean["valid_to"] < clean["valid_from"]:
        raise Invalid({"valid_to": "有效期止日不能早于起日"})
    return clean


def issuing(person: Officer, clean: Mapping[str, Any], *, taken: bool, asked: Application | None = None) -> Credential:
    """The credential for a person, checked and not yet saved; `taken`: its number is registered already."""
    if person.employment not in ON_ESTABLISHMENT:
        raise Invalid({"": f"{person.name}是{Employment(person.employment).label}，不能发给行政执法证件（河北省乡镇和街道综合行政执法条例第四十条第三款）"})
    if taken:
        raise Invalid({"number": "这个证号已经登记"})
    today = timezone.localdate()
    if asked is not None:
        if clean["valid_from"] < today:
            raise Invalid({"valid_from": "新发证件的有效期起日不能早于今天；发证以前所办的步骤不因发证而合法"})
        return Credential(officer=person, **clean, category=asked.category, source=Source.APPLICATION, application=asked)
    if clean["valid_from"] > today:
        raise Invalid({"valid_from": "既有证件的有效期起日不能晚于今天；新发证件请先办理申领"})
    if not clean.get("reason"):
        raise Invalid({"reason": "请填写登记事由：只登记启用平台前已经持有的证件，新发证件请办理申领"})
    return Credential(officer=person, **clean)


def first_state(card: Credential) -> CredentialState:
    """The state a credential begins in, not yet saved. One issued today is good from this moment: nobody enforced with it this morning."""
    begins = midnight(card.valid_from)
    if card.source == Source.APPLICATION:
        begins = max(begins, timezone.now())
    return CredentialState(credential=card, state=State.VALID, starts_at=begins, reason=Source(card.source).label)


def change_state(actor: Actor, credential_id: int, data: Mapping[str, Any]) -> CredentialState:
    """Suspend, restore, take back, revoke, cancel: the state that is open ends at a moment and another begins.

    What was done before that moment stays lawful; what is done after it is judged by the new state.
    """
    require(actor, MANAGE)
    with transaction.atomic():
        card = Credential.objects.select_for_update(of=("self",)).select_related("officer__organ").get(pk=credential_id)
        require_in(actor, MANAGE, card.officer.organ_id)
        now = state_of(card)
        if not NEXT[State(now.state)]:
            raise Invalid({"state": f"执法证已经{State(now.state).label}，不能再变更；重新上岗的请另发新证"})
        clean = validate(forms.state_fields(now.state), data)
        state, at = State(clean["state"]), timezone.make_aware(datetime.fromisoformat(clean["starts_at"]))
        if at > timezone.now():
            raise Invalid({"starts_at": "不能晚于现在；请在实际变更时登记"})
        if state == State.VALID and Application.objects.filter(replaces=card, stage=Stage.ISSUED).exists():
            raise Invalid({"state": "已经补发或者换发新证，原证不能恢复有效，请注销"})
        return begin(actor, card, state, at, reason=clean["reason"], paper=clean.get("paper", ""))


def _approved(person: Officer, application_id: int) -> Application:
    """The application, locked, if the credential may be issued on it today."""
    asked = Application.objects.select_for_update().filter(pk=application_id, officer=person).first()
    if asked is None:
        raise Invalid({"": "没有这个人的这项申请"})
    if asked.stage != Stage.APPROVED:
        raise Invalid({"": f"申请现在是“{asked.get_stage_display()}”，司法行政部门审核通过后才能制发证件（行政执法监督条例第十七条第二款）"})
    if wanting := lacking(asked, timezone.localdate()):
        raise Invalid({"": "；".join(f"{item.says}（{item.basis}）" for item in wanting)})
    return asked


def _issued(actor: Actor, asked: Application, card: Credential, begins: datetime) -> None:
    """Close the application, and let the card that is replaced go in."""
    asked.stage = Stage.ISSUED
    asked.save(update_fields=["stage"])
    ApplicationStep.objects.create(
        application=asked, stage=Stage.ISSUED, by_name=actor.name, by_officer_id=actor.officer_id, reason=f"颁发执法证 {card.number}"
    )
    if asked.replaces_id is None:
        return
    old = Credential.objects.select_for_update(of=("self",)).select_related("officer").get(pk=asked.replaces_id)
    now = state_of(old)
    state = State.RETURNED if asked.purpose == Purpose.RENEWAL else State.CANCELLED
    if state in NEXT[State(now.state)]:
        begin(actor, old, state, max(begins, now.starts_at + timedelta(minutes=1)), reason=f"{Purpose(asked.purpose).label}新证 {card.number}")
