"""Figures of where the public comes, and of papers about means: visits, windows, pictures, films."""

from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.equipment.books import NINE
from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.equipment.models import Visit, Window
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ

YEAR = timedelta(days=365)
ELEMENTS = 3
"""存储、调阅、保存期: what a township's system of recordings regulates (兴隆县指导意见三(八))."""


def received(organ: Organ, day: date) -> Reading:
    """Visits of this year that were passed on."""
    rows = Visit.objects.filter(organ__in=County(organ, day).organs, came_on__year=day.year, came_on__lte=day).order_by("pk")
    behind = [Behind(str(row), reverse("equipment:visits_row", args=[row.pk]), "" if row.passed_on and row.passed_on <= day else "没有转办") for row in rows]
    return held(behind, none=f"{day.year} 年没有接待登记")


def _windows(organ: Organ, day: date) -> list[Window]:
    return list(Window.objects.filter(organ__in=County(organ, day).organs, pictured_on__lte=day).select_related("organ").order_by("pk"))


def _window(row: Window, lacks: str) -> Behind:
    return Behind(f"{row.organ.name} {row}", reverse("equipment:windows_row", args=[row.pk]), lacks)


def boards(organ: Organ, day: date) -> Reading:
    """Windows whose board shows all nine things, with a picture of the last twelve months."""

    def lacks(row: Window) -> str:
        if row.elements < NINE:
            return f"公示牌只有 {row.elements} 项"
        return "" if row.pictured_on > day - YEAR else f"照片是 {row.pictured_on.isoformat()} 的"

    return held([_window(row, lacks(row)) for row in _windows(organ, day)], none="没有登记服务窗口")


def at_window(organ: Organ, day: date) -> Reading:
    """How often who should be at the window was found there: ninety-five in a hundred."""
    rows = [row for row in _windows(organ, day) if row.checks]
    there, checks = sum(row.there for row in rows), sum(row.checks for row in rows)
    behind = tuple(_window(row, f"{row.checks} 次中 {row.there} 次在岗一致" if row.there < row.checks else "") for row in rows)
    return ratio(there, checks, least=Fraction(95, 100), why="" if checks else "没有在岗检查", behind=behind)


def pictures(organ: Organ, day: date) -> Reading:
    """Townships whose plan and pictures of the premises are of the last twelve months, seen by two."""
    county = County(organ, day)

    def judge(one: Organ) -> str:
        row = county.rules.get((one.pk, Rule.PHOTOS))
        if row is None:
            return "没有经复核的场所平面图和照片"
        return "" if row.issued_on > day - YEAR else f"平面图和照片是 {row.issued_on.isoformat()} 的，应每年更新"

    return organs_held(county.townships, judge, none="没有乡镇、街道")


def township_rules(organ: Organ, day: date) -> Reading:
    """Townships with a system of recordings that regulates keeping, reading and how long."""
    county = County(organ, day)

    def judge(one: Organ) -> str:
        row = county.rules.get((one.pk, Rule.RECORDING))
        if row is None:
            return "没有现行的音像记录管理制度"
        return "" if row.elements >= ELEMENTS else "存储、调阅、保存期三项要素不齐"

    return organs_held(county.townships, judge, none="没有乡镇、街道")


def films(organ: Organ, day: date) -> Reading:
    """Films that show how to act, of how many organs; how many there should be the paper leaves out, so that only one is asked."""
    rows = County(organ, day).rule(Rule.DEMO_VIDEO)
    if not rows:
        return untold("没有登记演示视频片；应有的机关数原文缺字，核对官方文本以前不判")
    makers = {row.organ_id for row in rows}
    return Reading(Fraction(len(makers)), None, None, "应有的机关数原文缺字，核对官方文本以前只报数", tuple(Behind(str(row)) for row in rows))


FIGURES = (
    Figure("premises.received", "接待登记转办率", "%", "100%", (("001", "附件第七条"),), received),
    Figure("premises.pictures", "场所平面图和照片", "%", "每年更新，100%", (("001", "附件第四条"), ("001", "附件第七条")), pictures),
    Figure("premises.boards", "窗口公示牌九要素", "%", "齐全且照片在一年内，100%", (("002", "二(一)2(3)"),), boards),
    Figure("premises.at_window", "窗口在岗一致率", "%", "不低于 95%", (("002", "二(一)2(3)"),), at_window),
    Figure("equipment.recording.townships", "乡镇音像记录管理制度", "%", "有现行制度、要素齐全，100%", (("001", "三(八)"),), township_rules),
    Figure("equipment.films", "执法行为演示视频片", "个", "数目原文缺字，核对后判断", (("002", "二(二)3(2)"),), films),
)
"""What the clauses on counters and films ask."""
