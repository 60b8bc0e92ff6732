"""行政征收征用: no taking without a statute, compensation and, for use, return (民法典第一百一十七条)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import CARD, OPINION, PLACE, PRESENT, SIGNED, WITNESS_NAME, ask, line, prose, rows
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as Asked
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When, absent
from fadu.law.statutes import CIVIL_CODE
from fadu.law.vocabulary import requisition

PROPERTY = (
    line("name", "财产名称", example="挖掘机"),
    line("spec", "型号、位置", required=False),
    Field(name="quantity", label="数量或者面积", kind=Asked.INT, least=1),
    line("unit", "单位", longest=10),
    line("condition", "现状", required=False),
)
LAWFUL = CIVIL_CODE[117]


def _may_decide(facts: Mapping[str, Any]) -> str:
    if not facts.get("requisition_public_interest"):
        return "不是为了公共利益的需要，不得征收、征用"
    if facts.get("requisition_basis_level") not in {"law", "admin_regulation", "local_regulation"}:
        return "征收、征用须有法律、法规规定的权限和程序"
    if not facts.get("requisition_emergency") and "requisition_heard_on" not in facts:
        return "还没有听取被征收征用人的意见"
    return ""


def _may_close(facts: Mapping[str, Any]) -> str:
    if facts.get("requisition_kind") == "levy":
        return ""
    if "requisition_compensated_on" not in facts:
        return "还没有给予补偿"
    if facts.get("requisition_kind") == "use" and "requisition_returned_on" not in facts:
        return "征用的财产使用后还没有返还"
    if facts.get("requisition_damaged") and "requisition_damage_paid_on" not in facts:
        return "征用的财产毁损、灭失，还没有补偿"
    return ""


OPEN = Step(
    name="open_requisition",
    label="登记征收征用事项",
    numbers="征",
    basis=(LAWFUL,),
    says="写明公共利益的需要、依据、财产和范围",
    asks=(
        ask(requisition.kind),
        line("cause", "事由", example="防汛应急征用挖掘机"),
        *PARTY,
        ask(requisition.basis_level),
        line("basis", "依据"),
        ask(requisition.public_interest),
        prose("need", "公共利益需要的说明", longest=2000),
        ask(requisition.emergency, required=False),
        rows("goods", "财产", PROPERTY, least=1),
    ),
    marks={requisition.opened_on: When.DAY},
    once=True,
)

ANNOUNCE = Step(
    name="announce_requisition",
    label="公告方案",
    leaves=("opened",),
    basis=(LAWFUL,),
    says="公告目的、范围、补偿标准，征求意见",
    asks=(line("where", "公告的载体"), prose("plan", "方案", longest=3000)),
    marks={requisition.announced_on: When.DAY},
    side=True,
)

HEAR = Step(
    name="hear_owner",
    label="听取意见",
    leaves=("opened",),
    basis=(LAWFUL,),
    says="听取被征收征用人对方案和补偿的意见",
    asks=(prose("said", "被征收征用人的意见", longest=3000), prose("checked", "复核意见", longest=2000)),
    marks={requisition.heard_on: When.DAY},
)

ASSESS = Step(
    name="assess_requisition",
    label="评估补偿",
    leaves=("opened", "decided", "taken"),
    basis=(LAWFUL,),
    says="按规定评估，确定公平、合理的补偿数额",
    asks=(line("assessor", "评估机构", required=False), ask(requisition.compensation), prose("assess_basis", "评估的依据", longest=2000)),
    marks={requisition.assessed_on: When.DAY},
    side=True,
)

DECIDE = Step(
    name="decide_requisition",
    label="作出征收征用决定",
    unfit=_may_decide,
    leaves=("opened",),
    enters="decided",
    by=Role.HEAD,
    basis=(LAWFUL,),
    says="写明依据、财产、期限、补偿和救济途径",
    asks=(
        prose("content", "决定内容", longest=2000),
        ask(requisition.until, required=False, help="征用的填写"),
        ask(requisition.remedy_told),
        OPINION,
    ),
    marks={requisition.decided_on: When.DAY},
    papers=("requisition_decision",),
)

TAKE = Step(
    name="take_property",
    label="送达并接收财产",
    leaves=("decided",),
    enters="taken",
    basis=(LAWFUL,),
    says="送达决定书，当场清点，双方在清单上签名",
    asks=(PRESENT, CARD, PLACE, rows("goods", "接收的财产", PROPERTY, least=1), ask(requisition.listed), SIGNED, WITNESS_NAME),
    marks={requisition.served_on: When.DAY, requisition.taken_on: When.DAY},
    papers=("requisition_list",),
)

COMPENSATE = Step(
    name="compensate_requisition",
    label="支付补偿",
    unfit=absent(requisition.compensation, "还没有确定补偿数额"),
    leaves=("decided", "taken"),
    basis=(LAWFUL,),
    says="按协议或者决定支付补偿",
    asks=(ask(requisition.compensation_agreed_on), line("receipt_no", "支付凭证")),
    marks={requisition.compensated_on: When.DAY},
)

RETURN = Step(
    name="return_property",
    label="返还征用财产",
    unfit=lambda facts: "征收的财产不返还" if facts.get("requisition_kind") in {"expropriate", "levy"} else "",
    leaves=("taken",),
    basis=(LAWFUL,),
    says="使用后返还；毁损、灭失的另给补偿",
    asks=(ask(requisition.damaged), line("receiver", "接收人"), ask(requisition.damage_paid_on, required=False, when=("requisition_damaged", (True,)))),
    marks={requisition.returned_on: When.DAY},
    papers=("requisition_return",),
)

CLOSE = Step(
    name="close_requisition",
    label="征收征用办结",
    unfit=_may_close,
    leaves=("taken",),
    enters="closed",
    basis=(LAWFUL,),
    says="补偿到位、征用的财产返还后办结",
    asks=(prose("note", "办结情况", longest=1000, required=False),),
    marks={requisition.closed_on: When.DAY},
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that waits."""
    if stage == "opened":
        return "hear_owner" if not facts.get("requisition_emergency") and "requisition_heard_on" not in facts else "decide_requisition"
    if stage == "taken":
        if facts.get("requisition_kind") == "use" and "requisition_returned_on" not in facts:
            return "return_property"
        return "compensate_requisition" if "requisition_compensated_on" not in facts else "close_requisition"
    return "take_property" if stage == "decided" else ""


PROCEDURE = Procedure(
    id="requisition.general",
    version="2021",
    title="行政征收征用",
    in_force=date(2021, 1, 1),
    stages=(
        Stage(name="opened", label="登记"),
        Stage(name="decided", label="决定"),
        Stage(name="taken", label="接收"),
        Stage(name="closed", label="办结"),
    ),
    steps=(OPEN, ANNOUNCE, HEAR, ASSESS, DECIDE, TAKE, COMPENSATE, RETURN, CLOSE, correction(("opened", "decided", "taken"))),
    ends=frozenset({"closed"}),
    turn=turn,
    kind=Kind.REQUISITION,
    grain="requisition",
    says="为公共利益征收、征用财产：补偿、返还",
)
