"""决定、办案期限、简易程序 (第六十条至第七十条)."""

import polars as pl

from fadu.law.penalty.terms import PENALISED, REVIEW_DUE, SIMPLE
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Convention, Gate
from fadu.law.samr.terms import MARKET, SAMR_GENERAL
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.kinds import OUTCOME
from fadu.law.vocabulary.marks import DecisionPart

SAMR_SIMPLE = MARKET & SIMPLE
OF_BOTH = (
    DecisionPart.PARTY | DecisionPart.FACTS | DecisionPart.CONTENT | DecisionPart.BASIS | DecisionPart.PERFORMANCE | DecisionPart.REMEDY
    | DecisionPart.ORGAN | DecisionPart.DATE
)  # fmt: skip
WHOLE_DECISION = int(OF_BOTH | DecisionPart.DEFENCE)
WHOLE_ON_THE_SPOT = int(OF_BOTH | DecisionPart.PLACE)

ONE_OF_FIVE = Gate(
    "SC-060-1", SAMR_PROCEDURE[60, 1], "决定是五种之一：处罚、依法不予处罚、事实不成立不予处罚、移送其他部门、移送司法",
    when=SAMR_GENERAL, before=("decide", "decide_none", "cancel", "transfer_agency", "transfer_criminal"), once=case.outcome,
    demands=case.outcome.one_of(*(value for value, _ in OUTCOME)),
    fix="改用五种决定之一",
)
DECIDER_APART = Gate(
    "SC-060-1-apart", SAMR_PROCEDURE[60, 1], "负责人审查办案人员的报告和审核人员的意见后决定：办案、审核的人不得自己作决定（解释）",
    when=SAMR_GENERAL, before=("decide", "decide_none", "cancel"), demands=~step.by_handler.column & ~step.by_reviewer.column,
    fix="由没有参与本案调查、审核的负责人决定",
)
DISCUSSED = Gate(
    "SC-060-2", SAMR_PROCEDURE[60, 2], "应当法制审核的案件拟给予处罚的，由负责人集体讨论决定",
    when=SAMR_GENERAL & PENALISED & REVIEW_DUE & ~case.complex_or_major.holds, before=("decide",), once=case.decided_on,
    demands=case.discussed_on.known,
    fix="先由市场监督管理部门负责人集体讨论，并制作讨论记录（标为情节复杂或者重大的，见行政处罚法第五十七条第二款）",
)
DECISION_WHOLE = Gate(
    "SC-062", SAMR_PROCEDURE[62], "决定书写明当事人、事实和证据、申辩采纳情况及理由、内容和依据、履行方式和期限、救济途径、机关和日期",
    when=SAMR_GENERAL & PENALISED, before=("decide",), once=case.decided_on,
    demands=(case.decision_parts.column & WHOLE_DECISION) == WHOLE_DECISION,
    fix="补齐决定书的七项内容；当事人陈述、申辩的，写明采纳情况及理由",
)
EXTENDED_BY_THIRTY = Bound(
    "SC-064-1b", SAMR_PROCEDURE[64, 1], "案情复杂等不能按期决定的，经负责人批准可以延长三十日",
    when=SAMR_GENERAL & case.extension_discussed_on.column.is_null(), before=("extend",), once=case.extended_once,
    value=case.extension_days, most=pl.lit(30),
    fix="负责人批准的延长不超过三十日；仍不够的，集体讨论决定",
)
EXTENDED_AGAIN = Gate(
    "SC-064-1c", SAMR_PROCEDURE[64, 1], "经延期仍不能决定的，由负责人集体讨论决定是否继续延期，并确定合理期限",
    when=SAMR_GENERAL, before=("extend_again",), once=case.extension_discussed_on,
    demands=case.extended_once.holds & case.extension_discussed_on.known & (case.extension_days > 30),
    fix="先由负责人批准延长三十日；仍不能决定的，集体讨论并写明继续延长的日数",
)
NOT_COUNTED = Convention(
    "SC-064-2", SAMR_PROCEDURE[64, 2], "中止、听证、公告、检验鉴定、权利人辨认鉴别、责令退还多收价款等时间不计入办案期限",
    when=SAMR_GENERAL, carried_out_by="fadu.law.penalty_general.pauses.go",
)
SEALED_ON_THE_SPOT = Gate(
    "SC-068", SAMR_PROCEDURE[68], "当场制作的决定书加盖市场监督管理部门印章",
    when=SAMR_SIMPLE, before=("decide_spot",), once=case.decided_on, demands=case.spot_sealed.column | case.decision_sealed.column,
    fix="使用已加盖部门印章的预定格式决定书",
)
SPOT_WHOLE = Gate(
    "SC-068-b", SAMR_PROCEDURE[68], "当场处罚决定书载明当事人、违法行为、依据、种类、数额、缴款和救济途径期限、部门、时间、地点",
    when=SAMR_SIMPLE, before=("decide_spot",), once=case.decided_on,
    demands=(case.decision_parts.column & WHOLE_ON_THE_SPOT) == WHOLE_ON_THE_SPOT,
    fix="补齐决定书的十项内容；罚款的写明缴款途径和期限",
)
HEARD_ON_THE_SPOT = Gate(
    "SC-069", SAMR_PROCEDURE[69], "当场处罚前告知并听取意见，当事人陈述、申辩的记入笔录",
    when=SAMR_SIMPLE & case.defence_on.known, before=("decide_spot",), once=case.decided_on, demands=case.defence_recorded.column,
    fix="把当事人的陈述、申辩记入笔录（告知本身见行政处罚法第四十四条、第六十二条）",
)
SPOT_ARCHIVED = Clock(
    "SC-070", SAMR_PROCEDURE[70], "简易程序的材料，自作出处罚决定之日起七个工作日内交部门归档",
    name="简易归档",
    when=SAMR_SIMPLE, starts=case.decided_on, ends=case.archived_on, within=working_days(7), next_step="archive",
    fix="立即把材料交所在部门归档",
)

RULES = (
    ONE_OF_FIVE, DECIDER_APART, DISCUSSED, DECISION_WHOLE, EXTENDED_BY_THIRTY, EXTENDED_AGAIN, NOT_COUNTED, SEALED_ON_THE_SPOT,
    SPOT_WHOLE, HEARD_ON_THE_SPOT, SPOT_ARCHIVED,
)  # fmt: skip
