"""How a matter goes, and who acts for others: flowcharts of the procedures that run, contracts of delegation."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.models import Organ
from fadu.catalog.limits import course_of
from fadu.catalog.models import Delegation, DelegationKind
from fadu.catalog.selectors.delegations import running
from fadu.catalog.selectors.entrusting import read
from fadu.disclosure.before.flow import Line, line_of
from fadu.disclosure.before.listing import Column, Listing, Narrowing
from fadu.disclosure.before.lists.powers import items_for
from fadu.law.procedure import Kind, Procedure
from fadu.law.registry import newest
from fadu.law.statutes import HEILONGJIANG, LICENCE, PENALTY, XINSHAO

ACTS = (Kind.PENALTY, Kind.MEASURE, Kind.EXECUTION, Kind.INSPECTION, Kind.LICENCE, Kind.REQUISITION, Kind.OTHER)
"""The kinds of procedures that are acts towards a party."""


def courses(organ: Organ | None, on: date) -> list[Procedure]:
    """The procedures in force on a day; of an organ those in which its items are handled."""
    found = [course for course in newest() if course.kind in ACTS and course.in_force <= on]
    if organ is None:
        return found
    own = {course.id for item in items_for(organ, on) if (course := course_of(item))}
    kinds = {course.kind for course in found if course.id in own}
    return [course for course in found if course.id in own or (course.kind is Kind.PENALTY and Kind.PENALTY in kinds)]


def _charts(organ: Organ | None, on: date) -> Sequence[Line]:
    return [line_of(course) for course in courses(organ, on)]


CHARTS = Listing(
    id="charts", title="执法流程图", lead="一件事分哪几步、各由谁办、各要多久。图由办案所用的程序画出：程序变了，图就变。",
    who="各机关",
    bases=(PENALTY[39], LICENCE[30, 1], HEILONGJIANG["二(一)1(7)"]),
    columns=(
        Column("code", "程序标识", lambda row: row.course.id, "code"),
        Column("title", "程序", lambda row: row.course.title, width=3),
        Column("kind", "行为种类", lambda row: row.course.kind.value, width=2),
        Column("stages", "环节", lambda row: [" → ".join(row.stages)], "lines", width=6),
        Column("limits", "时限", lambda row: row.limits, "lines", width=5),
        Column("version", "程序版本", lambda row: row.course.version, width=1),
        Column("since", "施行日期", lambda row: row.course.in_force, "date", width=2),
        Column("steps", "步骤", lambda row: row.steps, "lines"),
    ),
    see="record.see", found=_charts, search=("title", "kind", "code", "stages"), finds="程序、环节",
    href=lambda row: reverse("before:chart", args=[row.course.id]),
)  # fmt: skip


def _contracts(organ: Organ | None, on: date) -> QuerySet[Delegation]:
    """What is published and runs on the day."""
    rows = Delegation.objects.filter(running(on), published_on__lte=on).select_related("organ", "principal")
    return rows.filter(Q(organ=organ) | Q(principal=organ)) if organ else rows


def _with_items(rows: Sequence[Any]) -> Sequence[Any]:
    """Each with the names of its items: one query for all."""
    for row, told in zip(rows, read(list(rows), timezone.localdate()), strict=True):
        row.named = [f"{code} {name}".strip() for code, name in told.items]
    return rows


def _filed(row: Any) -> str:
    if row.kind != DelegationKind.ENTRUSTMENT:
        return ""
    return f"县级司法行政部门 {row.filing_number}".strip() if row.filed_on else "未备案"


CONTRACTS = Listing(
    id="contracts", title="赋权和委托执法", lead="谁替谁执法：受托组织、事项、权限、期限、委托书文号和备案。委托不得超出这里公布的范围。",
    who="委托机关和受委托组织，双方都要公布",
    bases=(PENALTY[20, 2], HEILONGJIANG["二(一)1(4)"], XINSHAO["清单三(二)2"]),
    columns=(
        Column("code", "编号", lambda row: str(row.pk), "code"),
        Column("document", "文书", lambda row: row.document, width=3),
        Column("kind", "种类", lambda row: row.get_kind_display().split("（")[0], width=1),
        Column("principal", "委托（所属）机关", lambda row: row.principal.name if row.principal else "", width=3),
        Column("organ", "行使机关、组织", lambda row: row.organ.name, width=3),
        Column("items", "事项", lambda row: row.named, "lines", width=5),
        Column("since", "起", lambda row: row.since, "date", width=2),
        Column("until", "止", lambda row: row.until, "date", width=2),
        Column("powers", "权限", lambda row: row.powers, free=True),
        Column("area", "区域", lambda row: row.area, "lines"),
        Column("basis", "依据", lambda row: row.basis),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
        Column("published_there_on", "受委托方公布日期", lambda row: row.published_there_on, "date"),
        Column("filed", "备案", _filed),
        Column("filed_on", "备案日期", lambda row: row.filed_on, "date"),
    ),
    see="item.see", found=_contracts, order=("-since", "-id"), search=("organ__name__contains", "principal__name__contains", "document__contains"),
    finds="机关、组织、文号", narrowings=(Narrowing("kind", "种类", DelegationKind.choices, lambda value: Q(kind=value)),),
    href=lambda row: reverse("catalog:delegation", args=[row.pk]), prepared=_with_items,
)  # fmt: skip
