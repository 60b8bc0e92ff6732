"""A sitting: the question that is shown, what was answered; and, after the exam is over, what was right."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.exams import moment
from fadu.agencies.exams.drawing import to_shown
from fadu.agencies.exams.kinds import LETTERS, EventKind, QuestionKind
from fadu.agencies.exams.marking import answers
from fadu.agencies.exams.models import Exam, QuestionVersion, Sitting, SittingEvent
from fadu.agencies.exams.selectors.exams import MANAGE, SEE, SIT, oversees


def sitting(actor: Actor, sitting_id: int, *, own: bool = False) -> Sitting:
    """One sitting: one's own, or of people or exams within reach; raises Sitting.DoesNotExist."""
    require(actor, SIT if own else SEE)
    seen = Q(officer_id=actor.officer_id or 0)
    if not own and oversees(actor):
        seen |= scope(actor, SEE) | Q(exam__in=Exam.objects.filter(scope(actor, MANAGE)))
    return Sitting.objects.select_related("exam__organ", "officer__organ", "organ").get(seen, pk=sitting_id)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is shown to who sits: nothing here tells which option is right.

    Attributes:
        number: its place in the paper, from 1.
        kind: 题型.
        several: whether several options may be chosen.
        stem: 题干.
        marks: what it is worth.
        options: (letter as shown, text, whether chosen).
        places: for the navigator: (number, whether answered, whether it is this one).
        written: what was written so far, of a question that is answered in words.
    """

    number: int
    kind: str
    several: bool
    stem: str
    marks: int
    options: tuple[tuple[str, str, bool], ...]
    places: tuple[tuple[int, bool, bool], ...]
    written: str | None = None

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(done for _, done, _ in self.places)


def asked(found: Sitting, number: int) -> Asked:
    """A question of an open sitting already selected in scope."""
    number = min(max(number, 1), len(found.paper))
    line = found.paper[number - 1]
    version = QuestionVersion.objects.get(pk=line["version"])
    given = answers(SittingEvent.objects.filter(sitting=found, kind=EventKind.ANSWER).order_by("seq"))
    texts, chosen = dict(version.options), given.get(number, "")
    options = tuple((LETTERS[place], texts[letter], LETTERS[place] in chosen) for place, letter in enumerate(line["order"]))
    places = tuple((place, bool(given.get(place)), place == number) for place in range(1, len(found.paper) + 1))
    label = QuestionKind(version.kind).label
    written = chosen if version.kind == QuestionKind.ESSAY else None
    return Asked(number, label, version.kind == QuestionKind.MULTIPLE, version.stem, line["marks"], options, places, written)


def lefts(sitting_ids: Iterable[int]) -> dict[int, int]:
    """How often the page was left (切屏), of each sitting."""
    found = SittingEvent.objects.filter(sitting_id__in=list(sitting_ids), kind=EventKind.LEFT)
    return dict(found.order_by().values_list("sitting_id").annotate(count=Count("pk")))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A question after the exam: what was chosen, what is right, why."""

    number: int
    kind: str
    stem: str
    options: tuple[tuple[str, str, bool, bool], ...]
    chosen: str
    answer: str
    right: bool
    mark: int
    marks: int
    explanation: str
    basis: str
    people: bool = False


def reviewed(found: Sitting) -> list[Reviewed] | None:
    """The paper with the right answers, of a sitting already selected in scope; None until the exam is over for everybody."""
    if found.closed_at is None or moment.now() < found.exam.closes_at:
        return None
    versions = QuestionVersion.objects.in_bulk([line["version"] for line in found.paper])
    rows = []
    for number, (line, row) in enumerate(zip(found.paper, found.marking, strict=True), 1):
        version = versions[line["version"]]
        answer, texts = version.reference or to_shown(version.answer, line["order"]), dict(version.options)
        shown = enumerate(line["order"])
        options = tuple((LETTERS[at], texts[letter], LETTERS[at] in row["chosen"], LETTERS[at] in answer) for at, letter in shown)
        rows.append(
            Reviewed(
                number,
                QuestionKind(version.kind).label,
                version.stem,
                options,
                row["chosen"],
                answer,
                row["right"],
                row["mark"],
                line["marks"],
                version.explanation,
                version.basis,
                version.kind == QuestionKind.ESSAY,
            )
        )
    return rows
