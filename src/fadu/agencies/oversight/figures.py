"""Figures counted from the registers of oversight."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.figure import Behind, Clause, Figure, Reading
from fadu.agencies.figures.common import below
from fadu.agencies.kinds import Level
from fadu.agencies.models import Organ
from fadu.agencies.oversight.kinds import EIGHT, Subject, Topic, Way, Where
from fadu.agencies.oversight.models import Activity, Portal, Probe, YearPlan

PLANNED_BY = (3, 31)
"""By when the year's plan is approved (参数，河北区实施方案二(四)12 未定日期)."""
FRESH = timedelta(days=30)
"""How old the newest entry of the column may be (兴隆县指导意见三(七): 30 日内有更新)."""
STALE = timedelta(hours=48)
"""After how long without an answer it can't be told whether an address is reached."""
FOUR = (Way.REPORT, Way.APPRAISAL, Way.STATISTICS, Way.FILES)
TWELVE: Clause = ("000", "二(四)12")
COLUMN: Clause = ("001", "三(七)")


def planned(organ: Organ, day: date) -> Reading:
    """The year's plan of supervision, checked, approved by 31 March, with its tasks done at the end of the year."""
    rows = YearPlan.objects.filter(organ__in=below(organ, day), year=day.year, issued_on__lte=day).exclude(checked_name="").select_related("organ")
    last = date(day.year, *PLANNED_BY)
    over = day == date(day.year, 12, 31)
    found = []
    for row in rows.order_by("issued_on"):
        late = f"{row.issued_on} 才批准" if row.issued_on > last else ""
        found.append(
            Behind(
                f"{row.organ.name} {row}：任务 {row.done}/{row.tasks}",
                reverse("oversight:plans_row", args=[row.pk]),
                late or ("年末任务没有完成" if over and row.done < row.tasks else ""),
            )
        )
    if not found and day <= last:
        return untold(f"{day.year} 年监督工作方案 {last:%m 月 %d 日}前批准，还没有登记")
    met = bool(found) and not any(row.lacks for row in found)
    return Reading(
        Fraction(len(found)),
        met,
        None,
        "经复核的年度监督工作方案" if found else "没有经复核的年度监督工作方案",
        tuple(sorted(found, key=lambda row: not row.lacks)),
    )


def ways(organ: Organ, day: date) -> Reading:
    """The four ways of supervision, each used this year."""
    used = _counted(organ, day, "way")
    rows = [Behind(f"{way.label} {used.get(way.value, 0)} 次", _list(way=way.value), "" if used.get(way.value) else "当年没有") for way in FOUR]
    return _by_end_of_year(held(rows, none=""), day)


def subjects(organ: Organ, day: date) -> Reading:
    """The five objects of supervision, each supervised this year, and what was found there put right."""
    rows = []
    for subject in Subject:
        found = list(_activities(organ, day).filter(subject=subject))
        wrong, mended, looked = (sum(getattr(row, name) for row in found) for name in ("found", "mended", "looked_at"))
        lacks = "当年没有监督" if not looked else f"问题 {wrong} 个，整改 {mended} 个" if mended < wrong else ""
        rows.append(Behind(f"{subject.label}：监督 {looked} 个，问题 {wrong} 个，整改 {mended} 个", _list(subject=subject.value), lacks))
    return _by_end_of_year(held(rows, none=""), day)


def within(organ: Organ, day: date) -> Reading:
    """Departments that supervised their own units this year."""
    done = set(_activities(organ, day).filter(target__isnull=True).values_list("organ_id", flat=True))
    departments = [one for one in County(organ, day).enforcing if one.level != Level.TOWNSHIP]
    return _by_end_of_year(organs_held(departments, lambda one: "" if one.pk in done else "当年没有部门内监督", none="没有有执法人员的部门"), day)


def reachable(organ: Organ, day: date) -> Reading:
    """Columns in use whose address answered when it was last asked."""
    rows = []
    for portal, probe in _asked(organ, day):
        label = f"{portal.organ.name} {portal}" + (f"（{timezone.localtime(probe.at):%Y-%m-%d %H:%M}）" if probe else "")
        rows.append(
            Behind(label, reverse("oversight:portals_row", args=[portal.pk]), "" if probe and probe.ok else (probe.fault if probe else "近两日没有探测"))
        )
    if rows and all(row.lacks == "近两日没有探测" for row in rows):
        return untold("登记的栏目近两日都没有探测")
    return held(rows, none="没有登记公示栏目的网址")


