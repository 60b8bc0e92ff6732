"""Lessons off duty: the record and the credential's state change in one transaction, both ways."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in
from fadu.agencies.kinds import State
from fadu.agencies.models import CredentialState, Officer
from fadu.agencies.services import change_state
from fadu.agencies.services.changes import record
from fadu.agencies.services.collisions import one_only
from fadu.agencies.training import forms, numbers
from fadu.agencies.training.kinds import Cause, Outcome
from fadu.agencies.training.models import OffDuty
from fadu.agencies.training.selectors.hours import off_duty_hours
from fadu.agencies.training.services.plans import MANAGE
from fadu.law.forms import Invalid, validate

CLAUSE = "聊城市实施方案三(一)3"


def take_off_duty(actor: Actor, officer_id: int, data: Mapping[str, Any]) -> OffDuty:
    """A person is taken off duty to be taught: their credential is suspended from the same moment on."""
    clean = validate(forms.OFF_DUTY, data)
    at = timezone.make_aware(datetime.fromisoformat(clean["starts_at"]))
    with transaction.atomic():
        officer = _locked_officer(actor, officer_id)
        if at > timezone.now():
            raise Invalid({"starts_at": "不能晚于现在；请在实际离岗时登记"})
        if officer.ends_on is not None and officer.ends_on <= timezone.localdate():
            raise Invalid({"": f"{officer.name}已于 {officer.ends_on.isoformat()} 离开本机关"})
        if clean["days"] > 366:
            raise Invalid({"days": "离岗教育天数过大"})
        if OffDuty.objects.filter(officer=officer, ends_at__isnull=True).exists():
            raise Invalid({"": f"{officer.name}正在离岗教育"})
        card = _open_card(officer)
        with one_only("", f"{officer.name}刚刚被登记离岗教育"):
            found = OffDuty.objects.create(
                officer=officer, credential=card.credential if card else None, cause=clean["cause"], facts=clean["facts"], paper=clean["paper"],
                days=clean["days"], starts_at=at,
            )  # fmt: skip
        if card is not None and card.state == State.VALID:
            reason = f"离岗教育：{Cause(found.cause).label}"
            change_state(actor, card.credential_id, {"state": State.SUSPENDED.value, "starts_at": clean["starts_at"], "reason": reason, "paper": found.paper})
        _record(actor, "离岗教育", found, {}, {"cause": found.cause, "starts_at": clean["starts_at"], "days": found.days, "paper": found.paper}, found.facts)
    return found


def end_off_duty(actor: Actor, off_duty_id: int, data: Mapping[str, Any]) -> OffDuty:
    """Lessons off duty end. Back on duty only who has the hours, asked for it and passed: then the credential is valid again.

    Who is moved or loses the qualification keeps a suspended credential, to be returned or revoked among credentials.
    """
    clean = validate(forms.RETURN, data)
    at = timezone.make_aware(datetime.fromisoformat(clean["ends_at"]))
    with transaction.atomic():
        found = OffDuty.objects.select_for_update(of=("self",)).select_related("officer__organ").get(pk=off_duty_id)
        _locked_officer(actor, found.officer_id)
        if found.ends_at is not None:
            raise Invalid({"": "这次离岗教育已经结束"})
        if not found.starts_at < at <= timezone.now():
            raise Invalid({"ends_at": "应晚于离岗教育开始的时间，且不能晚于现在"})
        found.outcome, found.ends_at, found.end_paper = clean["outcome"], at, clean["paper"]
        if found.outcome == Outcome.BACK:
            _back(found, clean, at)
        found.save()
        if found.outcome == Outcome.BACK and found.credential_id:
            _restore(actor, found.credential_id, clean)
        _record(actor, Outcome(found.outcome).label, found, {}, {"outcome": found.outcome, "ends_at": clean["ends_at"], "paper": found.end_paper}, "")
    return found


def _back(found: OffDuty, clean: Mapping[str, Any], at: datetime) -> None:
    """Whether the person may come back; fills in what shows it."""
    errors: dict[str, str] = {}
    last, day = timezone.localdate(at), timezone.localdate(found.starts_at)
    asked, sat = date.fromisoformat(clean["asked_on"]), date.fromisoformat(clean["exam_on"])
    needed = numbers.demanded("training.return.hours", last)
    done = off_duty_hours(found, until=at)
    if needed is not None and done < int(needed.value):
        errors["outcome"] = f"离岗教育只有 {done} 学时，不足 {int(needed.value)} 学时，不能重新上岗（{needed.clause}）；请先补足"
    elif at < found.starts_at + timedelta(days=found.days):
        errors["ends_at"] = f"决定的离岗教育为 {found.days} 天，至 {timezone.localtime(found.starts_at + timedelta(days=found.days)):%Y-%m-%d %H:%M} 期满"
    if not clean["exam_passed"]:
        errors["exam_passed"] = f"考核合格才能重新上岗（{CLAUSE}）；不合格的继续学习后再考"
    if not day <= asked <= last:
        errors["asked_on"] = "应在离岗教育期间"
    if not day <= sat <= last:
        errors["exam_on"] = "应在离岗教育期间"
    if errors:
        raise Invalid(errors)
    found.asked_on, found.exam_on, found.exam_passed, found.exam_ref = asked, sat, True, clean.get("exam_ref", "")


def _restore(actor: Actor, credential_id: int, clean: Mapping[str, Any]) -> None:
    state = CredentialState.objects.get(credential_id=credential_id, ends_at__isnull=True)
    if state.state != State.SUSPENDED:
        raise Invalid({"": f"执法证现在{State(state.state).label}，不能恢复；请先在执法证件中核对"})
    data = {"state": State.VALID.value, "starts_at": clean["ends_at"], "reason": "离岗教育考核合格，重新上岗", "paper": clean["paper"]}
    change_state(actor, credential_id, data)


def _locked_officer(actor: Actor, officer_id: int) -> Officer:
    require(actor, MANAGE)
    officer = Officer.objects.select_for_update(of=("self",)).select_related("organ").get(pk=officer_id)
    require_in(actor, MANAGE, officer.organ_id)
    return officer


def _open_card(officer: Officer) -> CredentialState | None:
    """The state of the credential that the person enforces with: a valid one before a suspended one (their names sort so)."""
    live = CredentialState.objects.filter(credential__officer=officer, ends_at__isnull=True, state__in=[State.VALID, State.SUSPENDED])
    return live.order_by("-state", "-starts_at").select_related("credential").first()


def _record(actor: Actor, action: str, found: OffDuty, before: Mapping[str, Any], after: Mapping[str, Any], reason: str) -> None:
    record(
        actor, action[:20], found, what="training.off_duty", label=found.officer.name, organ_id=found.officer.organ_id,
        before=before, after=after, reason=reason[:200],
    )  # fmt: skip
