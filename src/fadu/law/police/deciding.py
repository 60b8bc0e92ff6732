"""权限、告知、审核、听证、期限、当场处罚 (治安管理处罚法第十六条、第一百零九条至第一百二十条、第一百四十三条)."""

from datetime import date

import polars as pl

from fadu.law.penalty.terms import DECIDING, HELD, PASSED_ON, TOUCHES_MAJOR_RIGHTS, YUAN
from fadu.law.periods import days, hours
from fadu.law.police.terms import MINOR, ORDER, ORDER_GENERAL, ORDER_PENALTY, ORDER_SIMPLE
from fadu.law.rules import Bound, Clock, Convention, Gate
from fadu.law.statutes import POLICE_PROCEDURE, PUBLIC_SECURITY
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.kinds import Penalty, Told, Trigger
from fadu.law.vocabulary.special import Act

FINED = case.decision_kinds.has(Penalty.FINE)
STATION = (case.agency_kind == "outpost").fill_null(value=False)
THREE: pl.Expr = ((case.review_triggers.or_zero() & int(Trigger.PUBLIC_INTEREST | Trigger.COMPLEX)) != 0) | (TOUCHES_MAJOR_RIGHTS & HELD)
"""须经法制审核的三种情形: one fewer than in 行政处罚法."""

