"""What everybody must have heard of: shares of people who attended something of a topic or kind."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q

from fadu.accounts.actors import Role
from fadu.agencies.figure import Clause, Figure, Reading
from fadu.agencies.models import Organ
from fadu.agencies.staffing.models import Assignment
from fadu.agencies.training.figures.parts import about, in_role, listed, person, share_of_people, span, within_year
from fadu.agencies.training.kinds import Campaign, CourseKind, Topic
from fadu.agencies.training.selectors import hours, rolls, rotation

NEARLY = Fraction(9, 10)
NEW_SUPERVISOR = timedelta(days=60)


def attended(
    which: Callable[[], Q], lacks: str, *, least: Fraction | int = 1, twelve_months: bool = False, front: bool = False
) -> Callable[[Organ, date], Reading]:
    """The share of people on the roll who attended such a session this year, or in the last twelve months.

    `front`: of those on the front line, where posts are registered; else of all.
    """

    def read(organ: Organ, day: date) -> Reading:
        people = list(rolls.on_roll(rolls.below(organ), day))
        if front and (there := frontline(organ, day)):
            people = [person for person in people if person.pk in there]
        first, after = span(day)
        if twelve_months:
            first = after - timedelta(days=365)
        done = hours.who(people, hours.counted(first, after).filter(which()))
        reading = share_of_people(people, done, lacks, least=least)
        return reading if twelve_months else within_year(reading, day)

    return read


def frontline(organ: Organ, day: date) -> set[int]:
    """Who holds a post on the front line on a day (一线执法岗位)."""
    there = Q(until__isnull=True) | Q(until__gte=day)
    found = Assignment.objects.filter(there, organ__path__startswith=organ.path, since__lte=day, post__frontline=True)
    return set(found.values_list("officer_id", flat=True))


def topic(*topics: Topic) -> Callable[[], Q]:
    """Attendances of courses on one of these topics."""
    return lambda: Q(session__course__in=about(*topics))


def kind(*kinds: CourseKind) -> Callable[[], Q]:
    """Attendances of courses of one of these kinds."""
    return lambda: Q(session__course__kind__in=kinds)


def turned(organ: Organ, day: date) -> Reading:
    """The year's rotation, judged on its last day; who makes up for it later is told, and changes nothing."""
    found = rotation.state(rolls.below(organ), day.year, day)
    later = f"；逾期完成 {len(found.later)} 人" if found.later else ""
    why = (f"截至 {min(day, found.due).isoformat()} 的在册人员（{found.clause}）" if found.due else "本地政策没有规定当年全员轮训的最后一日") + later
    reading = share_of_people(found.people, found.done, "未参加全员轮训", why=why)
    open_still = reading.met is False and (found.due is None or day <= found.due)
    return Reading(reading.value, None, reading.of, reading.why, reading.behind) if open_still else reading


def supervisors(organ: Organ, day: date) -> Reading:
    """Supervisors who were taught the law of supervision; who is new, within sixty days. An empty list is a miss, not a hundred percent."""
    posts = in_role(organ, Role.SUPERVISOR, day)
    if not posts:
        return Reading(Fraction(0), met=False, of=(0, 0), why="执法监督人员名册为空")
    people = [officer for officer, _ in posts]
    lessons = hours.counted(hours.year_span(2000)[0], hours.up_to(day)).filter(Q(session__course__in=about(Topic.SUPERVISION)) | kind(CourseKind.SUPERVISION)())
    done = hours.who(people, lessons)
    first_year = [(officer, since) for officer, since in posts if since > day - timedelta(days=365)]
    in_time = sum(bool(hours.who([officer], lessons.filter(session__starts_at__lt=hours.up_to(since + NEW_SUPERVISOR)))) for officer, since in first_year)
    told = f"新任 {len(first_year)} 人中 60 日内受训 {in_time} 人" if first_year else "近一年没有新任监督人员"
    reading = share_of_people(people, done, "没有学过执法监督法规", why=told)
    return Reading(reading.value, reading.met is True and in_time == len(first_year), reading.of, told, reading.behind)


def induction(organ: Organ, day: date) -> Reading:
    """People whose first credential was issued this year and who had been taught before."""
    people = rolls.first_issued(rolls.below(organ), day.year)
    lessons = hours.counted(hours.year_span(2000)[0], hours.up_to(day)).filter(kind(CourseKind.INDUCTION)())
    firsts = {officer.pk: min(officer.credentials.values_list("valid_from", flat=True)) for officer in people}
    done = {officer.pk for officer in people if hours.who([officer], lessons.filter(session__starts_at__lt=hours.up_to(firsts[officer.pk])))}
    return share_of_people(people, done, "发证前没有岗前培训", why="当年首次发证的人员")


