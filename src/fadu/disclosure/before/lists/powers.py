"""What may be done and how much: the list of powers and duties, random inspections, benchmarks, the catalogue of review."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from fadu.agencies.kinds import Field, Level
from fadu.agencies.models import Organ
from fadu.catalog.benchmark_sheet.printing import provision_words
from fadu.catalog.differences import fines, penalty_words
from fadu.catalog.limits import REMEDIES, course_of, limits
from fadu.catalog.lines import lines
from fadu.catalog.models import ActKind, PowerItem, Trigger
from fadu.catalog.naming import field_label
from fadu.catalog.selectors.evaluations import grants
from fadu.catalog.selectors.items import carried_out_by, in_force
from fadu.catalog.selectors.library import Edition, edition, library
from fadu.catalog.selectors.lists import standing
from fadu.catalog.shelves import INSPECTIONS
from fadu.catalog.shelves import REVIEWS as MAJOR
from fadu.disclosure.before.listing import Column, Listing, Narrowing
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, PENALTY, XINGLONG, XINSHAO

FIELD = Narrowing("field", "执法领域", Field.choices, lambda value: Q(field=value))


def items_for(organ: Organ | None, on: date) -> QuerySet[PowerItem]:
    """The items in force on a day; of an organ those that it carries out, of a township those that were granted to it."""
    rows = in_force(on).select_related("organ")
    if organ is None:
        return rows
    if organ.level == Level.TOWNSHIP:
        return rows.filter(code__in={code for grant in grants(on) if grant.organ_id == organ.pk for code in grant.items})
    return rows.filter(carried_out_by(organ))


def subject_of(item: PowerItem) -> str:
    """实施主体: as the list says it."""
    return item.subject or (item.organ.name if item.organ else f"{item.get_level_display()}{item.get_field_display()}部门")


def _course(item: PowerItem) -> str:
    course = course_of(item)
    return course.title if course else ""


POWERS = Listing(
    id="powers", title="权责清单", lead="可以做什么：每项执法事项的实施主体、职责、权限、依据、程序、时限和救济途径。清单以外的事项不得实施。",
    who="各机关编制，经本单位法制机构审核；本级人民政府统一公布",
    bases=(PENALTY[39], HEILONGJIANG["二(一)1(2)"], XINGLONG["三(七)"], XINSHAO["清单三(一)1"]),
    columns=(
        Column("code", "事项编码", lambda row: row.code, "code", width=2),
        Column("name", "事项名称", lambda row: row.name, width=5),
        Column("kind", "行为种类", lambda row: row.get_kind_display(), width=2),
        Column("subject", "实施主体", subject_of, width=3),
        Column("bases", "实施依据", lambda row: row.bases, "lines", width=4),
        Column("limit", "法定时限", lambda row: limits(row).statutory, width=2),
        Column("field", "执法领域", lambda row: row.get_field_display()),
        Column("level", "行使层级", lambda row: row.get_level_display()),
        Column("act_bases", "违反的条款", lambda row: row.act_bases, "lines"),
        Column("penalties", "处罚种类", penalty_words),
        Column("fines", "法定罚款幅度", fines, "lines"),
        Column("benchmark", "裁量基准编号", lambda row: row.discretion_table),
        Column("procedure", "办理程序", _course),
        Column("promised", "承诺时限", lambda row: row.promised_limit),
        Column("remedies", "救济途径", lambda row: row.remedies or REMEDIES),
        Column("duties", "责任事项", lambda row: row.duties, free=True),
        Column("accountability", "追责情形", lambda row: row.accountability, free=True),
        Column("document", "审定文号", lambda row: row.document),
        Column("reviewed_on", "法制审核日期", lambda row: row.legal_reviewed_on, "date"),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
        Column("since", "生效日期", lambda row: row.since, "date"),
        Column("until", "最后有效日", lambda row: row.until, "date"),
    ),
    see="item.see", found=items_for, order=("field", "code", "id"), search=("name__contains", "code__contains", "cited__contains"), finds="事项名称、编码、依据",
    narrowings=(
        Narrowing("kind", "行为种类", ActKind.choices, lambda value: Q(kind=value)), FIELD,
        Narrowing("level", "行使层级", Level.choices, lambda value: Q(level=value)),
    ),
    href=lambda row: reverse("before:item", args=[row.code]),
)  # fmt: skip


def _of(rows: QuerySet[Any], organ: Organ | None) -> QuerySet[Any]:
    """The entries of an organ, and those that all organs share."""
    return rows.filter(Q(organ=organ) | Q(organ__isnull=True)) if organ else rows


def _random(organ: Organ | None, on: date) -> QuerySet[Any]:
    return _of(standing(INSPECTIONS, on), organ)


RANDOM = Listing(
    id="random", title="随机抽查事项清单", lead="查什么、怎么查、查多少：抽查主体、依据、对象、内容、方式、比例和频次。清单以外的事项不列入抽查。",
    who="有检查职权的机关，法律修订、职能调整后三十日内更新",
    bases=(HEILONGJIANG["二(一)1(3)"], XINGLONG["三(十)"], HEBEI_DISTRICT["二(二)6"]),
    columns=(
        Column("code", "清单编号", lambda row: row.code, "code", width=2),
        Column("matter", "抽查事项", lambda row: row.matter, width=4),
        Column("organ", "抽查主体", lambda row: row.organ.name if row.organ else "本级各执法机关", width=3),
        Column("targets", "抽查对象", lambda row: row.targets, width=3),
        Column("content", "抽查内容", lambda row: row.content, width=4, free=True),
        Column("method", "抽查方式", lambda row: row.method, width=2),
        Column("share", "抽查比例（%）", lambda row: row.share, "int", width=2),
        Column("times", "抽查频次（次/年）", lambda row: row.times, "int", width=2, help="对同一对象每年不超过的次数"),
        Column("bases", "依据", lambda row: row.bases, "lines"),
        Column("field", "执法领域", lambda row: row.get_field_display()),
        Column("enterprises", "涉企检查", lambda row: row.enterprises, "bool"),
        Column("items", "执法事项编码", lambda row: row.items, "lines"),
        Column("document", "审定文号", lambda row: row.document),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
        Column("since", "生效日期", lambda row: row.since, "date"),
    ),
    see="item.see", found=_random, order=("field", "code", "id"), search=("matter__contains", "code__contains", "cited__contains"), finds="事项、编号、依据",
    narrowings=(FIELD,), href=lambda row: reverse("catalog:entry", args=["inspections", row.code]),
)  # fmt: skip


def _benchmarks(organ: Organ | None, on: date) -> Sequence[Edition]:
    """The tables that hold on the day, as they decide; of an organ those that its items go by."""
    codes = set(items_for(organ, on).exclude(discretion_table="").values_list("discretion_table", flat=True)) if organ else set(library())
    found = [each for code in codes if (each := edition(code, on)) is not None and each.table.holds(on)]
    return sorted(found, key=lambda each: (each.table.field, each.table.title, each.table.id))


def _graded(each: Edition) -> list[str]:
    """A line a tier: 一般（没有从轻、从重情节）：罚款 5000 元以上 1 万元以下."""
    told = []
    for line in lines(each.table):
        condition = f"（{line.condition}）" if line.condition and line.condition != line.label else ""
        told.append(f"{line.subject + ' ' if line.subject else ''}{line.label}{condition}：{line.fine}")
    return told


BENCHMARKS = Listing(
    id="benchmarks", title="裁量基准", lead="罚多少：什么情形、什么幅度。办案时系统就按这里的基准裁量，公布的就是运行的。",
    who="制定裁量权基准的机关",
    bases=(PENALTY[34], HEBEI_DISTRICT["二(二)6"]),
    columns=(
        Column("code", "基准编号", lambda row: row.table.id, "code", width=2),
        Column("title", "违法行为", lambda row: row.table.title, width=4),
        Column("field", "执法领域", lambda row: field_label(row.table.field), width=2),
        Column("bases", "法定幅度", lambda row: provision_words(row.table).split("\n"), "lines", width=5),
        Column("tiers", "裁量标准", _graded, "lines", width=6),
        Column("kind", "基准种类", lambda row: row.table.KIND),
        Column("issuer", "制定机关", lambda row: row.table.issuer),
        Column("source", "文件", lambda row: row.table.source),
        Column("version", "基准版本", lambda row: row.version, "int"),
        Column("filing", "备案号", lambda row: row.table.filing),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
        Column("since", "施行日期", lambda row: row.table.since, "date"),
        Column("until", "有效期至", lambda row: row.table.until, "date"),
    ),
    see="benchmark.see", found=_benchmarks, search=("code", "title", "bases", "issuer"), finds="违法行为、依据、编号",
    href=lambda row: reverse("catalog:benchmark", args=[row.table.id]),
)  # fmt: skip


def _yuan(fen: int | None) -> int | None:
    return None if fen is None else fen // 100


def _reviews(organ: Organ | None, on: date) -> QuerySet[Any]:
    return _of(standing(MAJOR, on), organ)


REVIEWS = Listing(
    id="reviews", title="重大执法决定法制审核目录", lead="哪些重大决定要先经法制审核：未经审核或者审核没有通过的，系统不能作出决定。",
    who="各机关",
    bases=(PENALTY[58, 1], HEILONGJIANG["二(三)2(2)"], XINGLONG["三(九)"], XINSHAO["清单二(三)6"]),
    columns=(
        Column("code", "清单编号", lambda row: row.code, "code", width=2),
        Column("matter", "审核事项", lambda row: row.matter, width=5),
        Column("kind", "行为种类", lambda row: row.get_kind_display(), width=2),
        Column("trigger", "情形", lambda row: row.get_trigger_display(), width=5),
        Column("threshold_person", "公民金额标准（元）", lambda row: _yuan(row.threshold_person), "int", width=2),
        Column("threshold_unit", "单位金额标准（元）", lambda row: _yuan(row.threshold_unit), "int", width=2),
        Column("days", "审核时限（工作日）", lambda row: row.days, "int", width=2),
        Column("organ", "编制机关", lambda row: row.organ.name if row.organ else "本级各执法机关"),
        Column("field", "执法领域", lambda row: row.get_field_display()),
        Column("level", "行使层级", lambda row: row.get_level_display()),
        Column("bases", "依据", lambda row: row.bases, "lines"),
        Column("materials", "送审材料", lambda row: row.materials, free=True),
        Column("method", "送审方式", lambda row: row.method),
        Column("responsibility", "审核责任", lambda row: row.responsibility, free=True),
        Column("document", "审定文号", lambda row: row.document),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
        Column("since", "生效日期", lambda row: row.since, "date"),
    ),
    see="item.see", found=_reviews, order=("field", "code", "id"), search=("matter__contains", "code__contains", "cited__contains"), finds="事项、编号、依据",
    narrowings=(
        Narrowing("kind", "行为种类", ActKind.choices, lambda value: Q(kind=value)), FIELD,
        Narrowing("trigger", "情形", Trigger.choices, lambda value: Q(trigger=value)),
    ),
    href=lambda row: reverse("catalog:entry", args=["major", row.code]),
)  # fmt: skip
