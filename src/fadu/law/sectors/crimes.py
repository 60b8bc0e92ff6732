"""行刑衔接 (行政执法机关移送涉嫌犯罪案件的规定): the transfer to the police, their answer, and the way back. Its 三日 are civil days."""

from fadu.law.periods import days, hours
from fadu.law.rules import Clock, Gate
from fadu.law.statutes import TRANSFER
from fadu.law.vocabulary import transfer
from fadu.law.vocabulary.hearing_marks import TransferPart

TO_POLICE = transfer.direction == "to_police"
THREE = days(3)

MUST_TRANSFER = Gate(
    "YS-003-1", TRANSFER[3, 1], "涉嫌构成犯罪、依法需要追究刑事责任的，必须移送，不能不批准",
    when=TO_POLICE & transfer.standard_met.holds, before=("decide_transfer",), once=transfer.head_decided_on, demands=transfer.head_approved.column,
    fix="批准移送；认为没有达到追诉标准的，先更正核实的结论",
)
INTELLECTUAL = Gate(
    "YS-003-2", TRANSFER[3, 2], "知识产权案件有犯罪的合理嫌疑、需要公安机关进一步取证的，应当移送（不要求已达追诉标准）",
    when=TO_POLICE & transfer.intellectual.holds & transfer.reasonable_suspicion.holds, before=("decide_transfer",), once=transfer.head_decided_on,
    demands=transfer.head_approved.column,
    fix="批准移送，不以尚未查明达到追诉标准为由不移送",
)
TWO_ASSIGNED = Gate(
    "YS-005-1", TRANSFER[5, 1], "指定两名以上执法人员组成专案组，核实后提出书面报告，报正职负责人或者主持工作的负责人审批",
    when=TO_POLICE, before=("report_transfer",), once=transfer.reported_on, demands=(transfer.assigned >= 2) & transfer.reported_in_writing.column,
    fix="指定两名以上执法人员专门负责，核实后提出书面报告",
)
PRINCIPAL_DECIDES = Gate(
    "YS-005-1-head", TRANSFER[5, 1], "移送由正职负责人或者主持工作的负责人审批",
    when=TO_POLICE, before=("decide_transfer",), once=transfer.head_decided_on, demands=transfer.by_principal.column,
    fix="报正职负责人或者主持工作的负责人审批",
)
DECIDED_IN_THREE = Clock(
    "YS-005-2a", TRANSFER[5, 2], "负责人自接到报告之日起三日内决定是否批准移送",
    name="移送审批",
    when=TO_POLICE, starts=transfer.reported_on, ends=transfer.head_decided_on, within=THREE, next_step="decide_transfer", who="head", warn=1,
    fix="立即作出批准或者不批准移送的决定",
)
REFUSAL_ON_RECORD = Gate(
    "YS-005-2a-reason", TRANSFER[5, 2], "不批准移送的，理由记录在案",
    when=TO_POLICE & ~transfer.head_approved.column, before=("decide_transfer",), once=transfer.head_decided_on, demands=transfer.refusal_reasoned.column,
    fix="写明不批准移送的理由",
)
SENT_IN_A_DAY = Clock(
    "YS-005-2b", TRANSFER[5, 2], "批准后二十四小时内向同级公安机关移送",
    name="移送公安",
    when=TO_POLICE & transfer.head_approved.holds, starts=transfer.approved_at, ends=transfer.sent_at, within=hours(24), next_step="send_transfer",
    fix="立即移送",
)
SENT_TO_SAME_LEVEL = Gate(
    "YS-005-2b-level", TRANSFER[5, 2], "受移送的是同级公安机关，不是上级或者下级",
    when=TO_POLICE, before=("send_transfer",), once=transfer.sent_on, demands=transfer.same_level.column,
    fix="改向同级公安机关移送",
)
FIVE_PAPERS = Gate(
    "YS-006", TRANSFER[6], "移送附移送书、调查报告、涉案物品清单、检验报告或者鉴定结论、其他材料",
    when=TO_POLICE, before=("send_transfer",), once=transfer.sent_on,
    demands=transfer.parts.has_all(TransferPart.LETTER | TransferPart.REPORT | TransferPart.OTHER)
    & transfer.parts.has(TransferPart.GOODS | TransferPart.NO_GOODS)
    & transfer.parts.has(TransferPart.EXPERT | TransferPart.NO_EXPERT),
    fix="补齐移送材料；没有涉案物品、没有作检验鉴定的注明",
)
FORWARDED_IN_A_DAY = Clock(
    "YS-007", TRANSFER[7], "不属于接受移送的公安机关管辖的，二十四小时内转送有管辖权的机关（起点为接受移送，解释）",
    name="公安转送",
    when=TO_POLICE & ~transfer.theirs.column, starts=transfer.received_at, ends=transfer.forwarded_at, within=hours(24),
    next_step="forward_transfer", who="police",
    fix="商请公安机关立即转送；逾期的，建议检察机关监督",
)
RECEIPT_SIGNED = Gate(
    "YS-007-receipt", TRANSFER[7], "公安机关在移送书的回执上签字；转送的书面告知移送机关",
    when=TO_POLICE, before=("record_police_decision",), once=transfer.police_decided_on,
    demands=transfer.receipt_signed.column & (transfer.theirs.column | transfer.forwarding_told.column),
    fix="商请公安机关在回执上签字，转送的取得书面告知",
)
POLICE_IN_THREE = Clock(
    "YS-008", TRANSFER[8], "公安机关自接受移送之日起三日内审查，决定是否立案并书面通知",
    name="公安审查",
    when=TO_POLICE, starts=transfer.received_on, ends=transfer.police_decided_on, within=THREE, next_step="record_police_decision", who="police", warn=1,
    fix="催请公安机关书面通知结果；逾期不决定的，建议检察机关立案监督",
)
ASKED_AGAIN_IN_THREE = Clock(
    "YS-009-1", TRANSFER[9, 1], "对不予立案不服的，自接到通知书之日起三日内可以提请公安机关复议（建议检察监督没有期限）",
    name="提请复议",
    when=TO_POLICE & (transfer.police_result == "refused"), starts=transfer.refusal_told_on, ends=transfer.asked_again_on, within=THREE,
    next_step="ask_police_again", lapses=True, warn=1,
    fix="逾期的不再提请复议，可以建议检察机关立案监督",
)
REVIEWED_IN_THREE = Clock(
    "YS-009-2a", TRANSFER[9, 2], "公安机关自收到提请复议的文件之日起三日内决定并书面通知",
    name="公安复议",
    when=TO_POLICE, starts=transfer.review_received_on, ends=transfer.review_decided_on, within=THREE,
    next_step="record_police_review", who="police", warn=1,
    fix="催请公安机关作出复议决定",
)
SUPERVISION_IN_THREE = Clock(
    "YS-009-2b", TRANSFER[9, 2], "对维持不立案的复议决定仍有异议的，自收到之日起三日内建议检察机关立案监督",
    name="建议立案监督",
    when=TO_POLICE & (transfer.review_result == "refused") & transfer.still_disagrees.holds,
    starts=transfer.review_told_on, ends=transfer.supervision_asked_on, within=THREE, next_step="ask_supervision", warn=1,
    fix="立即建议人民检察院立案监督",
)
PENALISED_AFTER_ALL = Gate(
    "YS-010", TRANSFER[10], "公安机关不予立案、应当给予行政处罚的，依法实施处罚",
    when=TO_POLICE & (transfer.police_result == "refused") & transfer.punishable.holds, before=("close_transfer_file",), once=transfer.closed_on,
    demands=transfer.penalty_opened_on.known,
    fix="转入行政处罚程序后再办结",
)
PRIOR_PENALTIES_STAND = Gate(
    "YS-011-2", TRANSFER[11, 2], "移送前已作出的警告、停产停业、暂扣或者吊销证照，不停止执行",
    when=TO_POLICE & transfer.prior_stopped.known, before=("send_transfer",), once=transfer.sent_on, demands=~transfer.prior_stopped.column,
    fix="恢复执行移送前已作出的这些处罚",
)
HANDED_OVER_IN_THREE = Clock(
    "YS-012", TRANSFER[12], "自接到立案通知书之日起三日内移交涉案物品和其他材料，办结交接手续；另有规定的除外",
    name="移交物品",
    when=TO_POLICE & ~transfer.handover_otherwise.holds, starts=transfer.filing_told_on, ends=transfer.handed_over_on, within=THREE,
    next_step="hand_over", warn=1,
    fix="立即移交涉案物品和材料",
)
HANDOVER_SIGNED = Gate(
    "YS-012-signed", TRANSFER[12], "移交涉案物品和材料，办结交接手续",
    when=TO_POLICE, before=("hand_over",), once=transfer.handed_over_on, demands=transfer.handover_signed.column,
    fix="逐件清点，双方在交接清单上签名盖章",
)

RULES = (
    MUST_TRANSFER, INTELLECTUAL, TWO_ASSIGNED, PRINCIPAL_DECIDES, DECIDED_IN_THREE, REFUSAL_ON_RECORD, SENT_IN_A_DAY, SENT_TO_SAME_LEVEL,
    FIVE_PAPERS, FORWARDED_IN_A_DAY, RECEIPT_SIGNED, POLICE_IN_THREE, ASKED_AGAIN_IN_THREE, REVIEWED_IN_THREE, SUPERVISION_IN_THREE,
    PENALISED_AFTER_ALL, PRIOR_PENALTIES_STAND, HANDED_OVER_IN_THREE, HANDOVER_SIGNED,
)  # fmt: skip
