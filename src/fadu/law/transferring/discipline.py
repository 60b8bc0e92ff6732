"""移送纪检监察: the clue of a public servant's offence or breach is handed to the supervision commission, receipted and fed back."""

from datetime import date

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When, absent
from fadu.law.statutes import TRANSFER
from fadu.law.vocabulary import transfer

FOUND, APPROVED, SENT, CLOSED = "clue_found", "clue_approved", "clue_sent", "clue_closed"

OPEN = Step(
    name="open_clue",
    numbers="纪移",
    label="登记公职人员线索",
    basis=(TRANSFER[18], TRANSFER[19]),
    says="查处中发现公职人员涉嫌违法或者职务犯罪的线索，限定知悉范围登记",
    asks=(
        line("cause", "事由", example="查处中发现公职人员涉嫌失职渎职"),
        line("person", "被反映人"),
        line("post", "单位和职务"),
        ask(transfer.found_on, "发现日期"),
        prose("clue", "线索的内容"),
        line("from_case", "来源案件", required=False),
    ),
    marks={transfer.opened_on: When.DAY},
    once=True,
)

APPROVE = Step(
    name="approve_clue",
    label="批准移送线索",
    leaves=(FOUND,),
    enters=APPROVED,
    by=Role.HEAD,
    basis=(TRANSFER[18], TRANSFER[19]),
    says="负责人批准移送监察机关或者人民检察院",
    asks=(
        line("to_organ", "受移送机关", example="示范县监察委员会"),
        OPINION,
    ),
    marks={transfer.head_decided_on: When.DAY, transfer.head_approved: True},
    papers=("clue_approval",),
)

SEND = Step(
    name="send_clue",
    label="移送线索",
    leaves=(APPROVED,),
    enters=SENT,
    basis=(TRANSFER[19],),
    says="密封移送线索和材料，取得回执",
    asks=(line("sent_by", "移送人"), prose("materials", "材料目录")),
    marks={transfer.clue_sent_on: When.DAY},
    papers=("clue_letter",),
)

RECEIPT = Step(
    name="record_clue_receipt",
    label="登记签收",
    leaves=(SENT,),
    basis=(TRANSFER[19],),
    says="受移送机关签收回执",
    asks=(ask(transfer.clue_received_on), line("received_by", "签收人")),
)

FEEDBACK = Step(
    name="record_feedback",
    label="登记反馈",
    unfit=absent(transfer.clue_received_on, "受移送机关尚未签收"),
    leaves=(SENT,),
    enters=CLOSED,
    basis=(TRANSFER[18],),
    says="登记受移送机关反馈的处理情况，办结",
    asks=(ask(transfer.feedback_on), prose("result", "反馈的情况")),
    marks={transfer.closed_on: When.DAY},
)

PROCEDURE = Procedure(
    id="transfer.discipline",
    version="2020",
    title="移送纪检监察线索",
    in_force=date(2020, 8, 7),
    kind=Kind.TRANSFER,
    grain="transfer",
    says="公职人员涉嫌违法、职务犯罪的线索，移送监察机关并跟踪反馈",
    stages=(Stage(name=FOUND, label="登记"), Stage(name=APPROVED, label="批准"), Stage(name=SENT, label="移送签收"), Stage(name=CLOSED, label="反馈办结")),
    steps=(OPEN, APPROVE, SEND, RECEIPT, FEEDBACK, correction((FOUND, APPROVED, SENT))),
    ends=frozenset({CLOSED}),
    turn=lambda stage, facts: {
        FOUND: "approve_clue",
        APPROVED: "send_clue",
        SENT: "record_feedback" if "transfer_clue_received_on" in facts else "record_clue_receipt",
    }.get(stage, ""),
)
