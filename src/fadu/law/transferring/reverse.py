"""反向移送: what police, procuratorate and courts send to an organ for administrative handling (不追究刑事责任但应当追究行政责任)."""

from datetime import date

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import PENALTY, TRANSFER
from fadu.law.vocabulary import transfer

RECEIVED, HANDLED, CLOSED = "reverse_received", "reverse_handled", "reverse_closed"

OPEN = Step(
    name="open_reverse",
    numbers="反移",
    label="登记移送或者检察意见",
    basis=(TRANSFER[13], PENALTY[27, 1]),
    says="司法机关认为不追究刑事责任但应当追究行政责任的，移送同级行政执法机关",
    asks=(
        line("cause", "事由", example="检察机关移送的无证经营食品案"),
        *PARTY,
        ask(transfer.opinion_from),
        line("from_organ", "移送机关"),
        line("document", "移送文书或者检察意见书文号"),
        ask(transfer.opinion_received_on),
        prose("content", "移送的事实和意见"),
        prose("materials", "收到的证据和物品", required=False),
    ),
    marks={transfer.opened_on: When.DAY, transfer.direction: "from_justice"},
    papers=("reverse_receipt",),
    once=True,
)

HANDLE = Step(
    name="handle_reverse",
    label="审查处理",
    leaves=(RECEIVED,),
    enters=HANDLED,
    by=Role.HEAD,
    basis=(TRANSFER[13], PENALTY[27, 1]),
    says="应当处罚的转入行政处罚；不应当处罚的写明理由",
    asks=(ask(transfer.punishable), prose("reason", "审查的情况和处理意见"), line("penalty_case", "处罚案件", required=False), OPINION),
    marks={transfer.opinion_handled_on: When.DAY},
    effect=lambda _before, data, context: {"transfer_penalty_opened_on": context["on"] if data["transfer_punishable"] else None},
    derives=(transfer.penalty_opened_on,),
    leads_to=("penalty.general",),
)

ANSWER = Step(
    name="answer_reverse",
    label="回复处理结果",
    leaves=(HANDLED,),
    enters=CLOSED,
    basis=(PENALTY[27, 2], TRANSFER[13]),
    says="把处理结果书面回复移送机关",
    asks=(line("to_organ", "回复的机关"), prose("result", "处理结果")),
    marks={transfer.opinion_answered_on: When.DAY, transfer.closed_on: When.DAY},
    papers=("reverse_answer",),
)

PROCEDURE = Procedure(
    id="transfer.reverse",
    version="2020",
    title="反向移送办理",
    in_force=date(2020, 8, 7),
    kind=Kind.TRANSFER,
    grain="transfer",
    says="公安、检察、审判机关移送的案件和检察意见，审查处理并回复",
    stages=(Stage(name=RECEIVED, label="接收"), Stage(name=HANDLED, label="处理"), Stage(name=CLOSED, label="回复办结")),
    steps=(OPEN, HANDLE, ANSWER, correction((RECEIVED, HANDLED))),
    ends=frozenset({CLOSED}),
    turn=lambda stage, _facts: {RECEIVED: "handle_reverse", HANDLED: "answer_reverse"}.get(stage, ""),
)
