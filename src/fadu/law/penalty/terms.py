"""What several articles of 行政处罚法 speak of."""

from datetime import date

import polars as pl

from fadu.law.calendar import number
from fadu.law.statutes import ECOLOGY_CODE, PUBLIC_SECURITY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty, Trigger

GENERAL = case.procedure == "general"
SIMPLE = case.procedure == "simple"
PENALISED = case.outcome == "penalty"

PENALISING = case.outcome.column.is_null() | PENALISED
"""A penalty is given, or may yet be: not spared, not transferred."""

PASSED_ON: pl.Expr = (case.outcome.one_of("transfer_agency", "transfer_criminal") | (case.closing_ground == "terminated")).fill_null(value=False)
"""The case left our hands or its inquiry was ended: nothing remains to be decided."""

JUDGED = case.outcome.one_of("penalty", "none_statutory")
"""The violation was found, and a penalty given or spared."""

HEAVY = Penalty.LOWER_GRADE | Penalty.REVOKE_LICENCE | Penalty.STOP_BUSINESS | Penalty.CLOSE_DOWN | Penalty.RESTRICT_TRADE
"""Kinds before which a hearing is offered whatever the amount (行政处罚法第六十三条第一款第三项、第四项)."""

HEARING_OFFERED: pl.Expr = (
    case.proposed_kinds.has(HEAVY)
    | case.hearing_otherwise.holds
    | (case.proposed_kinds.has(Penalty.FINE) & (case.proposed_fine.or_zero() >= case.hearing_threshold.column))
    | (case.proposed_kinds.has(Penalty.GAIN | Penalty.GOODS) & (case.proposed_gain.or_zero() >= case.hearing_threshold.column))
)
"""拟处罚属于听证范围: heavy kinds, an amount that is large where we are, or other statute (行政处罚法第六十三条第一款)."""

HELD = (case.hearing_outcome == "held").fill_null(value=False)
"""A hearing was held."""

TOUCHES_MAJOR_RIGHTS = case.major_rights.holds | ((case.review_triggers.or_zero() & int(Trigger.MAJOR_RIGHTS_AFTER_HEARING)) != 0)
"""直接关系当事人或者第三人重大权益: the first half of 行政处罚法第五十八条第一款第二项; the other is the hearing."""

REVIEW_DUE: pl.Expr = ((case.review_triggers.or_zero() & ~int(Trigger.MAJOR_RIGHTS_AFTER_HEARING)) != 0) | (TOUCHES_MAJOR_RIGHTS & HELD)
"""须经法制审核的四种情形 (行政处罚法第五十八条第一款)."""

DECIDING = ("decide", "decide_spot")
"""The steps that impose a penalty."""

ENDING = (*DECIDING, "decide_none", "cancel")
"""The steps that end the inquiry with a decision of the organ."""

MEETING_THE_PARTY = ("inspect", "question", "collect", "sample", "preserve", "register_spot", "hold_hearing")
"""The steps in which officers face the party."""

YUAN = 100
"""Money is in 分."""

# --- where another statute provides otherwise (法律另有规定的除外)


def decided_since(day: date) -> pl.Expr:
    """The penalty was decided on that day or later."""
    return case.decided_on >= number(day)


BY_POLICE: pl.Expr = case.field.one_of("police", "traffic").fill_null(value=False)
"""公安、公安交通管理: 治安管理处罚法 and 道路交通安全法 come first (治安管理处罚法第四条)."""

PUBLIC_ORDER: pl.Expr = (case.field == "police").fill_null(value=False) & (case.police_regime == "order").fill_null(value=True)
"""治安案件: cases of public security, as long as nothing else is said of them."""

ONE_OFFICER: pl.Expr = BY_POLICE & ((case.procedure == "simple").fill_null(value=False) | case.case_centre.holds)
"""One officer will do: on the spot (治安管理处罚法第一百二十条第三款), in a case centre (第一百零八条第二款)."""

OWN_TIME_LIMIT: pl.Expr = PUBLIC_ORDER | ((case.field == "ecology") & decided_since(ECOLOGY_CODE.in_force)).fill_null(value=False)
"""追责时效另有规定: 治安管理处罚法第二十五条, 生态环境法典第一千零五十四条."""

OWN_SPOT_LIMIT: pl.Expr = pl.when(PUBLIC_ORDER & decided_since(PUBLIC_SECURITY.in_force).fill_null(value=False)).then(500 * YUAN)
"""当场处罚限额另有规定 (治安管理处罚法第一百一十九条); null elsewhere."""
