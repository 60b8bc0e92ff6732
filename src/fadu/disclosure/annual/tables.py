"""The tables of the annual statistics as data: what each column counts, on which day an act falls into the year, and in which order penalties weigh.

The table of people (执法队伍) is counted from the registers of people and not from cases: `annual.people`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from fadu.law.vocabulary.kinds import Penalty

EVERY: Final = Q()

NAMED = tuple(kind for kind in Penalty if kind is not Penalty.OTHER)
"""Kinds that have a name of their own, from light to heavy: an unnamed one beside a named one does not count."""


def heaviest(kinds: int) -> Penalty | None:
    """The kind under which a decision counts once: the heaviest of those that are named, else the other; None where nothing was imposed."""
    return next((kind for kind in reversed(NAMED) if kinds & kind), Penalty.OTHER if kinds & Penalty.OTHER else None)


def _of(*kinds: Penalty) -> Callable[[int], bool]:
    return lambda mask: heaviest(mask) in kinds


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        id: of the address.
        label: its head.
        on: the fact of the day by which an act falls into the year.
        where: which of the acts count.
        kinds: of penalties, which sets of kinds count here.
        sums: facts of money that are added up instead of counting, in 分.
        grain: whose facts it counts, where they are not those of the table.
        duty: the kinds of power item without which there is no such duty, where they are not those of the table.
    """

    id: str
    label: str
    on: str
    where: Q = EVERY
    kinds: Callable[[int], bool] | None = None
    sums: tuple[str, ...] = ()
    grain: str = ""
    duty: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        id: of the address.
        title: its name.
        grain: whose facts it counts.
        note: how it is counted, in words.
        columns: in order.
        total: the columns that make its sum of acts; a table of a flow (applied, accepted, granted) has none.
        duty: the kinds of power item without which an organ has no such duty: then nothing stands there, and not 0.
    """

    id: str
    title: str
    grain: str
    note: str
    columns: tuple[Column, ...]
    total: tuple[str, ...]
    duty: tuple[str, ...]


_PENALISED = Q(facts__f_outcome="penalty")
_LOST = ("quashed", "changed", "unlawful", "void", "perform")
"""Judgments by which the organ lost (行政诉讼法第七十条、第七十二条至第七十七条)."""
_PENALTIES = (
    ("warning", "警告", (Penalty.WARNING,)),
    ("criticism", "通报批评", (Penalty.CRITICISM,)),
    ("fine", "罚款", (Penalty.FINE,)),
    ("confiscation", "没收违法所得、没收非法财物", (Penalty.GAIN, Penalty.GOODS)),
    ("suspend_licence", "暂扣许可证件", (Penalty.SUSPEND_LICENCE,)),
    ("lower_grade", "降低资质等级", (Penalty.LOWER_GRADE,)),
    ("revoke_licence", "吊销许可证件", (Penalty.REVOKE_LICENCE,)),
    ("restrict_business", "限制开展生产经营活动", (Penalty.RESTRICT_BUSINESS,)),
    ("stop_business", "责令停产停业", (Penalty.STOP_BUSINESS,)),
    ("close_down", "责令关闭", (Penalty.CLOSE_DOWN,)),
    ("restrict_trade", "限制从业", (Penalty.RESTRICT_TRADE,)),
    ("detention", "行政拘留", (Penalty.DETENTION,)),
    ("other", "其他行政处罚", (Penalty.OTHER,)),
)

_MONEY = Q(enforcement_facts__f_enforcement_method="money")
_NOT_TAKEN = {f"enforcement_facts__f_enforcement_{how}_on__isnull": True for how in ("transferred", "auctioned")}


def _act(kind: str, label: str, duty: str, *, amount: bool = False) -> tuple[Column, ...]:
    """The columns of a kind of plain act: how many, and for how much where it is about money."""
    where = Q(procedure=f"act.{kind}", act_facts__f_act_outcome="made")
    sums = (Column(f"{kind}_amount", f"{label}金额（万元）", "act_decided_on", where, sums=("act_amount",), duty=(duty,)),)
    return (Column(kind, label, "act_decided_on", where, duty=(duty,)), *(sums if amount else ()))


def _taking(id_: str, label: str, *kinds: str) -> Column:
    return Column(id_, label, "requisition_decided_on", Q(requisition_facts__f_requisition_kind__in=kinds), grain="requisition", duty=("requisition",))


TABLES: dict[str, Table] = {
    table.id: table
    for table in (
        Table(
            "penalty", "行政处罚实施情况统计表", "case",
            "按处罚决定日期计入当年，后来被撤销的也计入；一个决定有几种处罚的只计一件，计入最重的一种；罚没金额按决定的数额计算。",
            (
                *(Column(id_, label, "decided_on", _PENALISED, _of(*kinds)) for id_, label, kinds in _PENALTIES),
                Column("amount", "罚没金额（万元）", "decided_on", _PENALISED, sums=("decision_fine", "decision_gain")),
            ),
            tuple(id_ for id_, _, _ in _PENALTIES), ("penalty",),
        ),
        Table(
            "handling", "行政处罚办案情况统计表", "case",
            "立案、结案、法制审核、移送、复议诉讼各按其日期计入当年；简易程序、普通程序、减轻处罚和不予处罚按决定日期计入当年；应诉按收到起诉状副本日期、败诉按裁判日期计入当年。",
            (
                Column("filed", "立案", "filed_on"),
                Column("closed", "结案", "closed_on"),
                Column("simple", "简易程序", "decided_on", _PENALISED & Q(procedure="penalty.simple")),
                Column("general", "普通程序", "decided_on", _PENALISED & Q(procedure="penalty.general")),
                Column("lessened", "减轻处罚", "decided_on", _PENALISED & Q(facts__f_lessened=True)),
                Column("lessened_amount", "减轻处罚的罚没金额（万元）", "decided_on", _PENALISED & Q(facts__f_lessened=True), sums=("decision_fine", "decision_gain")),
                Column("spared", "不予处罚", "decided_on", Q(facts__f_outcome__in=("none_statutory", "none_unproven"))),
                Column("reviewed", "法制审核", "legal_reviewed_on"),
                Column("criminal", "涉嫌犯罪移送", "criminal_transferred_on"),
                Column("remedied", "申请复议、提起诉讼", "remedy_started_on"),
                Column("overturned", "被撤销、变更、确认违法", "overturned_on"),
                Column("sued", "行政应诉", "suit_received_on", grain="suit"),
                Column("lost", "败诉", "suit_judged_on", Q(suit_facts__f_suit_result__in=_LOST), grain="suit"),
                Column("court", "申请法院强制执行", "court_applied_on"),
            ),
            (), ("penalty",),
        ),
        Table(
            "licence", "行政许可实施情况统计表", "licence",
            "申请、受理、法制审核、决定、撤销各按其日期计入当年；变更、延续计入，咨询不计入。",
            (
                Column("applied", "申请", "licence_applied_on"),
                Column("accepted", "受理", "licence_accepted_on"),
                Column("granted", "许可", "licence_decided_on", Q(licence_facts__f_licence_outcome="granted")),
                Column("declined", "不予许可", "licence_decided_on", Q(licence_facts__f_licence_outcome="declined")),
                Column("revoked", "撤销许可", "licence_revoked_on"),
                Column("licence_reviewed", "法制审核", "licence_reviewed_on"),
            ),
            (), ("licence",),
        ),
        Table(
            "measure", "行政强制措施实施情况统计表", "measure",
            "按实施日期计入当年，一次实施计一件。",
            tuple(
                Column(id_, label, "measure_taken_on", Q(measure_facts__f_measure_kind=id_))
                for id_, label in (
                    ("seal", "查封场所、设施或者财物"), ("seize", "扣押财物"), ("freeze", "冻结存款、汇款"), ("restrain", "限制公民人身自由"),
                    ("other", "其他"),
                )
            ),
            ("seal", "seize", "freeze", "restrain", "other"), ("coercion",),
        ),
        Table(
            "enforcement", "行政强制执行实施情况统计表", "enforcement",
            "强制执行按实施日期计入当年，一件只计一种：划拨、拍卖的计入该种，其余金钱给付的计入加处罚款、滞纳金；申请法院执行按申请日期计入当年。",
            (
                Column("surcharge", "加处罚款、滞纳金", "enforcement_executed_on", _MONEY & Q(**_NOT_TAKEN)),
                Column("transfer", "划拨存款、汇款", "enforcement_executed_on", _MONEY & Q(enforcement_facts__f_enforcement_transferred_on__isnull=False)),
                Column(
                    "auction", "拍卖、依法处理", "enforcement_executed_on",
                    _MONEY & Q(enforcement_facts__f_enforcement_transferred_on__isnull=True, enforcement_facts__f_enforcement_auctioned_on__isnull=False),
                ),
                *(
                    Column(id_, label, "enforcement_executed_on", Q(enforcement_facts__f_enforcement_method=id_))
                    for id_, label in (("restore", "排除妨碍、恢复原状"), ("proxy", "代履行"), ("demolish", "强制拆除"), ("other", "其他"))
                ),
                Column("court", "申请法院强制执行", "enforcement_court_applied_on"),
            ),
            ("surcharge", "transfer", "auction", "restore", "proxy", "demolish", "other", "court"), ("coercion",),
        ),
        Table(
            "inspection", "行政检查实施情况统计表", "inspection",
            "一个对象有完整的检查记录计一次；没有记录的巡查不计，检查转为处罚案件的仍按检查日期单列。",
            (
                Column("checked", "行政检查", "inspection_conducted_on", Q(inspection_facts__f_inspection_recorded=True) & ~Q(inspection_facts__f_inspection_found="case")),
                Column("to_case", "转为处罚案件", "inspection_conducted_on", Q(inspection_facts__f_inspection_found="case")),
            ),
            ("checked",), ("inspection",),
        ),
        Table(
            "other", "其他行政执法行为实施情况统计表", "act",
            "征收、征用按决定日期计入当年；确认、给付、裁决、奖励按决定日期计入当年，准予、作出的计入；金额按决定的数额计算。",
            (
                _taking("levy", "行政征收", "levy", "expropriate"),
                _taking("use", "行政征用", "use"),
                *_act("confirmation", "行政确认", "confirmation"),
                *_act("payment", "行政给付", "payment", amount=True),
                *_act("adjudication", "行政裁决", "ruling", amount=True),
                *_act("reward", "行政奖励", "reward", amount=True),
            ),
            ("levy", "use", "confirmation", "payment", "adjudication", "reward"), ("requisition", "confirmation", "payment", "ruling", "reward"),
        ),
    )
}  # fmt: skip
