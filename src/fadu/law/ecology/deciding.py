"""种类、告知、听证、审核、集体讨论、决定书、延期 (生态环境行政处罚办法第八条、第四十四条至第五十七条、第八十九条)."""

import polars as pl

from fadu.law.ecology.terms import ECO_GENERAL, ECO_PENALTY_GIVEN, ECOLOGY, by_party
from fadu.law.penalty.terms import YUAN
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Convention, Gate, Grade, Wait
from fadu.law.statutes import ECO_PENALTY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty, Told
from fadu.law.vocabulary.marks import DecisionPart, ReportPart
from fadu.law.vocabulary.special import EcoKind, ReviewItem

HEARD = (
    Penalty.SUSPEND_LICENCE | Penalty.LOWER_GRADE | Penalty.REVOKE_LICENCE | Penalty.RESTRICT_BUSINESS | Penalty.STOP_BUSINESS
    | Penalty.CLOSE_DOWN | Penalty.RESTRICT_TRADE
)  # fmt: skip
"""第四十六条第一款第三项、第四项 as far as the general list names them; the others are `EcoKind`."""

OTHER_HEARD = EcoKind.NO_APPLICATIONS | EcoKind.RECTIFY | EcoKind.BAN
STOPPING = Penalty.STOP_BUSINESS | Penalty.CLOSE_DOWN | Penalty.RESTRICT_TRADE
EVERY_ITEM = ReviewItem(sum(ReviewItem))
PROPOSED = case.proposed_fine.or_zero() + case.proposed_gain.or_zero()
LARGE = pl.coalesce(case.hearing_threshold.column, by_party(5_000 * YUAN, 200_000 * YUAN))
"""较大数额: that of the place where it has one, else 第八十九条第一款."""

