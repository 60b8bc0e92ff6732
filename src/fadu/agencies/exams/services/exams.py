"""Exams: written, people invited, published, called off."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor, Role
from fadu.accounts.models import Post
from fadu.accounts.permissions import require, require_in, scope
from fadu.agencies.exams import forms, moment
from fadu.agencies.exams.drawing import commitment_of, shortage
from fadu.agencies.exams.kinds import Difficulty, ExamState, QuestionKind, subject_label
from fadu.agencies.exams.models import Exam, Invitation, QuestionVersion
from fadu.agencies.exams.services.questions import MANAGE, said
from fadu.agencies.kinds import ON_ESTABLISHMENT
from fadu.agencies.models import Officer, Organ
from fadu.agencies.services.changes import record
from fadu.law.forms import Invalid, validate

MOST_QUESTIONS, MOST_MINUTES, MOST_TRIES, MOST_REVIEW = 200, 600, 10, 30


def add_exam(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Exam:
    """An exam as a draft, of the organ that holds it."""
    require_in(actor, MANAGE, organ_id)
    clean = _clean(data)
    with transaction.atomic():
        exam = Exam.objects.create(organ=Organ.objects.get(pk=organ_id), **clean)
        _record(actor, "新增", exam, {}, terms_of(exam), "")
    return exam


def edit_exam(actor: Actor, exam_id: int, data: Mapping[str, Any], *, reason: str) -> Exam:
    """Change a draft; what was published keeps its terms."""
    clean = _clean(data)
    with transaction.atomic():
        exam = _locked(actor, exam_id)
        _draft(exam)
        before = terms_of(exam)
        for name, value in clean.items():
            setattr(exam, name, value)
        exam.save(update_fields=[*clean])
        _record(actor, "修改", exam, before, terms_of(exam), said(reason))
    return exam


def invite(actor: Actor, exam_id: int, data: Mapping[str, Any]) -> int:
    """Invite all who serve in some organs, or those on the establishment who enforce; how many were not invited before."""
    require(actor, MANAGE)
    with transaction.atomic():
        exam = _locked(actor, exam_id)
        if exam.state == ExamState.CANCELLED:
            raise Invalid({"": "考试已经取消"})
        if exam.closes_at <= moment.now():
            raise Invalid({"": "考试已经截止，不能再通知人员"})
        within = Organ.objects.filter(scope(actor, MANAGE, organ="pk"))
        clean = validate(forms.invitation_fields(within.values_list("pk", "name")), data)
        people = _serving([int(key) for key in clean["organs"]], clean["who"])
        there = set(Invitation.objects.filter(exam=exam).values_list("officer_id", flat=True))
        fresh = [Invitation(exam=exam, officer=person, organ_id=person.organ_id) for person in people if person.pk not in there]
        if not fresh:
            raise Invalid({"organs": "这些机关没有尚未通知的人员"})
        Invitation.objects.bulk_create(fresh)
        names = "、".join(person.officer.name for person in fresh[:20])
        _record(actor, "通知人员", exam, {"people": len(there)}, {"people": len(there) + len(fresh), "names": names}, "")
    return len(fresh)


def publish_exam(actor: Actor, exam_id: int) -> Exam:
    """Fix the terms, the questions a paper may draw from, and a secret of which only the hash is told.

    Raises Invalid where nobody is invited, the time is over, or the bank has too few questions for a line.
    """
    with transaction.atomic():
        exam = _locked(actor, exam_id)
        _draft(exam)
        if exam.closes_at <= moment.now():
            raise Invalid({"": "截止时间已经过去，请先修改考试时间"})
        if not Invitation.objects.filter(exam=exam).exists():
            raise Invalid({"": "还没有通知任何人员参加，请先选择应考人员"})
        pool = [eligible(exam.organ, line) for line in exam.blueprint]
        lacks = shortage(exam.blueprint, pool)
        if any(lacks):
            raise Invalid({"": "题库不够：" + "；".join(f"{said_line(line)}还缺 {lack} 题" for line, lack in zip(exam.blueprint, lacks, strict=True) if lack)})
        exam.pool, exam.secret = pool, token_hex(32)
        exam.commitment, exam.state, exam.published_at = commitment_of(exam.secret), ExamState.PUBLISHED, moment.now()
        exam.save(update_fields=["pool", "secret", "commitment", "state", "published_at"])
        _record(actor, "发布", exam, {"state": "草稿"}, {"state": "已发布", "commitment": exam.commitment}, "")
    return exam


def cancel_exam(actor: Actor, exam_id: int, *, reason: str) -> Exam:
    """Call off an exam that nobody has begun."""
    with transaction.atomic():
        exam = _locked(actor, exam_id)
        if exam.state == ExamState.CANCELLED:
            raise Invalid({"": "考试已经取消"})
        if exam.sittings.exists():
            raise Invalid({"": "已经有人开始答题，考试不能取消；成绩如有问题，请另行组织考试"})
        before, exam.state = exam.get_state_display(), ExamState.CANCELLED
        exam.save(update_fields=["state"])
        _record(actor, "取消", exam, {"state": before}, {"state": "已取消"}, said(reason))
    return exam


def eligible(organ: Organ, line: Mapping[str, Any]) -> list[int]:
    """Ids of the versions that a line may draw from: of the banks of the organ and of those above it."""
    above = [int(key) for key in organ.path.strip("/").split("/")]
    found = QuestionVersion.objects.filter(current=True, question__retired_at__isnull=True, question__organ_id__in=above)
    found = found.filter(kind=line["kind"], subject=line["subject"])
    if line["difficulty"]:
        found = found.filter(difficulty=line["difficulty"])
    return list(found.order_by("pk").values_list("pk", flat=True))


def said_line(line: Mapping[str, Any]) -> str:
    """A line of the blueprint in words."""
    hard = f"·难度{Difficulty(line['difficulty']).label}" if line["difficulty"] else ""
    return f"{subject_label(line['subject'])}·{QuestionKind(line['kind']).label}{hard}"


def terms_of(exam: Exam) -> dict[str, Any]:
    """What an exam promises, as plain JSON: recorded with its changes, and hashed into every sitting."""
    return {
        "title": exam.title,
        "subject": exam.subject,
        "counts": exam.counts,
        "opens_at": timezone.localtime(exam.opens_at).isoformat(timespec="minutes"),
        "closes_at": timezone.localtime(exam.closes_at).isoformat(timespec="minutes"),
        "minutes": exam.minutes,
        "blueprint": exam.blueprint,
        "pass_mark": exam.pass_mark,
        "tries": exam.tries,
        **({"limit": exam.limit, "review_days": exam.review_days} if exam.by_people else {}),
    }


def _clean(data: Mapping[str, Any]) -> dict[str, Any]:
    clean = validate(forms.EXAM, data)
    for name in ("opens_at", "closes_at"):
        clean[name] = timezone.make_aware(datetime.fromisoformat(clean[name]))
    clean["blueprint"] = [{**line, "difficulty": line.get("difficulty", "")} for line in clean["blueprint"]]
    count = sum(line["count"] for line in clean["blueprint"])
    full = sum(line["count"] * line["marks"] for line in clean["blueprint"])
    clean |= {name: clean.get(name) or 0 for name in ("limit", "review_days")}
    errors = dict(_by_people(clean))
    if clean["closes_at"] <= clean["opens_at"]:
        errors["closes_at"] = "截止时间应晚于开放时间"
    elif clean["closes_at"] <= moment.now():
        errors["closes_at"] = "截止时间已经过去"
    elif (clean["closes_at"] - clean["opens_at"]).total_seconds() < clean["minutes"] * 60:
        errors["minutes"] = f"开放的时间不足 {clean['minutes']} 分钟，请缩短答题时长或者推后截止时间"
    if clean["minutes"] > MOST_MINUTES:
        errors["minutes"] = f"答题时长不能超过 {MOST_MINUTES} 分钟"
    if count > MOST_QUESTIONS:
        errors["blueprint"] = f"一份试卷最多 {MOST_QUESTIONS} 题，现有 {count} 题"
    elif clean["pass_mark"] > full:
        errors["pass_mark"] = f"合格分不能高于满分 {full} 分"
    if clean["tries"] > MOST_TRIES:
        errors["tries"] = f"每人次数不能超过 {MOST_TRIES} 次"
    if errors:
        raise Invalid(errors)
    return clean


def _by_people(clean: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with the terms of marking by people."""
    worth = max((line["marks"] for line in clean["blueprint"] if line["kind"] == QuestionKind.ESSAY), default=0)
    if clean["limit"] and clean["limit"] >= max(worth, 1):
        yield "limit", f"差限应小于简答题每题的 {worth} 分" if worth else "组卷方案没有简答题，不填差限"
    if clean["review_days"] > MOST_REVIEW:
        yield "review_days", f"复核期不能超过 {MOST_REVIEW} 日"
    elif clean["review_days"] and not worth:
        yield "review_days", "组卷方案没有简答题，不填复核期"


