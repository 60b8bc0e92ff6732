"""听证的举行和报告 (市场监督管理行政处罚听证办法第十五条至第三十条)."""

from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate
from fadu.law.samr.terms import MARKET
from fadu.law.statutes import SAMR_HEARING
from fadu.law.vocabulary import case
from fadu.law.vocabulary.hearing_marks import HearingHeld, HearingReportPart

NOTED = MARKET & case.hearing_held_marks.known
WHOLE_REPORT = sum(int(part) for part in HearingReportPart)

AUTHORISED = Gate(
    "ST-015-3", SAMR_HEARING[15, 3], "代理人代为撤回听证申请、放弃听证，须有委托人的明确授权",
    when=MARKET & case.hearing_given_up_by.known, before=("withdraw_hearing",), once=case.hearing_withdrawn,
    demands=case.hearing_given_up_by.one_of("party", "authorised"),
    fix="请代理人提交写明这项权限的授权委托书；没有授权的撤回、放弃不生效",
)
HANDLERS_ATTEND = Gate(
    "ST-016", SAMR_HEARING[16], "办案人员参加听证",
    when=NOTED, before=("report_hearing",), once=case.hearing_reported_on, demands=case.hearing_held_marks.has(HearingHeld.HANDLERS_PRESENT),
    fix="办案人员没有到场的，重新组织听证",
)
PAUSED_ON_GROUND = Gate(
    "ST-026-1", SAMR_HEARING[26, 1], "出现五种情形之一，才可以中止听证",
    when=MARKET, before=("pause_hearing",), once=case.hearing_paused_on,
    demands=case.hearing_pause_ground.one_of("force_majeure", "succession", "recusal", "evidence", "other"),
    fix="写明中止属于哪一种情形；情形消失后恢复听证",
)
ENDED_ON_GROUND = Gate(
    "ST-027", SAMR_HEARING[27], "撤回或者放弃、无正当理由不到场、擅自退场、当事人消灭无承受人等，终止听证",
    when=MARKET, before=("withdraw_hearing",), once=case.hearing_withdrawn, demands=case.hearing_ended_by.one_of("withdrawn", "absent", "left"),
    fix="写明终止属于哪一种情形；当事人死亡、终止且无承受人的，终止案件调查",
)
SIGNED_BY_ALL = Gate(
    "ST-028-2", SAMR_HEARING[28, 2], "听证笔录由全体听证参加人当场核对签名；当事人、第三人拒签的由主持人注明",
    when=NOTED, before=("report_hearing",), once=case.hearing_reported_on,
    demands=case.hearing_held_marks.has(HearingHeld.SIGNED_BY_ALL | HearingHeld.REFUSAL_NOTED),
    fix="补齐听证参加人的签名；拒签的由主持人注明",
)
REPORTED_IN_FIVE = Clock(
    "ST-029-1", SAMR_HEARING[29, 1], "听证结束后五个工作日内写出听证报告",
    name="听证报告",
    when=MARKET, starts=case.hearing_held_on, ends=case.hearing_reported_on, within=working_days(5), next_step="report_hearing", warn=2,
    fix="立即提交听证报告",
)
REPORT_WHOLE = Gate(
    "ST-030", SAMR_HEARING[30], "听证报告写明案由、人员、时间地点、基本情况、意见建议和其他事项",
    when=MARKET & case.hearing_report_parts.known, before=("report_hearing",), once=case.hearing_reported_on,
    demands=case.hearing_report_parts == WHOLE_REPORT,
    fix="补齐听证报告的六项内容",
)

RULES = (AUTHORISED, HANDLERS_ATTEND, PAUSED_ON_GROUND, ENDED_ON_GROUND, SIGNED_BY_ALL, REPORTED_IN_FIVE, REPORT_WHOLE)
