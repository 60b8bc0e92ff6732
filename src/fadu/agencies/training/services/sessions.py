"""Sessions: called, cancelled."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.jurisdiction import standing
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record
from fadu.agencies.services.people import said
from fadu.agencies.training import forms, numbers
from fadu.agencies.training.kinds import PlanState
from fadu.agencies.training.models import Attendance, Course, PlanLine, Session
from fadu.agencies.training.services.plans import MANAGE
from fadu.law.fields import Field
from fadu.law.forms import Invalid, validate

LONGEST = timedelta(days=5)


def session_fields(actor: Actor, course: Course) -> tuple[Field, ...]:
    """The form of a session for who calls it: the organs that may be invited, the rows of the plan in force."""
    organs = [(str(organ.pk), organ.name) for organ in invitable(actor, course)]
    lines = [(str(line.pk), f"{line.plan.year} 年：{line.title}") for line in _lines_of(course)]
    offered = {"audience": tuple(organs), "line": tuple(lines)}
    return tuple(replace(field, choices=offered[field.name]) if field.name in offered else field for field in forms.SESSION)


def invitable(actor: Actor, course: Course) -> list[Organ]:
    """The organs whose people a course may be held for: those in reach, and those to which the organiser's powers were handed."""
    require_in(actor, MANAGE, course.organ_id)
    today = timezone.localdate()
    entrusted = {pair.body_id for pair in numbers.handed(today.replace(month=1, day=1), today) if pair.department_id == course.organ_id}
    found = standing().order_by("path")
    return [organ for organ in found if organ.pk in entrusted or organ.path.startswith(course.organ.path) or organ.pk in actor.organ_ids or not actor.user_id]


def call_session(actor: Actor, course_id: int, data: Mapping[str, Any]) -> Session:
    """A course is to be held, for the people of some organs."""
    with transaction.atomic():
        course = Course.objects.select_for_update(of=("self",)).select_related("organ").get(pk=course_id)
        clean = validate(session_fields(actor, course), data)
        starts, ends = (timezone.make_aware(datetime.fromisoformat(clean[name])) for name in ("starts_at", "ends_at"))
        errors = {}
        if course.ends_on is not None:
            errors[""] = f"课程已于 {course.ends_on.isoformat()} 停开"
        if not starts < ends <= starts + LONGEST:
            errors["ends_at"] = "应晚于开始，且一场不超过 5 天"
        if clean["grace"] > 24 * 60:
            errors["grace"] = "不能超过 1440 分钟"
        if errors:
            raise Invalid(errors)
        session = Session.objects.create(
            course=course, organ=course.organ, line_id=clean.get("line"), campaign=clean.get("campaign", ""), place=clean["place"], starts_at=starts,
            ends_at=ends, grace=clean["grace"], sign_out=clean["sign_out"], secret=secrets.token_bytes(32),
        )  # fmt: skip
        session.audience.set([int(pk) for pk in clean["audience"]])
        after = {"starts_at": clean["starts_at"], "ends_at": clean["ends_at"], "place": clean["place"], "audience": clean["audience"]}
        record_session(actor, "举办", session, {}, after, "")
    return session


def cancel_session(actor: Actor, session_id: int, *, reason: str) -> Session:
    """A session is not held after all; one that was attended was held."""
    with transaction.atomic():
        session = locked_session(session_id)
        require_in(actor, MANAGE, session.organ_id)
        if session.cancelled_at is not None:
            raise Invalid({"": "这一场已经取消"})
        if count := Attendance.objects.filter(session=session, struck_at__isnull=True).count():
            raise Invalid({"": f"已经有 {count} 人签到，不能取消；签到有误的请逐个注销"})
        session.cancelled_at, session.cancel_reason = timezone.now(), said(reason)
        session.save(update_fields=["cancelled_at", "cancel_reason"])
        record_session(actor, "取消", session, {}, {"cancelled_at": session.cancelled_at.isoformat()}, session.cancel_reason)
    return session


def locked_session(session_id: int) -> Session:
    """The session, held for this transaction."""
    return Session.objects.select_for_update(of=("self",)).select_related("course", "organ").get(pk=session_id)


def record_session(actor: Actor, action: str, session: Session, before: Mapping[str, Any], after: Mapping[str, Any], reason: str) -> None:
    """Write down what changed in a session or in who attended it."""
    record(actor, action, session, what="training.session", label=session.course.title, organ_id=session.organ_id, before=before, after=after, reason=reason)


def _lines_of(course: Course) -> list[PlanLine]:
    today = timezone.localdate()
    years = (today.year, today.year + 1)
    return list(PlanLine.objects.filter(plan__organ=course.organ, plan__year__in=years, plan__state=PlanState.FILED).select_related("plan"))
