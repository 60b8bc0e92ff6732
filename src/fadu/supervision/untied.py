"""Whether fines are tied to pay or money: correlations with the number of pairs told, and texts that speak of targets for fines.

A correlation of few pairs says little: it is told with its n, below `LEAST` it is not judged, and it is a reason to look, never a finding.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import sqrt
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import reverse

from fadu.accounts.actors import Role
from fadu.agencies.equipment.figures.judging import untold
from fadu.agencies.figure import Behind, Clause, Figure, Reading
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.agencies.oversight.models import Performance, Spending, Wording
from fadu.cases.models import Facts, Step
from fadu.evidence.models import Original
from fadu.law.calendar import civil, number

SUSPECT = Fraction(6, 10)
"""|r| above which it is a matter to be looked into (参数: 兴隆县指导意见五(二十一)、黑政办发〔2019〕26号三(七)2)."""
LEAST = 8
"""Pairs below which nothing is judged (参数，原文未定)."""
MOST_TEXTS = 20_000
TARGET = re.compile(
    r"(罚没|罚款|罚缴|收费)[^。；;\n]{0,12}(指标|任务|目标|额度|排名|提成|返还|挂钩|奖励|基数)|(指标|任务|目标|提成|返还|挂钩)[^。；;\n]{0,8}(罚没|罚款)"
)
FORBIDS = re.compile(r"(不得|严禁|禁止|不准|不与|脱钩|不设|没有)[^。；;\n]{0,20}$")
_FINES: Clause = ("001", "五(二十一)")
_MONEY: Clause = ("002", "三(七)2")


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's r; None where one side does not vary, or there are fewer than two pairs."""
    count = len(pairs)
    if count < 2:
        return None
    left, right = sum(a for a, _ in pairs) / count, sum(b for _, b in pairs) / count
    across = sum((a - left) * (b - right) for a, b in pairs)
    one, two = sum((a - left) ** 2 for a, _ in pairs), sum((b - right) ** 2 for _, b in pairs)
    return None if not one or not two else across / sqrt(one * two)


def by_person(organ: Organ, day: date) -> Reading:
    """Performance of each period held against the fines of the cases whose decision the same person proposed in it."""
    rows = list(Performance.objects.filter(organ__in=below(organ, day), until__lte=day, until__gt=_year_before(day)).select_related("officer"))
    fined = _fines_of_people(organ, min((row.since for row in rows), default=day), day)
    pairs, behind = [], []
    for row in rows:
        total = sum(amount for on, amount in fined.get(row.officer_id, ()) if row.since <= on <= row.until)
        pairs.append((float(row.score), float(total)))
        behind.append(Behind(f"{row}：绩效 {row.score}，罚款 {total / 100:,.0f} 元", reverse("oversight:performances_row", args=[row.pk])))
    return _told(pairs, behind, "绩效和罚款", "没有登记近一年的绩效考核结果")


def by_month(organ: Organ, day: date) -> Reading:
    """What each organ was paid in a month held against the fines decided in that month."""
    rows = list(
        Spending.objects.filter(organ__in=below(organ, day), month__lte=day, month__gt=_year_before(day)).select_related("organ").order_by("organ", "month")
    )
    fined: dict[tuple[int, int, int], int] = defaultdict(int)
    first = min((row.month for row in rows), default=day)
    for organ_id, on, amount in _decided(organ, first, day).values_list("case__organ_id", "f_decided_on", "f_decision_fine"):
        when = civil(on or 0)
        fined[(organ_id, when.year, when.month)] += amount or 0
    pairs = [(float(row.paid), float(fined[(row.organ_id, row.month.year, row.month.month)])) for row in rows]
    behind = [
        Behind(f"{row.organ.name} {row}：执行 {row.paid:,} 元，罚款 {given / 100:,.0f} 元", reverse("oversight:spendings_row", args=[row.pk]))
        for row, (_, given) in zip(rows, pairs, strict=True)
    ]
    return _told(pairs, behind, "预算执行和罚没收入", "没有登记近一年的月度预算执行")


def _told(pairs: list[tuple[float, float]], behind: list[Behind], what: str, none: str) -> Reading:
    if not pairs:
        return untold(none)
    found = correlation(pairs)
    rows = tuple(behind[:300])
    if found is None:
        return Reading(None, None, None, f"{what}共 {len(pairs)} 对，有一方没有变化，相关系数算不出", rows)
    size = Fraction(f"{abs(found):.4f}")
    why = f"{what}的相关系数 r = {found:.2f}，n = {len(pairs)} 对"
    if len(pairs) < LEAST:
        return Reading(size, None, None, f"{why}；不足 {LEAST} 对，不作判断", rows)
    return Reading(size, size <= SUSPECT, None, f"{why}；只是核查的线索，不是结论", rows)


