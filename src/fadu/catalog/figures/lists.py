"""Figures of the published lists: random inspections, the three lists, the catalogue of legal review."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.models import Organ
from fadu.catalog import answers
from fadu.catalog.figures.organs import MOST, enforcing, items_of, share
from fadu.catalog.models import ActKind, Leniency, Trigger
from fadu.catalog.selectors.bases import replaced
from fadu.catalog.selectors.lists import standing
from fadu.catalog.shelves import INSPECTIONS, LENIENT, REVIEWS, Shelf

RENEW_WITHIN = 30
"""Days within which a list of inspections is renewed after the law changed (黑政办发〔2019〕26号 二(一)1(3))."""
TREATED = Fraction(95, 100)
"""Share of the cases that meet a list which are treated by it (兴隆县指导意见三(十一))."""


def _href(shelf: Shelf) -> Callable[[Organ], str]:
    return lambda organ: reverse("catalog:entries", args=[shelf.id]) + f"?organ={organ.pk}"


def _of(shelf: Shelf, organ: Organ, on: date, *, shared: bool = True) -> list[Any]:
    """The published entries that hold for an organ: its own, and those that all organs share."""
    rows = standing(shelf, on).filter(published_on__lte=on)
    return [row for row in rows if row.organ_id == organ.pk or (shared and row.organ_id is None)]


def _inspecting(organ: Organ, on: date) -> list[Organ]:
    """The enforcing organs that have the power to inspect."""
    return [one for one in enforcing(organ, on) if any(item.kind == ActKind.INSPECTION for item in items_of(one, on))]


def _inspections(organ: Organ, on: date) -> Reading:
    """七要素齐备、已经公布、法规修订后按期换版的抽查清单机关率."""

    def lacks(one: Organ) -> str:
        rows = _of(INSPECTIONS, one, on)
        if not rows:
            return "没有公布随机抽查事项清单"
        old = [row.code for row in rows if (lost := replaced(row.bases, row.since, on)) and lost[0] + timedelta(1 + RENEW_WITHIN) < on]
        return f"依据修订后没有换版：{'、'.join(old[:3])}" if old else ""

    why = "七要素由登记时的必填项保证；实际检查比例与清单的偏差要有检查计划才能判断"
    return share(_inspecting(organ, on), lacks, _href(INSPECTIONS), why)


def _enterprise(organ: Organ, on: date) -> Reading:
    """公布涉企现场检查事项目录的机关率; inspections outside it, or more often than it allows, are none."""
    year = date(on.year, 1, 1)

    def lacks(one: Organ) -> str:
        rows = [row for row in _of(INSPECTIONS, one, on) if row.enterprises]
        if not rows:
            return "没有公布涉企检查事项目录"
        allowed: dict[str, int] = {code: row.times for row in rows for code in row.items}
        made = answers.checks(one.pk, year, on)
        outside = [code or "没有写明事项" for code in made if code not in allowed]
        often = [code for code, times in made.items() if times > allowed.get(code, times)]
        words = [f"目录外检查：{'、'.join(outside[:3])}"] * bool(outside) + [f"超过频次：{'、'.join(often[:3])}"] * bool(often)
        return "；".join(words)

    return share(_inspecting(organ, on), lacks, _href(INSPECTIONS), "目录外检查和超频次检查由检查案件算出")


def _three(organ: Organ, on: date) -> Reading:
    """三张清单均有现行版的机关率, the share of cases treated by them, and those neither treated nor reasoned."""
    met = called = answered = 0
    behind = []
    organs = enforcing(organ, on)
    for one in organs:
        there = {row.leniency for row in _of(LENIENT, one, on)}
        missing = [kind.label for kind in Leniency if kind.value not in there]
        met += not missing
        hit, done = answers.spared(one.pk, date(on.year, 1, 1), on)
        called, answered = called + hit, answered + done
        words = [f"缺{'、'.join(missing)}清单"] * bool(missing) + [f"{hit - done} 件符合条件而没有处理或者回应"] * (hit > done)
        behind.append(Behind(one.name, _href(LENIENT)(one), "；".join(words)))
    if not organs:
        return Reading(None, None, why="没有执法机关")
    behind.sort(key=lambda row: not row.lacks)
    treated = Fraction(answered, called) if called else None
    holds = met == len(organs) and (treated is None or (treated >= TREATED and answered == called))
    why = f"今年情节符合从宽条件的决定 {called} 件，已按清单处理或者回应 {answered} 件"
    return Reading(Fraction(met, len(organs)), holds, (met, len(organs)), why, tuple(behind[:MOST]))


def _major(organ: Organ, on: date) -> Reading:
    """有现行审核目录、含五类情形的机关率."""

    def lacks(one: Organ) -> str:
        rows = _of(REVIEWS, one, on)
        if not rows:
            return "没有公布重大执法决定法制审核目录"
        there = {row.trigger for row in rows}
        missing = [kind.label[:12] for kind in Trigger if kind.value not in there]
        return f"缺 {len(missing)} 类情形：{missing[0]}等" if missing else ""

    return share(enforcing(organ, on), lacks, _href(REVIEWS), "目录内的决定未经审核通过的，作出决定一步被拒绝")


def _amounts(organ: Organ, on: date) -> Reading:
    """审核目录分类别、层级、领域并含金额标准的机关率."""

    def lacks(one: Organ) -> str:
        rows = _of(REVIEWS, one, on)
        if not rows:
            return "没有公布重大执法决定法制审核目录"
        return "" if any(row.threshold_person or row.threshold_unit for row in rows) else "目录没有金额标准"

    return share(enforcing(organ, on), lacks, _href(REVIEWS), "类别、层级、领域由登记时的必填项保证")


def _procedure(organ: Organ, on: date) -> Reading:
    """送审材料、方式、时限、责任四要素齐备的机关率."""

    def lacks(one: Organ) -> str:
        rows = _of(REVIEWS, one, on)
        if not rows:
            return "没有公布重大执法决定法制审核目录"
        wanted = (("materials", "送审材料"), ("method", "送审方式"), ("days", "审核时限"), ("responsibility", "审核责任"))
        missing = [label for name, label in wanted if not any(getattr(row, name) for row in rows)]
        return f"没有写明{'、'.join(missing)}" if missing else ""

    return share(enforcing(organ, on), lacks, _href(REVIEWS), "是否在时限内审核见办案期限的核查")


FIGURES: tuple[Figure, ...] = (
    Figure("lists.inspections", "随机抽查事项清单公布率", "%", "全部有检查职权的机关（100%）", (("002", "二(一)1(3)"),), _inspections),
    Figure("lists.enterprises", "涉企现场检查事项目录公布率", "%", "全部有检查职权的机关（100%），目录外、超频次检查 0 次", (("000", "二(二)6"),), _enterprise),
    Figure("lists.three", "三张清单齐备率", "%", "全部执法机关（100%），按清单处理不低于 95%，未处理均有理由", (("001", "三(十一)"),), _three),
    Figure(
        "lists.major", "重大执法决定法制审核目录公布率", "%", "全部执法机关（100%），含五类情形",
        (("000", "二(二)6"), ("001", "三(九)"), ("004", "清单二(三)6")), _major,
    ),
    Figure("lists.major_amounts", "审核目录金额标准率", "%", "全部执法机关（100%）", (("002", "二(三)2(2)"),), _amounts),
    Figure("lists.major_procedure", "送审程序四要素齐备率", "%", "全部执法机关（100%）", (("002", "二(三)4(1)"),), _procedure),
)  # fmt: skip
"""What the clauses on published lists ask."""
