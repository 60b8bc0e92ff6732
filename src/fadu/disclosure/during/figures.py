"""Figures of what is shown while an enforcement goes on: on the scene, in the notice, at the windows."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.equipment.figures.judging import County, held
from fadu.agencies.equipment.models import Window
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.cases.models import Facts, Step
from fadu.disclosure.during import signs
from fadu.law.calendar import number
from fadu.law.engine import frame_of
from fadu.law.penalty.terms import HEARING_OFFERED
from fadu.law.policies.deciding import TOLD_THERE
from fadu.law.registry import procedures
from fadu.law.remedy.scene import Element, on_scene, recorded
from fadu.law.vocabulary import case
from fadu.law.vocabulary.lists import LABELS, SceneTold

_HEARING = tuple(fact.name for fact in (case.proposed_kinds, case.hearing_otherwise, case.proposed_fine, case.proposed_gain, case.hearing_threshold))
_SHOWN = 300
"""Rows behind a figure that are listed."""


def _scenes(organ: Organ, day: date) -> Iterator[tuple[Step, frozenset[Element]]]:
    """The steps of the year on the spot, with what of the five is on record."""
    rows = Step.objects.filter(name__in=on_scene(), case__organ__path__startswith=organ.path, taken_at__date__gte=date(day.year, 1, 1), taken_at__date__lte=day)
    noted = dict(Facts.objects.filter(case__in=rows.values("case"), f_scene_told__isnull=False).values_list("case_id", "f_scene_told"))
    for row in rows.select_related("case").defer("context").order_by("case__organ_id", "case_id", "seq").iterator(chunk_size=500):
        course, version = row.procedure.split("/")
        yield row, recorded(procedures()[course, version][row.name], row.data, noted.get(row.case_id) or 0)


def five(organ: Organ, day: date) -> Reading:
    """Of the steps on the spot those whose record shows all five."""
    met = of = 0
    short: list[Behind] = []
    for row, there in _scenes(organ, day):
        of += 1
        lacking = [element.value for element in Element if element not in there]
        met += not lacking
        if lacking and len(short) < _SHOWN:
            short.append(_behind(row, f"没有记录{'、'.join(lacking)}"))
    return ratio(met, of, why="五要素都有记录的现场步骤 ÷ 本年全部现场步骤" if of else "本年没有现场步骤", behind=tuple(short))


def carded(organ: Organ, day: date) -> Reading:
    """Of the steps on the spot those at which it is on record that the card was shown."""
    met = of = 0
    short: list[Behind] = []
    for row, there in _scenes(organ, day):
        of += 1
        met += Element.CARD in there
        if Element.CARD not in there and len(short) < _SHOWN:
            short.append(_behind(row, "没有记录出示执法证件"))
    return ratio(met, of, why="记录出示了执法证件的现场步骤 ÷ 本年全部现场步骤" if of else "本年没有现场步骤", behind=tuple(short))


def seven(organ: Organ, day: date) -> Reading:
    """Of the inquiries concluded this year those in which all seven are noted; a hearing only where there is one to be had."""
    within = Q(case__organ__path__startswith=organ.path, f_concluded_on__gte=number(date(day.year, 1, 1)), f_concluded_on__lte=number(day))
    rows = Facts.objects.filter(within, case__procedure="penalty.general").select_related("case").order_by("case__organ_id", "case_id")
    met = of = 0
    short: list[Behind] = []
    found = list(rows)
    offered = (
        frame_of([{name: getattr(row, f"f_{name}") for name in _HEARING} for row in found], _HEARING).select(told=HEARING_OFFERED)["told"].to_list()
        if found
        else []
    )
    for row, heard in zip(found, offered, strict=True):
        owed = TOLD_THERE if heard else TOLD_THERE & ~SceneTold.HEARING
        gone = owed & ~SceneTold(row.f_scene_told or 0)  # type: ignore[attr-defined]
        of += 1
        met += not gone
        if gone and len(short) < _SHOWN:
            says = "、".join(LABELS[mark] for mark in SceneTold if mark & gone)
            short.append(Behind(row.case.number or row.case.title, reverse("cases:case", args=[row.case_id]), f"没有登记：{says}"))
    return ratio(met, of, why="七项告知都有登记的案件 ÷ 本年调查终结的案件" if of else "本年没有调查终结的案件", behind=tuple(short))


def signed(organ: Organ, day: date) -> Reading:
    """Windows at each of whose posts the sign, drawn from the registers, has all nine elements."""
    sitting: dict[int, list[signs.Sign]] = {}
    for seat in signs.seats(day).filter(organ__in=County(organ, day).organs):
        sitting.setdefault(seat.window_id, []).append(signs.sign(seat, day))

    def lacks(row: Window) -> str:
        found = sitting.get(row.pk, [])
        gone = list(dict.fromkeys(element.name for sign in found for element in sign.lacks))
        return "没有登记窗口岗位" if not found else f"公示牌缺{'、'.join(gone)}" if gone else ""

    rows = Window.objects.filter(organ__in=County(organ, day).organs).select_related("organ").order_by("pk")
    return held([Behind(f"{row.organ.name} {row}", reverse("equipment:windows_row", args=[row.pk]), lacks(row)) for row in rows], none="没有登记服务窗口")


def _behind(row: Step, lacks: str) -> Behind:
    course, version = row.procedure.split("/")
    return Behind(f"{row.case.number or row.case.title} {procedures()[course, version][row.name].label}", reverse("cases:case", args=[row.case_id]), lacks)


FIGURES = (
    Figure("during.five", "现场步骤五要素齐全率", "%", "五要素都有记录，100%", (("001", "三(七)"),), five),
    Figure("during.card", "亮证记录率", "%", "100%", (("002", "二(一)2(1)"),), carded),
    Figure("during.seven", "七项告知齐全率", "%", "100%；不属于听证范围的除听证外", (("002", "二(一)2(2)"),), seven),
    Figure("during.signs", "窗口公示牌按登记核对九要素", "%", "每个窗口的每个岗位都齐全，100%", (("002", "二(一)2(3)"),), signed),
)
"""What the clauses on publication during enforcement ask."""
