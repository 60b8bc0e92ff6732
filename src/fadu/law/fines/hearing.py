"""听证的告知、准备 (市场监督管理行政处罚听证办法第四条至第二十二条)."""

import polars as pl

from fadu.law.penalty.terms import YUAN
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Gate
from fadu.law.samr.terms import MARKET
from fadu.law.sectors.terms import Ahead
from fadu.law.statutes import SAMR_HEARING
from fadu.law.vocabulary import case
from fadu.law.vocabulary.hearing_marks import HearingReady
from fadu.law.vocabulary.kinds import Penalty, Told

NO_LOCAL_AMOUNT = MARKET & case.hearing_threshold.column.is_null()
"""The province sets no amount of its own (第五条第二款); where it does, 行政处罚法第六十三条 is judged by that."""

NATIONAL = pl.when(case.party_kind == "person").then(10_000 * YUAN).when(case.party_kind == "unit").then(100_000 * YUAN)
READY = MARKET & case.hearing_ready.known
HOLD = ("hold_hearing",)

FINE_HEARD = Gate(
    "ST-005-1-3", SAMR_HEARING[5, 1, 3], "拟对自然人罚一万元以上、对单位罚十万元以上的，告知听证权",
    when=NO_LOCAL_AMOUNT & case.proposed_kinds.has(Penalty.FINE) & (case.proposed_fine >= NATIONAL), before=("notify",), once=case.notified_on,
    demands=case.told.has(Told.HEARING),
    fix="在告知书中写明当事人有要求听证的权利及期限",
)
TAKING_HEARD = Gate(
    "ST-005-1-4", SAMR_HEARING[5, 1, 4], "拟没收违法所得和非法财物的价值总额达到同样数额的，告知听证权",
    when=NO_LOCAL_AMOUNT & case.proposed_kinds.has(Penalty.GAIN | Penalty.GOODS) & (case.proposed_gain >= NATIONAL),
    before=("notify",), once=case.notified_on, demands=case.told.has(Told.HEARING),
    fix="在告知书中写明当事人有要求听证的权利及期限",
)
RECUSAL_OF_TWO_RANKS = Gate(
    "ST-004-2", SAMR_HEARING[4, 2], "听证员、记录员、翻译的回避由主持人决定，主持人的回避由机关负责人决定",
    when=MARKET & case.hearing_recusal_of.known, before=HOLD, once=case.hearing_held_on,
    demands=((case.hearing_recusal_of == "chair") & (case.hearing_recusal_by == "head"))
    | (case.hearing_recusal_of.one_of("member", "clerk", "interpreter") & (case.hearing_recusal_by == "chair")),
    fix="改由有权决定的人决定回避",
)
ORAL_REQUEST_SIGNED = Gate(
    "ST-007-1b", SAMR_HEARING[7, 1], "口头要求听证的记入笔录，由当事人签名；在送达回证上签署意见同样有效",
    when=MARKET & case.hearing_asked_how.known, before=("notify_hearing",), once=case.hearing_notice_on,
    demands=case.hearing_asked_how.one_of("written", "receipt", "oral_signed"),
    fix="请当事人在记录听证要求的笔录上签名或者盖章",
)
APPOINTED = Gate(
    "ST-011-1-chair", SAMR_HEARING[11, 1], "主持人须由部门负责人指定",
    when=READY, before=HOLD, once=case.hearing_held_on, demands=case.hearing_ready.has(HearingReady.APPOINTED),
    fix="报部门负责人指定主持人",
)
AT_MOST_TWO_MEMBERS = Bound(
    "ST-011-1", SAMR_HEARING[11, 1], "必要时设一至二名听证员，也可以不设",
    when=MARKET & case.hearing_members.known, before=HOLD, once=case.hearing_held_on, value=case.hearing_members, most=pl.lit(2),
    fix="听证员减到两名以内",
)
HANDLERS_APART = Gate(
    "ST-011-3", SAMR_HEARING[11, 3], "主持人、听证员、记录员都不能是本案办案人员",
    when=MARKET & case.hearing_handlers.known, before=HOLD, once=case.hearing_held_on, demands=case.hearing_handlers == 0,
    fix="换由没有办理本案的人员担任",
)
CHAIR_IN_THREE = Clock(
    "ST-018", SAMR_HEARING[18], "自收到听证申请之日起三个工作日内确定主持人",
    name="确定听证主持人",
    when=MARKET & (case.hearing_chair_on.known | (case.hearing_notice_on.column.is_null() & case.hearing_outcome.column.is_null())),
    starts=case.hearing_requested_on, ends=case.hearing_chair_on, within=working_days(3), next_step="note_hearing", warn=1,
    fix="立即指定听证主持人",
)
FILE_IN_THREE = Clock(
    "ST-019", SAMR_HEARING[19], "办案人员自确定主持人之日起三个工作日内移交案件材料",
    name="移交听证材料",
    when=MARKET & (case.hearing_file_on.known | case.hearing_notice_on.column.is_null()),
    starts=case.hearing_chair_on, ends=case.hearing_file_on, within=working_days(3), next_step="note_hearing", warn=1,
    fix="立即把案件材料移交听证主持人",
)
FIXED_IN_FIVE = Clock(
    "ST-020-1a", SAMR_HEARING[20, 1], "主持人自接到案件材料之日起五个工作日内确定听证的时间、地点",
    name="确定听证时间",
    when=MARKET & (case.hearing_fixed_on.known | case.hearing_notice_on.column.is_null()),
    starts=case.hearing_file_on, ends=case.hearing_fixed_on, within=working_days(5), next_step="note_hearing", warn=2,
    fix="立即确定听证的时间、地点",
)
NOTICE_WHOLE = Gate(
    "ST-020-2", SAMR_HEARING[20, 2], "听证通知书写明时间、地点和听证、翻译人员姓名，并告知可以申请回避",
    when=READY, before=HOLD, once=case.hearing_held_on, demands=case.hearing_ready.has_all(HearingReady.NAMED | HearingReady.RECUSAL_TOLD),
    fix="补齐后重新送达听证通知书",
)
THIRD_TOLD = Ahead(
    "ST-020-3", SAMR_HEARING[20, 3], "第三人参加听证的，举行的七个工作日前通知第三人",
    when=READY & case.hearing_ready.has(HearingReady.THIRD), before=HOLD, once=case.hearing_held_on,
    notice=case.hearing_third_told_on.column, event=case.hearing_held_on.column, full=working_days(7),
    fix="通知第三人满七个工作日后再举行",
)
HANDLERS_TOLD = Ahead(
    "ST-021", SAMR_HEARING[21], "举行的七个工作日前通知办案人员，并退回案件材料",
    when=READY, before=HOLD, once=case.hearing_held_on,
    notice=case.hearing_handlers_told_on.column, event=case.hearing_held_on.column, full=working_days(7),
    besides=case.hearing_ready.has(HearingReady.RETURNED),
    fix="退回案件材料；通知办案人员满七个工作日后再举行",
)
ANNOUNCED = Ahead(
    "ST-022-2", SAMR_HEARING[22, 2], "公开听证的，举行的三个工作日前公告当事人、案由、时间、地点",
    when=READY & ~case.hearing_ready.has(HearingReady.CLOSED_DOORS), before=HOLD, once=case.hearing_held_on,
    notice=case.hearing_announced_on.column, event=case.hearing_held_on.column, full=working_days(3),
    fix="先公告，满三个工作日后再举行；依法不公开的登记为不公开",
)

RULES = (
    FINE_HEARD, TAKING_HEARD, RECUSAL_OF_TWO_RANKS, ORAL_REQUEST_SIGNED, AT_MOST_TWO_MEMBERS, APPOINTED, HANDLERS_APART, CHAIR_IN_THREE,
    FILE_IN_THREE, FIXED_IN_FIVE, NOTICE_WHOLE, THIRD_TOLD, HANDLERS_TOLD, ANNOUNCED,
)  # fmt: skip
