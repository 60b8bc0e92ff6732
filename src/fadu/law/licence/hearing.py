"""许可听证 (行政许可法第四十六条至第四十八条)."""

from fadu.law.licence.terms import DECIDING
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate, Wait
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence, step

HELD = licence.hearing_held_on.known

OF_ITS_OWN = Gate(
    "XK-046", LICENCE[46], "法定应当听证或者涉及公共利益的重大许可，向社会公告并举行听证",
    when=licence.hearing_required.column, before=DECIDING, once=licence.decided_on, demands=licence.hearing_announced_on.known & HELD,
    fix="先公告并举行听证，再作决定",
)
RIGHT_TOLD = Gate(
    "XK-047-1a-told", LICENCE[47, 1], "直接涉及申请人与他人重大利益关系的，决定前告知双方要求听证的权利",
    when=licence.affects_others.column, before=DECIDING, once=licence.decided_on, demands=licence.hearing_told_on.known,
    fix="先告知申请人、利害关系人可以要求听证",
)
ASKED_IN_TIME = Clock(
    "XK-047-1a", LICENCE[47, 1], "被告知听证权利之日起五日内可以要求听证（按工作日计，有利于申请人）",
    name="要求听证", when=licence.hearing_waived_on.column.is_null(), starts=licence.hearing_told_on, ends=licence.hearing_asked_on, within=working_days(5),
    who="party", next_step="ask_licence_hearing", lapses=True,
)
WAIT_FOR_ASKING = Wait(
    "XK-047-1a-wait", LICENCE[47, 1], "告知听证权利后，五个工作日届满前不得决定",
    when=licence.hearing_told_on.known & licence.hearing_asked_on.column.is_null() & licence.hearing_waived_on.column.is_null(),
    before=DECIDING, once=licence.decided_on, starts=licence.hearing_told_on, full=working_days(5), on=licence.decided_on,
    fix="等五个工作日届满，或者登记各方明确放弃听证",
)
ASKED_AND_HELD = Gate(
    "XK-047-1b-held", LICENCE[47, 1], "在期限内要求听证的，应当组织听证",
    when=licence.hearing_asked_on.known & licence.hearing_waived_on.column.is_null(), before=DECIDING, once=licence.decided_on, demands=HELD,
    fix="先组织听证；申请人、利害关系人撤回的，登记放弃",
)
HELD_IN_TIME = Clock(
    "XK-047-1b", LICENCE[47, 1], "收到听证申请后二十个工作日内组织听证",
    name="组织听证", when=licence.hearing_waived_on.column.is_null(), starts=licence.hearing_asked_on, ends=licence.hearing_held_on, within=working_days(20),
    next_step="hold_licence_hearing", fix="尽快举行听证",
)
NO_COST = Gate(
    "XK-047-2", LICENCE[47, 2], "申请人、利害关系人不承担听证费用",
    before=("hold_licence_hearing",), once=licence.hearing_held_on, demands=licence.hearing_fee == 0,
    fix="退还收取的费用",
)
NOTICE_AHEAD = Wait(
    "XK-048-1-1", LICENCE[48, 1, 1], "举行听证的七日前通知时间、地点",
    before=("notify_licence_hearing",), once=licence.hearing_notice_on, starts=licence.hearing_notice_on, full=working_days(7), on=licence.hearing_set_for,
    fix="把听证日期改到通知送达满七个工作日之后",
)
ON_THE_DAY = Gate(
    "XK-048-1-1-held", LICENCE[48, 1, 1], "听证不早于通知的日期举行",
    before=("hold_licence_hearing",), once=licence.hearing_held_on, demands=licence.hearing_held_on >= licence.hearing_set_for,
    fix="按通知的日期举行；改期的重新通知",
)
PUBLIC = Gate(
    "XK-048-1-2", LICENCE[48, 1, 2], "许可听证公开举行",
    before=("hold_licence_hearing",), once=licence.hearing_held_on, demands=licence.hearing_public.column,
    fix="公开举行；涉密的材料不在会上出示",
)
CHAIR_APART = Gate(
    "XK-048-1-3", LICENCE[48, 1, 3], "主持人由审查该申请的工作人员以外的人担任",
    before=("notify_licence_hearing", "hold_licence_hearing"), demands=~step.chair_is_handler.column,
    fix="另行指定没有参与审查的人主持",
)
CONFIRMED = Gate(
    "XK-048-1-5", LICENCE[48, 1, 5], "听证制作笔录，交参加人确认后签字或者盖章",
    before=("hold_licence_hearing",), once=licence.hearing_held_on, demands=licence.transcript_signed.column,
    fix="交参加人核对并签章",
)
BY_TRANSCRIPT = Gate(
    "XK-048-2", LICENCE[48, 2], "听证后根据听证笔录作决定",
    when=HELD, before=DECIDING, once=licence.decided_on, demands=licence.transcript_followed.column,
    fix="只以听证笔录为根据；有新的证据的，重新听取意见",
)

RULES = (
    OF_ITS_OWN, RIGHT_TOLD, ASKED_IN_TIME, WAIT_FOR_ASKING, ASKED_AND_HELD, HELD_IN_TIME, NO_COST, NOTICE_AHEAD, ON_THE_DAY, PUBLIC,
    CHAIR_APART, CONFIRMED, BY_TRANSCRIPT,
)  # fmt: skip
