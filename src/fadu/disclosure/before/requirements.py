"""What an organ that enforces must have told before, each with its clause, how it stands, and where it is entered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.delegated import of_organs
from fadu.agencies.models import Organ
from fadu.agencies.selectors import announced, missing, needs_standing
from fadu.catalog.figures.organs import enforcing, items_of
from fadu.catalog.limits import course_of
from fadu.catalog.models import ActKind, InspectionEntry, PowerItem, ReviewEntry, ServiceGuide
from fadu.catalog.selectors.library import edition
from fadu.catalog.selectors.lists import standing as listed
from fadu.catalog.shelves import INSPECTIONS, REVIEWS
from fadu.disclosure.before.lists.asking import METHODS, running
from fadu.disclosure.before.lists.bodies import OFFICERS
from fadu.disclosure.before.models import Channel, Part, Task
from fadu.law.statutes import HEILONGJIANG, PENALTY, SUPERVISION, XINGLONG, Citation

ON_REQUEST = (ActKind.LICENCE, ActKind.CONFIRMATION, ActKind.PAYMENT)
"""Kinds of act that somebody asks for."""
NAMED = 3
"""How many are named of those that lack something."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How an organ stands to a demand: what there is, and what lacks ("" for nothing)."""

    there: str
    lacks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """Something to be told before enforcement.

    Attributes:
        id: of the rows of lacks.
        label: 名称.
        bases: the clauses that demand it.
        stand: how an organ stands to it on a day.
        where: where it is entered.
        action: what one must be allowed to do to enter it.
        keeper: who enters it, in words.
        page: the public page, by name.
    """

    id: str
    label: str
    bases: tuple[Citation, ...]
    stand: Callable[[Organ, date], Stand]
    where: Callable[[Organ], str]
    action: str
    page: str
    keeper: str = "本机关的系统管理员"


@dataclass(frozen=True, slots=True)
class Told:
    """A demand and how an organ stands to it."""

    demand: Demand
    there: str
    lacks: str


def concerned(organ: Organ, on: date) -> bool:
    """Whether the organ enforces in its own name, so that all of it is asked."""
    return any(one.pk == organ.pk for one in enforcing(organ, on))


def told(organ: Organ, on: date) -> list[Told]:
    """Every demand as the organ stands to it on a day."""
    return [Told(demand, stood.there, stood.lacks) for demand in DEMANDS.values() for stood in (demand.stand(organ, on),)]


def _named(rows: list[str]) -> str:
    return "、".join(rows[:NAMED]) + (f"等 {len(rows)} 项" if len(rows) > NAMED else "")


def _elements(organ: Organ, _on: date) -> Stand:
    gone = missing(organ)
    return Stand(f"{7 - len(gone)}/7 项", f"缺{'、'.join(gone)}" if gone else "")


def _standing(organ: Organ, on: date) -> Stand:
    if not needs_standing(organ):
        return Stand("不单独确认")
    row = announced(organ, on)
    return Stand(f"{row.announced_on} 公告") if row else Stand("", "主体资格没有确认并公告")


def _officers(organ: Organ, on: date) -> Stand:
    rows = OFFICERS.content(organ, on).rows
    bare = [str(row["name"]) for row in rows if not all(row[name] for name in ("name", "number", "category", "organ", "post"))]
    lacks = "没有持有效证件的人员" if not rows else f"{_named(bare)}没有登记职务" if bare else ""
    return Stand(f"{len(rows)} 人", lacks)


def gaps(item: PowerItem) -> str:
    """Which of 职责、依据、程序、法制机构审核、公布 an item lacks; whether it was reviewed before it was published."""
    parts = (
        ("职责", item.duties), ("依据", item.bases), ("程序", course_of(item)), ("法制机构审核", item.legal_reviewed_on), ("公布", item.published_on),
    )  # fmt: skip
    lacking = [label for label, there in parts if not there]
    if item.legal_reviewed_on and item.published_on and item.legal_reviewed_on > item.published_on:
        lacking.append("公布前的审核")
    return "、".join(lacking)


def _powers(organ: Organ, on: date) -> Stand:
    items = items_of(organ, on)
    bare = [f"{item.code} 缺{told_gaps}" for item in items if (told_gaps := gaps(item))]
    return Stand(f"{len(items)} 项", "没有权责清单" if not items else _named(bare))


def _random(organ: Organ, on: date) -> Stand:
    if not any(item.kind == ActKind.INSPECTION for item in items_of(organ, on)):
        return Stand("没有检查职权")
    rows: list[InspectionEntry] = list(listed(INSPECTIONS, on).filter(Q(organ=organ) | Q(organ__isnull=True), published_on__lte=on))
    return Stand(f"{len(rows)} 项", "" if rows else "没有公布随机抽查事项清单")


def _guides(organ: Organ, on: date) -> Stand:
    codes = {item.code: item.name for item in items_of(organ, on) if item.kind in ON_REQUEST}
    if not codes:
        return Stand("没有依申请的事项")
    there = set(ServiceGuide.objects.filter(running(on, "published_on"), item__in=codes).values_list("item", flat=True))
    bare = [f"{code} {name}" for code, name in codes.items() if code not in there]
    return Stand(f"{len(there)}/{len(codes)} 项", f"{_named(bare)}没有服务指南" if bare else "")


def _charts(organ: Organ, on: date) -> Stand:
    items = items_of(organ, on)
    kinds = {ActKind(item.kind).label for item in items}
    bare = sorted({ActKind(item.kind).label for item in items if course_of(item) is None})
    return Stand(f"{len(kinds) - len(bare)}/{len(kinds)} 类", f"{'、'.join(bare)}没有流程图" if bare else "")


