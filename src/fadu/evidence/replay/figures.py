"""Figures of the record over time: what was entered after the next step, and whether each part of the procedure left a trace."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.cases.models import Case, Step
from fadu.law.correction import CORRECT

MOST = Fraction(1, 100)
"""黑龙江 二(二): at most one step in a hundred is entered late."""

_SHOWN = 300


def entered_late(organ: Organ, on: date) -> Reading:
    """Of the steps of the year, how many were entered when the step after them had been taken already (补录率)."""
    steps = _of_year(organ, on)
    following = Step.objects.filter(case=OuterRef("case"), seq=OuterRef("seq") + 1, taken_at__lt=OuterRef("recorded_at")).exclude(name=CORRECT)
    late = steps.filter(Exists(following)).select_related("case")
    of, count = steps.count(), late.count()
    if not of:
        return Reading(None, None, (0, 0), "本年没有办理步骤")
    behind = tuple(_behind(step, "下一步办完才录入") for step in late.order_by("case__organ_id", "case_id", "seq")[:_SHOWN])
    return Reading(Fraction(count, of), count <= of * MOST, (count, of), "录入时间晚于下一步骤办理时间的步骤 ÷ 本年全部步骤（更正不计）", behind)


def entered_after_a_day(organ: Organ, on: date) -> Reading:
    """Of the steps of the year, how many were entered more than 24 hours after they happened."""
    steps = _of_year(organ, on)
    late = steps.filter(recorded_at__gt=F("taken_at") + timedelta(hours=24)).select_related("case")
    of, count = steps.count(), late.count()
    if not of:
        return Reading(None, None, (0, 0), "本年没有办理步骤")
    behind = tuple(_behind(step, "发生 24 小时以后录入") for step in late.order_by("case__organ_id", "case_id", "seq")[:_SHOWN])
    return Reading(Fraction(count, of), count <= of * MOST, (count, of), "发生 24 小时以后才录入的步骤 ÷ 本年全部步骤（更正不计）", behind)


def traced(organ: Organ, on: date) -> Reading:
    """Of the penalty cases archived in the year, how many have a record of all four parts: source, inquiry, decision, service (四环节留痕)."""
    archived = Case.objects.filter(
        organ__path__startswith=organ.path, kind="penalty", stage="archived", stage_since__gte=date(on.year, 1, 1), stage_since__lte=on
    )
    has = {f"part_{place}": Exists(Step.objects.filter(case=OuterRef("pk"), name__in=names)) for place, names in enumerate(PARTS.values())}
    behind = []
    for row in archived.annotate(**has).order_by("organ_id", "id"):
        missing = [label for place, label in enumerate(PARTS) if not getattr(row, f"part_{place}")]
        behind.append(Behind(row.number or row.title, reverse("replay:replay", args=[row.pk]), f"缺{'、'.join(missing)}" if missing else ""))
    behind.sort(key=lambda row: not row.lacks)
    whole = sum(not row.lacks for row in behind)
    return ratio(whole, len(behind), why="本年归档的处罚案件中，启动、取证、审核决定、送达执行四个环节都有记录的", behind=tuple(behind[:_SHOWN]))


PARTS = {
    "启动": ("register", "register_spot", "file"),
    "调查取证": ("inspect", "question", "collect", "sample", "receive_test", "preserve", "demand_material", "tell_spot"),
    "审核决定": ("decide", "decide_none", "decide_spot"),
    "送达执行": ("serve", "decide_spot", "pay", "perform", "collect_fine"),
}
"""The four parts of a case and the steps that record them; a decision on the spot is handed over as it is made."""


def _of_year(organ: Organ, on: date) -> QuerySet[Step]:
    begin, end = (timezone.make_aware(datetime.combine(day, time())) for day in (date(on.year, 1, 1), on + timedelta(days=1)))
    return Step.objects.filter(case__organ__path__startswith=organ.path, taken_at__gte=begin, taken_at__lt=end).exclude(name=CORRECT)


def _behind(step: Step, lacks: str) -> Behind:
    return Behind(f"{step.case.number or step.case.title} 第 {step.seq} 步", reverse("replay:replay", args=[step.case_id]), lacks)


FIGURES = (
    Figure("record.after_next", "补录率", "%", "≤1%（兴隆：0 件）", (("001", "三(八)"), ("002", "二(二)")), entered_late),
    Figure("record.late", "24 小时以后录入率", "%", "≤1%", (("000", "二(一)1"),), entered_after_a_day),
    Figure("record.traced", "四环节留痕率", "%", "=100%", (("001", "三(八)"), ("002", "二(二)"), ("004", "清单二(三)6")), traced),
)
"""Figures of the record over time."""
