"""谁下放执法权限，谁负责培训: what departments owe the bodies that act on their powers."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Officer, Organ
from fadu.agencies.training import numbers
from fadu.agencies.training.figures.parts import listed, sessions, span, within_year
from fadu.agencies.training.kinds import BUSINESS, CourseKind, Method, Topic
from fadu.agencies.training.models import Session
from fadu.agencies.training.selectors import hours, rolls


@dataclass(frozen=True, slots=True)
class Pair:
    """A department and a body that acts on its powers, with the lessons it was given this year.

    Attributes:
        department, body: the two.
        lessons: sessions of business or practice that the department held for the body.
        visits: sessions of guidance.
        people: of the body, on the roll.
        taught: of these, who came to one of the lessons.
    """

    department: Organ
    body: Organ
    lessons: tuple[Session, ...]
    visits: int
    people: tuple[Officer, ...]
    taught: frozenset[int]

    def told(self, lacks: str) -> Behind:
        """A row behind a figure."""
        return Behind(f"{self.department.name} → {self.body.name}", reverse("training:sessions") + f"?organ={self.department.pk}", lacks)


def pairs(within: Organ, day: date) -> list[Pair]:
    """Every department and body below an organ between which powers were handed down this year."""
    first, after = span(day)
    organs = {organ.pk: organ for organ in Organ.objects.filter(path__startswith=within.path)}
    found = [pair for pair in numbers.handed(date(day.year, 1, 1), day) if pair.body_id in organs]
    departments = {organ.pk: organ for organ in Organ.objects.filter(pk__in=[pair.department_id for pair in found])}
    held = sessions(day)
    people: dict[int, list[Officer]] = {}
    for officer in rolls.on_roll(rolls.below(within), day).filter(organ_id__in=[pair.body_id for pair in found]):
        people.setdefault(officer.organ_id, []).append(officer)
    rows = []
    for pair in found:
        given = [item for item in held if item.organ_id == pair.department_id and any(guest.pk == pair.body_id for guest in item.audience.all())]
        lessons = tuple(item for item in given if item.course.kind in {*BUSINESS, CourseKind.SKILL})
        there = tuple(people.get(pair.body_id, ()))
        taught = hours.who(there, hours.counted(first, after).filter(session__in=[item.pk for item in lessons]))
        visits = sum(item.course.method == Method.GUIDANCE for item in given)
        rows.append(Pair(departments[pair.department_id], organs[pair.body_id], lessons, visits, there, taught))
    return rows


def twice(within: Organ, day: date) -> Reading:
    """Each department teaches each body it handed powers to as often as asked, and everybody there at least once."""
    needed = numbers.demanded("training.delegated.times", day)
    if needed is None:
        return Reading(None, None, why=numbers.why_not("training.delegated.times", day))
    least, rows = int(needed.value), []
    for pair in pairs(within, day):
        absent = len(pair.people) - len(pair.taught)
        lacks = f"当年 {len(pair.lessons)} 场，不足 {least} 场" if len(pair.lessons) < least else f"{absent} 人没有参加过" if absent else ""
        rows.append(pair.told(lacks))
    return _read(rows, day, f"每年不少于 {least} 次（{needed.clause}），每人至少参加 1 次")


def both_topics(within: Organ, day: date) -> Reading:
    """Each department that handed powers down taught its field and the items handed down, to every township that got them."""
    grouped: dict[int, list[Pair]] = {}
    for pair in pairs(within, day):
        grouped.setdefault(pair.department.pk, []).append(pair)
    rows = []
    for mine in grouped.values():
        topics = {topic for pair in mine for item in pair.lessons for topic in item.course.topics}
        topics |= {Topic.HANDED for pair in mine for item in pair.lessons if item.course.kind == CourseKind.DELEGATED}
        topics |= {Topic.FIELD for pair in mine for item in pair.lessons if item.course.kind == CourseKind.SPECIAL}
        left_out = [pair.body.name for pair in mine if not pair.taught]
        missing = [topic.label for topic in (Topic.FIELD, Topic.HANDED) if topic not in topics]
        lacks = f"没有人参训：{'、'.join(left_out)}" if left_out else f"没有讲{'、'.join(missing)}" if missing else ""
        rows.append(Behind(mine[0].department.name, reverse("training:sessions") + f"?organ={mine[0].department.pk}", lacks))
    return _read(rows, day, "每个下放事项的部门每年不少于 1 次，承接的乡镇都参训，专业知识和下放事项都讲")


def guided(within: Organ, day: date) -> Reading:
    """Each department visited each body at least once to guide its training."""
    return _read([pair.told("" if pair.visits else "当年没有指导") for pair in pairs(within, day)], day, "每对部门和乡镇街道每年指导不少于 1 次")


def skilled(within: Organ, day: date) -> Reading:
    """Each department taught each township, nine in ten of its people."""
    rows = []
    for pair in pairs(within, day):
        few = Fraction(len(pair.taught), len(pair.people)) < Fraction(9, 10) if pair.people else False
        rows.append(pair.told("当年没有培训" if not pair.lessons else f"{len(pair.people)} 人中参训 {len(pair.taught)} 人" if few else ""))
    return _read(rows, day, "每年不少于 1 场，人员覆盖率不低于 90%")


def _read(rows: list[Behind], day: date, why: str) -> Reading:
    return within_year(ratio(sum(not row.lacks for row in rows), len(rows), why=why if rows else "没有下放、赋权或者委托的关系", behind=listed(rows)), day)


FIGURES = (
    Figure("training.delegated", "赋权部门对乡镇街道的业务培训", "%", "每年不少于 2 次，每人至少 1 次", (("000", "二(一)2"),), twice),
    Figure("training.guidance", "赋权部门对乡镇街道培训的指导", "%", "每年不少于 1 次", (("000", "二(一)2"),), guided),
    Figure("training.handed", "下放事项专业培训", "%", "每年不少于 1 次，覆盖 100%", (("001", "二(五)"),), both_topics),
    Figure("training.township_skill", "县直部门对乡镇人员的业务技能培训", "%", "每年不少于 1 场，覆盖不低于 90%", (("004", "清单一(一)3"),), skilled),
)
