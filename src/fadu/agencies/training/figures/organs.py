"""What each organ must hold in a year."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from fadu.agencies.equipment.figures.judging import County
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.models import Officer, Organ
from fadu.agencies.training import numbers
from fadu.agencies.training.figures.parts import listed, organ, sessions, share_of_organs, share_of_people, span, within_year
from fadu.agencies.training.kinds import BUSINESS, CourseKind, Method, Topic
from fadu.agencies.training.models import Attendance, Session
from fadu.agencies.training.selectors import rolls
from fadu.agencies.training.selectors.hours import counted, who

LEAST_METHODS = 2
"""How many ways of holding a session an organ uses: 河北区实施方案二(一)2 lists four and "等方式", so not all are asked."""


def methods(within: Organ, day: date) -> Reading:
    """Organs that used two ways of teaching or more; one that used a single way is told."""
    used: dict[int, list[str]] = {}
    for session in sessions(day):
        used.setdefault(session.organ_id, []).append(session.course.method)
        for guest in session.audience.all():
            if guest.pk != session.organ_id:
                used.setdefault(guest.pk, []).append(session.course.method)
    found = rolls.enforcing(within, day)
    rows, done = [], 0
    for item in found:
        ways = {method: used.get(item.pk, []).count(method) for method in used.get(item.pk, [])}
        told = "、".join(f"{Method(method).label} {count} 场" for method, count in ways.items()) or "没有培训"
        done += len(ways) >= LEAST_METHODS
        rows.append(organ(item, "" if len(ways) >= LEAST_METHODS else f"只有{told}" if ways else told))
    reading = (
        Reading(Fraction(done, len(found)), done == len(found), (done, len(found)), "举办和参加的都算", listed(rows))
        if found
        else Reading(None, None, why="没有执法机关")
    )
    return within_year(reading, day)


def held_or_sent(which: Callable[[Session], bool], lacks: str) -> Callable[[Organ, date], Reading]:
    """Organs that held such a session this year or sent somebody to one."""

    def read(within: Organ, day: date) -> Reading:
        found = [session for session in sessions(day) if which(session)]
        sent = Attendance.objects.filter(session__in=found, struck_at__isnull=True).values_list("officer__organ_id", flat=True)
        done = {session.organ_id for session in found} | set(sent)
        return within_year(share_of_organs(rolls.enforcing(within, day), done, lacks), day)

    return read


def on_topic(topic: Topic) -> Callable[[Session], bool]:
    """Sessions on a topic."""
    return lambda session: topic in session.course.topics


def systems(within: Organ, day: date) -> Reading:
    """Organs that held a session on the three systems, or an exchange, as often as the locality asks."""
    needed = numbers.demanded("training.systems.times", day)
    least = int(needed.value) if needed else 1
    times: dict[int, int] = {}
    for session in sessions(day):
        if Topic.SYSTEMS in session.course.topics:
            times[session.organ_id] = times.get(session.organ_id, 0) + 1
    done = [pk for pk, count in times.items() if count >= least]
    return within_year(share_of_organs(rolls.enforcing(within, day), done, f"三项制度专题不足 {least} 次"), day)


def own_business(within: Organ, day: date) -> Reading:
    """Organs that held their own lessons of business and practice, with a printed course among them."""
    found = [session for session in sessions(day) if session.course.kind in {*BUSINESS, CourseKind.SKILL}]
    courses = {session.course.material for session in found if session.course.material}
    done = {session.organ_id for session in found}
    reading = share_of_organs(rolls.enforcing(within, day), done, "当年没有举办业务技能培训", why=f"当年使用教程 {len(courses)} 套")
    if reading.met and not courses:
        reading = Reading(reading.value, met=False, of=reading.of, why="当年没有培训教程", behind=reading.behind)
    return within_year(reading, day)


def public_of_justice(within: Organ, day: date) -> Reading:
    """People on the roll who attended 公共法律知识 that the justice department held."""
    people = list(rolls.on_roll(rolls.below(within), day))
    first, after = span(day)
    lessons = counted(first, after).filter(session__organ__in=rolls.justice(within), session__course__kind=CourseKind.PUBLIC)
    return within_year(share_of_people(people, who(people, lessons), "没有参加司法行政部门组织的公共法律知识培训"), day)


def drills(within: Organ, day: date) -> Reading:
    """Townships with a drill this year, held by them or for them."""
    towns = rolls.townships(within, day)
    done = {guest.pk for session in sessions(day) if session.course.method == Method.DRILL for guest in session.audience.all()}
    return within_year(share_of_organs(towns, done, "当年没有实战演练"), day)


def joint(within: Organ, day: date) -> Reading:
    """统筹培训: the scheme in force, what the justice department held this year and which organs took part."""
    bureaus = {bureau.pk for bureau in rolls.justice(within)}
    found = [session for session in sessions(day) if session.organ_id in bureaus]
    sent = set(Attendance.objects.filter(session__in=found, struck_at__isnull=True).values_list("officer__organ_id", flat=True))
    schemes = County(within, day).over(Rule.JOINT_TRAINING)
    why = f"县司法局当年统筹培训 {len(found)} 场；" + (f"现行机制文件：{schemes[0]}" if schemes else "没有经复核的现行机制文件")
    reading = within_year(share_of_organs(rolls.enforcing(within, day), sent, "没有参加统筹培训", why=why), day)
    return reading if schemes or reading.value is None else Reading(reading.value, met=False, of=reading.of, why=reading.why, behind=reading.behind)


def registered(within: Organ, day: date) -> Reading:
    """Organs that are on the platform of training: somebody there has an account by which to sign in and sit exams."""
    there = Officer.objects.filter(organ__path__startswith=within.path, user__isnull=False, starts_on__lte=day).values_list("organ_id", flat=True)
    return share_of_organs(rolls.enforcing(within, day), set(there), "没有人开通账号")


FIGURES = (
    Figure("training.registered", "培训平台注册机关", "%", "100%", (("003", "三(一)2"),), registered),
    Figure("training.methods", "培训方式不少于两种的机关", "%", "每机关不少于 2 种，100%", (("000", "二(一)2"),), methods),
    Figure(
        "training.supervision_law", "学习监督法规的机关", "%", "举办或者参加过，100%", (("000", "二(四)10"),),
        held_or_sent(on_topic(Topic.SUPERVISION), "当年没有举办或者参加"),
    ),
    Figure("training.public_all", "司法行政部门公共法律知识培训覆盖率", "%", "100%", (("000", "二(一)2"),), public_of_justice),
    Figure("training.drills", "开展实战演练的乡镇", "%", "每乡镇每年不少于 1 次", (("001", "二(五)"),), drills),
    Figure("training.systems", "开展三项制度专题培训的机关", "%", "每机关每年不少于 1 次", (("002", "三(五)1"),), systems),
    Figure("training.own_business", "举办业务技能培训的机关", "%", "每机关每年不少于 1 场，有教程", (("003", "三(一)2"),), own_business),
    Figure("training.joint", "统筹培训机制和参训机关", "%", "机制现行，每年不少于 1 场，100%", (("004", "清单一(一)1"),), joint),
    Figure(
        "training.schemes", "开设两方案培训的机关", "%", "100%", (("004", "清单七(三)6"),),
        held_or_sent(on_topic(Topic.SCHEMES), "当年没有开设或者参加"),
    ),
)  # fmt: skip
