"""Figures of premises of townships and sub-districts (兴隆县指导意见附件)."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Prefetch, Q

from fadu.agencies.equipment.figures.judging import County, organs_held, untold
from fadu.agencies.equipment.kinds import EIGHT, FILMED, OFFICE, USED, Designated, Log, RoomUse, ThingState
from fadu.agencies.equipment.models import Calibration, Premises, PremisesLog, Room, Thing, ThingInterval
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.locality import set_here
from fadu.agencies.models import Organ

ONLINE = Fraction(99, 100)
FAULTY = Fraction(5, 100)
MONTH, YEAR = timedelta(days=30), timedelta(days=365)
NO_TOWNSHIP = "没有乡镇、街道"


def _premises(county: County) -> dict[int, list[Premises]]:
    running = Q(since__lte=county.day) & (Q(until__isnull=True) | Q(until__gte=county.day))
    logs = PremisesLog.objects.filter(on__lte=county.day, on__gt=county.day - YEAR)
    rows = Premises.objects.filter(running, organ__in=county.organs).prefetch_related(Prefetch("rooms", Room.objects.filter(running)), Prefetch("logs", logs))
    found: dict[int, list[Premises]] = {}
    for row in rows:
        found.setdefault(row.organ_id, []).append(row)
    return found


def _rooms(premises: Iterable[Premises]) -> list[Room]:
    return [room for item in premises for room in item.rooms.all()]


def _logs(premises: Iterable[Premises], what: Log) -> list[PremisesLog]:
    return [log for item in premises for log in item.logs.all() if log.what == what]


def _online(logs: Iterable[PremisesLog], day: date) -> str:
    """What is wrong with thirty days of being online; nobody looking is as bad as being off."""
    recent = [log.good for log in logs if log.on > day - MONTH]
    if not recent:
        return "近 30 日没有在线记录"
    return "" if Fraction(sum(recent), len(recent)) >= ONLINE else f"近 30 日在线率 {sum(recent)}/{len(recent)}"


def area(organ: Organ, day: date) -> Reading:
    """Floor area for each who enforces: townships eight, sub-districts four square metres."""
    least = {street: set_here(f"premises.{'street' if street else 'township'}.area", day) for street in (False, True)}
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str | None:
        value, people = least["街道" in item.name], len(county.people.get(item.pk, ()))
        if value is None or not people:
            return None
        if item.pk not in places:
            return "没有登记场所"
        square = sum(row.area for row in places[item.pk])
        if square >= people * int(value.value):
            return ""
        says = county.marks.get((item.pk, Designated.SAYS_AREA))
        return f"{square} 平方米 {people} 人" + (f"，部分达到（有说明：{says.paper}）" if says else "")

    if not any(least.values()):
        return untold("本地没有登记人均面积的规定")
    return organs_held(county.townships, judge, none="没有有执法人员的乡镇、街道")


def ceiling(organ: Organ, day: date) -> Reading:
    """Not above what the standard for offices allows."""
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str | None:
        mark = county.marks.get((item.pk, Designated.AREA_MOST))
        if mark is None or item.pk not in places:
            return None
        square = sum(row.area for row in places[item.pk])
        return "" if square <= (mark.amount or 0) else f"{square} 平方米，上限 {mark.amount} 平方米"

    return organs_held(county.organs, judge, none="没有登记办公用房面积上限")


def functions(organ: Organ, day: date) -> Reading:
    """Eight functions, and those for questioning, exhibits and files used within the year."""
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str:
        mine = places.get(item.pk, [])
        there = {use for room in _rooms(mine) for use in room.uses}
        used = {use for log in _logs(mine, Log.USED) if log.good and log.room_id for use in _uses(mine, log.room_id)}
        missing, idle = [use.label for use in EIGHT if use not in there], [use.label for use in USED if use in there and use not in used]
        return "；".join(([f"缺 {len(missing)} 项：{'、'.join(missing)}"] if missing else []) + ([f"一年内没有使用记录：{'、'.join(idle)}"] if idle else []))

    return organs_held(county.townships, judge, none=NO_TOWNSHIP)


def _uses(premises: Iterable[Premises], room_id: int) -> list[str]:
    return [use for room in _rooms(premises) if room.pk == room_id for use in room.uses]


def office(organ: Organ, day: date) -> Reading:
    """Five kinds of office equipment and a network that is online."""
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str:
        missing = [kind.label for kind in OFFICE if not county.count(item, kind)]
        offline = _online(_logs(places.get(item.pk, []), Log.BROADBAND), day)
        return "；".join(([f"没有{'、'.join(missing)}"] if missing else []) + ([f"宽带{offline}"] if offline else []))

    return organs_held(county.townships, judge, none=NO_TOWNSHIP)


def filmed(organ: Organ, day: date) -> Reading:
    """Registration, questioning and hearing are recorded throughout; without a sign of life the line is missed."""
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str:
        mine = places.get(item.pk, [])
        watched = [room for room in _rooms(mine) if room.filmed]
        missing = [use.label for use in FILMED if not any(use in room.uses for room in watched)]
        if missing:
            return f"没有录音录像监控：{'、'.join(missing)}"
        needed = [room for room in watched if set(room.uses) & set(FILMED)]
        faults = [(room.name, _online([log for log in _logs(mine, Log.VIDEO) if log.room_id == room.pk], day)) for room in needed]
        return "；".join(f"{name}{says}" for name, says in faults if says)

    return organs_held(county.townships, judge, none=NO_TOWNSHIP)


def reception(organ: Organ, day: date) -> Reading:
    """A place where complaints are received."""
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str:
        return "" if any(RoomUse.RECEPTION in room.uses for room in _rooms(places.get(item.pk, []))) else "没有接待投诉举报的场所"

    return organs_held(county.townships, judge, none=NO_TOWNSHIP)


def order(organ: Organ, day: date) -> Reading:
    """At most one thing in twenty broken, every certificate valid, and the quarter's check in order."""
    county = County(organ, day)
    places = _premises(county)
    then = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))
    state = dict(ThingInterval.objects.filter(then, thing__organ__in=county.townships).values_list("thing_id", "state"))
    good = set(Calibration.objects.filter(thing__isnull=False, since__lte=day, until__gte=day).values_list("thing_id", flat=True))
    things = list(Thing.objects.filter(pk__in=state))

    def judge(item: Organ) -> str:
        mine = [thing for thing in things if thing.organ_id == item.pk and state[thing.pk] in {ThingState.IN_USE, ThingState.REPAIR}]
        broken = sum(state[thing.pk] == ThingState.REPAIR for thing in mine)
        lapsed = sum(thing.calibrated and thing.pk not in good for thing in mine)
        checked = any(log.good and log.on > day - timedelta(days=92) for log in _logs(places.get(item.pk, []), Log.ORDER))
        return "；".join(
            ([f"{len(mine)} 件中 {broken} 件故障"] if mine and Fraction(broken, len(mine)) > FAULTY else [])
            + ([f"{lapsed} 件检定过期"] if lapsed else [])
            + ([] if checked else ["本季没有检查合格的记录"])
        )

    return organs_held(county.townships, judge, none=NO_TOWNSHIP)


