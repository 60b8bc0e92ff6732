"""The lists of training that go in and out as worksheets: courses, attendance from signed paper lists, hours."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, reaches, scope
from fadu.agencies.models import Officer
from fadu.agencies.training import forms, services
from fadu.agencies.training.kinds import CourseKind
from fadu.agencies.training.models import Attendance, Session
from fadu.agencies.training.selectors import hours, rolls, scoped
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Clean, Fault, Faults, Loaded, Row, Sheet, Tick, register

EVERY = 200
MANAGE, SEE = "training.manage", "training.see"


def _organ_field(actor: Actor) -> Field:
    found = scoped.organs(actor).values_list("name", flat=True)
    return Field(name="organ", label="举办机关", kind=Kind.CHOICE, choices=tuple((name, name) for name in found))


def course_fields(actor: Actor) -> Sequence[Field]:
    """A course with the organ that holds it."""
    return (_organ_field(actor), *forms.COURSE)


def course_rows(actor: Actor) -> Iterator[Clean]:
    """The courses still held, within reach."""
    for course in scoped.courses(actor).filter(ends_on__isnull=True).order_by("organ__path", "pk"):
        yield {"organ": course.organ.name, **{field.name: getattr(course, field.name) for field in forms.COURSE}}


def load_courses(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Courses by organ and title: new ones are added, those that differ are changed."""
    organs = {organ.name: organ for organ in scoped.organs(actor, action=MANAGE)}
    kept = {(course.organ_id, course.title): course for course in scoped.courses(actor, action=MANAGE).filter(ends_on__isnull=True)}
    faults, added, changed, unchanged = [], 0, 0, 0
    labels = {field.name: field.label for field in course_fields(actor)}
    for at, row in enumerate(rows, 1):
        data = dict(row.values)
        organ = organs.get(str(data.pop("organ")))
        if organ is None:
            faults.append(Fault(row.line, "举办机关", "这个机关不在您的管辖范围内"))
            continue
        course = kept.get((organ.pk, data["title"]))
        try:
            if course is None:
                fresh = services.add_course(actor, organ.pk, data)
                kept[organ.pk, fresh.title] = fresh
                added += 1
            elif any(getattr(course, name) != value for name, value in {"topics": [], "material": "", **data}.items()):
                services.edit_course(actor, course.pk, data, reason="由工作表导入")
                changed += 1
            else:
                unchanged += 1
        except Invalid as wrong:
            faults += [Fault(row.line, labels.get(name, ""), text) for name, text in wrong.errors.items()]
        if at % EVERY == 0:
            tick(at)
    if faults:
        raise Faults(faults)
    return Loaded(added, changed, unchanged)


ATTENDANCE = (
    Field(name="session", label="场次编号", kind=Kind.INT, least=1, help="场次页面上的编号"),
    Field(name="organ", label="所属机关", longest=100),
    Field(name="name", label="姓名", longest=60),
    Field(name="list", label="签到表", longest=100, help="纸质签到表放在哪里、第几页", example="2026 年培训卷 3-1 第 2 页"),
)
"""A line of a signed paper list."""


def attendance_fields(_actor: Actor) -> Sequence[Field]:
    """A line of a signed paper list; the same for everybody."""
    return ATTENDANCE


def attendance_rows(actor: Actor) -> Iterator[Clean]:
    """Who attended the sessions of this year that the organs within reach held."""
    found = Attendance.objects.filter(scope(actor, SEE, organ="session__organ_id"), struck_at__isnull=True, session__starts_at__year=timezone.localdate().year)
    for row in (
        found.select_related("officer__organ", "session").order_by("session__starts_at", "session_id", "officer__organ__path", "pk").iterator(chunk_size=500)
    ):
        yield {"session": row.session_id, "organ": row.officer.organ.name, "name": row.officer.name, "list": row.reason or row.get_via_display()}


