"""Whether a sitting is still what it was: every hash, every mark and the draw itself, reckoned anew from what is kept."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fadu.agencies.exams.chain import content_hash, event_hash
from fadu.agencies.exams.content import content_in
from fadu.agencies.exams.drawing import commitment_of, draw, order_of, seed_of
from fadu.agencies.exams.grading import given_by_people
from fadu.agencies.exams.kinds import Closing, EventKind
from fadu.agencies.exams.marking import answers, mark, right_of
from fadu.agencies.exams.models import QuestionVersion, Sitting, SittingEvent
from fadu.agencies.exams.services.exams import terms_of


@dataclass(frozen=True, slots=True)
class Checked:
    """A sitting with what does not agree in it; nothing where all does."""

    sitting: Sitting
    faults: tuple[str, ...]


def check_all(exam_id: int | None = None) -> Iterator[Checked]:
    """Every sitting, of one exam if told."""
    found = Sitting.objects.select_related("exam", "officer").order_by("pk")
    for sitting in (found if exam_id is None else found.filter(exam_id=exam_id)).iterator(chunk_size=200):
        yield Checked(sitting, tuple(check(sitting)))


def check(sitting: Sitting) -> list[str]:
    """What does not agree, in Chinese."""
    events = list(SittingEvent.objects.filter(sitting=sitting).order_by("seq"))
    versions = QuestionVersion.objects.in_bulk([line["version"] for line in sitting.paper])
    if not events or events[0].kind != EventKind.BEGIN:
        return ["没有开始答题的记录"]
    return [*_chain(sitting, events), *_times(sitting, events), *_paper(sitting, events[0].data, versions), *_close(sitting, events, versions)]


def _chain(sitting: Sitting, events: Sequence[SittingEvent]) -> Iterator[str]:
    prev = ""
    for seq, event in enumerate(events, 1):
        if event.seq != seq:
            yield f"第 {seq} 条记录缺失"
            return
        if event.prev != prev or event_hash(sitting.pk, event.seq, event.at, event.kind, event.data, event.prev) != event.hash:
            yield f"第 {seq} 条记录（{event.get_kind_display()}）与散列不符"
        prev = event.hash


def _times(sitting: Sitting, events: Sequence[SittingEvent]) -> Iterator[str]:
    if sitting.begun_at != events[0].at:
        yield "开始时间与记录不符"
    if any(event.at > sitting.deadline for event in events if not (sitting.handed_at and event.kind == EventKind.CLOSE)):
        yield "有最迟交卷时间以后的记录"
    if any(later.at < earlier.at for earlier, later in itertools.pairwise(events)):
        yield "记录的时间前后颠倒"
    if sitting.deadline > sitting.exam.closes_at or (sitting.deadline - sitting.begun_at).total_seconds() > sitting.exam.minutes * 60:
        yield "最迟交卷时间超出考试规定"


def _paper(sitting: Sitting, begun: Mapping[str, Any], versions: Mapping[int, QuestionVersion]) -> Iterator[str]:
    exam = sitting.exam
    told = {"exam": exam.pk, "officer": sitting.officer_id, "attempt": sitting.attempt, "commitment": exam.commitment}
    if any(begun.get(name) != value for name, value in told.items()):
        yield "开始记录与考试、考生或者次数不符"
    if begun.get("terms") != content_hash(terms_of(exam)):
        yield "考试规定在开始以后被改动"
    if begun.get("paper") != content_hash({"paper": sitting.paper}):
        yield "试卷在开始以后被改动"
    if commitment_of(exam.secret or "") != exam.commitment:
        yield "抽题密值与事先公布的散列不符"
    seed = seed_of(exam.secret or "", exam.pk, sitting.officer_id, sitting.attempt)
    drawn = draw(seed, exam.blueprint, exam.pool)
    if [(line["version"], line["marks"]) for line in sitting.paper] != drawn:
        yield "试卷与重新抽取的结果不符"
    for place, line in enumerate(sitting.paper, 1):
        version = versions.get(line["version"])
        if version is None or line["hash"] != version.hash or content_hash(content_in(version)) != version.hash:
            yield f"第 {place} 题的题目内容被改动"
        elif order_of(seed, version.pk, version.kind, "".join(letter for letter, _ in version.options)) != line["order"]:
            yield f"第 {place} 题的选项次序与重新抽取的结果不符"


def _close(sitting: Sitting, events: Sequence[SittingEvent], versions: Mapping[int, QuestionVersion]) -> Iterator[str]:
    last = events[-1]
    closes = [event for event in events if event.kind == EventKind.CLOSE]
    if sitting.closed_at is None:
        if closes:
            yield "有交卷的记录，却没有登记交卷"
        return
    if closes != [last]:
        yield "交卷的记录缺失、重复或者不在最后"
        return
    if sitting.head != last.hash or sitting.closed_at != last.at:
        yield "存证值或者交卷时间与记录不符"
    handed = [event for event in events if event.kind == EventKind.HAND]
    if [(event.at, event.data) for event in handed] != ([(sitting.handed_at, {"how": sitting.handing})] if sitting.handed_at else []):
        yield "交卷待评的时间或者方式与记录不符"
    if sitting.closing == Closing.TIMEOUT and sitting.ended_at != sitting.deadline:
        yield "到时自动交卷的时间不符"
    again = mark(sitting.paper, {pk: right_of(version) for pk, version in versions.items()}, answers(events), given_by_people(sitting))
    kept = {"how": sitting.closing, "mark": sitting.mark, "passed": sitting.passed, "marking": sitting.marking}
    if kept != last.data:
        yield "登记的成绩与交卷的记录不符"
    if (again.mark, again.rows, again.mark >= sitting.exam.pass_mark) != (sitting.mark, sitting.marking, sitting.passed):
        yield f"重新评阅为 {again.mark} 分，登记为 {sitting.mark} 分"
