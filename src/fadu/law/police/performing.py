"""送达、缴款、解缴、封存 (治安管理处罚法第一百一十六条至第一百三十六条). The law does not say that its two days are working days."""

from fadu.law.penalty.terms import YUAN
from fadu.law.periods import days
from fadu.law.police.terms import ORDER, ORDER_GENERAL, ORDER_PENALTY, SMALL
from fadu.law.rules import Clock, Gate
from fadu.law.statutes import PUBLIC_SECURITY
from fadu.law.vocabulary import case

SERVED_IN_TWO_DAYS = Clock(
    "ZA-116-1", PUBLIC_SECURITY[116, 1], "不能当场宣告的，二日内把决定书送达被处罚人（按自然日，默认，待确认）",
    name="送达决定书",
    when=ORDER_GENERAL & ORDER_PENALTY & case.announced_on.column.is_null(), starts=case.decided_on, ends=case.served_on, within=days(2),
    warn=1, next_step="serve",
    fix="立即送达；逾期作为瑕疵留在记录中",
)
VICTIM_SERVED = Gate(
    "ZA-116-2", PUBLIC_SECURITY[116, 2], "有被侵害人的，决定书送达被侵害人",
    when=ORDER_PENALTY & case.has_victim.holds, before=("close", "archive"), once=case.closed_on, demands=case.victim_served_on.known,
    fix="把决定书送达被侵害人并登记日期",
)
COLLECTED_SMALL = Gate(
    "ZA-123-1", PUBLIC_SECURITY[123, 1, 1], "二百元以下罚款，被处罚人没有异议的，可以当场收缴",
    when=ORDER & SMALL, before=("collect_fine",), once=case.collected_on, demands=(case.decision_fine <= 200 * YUAN) & case.no_objection.column,
    fix="超过二百元或者有异议的，由被处罚人到银行或者电子缴纳",
)
AFLOAT = case.collected_afloat.holds | case.ashore_on.known
REMITTED = Clock(
    "ZA-124a", PUBLIC_SECURITY[124], "当场收缴的罚款，二日内交至所属公安机关（按自然日，默认，待确认）",
    name="当场收缴交款",
    when=ORDER & ~AFLOAT, starts=case.collected_on, ends=case.remitted_on, within=days(2), warn=1, next_step="remit",
    fix="立即交至所属公安机关",
)
REMITTED_ASHORE = Clock(
    "ZA-124b", PUBLIC_SECURITY[124], "在水上、旅客列车上当场收缴的，自抵岸或者到站之日起二日内交至所属公安机关",
    name="水上列车收缴交款",
    when=ORDER & AFLOAT, starts=case.ashore_on, ends=case.remitted_on, within=days(2), warn=1, next_step="remit",
    fix="立即交至所属公安机关",
)
BANKED = Clock(
    "ZA-124c", PUBLIC_SECURITY[124], "公安机关自收到罚款之日起二日内缴付指定的银行",
    name="缴付银行",
    when=ORDER, starts=case.remitted_on, ends=case.banked_on, within=days(2), warn=1, next_step="bank",
    fix="立即缴付指定的银行",
)
RECORD_SEALED = Gate(
    "ZA-136", PUBLIC_SECURITY[136], "违反治安管理的记录封存，不得公开或者提供，国家机关办案、有关单位依规定查询的除外",
    when=ORDER_PENALTY, before=("publish",), once=case.decided_on,
    demands=case.published_on.column.is_null() & case.record_given_to.one_of("nobody", "organ", "inquirer").fill_null(value=True),
    fix="不得公开；已经公开、提供的，立即撤回",
)

RULES = (SERVED_IN_TWO_DAYS, VICTIM_SERVED, COLLECTED_SMALL, REMITTED, REMITTED_ASHORE, BANKED, RECORD_SEALED)