def _serving(organ_ids: Sequence[int], who: str) -> list[Officer]:
    today = timezone.localdate(moment.now())
    still = Q(ends_on__isnull=True) | Q(ends_on__gt=today)
    people = Officer.objects.filter(still, organ_id__in=organ_ids, starts_on__lte=today)
    if who == "enforcing":
        posts = Post.objects.filter(still, role=Role.OFFICER.value, starts_on__lte=today).values("officer_id")
        people = people.filter(employment__in=[kind.value for kind in ON_ESTABLISHMENT], pk__in=posts)
    return list(people.order_by("organ__path", "pk"))


def _draft(exam: Exam) -> None:
    if exam.state != ExamState.DRAFT:
        raise Invalid({"": f"考试{exam.get_state_display()}，不能再改；要改的请取消后另行组织"})


def _locked(actor: Actor, exam_id: int) -> Exam:
    require(actor, MANAGE)
    exam = Exam.objects.select_for_update(of=("self",)).select_related("organ").get(pk=exam_id)
    require_in(actor, MANAGE, exam.organ_id)
    return exam


def _record(actor: Actor, action: str, exam: Exam, before: Mapping[str, Any], after: Mapping[str, Any], reason: str) -> None:
    record(actor, action, exam, what="exam", label=exam.title, organ_id=exam.organ_id, before=before, after=after, reason=reason)
