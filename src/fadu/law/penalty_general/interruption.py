"""What interrupts, lengthens or ends an inquiry: recusal, suspension, extension, crime, termination."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.fields_ecology import with_justice
from fadu.law.penalty_general.pauses import PAUSED, go, stopping
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE, TRANSFER
from fadu.law.vocabulary import case
from fadu.law.vocabulary.marks import Stop

LATER = ("investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed")


def _resume(before: Mapping[str, Any], _data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """A pause is an interval: its days are added when it ends."""
    return {**go(before, Stop.SUSPENSION, context["on"]), "suspended_since": None}


REQUEST_RECUSAL = Step(
    name="request_recusal",
    label="登记回避申请",
    leaves=LATER,
    basis=(PENALTY[43, 2],),
    says="当事人认为执法人员应当回避的，有权申请；决定作出前不停止调查",
    asks=(Field(name="person", label="被申请回避的人员", kind=Kind.OFFICERS), prose("reason", "理由")),
    marks={case.recusal_requested_on: When.DAY, case.recusal_pending: True},
    clears=(case.recusal_decided_on,),
    papers=("matter_approval",),
    side=True,
)

DECIDE_RECUSAL = Step(
    name="decide_recusal",
    label="决定是否回避",
    unfit=lambda facts: "" if facts.get("recusal_pending") else "没有待决定的回避申请",
    leaves=LATER,
    by=Role.HEAD,
    basis=(PENALTY[43, 3], SAMR_PROCEDURE[4, 1]),
    says="行政机关应当依法审查，由负责人决定",
    asks=(
        Field(name="recused", label="决定", kind=Kind.CHOICE, choices=(("yes", "应当回避"), ("no", "不予回避"))),
        Field(name="replaced_by", label="接替人员", kind=Kind.OFFICERS, required=False, when=("recused", ("yes",))),
        ask(case.recusal_of, required=False, rare=True),
        ask(case.recusal_decided_by, required=False, rare=True),
        OPINION,
    ),
    marks={case.recusal_decided_on: When.DAY, case.recusal_pending: False},
    papers=("recusal_decision",),
)

SUSPEND = Step(
    name="suspend",
    label="中止调查",
    unfit=pending(case.suspended_since, "案件已经中止"),
    leaves=("investigating", "concluded"),
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[46, 1],),
    says="出现法定情形，经负责人批准；中止期间不计入办案期限",
    asks=(ask(case.suspend_ground), prose("reason", "中止的事实和理由"), OPINION),
    marks={case.suspended: True, case.suspended_since: When.DAY},
    effect=stopping(Stop.SUSPENSION),
    derives=PAUSED,
    papers=("matter_approval",),
)

RESUME = Step(
    name="resume",
    label="恢复调查",
    unfit=absent(case.suspended_since, "案件没有中止"),
    leaves=("investigating", "concluded"),
    basis=(SAMR_PROCEDURE[46, 2],),
    says="中止的原因消除后，应当立即恢复",
    asks=(prose("reason", "原因消除的情况"),),
    marks={case.suspended: False},
    effect=_resume,
    derives=(*PAUSED, case.suspended_since),
    papers=("matter_approval",),
)

EXTEND = Step(
    name="extend",
    label="延长办案期限",
    leaves=LATER,
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[64, 1],),
    says="案情复杂等原因，经负责人批准延长三十日",
    asks=(prose("reason", "延长的理由"), OPINION),
    marks={case.extended_once: True},
    effect=lambda before, _data, _context: {"extension_days": before.get("extension_days", 0) + 30},
    derives=(case.extension_days,),
    papers=("matter_approval",),
    once=True,
    side=True,
)

EXTEND_AGAIN = Step(
    name="extend_again",
    label="集体讨论继续延期",
    unfit=absent(case.extended_once, "须先经负责人批准延长三十日"),
    leaves=LATER,
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[64, 1],),
    says="经延期仍不能决定的，由负责人集体讨论，同时确定合理期限",
    asks=(Field(name="days", label="继续延长的日数", kind=Kind.INT, least=1), prose("reason", "理由"), prose("discussion", "集体讨论情况")),
    marks={case.extension_discussed_on: When.DAY},
    effect=lambda before, data, _context: {"extension_days": before.get("extension_days", 0) + data["days"]},
    derives=(case.extension_days,),
    papers=("panel_record", "matter_approval"),
    side=True,
)

SUSPECT_CRIME = Step(
    name="suspect_crime",
    label="认为涉嫌犯罪",
    leaves=LATER,
    basis=(PENALTY[27, 1], TRANSFER[5]),
    says="应当及时移送司法机关，不得以罚代刑",
    asks=(line("offence", "涉嫌的罪名"), prose("facts_found", "涉嫌犯罪的事实"), prose("materials", "材料和涉案物品清单")),
    marks={case.criminal_suspected: True, case.criminal_found_on: When.DAY},
    papers=("matter_approval",),
    side=True,
)

TRANSFER_CRIMINAL = Step(
    name="transfer_criminal",
    label="移送司法机关",
    leaves=LATER,
    enters="with_justice",
    by=Role.HEAD,
    basis=(PENALTY[27, 1], TRANSFER[5]),
    says="正职负责人或者主持工作的负责人决定移送",
    asks=(line("to_organ", "受移送机关"), line("offence", "涉嫌的罪名"), prose("materials", "移送材料清单"), OPINION),
    marks={case.criminal_transferred_on: When.DAY, case.outcome: "transfer_criminal", case.criminal_suspected: True},
    papers=("criminal_transfer", "matter_approval"),
)

TAKE_BACK = Step(
    name="take_back",
    label="登记司法机关退回",
    leaves=("with_justice",),
    enters="investigating",
    basis=(PENALTY[27, 1],),
    says="不追究或者免予刑事处罚但应当行政处罚的，司法机关及时移送回来",
    asks=(line("from_organ", "退回机关"), prose("reason", "退回的理由"), ask(case.criminal_fined, required=False)),
    marks={case.criminal_returned_on: When.DAY, case.criminal_suspected: False},
    effect=with_justice,
    derives=(case.not_counted_days, case.verification_tests_days),
    clears=(case.outcome,),
)

CLOSE_TRANSFER = Step(
    name="close_transfer",
    label="司法机关已立案",
    leaves=("with_justice",),
    enters="ended",
    basis=(PENALTY[27, 1],),
    says="司法机关立案，行政处罚程序终结",
    asks=(line("docket", "立案文号"), Field(name="accepted_on", label="立案日期", kind=Kind.DATE)),
    marks={case.closing_since: When.DAY},
)

TERMINATE = Step(
    name="terminate",
    label="终止调查",
    leaves=LATER,
    enters="ended",
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[47],),
    says="当事人死亡或者终止且无权利义务承受人，调查无法继续",
    asks=(ask(case.terminate_ground, required=False), prose("reason", "终止的事实和理由"), OPINION),
    marks={case.closing_since: When.DAY, case.closing_ground: "terminated"},
    papers=("matter_approval",),
    side=True,
)

STEPS = (REQUEST_RECUSAL, DECIDE_RECUSAL, SUSPEND, RESUME, EXTEND, EXTEND_AGAIN, SUSPECT_CRIME, TRANSFER_CRIMINAL, TAKE_BACK, CLOSE_TRANSFER, TERMINATE)