KIND_NAMED = Gate(
    "SH-008", ECO_PENALTY[8], "一般种类以外的处罚，须是不得申请许可、停产整治、禁止从业、限期拆除或者法律、行政法规规定的种类",
    when=ECOLOGY & (case.proposed_kinds.has(Penalty.OTHER).fill_null(value=False) | case.decision_kinds.has(Penalty.OTHER).fill_null(value=False)),
    before=("notify", "decide"), once=case.decided_on, demands=case.eco_kinds.column > 0,
    fix="在生态环境专项里写明是哪一种处罚；没有依据的，去掉",
)
FIVE_DAYS_TO_SPEAK = Wait(
    "SH-044", ECO_PENALTY[44], "收到告知书后五个工作日内可以陈述、申辩；没有明确放弃的，届满前不得决定",
    when=ECO_PENALTY_GIVEN & case.waived_on.column.is_null(), before=("decide",), once=case.decided_on,
    starts=case.notified_on, full=working_days(5), on=case.decided_on,
    fix="等期限届满再决定；当事人明确放弃的，先登记放弃",
)
DEFENCE_ANSWERED = Gate(
    "SH-045-1", ECO_PENALTY[45, 1], "陈述、申辩应当复核并入卷；不采纳的，在决定书里说明理由",
    when=ECO_PENALTY_GIVEN & case.defence_on.known, before=("decide",), once=case.decided_on,
    demands=case.defence_reviewed.column & case.decision_parts.has(DecisionPart.DEFENCE),
    fix="逐项复核，写明是否采纳及理由",
)
HEARING_FOR_SIX = Gate(
    "SH-046-1", ECO_PENALTY[46, 1], "暂扣、降级、吊销、不得申请许可、限制经营、停产整治、停产停业、关闭、限制和禁止从业的，告知听证权",
    when=ECOLOGY & (case.proposed_kinds.has(HEARD) | case.eco_kinds.has(OTHER_HEARD).fill_null(value=False) | case.hearing_otherwise.holds),
    before=("notify",), once=case.notified_on, demands=case.told.has(Told.HEARING),
    fix="在告知书中写明要求听证的权利；生态环境案件的听证范围宽于行政处罚法",
)
HEARING_FOR_MUCH = Gate(
    "SH-089-1", ECO_PENALTY[89, 1], "公民五千元以上、单位二十万元以上的罚款、没收，属于较大数额，告知听证权；地方另有规定的从其规定",
    when=ECOLOGY & ((case.proposed_kinds.has(Penalty.FINE) & (case.proposed_fine.or_zero() >= LARGE))
    | (case.proposed_kinds.has(Penalty.GAIN | Penalty.GOODS) & (case.proposed_gain.or_zero() >= LARGE))),
    before=("notify",), once=case.notified_on, demands=case.told.has(Told.HEARING),
    fix="在告知书中写明要求听证的权利",
)  # fmt: skip
SEVEN_ITEMS = Gate(
    "SH-050", ECO_PENALTY[50], "法制审核要看主体权限、人员资格、程序、事实证据、依据裁量、文书、是否涉嫌犯罪七项",
    when=ECO_PENALTY_GIVEN & case.legal_reviewed_on.known, before=("decide",), once=case.decided_on,
    demands=case.eco_review.has_all(EVERY_ITEM), grade=Grade.MENDABLE,
    fix="由审核人员补看缺少的项目并登记",
)
MUCH_DISCUSSED = Gate(
    "SH-052-2-2", ECO_PENALTY[52, 2, 2], "拟罚款、没收合计五十万元以上的，由负责人集体讨论决定",
    when=ECO_PENALTY_GIVEN & (PROPOSED >= 500_000 * YUAN), before=("decide",), once=case.decided_on, demands=case.discussed_on.known,
    fix="先由负责人集体讨论",
)
LICENCE_DISCUSSED = Gate(
    "SH-052-2-3", ECO_PENALTY[52, 2, 3], "拟吊销许可证件、一定时期内不得申请许可的，由负责人集体讨论决定",
    when=ECO_PENALTY_GIVEN & (case.decision_kinds.has(Penalty.REVOKE_LICENCE) | case.eco_kinds.has(EcoKind.NO_APPLICATIONS).fill_null(value=False)),
    before=("decide",), once=case.decided_on, demands=case.discussed_on.known,
    fix="先由负责人集体讨论",
)
STOPPING_DISCUSSED = Gate(
    "SH-052-2-4", ECO_PENALTY[52, 2, 4], "拟停产整治、停产停业、关闭、限制或者禁止从业的，由负责人集体讨论决定",
    when=ECO_PENALTY_GIVEN & (case.decision_kinds.has(STOPPING) | case.eco_kinds.has(EcoKind.RECTIFY | EcoKind.BAN).fill_null(value=False)),
    before=("decide",), once=case.decided_on, demands=case.discussed_on.known,
    fix="先由负责人集体讨论",
)
DISCUSSION_RECORDED = Gate(
    "SH-052-3", ECO_PENALTY[52, 3], "集体讨论的情况应当记录",
    when=ECO_PENALTY_GIVEN & case.discussed_on.known, before=("decide",), once=case.decided_on, demands=case.discussion_recorded.column,
    fix="补齐集体讨论记录",
)
NOT_COUNTED = Convention(
    "SH-054-2", ECO_PENALTY[54, 2], "涉嫌犯罪移送办理的期间，不计入行政处罚期限",
    when=ECOLOGY, carried_out_by="fadu.law.penalty_general.fields_ecology.with_justice",
)
DEFENCE_STATED = Gate(
    "SH-056-3", ECO_PENALTY[56, 1, 3], "决定书写明陈述、申辩的采纳情况及理由；要求听证的，写明听证情况",
    when=ECO_PENALTY_GIVEN, before=("decide",), once=case.decided_on,
    demands=case.decision_parts.has(DecisionPart.DEFENCE) & (case.hearing_requested_on.column.is_null() | case.hearing_outcome.known),
    fix="补写陈述、申辩和听证的情况及理由",
)
DISCRETION_STATED = Gate(
    "SH-056-4", ECO_PENALTY[56, 1, 4], "决定书写明处罚的种类、依据，以及怎样运用裁量基准、理由是什么",
    when=ECO_PENALTY_GIVEN, before=("decide",), once=case.decided_on,
    demands=case.decision_parts.has_all(DecisionPart.CONTENT | DecisionPart.BASIS) & case.report_parts.has(ReportPart.DISCRETION),
    fix="补写运用裁量基准的理由和依据（决定书从调查终结报告带出）",
)
EXTENDED_BY_THIRTY = Bound(
    "SH-057-1-extend", ECO_PENALTY[57, 1], "不能按期决定的，经负责人批准延长，以三十日为限",
    when=ECO_GENERAL & case.extension_discussed_on.column.is_null(), before=("extend",), once=case.extended_once,
    value=case.extension_days, most=pl.lit(30),
    fix="延长改为三十日以内；仍不够的，集体讨论决定",
)
EXTENDED_AGAIN = Gate(
    "SH-057-1-again", ECO_PENALTY[57, 1], "延期后仍不能决定的，集体讨论决定是否继续延期，继续延长不超过三十日",
    when=ECO_GENERAL, before=("extend_again",), once=case.extension_discussed_on,
    demands=case.extended_once.holds & (case.extension_days <= 60),
    fix="先由负责人批准延长；继续延长改为三十日以内",
)

RULES = (
    KIND_NAMED, FIVE_DAYS_TO_SPEAK, DEFENCE_ANSWERED, HEARING_FOR_SIX, HEARING_FOR_MUCH, SEVEN_ITEMS, MUCH_DISCUSSED, LICENCE_DISCUSSED,
    STOPPING_DISCUSSED, DISCUSSION_RECORDED, NOT_COUNTED, DEFENCE_STATED, DISCRETION_STATED, EXTENDED_BY_THIRTY, EXTENDED_AGAIN,
)  # fmt: skip
