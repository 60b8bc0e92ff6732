"""The three published lists beside that of powers, each as one object: it drives its form, page, sheet and figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from fadu.agencies.kinds import Field as Domain
from fadu.agencies.kinds import Level
from fadu.catalog.item_forms import BASES_HELP, choices, organ_choices
from fadu.catalog.models import ActKind, InspectionEntry, Leniency, LenientEntry, ReviewEntry, Trigger
from fadu.law.forms import Field, Kind
from fadu.law.registry import rule_of

SPARING = {
    Leniency.NONE: ("CF-033-1a", "CF-033-1b", "CF-033-2", "CF-030-a", "CF-031"),
    Leniency.LESSENED: ("CF-032", "CF-030-b"),
    Leniency.LIGHTER: ("CF-032", "CF-030-b"),
}
"""The rules of the law that each of the three lists carries out (行政处罚法第三十条至第三十三条)."""


@dataclass(frozen=True)
class Shelf:
    """A published list.

    Attributes:
        id: of the address (/lists/inspections/), of the sheet, and of the record of changes.
        title: 清单名称.
        lead: one line on what it is.
        model: its rows.
        own: the fields that only this list has.
        line: what a row shows beside matter, organ and basis: (名目, 内容).
        faults: what is wrong with clean values by themselves, by field.
    """

    id: str
    title: str
    lead: str
    model: type[Any]
    own: tuple[Field, ...]
    line: Callable[[Any], list[tuple[str, str]]]
    faults: Callable[[dict[str, Any]], dict[str, str]] = lambda _clean: {}

    def fields(self) -> tuple[Field, ...]:
        """What is asked of a row."""
        return (*HEAD[:1], replace(HEAD[1], choices=organ_choices()), *HEAD[2:], *self.own, *TAIL)

    def values(self, entry: Any) -> dict[str, Any]:
        """A row as its form shows it."""
        joined = {name: "\n".join(getattr(entry, name)) for name in ("items", "bases")}
        told = {field.name: getattr(entry, field.name) for field in (*HEAD, *self.own, *TAIL) if field.name not in {"organ", "items", "bases"}}
        return {**told, **joined, "organ": str(entry.organ_id) if entry.organ_id else ""}


HEAD = (
    Field(name="code", label="清单编号", longest=40, help="字母、数字和连字符；变更沿用原编号", example="CC-SC-001"),
    Field(name="organ", label="编制机关", kind=Kind.CHOICE, required=False, help="不选的，本级各执法机关共用"),
    Field(name="field", label="执法领域", kind=Kind.CHOICE, choices=choices(Domain)),
    Field(name="matter", label="事项", longest=200),
    Field(name="items", label="执法事项编码", kind=Kind.LONGTEXT, required=False, longest=2000, help="对应执法事项目录中的编码，一行一个"),
    Field(name="bases", label="依据", kind=Kind.LONGTEXT, longest=2000, help=BASES_HELP),
)
TAIL = (
    Field(name="document", label="审定文号", required=False, longest=80),
    Field(name="legal_reviewed_on", label="法制机构审核日期", kind=Kind.DATE, required=False),
    Field(name="published_on", label="公布日期", kind=Kind.DATE, required=False),
    Field(name="since", label="生效日期", kind=Kind.DATE),
    Field(name="until", label="最后有效日", kind=Kind.DATE, required=False),
    Field(name="listed_why", label="列入的理由", longest=200, help="为什么列入、为什么这样改，记入变更记录"),
)


def _yuan(fen: int | None) -> str:
    return "—" if fen is None else f"{fen // 100:,} 元"


def _lenient_faults(clean: dict[str, Any]) -> dict[str, str]:
    fitting = SPARING[Leniency(clean["leniency"])]
    if clean["rule"] not in fitting:
        return {"rule": f"{Leniency(clean['leniency']).label}清单只能执行：{'、'.join(rule_of(name).says for name in fitting)}"}
    return {}


def _review_faults(clean: dict[str, Any]) -> dict[str, str]:
    person, unit = clean.get("threshold_person"), clean.get("threshold_unit")
    if person is not None and unit is not None and person > unit:
        return {"threshold_person": "对公民的金额标准不应高于对单位的"}
    return {}


def _inspection_faults(clean: dict[str, Any]) -> dict[str, str]:
    return {"share": "抽查比例按百分数填 1 至 100"} if clean["share"] > 100 else {}


INSPECTIONS = Shelf(
    "inspections",
    "随机抽查事项清单",
    "随机抽查的依据、对象、内容、方式、比例和频次；清单以外的事项不列入抽查。",
    InspectionEntry,
    (
        Field(name="targets", label="抽查对象", longest=200, example="食品经营者"),
        Field(name="content", label="抽查内容", longest=400),
        Field(name="method", label="抽查方式", longest=200, example="现场检查"),
        Field(name="share", label="抽查比例（%）", kind=Kind.INT, least=1),
        Field(name="times", label="抽查频次（次/年）", kind=Kind.INT, least=1, help="对同一对象每年不超过的次数"),
        Field(name="enterprises", label="涉企检查", kind=Kind.BOOL, help="对企业的现场检查，须公布频次上限"),
    ),
    lambda row: [
        ("对象", row.targets), ("内容", row.content), ("方式", row.method), ("比例", f"{row.share}%"),
        ("频次", f"每年不超过 {row.times} 次" + ("（涉企）" if row.enterprises else "")),
    ],
    _inspection_faults,
)  # fmt: skip
LENIENT = Shelf(
    "leniency",
    "不予、减轻、从轻处罚清单",
    "哪些违法行为在什么条件下不予处罚、减轻处罚、从轻处罚（行政处罚法第三十条至第三十三条）。",
    LenientEntry,
    (
        Field(name="leniency", label="清单", kind=Kind.CHOICE, choices=choices(Leniency)),
        Field(
            name="rule", label="所执行的规则", kind=Kind.CHOICE,
            choices=tuple((name, rule_of(name).says) for name in dict.fromkeys(name for names in SPARING.values() for name in names)),
        ),
        Field(name="conditions", label="适用条件", kind=Kind.LONGTEXT, longest=1000, help="一行一项，须同时具备"),
        Field(name="effect", label="处理方式", longest=200, example="责令改正，教育告诫"),
    ),
    lambda row: [("清单", row.get_leniency_display()), ("条件", row.conditions), ("处理", row.effect)],
    _lenient_faults,
)  # fmt: skip
REVIEWS = Shelf(
    "major",
    "重大执法决定法制审核目录",
    "哪些执法决定作出前必须法制审核：类别、层级、领域、金额和情形。",
    ReviewEntry,
    (
        Field(name="kind", label="行为种类", kind=Kind.CHOICE, choices=choices(ActKind)),
        Field(name="level", label="行使层级", kind=Kind.CHOICE, choices=choices(Level)),
        Field(name="trigger", label="情形", kind=Kind.CHOICE, choices=choices(Trigger)),
        Field(name="threshold_person", label="公民金额标准", kind=Kind.MONEY, required=False, help="元；达到的须审核"),
        Field(name="threshold_unit", label="单位金额标准", kind=Kind.MONEY, required=False, help="元；达到的须审核"),
        Field(name="materials", label="送审材料", required=False, longest=200),
        Field(name="method", label="送审方式", required=False, longest=100, example="在办案系统中报送"),
        Field(name="responsibility", label="审核责任", required=False, longest=200, example="承办机构对材料真实完整负责，审核机构对审核意见负责"),
        Field(name="days", label="审核时限（工作日）", kind=Kind.INT, required=False, least=1),
    ),
    lambda row: [
        ("种类", f"{row.get_kind_display()} · {row.get_level_display()}"), ("情形", row.get_trigger_display()),
        ("金额", f"公民 {_yuan(row.threshold_person)}，单位 {_yuan(row.threshold_unit)}" if row.threshold_person or row.threshold_unit else "—"),
        ("送审", "，".join(filter(None, [row.materials, row.method, row.responsibility, f"{row.days} 个工作日内审核" if row.days else ""])) or "—"),
    ],
    _review_faults,
)  # fmt: skip
SHELVES: tuple[Shelf, ...] = (INSPECTIONS, LENIENT, REVIEWS)


def shelf(id_: str) -> Shelf | None:
    """The list of that id."""
    return next((one for one in SHELVES if one.id == id_), None)