def returned(organ: Organ, day: date) -> Reading:
    """元 returned to organs from fines this year."""
    rows = Spending.objects.filter(organ__in=below(organ, day), month__year=day.year, month__lte=day).select_related("organ").order_by("month")
    found = list(rows)
    if not found:
        return untold(f"没有登记 {day.year} 年的月度预算执行")
    behind = tuple(
        Behind(f"{row.organ.name} {row}：{row.returned:,} 元", reverse("oversight:spendings_row", args=[row.pk]), "有返还") for row in found if row.returned
    )
    total = sum(row.returned for row in found)
    return Reading(Fraction(total), not total, None, f"核对了 {len(found)} 个月的预算执行", behind)


def speaks(text: str) -> bool:
    """Whether a text speaks of targets for fines without forbidding them."""
    return any(not FORBIDS.search(text[: found.start()]) for found in TARGET.finditer(text))


def wording(organ: Organ, day: date) -> Reading:
    """Texts of the registers and names of the files taken in that speak of targets for fines, less those looked at and found harmless."""
    organs = below(organ, day)
    cleared = set(
        Wording.objects.filter(organ__in=organs, issued_on__lte=day)
        .filter(Q(until__isnull=True) | Q(until__gte=day))
        .exclude(checked_name="")
        .values_list("text", flat=True)
    )
    count, hits = 0, []
    for where, text in _texts([one.pk for one in organs]):
        count += 1
        if speaks(text) and (label := f"{where}：{text}"[:200]) not in cleared:
            hits.append(Behind(label, reverse("oversight:wordings"), "没有核销"))
    why = f"扫描了 {count} 条文字（登记簿和收入文件的名称）" + (f"，以 {MOST_TEXTS} 条为限" if count >= MOST_TEXTS else "")
    return Reading(Fraction(len(hits)), not hits, None, why, tuple(hits[:300]))


def _texts(organ_ids: list[int]) -> Iterator[tuple[str, str]]:
    """Every sentence that an office typed into a register of an organ, and the name of every file it handed in."""
    left = MOST_TEXTS
    for model in apps.get_models():
        names = [item.name for item in model._meta.concrete_fields if type(item) in {models.CharField, models.TextField} and not item.choices and item.editable]
        if (
            not model.__module__.startswith("fadu.agencies.")
            or model is Wording
            or "organ" not in {item.name for item in model._meta.concrete_fields}
            or not names
        ):
            continue
        labels = {item.name: str(item.verbose_name) for item in model._meta.concrete_fields}
        rows: Any = model._default_manager  # noqa: SLF001 - Django's documented name of it
        for values in rows.filter(organ_id__in=organ_ids).order_by("-pk").values_list(*names)[:left]:
            for name, text in zip(names, values, strict=True):
                if text and len(text) > 3:
                    left -= 1
                    yield labels[name], text
        if left <= 0:
            return
    for text in Original.objects.filter(organ_id__in=organ_ids).order_by("-pk").values_list("name", flat=True)[: max(left, 0)]:
        yield "文件", str(text)


def _decided(organ: Organ, first: date, last: date) -> models.QuerySet[Facts]:
    found = Facts.objects.filter(case__organ__path__startswith=organ.path, f_decision_fine__gt=0)
    return found.filter(f_decided_on__gte=number(first), f_decided_on__lte=number(last))


def _fines_of_people(organ: Organ, first: date, last: date) -> dict[int, list[tuple[date, int]]]:
    """Officer → (day of the decision, 分) of the cases in which the officer took steps."""
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    decided = {row[0]: (civil(row[1] or 0), row[2] or 0) for row in _decided(organ, first, last).values_list("case_id", "f_decided_on", "f_decision_fine")}
    took = Step.objects.filter(case_id__in=list(decided), by_role=Role.OFFICER.value, by_officer__isnull=False).values_list("case_id", "by_officer").distinct()
    for case_id, officer in took:
        found[officer or 0].append(decided[case_id])
    return found


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, 28))


FIGURES = (
    Figure("fines.performance", "个人罚没额与绩效的相关系数", "|r|", "不超过 0.6，超过的是疑点", (_FINES,), by_person),
    Figure("fines.spending", "部门罚没收入与预算执行的相关系数", "|r|", "不超过 0.6，超过的是疑点", (_MONEY,), by_month),
    Figure("fines.returned", "罚没返还", "元", "0", (_MONEY,), returned),
    Figure("fines.wording", "下达罚没指标的文字", "条", "0", (_FINES, _MONEY), wording),
)
"""Of fines kept apart from pay and money."""