def _benchmarks(organ: Organ, on: date) -> Stand:
    """A table may be made or not; what an item goes by must be in force, and so is public."""
    fined = [item for item in items_of(organ, on) if item.ranges]
    named = [item for item in fined if item.discretion_table]
    bare = [item.code for item in named if (found := edition(item.discretion_table, on)) is None or not found.table.holds(on)]
    return Stand(f"{len(named) - len(bare)}/{len(fined)} 项", f"{_named(bare)}所依据的裁量基准没有现行版本" if bare else "")


def _reviews(organ: Organ, on: date) -> Stand:
    rows: list[ReviewEntry] = list(listed(REVIEWS, on).filter(Q(organ=organ) | Q(organ__isnull=True), published_on__lte=on))
    return Stand(f"{len(rows)} 项", "" if rows else "没有公布重大执法决定法制审核目录")


def _contracts(organ: Organ, on: date) -> Stand:
    rows = [row for row in of_organs([organ.pk], on) if row.kind == "entrustment" and row.running]
    hidden = [row.document for row in rows if row.published_on is None or row.published_on > on]
    return Stand(f"{len(rows)} 件" if rows else "没有委托", f"{_named(hidden)}没有公布" if hidden else "")


def _method(organ: Organ, on: date) -> Stand:
    rows = list(METHODS.content(organ, on).rows)
    return Stand(str(rows[0]["title"]), "") if rows else Stand("", "没有经复核的公示办法，也没有登记沿用上级的办法")


def _tasks(organ: Organ, on: date) -> Stand:
    serving = Q(officer__ends_on__isnull=True) | Q(officer__ends_on__gt=on)
    held = set(Task.objects.filter(running(on, "since"), serving, organ=organ).values_list("part", flat=True))
    bare = [part.label for part in Part if part.value not in held]
    return Stand(f"{len(held)}/4 项", f"{'、'.join(bare)}没有落实到人" if bare else "")


def _channels(organ: Organ, on: date) -> Stand:
    rows = Channel.objects.filter(running(on, "since"), organ=organ).count()
    return Stand(f"{rows} 个" if rows else organ.complaint_phone, "" if rows else "没有公布受理投诉举报的电话、电子邮箱和通信地址")


def _register(name: str) -> Callable[[Organ], str]:
    return lambda organ: f"{reverse(name)}?organ={organ.pk}"


def _page(name: str) -> Callable[[Organ], str]:
    return lambda organ: reverse(name, args=[organ.pk])


def _shelf(name: str) -> Callable[[Organ], str]:
    return lambda organ: f"{reverse('catalog:entries', args=[name])}?organ={organ.pk}"


COUNTY = "县级系统管理员"
"""Who keeps the catalogue."""

DEMANDS: dict[str, Demand] = {
    one.id: one
    for one in (
        Demand(id="method", label="公示办法", bases=(HEILONGJIANG["二(一)1(1)"],), stand=_method, where=_register("before:methods_book"), action="team.manage", page="before:methods"),
        Demand(id="tasks", label="公示职责", bases=(HEILONGJIANG["二(一)"],), stand=_tasks, where=_register("before:tasks_book"), action="team.manage", page=""),
        Demand(id="standing", label="主体资格", bases=(SUPERVISION[17, 1],), stand=_standing, where=_page("agencies:organ"), action="organ.manage", page="before:organs"),
        Demand(id="elements", label="执法主体七要素", bases=(HEILONGJIANG["二(一)1(4)"],), stand=_elements, where=_page("agencies:organ_publicity"), action="organ.manage", page="before:organs"),
        Demand(id="officers", label="执法人员五要素", bases=(HEILONGJIANG["二(一)1(5)"], XINGLONG["二(三)"]), stand=_officers, where=_register("agencies:officers"), action="people.manage", page="before:officers"),
        Demand(id="powers", label="权责清单", bases=(HEILONGJIANG["二(一)1(2)"], XINGLONG["三(七)"]), stand=_powers, where=_register("catalog:items"), action="catalog.manage", page="before:powers", keeper=COUNTY),
        Demand(id="random", label="随机抽查事项清单", bases=(HEILONGJIANG["二(一)1(3)"],), stand=_random, where=_shelf("inspections"), action="catalog.manage", page="before:random", keeper=COUNTY),
        Demand(id="guides", label="服务指南", bases=(HEILONGJIANG["二(一)1(6)"],), stand=_guides, where=_register("catalog:guides"), action="catalog.manage", page="before:guides", keeper=COUNTY),
        Demand(id="charts", label="执法流程图", bases=(HEILONGJIANG["二(一)1(7)"],), stand=_charts, where=_register("catalog:items"), action="catalog.manage", page="before:charts", keeper=COUNTY),
        Demand(id="benchmarks", label="裁量基准", bases=(PENALTY[34],), stand=_benchmarks, where=lambda _organ: reverse("catalog:benchmarks"), action="catalog.manage", page="before:benchmarks", keeper=COUNTY),
        Demand(id="reviews", label="法制审核目录", bases=(XINGLONG["三(九)"],), stand=_reviews, where=_shelf("major"), action="catalog.manage", page="before:reviews", keeper=COUNTY),
        Demand(id="contracts", label="委托执法", bases=(PENALTY[20, 2], HEILONGJIANG["二(一)1(4)"]), stand=_contracts, where=lambda _organ: reverse("catalog:delegations"), action="catalog.manage", page="before:contracts", keeper=COUNTY),
        Demand(id="channels", label="监督渠道", bases=(XINGLONG["四(十六)"],), stand=_channels, where=_register("before:channels_book"), action="team.manage", page="before:channels"),
    )
}  # fmt: skip
"""By id, in the order of the page."""
