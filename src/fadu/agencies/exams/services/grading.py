"""Marking answers in words: who marks, what they give, what is looked at again. Each mark, appeal and ruling is a leaf of the public log."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require, require_in
from fadu.agencies.exams import forms, grading, moment
from fadu.agencies.exams.deeds import deed_of
from fadu.agencies.exams.kinds import Closing, ExamState, Part
from fadu.agencies.exams.models import Appeal, Exam, Mark, Marker, Ruling, Script, Sitting
from fadu.agencies.exams.results import commit_deed
from fadu.agencies.exams.selectors.grading import eligible_markers
from fadu.agencies.exams.services.closing import close_locked
from fadu.agencies.exams.services.distributing import distribute, give
from fadu.agencies.exams.services.questions import MANAGE, said
from fadu.agencies.services.changes import record
from fadu.law.forms import Invalid, validate

MARK, SIT = "exam.mark", "exam.sit"
LEAST = 2
"""Markers that an exam with answers in words needs."""


def name_markers(actor: Actor, exam_id: int, data: Mapping[str, Any]) -> int:
    """Name who marks and who decides, besides those named before; what waits is given out at once. How many papers were given out."""
    require(actor, MANAGE)
    with transaction.atomic():
        exam = Exam.objects.select_for_update(of=("self",)).get(pk=exam_id)
        require_in(actor, MANAGE, exam.organ_id)
        if not exam.by_people or exam.state == ExamState.CANCELLED:
            raise Invalid({"": "这场考试没有需要人工评阅的题目"})
        clean = validate(forms.marker_fields((person.pk, person.name) for person in eligible_markers(actor)), data)
        markers, arbiters = ({int(key) for key in clean.get(name) or ()} for name in ("markers", "arbiters"))
        if both := markers & arbiters:
            raise Invalid({"arbiters": f"有 {len(both)} 人同时选为评卷人和仲裁评卷人；仲裁评卷人不能是评卷人"})
        there = dict(Marker.objects.filter(exam=exam).values_list("officer_id", "arbiter"))
        if any(there.get(pk, False) for pk in markers) or any(not there.get(pk, True) for pk in arbiters):
            raise Invalid({"": "已经确定的评卷人不能改作仲裁评卷人，反之也不能"})
        now = moment.now()
        fresh = [Marker(exam=exam, officer_id=pk, arbiter=pk in arbiters, named_at=now) for pk in sorted(markers | arbiters) if pk not in there]
        if len(markers | {pk for pk, arbiter in there.items() if not arbiter}) < LEAST:
            raise Invalid({"markers": f"至少要有 {LEAST} 名评卷人"})
        Marker.objects.bulk_create(fresh)
        record(
            actor,
            "确定评卷人",
            exam,
            what="exam",
            label=exam.title,
            organ_id=exam.organ_id,
            before={"markers": len(there)},
            after={"markers": len(there) + len(fresh)},
        )
        waiting = Sitting.objects.select_for_update(of=("self",)).select_related("exam").filter(exam=exam, handed_at__isnull=False, closed_at__isnull=True)
        return sum(distribute(sitting, now) + _arbitrate(sitting) for sitting in waiting.order_by("pk"))


def mark_script(actor: Actor, script_id: int, given: Mapping[int, tuple[int, str]]) -> Script:
    """Mark all questions of a paper that is in one's hands, once: question → (mark, comment).

    Raises Script.DoesNotExist for one that is not; Invalid by question ("mark_3"), writing nothing.
    """
    require(actor, MARK)
    with transaction.atomic():
        sitting = (
            Sitting.objects.select_for_update(of=("self",))
            .select_related("exam")
            .get(pk=Script.objects.values_list("sitting_id", flat=True).get(pk=script_id, officer_id=actor.officer_id or 0, released_at__isnull=True))
        )
        script = Script.objects.get(pk=script_id)
        rows = wanted(script, grading.standing(sitting))
        if sitting.closed_at is not None or script.marks.exists():
            raise Invalid({"": "这份答卷已经评过，评分不能再改"})
        errors = {f"mark_{row.place}": fault for row in rows if (fault := _fault(given.get(row.place), row.worth))}
        if errors:
            raise Invalid(errors)
        now = moment.now()
        for row in rows:
            mark, comment = given[row.place]
            commit_deed(deed_of(Mark.objects.create(script=script, place=row.place, mark=mark, comment=comment[:300], at=now)))
        _arbitrate(sitting)
        if grading.ripe(sitting, now):
            close_locked(sitting, now, Closing(sitting.handing))
    return script


def wanted(script: Script, found: grading.Standing) -> list[grading.Given]:
    """The questions of a paper that one marks: all, or for the third only those on which the two differ."""
    if script.part != Part.ARBITER:
        return list(found.rows)
    return [row for row in found.rows if row.disputed or Part.ARBITER in row.marks]


def release(actor: Actor, script_id: int, *, reason: str) -> Script:
    """Take a paper that is not marked from its marker (回避、缺席), and give it to another."""
    require(actor, MANAGE)
    with transaction.atomic():
        script = Script.objects.select_for_update(of=("self",)).select_related("sitting__exam").get(pk=script_id, released_at__isnull=True)
        exam = script.sitting.exam
        require_in(actor, MANAGE, exam.organ_id)
        if script.marks.exists():
            raise Invalid({"": "这份答卷已经评过，不能收回"})
        script.released_at, script.released_reason = moment.now(), said(reason)
        script.save(update_fields=["released_at", "released_reason"])
        give(script.sitting, Part(script.part), moment.now())
        record(
            actor,
            "收回答卷",
            exam,
            what="exam",
            label=exam.title,
            organ_id=exam.organ_id,
            before={"script": script.pk},
            after={},
            reason=script.released_reason,
        )
    return script


def appeal(actor: Actor, sitting_id: int, place: int, data: Mapping[str, Any]) -> Appeal:
    """Ask for the marking of a question of one's own paper to be looked at again, within the days of review."""
    with transaction.atomic():
        sitting = _own(actor, sitting_id)
        found = grading.standing(sitting)
        row = next((row for row in found.rows if row.place == place), None)
        if row is None:
            raise Invalid({"": "这一题不是人工评阅的，或者没有作答"})
        if sitting.closed_at is not None or found.until is None or moment.now() >= found.until:
            raise Invalid({"": "不在复核期内：评完以后、成绩生效以前可以申请"})
        if row.appeal is not None:
            raise Invalid({"": "这一题已经申请过复核"})
        reason = validate((forms.APPEAL,), data)["reason"]
        asked = Appeal.objects.create(sitting=sitting, place=place, reason=reason, at=moment.now())
        commit_deed(deed_of(asked))
    return asked


