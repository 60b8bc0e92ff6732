"""Sitting an exam: begin, answer, leave and come back, hand in. The clock is the server's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require
from fadu.agencies.exams import moment
from fadu.agencies.exams.chain import content_hash
from fadu.agencies.exams.drawing import draw, order_of, seed_of
from fadu.agencies.exams.kinds import LETTERS, Closing, EventKind, ExamState, QuestionKind
from fadu.agencies.exams.marking import answers
from fadu.agencies.exams.models import Exam, Invitation, QuestionVersion, Sitting, SittingEvent
from fadu.agencies.exams.services.closing import add_event, hand_in
from fadu.agencies.exams.services.exams import terms_of
from fadu.law.forms import Invalid

SIT = "exam.sit"
MOST_EVENTS, MOST_LEAVES, MOST_WRITTEN = 5000, 500, 3000
"""Beyond this a browser that runs wild is not listened to any more; no person comes near it."""


class Ended(Exception):
    """The sitting is over: nothing is taken any more, and what was saved counts."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is told back of an answer: when it was saved, how many seconds are left, how many questions have an answer."""

    at: datetime
    left: int
    answered: int


def begin(actor: Actor, exam_id: int) -> Sitting:
    """The paper of the one who asks: drawn now, or the one that lies open already, on whatever device."""
    require(actor, SIT)
    with transaction.atomic():
        invitation = _invited(actor, exam_id)
        exam, now = Exam.objects.get(pk=invitation.exam_id), moment.now()
        before = list(Sitting.objects.select_for_update().filter(exam=exam, officer_id=invitation.officer_id).order_by("attempt"))
        still = next((sitting for sitting in before if sitting.ended_at is None), None)
        if still is not None and now > still.deadline:
            still.exam = exam
            hand_in(still, still.deadline, Closing.TIMEOUT)
            still = None
        if still is not None:
            return still
        _may_begin(exam, before, now)
        return _drawn(exam, invitation, len(before) + 1, now)


def answer(actor: Actor, sitting_id: int, question: int, chosen: str) -> Saved:
    """Keep an answer at once: letters as shown, "" for none. Raises Ended after the deadline, when what was saved counts."""
    with transaction.atomic():
        sitting = _own(actor, sitting_id)
        now = moment.now()
        if over := _over(sitting, now):
            saved = None
        else:
            letters = _letters(sitting, question, chosen)
            given = answers(SittingEvent.objects.filter(sitting=sitting, kind=EventKind.ANSWER).order_by("seq"))
            if given.get(question, "") != letters:
                if SittingEvent.objects.filter(sitting=sitting).count() >= MOST_EVENTS:
                    raise Invalid({"": "修改的次数过多，这次没有保存；以前保存的答案有效"})
                add_event(sitting, EventKind.ANSWER, now, {"question": question, "chosen": letters})
                given[question] = letters
            saved = Saved(now, seconds_left(sitting, now), sum(bool(text) for text in given.values()))
    if saved is None:
        raise Ended(over)
    return saved


def away(actor: Actor, sitting_id: int, *, back: bool) -> None:
    """Write down that the page was left, or returned to. Told to the invigilator; nothing follows from it by itself."""
    with transaction.atomic():
        sitting = _own(actor, sitting_id)
        now = moment.now()
        if _over(sitting, now):
            return
        kind = EventKind.BACK if back else EventKind.LEFT
        if SittingEvent.objects.filter(sitting=sitting, kind=kind).count() < MOST_LEAVES:
            add_event(sitting, kind, now, {})


def close(actor: Actor, sitting_id: int) -> Sitting:
    """交卷. What is closed already stays as it is."""
    with transaction.atomic():
        sitting = _own(actor, sitting_id)
        now = moment.now()
        if not _over(sitting, now):
            hand_in(sitting, now, Closing.SUBMITTED)
    return sitting


def seconds_left(sitting: Sitting, now: datetime) -> int:
    """Whole seconds until the deadline; none where it is past."""
    return max(0, int((sitting.deadline - now).total_seconds()))


def _invited(actor: Actor, exam_id: int) -> Invitation:
    """The invitation, locked: of two beginnings at once the second waits here. Raises Invitation.DoesNotExist."""
    if actor.officer_id is None:
        raise NotAllowed("您没有登记为机关的人员，不能参加考试。请联系本机关的系统管理员。")
    return Invitation.objects.select_for_update().get(exam_id=exam_id, officer_id=actor.officer_id, exam__state=ExamState.PUBLISHED)


