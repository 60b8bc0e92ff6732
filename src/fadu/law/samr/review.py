"""中止、终止、终结、审核、告知 (第四十六条至第五十九条)."""

import polars as pl

from fadu.law.penalty.terms import PENALISED, TOUCHES_MAJOR_RIGHTS
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate
from fadu.law.samr.terms import MARKET, SAMR_GENERAL
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.marks import ReportPart

WHOLE_REPORT = sum(int(part) for part in ReportPart)

SUSPENDED_ON_GROUND = Gate(
    "SC-046-1", SAMR_PROCEDURE[46, 1], "出现五种情形之一，经负责人批准，中止案件调查",
    when=MARKET & case.suspended.holds, before=("suspend",), once=case.suspended,
    demands=case.suspend_ground.known & case.suspended_since.known,
    fix="写明中止属于哪一种情形，报负责人批准",
)
RESUMED = Gate(
    "SC-046-2", SAMR_PROCEDURE[46, 2], "中止的原因消除后，应当立即恢复调查；中止期间案件不得往前办",
    when=MARKET & case.suspended.known, before=("conclude", "notify", "decide", "decide_none"), once=case.decided_on, demands=~case.suspended.column,
    fix="原因已消除的，先登记恢复调查",
)
TERMINATED_ON_GROUND = Gate(
    "SC-047", SAMR_PROCEDURE[47], "当事人死亡或者终止且无权利义务承受人等，调查无法继续的，经负责人批准终止",
    when=MARKET & (case.closing_ground == "terminated"), before=("terminate",), once=case.closing_since,
    demands=case.terminate_ground.one_of("dead", "dissolved", "other"),
    fix="写明终止属于哪一种情形，报负责人批准",
)
REPORT_WHOLE = Gate(
    "SC-048", SAMR_PROCEDURE[48], "调查终结报告写明当事人、来源和经过、事实和证据、性质、处理意见及依据、裁量理由",
    when=SAMR_GENERAL, before=("conclude",), once=case.concluded_on, demands=case.report_parts == WHOLE_REPORT,
    fix="补齐调查终结报告的六项内容",
)
REVIEWER_APART = Gate(
    "SC-049-3", SAMR_PROCEDURE[49, 3], "办案人员不得作为审核人员",
    when=MARKET, before=("review_case", "review"), demands=~step.by_handler.column,
    fix="换由没有参与本案调查的人员审核",
)
REVIEWED_AFTER_HEARING = Gate(
    "SC-050-2", SAMR_PROCEDURE[50, 2], "直接关系重大权益且经过听证的案件，在听证程序结束后进行法制审核",
    when=SAMR_GENERAL & TOUCHES_MAJOR_RIGHTS & case.hearing_requested_on.known, before=("review", "decide"), once=case.legal_reviewed_on,
    demands=case.hearing_closed_on.known & (case.legal_reviewed_on >= case.hearing_closed_on),
    fix="听证结束后再送法制审核",
)
CASE_REVIEWED = Gate(
    "SC-052-1", SAMR_PROCEDURE[52, 1], "法制审核以外适用普通程序的案件，应当进行案件审核",
    when=SAMR_GENERAL & (case.outcome.column.is_null() | case.outcome.one_of("penalty", "none_statutory")),
    before=("approve_proposal", "decide", "decide_none"), once=case.decided_on,
    demands=case.case_reviewed_on.known | case.legal_reviewed_on.known,
    fix="先交审核机构审核，提出书面意见",
)
SEVEN_POINTS = Gate(
    "SC-053", SAMR_PROCEDURE[53], "审核就管辖、当事人、事实证据、定性、依据、程序、处理七个方面提出意见",
    when=SAMR_GENERAL, before=("review_case", "review"), once=case.case_reviewed_on, demands=case.review_points >= 7,
    fix="七个方面逐项答复",
)
REVIEWED_IN_TIME = Clock(
    "SC-055", SAMR_PROCEDURE[55], "审核机构自接到审核材料之日起十个工作日内完成审核；特殊情况经负责人批准可以延长",
    name="审核",
    when=SAMR_GENERAL, starts=case.case_review_asked_on, ends=case.case_reviewed_on, within=working_days(10), extended=case.review_extension,
    next_step="review_case", who="reviewer",
    fix="立即完成审核；特殊情况报负责人批准延长",
)
REVIEWED_APPROVED_TOLD = Gate(
    "SC-056", SAMR_PROCEDURE[56], "先完成审核，再由负责人批准处罚建议，然后告知当事人",
    when=SAMR_GENERAL, before=("notify",), once=case.notified_on,
    demands=(pl.min_horizontal(case.case_reviewed_on.column, case.legal_reviewed_on.column) <= case.proposal_approved_on.column)
    & (case.proposal_approved_on <= case.notified_on),
    fix="依次办理：审核、批准处罚建议、告知",
)
TOLD_IN_WRITING = Gate(
    "SC-057-1", SAMR_PROCEDURE[57, 1], "拟处罚的内容、事实、理由、依据和权利应当书面告知",
    when=SAMR_GENERAL, before=("notify",), once=case.notified_on, demands=case.notice_written.column,
    fix="制作行政处罚告知书并送达；不能只口头告知",
)
REFUND_ORDERED = Gate(
    "SC-059", SAMR_PROCEDURE[59], "法律、法规要求退还多收价款的，听取意见后、决定前发出责令退款通知书",
    when=SAMR_GENERAL & case.refund_required.holds & PENALISED, before=("decide",), once=case.decided_on,
    demands=(case.refund_ordered_on >= pl.coalesce(case.defence_on.column, case.notified_on.column)) & (case.refund_ordered_on <= case.decided_on),
    fix="听取当事人意见后，先发出责令退款通知书，再作出处罚决定",
)

RULES = (
    SUSPENDED_ON_GROUND, RESUMED, TERMINATED_ON_GROUND, REPORT_WHOLE, REVIEWER_APART, REVIEWED_AFTER_HEARING, CASE_REVIEWED, SEVEN_POINTS,
    REVIEWED_IN_TIME, REVIEWED_APPROVED_TOLD, TOLD_IN_WRITING, REFUND_ORDERED,
)  # fmt: skip
