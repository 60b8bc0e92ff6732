"""The record of a sitting: adding an event to its chain, and the close that marks it once and for all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.exams import grading, moment
from fadu.agencies.exams.chain import event_hash
from fadu.agencies.exams.kinds import Closing, EventKind
from fadu.agencies.exams.marking import answers, mark, right_of
from fadu.agencies.exams.models import QuestionVersion, Sitting, SittingEvent
from fadu.agencies.exams.results import Result, commit, tell
from fadu.agencies.exams.selectors.closed import closed_of
from fadu.agencies.exams.services.distributing import distribute
from fadu.agencies.exams.services.questions import MANAGE


def add_event(sitting: Sitting, kind: EventKind, at: datetime, data: Mapping[str, Any]) -> SittingEvent:
    """Add to the chain of a sitting that the caller has locked."""
    last = SittingEvent.objects.filter(sitting=sitting).order_by("-seq").first()
    seq, prev = (last.seq + 1, last.hash) if last else (1, "")
    digest = event_hash(sitting.pk, seq, at, kind.value, data, prev)
    return SittingEvent.objects.create(sitting=sitting, seq=seq, at=at, kind=kind.value, data=dict(data), prev=prev, hash=digest)


def hand_in(sitting: Sitting, at: datetime, how: Closing) -> None:
    """The end of a sitting that the caller has locked: closed at once, or handed to who marks its answers in words."""
    given = answers(SittingEvent.objects.filter(sitting=sitting).order_by("seq"))
    if not any(given.get(place, "").strip() for place in grading.places(sitting)):
        close_locked(sitting, at, how)
        return
    add_event(sitting, EventKind.HAND, at, {"how": how.value})
    sitting.handed_at, sitting.handing = at, how.value
    sitting.save(update_fields=["handed_at", "handing"])
    distribute(sitting, at)


def close_due(actor: Actor, *, exam_id: int | None = None, officer_id: int | None = None) -> int:
    """Close what is past its deadline, as of the deadline, and what people have marked, once the days of review are over; how many. Asked whenever somebody looks: no job needs to run."""
    require(actor, MANAGE)
    due = Sitting.objects.filter(closed_at__isnull=True).filter(Q(handed_at__isnull=True, deadline__lt=moment.now()) | Q(handed_at__isnull=False))
    due = due if exam_id is None else due.filter(exam_id=exam_id)
    due = due if officer_id is None else due.filter(officer_id=officer_id)
    done = 0
    for pk in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            sitting = Sitting.objects.select_for_update(of=("self",)).select_related("exam", "officer").get(pk=pk)
            if sitting.closed_at is None and sitting.handed_at is None:  # nobody closed it while this waited
                hand_in(sitting, sitting.deadline, Closing.TIMEOUT)
                done += 1
            elif sitting.closed_at is None and grading.ripe(sitting, moment.now()):
                close_locked(sitting, moment.now(), Closing(sitting.handing))
                done += 1
    return done


def close_locked(sitting: Sitting, at: datetime, how: Closing) -> None:
    """Mark and close a sitting that the caller has locked; from here on the database refuses every change."""
    events = list(SittingEvent.objects.filter(sitting=sitting).order_by("seq"))
    right = {version.pk: right_of(version) for version in QuestionVersion.objects.filter(pk__in=[line["version"] for line in sitting.paper])}
    marking = mark(sitting.paper, right, answers(events), grading.given_by_people(sitting))
    passed = marking.mark >= sitting.exam.pass_mark
    data = {"how": how.value, "mark": marking.mark, "passed": passed, "marking": marking.rows}
    last = add_event(sitting, EventKind.CLOSE, at, data)
    sitting.closed_at, sitting.closing, sitting.marking = at, how.value, marking.rows
    sitting.mark, sitting.passed, sitting.head = marking.mark, passed, last.hash
    sitting.save(update_fields=["closed_at", "closing", "marking", "mark", "passed", "head"])
    closed = closed_of(sitting)
    if closed is not None:
        commit(closed)
    if sitting.exam.counts:
        source = f"《{sitting.exam.title}》第 {sitting.pk} 号答题记录，存证值 {sitting.head}"
        tell(Result(sitting.officer_id, sitting.exam.subject, timezone.localdate(sitting.ended_at), passed, marking.mark, source))
