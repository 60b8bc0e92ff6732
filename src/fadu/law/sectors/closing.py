"""停止供电供应、按日连续处罚、提请关闭: the heavy hand of work safety (安全生产法第七十条、第一百一十二条至第一百一十五条)."""

import polars as pl

from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import hours
from fadu.law.rules import Gate
from fadu.law.sectors.terms import SAFETY, Ahead
from fadu.law.statutes import WORK_SAFETY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.sector_marks import SupplyCondition

EVERY_CONDITION = SupplyCondition(sum(int(condition) for condition in SupplyCondition))
BY_GOVERNMENT = case.decided_by.one_of("government_via", "government")

CUT_OFF = Gate(
    "AQ-070-1", WORK_SAFETY[70, 1], "重大隐患、已责令停产、拒不执行、有现实危险且能保证安全的，经主要负责人批准，书面通知停止供电、供应",
    when=SAFETY, before=("cut_supply",), once=case.supply_cut_at, demands=case.supply_conditions.has_all(EVERY_CONDITION),
    fix="七项条件缺一不可；由本部门主要负责人批准并书面通知",
)
TOLD_A_DAY_AHEAD = Ahead(
    "AQ-070-2", WORK_SAFETY[70, 2], "停止供电提前二十四小时通知生产经营单位，有紧急情形的除外",
    when=SAFETY & (case.supply_kind == "power") & ~case.supply_urgent.holds, before=("cut_supply",), once=case.supply_cut_at,
    notice=case.supply_told_at.column, event=case.supply_cut_at.column, full=hours(24),
    fix="等通知满二十四小时；有危及生产安全的紧急情形的，登记紧急情形",
)
RESTORED = Gate(
    "AQ-070-2b", WORK_SAFETY[70, 2], "单位履行决定、消除隐患的，及时解除停止供电、供应",
    when=SAFETY & case.supply_cut_at.known & case.hazard_removed_on.known, before=("close",), once=case.closed_on,
    demands=case.supply_restored_on >= case.hazard_removed_on,
    fix="通知恢复供电、供应",
)
DAILY = Gate(
    "AQ-112", WORK_SAFETY[112], "责令改正并罚款后拒不改正的，自责令改正的次日起按原罚款数额按日连续处罚",
    when=SAFETY, before=("penalise_daily",), once=case.daily_from,
    demands=case.refused_to_correct.column & (case.daily_from >= case.correction_ordered_on + pl.lit(1)) & (case.daily_amount == case.decision_fine),
    fix="从责令改正的次日起算，每日数额等于原罚款数额；当事人已改正的不适用",
)
_OFTEN = (case.safety_penalties_180.or_zero() >= 3) | (case.safety_penalties_year.or_zero() >= 4)
CLOSURE_ASKED = Gate(
    "AQ-113-1", WORK_SAFETY[113, 1, 1], "存在重大隐患，一百八十日内三次或者一年内四次受罚的，提请地方政府关闭",
    when=SAFETY & case.major_hazard.holds & _OFTEN, before=("close",), once=case.closed_on, demands=case.closure_asked_on.known,
    fix="办理提请关闭",
)
CLOSURE_AFTER_REFUSAL = Gate(
    "AQ-113-4", WORK_SAFETY[113, 1, 4], "拒不执行停产停业整顿决定的，提请地方政府关闭",
    when=SAFETY & case.stop_refused.holds, before=("close",), once=case.closed_on, demands=case.closure_asked_on.known,
    fix="办理提请关闭",
)
NOT_OURS_TO_CLOSE = Gate(
    "AQ-115", WORK_SAFETY[115], "关闭由县级以上人民政府决定，拘留由公安机关决定",
    when=SAFETY & PENALISED & case.decision_kinds.has(Penalty.CLOSE_DOWN | Penalty.DETENTION), before=("decide",), once=case.decided_on,
    demands=~case.decision_kinds.has(Penalty.DETENTION) & BY_GOVERNMENT,
    fix="关闭的报请县级以上人民政府决定；拘留的移送公安机关",
)

RULES = (CUT_OFF, TOLD_A_DAY_AHEAD, RESTORED, DAILY, CLOSURE_ASKED, CLOSURE_AFTER_REFUSAL, NOT_OURS_TO_CLOSE)