def signs(organ: Organ, day: date) -> Reading:
    """Signs checked within the year by two people."""
    county = County(organ, day)
    places = _premises(county)

    def judge(item: Organ) -> str:
        found = [log for log in _logs(places.get(item.pk, []), Log.SIGNS) if log.good]
        return "" if any(len(log.by.replace("，", "、").split("、")) >= 2 for log in found) else "年内没有两人签名的检查合格记录"

    return organs_held(county.townships, judge, none=NO_TOWNSHIP)


FIGURES = (
    Figure("premises.area", "人均办公建筑面积达标", "%", "原则上乡镇不少于 8、街道不少于 4 平方米", (("001", "附件第三条"),), area),
    Figure("premises.ceiling", "办公用房不超标", "%", "实际不超过标准面积", (("001", "附件第二条"), ("001", "附件第三条")), ceiling),
    Figure(
        "premises.functions", "执法场所八项功能齐备", "%", "八项齐备；询问、物证、档案一年内有使用", (("001", "附件第四条"), ("004", "清单二(二)5")), functions
    ),
    Figure("premises.office", "办公通讯设备和宽带齐备", "%", "五类设备齐，宽带近 30 日在线不低于 99%", (("001", "附件第五条"),), office),
    Figure("premises.filmed", "登记、询问、听证场所全程录音录像", "%", "近 30 日在线不低于 99%", (("001", "附件第六条"),), filmed),
    Figure("premises.reception", "设置接待投诉举报的场所", "%", "100%", (("001", "附件第七条"),), reception),
    Figure("premises.order", "办公秩序和装备状态良好", "%", "故障率不超过 5%，检定有效率 100%", (("001", "附件第八条"),), order),
    Figure("premises.signs", "门头、条牌、门牌规范", "%", "年度现场检查合格，检查人两人签名", (("001", "附件第九条"),), signs),
)
"""Figures of premises."""
