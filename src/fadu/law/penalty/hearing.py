"""听证 (行政处罚法第六十三条至第六十五条)."""

from fadu.law.penalty.terms import GENERAL, HEARING_OFFERED, HELD, PENALISED, PENALISING
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate, Wait
from fadu.law.statutes import PENALTY, SAMR_HEARING
from fadu.law.vocabulary import case, step

ASKED_IN_TIME = Clock(
    "CF-064-1", PENALTY[64, 1, 1], "当事人要求听证的，自告知后五日内提出；届满前不得决定",
    name="要求听证",
    when=GENERAL & HEARING_OFFERED & case.waived_on.column.is_null(),
    starts=case.notified_on, ends=case.hearing_requested_on, within=working_days(5), who="party",
    next_step="request_hearing", lapses=True, also={"ST-007-1": SAMR_HEARING[7, 1]},
)
WAIT_FOR_REQUEST = Wait(
    "CF-064-1-wait", PENALTY[64, 1, 1], "属于听证范围的，当事人有五个工作日提出听证要求，届满前不得决定",
    when=GENERAL & PENALISED & HEARING_OFFERED & case.waived_on.column.is_null() & case.hearing_requested_on.column.is_null(),
    before=("decide",), once=case.decided_on, starts=case.notified_on, full=working_days(5), on=case.decided_on,
    fix="等五个工作日届满，或者登记当事人明确放弃",
)
HEARING_HELD = Gate(
    "CF-063-1-held", PENALTY[63, 1], "当事人要求听证的，应当组织听证",
    when=case.hearing_requested_on.known & PENALISING, before=("decide", "review", "discuss"), once=case.decided_on,
    demands=(case.hearing_outcome.known) & (case.hearing_reported_on.known | case.hearing_withdrawn.holds),
    fix="先组织听证并提交听证报告；当事人撤回或者放弃的，登记撤回或者放弃",
)
NOTICE_AHEAD = Wait(
    "CF-064-2", PENALTY[64, 1, 2], "举行听证的七日前，通知当事人时间、地点",
    before=("notify_hearing",), once=case.hearing_notice_on, starts=case.hearing_notice_on, full=working_days(7), on=case.hearing_set_for,
    also={"ST-020-1b": SAMR_HEARING[20, 1]},
    fix="把听证日期改到通知送达满七个工作日之后",
)
NOT_BEFORE_THE_DAY = Gate(
    "CF-064-2-held", PENALTY[64, 1, 2], "听证在通知的日期举行，不得提前",
    before=("hold_hearing",), demands=case.hearing_held_on >= case.hearing_set_for, once=case.hearing_held_on,
    fix="按通知的日期举行；需要改期的重新通知",
)
PUBLIC = Gate(
    "CF-064-3", PENALTY[64, 1, 3], "听证公开举行，涉及国家秘密、商业秘密或者个人隐私的除外",
    before=("hold_hearing",), demands=step.hearing_public.column | step.hearing_secret.holds,
    fix="公开举行；不公开的，写明涉及的秘密或者隐私",
)
CHAIR_APART = Gate(
    "CF-064-4", PENALTY[64, 1, 4], "听证由非本案调查人员主持",
    before=("notify_hearing", "hold_hearing"), demands=~step.chair_is_handler.column,
    fix="另行指定非本案调查人员担任听证主持人",
)
TWO_AGENTS = Gate(
    "CF-064-5", PENALTY[64, 1, 5], "当事人可以亲自参加听证，也可以委托一至二人代理",
    before=("hold_hearing",), demands=step.agents.or_zero() <= 2,
    fix="请当事人确定不超过两名代理人",
)
NO_FEE = Gate(
    "CF-063-2", PENALTY[63, 2], "当事人不承担组织听证的费用",
    before=("hold_hearing",), demands=step.hearing_fee.or_zero() == 0,
    fix="退还已收取的费用；组织听证的费用由行政机关承担",
)
ABSENT_WAIVES = Gate(
    "CF-064-6", PENALTY[64, 1, 6], "无正当理由不出席或者中途退出的，视为放弃听证，终止听证",
    when=case.hearing_ended_by.one_of("absent", "left"), before=("withdraw_hearing",), once=case.hearing_ended_by,
    demands=case.hearing_notice_on.known & (case.hearing_closed_on >= case.hearing_set_for),
    fix="依法通知并到了听证的日期，才能视为放弃",
)
BOTH_HEARD = Gate(
    "CF-064-7", PENALTY[64, 1, 7], "举行听证时，调查人员提出事实、证据和处罚建议，当事人申辩和质证",
    before=("hold_hearing",), demands=case.hearing_parts >= 2, once=case.hearing_held_on,
    fix="笔录记明调查人员提出的事实、证据、建议和当事人的申辩、质证",
)
BY_THE_TRANSCRIPT = Gate(
    "CF-065", PENALTY[65], "听证结束后，根据听证笔录作出决定",
    when=PENALISED & HELD, before=("decide",), demands=case.transcript_followed.column & (case.concluded_on <= case.hearing_held_on), once=case.decided_on,
    fix="只以听证笔录中的事实、证据为根据；有新的证据的，退回补充调查后重新告知",
)
TRANSCRIPT = Gate(
    "CF-064-8", PENALTY[64, 1, 8], "听证笔录交当事人或者代理人核对无误后签名，拒签的由主持人注明",
    before=("hold_hearing",), demands=step.transcript_signed.known,
    fix="交当事人核对签名；拒绝签名的由主持人在笔录中注明",
)

RULES = (
    ASKED_IN_TIME, WAIT_FOR_REQUEST, HEARING_HELD, NOTICE_AHEAD, NOT_BEFORE_THE_DAY, PUBLIC, CHAIR_APART, TWO_AGENTS, NO_FEE,
    ABSENT_WAIVES, BOTH_HEARD, BY_THE_TRANSCRIPT, TRANSCRIPT,
)  # fmt: skip
