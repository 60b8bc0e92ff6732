"""复查和按日连续处罚 (生态环境法典第一千零六十条)."""

import polars as pl

from fadu.law.ecology.terms import ECOLOGY
from fadu.law.penalty.terms import PENALISED
from fadu.law.rules import Bound, Gate, Grade
from fadu.law.statutes import ECOLOGY_CODE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

OF_DAILY_KIND = case.daily_kind.one_of("statute", "local_regulation")
FINED = case.decision_kinds.has(Penalty.FINE)
BY_DAY = ("decide_daily",)

AFTER_RECHECK = Gate(
    "HJF-1060-1", ECOLOGY_CODE[1060, 1], "受到罚款、被责令改正，经复查仍继续、拒不改正或者拒绝、阻挠复查的，才可以按日连续处罚",
    when=ECOLOGY, before=BY_DAY, once=case.daily_decided_on,
    demands=FINED & case.rechecked_on.known & (case.rechecked_on > case.correction_ordered_on) & case.recheck_found.one_of("continuing", "refused", "obstructed"),
    fix="先责令改正并组织复查；复查已经改正的，不得按日连续处罚",
)
FROM_THE_NEXT_DAY = Bound(
    "HJF-1060-1-days", ECOLOGY_CODE[1060, 1], "自责令改正之日的次日起算；条文没有写终点，算到复查发现之日（默认，待确认）",
    when=ECOLOGY, before=BY_DAY, once=case.daily_decided_on,
    value=case.daily_days, least=pl.lit(1), most=case.rechecked_on - case.correction_ordered_on,
    fix="日数改为责令改正次日至复查发现之日",
)
TIMES_THE_FINE = Gate(
    "HJF-1060-1-sum", ECOLOGY_CODE[1060, 1], "按原罚款数额乘以日数",
    when=ECOLOGY, before=BY_DAY, once=case.daily_decided_on,
    demands=case.daily_fine == case.decision_fine * case.daily_days.column.cast(pl.Int64),
    fix="按原罚款数额和日数重新核算",
)
RECHECKED = Gate(
    "HJF-1060-1b", ECOLOGY_CODE[1060, 1], "因排放、倾倒、处置污染物受到罚款并被责令改正的，作出决定的机关应当组织复查",
    when=ECOLOGY & PENALISED & FINED & OF_DAILY_KIND & case.correction_ordered_on.known, before=("close",), once=case.closed_on,
    demands=case.rechecked_on.known & (case.rechecked_on > case.correction_ordered_on), grade=Grade.MENDABLE,
    fix="组织复查并登记结果后再结案",
)
FINE_BY_FACTORS = Gate(
    "HJF-1060-2", ECOLOGY_CODE[1060, 2], "原罚款在法定幅度内，按治污设施运行成本、直接损失或者违法所得等确定",
    when=ECOLOGY, before=BY_DAY, once=case.daily_decided_on,
    demands=(case.fine_factors.column != 0)
    & (case.decision_fine <= pl.coalesce(case.basis_fine_most.column, case.decision_fine.column))
    & (case.decision_fine >= case.basis_fine_least.or_zero()),
    fix="登记确定原罚款数额的因素；超出幅度的先更正原决定",
)
KIND_BY_LAW = Gate(
    "HJF-1060-3", ECOLOGY_CODE[1060, 3], "按日连续处罚的种类由法律规定，地方性法规可以增加；规章不能",
    when=ECOLOGY, before=BY_DAY, once=case.daily_decided_on, demands=OF_DAILY_KIND,
    fix="不属于法典或者地方性法规规定的种类，不得按日连续处罚",
)

RULES = (AFTER_RECHECK, FROM_THE_NEXT_DAY, TIMES_THE_FINE, RECHECKED, FINE_BY_FACTORS, KIND_BY_LAW)
