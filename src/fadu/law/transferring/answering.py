"""公安机关的答复: receipt, decision, review, supervision; handing over, or back into a penalty case."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose, rows
from fadu.law.forms import Field
from fadu.law.forms import Kind as Asked
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import PENALTY, TRANSFER
from fadu.law.transferring.handing import ANSWERED, CLOSED, FILED, GOODS, SENT
from fadu.law.vocabulary import transfer


def filed(facts: Mapping[str, Any]) -> bool:
    """Whether the police took the case up, at once, on review or under supervision."""
    return "filed" in (facts.get("transfer_police_result"), facts.get("transfer_review_result"), facts.get("transfer_supervision_result"))


def _told(_before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    """The periods after it run from the day on which the notice came."""
    fact = transfer.filing_told_on if data["transfer_police_result"] == "filed" else transfer.refusal_told_on
    return {fact.name: fact.value_of(data["told_on"])}


def _reviewed(_before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    taken_up = data.get("transfer_review_result") == "filed"
    return {"transfer_filing_told_on": transfer.filing_told_on.value_of(data["transfer_review_told_on"])} if taken_up else {}


RECEIPT = Step(
    name="record_police_receipt",
    label="登记公安机关接收",
    leaves=(SENT,),
    basis=(TRANSFER[7],),
    says="公安机关在回执上签字；不属于其管辖的，二十四小时内转送",
    asks=(ask(transfer.received_at), ask(transfer.receipt_signed), ask(transfer.theirs), line("received_by", "接收人")),
    effect=lambda _before, data, _context: {"transfer_received_on": transfer.received_on.value_of(data["transfer_received_at"])},
    derives=(transfer.received_on,),
)

FORWARD = Step(
    name="forward_transfer",
    label="登记转送",
    unfit=lambda facts: "" if facts.get("transfer_theirs") is False else "属于接受移送的公安机关管辖",
    leaves=(SENT,),
    basis=(TRANSFER[7],),
    says="转送有管辖权的机关，并书面告知移送机关",
    asks=(line("to_organ", "有管辖权的机关"), ask(transfer.forwarded_at), ask(transfer.forwarding_told)),
    side=True,
)

POLICE_DECISION = Step(
    name="record_police_decision",
    label="登记公安机关决定",
    unfit=absent(transfer.received_on, "公安机关尚未接收"),
    leaves=(SENT,),
    enters=ANSWERED,
    basis=(TRANSFER[8],),
    says="三日内决定立案或者不予立案，书面通知；不立案的说明理由并退回案卷",
    asks=(
        ask(transfer.police_decided_on),
        ask(transfer.police_result),
        ask(transfer.police_told),
        Field(name="told_on", label="接到通知书日期", kind=Asked.DATE),
        line("docket", "文号", required=False),
        prose("reason", "不予立案的理由", required=False),
    ),
    effect=_told,
    derives=(transfer.filing_told_on, transfer.refusal_told_on),
)

ASK_AGAIN = Step(
    name="ask_police_again",
    label="提请公安机关复议",
    unfit=lambda facts: "立案的不需要提请复议" if filed(facts) else "已经提请复议" if "transfer_asked_again_on" in facts else "",
    leaves=(ANSWERED,),
    by=Role.HEAD,
    basis=(TRANSFER[9, 1],),
    says="认为应当立案的，自接到不予立案通知书之日起三日内提请复议",
    asks=(line("to_organ", "作出决定的公安机关"), prose("reason", "提请复议的理由"), OPINION),
    marks={transfer.asked_again_on: When.DAY},
    papers=("police_review_request",),
    side=True,
)

POLICE_REVIEW = Step(
    name="record_police_review",
    label="登记复议决定",
    unfit=absent(transfer.asked_again_on, "没有提请复议"),
    leaves=(ANSWERED,),
    basis=(TRANSFER[9, 2],),
    says="公安机关三日内决定并书面通知；仍有异议的，三日内建议检察机关立案监督",
    asks=(
        ask(transfer.review_received_on),
        ask(transfer.review_decided_on, required=False, help="尚未决定的不填"),
        ask(transfer.review_result, required=False),
        ask(transfer.review_told_on, when=("transfer_review_result", ("filed", "refused"))),
        ask(transfer.still_disagrees, required=False, when=("transfer_review_result", ("refused",))),
    ),
    effect=_reviewed,
    derives=(transfer.filing_told_on,),
    side=True,
)

ASK_SUPERVISION = Step(
    name="ask_supervision",
    label="建议检察机关立案监督",
    unfit=lambda facts: "立案的不需要监督" if filed(facts) else "",
    leaves=(ANSWERED, SENT),
    by=Role.HEAD,
    basis=(TRANSFER[9, 1], TRANSFER[9, 2]),
    says="可以直接建议；不服复议决定的应当在三日内建议",
    asks=(line("procuratorate", "人民检察院"), prose("reason", "建议监督的理由"), OPINION),
    marks={transfer.supervision_asked_on: When.DAY},
    papers=("filing_supervision_request",),
    side=True,
)

SUPERVISION = Step(
    name="record_supervision",
    label="登记立案监督结果",
    unfit=absent(transfer.supervision_asked_on, "没有建议立案监督"),
    leaves=(ANSWERED,),
    basis=(TRANSFER[9, 3],),
    says="公安机关接受检察机关的立案监督",
    asks=(
        ask(transfer.supervision_result),
        ask(transfer.filing_told_on, when=("transfer_supervision_result", ("filed",))),
        prose("note", "情况", required=False),
    ),
    side=True,
)

HAND_OVER = Step(
    name="hand_over",
    label="移交涉案物品和材料",
    unfit=lambda facts: "" if filed(facts) else "公安机关没有立案",
    leaves=(ANSWERED,),
    enters=FILED,
    basis=(TRANSFER[12],),
    says="自接到立案通知书之日起三日内移交，办结交接手续",
    asks=(
        rows("goods", "移交的物品和材料", GOODS, least=1),
        line("received_by", "接收人"),
        ask(transfer.handover_signed),
        ask(transfer.handover_otherwise, required=False, rare=True),
    ),
    marks={transfer.handed_over_on: When.DAY},
    papers=("crime_goods_handover",),
)

BACK = Step(
    name="back_to_penalty",
    label="转入行政处罚",
    unfit=lambda facts: "公安机关已经立案" if filed(facts) else "",
    leaves=(ANSWERED,),
    basis=(TRANSFER[10], PENALTY[27, 1]),
    says="不予立案但应当处罚的，依法实施行政处罚",
    asks=(ask(transfer.punishable), line("penalty_case", "处罚案件", required=False), prose("reason", "处理意见")),
    effect=lambda _before, data, context: {"transfer_penalty_opened_on": context["on"] if data["transfer_punishable"] else None},
    derives=(transfer.penalty_opened_on,),
    leads_to=("penalty.general",),
)

CLOSE = Step(
    name="close_transfer_file",
    label="办结移送",
    unfit=pending(transfer.asked_again_on, "复议尚无结果", closed=transfer.review_told_on),
    leaves=(FILED, ANSWERED),
    enters=CLOSED,
    basis=(TRANSFER[10], TRANSFER[12]),
    says="物品材料已移交，或者不立案的案件已经处理，归档",
    asks=(ask(transfer.punishable, required=False, help="不予立案的填写"), prose("note", "办结情况")),
    marks={transfer.closed_on: When.DAY},
)

STEPS = (RECEIPT, FORWARD, POLICE_DECISION, ASK_AGAIN, POLICE_REVIEW, ASK_SUPERVISION, SUPERVISION, HAND_OVER, BACK, CLOSE)