def politics_hours(organ: Organ, day: date) -> Reading:
    """政治理论 hours per head."""
    people = list(rolls.on_roll(rolls.below(organ), day))
    sums = hours.fold(people, day.year, day)
    total = sum(sums[officer.pk][CourseKind.POLITICS] + sums[officer.pk][CourseKind.THOUGHT] for officer in people)
    if not people:
        return Reading(None, None, why="没有在册执法人员")
    none = [person(officer, "没有政治理论学时") for officer in people if not sums[officer.pk][CourseKind.POLITICS] + sums[officer.pk][CourseKind.THOUGHT]]
    return Reading(Fraction(total, len(people)), total > 0, (total, len(people)), f"合计 {total} 学时", listed(none))


def files(organ: Organ, day: date) -> Reading:
    """People whose training file has an entry this year; entries are the attendances themselves, so that nothing can differ."""
    people = list(rolls.on_roll(rolls.below(organ), day))
    first, after = span(day)
    reading = share_of_people(people, hours.who(people, hours.counted(first, after)), "当年档案没有条目", why="档案由签到生成，与培训流水差异 0%")
    return within_year(reading, day)


def campaigns(organ: Organ, day: date) -> Reading:
    """大培训、大练兵、大比武: which of the three were held this year, and who took part."""
    first, after = span(day)
    people = list(rolls.on_roll(rolls.below(organ), day))
    wanted = (Campaign.TRAINING, Campaign.PRACTICE, Campaign.CONTEST)
    lessons = hours.counted(first, after).filter(officer__organ__path__startswith=organ.path)
    there = {campaign: hours.who(people, lessons.filter(session__campaign=campaign)) for campaign in wanted}
    count = sum(bool(found) for found in there.values())
    why = "，".join(f"{campaign.label} {len(found)} 人" for campaign, found in there.items()) + f"；在册 {len(people)} 人"
    return within_year(Reading(Fraction(count), count == len(wanted), (count, len(wanted)), why), day)


def _figure(id_: str, title: str, line: str, clauses: tuple[Clause, ...], read: Callable[[Organ, date], Reading], unit: str = "%") -> Figure:
    return Figure(f"training.{id_}", title, unit, line, clauses, read)


FIGURES = (
    _figure("rotation", "全员轮训完成率", "规定的最后一日 100%，期后补训不改判", (("000", "二(一)2"), ("003", "三(一)2"), ("004", "清单一(一)2")), turned),
    _figure("supervisors", "监督人员学习培训覆盖率", "100%，新任 60 日内受训", (("000", "二(四)10"),), supervisors),
    _figure("ethics", "执法行为规范和职业道德教育覆盖率", "100%", (("000", "二(一)2"),), attended(topic(Topic.ETHICS), "当年没有参加")),
    _figure("digital", "一线人员信息化技能受训率", "100%", (("000", "二(五)13"),), attended(topic(Topic.DIGITAL), "当年没有参加", front=True)),
    _figure("politics", "政治理论和党性教育覆盖率", "100%", (("003", "三(一)1"),), attended(kind(CourseKind.POLITICS, CourseKind.THOUGHT), "当年没有参加")),
    _figure("politics_hours", "政治理论人均学时", "大于 0", (("000", "二(一)1"),), politics_hours, "小时"),
    _figure(
        "integrity", "勤政廉政教育覆盖率", "近 12 个月 100%", (("001", "二(三)"),),
        attended(topic(Topic.INTEGRITY), "近 12 个月没有参加", twelve_months=True),
    ),
    _figure("morals", "思想道德和素质教育覆盖率", "不低于 90%", (("002", "三(八)1"),), attended(topic(Topic.MORALS), "当年没有参加", least=NEARLY)),
    _figure("systems_people", "三项制度培训人员覆盖率", "不低于 90%", (("002", "三(五)1"),), attended(topic(Topic.SYSTEMS), "当年没有参加", least=NEARLY)),
    _figure("discretion", "裁量权基准专项培训覆盖率", "不低于 90%", (("003", "三(二)5"),), attended(topic(Topic.DISCRETION), "当年没有参加", least=NEARLY)),
    _figure(
        "schemes_people", "《行动计划》和《实施方案》培训覆盖率", "不低于 90%", (("004", "四"), ("004", "清单七(三)6")),
        attended(topic(Topic.SCHEMES), "当年没有参加", least=NEARLY),
    ),
    _figure("induction", "新发证人员岗前培训率", "100%", (("002", "三(八)2(2)"),), induction),
    _figure("files", "培训档案建档率", "100%，与流水差异不超过 1%", (("003", "三(一)2"),), files),
    _figure("campaigns", "大培训大练兵大比武", "三类年内各不少于 1 次", (("003", "三(一)2"),), campaigns, "项"),
)  # fmt: skip
