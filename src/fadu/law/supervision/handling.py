"""督办函、意见书、通知书、决定书: letters, what the organ owes on them, and what follows where it does not comply."""

from fadu.law.rules import Clock, Gate, Grade, Wait
from fadu.law.statutes import HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.supervision.terms import AS_WRITTEN, FIFTEEN, HEBEI, SHANDONG, THIRTY, LetterTerm
from fadu.law.vocabulary import supervision

FIVE_OUTCOMES = ("perform", "mend", "revoke", "unlawful", "void")
UNCORRECTED = supervision.letter_on.known & ~supervision.corrected.holds

ISSUED_BY_THE_BODY = Gate(
    "JD-026-1", SUPERVISION[26, 1], "督办函、意见书由监督机构制发，决定书报请本级政府制发",
    before=("supervise_letter",), once=supervision.letter_on,
    demands=(supervision.letter_issuer == "body") & (supervision.letter.one_of("urge", "opinion") | (HEBEI & (supervision.letter == "notice"))),
    fix="由监督机构制发督办函或者意见书（河北可用通知书）",
)
URGED_WHAT_IS_UNDONE = Gate(
    "JD-027-1", SUPERVISION[27, 1], "督办函用于应当履行而未履行执法职责的情形",
    when=supervision.letter == "urge", before=("supervise_letter",), once=supervision.letter_on, demands=supervision.unperformed.column,
    fix="属于违法或者明显不当的，改用意见书",
)
OPINION_ON_WHAT_IS_WRONG = Gate(
    "JD-028-1", SUPERVISION[28, 1], "意见书用于已经查明的违法或者明显不当",
    when=supervision.letter == "opinion", before=("supervise_letter",), once=supervision.letter_on, demands=supervision.unlawful.column,
    fix="先查明；属于未履行职责的，改用督办函",
)
URGED_REPORTED = LetterTerm(
    "JD-027-2", SUPERVISION[27, 2], "收到督办函后及时履职，在规定时限内报送纠正情况",
    name="督办函报送", when=supervision.letter == "urge", starts=supervision.letter_received_on, ends=supervision.reported_on, within=AS_WRITTEN,
    next_step="supervise_report", who="party", fix="催报；仍不履职的，提出处理建议报本级政府决定",
)
OPINION_REPORTED = LetterTerm(
    "JD-028-2", SUPERVISION[28, 2], "收到意见书后及时纠正，在规定时限内报送纠正情况",
    name="意见书报送", when=supervision.letter == "opinion", starts=supervision.letter_received_on, ends=supervision.reported_on, within=AS_WRITTEN,
    next_step="supervise_report", who="party", fix="催报；仍不纠正的，提出处理建议报本级政府决定",
)
MENDED_IN_SHANDONG = Clock(
    "SD-028", SHANDONG_SUPERVISION[28], "收到意见书之日起三十日内自行纠正",
    name="自行纠正", when=SHANDONG & (supervision.letter == "opinion"), starts=supervision.letter_received_on, ends=supervision.corrected_on, within=THIRTY,
    next_step="supervise_report", who="party", fix="逾期未纠正的，转入监督决定",
)
MENDED_IN_HEBEI = Clock(
    "HJ-021-1", HEBEI_SUPERVISION[21, 1], "收到通知书之日起三十日内整改并报送整改情况",
    name="整改报送", when=HEBEI & (supervision.letter == "notice"), starts=supervision.letter_received_on, ends=supervision.reported_on, within=THIRTY,
    next_step="supervise_report", who="party", fix="逾期不改正的，可以作出监督决定",
)
OBJECTED_IN_HEBEI = Clock(
    "HJ-021-2", HEBEI_SUPERVISION[21, 2], "对通知书有异议的，可以自收到之日起十五日内申请复查",
    name="申请复查", when=HEBEI & (supervision.letter == "notice"), starts=supervision.letter_received_on, ends=supervision.objected_on, within=FIFTEEN,
    next_step="supervise_object", who="party", lapses=True, fix="逾期申请的，可以作为意见听取",
)
ANSWERED_IN_HEBEI = Clock(
    "HJ-021-2-answer", HEBEI_SUPERVISION[21, 2], "收到复查申请之日起十五日内复查并答复",
    name="复查答复", when=HEBEI & (supervision.letter == "notice"), starts=supervision.objected_on, ends=supervision.objection_answered_on, within=FIFTEEN,
    next_step="supervise_answer", fix="立即复查并答复",
)
OBJECTION_ANSWERED = Gate(
    "JD-030", SUPERVISION[30], "执法机关对处理结果提出异议的，监督机构应当及时处理",
    when=supervision.objected_on.known, before=("supervise_propose", "supervise_close"), once=supervision.closed_on,
    demands=supervision.objection_answered_on >= supervision.objected_on,
    fix="先对异议作出处理并答复",
)
GOVERNMENT_DECIDES = Gate(
    "JD-029", SUPERVISION[29], "重大问题或者未按文书履职、纠正的，由监督机构提出建议、本级政府决定，以政府名义制发决定书",
    before=("supervise_order",), once=supervision.ordered_on,
    demands=(supervision.major.holds | UNCORRECTED) & (supervision.proposed_on <= supervision.government_decided_on)
    & (supervision.government_decided_on <= supervision.ordered_on) & (supervision.government_decision == "correct") & (supervision.order_issuer == "government"),
    fix="先提出处理建议，报本级人民政府决定纠正，再以政府名义制发",
)
OUTCOME_IN_SHANDONG = Gate(
    "SD-029-1", SHANDONG_SUPERVISION[29, 1], "处理决定限于责令限期履行、补正或者改正、撤销、确认违法或者无效",
    when=SHANDONG, before=("supervise_order",), once=supervision.ordered_on, demands=supervision.outcome.one_of(*FIVE_OUTCOMES),
    fix="在法定的处理种类中选择",
)
SELF_CORRECTION_FIRST = Wait(
    "SD-029-1-term", SHANDONG_SUPERVISION[29, 1], "意见书的三十日自行纠正期满仍未纠正的，才作出处理决定",
    when=SHANDONG & (supervision.letter == "opinion") & ~supervision.major.holds, before=("supervise_order",), once=supervision.ordered_on,
    starts=supervision.letter_received_on, full=THIRTY, on=supervision.ordered_on,
    fix="等自行纠正的期限届满",
)
ORDER_REPORTED = Clock(
    "SD-029-2", SHANDONG_SUPERVISION[29, 2], "收到监督决定书之日起三十日内报告执行情况",
    name="决定执行报告", when=SHANDONG, starts=supervision.order_received_on, ends=supervision.order_reported_on, within=THIRTY,
    next_step="supervise_order_report", who="party", fix="催报；拒绝报告的，依法追究责任",
)
ORDER_IN_HEBEI = Gate(
    "HJ-022", HEBEI_SUPERVISION[22], "逾期不改正或者拒不改正的，可以作出五种决定；当事人已复议、起诉的除外",
    when=HEBEI, before=("supervise_order",), once=supervision.ordered_on,
    demands=UNCORRECTED & supervision.outcome.one_of(*FIVE_OUTCOMES) & (supervision.remedy != "entered"),
    fix="先发通知书并等待改正；已进入复议、诉讼的不再决定",
)
BULLETIN_GROUNDED = Gate(
    "JD-031", SUPERVISION[31], "通报、公布用于拒不落实执法制度或者执法行为问题突出的机关",
    before=("supervise_bulletin",), once=supervision.bulletin_on,
    demands=supervision.bulletin_ground.known & supervision.bulletin_ground.one_of("refused", "outstanding"),
    fix="写明属于哪一种情形",
)
PEOPLE_WEIGHED = Gate(
    "JD-032", SUPERVISION[32], "人员处理建议要综合主客观原因、后果、纠正情况，由有权机关依法处理",
    before=("supervise_people",), once=supervision.people_on, demands=(supervision.people_factors >= 3) & supervision.disposal_by_power.column,
    fix="补写三方面的考虑，并移交有权机关处理",
)
PEOPLE_IN_HEBEI = Gate(
    "HJ-029", HEBEI_SUPERVISION[29], "人员处理须属于所列十种行为，处理方式限于批评教育、离岗培训、调离、暂扣或者吊销证件等",
    when=HEBEI, before=("supervise_people",), once=supervision.people_on,
    demands=supervision.officer_conduct.known & supervision.disposal.one_of("criticised", "schooled", "moved", "suspended", "revoked"),
    grade=Grade.MENDABLE, fix="写明属于哪一种行为；其他处理注明依据",
)
CLUE_HANDED_OVER = Gate(
    "JD-033-1", SUPERVISION[33, 1], "发现执法人员职务违法、职务犯罪线索的，按程序移送监察机关",
    when=supervision.misconduct_clue.holds, before=("supervise_close",), once=supervision.closed_on, demands=supervision.handed_over_on.known,
    fix="移送监察机关并登记日期",
)

RULES = (
    ISSUED_BY_THE_BODY, URGED_WHAT_IS_UNDONE, OPINION_ON_WHAT_IS_WRONG, URGED_REPORTED, OPINION_REPORTED, MENDED_IN_SHANDONG, MENDED_IN_HEBEI,
    OBJECTED_IN_HEBEI, ANSWERED_IN_HEBEI, OBJECTION_ANSWERED, GOVERNMENT_DECIDES, OUTCOME_IN_SHANDONG, SELF_CORRECTION_FIRST, ORDER_REPORTED, ORDER_IN_HEBEI,
    BULLETIN_GROUNDED, PEOPLE_WEIGHED, PEOPLE_IN_HEBEI, CLUE_HANDED_OVER,
)  # fmt: skip
