"""Figures of posts and strength: who is on the front line, recruitment, reinforcement, load, rolls, styles of credentials."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.care.models import Away
from fadu.agencies.equipment.figures.judging import County, organs_held, untold
from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.figures.common import row_of, valid
from fadu.agencies.kinds import Source
from fadu.agencies.models import Officer, Organ
from fadu.agencies.staffing.kinds import Channel, Office, OrderedBy, Roll, Style
from fadu.agencies.staffing.models import Assignment, CardStyle, Dispatch, Load, Recruitment, Reinforcement, StaffCheck
from fadu.agencies.staffing.rolls import Compared, compare, title, told

LEAST_RECRUITED = Fraction(9, 10)
LEAST_ANSWERED = Fraction(95, 100)
MOST_DIFFERING = Fraction(5, 1000)
TOO_MUCH = Fraction(3, 2)
"""A township whose people look after this many times the county's median is told (兴隆县指导意见二(六))."""
MONTH = timedelta(days=31)


def _on_posts(organ: Organ, day: date, *, frontline: bool = False) -> set[int]:
    """Who holds a post on a day, of those on the front line."""
    there = Q(until__isnull=True) | Q(until__gte=day)
    found = Assignment.objects.filter(there, organ__path__startswith=organ.path, since__lte=day)
    return set((found.filter(post__frontline=True) if frontline else found).values_list("officer_id", flat=True))


def frontline(organ: Organ, day: date) -> Reading:
    """Of those who enforce, how many hold a post on the front line, and whether that is no less than a year ago."""

    def counted(on: date) -> tuple[int, int]:
        people = County(organ, on).everybody
        return len(people & _on_posts(organ, on, frontline=True)), len(people)

    now, before = counted(day), counted(day - timedelta(days=365))
    if not now[1] or not _on_posts(organ, day):
        return untold("没有登记岗位和任岗人员" if now[1] else "没有在册执法人员")
    share = Fraction(*now)
    if not before[0]:
        return Reading(share, None, now, "一年前没有登记任岗人员，不能比较")
    return Reading(share, share >= Fraction(*before), now, f"一年前 {before[0]}/{before[1]}；编制文件由人核对")


def without_post(organ: Organ, day: date) -> Reading:
    """Who enforces and holds no post: nobody may be without duties (在岗人员无职责数)."""
    people = County(organ, day).everybody
    if not people:
        return untold("没有在册执法人员")
    idle = Officer.objects.filter(pk__in=people - _on_posts(organ, day)).select_related("organ").order_by("organ__path", "pk")
    behind = tuple(row_of(person, "没有登记岗位职责") for person in idle)
    return Reading(Fraction(len(behind)), not behind, None, f"在册执法人员 {len(people)} 人", behind)


def recruited(organ: Organ, day: date) -> Reading:
    """Posts filled of those announced, over the plans of the year; told when the year is over or the plan is fulfilled."""
    rows = list(Recruitment.objects.filter(organ__in=County(organ, day).organs, year=day.year, issued_on__lte=day).exclude(checked_name=""))
    announced, filled = sum(row.announced for row in rows), sum(row.filled for row in rows)
    law = sum(row.law_degree for row in rows)
    behind = tuple(
        Behind(str(row), reverse("staffing:recruitments_row", args=[row.pk]), "" if row.filled >= row.announced else f"缺 {row.announced - row.filled} 人")
        for row in rows
    )
    told_ = ratio(filled, announced, least=LEAST_RECRUITED, why=f"计划 {announced} 人，录用 {filled} 人，其中法律专业 {law} 人", behind=behind)
    if told_.met is False and day < date(day.year, 12, 31):
        return Reading(told_.value, None, told_.of, f"{told_.why}；年末判定", told_.behind)
    return told_ if rows else untold(f"{day.year} 年没有经复核的招录计划")


