"""What the county keeps of its list of powers: reviews, an item nobody uses, an evaluated grant, the published lists."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Organ
from fadu.catalog import services
from fadu.catalog.models import Delegation, DelegationKind, GrantEvaluation, InspectionEntry
from fadu.catalog.shelves import INSPECTIONS, LENIENT, REVIEWS

PAPER = {
    "document": "示司字〔2024〕6号",
    "legal_reviewed_on": "2024-01-15",
    "published_on": "2024-01-22",
    "since": "2024-02-01",
    "listed_why": "首次编制，经县司法局审核",
}
OLD = {
    "code": "CG-CF-090", "name": "对在街道两侧擅自搭建报刊亭、公用电话亭影响市容的处罚", "kind": "penalty", "field": "city", "level": "county",
    "bases": "城市市容和环境卫生管理条例第三十六条", "penalties": ["FINE"], "document": "示政办字〔2018〕9号", "since": "2018-06-01",
    "listed_why": "二〇一八年清单整体列入",
}  # fmt: skip
"""An item that no case of the county has ever used."""

KEPT = (
    ("SC-CF-001", "依据的条款在新法中没有变化", "幅度与危害相当，与其他事项不交叉", "过期食品投诉多，仍须处罚"),
    ("SC-CF-003", "依据的条款在新法中没有变化", "层级和幅度适当", "无证经营仍然常见"),
)
FOUND = {"legality": True, "reasonableness": True, "necessity": True}

CHECKED = (
    (
        "CC-SC-001",
        "示市监",
        "market",
        "食品销售经营者监督检查",
        "SC-JC-001",
        "食品安全法第一百一十条第一款第一项",
        "食品销售经营者",
        "经营资质、进货查验、贮存条件、过期食品清理",
        5,
        2,
    ),
    (
        "CC-SC-002",
        "示市监",
        "market",
        "餐饮服务提供者监督检查",
        "SC-JC-001",
        "食品安全法第一百一十条第一款第一项",
        "餐饮服务提供者",
        "加工过程、餐具消毒、从业人员健康证明",
        10,
        2,
    ),
)
RENEWED = {
    "document": "示司字〔2025〕31号", "legal_reviewed_on": "2025-12-12", "published_on": "2025-12-18", "since": "2025-12-20",
    "listed_why": "食品安全法修改后重新审定，抽查比例减半",
}  # fmt: skip
SPARED = (
    ("QD-001", "none", "CF-033-1a", "market", "首次经营标签有瑕疵的预包装食品", "SC-CF-005", "食品安全法第一百二十五条第二款", "标签瑕疵不影响食品安全，不会对公众造成误导\n当场或者在责令的期限内改正\n没有造成危害后果", "责令改正，不予处罚，当场教育"),
    ("QD-002", "none", "CF-033-1b", "city", "初次占用公共场地堆放物料", "CG-CF-004", "城市市容和环境卫生管理条例第三十六条第一款第二项", "两年内初次违法\n占地不足五平方米\n责令后当日清理", "责令改正，教育告诫，可以不予处罚"),
    ("QD-003", "lessened", "CF-032", "market", "主动召回并消除危害后果的食品违法行为", "SC-CF-001", "行政处罚法第三十二条第一项", "立案前主动召回、下架\n赔偿消费者\n没有造成人身损害", "在法定最低罚款以下处罚，须经集体讨论"),
    ("QD-004", "lighter", "CF-032", "emergency", "配合查处有立功表现的安全生产违法行为", "YJ-CF-001", "行政处罚法第三十二条第四项", "配合查处其他违法行为\n查证属实", "在法定幅度内从轻处罚"),
)  # fmt: skip
MAJOR = (
    ("SH-001", "public", "涉及重大公共利益、可能引发社会风险的处罚决定", None, None),
    ("SH-002", "rights", "较大数额罚款、没收，吊销许可证件，责令停产停业", "10000", "100000"),
    ("SH-003", "heard", "经过听证程序作出的处罚决定", None, None),
    ("SH-004", "complex", "疑难复杂、涉及多个法律关系的处罚决定", None, None),
    ("SH-005", "statute", "法律、法规规定应当审核的其他决定", None, None),
)


def fill(day: date) -> None:
    """Fill the registers of items; nothing where they are filled."""
    if InspectionEntry.objects.exists():
        return
    organs = {organ.short_name: str(organ.pk) for organ in Organ.objects.filter(ends_on__isnull=True)}
    services.list_item(SYSTEM, {**OLD, **({"organ": organs["示综"]} if "示综" in organs else {})})
    _lists(organs)
    _reviews(day)
    _evaluation(day)


def _lists(organs: dict[str, str]) -> None:
    for code, organ, field, matter, item, basis, targets, content, share, times in CHECKED:
        entry: dict[str, Any] = {"code": code, "field": field, "matter": matter, "items": item, "bases": basis, "targets": targets, "content": content}
        own = {"organ": organs[organ]} if organ in organs else {}
        asked = {**PAPER, **entry, **own, "method": "现场检查", "times": times, "enterprises": True}
        services.list_entry(SYSTEM, INSPECTIONS, {**asked, "share": share * 2})
        services.list_entry(SYSTEM, INSPECTIONS, {**asked, "share": share, **RENEWED})
    for code, leniency, rule, field, matter, item, basis, conditions, effect in SPARED:
        entry = {"code": code, "leniency": leniency, "rule": rule, "field": field, "matter": matter, "items": item, "bases": basis}
        services.list_entry(SYSTEM, LENIENT, {**PAPER, **entry, "conditions": conditions, "effect": effect})
    for code, trigger, matter, person, unit in MAJOR:
        entry = {
            "code": code,
            "trigger": trigger,
            "matter": matter,
            "kind": "penalty",
            "level": "county",
            "field": "general",
            "bases": "行政处罚法第五十八条第一款",
        }
        amounts = {"threshold_person": person, "threshold_unit": unit} if person else {}
        asked = {
            "materials": "调查终结报告、证据、处罚建议、裁量说明",
            "method": "在系统中送审",
            "responsibility": "承办机构对材料负责，审核机构对意见负责",
            "days": 10,
        }
        services.list_entry(SYSTEM, REVIEWS, {**PAPER, **entry, **amounts, **asked})


def _reviews(day: date) -> None:
    due = {"due_on": str(max(day, timezone.localdate()) + timedelta(60))}
    for code, legality, reasonableness, necessity in KEPT:
        (row,) = services.open_reviews(SYSTEM, [code], {**due, "ground": "changed", "opened_why": "食品安全法修改"})
        told = {"legality_why": legality, "reasonableness_why": reasonableness, "necessity_why": necessity}
        services.conclude_review(SYSTEM, row.pk, {**FOUND, **told, "result": "keep", "result_why": "依据延续，继续实施"})
    (row,) = services.open_reviews(SYSTEM, ["SC-CF-006"], {**due, "ground": "regular"})
    told = {"legality_why": "依据现行有效", "reasonableness_why": "名称没有写明拒不改正的前提，容易误解", "necessity_why": "进货查验仍须监管"}
    change = {"result": "modify", "result_why": "名称按条文修改，下次调整清单时一并变更"}
    services.conclude_review(SYSTEM, row.pk, {**FOUND, "reasonableness": False, **told, **change})
    services.open_reviews(SYSTEM, ["SC-CF-004", "SC-CF-005"], {**due, "ground": "changed", "opened_why": "食品安全法修改"})


def _evaluation(day: date) -> None:
    grant = Delegation.objects.filter(kind=DelegationKind.GRANT, until__isnull=True).order_by("id").first()
    if grant is None or grant.since.year > day.year - 1 or GrantEvaluation.objects.exists():
        return
    services.evaluate_grant(
        SYSTEM,
        grant.pk,
        {
            "year": day.year - 1,
            "unused_why": "承接的第一个完整年度，以县级部门带办为主，由县级部门立案",
            "conclusion": "keep",
            "reason": "人员和装备已经到位，带办期满，具备独立办案条件",
        },
    )
