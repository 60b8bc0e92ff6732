"""Courses: added, edited, no longer held."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.people import said
from fadu.agencies.training import forms
from fadu.agencies.training.kinds import CourseKind, Mode
from fadu.agencies.training.models import Attendance, Course
from fadu.agencies.training.services.plans import MANAGE
from fadu.law.forms import Invalid, validate

SETTLED = ("kind", "hours", "mode")
"""What hours were reckoned by."""


def add_course(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Course:
    """A course that an organ holds."""
    require_in(actor, MANAGE, organ_id)
    clean = _clean(data)
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        course = Course.objects.create(organ=organ, **clean)
        _record(actor, "新增", course, {}, "")
    return course


def edit_course(actor: Actor, course_id: int, data: Mapping[str, Any], *, reason: str) -> Course:
    """Change a course; once attended, its kind, hours and mode stay: hours were reckoned by them."""
    clean = _clean(data)
    with transaction.atomic():
        course = _locked(actor, course_id)
        before = snapshot(course)
        changed = [name for name in SETTLED if getattr(course, name) != clean[name]]
        if changed and Attendance.objects.filter(session__course=course, struck_at__isnull=True).exists():
            raise Invalid(dict.fromkeys(changed, "已经有人按这门课程计了学时，不能再改；请另建课程"))
        for name, value in clean.items():
            setattr(course, name, value)
        course.save()
        _record(actor, "修改", course, before, said(reason))
    return course


def end_course(actor: Actor, course_id: int, *, reason: str) -> Course:
    """A course is held no more; what was held stays as it is."""
    with transaction.atomic():
        course = _locked(actor, course_id)
        if course.ends_on is not None:
            raise Invalid({"": f"课程已于 {course.ends_on.isoformat()} 停开"})
        before = snapshot(course)
        course.ends_on = timezone.localdate()
        course.save(update_fields=["ends_on"])
        _record(actor, "停开", course, before, said(reason))
    return course


def _locked(actor: Actor, course_id: int) -> Course:
    course = Course.objects.select_for_update(of=("self",)).select_related("organ").get(pk=course_id)
    require_in(actor, MANAGE, course.organ_id)
    return course


def _clean(data: Mapping[str, Any]) -> dict[str, Any]:
    clean = validate(forms.COURSE, data)
    if clean["hours"] > 200:
        raise Invalid({"hours": "一门课程不超过 200 学时"})
    if clean["kind"] == CourseKind.SKILL and clean["mode"] == Mode.ONLINE:
        raise Invalid({"mode": "实操技能训练应当线下组织，线上课程不计入实操学时（聊城市实施方案三(一)2）"})
    return {"topics": [], "material": "", **clean}


def _record(actor: Actor, action: str, course: Course, before: Mapping[str, Any], reason: str) -> None:
    record(actor, action, course, what="training.course", label=course.title, organ_id=course.organ_id, before=before, after=snapshot(course), reason=reason)
