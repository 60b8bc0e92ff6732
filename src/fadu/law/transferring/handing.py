"""移送: from the suspicion of a crime to the hands of the police."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose, rows
from fadu.law.forms import Field
from fadu.law.forms import Kind as Asked
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import PENALTY, TRANSFER
from fadu.law.vocabulary import transfer

VERIFYING, REPORTED, APPROVED, SENT = "transfer_verifying", "transfer_reported", "transfer_approved", "transfer_sent"
FILED, ANSWERED, DECLINED, CLOSED = "transfer_filed", "transfer_answered", "transfer_declined", "transfer_closed"
GOODS = (
    line("name", "名称"),
    Field(name="quantity", label="数量", kind=Asked.INT, least=1),
    line("unit", "单位", longest=10),
    line("condition", "状况、存放地点", required=False),
)


def _approved(_before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    return {"transfer_approved_at": context["at"] if data["transfer_head_approved"] else None}


OPEN = Step(
    name="open_transfer",
    numbers="移立",
    label="登记涉嫌犯罪线索",
    basis=(TRANSFER[3], PENALTY[27, 1]),
    says="查处违法行为中认为涉嫌犯罪的，登记并指定专案组核实",
    asks=(
        line("cause", "事由", example="涉嫌生产、销售有毒、有害食品罪"),
        *PARTY,
        line("from_case", "原行政案件编号", required=False),
        ask(transfer.found_on),
        line("offence", "涉嫌的罪名"),
        prose("facts_found", "涉嫌犯罪的事实"),
        ask(transfer.intellectual, required=False, rare=True),
    ),
    marks={transfer.opened_on: When.DAY, transfer.direction: "to_police"},
    once=True,
)

REPORT = Step(
    name="report_transfer",
    label="提出移送报告",
    leaves=(VERIFYING,),
    enters=REPORTED,
    basis=(TRANSFER[5, 1],),
    says="两名以上执法人员组成专案组，核实后提出书面报告",
    asks=(
        Field(name="team", label="专案组", kind=Asked.OFFICERS, help="指定两名以上执法人员"),
        prose("verified", "核实的情况"),
        prose("standard", "追诉标准和是否达到"),
        ask(transfer.standard_met),
        ask(transfer.reasonable_suspicion, required=False, rare=True),
        ask(transfer.reported_in_writing),
    ),
    marks={transfer.reported_on: When.DAY},
    effect=lambda _before, data, _context: {"transfer_assigned": len(data["team"])},
    derives=(transfer.assigned,),
    papers=("transfer_report",),
)

DECIDE = Step(
    name="decide_transfer",
    label="决定是否移送",
    leaves=(REPORTED,),
    enters=APPROVED,
    provided=lambda facts: bool(facts.get("transfer_head_approved")),
    by=Role.HEAD,
    basis=(TRANSFER[5, 1], TRANSFER[5, 2]),
    says="正职负责人或者主持工作的负责人三日内决定；不批准的理由记录在案",
    asks=(
        ask(transfer.head_approved),
        ask(transfer.by_principal),
        ask(transfer.refusal_reasoned, required=False, when=("transfer_head_approved", (False,))),
        prose("reason", "理由", required=False),
        OPINION,
    ),
    marks={transfer.head_decided_on: When.DAY},
    effect=_approved,
    derives=(transfer.approved_at,),
    papers=("transfer_approval",),
)

DECLINE = Step(
    name="end_declined_transfer",
    label="不移送办结",
    unfit=lambda facts: "" if facts.get("transfer_head_approved") is False else "负责人没有决定不批准移送",
    leaves=(REPORTED,),
    enters=DECLINED,
    basis=(TRANSFER[5, 2],),
    says="负责人不批准移送、理由已记录的，办结；继续行政处罚程序",
    asks=(prose("next", "继续处理的意见"),),
    marks={transfer.closed_on: When.DAY},
    leads_to=("penalty.general",),
    side=True,
)

SEND = Step(
    name="send_transfer",
    label="移送公安机关",
    leaves=(APPROVED,),
    enters=SENT,
    basis=(TRANSFER[5, 2], TRANSFER[6]),
    says="批准后二十四小时内移送，附五类材料，并抄送检察机关",
    asks=(
        line("to_organ", "受移送的公安机关"),
        ask(transfer.same_level),
        ask(transfer.parts),
        rows("goods", "涉案物品", GOODS, required=False),
        prose("materials", "材料目录"),
        ask(transfer.prior_stopped, required=False, rare=True, help="移送前已经处罚的填写"),
        ask(transfer.copied_on, required=False),
        line("procuratorate", "抄送的人民检察院", required=False),
    ),
    marks={transfer.sent_at: When.MOMENT, transfer.sent_on: When.DAY},
    papers=("criminal_transfer", "crime_material_list", "transfer_copy"),
)

STEPS = (OPEN, REPORT, DECIDE, DECLINE, SEND)