def channels(organ: Organ, day: date) -> Reading:
    """How many people came this year by each of the three ways; each must bring some."""
    rows = list(Reinforcement.objects.filter(organ__in=County(organ, day).townships, on__year=day.year, on__lte=day).select_related("organ"))
    by = {channel: sum(row.people for row in rows if row.channel == channel) for channel in Channel}
    why = "，".join(f"{channel.label} {count} 人" for channel, count in by.items())
    ways = sum(count > 0 for count in by.values())
    behind = tuple(Behind(f"{row.organ.name} {row}", reverse("staffing:reinforcements_row", args=[row.pk])) for row in rows)
    met = True if ways == len(by) else None if day < date(day.year, 12, 31) else False
    return Reading(Fraction(sum(by.values())), met, None, why if met is not None else f"{why}；年末判定", behind)


def directed(organ: Organ, day: date) -> Reading:
    """Tasks of people posted to townships that the township itself gave."""
    return _dispatched(organ, day, lambda row: "" if row.ordered_by == OrderedBy.TOWNSHIP else "由派驻部门发出", Fraction(1))


def responded(organ: Organ, day: date) -> Reading:
    """Orders that were followed."""
    return _dispatched(organ, day, lambda row: "" if row.answered_on and row.answered_on <= day else "没有响应", LEAST_ANSWERED)


def _dispatched(organ: Organ, day: date, lacks: Callable[[Dispatch], str], least: Fraction) -> Reading:
    found = Dispatch.objects.filter(organ__in=County(organ, day).organs, ordered_on__year=day.year, ordered_on__lte=day).select_related("organ", "department")
    rows = [Behind(f"{row.organ.name} ← {row.department.name}：{row}", reverse("staffing:dispatches_row", args=[row.pk]), lacks(row)) for row in found]
    rows.sort(key=lambda row: not row.lacks)
    return ratio(sum(not row.lacks for row in rows), len(rows), least=least, why="" if rows else f"{day.year} 年没有调度指令", behind=tuple(rows))


def load(organ: Organ, day: date) -> Reading:
    """Townships whose people look after more than half as many again as the county's median."""
    county = County(organ, day)
    away = set(Away.objects.filter(organ__in=county.townships, since__lte=day).exclude(until__lte=day).values_list("officer_id", flat=True))
    loads = {row.organ_id: row for row in Load.objects.filter(organ__in=county.townships, year__lte=day.year).order_by("year")}
    if not loads:
        return untold("没有登记乡镇的监管对象")
    people = {pk: len(county.people.get(pk, set()) - away) for pk in loads}
    each = {pk: Fraction(row.objects_watched, people[pk]) for pk, row in loads.items() if people[pk]}
    middle = median(each.values()) if each else Fraction(0)

    def judge(item: Organ) -> str | None:
        if item.pk not in loads:
            return "没有登记监管对象"
        if not people[item.pk]:
            return f"监管对象 {loads[item.pk].objects_watched} 个，没有专职人员"
        value = each[item.pk]
        return f"人均 {float(value):.0f} 个，超过全县中位数 {float(middle):.0f} 个的 1.5 倍" if value > TOO_MUCH * middle else ""

    reading = organs_held(county.townships, judge, none="没有乡镇、街道")
    return Reading(reading.value, reading.met, reading.of, f"人均监管对象中位数 {float(middle):.1f} 个", reading.behind)


def checked(organ: Organ, day: date) -> Reading:
    """Both offices checked this year, and every vacancy they found was filled."""
    rows = list(StaffCheck.objects.filter(organ__in=County(organ, day).organs, held_on__year=day.year, held_on__lte=day).select_related("organ"))
    missing = [office for office in Office if not any(row.by == office for row in rows)]
    vacant = sum(row.vacant for row in rows)
    filled = sum(row.vacant for row in rows if row.filled_on and row.filled_on <= day)
    behind = [Behind(office.label, "", f"{day.year} 年没有督查") for office in missing]
    behind += [
        Behind(f"{row.organ.name} {row}", reverse("staffing:checks_row", args=[row.pk]), f"空岗 {row.vacant} 个没有整改")
        for row in rows
        if row.vacant and not (row.filled_on and row.filled_on <= day)
    ]
    met = not behind if not missing or filled < vacant else None if day < date(day.year, 12, 31) else False
    why = f"{day.year} 年督查 {len(rows)} 次，发现空岗 {vacant} 个，已整改 {filled} 个" + ("；年末判定" if met is None else "")
    return Reading(Fraction(len(rows)), met, None, why, tuple(behind))