def _may_begin(exam: Exam, before: list[Sitting], now: datetime) -> None:
    if now < exam.opens_at:
        raise Invalid({"": f"考试 {timezone.localtime(exam.opens_at):%Y-%m-%d %H:%M} 开始，还没有到时间"})
    if now >= exam.closes_at:
        raise Invalid({"": f"考试已于 {timezone.localtime(exam.closes_at):%Y-%m-%d %H:%M} 截止，不能再开始答题"})
    if any(sitting.closed_at is None for sitting in before):
        raise Invalid({"": "您的答卷正在评阅，成绩生效以后才能再考"})
    if any(sitting.passed for sitting in before):
        raise Invalid({"": "您已经合格，不用再考"})
    if len(before) >= exam.tries:
        raise Invalid({"": f"每人最多考 {exam.tries} 次，您已经考过 {len(before)} 次"})


def _drawn(exam: Exam, invitation: Invitation, attempt: int, now: datetime) -> Sitting:
    seed = seed_of(exam.secret or "", exam.pk, invitation.officer_id, attempt)
    drawn = draw(seed, exam.blueprint, exam.pool)
    versions = QuestionVersion.objects.in_bulk([pk for pk, _ in drawn])
    paper = [
        {
            "version": pk,
            "marks": marks,
            "order": order_of(seed, pk, versions[pk].kind, "".join(pair[0] for pair in versions[pk].options)),
            "hash": versions[pk].hash,
        }
        for pk, marks in drawn
    ]
    sitting = Sitting.objects.create(
        exam=exam,
        officer_id=invitation.officer_id,
        organ_id=invitation.organ_id,
        attempt=attempt,
        begun_at=now,
        deadline=min(now + timedelta(minutes=exam.minutes), exam.closes_at),
        paper=paper,
    )
    data = {
        "exam": exam.pk,
        "officer": invitation.officer_id,
        "attempt": attempt,
        "terms": content_hash(terms_of(exam)),
        "commitment": exam.commitment,
        "paper": content_hash({"paper": paper}),
    }
    add_event(sitting, EventKind.BEGIN, now, data)
    return sitting


def _own(actor: Actor, sitting_id: int) -> Sitting:
    """The sitting, locked, if it is of the one who asks; raises Sitting.DoesNotExist."""
    require(actor, SIT)
    return Sitting.objects.select_for_update(of=("self",)).select_related("exam").get(pk=sitting_id, officer_id=actor.officer_id or 0)


def _over(sitting: Sitting, now: datetime) -> str:
    """Why nothing is taken any more, "" while it is; what is past its deadline is closed on the way."""
    if sitting.ended_at is None and now <= sitting.deadline:
        return ""
    if sitting.ended_at is None:
        hand_in(sitting, sitting.deadline, Closing.TIMEOUT)
    if Closing.TIMEOUT in (sitting.closing, sitting.handing):
        return f"答题时间已于 {timezone.localtime(sitting.deadline):%H:%M:%S} 到，这次没有保存；此前保存的答案全部有效，已经自动交卷"
    return f"您已于 {timezone.localtime(sitting.ended_at):%Y-%m-%d %H:%M} 交卷，不能再改"


def _letters(sitting: Sitting, question: int, chosen: str) -> str:
    """The letters as they are kept: known ones, each once, in order."""
    if not 1 <= question <= len(sitting.paper):
        raise Invalid({"question": "试卷中没有这一题"})
    line = sitting.paper[question - 1]
    kind = QuestionVersion.objects.values_list("kind", flat=True).get(pk=line["version"])
    if kind == QuestionKind.ESSAY:
        if len(chosen) > MOST_WRITTEN or "\x00" in chosen:
            raise Invalid({"chosen": f"简答最多 {MOST_WRITTEN} 字，现有 {len(chosen)} 字"})
        return chosen.replace("\r\n", "\n").strip()
    letters, known = set(chosen), set(LETTERS[: len(line["order"])])
    if letters - known:
        raise Invalid({"chosen": "没有这个选项，请重新选择"})
    if kind != QuestionKind.MULTIPLE and len(letters) > 1:
        raise Invalid({"chosen": "这一题只能选一项"})
    return "".join(sorted(letters))