def load_attendance(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Lines of signed lists become attendances; who is there already is left as they are."""
    sessions = {session.pk: session for session in Session.objects.filter(pk__in={row.values["session"] for row in rows})}
    people: dict[tuple[str, str], list[Officer]] = {}
    for officer in Officer.objects.filter(name__in={row.values["name"] for row in rows}).select_related("organ"):
        people.setdefault((officer.organ.name, officer.name), []).append(officer)
    there = set(Attendance.objects.filter(session__in=sessions, struck_at__isnull=True).values_list("session_id", "officer_id"))
    faults, added, unchanged = [], 0, 0
    for at, row in enumerate(rows, 1):
        session = sessions.get(row.values["session"])
        day = timezone.localdate(session.starts_at) if session else timezone.localdate()
        named = [item for item in people.get((row.values["organ"], row.values["name"]), []) if item.ends_on is None or item.ends_on > day]
        if session is None or not reaches(actor, MANAGE, session.organ_id):
            faults.append(Fault(row.line, "场次编号", "没有这个场次，或者不在您的管辖范围内"))
        elif len(named) != 1:
            faults.append(Fault(row.line, "姓名", "这个机关当日没有这个人" if not named else "这个机关有同名的人，请在场次页面补登"))
        elif (session.pk, named[0].pk) in there:
            unchanged += 1
        else:
            try:
                services.add_from_paper(actor, session.pk, named[0].pk, reason=f"纸质签到表：{row.values['list']}")
            except (Invalid, NotAllowed) as wrong:
                faults.append(Fault(row.line, "姓名", str(wrong)))
            else:
                there.add((session.pk, named[0].pk))
                added += 1
        if at % EVERY == 0:
            tick(at)
    if faults:
        raise Faults(faults)
    return Loaded(added, 0, unchanged)


def hours_fields(_actor: Actor) -> Sequence[Field]:
    """A person's year: whole, by kind, what is lacking."""
    kinds = tuple(Field(name=kind.value, label=str(kind.label), kind=Kind.INT, required=False) for kind in CourseKind)
    return (
        Field(name="organ_name", label="机关"),
        Field(name="person", label="姓名"),
        Field(name="year", label="年度", kind=Kind.INT),
        Field(name="total", label="合计学时", kind=Kind.INT),
        *kinds,
        Field(name="lacks", label="不足", required=False),
    )


def hours_rows(actor: Actor) -> Iterator[Clean]:
    """Everybody on the roll within reach with this year's hours."""
    today = timezone.localdate()
    people: Iterable[Officer] = rolls.on_roll(scope(actor, SEE), today)
    for found in hours.standings(people, today.year, today):
        lacks = "；".join(f"{met.demand.label}差 {met.missing}" for met in found.lacking)
        sums: dict[str, Any] = {kind.value: found.hours.get(kind, 0) for kind in CourseKind}
        yield {"organ_name": found.officer.organ.name, "person": found.officer.name, "year": today.year, "total": found.total, **sums, "lacks": lacks}


def load_hours(_actor: Actor, rows: Sequence[Row], _tick: Tick) -> Loaded:
    """Hours are never brought in: they follow from attendance."""
    raise Faults([Fault(rows[0].line if rows else 1, "", "学时由签到得出，不能导入；纸质签到表请用“培训签到”表导入")])


COURSES = Sheet(
    "courses", "培训课程", course_fields, MANAGE, SEE, load_courses, course_rows,
    ("一行一门课程。举办机关和课程名称都相同的按修改处理。", "实操技能训练只能线下组织；已经有人参加的课程，种类、学时不能改。"),
)  # fmt: skip
PAPER = Sheet(
    "attendance", "培训签到", attendance_fields, MANAGE, SEE, load_attendance, attendance_rows,
    ("一行一人，照纸质签到表填写。场次编号见场次页面。", "已经签到的人再导入也只算一次；不在参训机关的人不能导入。"),
)  # fmt: skip
HOURS = Sheet("training-hours", "培训学时", hours_fields, MANAGE, SEE, load_hours, hours_rows, ("学时由签到得出，只供导出。",))


def register_all() -> None:
    """Make the three known."""
    for sheet in (COURSES, PAPER, HOURS):
        register(sheet)