NOT_OVER_TWENTY = Bound(
    "ZA-016", PUBLIC_SECURITY[16], "数个行为分别决定、合并执行，行政拘留合计不超过二十日",
    when=ORDER_PENALTY & case.decision_kinds.has(Penalty.DETENTION), before=DECIDING, once=case.decided_on,
    value=case.detention_days, most=pl.lit(20),
    fix="合并执行的行政拘留改为二十日以内",
)
STATION_MAY = Gate(
    "ZA-109", PUBLIC_SECURITY[109], "治安处罚由县级以上公安机关决定，派出所只能决定警告和一千元以下的罚款",
    when=ORDER_PENALTY & STATION, before=DECIDING, once=case.decided_on,
    demands=case.decision_kinds.within(Penalty.WARNING | Penalty.FINE) & (case.decision_fine.or_zero() <= 1000 * YUAN),
    fix="报县级以上公安机关决定",
)
GUARDIAN_TOLD = Gate(
    "ZA-112-3", PUBLIC_SECURITY[112, 3], "不满十八周岁的，还要告知父母或者其他监护人，并充分听取意见",
    when=ORDER_PENALTY & MINOR, before=DECIDING, once=case.decided_on,
    demands=case.guardian_told_on.known & (case.guardian_told_on <= case.decided_on) & case.guardian_heard.column,
    fix="告知监护人并听取意见后再决定",
)
REVIEWED = Gate(
    "ZA-114-1", PUBLIC_SECURITY[114, 1], "重大公共利益、重大权益且经过听证、疑难复杂的，法制审核通过才能决定",
    when=ORDER_GENERAL & ORDER_PENALTY & THREE, before=("decide",), once=case.decided_on,
    demands=case.legal_review_passed.column & (case.legal_reviewed_on <= case.decided_on),
    fix="送法制审核，通过后再决定",
)
HEARING_TOLD = Gate(
    "ZA-117-1", PUBLIC_SECURITY[117, 1], "吊销许可证件、四千元以上罚款、责令停业整顿的，告知听证权",
    when=ORDER & (case.proposed_kinds.has(Penalty.REVOKE_LICENCE | Penalty.STOP_BUSINESS)
    | (case.proposed_kinds.has(Penalty.FINE) & (case.proposed_fine.or_zero() >= 4000 * YUAN))),
    before=("notify",), once=case.notified_on, demands=case.told.has(Told.HEARING),
    fix="在告知书中写明要求听证的权利",
)  # fmt: skip
MINOR_HEARING_TOLD = Gate(
    "ZA-117-2", PUBLIC_SECURITY[117, 2], "可能执行行政拘留的未成年人，告知本人和监护人听证权",
    when=ORDER & MINOR & case.minor_detained.holds & case.proposed_kinds.has(Penalty.DETENTION), before=("notify",), once=case.notified_on,
    demands=case.told.has(Told.HEARING) & case.guardian_told_on.known & (case.guardian_told_on <= case.notified_on),
    fix="在告知书中写明听证权，并同时告知监护人",
)
MINOR_HEARING_CLOSED = Gate(
    "ZA-117-2-closed", PUBLIC_SECURITY[117, 2], "未成年人案件的听证不公开举行",
    when=ORDER & MINOR, before=("hold_hearing",), demands=~step.hearing_public.column,
    fix="改为不公开举行",
)
DECIDED_IN_THIRTY_DAYS = Clock(
    "ZA-118-1", PUBLIC_SECURITY[118, 1], "自立案之日起三十日内办结，经批准可以延长两次，每次三十日；鉴定、听证期间不计",
    name="治安办案期限",
    when=ORDER_GENERAL & ~PASSED_ON, starts=case.filed_on, ends=case.decided_on, within=days(30), warn=7, next_step="decide", who="head",
    paused=case.not_counted_days, extended=case.extension_days, suspended=case.clock_stopped,
    fix="重大、复杂的，期满前报上一级公安机关批准延长",
)
EXTENDED_TWICE = Bound(
    "ZA-118-1-extend", PUBLIC_SECURITY[118, 1], "办案期限延长以两次为限，合计不超过六十日",
    when=ORDER_GENERAL, before=("extend", "extend_again"), once=case.extended_once, value=case.extension_days, most=pl.lit(60),
    fix="延长合计改为六十日以内",
)
EXTENDED_ABOVE = Gate(
    "ZA-118-1-by", PUBLIC_SECURITY[118, 1], "延长由上一级公安机关批准，派出所办理的由所属公安机关批准",
    when=ORDER_GENERAL & (case.extension_days > 0), before=("extend", "extend_again"), once=case.extended_once,
    demands=(STATION & (case.extension_by == "owner")) | (~STATION & (case.extension_by == "superior")),
    fix="先在公安专项里登记有权批准的机关",
)
FIVE_HUNDRED = Bound(
    "ZA-119", PUBLIC_SECURITY[119], "治安处罚，警告或者五百元以下罚款可以当场决定",
    when=ORDER_SIMPLE & FINED, before=("decide_spot",), once=case.decided_on, value=case.spot_fine, most=pl.lit(500 * YUAN),
    fix="超过五百元的，转为普通程序",
)
TWO_HUNDRED_BEFORE = Bound(
    "ZA-119-before", POLICE_PROCEDURE[37, 1, 1], "2026 年以前，治安处罚当场罚款以二百元为限（原法不在语料中，依程序规定所引）",
    when=ORDER_SIMPLE & FINED, before=("decide_spot",), once=case.decided_on, value=case.spot_fine, most=pl.lit(200 * YUAN), until=date(2025, 12, 31),
    fix="超过二百元的，转为普通程序",
)
ALONE_WITHOUT_OBJECTION = Gate(
    "ZA-120-3", PUBLIC_SECURITY[120, 3], "一名人民警察当场处罚的，被处罚人须没有异议，并全程同步录音录像",
    when=ORDER_SIMPLE & case.alone.has(Act.DECIDING), before=("decide_spot",), once=case.decided_on,
    demands=case.no_objection.column & case.filmed_whole.has(Act.DECIDING),
    fix="有异议的由两名人民警察办理；没有录音录像的不得一人决定",
)
FILED_IN_A_DAY = Clock(
    "ZA-120-4", PUBLIC_SECURITY[120, 4], "当场处罚的，二十四小时内报所属公安机关备案",
    name="当场处罚备案",
    when=ORDER_SIMPLE, starts=case.spot_decided_at, ends=case.spot_filed_at, within=hours(24), warn=0, next_step="file_record",
    fix="立即报所属公安机关备案",
)
BOTH_ENDS_INCLUDED = Convention(
    "ZA-143", PUBLIC_SECURITY[143], "以上、以下、以内都包括本数", carried_out_by="fadu.law.rules.Bound",
)

RULES = (
    NOT_OVER_TWENTY, STATION_MAY, GUARDIAN_TOLD, REVIEWED, HEARING_TOLD, MINOR_HEARING_TOLD, MINOR_HEARING_CLOSED, DECIDED_IN_THIRTY_DAYS,
    EXTENDED_TWICE, EXTENDED_ABOVE, FIVE_HUNDRED, TWO_HUNDRED_BEFORE, ALONE_WITHOUT_OBJECTION, FILED_IN_A_DAY, BOTH_ENDS_INCLUDED,
)  # fmt: skip
