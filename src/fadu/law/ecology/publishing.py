"""公开、信用 (办法第六十二条至第六十五条; 法典第五十四条、第一百三十八条)."""

import polars as pl

from fadu.law.ecology.terms import ECOLOGY
from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate, Grade
from fadu.law.statutes import ECO_PENALTY, ECOLOGY_CODE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.special import PublicItem

FIVE_PARTS = PublicItem(sum(PublicItem))

PUBLISHED_WHOLE = Gate(
    "SH-062", ECO_PENALTY[62], "公开的决定信息有文号、被处罚人、主要违法事实、结果和依据、机关和日期五项",
    when=ECOLOGY, before=("publish",), once=case.published_on, demands=case.published_parts.has_all(FIVE_PARTS), grade=Grade.MENDABLE,
    fix="补齐公开信息的五项内容并登记",
)
HIDDEN_FIRST = Gate(
    "SH-064", ECO_PENALTY[64], "公开前隐去隐私、第三人名称、账号、未成年人信息、商业秘密和其他依法隐去的信息",
    when=ECOLOGY, before=("publish",), once=case.published_on, demands=pl.coalesce(case.unmasked.column == 0, case.redacted.column),
    fix="把仍可见的信息隐去后再公开",
)
PUBLISHED_IN_TIME = Clock(
    "SH-065", ECO_PENALTY[65], "处罚决定自作出之日起七个工作日内公开",
    name="决定公开",
    when=ECOLOGY & PENALISED, starts=case.decided_on, ends=case.published_on, within=working_days(7), next_step="publish",
    fix="立即公开；法律、行政法规另有规定的写明",
)
PENALTIES_OPEN = Gate(
    "HJF-138-2", ECOLOGY_CODE[138, 2], "生态环境行政处罚信息依法公开",
    when=ECOLOGY & PENALISED & case.overturned_on.column.is_null(), before=("close",), once=case.closed_on, demands=case.published_on.known,
    grade=Grade.MENDABLE, fix="先公开处罚决定再结案",
)
CREDIT_RECORDED = Gate(
    "HJF-054-2", ECOLOGY_CODE[54, 2], "经营者的生态环境违法信息记入信用记录",
    when=ECOLOGY & PENALISED & (case.party_kind == "unit"), before=("close",), once=case.closed_on, demands=case.credit_recorded_on.known,
    grade=Grade.MENDABLE, fix="把违法信息记入信用记录并登记日期",
)
CREDIT_REPAIRED = Gate(
    "HJF-054-3", ECOLOGY_CODE[54, 3], "当事人纠正失信、消除影响后申请信用修复的，按规定办理",
    when=ECOLOGY & case.repair_applied_on.known, before=("archive",), once=case.archived_on, demands=case.repair_answered_on.known & (case.repair_answered_on >= case.repair_applied_on),
    grade=Grade.MENDABLE, fix="按规定办结信用修复申请并登记",
)

RULES = (PUBLISHED_WHOLE, HIDDEN_FIRST, PUBLISHED_IN_TIME, PENALTIES_OPEN, CREDIT_RECORDED, CREDIT_REPAIRED)
