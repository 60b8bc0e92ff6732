"""Who attended: signed in by code, added by hand or from a signed list, struck out where it was wrong."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require, require_in
from fadu.agencies.models import Officer
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.people import said
from fadu.agencies.training import codes, forms
from fadu.agencies.training.kinds import Via
from fadu.agencies.training.models import Attendance, Session
from fadu.agencies.training.services.plans import MANAGE
from fadu.agencies.training.services.sessions import locked_session, record_session
from fadu.law.fields import Field
from fadu.law.forms import Invalid, validate

EARLY = timedelta(minutes=30)
"""Before the beginning, from when one may sign in; likewise after the end, until when one may sign out."""
LEAVING = timedelta(minutes=10)
"""Before the end, from when one may sign out."""
TWICE = "您已经签到，不用再签"
DEVICE = "这台设备已经为另一人签到；请用本人的手机签到，确实没有的由组织者核对后补登"


def sign_in(actor: Actor, session_id: int, data: Mapping[str, Any], *, device: str) -> Attendance:
    """A person signs in for themselves, once, in time, with the code that is shown, on a device nobody else signed in with."""
    officer_id = _own(actor)
    clean = validate(forms.CODE, data)
    with transaction.atomic():
        session = locked_session(session_id)
        officer = Officer.objects.select_for_update(of=("self",)).select_related("organ").get(pk=officer_id)
        now = timezone.now()
        _may_come(session, officer)
        if now < session.starts_at - EARLY:
            raise Invalid({"code": f"还没有到签到时间：{timezone.localtime(session.starts_at - EARLY):%m-%d %H:%M} 起可以签到"})
        closes = min(session.starts_at + timedelta(minutes=session.grace), session.ends_at)
        if now > closes:
            raise Invalid({"code": f"签到已于 {timezone.localtime(closes):%H:%M} 截止，现在是迟到；请向组织者说明，由其写明理由补登"})
        _check_code(session, clean["code"], now)
        _elsewhere(session, officer)
        if Attendance.objects.filter(session=session, officer=officer, struck_at__isnull=True).exists():
            raise Invalid({"code": TWICE})
        if Attendance.objects.filter(session=session, device=device, struck_at__isnull=True).exclude(device="").exists():
            raise Invalid({"code": DEVICE})
        with one_only("code", TWICE):
            found = Attendance.objects.create(session=session, officer=officer, via=Via.CODE, came_at=now, device=device[:32], by_name=actor.name)
        _record(actor, "签到", found, {}, {"came_at": now.isoformat(), "via": found.via}, "")
    return found


def sign_out(actor: Actor, session_id: int, data: Mapping[str, Any]) -> Attendance:
    """A person signs out at the end, with the code that is shown then."""
    officer_id = _own(actor)
    clean = validate(forms.CODE, data)
    with transaction.atomic():
        session = locked_session(session_id)
        found = Attendance.objects.select_for_update(of=("self",)).filter(session=session, officer_id=officer_id, struck_at__isnull=True).first()
        now = timezone.now()
        if not session.sign_out:
            raise Invalid({"code": "这一场不用签退"})
        if found is None:
            raise Invalid({"code": "您没有签到，不能签退"})
        if found.left_at is not None:
            raise Invalid({"code": "您已经签退，不用再签"})
        if not session.ends_at - LEAVING <= now <= session.ends_at + EARLY:
            opens, closes = (timezone.localtime(at) for at in (session.ends_at - LEAVING, session.ends_at + EARLY))
            raise Invalid({"code": f"签退时间是 {opens:%H:%M} 至 {closes:%H:%M}"})
        _check_code(session, clean["code"], now)
        found.left_at = now
        found.save(update_fields=["left_at"])
        _record(actor, "签退", found, {}, {"left_at": now.isoformat()}, "")
    return found


def hand_fields(session: Session) -> tuple[Field, ...]:
    """The form of adding somebody by hand: those invited who are not there yet."""
    there = Attendance.objects.filter(session=session, struck_at__isnull=True).values("officer")
    day = timezone.localdate(session.starts_at)
    people = Officer.objects.filter(_serving(day), organ__in=session.audience.all()).exclude(pk__in=there).select_related("organ").order_by("organ__path", "id")
    choices = tuple((str(person.pk), f"{person.name}（{person.organ.name}）") for person in people)
    return (replace(forms.HAND[0], choices=choices), *forms.HAND[1:])


def add_by_hand(actor: Actor, session_id: int, data: Mapping[str, Any]) -> Attendance:
    """The organiser writes down that somebody was there, with the reason why they did not sign in."""
    with transaction.atomic():
        session = locked_session(session_id)
        require_in(actor, MANAGE, session.organ_id)
        clean = validate(hand_fields(session), data)
        return _add(actor, session, int(clean["officer"]), Via.HAND, clean["reason"])


def add_from_paper(actor: Actor, session_id: int, officer_id: int, *, reason: str) -> Attendance:
    """Somebody stands on a paper list that was signed at the session; `reason` says which list."""
    with transaction.atomic():
        session = locked_session(session_id)
        require_in(actor, MANAGE, session.organ_id)
        return _add(actor, session, officer_id, Via.PAPER, said(reason))


def strike(actor: Actor, attendance_id: int, *, reason: str) -> Attendance:
    """An attendance that was none; its hours count no more."""
    with transaction.atomic():
        require(actor, MANAGE)
        found = Attendance.objects.select_for_update(of=("self",)).select_related("session__course", "officer").get(pk=attendance_id)
        require_in(actor, MANAGE, found.session.organ_id)
        if found.struck_at is not None:
            raise Invalid({"": "这次签到已经注销"})
        found.struck_at, found.struck_reason = timezone.now(), said(reason)
        found.save(update_fields=["struck_at", "struck_reason"])
        _record(actor, "注销签到", found, {"came_at": found.came_at.isoformat()}, {}, found.struck_reason)
    return found


def _add(actor: Actor, session: Session, officer_id: int, via: Via, reason: str) -> Attendance:
    officer = Officer.objects.select_for_update(of=("self",)).select_related("organ").get(pk=officer_id)
    _may_come(session, officer)
    if timezone.now() < session.starts_at:
        raise Invalid({"": "还没有开始，不能补登"})
    _elsewhere(session, officer)
    if Attendance.objects.filter(session=session, officer=officer, struck_at__isnull=True).exists():
        raise Invalid({"officer": f"{officer.name}已经签到"})
    left = session.ends_at if session.sign_out and timezone.now() >= session.ends_at else None
    with one_only("officer", f"{officer.name}刚刚签到"):
        found = Attendance.objects.create(session=session, officer=officer, via=via, came_at=session.starts_at, left_at=left, reason=reason, by_name=actor.name)
    _record(actor, "补登签到", found, {}, {"via": via.value}, reason)
    return found


def _own(actor: Actor) -> int:
    """The person who asks; nobody signs in for another."""
    require(actor, "training.see")
    if actor.officer_id is None:
        raise NotAllowed("您的账号没有对应的在册人员，不能签到。")
    return actor.officer_id


def _may_come(session: Session, officer: Officer) -> None:
    if session.cancelled_at is not None:
        raise Invalid({"": f"这一场已经取消：{session.cancel_reason}"})
    day = timezone.localdate(session.starts_at)
    if officer.starts_on > day or (officer.ends_on is not None and officer.ends_on <= day):
        raise Invalid({"": f"{officer.name}当日不在岗"})
    if not session.audience.filter(pk=officer.organ_id).exists():
        raise Invalid({"": f"这一场不是为{officer.organ.name}举办的；确需参加的请组织者把本机关列入参训机关"})


def _check_code(session: Session, typed: str, now: datetime) -> None:
    if not re.fullmatch(r"[0-9]{6}", typed):
        raise Invalid({"code": "签到码是 6 位数字"})
    if not codes.fits(session.secret, typed, now):
        raise Invalid({"code": "签到码不对或者已经换了；请看大屏幕上现在的数字"})


def _elsewhere(session: Session, officer: Officer) -> None:
    """Nobody is in two places at once."""
    same_time = Attendance.objects.filter(
        officer=officer, struck_at__isnull=True, session__starts_at__lt=session.ends_at, session__ends_at__gt=session.starts_at
    ).exclude(session=session)
    if other := same_time.select_related("session__course").first():
        raise Invalid({"": f"{officer.name}同一时间已经在“{other.session.course.title}”签到，不能同时参加两场"})


def _serving(day: Any) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


def _record(actor: Actor, action: str, found: Attendance, before: Mapping[str, Any], after: Mapping[str, Any], reason: str) -> None:
    person = {"officer": found.officer.name}
    record_session(actor, action, found.session, {**before, **(person if before else {})}, {**after, **(person if after else {})}, reason)