def rolls(organ: Organ, day: date) -> Reading:
    """How far our two registers differ from the rolls of other offices: at most half a percent."""
    found = compare(organ, day)
    missing = [roll.label for roll in Roll if not any(one.roll == roll for one in found)]
    differing, total = sum(one.differing for one in found), sum(one.all for one in found)
    behind = _compared(found)
    if missing or not total:
        return Reading(None, None, (differing, total), f"没有导入{'、'.join(missing) or '有人的'}名册", behind)
    share = Fraction(differing, total)
    return Reading(share, share <= MOST_DIFFERING, (differing, total), "两库与编办、人社名册比对，差一人算一人", behind)


def establishment_roll(organ: Organ, day: date) -> Reading:
    """People who enforce and do not stand on the roll of posts of the last month, or the other way round: none."""
    found = [one for one in compare(organ, day) if one.office == Office.POSTS and one.roll == Roll.ENFORCING and one.as_of > day - MONTH]
    if not found:
        return untold("近一个月没有导入机构编制部门的名册")
    differing = sum(one.differing for one in found)
    return Reading(Fraction(differing), differing == 0, None, f"比对 {len(found)} 个机关的名册", _compared(found))


def former_style(organ: Organ, day: date) -> Reading:
    """Credentials in force that still have a former style; those issued here have the national one."""
    seen: dict[int, str] = {}
    for row in CardStyle.objects.filter(organ__path__startswith=organ.path, seen_on__lte=day).order_by("seen_on", "pk"):
        seen[row.credential_id] = row.style
    old, unseen = [], []
    cards = valid(organ, day)
    if not cards:
        return untold("没有有效证件")
    for card in cards:
        style = seen.get(card.pk) or (Style.NATIONAL if card.source != Source.EXISTING else "")
        if style == Style.FORMER:
            old.append(row_of(card.officer, f"执法证 {card.number} 是旧样式"))
        elif not style:
            unseen.append(row_of(card.officer, f"执法证 {card.number} 的样式没有核查"))
    met = False if old else None if unseen else True
    return Reading(Fraction(len(old)), met, None, f"还有 {len(unseen)} 件既有证件没有核查样式" if unseen else "", tuple(old + unseen))


def _compared(found: list[Compared]) -> tuple[Behind, ...]:
    rows = [Behind(title(one), reverse("staffing:rolls") + f"?organ={one.organ.pk}", told(one)) for one in found]
    return tuple(sorted(rows, key=lambda row: not row.lacks))


_TEAM: Clause = ("001", "二(六)")
_ONE: Clause = ("003", "三(三)7")
_FRONT: Clause = ("003", "三(五)11")
_BASES: Clause = ("002", "三(八)2(1)")
FIGURES = (
    Figure("staffing.frontline", "一线执法人员占比", "%", "不低于一年前", (_FRONT,), frontline),
    Figure("staffing.recruited", "招录计划完成率", "%", "不低于 90%", (_FRONT,), recruited),
    Figure("staffing.without_post", "没有岗位职责的执法人员", "人", "0", (("000", "二(一)3"),), without_post),
    Figure("staffing.channels", "下沉、挖潜、招录新增人员", "人", "三个渠道都大于 0", (_ONE,), channels),
    Figure("staffing.directed", "派驻人员任务由乡镇调度", "%", "100%", (_ONE,), directed),
    Figure("staffing.responded", "调度指令响应率", "%", "不低于 95%", (_ONE,), responded),
    Figure("staffing.load", "乡镇监管负荷均衡", "%", "人均监管对象不超过全县中位数的 1.5 倍", (_TEAM,), load),
    Figure("staffing.checked", "编制和人员督查", "次", "两部门每年各不少于 1 次，空岗整改 100%", (_TEAM,), checked),
    Figure("staffing.rolls", "两库与编办、人社名册差异率", "%", "不高于 0.5%", (_BASES,), rolls),
    Figure("staffing.establishment_roll", "与编办名册的差异", "人", "0，每月比对", (("001", "二(二)"),), establishment_roll),
    Figure("staffing.former_style", "旧样式在用证件", "件", "0", (_BASES,), former_style),
)
"""What the clauses on posts and strength ask."""
