"""Figures of money, uniforms, rules on recording, and monitoring devices."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from django.db.models import Q

from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.equipment.kinds import Designated, Line, Rule
from fadu.agencies.equipment.models import BudgetLine, Device, Uniform
from fadu.agencies.equipment.selectors.devices import read
from fadu.agencies.equipment.selectors.needs import enforcers
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import Field
from fadu.agencies.locality import set_here
from fadu.agencies.models import Organ
from fadu.law.calendar import civil

FIVE = 5
"""Elements of the rules on recording: 设备配备、使用规范、记录要素、存储应用、监督管理."""

Money = dict[tuple[int, str], BudgetLine]


def _lines(organs: list[Organ], year: int) -> Money:
    return {(row.organ_id, row.line): row for row in BudgetLine.objects.filter(organ__in=organs, year=year)}


def _missing(money: Money, organ: Organ, *lines: Line) -> str:
    none = [line.label for line in lines if (organ.pk, line) not in money or not money[organ.pk, line].planned]
    return f"没有预算：{'、'.join(none)}" if none else ""


def listed(organ: Organ, day: date) -> Reading:
    """Every organ that enforces has money for its work and its equipment in the budget of the year."""
    county = County(organ, day)
    money = _lines(county.organs, day.year)
    return organs_held(county.enforcing, lambda item: _missing(money, item, Line.WORK, Line.EQUIPMENT), none="没有有执法人员的机关")


def listed_with_supervision(organ: Organ, day: date) -> Reading:
    """Likewise, and the justice department for supervision."""
    county = County(organ, day)
    money = _lines(county.organs, day.year)

    def judge(item: Organ) -> str | None:
        lines = [*([Line.WORK, Line.EQUIPMENT] if county.people.get(item.pk) else []), *([Line.SUPERVISION] if item.field == Field.JUSTICE else [])]
        return _missing(money, item, *lines) if lines else None

    return organs_held(county.organs, judge, none="没有应列预算的机关")


def recording_listed(organ: Organ, day: date) -> Reading:
    """Money for recording equipment."""
    county = County(organ, day)
    money = _lines(county.organs, day.year)
    return organs_held(county.enforcing, lambda item: _missing(money, item, Line.AUDIOVISUAL), none="没有有执法人员的机关")


def township_listed(organ: Organ, day: date) -> Reading:
    """The county provides for the townships."""
    county = County(organ, day)
    money = _lines(county.organs, day.year)
    return organs_held(county.townships, lambda item: _missing(money, item, Line.WORK), none="没有乡镇")


def paid(organ: Organ, day: date) -> Reading:
    """Granted of what was planned; told at the end of the year unless it is all there before."""
    money = _lines(County(organ, day).organs, day.year).values()
    planned, granted = sum(row.planned for row in money), sum(row.granted for row in money)
    if not planned:
        return untold(f"没有登记 {day.year} 年预算")
    rows = [
        Behind(f"{row.organ.name} {row}", "", "" if row.granted >= row.planned else f"拨付 {Fraction(row.granted * 100, row.planned or 1).__round__()}%")
        for row in sorted(money, key=lambda row: row.granted >= row.planned)
    ]
    found = ratio(granted, planned, behind=tuple(rows))
    if not found.met and (day.month, day.day) != (12, 31):
        return Reading(found.value, None, found.of, "年末再判断是否足额拨付", found.behind)
    return found


def per_head(organ: Organ, day: date) -> Reading:
    """Planned for each who enforces, against the year before (人均经费同比)."""
    county, before = County(organ, day), date(day.year - 1, 12, 31)
    now, then = (sum(row.planned for row in _lines(county.organs, year).values()) for year in (day.year, day.year - 1))
    people, former = len(county.everybody), sum(map(len, enforcers(county.organs, before).values()))
    if not (now and then and people and former):
        return untold("缺本年或者上年的预算、人数")
    change = Fraction(now, people) / Fraction(then, former)
    return Reading(change, change >= 1, None, f"本年人均 {now // people // 100:,} 元，上年人均 {then // former // 100:,} 元")


def dedicated(organ: Organ, day: date) -> Reading:
    """What townships spent of it on anything else, in 元."""
    county = County(organ, day)
    rows = [row for row in _lines(county.townships, day.year).values() if row.planned]
    if not rows:
        return untold(f"没有登记乡镇 {day.year} 年执法经费")
    astray = sum(row.astray for row in rows)
    behind = tuple(Behind(f"{row.organ.name} {row}", "", f"非执法支出 {row.astray // 100:,} 元") for row in rows if row.astray)
    return Reading(Fraction(astray, 100), astray == 0, None, "", behind)


def dressed(organ: Organ, day: date) -> Reading:
    """Of organs under a national uniform, who enforces and has one that is not past its day."""
    county = County(organ, day)
    due = {person for item in county.enforcing if (item.pk, Designated.UNIFORM) in county.marks for person in county.people[item.pk]}
    running = Q(issued_on__lte=day) & (Q(returned_on__isnull=True) | Q(returned_on__gt=day)) & (Q(due_on__isnull=True) | Q(due_on__gt=day))
    have = set(Uniform.objects.filter(running, officer__in=due).values_list("officer_id", flat=True))
    return ratio(len(have), len(due), why=f"应着装 {len(due)} 人，已发放并在换发期内 {len(have)} 人" if due else "没有登记国家规定统一着装的机关")


def unduly_dressed(organ: Organ, day: date) -> Reading:
    """Organs that issue uniforms without a national rule."""
    county = County(organ, day)
    worn = Uniform.objects.filter(organ__in=county.organs, issued_on__lte=day).exclude(returned_on__lte=day)
    found: dict[int, int] = defaultdict(int)
    for organ_id in worn.values_list("organ_id", flat=True):
        found[organ_id] += (organ_id, Designated.UNIFORM) not in county.marks
    rows = tuple(Behind(item.name, "", f"发放 {found[item.pk]} 件") for item in county.organs if found.get(item.pk))
    return Reading(Fraction(len(rows)), not rows, None, "", rows)


def recording_rules(organ: Organ, day: date) -> Reading:
    """Rules on recording with all five elements, and guidance on what to say."""
    county = County(organ, day)

    def judge(item: Organ) -> str:
        rule = county.rules.get((item.pk, Rule.RECORDING))
        faults = [] if rule else ["没有现行的音像记录管理制度"]
        faults += [f"制度只有 {rule.elements} 项要素"] if rule and rule.elements < FIVE else []
        faults += [] if (item.pk, Rule.LANGUAGE) in county.rules else ["没有用语指引"]
        return "；".join(faults)

    return organs_held(county.enforcing, judge, none="没有有执法人员的机关")


def _devices(county: County) -> list[Device]:
    running = Q(since__lte=county.day) & (Q(until__isnull=True) | Q(until__gte=county.day))
    found = Device.objects.filter(running, organ__in=county.organs).select_related("organ")
    return list(found.prefetch_related("reviews", "calibrations", "sitings"))


def devices_sound(organ: Organ, day: date) -> Reading:
    """Every device reviewed twice, verified, published."""
    rows = [Behind(str(device), "", "；".join(read(device, day).lacks)) for device in _devices(County(organ, day))]
    return held(rows, none="没有在用的电子监控设备")


def devices_cleared(organ: Organ, day: date) -> Reading:
    """Devices that stood on the day were cleared and registered by it."""
    value = set_here("devices.review.by", day)
    if value is None:
        return untold("本地没有规定清理的最后一日")
    by = civil(int(value.value))
    rows = [
        Behind(str(device), "", "" if device.cleared_on is not None and device.cleared_on <= by else f"{by} 前没有清理登记")
        for device in _devices(County(organ, day))
        if device.since <= by
    ]
    return held(rows, none="没有应当清理的设备")


_BUDGETS = (("000", "二(六)17"), ("003", "三(五)13"))
FIGURES = (
    Figure("equipment.budget.listed", "执法经费、装备费纳入预算", "%", "两科目预算数大于 0 的机关 100%", _BUDGETS, listed),
    Figure("equipment.budget.three", "执法、装备、监督经费纳入预算", "%", "三科目预算数大于 0，100%", (("004", "清单六(三)7-8"),), listed_with_supervision),
    Figure("equipment.budget.recording", "音像设备费用纳入预算", "%", "100%", (("002", "二(二)3(1)末"),), recording_listed),
    Figure("equipment.budget.township", "乡镇执法经费有预算", "%", "100%", (("001", "五(二十一)"),), township_listed),
    Figure(
        "equipment.budget.paid", "执法经费拨付", "%", "年末不少于 100%",
        (*_BUDGETS, ("004", "清单六(三)7-8"), ("002", "二(二)3(1)末"), ("001", "五(二十一)")), paid,
    ),
    Figure("equipment.budget.head", "人均执法经费同比", "%", "不降", (*_BUDGETS, ("004", "清单六(三)7-8")), per_head),
    Figure("equipment.budget.dedicated", "乡镇执法经费的非执法支出", "元", "0", (("001", "五(二十一)"),), dedicated),
    Figure("equipment.uniforms", "应着装人员制式服装发放", "%", "100%", (("002", "二(一)2(1)"), ("004", "清单二(二)5")), dressed),
    Figure("equipment.uniforms.unduly", "不应着装而着装的机关", "个", "0", (("002", "二(一)2(1)"), ("004", "清单二(二)5")), unduly_dressed),
    Figure("equipment.recording.rules", "音像记录制度和用语指引", "%", "现行、五要素齐、有指引，100%", (("002", "二(二)3(2)"), ("001", "三(八)")), recording_rules),
    Figure("equipment.devices", "电子监控设备四项齐全", "%", "法制审核、技术审核、检定、公布齐全，100%", (("003", "三(二)6"),), devices_sound),
    Figure("equipment.devices.cleared", "电子监控设备按期清理", "%", "规定日期前 100%", (("003", "三(二)6"),), devices_cleared),
)  # fmt: skip
"""Figures of money, uniforms, rules and devices."""
