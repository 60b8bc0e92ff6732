"""What is read of the marking of answers in words. A marker never learns whose paper it is."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, require, scope
from fadu.agencies.exams import grading
from fadu.agencies.exams.kinds import Part
from fadu.agencies.exams.models import Appeal, Exam, Marker, QuestionVersion, Script, Sitting
from fadu.agencies.models import Officer

MARK, MANAGE = "exam.mark", "training.manage"


def eligible_markers(actor: Actor) -> list[Officer]:
    """Who may be named a marker: whoever serves within reach and can sign in."""
    require(actor, MANAGE)
    found = Officer.objects.filter(scope(actor, MANAGE), ends_on__isnull=True, user__isnull=False)
    return list(found.select_related("organ").order_by("organ__path", "pk"))


def scripts(actor: Actor) -> QuerySet[Script]:
    """The papers in one's own hands, those not marked first."""
    require(actor, MARK)
    own = Script.objects.filter(officer_id=actor.officer_id or 0, released_at__isnull=True)
    return own.select_related("sitting__exam").annotate(marked=Count("marks")).order_by("marked", "-pk")


def waiting(actor: Actor) -> int | None:
    """How many papers in one's hands are not marked; None for who never was given any."""
    if not may(actor, MARK) or actor.officer_id is None:
        return None
    own = Script.objects.filter(officer_id=actor.officer_id, released_at__isnull=True)
    return own.filter(marks__isnull=True).count() if own.exists() else None


def script(actor: Actor, script_id: int) -> Script:
    """One of them; raises Script.DoesNotExist."""
    return scripts(actor).get(pk=script_id)


@dataclass(frozen=True, slots=True)
class Task:
    """A question as it is marked: what was asked, the points, what was written, what one gave."""

    place: int
    stem: str
    reference: str
    basis: str
    worth: int
    text: str
    mark: int | None
    comment: str
    others: tuple[tuple[str, int, str], ...]


def tasks(found: Script) -> list[Task]:
    """What there is to mark on a paper already selected. The third sees what the two gave and why, the two see nothing of each other."""
    sitting = found.sitting
    rows = grading.standing(sitting).rows
    if found.part == Part.ARBITER:
        rows = tuple(row for row in rows if row.disputed or Part.ARBITER in row.marks)
    versions = QuestionVersion.objects.in_bulk([sitting.paper[row.place - 1]["version"] for row in rows])
    tasks = []
    for row in rows:
        version, own = versions[sitting.paper[row.place - 1]["version"]], row.marks.get(found.part)
        seen = [row.marks[part] for part in (Part.FIRST, Part.SECOND) if part in row.marks] if found.part == Part.ARBITER else []
        others = tuple((mark.script.get_part_display(), mark.mark, mark.comment) for mark in seen)
        written = (row.place, version.stem, version.reference, version.basis, row.worth, row.text)
        tasks.append(Task(*written, own.mark if own else None, own.comment if own else "", others))
    return tasks


def appeals(actor: Actor, exam: Exam) -> QuerySet[Appeal]:
    """The appeals of an exam that one holds, those not ruled on first."""
    require(actor, MANAGE)
    found = Appeal.objects.filter(scope(actor, MANAGE, organ="sitting__exam__organ_id"), sitting__exam=exam)
    return found.select_related("sitting__officer", "sitting__organ", "ruling__officer").order_by("ruling__isnull", "-pk")


def appeal(actor: Actor, appeal_id: int) -> Appeal:
    """One within reach; raises Appeal.DoesNotExist."""
    require(actor, MANAGE)
    found = Appeal.objects.filter(scope(actor, MANAGE, organ="sitting__exam__organ_id"))
    return found.select_related("sitting__exam__organ", "sitting__officer", "sitting__organ").get(pk=appeal_id)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the marking of an exam is: papers handed in, given to two, marked, closed; appeals open; who marks."""

    handed: int
    waiting: int
    unmarked: int
    closed: int
    appeals: int
    markers: tuple[Marker, ...]


def progress(exam: Exam) -> Progress:
    """Of an exam already selected in scope."""
    sat = Sitting.objects.filter(exam=exam, handed_at__isnull=False)
    held = Count("scripts", filter=Q(scripts__released_at__isnull=True) & ~Q(scripts__part=Part.ARBITER))
    unmarked = Script.objects.filter(sitting__exam=exam, released_at__isnull=True, marks__isnull=True)
    return Progress(
        sat.count(),
        sat.filter(closed_at__isnull=True).annotate(held=held).filter(held__lt=2).count(),
        unmarked.count(),
        sat.filter(closed_at__isnull=False).count(),
        Appeal.objects.filter(sitting__exam=exam, ruling__isnull=True).count(),
        tuple(Marker.objects.filter(exam=exam).select_related("officer__organ").order_by("arbiter", "pk")),
    )
