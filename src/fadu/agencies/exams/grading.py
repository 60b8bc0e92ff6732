"""What people gave an answer in words, and what counts of it.

Two mark each paper without seeing the candidate or each other. Where they differ by no more than the exam's limit, the mean counts
(half a mark goes to the candidate); else a third decides. After an appeal the ruling counts. A question left empty is worth nothing
and is shown to nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fadu.agencies.exams.kinds import EventKind, Part, QuestionKind
from fadu.agencies.exams.marking import answers
from fadu.agencies.exams.models import Appeal, Mark, QuestionVersion, Ruling, Sitting, SittingEvent


def agreed(first: int, second: int, limit: int) -> int | None:
    """What two marks come to; None where they differ by more than the limit."""
    return None if abs(first - second) > limit else (first + second + 1) // 2


@dataclass(frozen=True, slots=True)
class Given:
    """What one question got so far.

    Attributes:
        place: its number in the paper.
        worth: its full mark.
        text: what was written.
        marks: by part.
        settled: what counts before an appeal; None while it can't be told.
        appeal, ruling: what was asked to be looked at again, and what came of it.
    """

    place: int
    worth: int
    text: str
    marks: Mapping[str, Mark]
    settled: int | None
    appeal: Appeal | None = None
    ruling: Ruling | None = None

    @property
    def final(self) -> int | None:
        """What counts."""
        return self.ruling.mark if self.ruling else self.settled

    @property
    def disputed(self) -> bool:
        """Whether two differ by more than the limit, and the third has not decided."""
        return self.settled is None and {Part.FIRST, Part.SECOND} <= set(self.marks)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the marking of a paper is.

    Attributes:
        rows: the questions that people mark, those left empty not among them.
        settled_at: when the last mark was given; None while one is missing.
        until: when the result takes effect unless an appeal is open; None while marks are missing.
    """

    rows: tuple[Given, ...]
    settled_at: datetime | None
    until: datetime | None
    places: tuple[int, ...] = field(default=())

    @property
    def open_appeals(self) -> int:
        """Appeals that nobody has ruled on."""
        return sum(row.appeal is not None and row.ruling is None for row in self.rows)


def places(sitting: Sitting) -> list[int]:
    """The numbers of the questions of a paper that people mark."""
    essays = set(QuestionVersion.objects.filter(pk__in=[line["version"] for line in sitting.paper], kind=QuestionKind.ESSAY).values_list("pk", flat=True))
    return [place for place, line in enumerate(sitting.paper, 1) if line["version"] in essays]


def standing(sitting: Sitting) -> Standing:
    """How far it is with a paper that was handed in."""
    asked = places(sitting)
    given = answers(SittingEvent.objects.filter(sitting=sitting, kind=EventKind.ANSWER).order_by("seq")) if asked else {}
    marks: dict[int, dict[str, Mark]] = {}
    for mark in Mark.objects.filter(script__sitting=sitting).select_related("script"):
        marks.setdefault(mark.place, {})[mark.script.part] = mark
    appeals = {appeal.place: appeal for appeal in Appeal.objects.filter(sitting=sitting)}
    rulings = {ruling.appeal_id: ruling for ruling in Ruling.objects.filter(appeal__sitting=sitting)}
    rows = tuple(_given(sitting, place, given[place], marks.get(place, {}), appeals, rulings) for place in asked if given.get(place, "").strip())
    whole = sitting.handed_at is not None and all(row.settled is not None for row in rows)
    last = max((mark.at for row in rows for mark in row.marks.values()), default=sitting.handed_at) if whole else None
    return Standing(rows, last, last and last + timedelta(days=sitting.exam.review_days), tuple(asked))


def _given(sitting: Sitting, place: int, text: str, marks: Mapping[str, Mark], appeals: Mapping[int, Appeal], rulings: Mapping[int, Ruling]) -> Given:
    settled = None
    if Part.FIRST in marks and Part.SECOND in marks:
        settled = agreed(marks[Part.FIRST].mark, marks[Part.SECOND].mark, sitting.exam.limit)
        if settled is None and Part.ARBITER in marks:
            settled = marks[Part.ARBITER].mark
    appeal = appeals.get(place)
    return Given(place, sitting.paper[place - 1]["marks"], text, marks, settled, appeal, rulings.get(appeal.pk) if appeal else None)


def given_by_people(sitting: Sitting) -> dict[int, int]:
    """Question → mark, of what is settled."""
    if sitting.handed_at is None:
        return {}
    return {row.place: row.final for row in standing(sitting).rows if row.final is not None}


def ripe(sitting: Sitting, now: datetime) -> bool:
    """Whether a paper that was handed in may be closed: all marked, the days of review over, no appeal open."""
    found = standing(sitting)
    return found.until is not None and now >= found.until and not found.open_appeals
