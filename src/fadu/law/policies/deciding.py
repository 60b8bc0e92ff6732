"""告知、审核、裁量、决定: what a party is told, what is reviewed, what the decision says."""

import polars as pl

from fadu.law.penalty.terms import DECIDING, GENERAL, HELD, PENALISED, PENALISING, TOUCHES_MAJOR_RIGHTS
from fadu.law.policies.terms import HEBEI_TOWN, IN_HEILONGJIANG, XINGLONG_TOWN
from fadu.law.rules import Gate
from fadu.law.statutes import HEBEI_TOWNSHIPS, HEILONGJIANG, XINGLONG
from fadu.law.vocabulary import case
from fadu.law.vocabulary.lists import SceneTold

TOLD_HERE = SceneTold.CARD | SceneTold.PAPER | SceneTold.CAUSE | SceneTold.BASIS | SceneTold.DEFENCE | SceneTold.DUTIES
TOLD_THERE = SceneTold.PAPER | SceneTold.CAUSE | SceneTold.BASIS | SceneTold.DEFENCE | SceneTold.HEARING | SceneTold.RECUSAL | SceneTold.DUTIES

REVIEWED_BY_PLAN: pl.Expr = (
    TOUCHES_MAJOR_RIGHTS | HELD | (case.review_triggers.or_zero() != 0) | case.social_risk.holds | case.review_by_rule.holds
)
"""Where a policy asks for legal review: wider than 行政处罚法第五十八条, which wants major rights and a hearing together."""

TOLD_ON_THE_SCENE = Gate(
    "P1-7-c", XINGLONG["三(七)"], "现场执法亮明身份、出具文书，告知事由、依据和权利义务",
    when=XINGLONG_TOWN & GENERAL, before=("conclude",), demands=case.scene_told.has_all(TOLD_HERE), once=case.concluded_on,
    fix="补作告知，在“登记乡镇街道办案情况”中登记",
)
TOLD_ALL_SEVEN = Gate(
    "P2-1-9", HEILONGJIANG["二(一)2(2)"], "执法时出具文书，告知事由、依据、陈述申辩、听证、回避的权利和配合的义务",
    when=IN_HEILONGJIANG & GENERAL, before=("conclude",), demands=case.scene_told.has_all(TOLD_THERE), once=case.concluded_on,
    fix="补作告知，在“登记乡镇街道办案情况”中登记",
)
REVIEWED_HERE = Gate(
    "P1-9", XINGLONG["三(九)"], "涉及重大公共利益、社会风险、重大权益，经过听证或者疑难复杂的，法制审核通过才能决定",
    when=XINGLONG_TOWN & GENERAL & PENALISED & REVIEWED_BY_PLAN, before=("decide",), once=case.decided_on,
    demands=case.legal_review_passed.column & (case.legal_reviewed_on <= case.decided_on),
    fix="送法制审核，审核同意后再报负责人决定",
)
REVIEWED_THERE = Gate(
    "P2-3-5", HEILONGJIANG["二(三)"], "五种情形的重大决定，未经法制审核或者审核没有通过的不得作出；与处罚法的情形取并集",
    when=IN_HEILONGJIANG & GENERAL & PENALISED & REVIEWED_BY_PLAN, before=("decide",), once=case.decided_on,
    demands=case.legal_review_passed.column & (case.legal_reviewed_on <= case.decided_on),
    also={"P2-3-2": HEILONGJIANG["二(三)2(1)"]},
    fix="送法制审核，审核同意后再报负责人决定",
)
SEVEN_POINTS = Gate(
    "P2-3-3", HEILONGJIANG["二(三)3(1)"], "法制审核回答七项：主体、程序、事实证据、依据裁量、权限、文书、是否涉嫌犯罪",
    when=IN_HEILONGJIANG & GENERAL, before=("review",), demands=case.review_points >= 7, once=case.legal_reviewed_on,
    fix="逐项填写审核意见",
)
RESUBMITTED = Gate(
    "P2-3-4", HEILONGJIANG["二(三)3(2)"], "审核提出问题的，承办机构处理后再送审，取得同意的书面意见",
    when=IN_HEILONGJIANG & GENERAL & PENALISED & case.legal_reviewed_on.known, before=("decide",), once=case.decided_on,
    demands=case.legal_review_passed.column,
    fix="按审核意见处理后重新送审",
)
DISCRETION_TOLD = Gate(
    "P1-10-b", XINGLONG["三(十)"], "决定文书要说明裁量权的适用",
    when=XINGLONG_TOWN & PENALISING, before=DECIDING, demands=case.discretion_told.column, once=case.decided_on,
    fix="在决定书中写明适用的裁量基准和理由",
)
DISCRETION_TOLD_IN_HEBEI = Gate(
    "HB-028-2", HEBEI_TOWNSHIPS[28, 2], "乡镇街道的决定文书要说明裁量权的适用",
    when=HEBEI_TOWN & PENALISING, before=DECIDING, demands=case.discretion_told.column, once=case.decided_on,
    fix="在决定书中写明适用的裁量基准和理由",
)
PROVINCE_BENCHMARK = Gate(  # 兴隆意见三(十) lets townships apply benchmarks of the county; they hold within those of the province
    "HB-028-1", HEBEI_TOWNSHIPS[28, 1], "适用省政府及其部门制定的裁量基准；市县的基准只在省级范围之内适用，乡镇街道不得自定",
    when=HEBEI_TOWN & PENALISING, before=DECIDING, once=case.decided_on,
    demands=(case.benchmark_level == "province") | (case.benchmark_level.one_of("city", "county") & case.benchmark_within.column),
    fix="改用省级裁量基准",
)
RIGHT_REVIEW_ORGAN = Gate(
    "P1-18-b", XINGLONG["四(十八)"], "对乡镇的执法决定不服，复议向县人民政府申请，也可以依法起诉",
    when=XINGLONG_TOWN & PENALISING, before=DECIDING, demands=case.review_organ == "county", once=case.decided_on,
    fix="把决定书告知的复议机关改为县人民政府",
)
SIGNED_BY_CHIEF = Gate(
    "P1-19", XINGLONG["四(十九)"], "乡镇作出执法决定，由在任的行政负责人签批",
    when=XINGLONG_TOWN & GENERAL & PENALISING, before=("decide",), demands=case.signed_by_chief.column, once=case.decided_on,
    fix="报乡镇长签批；授权他人的另附书面依据",
)

RULES = (
    TOLD_ON_THE_SCENE, TOLD_ALL_SEVEN, REVIEWED_HERE, REVIEWED_THERE, SEVEN_POINTS, RESUBMITTED, DISCRETION_TOLD, DISCRETION_TOLD_IN_HEBEI,
    PROVINCE_BENCHMARK, RIGHT_REVIEW_ORGAN, SIGNED_BY_CHIEF,
)  # fmt: skip
