"""简易程序: what may be penalised on the spot (行政处罚法第五十一条至第五十三条)."""

import polars as pl

from fadu.law.penalty.terms import OWN_SPOT_LIMIT, PENALISED, SIMPLE, YUAN
from fadu.law.rules import Bound, Gate, Grade
from fadu.law.statutes import PENALTY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.marks import DecisionPart

ON_THE_SPOT = (
    DecisionPart.FACTS | DecisionPart.CONTENT | DecisionPart.BASIS | DecisionPart.DATE | DecisionPart.PLACE | DecisionPart.REMEDY | DecisionPart.ORGAN
)  # fmt: skip
"""What a decision on the spot must say (第五十二条第二款)."""

SMALL_FINE_PERSON = Bound(
    "CF-051-a", PENALTY[51], "对公民当场处罚，限于二百元以下罚款或者警告",
    when=SIMPLE & (case.party_kind == "person") & case.decision_kinds.has(Penalty.FINE),
    before=("decide_spot",), value=case.spot_fine, most=pl.coalesce(case.spot_fine_limit.column, OWN_SPOT_LIMIT, pl.lit(200 * YUAN)), once=case.decided_on,
    fix="超过当场处罚限额的，转为普通程序办理",
)
SMALL_FINE_UNIT = Bound(
    "CF-051-b", PENALTY[51], "对法人或者其他组织当场处罚，限于三千元以下罚款或者警告",
    when=SIMPLE & (case.party_kind == "unit") & case.decision_kinds.has(Penalty.FINE),
    before=("decide_spot",), value=case.spot_fine, most=case.spot_fine_limit.column.fill_null(3000 * YUAN), once=case.decided_on,
    fix="超过当场处罚限额的，转为普通程序办理",
)
LIGHT_KINDS = Gate(
    "CF-051-a-kinds", PENALTY[51], "可以当场作出的，只有罚款和警告",
    when=SIMPLE & PENALISED, before=("decide_spot",), demands=case.decision_kinds.within(Penalty.WARNING | Penalty.FINE), once=case.decided_on,
    fix="其他种类的处罚，转为普通程序办理",
)
HANDED_OVER = Gate(
    "CF-052-1", PENALTY[52, 1], "当场处罚决定书须填写预定格式、编有号码，并当场交付当事人",
    when=SIMPLE, before=("decide_spot",), demands=case.spot_handed_over.column, once=case.decided_on,
    fix="当场交付决定书；当事人拒绝签收的，在决定书上注明",
)

COMPLETE = Gate(
    "CF-052-2", PENALTY[52, 2], "当场处罚决定书载明违法行为、处罚种类和依据、罚款数额、时间、地点、救济途径和期限、机关名称",
    when=SIMPLE, before=("decide_spot",), demands=case.decision_parts.has_all(ON_THE_SPOT), once=case.decided_on,
    fix="补齐决定书缺少的内容",
)
FILED_WITH_ORGAN = Gate(
    "CF-052-3", PENALTY[52, 3], "当场作出的处罚决定应当报所属行政机关备案",
    when=SIMPLE & PENALISED, before=("archive",), demands=case.spot_filed_on.known, once=case.archived_on, grade=Grade.MENDABLE,
    fix="先报所属行政机关备案",
)

RULES = (SMALL_FINE_PERSON, SMALL_FINE_UNIT, LIGHT_KINDS, HANDED_OVER, COMPLETE, FILED_WITH_ORGAN)