def accept(actor: Actor, sitting_id: int) -> Sitting:
    """Say that one asks for nothing to be looked at again: the result takes effect at once."""
    with transaction.atomic():
        sitting = _own(actor, sitting_id)
        found = grading.standing(sitting)
        if sitting.closed_at is not None or found.until is None:
            raise Invalid({"": "还没有评完，或者成绩已经生效"})
        if found.open_appeals:
            raise Invalid({"": "复核申请还没有决定"})
        close_locked(sitting, moment.now(), Closing(sitting.handing))
    return sitting


def rule(actor: Actor, appeal_id: int, data: Mapping[str, Any]) -> Ruling:
    """Decide on an appeal, with why: by who holds the exam and marked nothing of the paper; once."""
    require(actor, MANAGE)
    with transaction.atomic():
        asked = Appeal.objects.select_related("sitting__exam").get(pk=appeal_id)
        sitting = Sitting.objects.select_for_update(of=("self",)).select_related("exam").get(pk=asked.sitting_id)
        require_in(actor, MANAGE, sitting.exam.organ_id)
        if (
            actor.officer_id is None
            or actor.officer_id == sitting.officer_id
            or Mark.objects.filter(script__sitting=sitting, script__officer_id=actor.officer_id).exists()
        ):
            raise NotAllowed("考生本人和评过这份答卷的人不能决定复核；请由其他管理考试的人员办理。")
        if Ruling.objects.filter(appeal=asked).exists():
            raise Invalid({"": "这项申请已经决定，不能再改"})
        clean = validate(forms.RULING, data)
        worth = sitting.paper[asked.place - 1]["marks"]
        if clean["mark"] > worth:
            raise Invalid({"mark": f"这一题满分 {worth} 分"})
        ruling = Ruling.objects.create(appeal=asked, officer_id=actor.officer_id, mark=clean["mark"], reason=clean["reason"], at=moment.now())
        commit_deed(deed_of(ruling))
        if grading.ripe(sitting, moment.now()):
            close_locked(sitting, moment.now(), Closing(sitting.handing))
    return ruling


def _arbitrate(sitting: Sitting) -> int:
    """Give a paper on which the two differ to the third."""
    return give(sitting, Part.ARBITER, moment.now()) if any(row.disputed for row in grading.standing(sitting).rows) else 0


def _fault(given: tuple[int, str] | None, worth: int) -> str:
    if given is None:
        return "请评分"
    return "" if 0 <= given[0] <= worth else f"评分为 0 至 {worth} 分"


def _own(actor: Actor, sitting_id: int) -> Sitting:
    require(actor, SIT)
    own = Sitting.objects.select_for_update(of=("self",)).select_related("exam")
    return own.get(pk=sitting_id, officer_id=actor.officer_id or 0, handed_at__isnull=False)
