"""Figures of insurance, counselling and the size of teams."""

from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.care.kinds import Cover
from fadu.agencies.care.models import Agreement, Away, Incident, Insurance
from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.equipment.kinds import Designated
from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.locality import set_here
from fadu.agencies.models import Officer, Organ

WITHIN = timedelta(hours=72)
"""After a grave event (参数，原文未定)."""


def _insured(organ: Organ, day: date, covers: tuple[Cover, ...]) -> Reading:
    """Who enforces and is insured on the day against each of these."""
    people = County(organ, day).everybody
    if not people:
        return untold("没有在册执法人员")
    running = Insurance.objects.filter(officer__in=people, since__lte=day, until__gte=day)
    have = {cover: set(running.filter(cover=cover).values_list("officer_id", flat=True)) for cover in covers}

    def lacks(person: Officer) -> str:
        missing = [cover.label for cover in covers if person.pk not in have[cover]]
        return f"不在保：{'、'.join(missing)}" if missing else ""

    return held([Behind(person.name, reverse("agencies:officer", args=[person.pk]), lacks(person)) for person in _named(people)], none="")


def insured(organ: Organ, day: date) -> Reading:
    """Insured against accidents."""
    return _insured(organ, day, (Cover.ACCIDENT,))


def insured_twice(organ: Organ, day: date) -> Reading:
    """Insured against accidents and injury at work."""
    return _insured(organ, day, (Cover.ACCIDENT, Cover.INJURY))


def gaps(organ: Organ, day: date) -> Reading:
    """Days of this year on which somebody who enforces now was in service and not insured against accidents."""
    people = County(organ, day).everybody
    if not people:
        return untold("没有在册执法人员")
    first = date(day.year, 1, 1)
    rows: dict[int, list[tuple[date, date]]] = {}
    for officer_id, since, until in Insurance.objects.filter(officer__in=people, cover=Cover.ACCIDENT, until__gte=first, since__lte=day).values_list(
        "officer_id", "since", "until"
    ):
        rows.setdefault(officer_id, []).append((since, until))
    bare = [(person, _bare(max(first, person.starts_on), day, rows.get(person.pk, []))) for person in _named(people)]
    behind = tuple(Behind(person.name, reverse("agencies:officer", args=[person.pk]), f"断保 {days} 天") for person, days in bare if days)
    total = sum(days for _, days in bare)
    return Reading(Fraction(total), total == 0, None, "", behind)


def _bare(first: date, last: date, spans: list[tuple[date, date]]) -> int:
    """Days from the first to the last that no span covers; both ends of a span count."""
    covered = {since.toordinal() + step for since, until in spans for step in range((until - since).days + 1)}
    return sum(day not in covered for day in range(first.toordinal(), last.toordinal() + 1))


def counselling(organ: Organ, day: date) -> Reading:
    """Days of this year without an agreement on counselling, of the organ itself or one above."""
    above = [int(step) for step in organ.path.strip("/").split("/")]
    spans = list(Agreement.objects.filter(organ__in=above, since__lte=day).values_list("since", "until"))
    if not spans:
        return Reading(Fraction(0), met=False, why="没有登记心理咨询服务协议")
    first = date(day.year, 1, 1)
    bare, days = _bare(first, day, spans), (day - first).days + 1
    return Reading(Fraction(days - bare), bare == 0, (days - bare, days), f"本年 {days} 天中 {bare} 天没有有效协议")


def crises(organ: Organ, day: date) -> Reading:
    """Grave events of this year after which help was offered within 72 hours."""
    found = Incident.objects.filter(organ__in=County(organ, day).organs, happened_at__year=day.year, happened_at__date__lte=day).prefetch_related("offers")
    rows = [
        Behind(
            str(row),
            reverse("care:incidents_row", args=[row.pk]),
            "" if any(item.offered_at <= row.happened_at + WITHIN for item in row.offers.all()) else "72 小时内没有提供帮助",
        )
        for row in found
    ]
    return held(rows, none="本年没有登记重大执法事件")


def posts(organ: Organ, day: date) -> Reading:
    """Posts of each township's team within the limits; the number comes with its paper."""
    least, most = set_here("team.posts.least", day), set_here("team.posts.most", day)
    if least is None or most is None:
        return untold("本地没有登记队伍编制的上下限")
    county = County(organ, day)

    def judge(item: Organ) -> str | None:
        mark = county.marks.get((item.pk, Designated.POSTS))
        if mark is None:
            return None
        there = len(county.people.get(item.pk, ()))
        return "" if int(least.value) <= (mark.amount or 0) <= int(most.value) else f"编制 {mark.amount} 人，实有 {there} 人"

    return organs_held(county.townships, judge, none="没有登记机构编制部门核定的编制数")


def fulltime(organ: Organ, day: date) -> Reading:
    """People at work in each township's team: not those seconded or long away."""
    least, small = set_here("team.fulltime.least", day), set_here("team.fulltime.small", day)
    if least is None or small is None:
        return untold("本地没有登记专职人员的下限")
    county = County(organ, day)
    away = set(Away.objects.filter(organ__in=county.townships, since__lte=day).exclude(until__lte=day).values_list("officer_id", flat=True))

    def judge(item: Organ) -> str:
        there = len(county.people.get(item.pk, set()) - away)
        wanted = int((small if (item.pk, Designated.SMALL) in county.marks else least).value)
        if there >= wanted:
            return ""
        says = county.marks.get((item.pk, Designated.SAYS_TEAM))
        return f"实际专职 {there} 人，应不少于 {wanted} 人" + (f"，部分达到（有说明：{says.paper}）" if says else "")

    return organs_held(county.townships, judge, none="没有乡镇、街道")


def _named(people: set[int]) -> list[Officer]:
    return list(Officer.objects.filter(pk__in=people).order_by("pk"))


_INSURANCE = (("000", "二(六)16"), ("003", "三(五)12"), ("004", "清单六(二)4"))
_COUNSEL = (("000", "二(六)16"), ("003", "三(五)12"), ("004", "清单六(二)6"))
FIGURES = (
    Figure("care.insured", "一线执法人员在保", "%", "100%", _INSURANCE, insured),
    Figure("care.insured.both", "意外险、工伤险在保", "%", "100%", (("002", "三(八)2(3)"),), insured_twice),
    Figure("care.gaps", "断保天数", "天", "0", (("000", "二(六)16"), ("002", "三(八)2(3)")), gaps),
    Figure("care.counselling", "心理咨询服务协议有效天数", "天", "全年有效", _COUNSEL, counselling),
    Figure("care.crises", "重大事件后 72 小时内干预", "%", "100%", _COUNSEL, crises),
    Figure("care.team.posts", "乡镇综合执法队编制", "%", "10 至 21 人，凭机构编制文件", (("001", "二(六)"),), posts),
    Figure("care.team.fulltime", "乡镇实际专职人员", "%", "原则上不少于 6 人，所列小乡不少于 4 人", (("001", "二(六)"),), fulltime),
)
"""Figures of support and teams."""
