"""Results of an exam: person by person, and question by question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.exams import moment
from fadu.agencies.exams.drawing import to_bank
from fadu.agencies.exams.kinds import EventKind, QuestionKind
from fadu.agencies.exams.marking import answers
from fadu.agencies.exams.models import Exam, Invitation, QuestionVersion, Sitting, SittingEvent
from fadu.agencies.exams.selectors.exams import SEE, may_manage
from fadu.agencies.exams.selectors.sittings import lefts


@dataclass(frozen=True, slots=True)
class Row:
    """A person in an exam: the last sitting, how far it is, how often the page was left."""

    invitation: Invitation
    sitting: Sitting | None
    state: str
    label: str
    answered: int
    left: int


STATES = (("absent", "未参加"), ("sitting", "正在答题"), ("marking", "正在评卷"), ("passed", "合格"), ("failed", "不合格"))


def invited(actor: Actor, exam: Exam, asked: Mapping[str, str] | None = None) -> QuerySet[Invitation]:
    """Who is invited to an exam already selected in scope: all for who holds it, else those of the organs within reach."""
    require(actor, SEE)
    asked = asked or {}
    found = Invitation.objects.filter(exam=exam).select_related("officer", "organ")
    found = found if may_manage(actor, exam) else found.filter(scope(actor, SEE))
    sat = Sitting.objects.filter(exam=exam)
    match asked.get("state"):
        case "absent":
            found = found.exclude(officer_id__in=sat.values("officer_id"))
        case "marking":
            found = found.filter(officer_id__in=sat.filter(closed_at__isnull=True, handed_at__isnull=False).values("officer_id"))
        case "sitting":
            found = found.filter(officer_id__in=sat.filter(closed_at__isnull=True, handed_at__isnull=True).values("officer_id"))
        case "passed":
            found = found.filter(officer_id__in=sat.filter(passed=True).values("officer_id"))
        case "failed":
            found = found.filter(officer_id__in=sat.filter(passed=False).values("officer_id"))
            found = found.exclude(officer_id__in=sat.filter(Q(passed=True) | Q(closed_at__isnull=True)).values("officer_id"))
    if organ := asked.get("organ"):
        found = found.filter(organ_id=int(organ)) if organ.isascii() and organ.isdigit() and len(organ) < 18 else found.none()
    if q := asked.get("q", "").replace("\x00", "").strip()[:50]:
        found = found.filter(officer__name__icontains=q)
    return found


def results(exam: Exam, people: Sequence[Invitation]) -> list[Row]:
    """The rows of people already selected in scope."""
    last: dict[int, Sitting] = {}
    for sitting in Sitting.objects.filter(exam=exam, officer_id__in=[row.officer_id for row in people]).order_by("attempt"):
        if not (best := last.get(sitting.officer_id)) or not best.passed:
            last[sitting.officer_id] = sitting
    left = lefts(sitting.pk for sitting in last.values())
    return [_row(row, last.get(row.officer_id), left) for row in people]


def tally(actor: Actor, exam: Exam) -> dict[str, int]:
    """How many are invited, began, are sitting, were marked, passed."""
    people = invited(actor, exam).values("officer_id")
    sat = Sitting.objects.filter(exam=exam, officer_id__in=people)

    def count(found: QuerySet[Sitting]) -> int:
        return found.order_by().values("officer_id").distinct().count()

    open_now = sat.filter(closed_at__isnull=True, handed_at__isnull=True)
    return {
        "invited": people.count(),
        "sat": count(sat),
        "sitting": count(open_now),
        "passed": count(sat.filter(passed=True)),
    }


def shares(exam: Exam) -> list[dict[str, Any]]:
    """For each question that was asked: how many got it, the share that was right, the wrong option chosen most. After the exam."""
    if moment.now() < exam.closes_at:
        return []
    found: dict[int, dict[str, Any]] = {}
    for paper, marking in Sitting.objects.filter(exam=exam, closed_at__isnull=False).values_list("paper", "marking"):
        for line, row in zip(paper, marking, strict=True):
            count = found.setdefault(line["version"], {"asked": 0, "right": 0, "blank": 0, "wrong": {}})
            count["asked"] += 1
            count["right"] += row["right"]
            count["blank"] += not row["chosen"]
            if row["chosen"] and not row["right"] and not row.get("people"):
                chosen = to_bank(row["chosen"], line["order"])
                count["wrong"][chosen] = count["wrong"].get(chosen, 0) + 1
    versions = QuestionVersion.objects.in_bulk(list(found))
    rows = [
        {"version": versions[pk], "share": round(100 * count["right"] / count["asked"]), "most": _most(versions[pk], count["wrong"]), **count}
        for pk, count in found.items()
    ]
    return sorted(rows, key=lambda row: (row["share"], row["version"].pk))


def _most(version: QuestionVersion, wrong: Mapping[str, int]) -> str:
    if not wrong:
        return ""
    chosen, times = max(wrong.items(), key=lambda item: (item[1], item[0]))
    text = dict(version.options).get(chosen, chosen) if version.kind == QuestionKind.JUDGE else chosen
    return f"{text}（{times} 人）"


def _row(invitation: Invitation, sitting: Sitting | None, left: Mapping[int, int]) -> Row:
    if sitting is None:
        return Row(invitation, None, "absent", "未参加", 0, 0)
    if sitting.closed_at is None:
        given = answers(SittingEvent.objects.filter(sitting=sitting, kind=EventKind.ANSWER).order_by("seq"))
        state, label = ("marking", "正在评卷") if sitting.handed_at else ("sitting", "正在答题")
        return Row(invitation, sitting, state, label, sum(map(bool, given.values())), left.get(sitting.pk, 0))
    answered = sum(bool(row["chosen"]) for row in sitting.marking)
    state, label = ("passed", "合格") if sitting.passed else ("failed", "不合格")
    return Row(invitation, sitting, state, label, answered, left.get(sitting.pk, 0))
