"""行政确认、给付、裁决、奖励: the same short course, each with what is its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as Asked
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import BUSINESS_CLIMATE, OPEN_GOVERNMENT, Citation
from fadu.law.vocabulary import act


@dataclass(frozen=True)
class Plain:
    """What distinguishes one kind of plain act.

    Attributes:
        name: the end of its steps' names.
        title: as it is printed.
        says: one line for the list.
        example: a cause.
        number: the word in its number.
        opening: what its first form asks beside the common.
        examining: what its examination asks beside the common.
        paid: whether money is given.
    """

    name: str
    title: str
    says: str
    example: str
    number: str
    opening: tuple[Field, ...] = ()
    examining: tuple[Field, ...] = ()
    paid: bool = False


KINDS = (
    Plain("confirmation", "行政确认", "确认身份、资格、权属、责任等法律事实", "工伤认定", "确"),
    Plain(
        "payment",
        "行政给付",
        "发放救助、补助、抚恤",
        "临时救助",
        "给",
        examining=(ask(act.shown_publicly_on, required=False), ask(act.objections, required=False)),
        paid=True,
    ),
    Plain(
        "adjudication",
        "行政裁决",
        "裁决与行政管理有关的民事争议",
        "土地权属争议裁决",
        "裁",
        opening=(line("respondent", "被申请人"),),
        examining=(ask(act.both_heard), ask(act.mediated, required=False)),
    ),
    Plain(
        "reward",
        "行政奖励",
        "奖励举报人、先进单位和个人",
        "举报奖励",
        "奖",
        examining=(ask(act.shown_publicly_on, required=False), ask(act.objections, required=False)),
        paid=True,
    ),
)
SERVICE: Citation = BUSINESS_CLIMATE[36, 2]


def _steps(kind: Plain) -> tuple[Step, ...]:
    return _opened(kind), _examined(kind), _decided(kind), *_after(kind)


def _opened(kind: Plain) -> Step:
    return Step(
        name=f"apply_{kind.name}",
        label=f"登记{kind.title}事项",
        numbers=kind.number,
        basis=(SERVICE,),
        says="登记收到的申请，或者依职权办理的事项",
        asks=(
            line("cause", "事项", example=kind.example),
            *PARTY,
            *kind.opening,
            ask(act.applied_on, "收到申请或者开始办理日期"),
            ask(act.of_own_accord, required=False),
            prose("materials", "材料", longest=2000, required=False),
        ),
        marks={act.accepted_on: When.DAY},
        once=True,
    )


def _examined(kind: Plain) -> Step:
    return Step(
        name=f"examine_{kind.name}",
        label="审查",
        leaves=("opened",),
        enters="examined",
        basis=(SERVICE,),
        says="审查事实、材料和依据",
        asks=(ask(act.examiners, kind=Asked.OFFICERS, label="审查人员"), prose("facts_found", "审查情况", longest=3000), *kind.examining),
        marks={act.examined_on: When.DAY},
    )


def _unheard(facts: Mapping[str, Any]) -> str:
    return "" if facts.get("act_both_heard") else "还没有听取双方当事人的意见"


def _decided(kind: Plain) -> Step:
    return Step(
        name=f"decide_{kind.name}",
        label=f"作出{kind.title}决定",
        unfit=_unheard if kind.name == "adjudication" else None,
        leaves=("examined",),
        enters="decided",
        by=Role.HEAD,
        basis=(BUSINESS_CLIMATE[64, 2], SERVICE),
        says="写明事实、理由、依据和救济途径",
        asks=(
            ask(act.outcome),
            *((ask(act.amount, required=False),) if kind.paid else ()),
            ask(act.basis_level),
            line("basis", "依据"),
            ask(act.basis_published, required=False, when=("act_basis_level", ("document", "rule", "other"))),
            prose("content", "决定内容", longest=3000),
            ask(act.reason_given),
            ask(act.remedy_told),
            OPINION,
        ),
        marks={act.decided_on: When.DAY},
        papers=("plain_decision",),
    )


def _after(kind: Plain) -> tuple[Step, ...]:
    return (
        Step(
            name=f"serve_{kind.name}",
            label="送达",
            leaves=("decided",),
            enters="served",
            basis=(SERVICE,),
            says="把决定送达当事人" + ("，并发放" if kind.paid else ""),
            asks=(line("receiver", "签收人"), *((ask(act.paid_on, required=False),) if kind.paid else ())),
            marks={act.served_on: When.DAY},
        ),
        Step(
            name=f"publish_{kind.name}",
            label="公开结果",
            leaves=("served",),
            basis=(OPEN_GOVERNMENT[20, 1, 5],),
            says="对外管理服务事项的办理结果主动公开，隐去不应公开的内容",
            asks=(line("where", "公开的载体"),),
            marks={act.published_on: When.DAY},
            side=True,
        ),
        Step(
            name=f"close_{kind.name}",
            label="办结归档",
            leaves=("served",),
            enters="closed",
            basis=(SERVICE,),
            says="材料齐全后归档",
            asks=(line("volume", "卷号", required=False), prose("note", "备考", required=False, longest=1000)),
            marks={act.closed_on: When.DAY},
        ),
    )


def _turn(kind: Plain) -> Mapping[str, str]:
    return {"opened": f"examine_{kind.name}", "examined": f"decide_{kind.name}", "decided": f"serve_{kind.name}", "served": f"close_{kind.name}"}


def _course(kind: Plain) -> Procedure:
    turns = _turn(kind)

    def turn(stage: str, _facts: Mapping[str, Any]) -> str:
        return turns.get(stage, "")

    return Procedure(
        id=f"act.{kind.name}",
        version="2020",
        title=kind.title,
        in_force=date(2020, 1, 1),
        stages=(
            Stage(name="opened", label="登记"),
            Stage(name="examined", label="审查"),
            Stage(name="decided", label="决定"),
            Stage(name="served", label="送达"),
            Stage(name="closed", label="办结"),
        ),
        steps=(*_steps(kind), correction(("opened", "examined", "decided", "served"))),
        ends=frozenset({"closed"}),
        turn=turn,
        kind=Kind.OTHER,
        grain="act",
        says=kind.says,
    )


PROCEDURES = tuple(_course(kind) for kind in KINDS)