def fresh(organ: Organ, day: date) -> Reading:
    """Columns as a whole whose newest entry is no older than thirty days; a page that tells no day is not fresh."""
    rows = []
    for portal, probe in _asked(organ, day):
        if portal.topic != Topic.ALL:
            continue
        newest = probe.newest if probe else None
        age = (day - newest).days if newest else None
        lacks = "打不开" if probe and not probe.ok else "页面上没有日期" if age is None else f"最新条目在 {age} 天前" if age > FRESH.days else ""
        rows.append(Behind(f"{portal.organ.name} {portal}：最新 {newest or '—'}", reverse("oversight:portals_row", args=[portal.pk]), lacks))
    return held(rows, none="没有登记执法信息公示总栏目的网址")


def eight(organ: Organ, day: date) -> Reading:
    """For each township: the eight kinds of information on two platforms, each with an address that answers."""
    townships = County(organ, day).townships
    good: dict[int, set[tuple[str, str]]] = {}
    for portal, probe in _asked(organ, day):
        if probe and probe.ok and portal.where in {Where.GOVERNMENT, Where.PLATFORM} and portal.topic in EIGHT:
            good.setdefault(portal.organ_id, set()).add((portal.where, portal.topic))
    of = 2 * len(EIGHT)
    rows = [
        Behind(
            f"{one.name}：{len(good.get(one.pk, ()))}/{of} 格",
            reverse("agencies:organ", args=[one.pk]),
            "" if len(good.get(one.pk, ())) == of else "没有登记或者打不开的栏目",
        )
        for one in townships
    ]
    cells = sum(len(good.get(one.pk, ())) for one in townships)
    if not townships:
        return untold("没有乡镇、街道")
    return Reading(
        Fraction(cells, of * len(townships)),
        cells == of * len(townships),
        (cells, of * len(townships)),
        "八类信息在两个平台上有可达的栏目",
        tuple(sorted(rows, key=lambda row: not row.lacks)),
    )


def _asked(organ: Organ, day: date) -> list[tuple[Portal, Probe | None]]:
    """The columns in use with the last answer before the end of the day, unless it is too old."""
    running = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    portals = list(Portal.objects.filter(running, organ__in=below(organ, day)).select_related("organ").order_by("organ__path", "pk"))
    end = timezone.make_aware(datetime.combine(day + timedelta(1), time.min))
    last: dict[int, Probe] = {}
    for probe in Probe.objects.filter(portal__in=portals, at__lt=end, at__gte=end - STALE - timedelta(1)).order_by("at"):
        last[probe.portal_id] = probe
    return [(portal, last.get(portal.pk)) for portal in portals]


def _activities(organ: Organ, day: date) -> QuerySet[Activity]:
    return Activity.objects.filter(organ__in=below(organ, day), held_on__year=day.year, held_on__lte=day)


def _counted(organ: Organ, day: date, name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for value in _activities(organ, day).values_list(name, flat=True):
        found[value] = found.get(value, 0) + 1
    return found


def _by_end_of_year(reading: Reading, day: date) -> Reading:
    """What may still be done this year is judged on its last day."""
    if reading.met is False and day < date(day.year, 12, 31):
        return Reading(reading.value, None, reading.of, f"{reading.why}；年内尚可补，年末判定", reading.behind)
    return reading


def _list(**asked: str) -> str:
    return reverse("oversight:activities") + "?" + "&".join(f"{name}={value}" for name, value in asked.items())


FIGURES = (
    Figure("oversight.planned", "年度监督工作方案", "份", "3 月 31 日前批准，年末任务完成", (TWELVE,), planned),
    Figure("oversight.ways", "四种监督方式", "%", "工作报告、考评、统计、评查当年各不少于 1 次", (TWELVE,), ways),
    Figure("oversight.subjects", "五类监督对象", "%", "主体、人员、证件、案卷、三项制度当年都有监督，问题整改 100%", (TWELVE,), subjects),
    Figure("oversight.within", "开展部门内监督的部门", "%", "每年不少于 1 次，100%", (TWELVE,), within),
    Figure("oversight.reachable", "公示栏目可达率", "%", "100%", (COLUMN, ("002", "二(一)1(2)"), ("002", "二(一)1(4)"), ("002", "二(一)1(5)")), reachable),
    Figure("oversight.fresh", "公示总栏目 30 日内有更新", "%", "100%", (COLUMN,), fresh),
    Figure("oversight.eight", "乡镇八类信息在两个平台公开", "%", "每乡镇 16 格，100%", (COLUMN,), eight),
)
"""Of oversight."""
