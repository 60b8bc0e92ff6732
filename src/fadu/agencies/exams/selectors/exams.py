"""Exams: one's own, and those that are held or seen in the organs within reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, reach, reaches, require, scope
from fadu.agencies.exams import moment
from fadu.agencies.exams.kinds import ExamState
from fadu.agencies.exams.models import Exam, Invitation, Sitting
from fadu.agencies.models import Organ

MANAGE, SEE, SIT = "training.manage", "training.see", "exam.sit"


def may_manage(actor: Actor, found: Exam) -> bool:
    """Whether `actor` holds exams in the organ of this one."""
    return reaches(actor, MANAGE, found.organ_id)


def oversees(actor: Actor) -> bool:
    """Whether `actor` sees exams of others at all."""
    return reach(actor, SEE) in {Scope.ALL, Scope.ORGANS_BELOW, Scope.ORGAN}


def exams(actor: Actor, asked: Mapping[str, str] | None = None) -> QuerySet[Exam]:
    """The exams of the organs within reach, and those to which people of these organs are invited; drafts for who holds them."""
    require(actor, SEE)
    asked = asked or {}
    found = Exam.objects.filter(_seen(actor)).select_related("organ").annotate(people=Count("invitations", distinct=True))
    if state := asked.get("state"):
        found = found.filter(_in_state(state, moment.now()))
    if subject := asked.get("subject"):
        found = found.filter(subject=subject)
    for word in asked.get("q", "").replace("\x00", "").split()[:5]:
        found = found.filter(title__icontains=word[:50])
    return found


def exam(actor: Actor, exam_id: int) -> Exam:
    """One exam that is one's own or within reach; raises Exam.DoesNotExist."""
    require(actor, SEE)
    own = Q(state=ExamState.PUBLISHED, pk__in=Invitation.objects.filter(officer_id=actor.officer_id or 0).values("exam_id"))
    return Exam.objects.select_related("organ").get(_seen(actor) | own, pk=exam_id)


def organs_within(actor: Actor) -> list[tuple[int, str]]:
    """The organs whose people may be invited, from the top down."""
    return list(Organ.objects.filter(scope(actor, MANAGE, organ="pk"), ends_on__isnull=True).order_by("path").values_list("pk", "name"))


@dataclass(frozen=True, slots=True)
class Mine:
    """An exam that one is invited to.

    Attributes:
        exam: it.
        open: the sitting that lies open.
        closed: the sittings that were closed, the first first.
        phase: "ahead", "running" or "past".
        may_begin: whether a sitting may begin now.
        why_not: in Chinese, where it may not.
        handed: the sitting that was handed in and is being marked by people.
    """

    exam: Exam
    open: Sitting | None
    closed: tuple[Sitting, ...]
    phase: str
    may_begin: bool
    why_not: str
    handed: Sitting | None = None

    @property
    def best(self) -> Sitting | None:
        """The closed sitting with the highest mark."""
        return max(self.closed, key=lambda sitting: sitting.mark or 0, default=None)


def mine(actor: Actor, exam_id: int | None = None) -> list[Mine]:
    """The exams one is invited to: running, then ahead, then past."""
    require(actor, SIT)
    invited = Invitation.objects.filter(scope(actor, SIT), exam__state=ExamState.PUBLISHED).select_related("exam__organ")
    if exam_id is not None:
        invited = invited.filter(exam_id=exam_id)
    sat: dict[int, list[Sitting]] = {}
    for sitting in Sitting.objects.filter(scope(actor, SIT)).order_by("attempt"):
        sat.setdefault(sitting.exam_id, []).append(sitting)
    now = moment.now()
    found = [_mine(row.exam, sat.get(row.exam_id, []), now) for row in invited.order_by("-exam__opens_at", "-exam_id")]
    return sorted(found, key=lambda item: ("running", "ahead", "past").index(item.phase))


def _mine(found: Exam, sittings: list[Sitting], now: datetime) -> Mine:
    closed = tuple(sitting for sitting in sittings if sitting.closed_at is not None)
    still = next((sitting for sitting in sittings if sitting.ended_at is None), None)
    handed = next((sitting for sitting in sittings if sitting.handed_at and sitting.closed_at is None), None)
    phase = "ahead" if now < found.opens_at else "running" if now < found.closes_at else "past"
    why = ""
    if phase == "ahead":
        why = "还没有到开放时间"
    elif phase == "past":
        why = "考试已经截止"
    elif handed is not None:
        why = "您的答卷正在评阅，成绩生效以后才能再考"
    elif any(sitting.passed for sitting in closed):
        why = "您已经合格，不用再考"
    elif len(sittings) >= found.tries and still is None:
        why = f"每人最多考 {found.tries} 次，您已经考过 {len(sittings)} 次"
    return Mine(found, still, closed, phase, not why, why, handed)


def _seen(actor: Actor) -> Q:
    held = Q(pk__in=Exam.objects.filter(scope(actor, MANAGE)).values("pk")) if reach(actor, MANAGE) is not Scope.NONE else Q(pk__in=[])
    if not oversees(actor):
        return held
    told = Exam.objects.filter(scope(actor, SEE)).values("pk")
    invited = Invitation.objects.filter(scope(actor, SEE)).values("exam_id")
    return held | (~Q(state=ExamState.DRAFT) & (Q(pk__in=told) | Q(pk__in=invited)))


def _in_state(state: str, now: datetime) -> Q:
    published = Q(state=ExamState.PUBLISHED)
    return {
        "draft": Q(state=ExamState.DRAFT),
        "ahead": published & Q(opens_at__gt=now),
        "running": published & Q(opens_at__lte=now, closes_at__gt=now),
        "past": published & Q(closes_at__lte=now),
        "cancelled": Q(state=ExamState.CANCELLED),
    }.get(state, Q())
