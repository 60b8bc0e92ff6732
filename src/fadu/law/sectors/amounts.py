"""罚款幅度: fines that hang on the value of goods, on an income or on what an advertisement cost (食品安全法、药品管理法、广告法)."""

import polars as pl

from fadu.law.penalty.terms import YUAN
from fadu.law.rules import Bound, Gate
from fadu.law.sectors.terms import ADVERTS, BOTH_EDITIONS, DRUGS, FINED, FOOD, by_goods, least
from fadu.law.statutes import ADVERTISING, FOOD_SAFETY
from fadu.law.statutes import DRUGS as DRUG_LAW
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

DECIDING = ("decide",)
REFUSED_AFTER_ORDER = (case.correction_ordered_on < case.decided_on) & case.refused_to_correct.column
"""Ordered to correct before the decision, and refused."""


def _under(clause: str) -> pl.Expr:
    return FOOD & FINED & (case.clause == clause)


WITHOUT_LICENCE = Bound(
    "SP-122-1", FOOD_SAFETY[122, 1], "无证生产经营食品：货值不足一万元罚五万至十万元，一万元以上罚货值十倍至二十倍",
    when=_under("food_122"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=least(by_goods(50_000, 10)), most=by_goods(100_000, 20),
    fix="按货值金额重新确定罚款；低于下限须依法减轻",
    since=BOTH_EDITIONS,
)
GRAVEST = Bound(
    "SP-123-1", FOOD_SAFETY[123, 1], "第一百二十三条的情形：货值不足一万元罚十万至十五万元，一万元以上罚货值十五倍至三十倍",
    when=_under("food_123"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=least(by_goods(100_000, 15)), most=by_goods(150_000, 30),
    fix="按货值金额重新确定罚款；低于下限须依法减轻",
    since=BOTH_EDITIONS,
)
UNSAFE = Bound(
    "SP-124-1", FOOD_SAFETY[124, 1], "第一百二十四条的情形：货值不足一万元罚五万至十万元，一万元以上罚货值十倍至二十倍",
    when=_under("food_124"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=least(by_goods(50_000, 10)), most=by_goods(100_000, 20),
    fix="按货值金额重新确定罚款；低于下限须依法减轻",
    since=BOTH_EDITIONS,
)
IRREGULAR = Bound(
    "SP-125-1", FOOD_SAFETY[125, 1], "第一百二十五条的情形：货值不足一万元罚五千至五万元，一万元以上罚货值五倍至十倍",
    when=_under("food_125"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=least(by_goods(5_000, 5)), most=by_goods(50_000, 10),
    fix="按货值金额重新确定罚款；低于下限须依法减轻",
    since=BOTH_EDITIONS,
)
LABEL_FLAW_ORDERED = Gate(
    "SP-125-2", FOOD_SAFETY[125, 2], "标签、说明书的瑕疵先责令改正，拒不改正的才能罚款",
    when=_under("food_125_2"), before=DECIDING, once=case.decided_on, demands=REFUSED_AFTER_ORDER,
    fix="先责令改正；当事人改正的不罚款",
    since=BOTH_EDITIONS,
)
LABEL_FLAW = Bound(
    "SP-125-2-most", FOOD_SAFETY[125, 2], "标签、说明书的瑕疵拒不改正的，罚款不超过二千元",
    when=_under("food_125_2"), before=DECIDING, once=case.decided_on, value=case.decision_fine, most=pl.lit(2_000 * YUAN, pl.Int64),
    fix="把罚款减到二千元以下",
    since=BOTH_EDITIONS,
)
MANAGEMENT_ORDERED = Gate(
    "SP-126-1", FOOD_SAFETY[126, 1], "第一百二十六条的情形先责令改正、给予警告，拒不改正的才能罚款",
    when=_under("food_126"), before=DECIDING, once=case.decided_on, demands=REFUSED_AFTER_ORDER,
    fix="先责令改正并给予警告；当事人改正的不罚款",
    since=BOTH_EDITIONS,
)
MANAGEMENT = Bound(
    "SP-126-1-range", FOOD_SAFETY[126, 1], "第一百二十六条的情形拒不改正的，罚五千至五万元",
    when=_under("food_126"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=least(5_000 * YUAN), most=pl.lit(50_000 * YUAN, pl.Int64),
    fix="把罚款改到五千元至五万元之间；低于下限须依法减轻",
    since=BOTH_EDITIONS,
)
RESPONSIBLE_PEOPLE = Bound(
    "YP-118-1", DRUG_LAW[118, 1], "生产销售假药、情节严重的劣药：责任人罚所获收入的百分之三十至三倍",
    when=DRUGS & FINED & (case.clause == "drugs_118"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=least((case.responsible_income * 3 + 9) // 10), most=case.responsible_income * 3,
    fix="按责任人违法期间所获收入重新确定罚款",
)
RESPONSIBLE_PEOPLE_BARRED = Gate(
    "YP-118-1-ban", DRUG_LAW[118, 1], "生产销售假药、情节严重的劣药：责任人终身禁止从事药品生产经营，并没收所获收入",
    when=DRUGS & (case.clause == "drugs_118") & (case.outcome == "penalty"), before=DECIDING, once=case.decided_on,
    demands=(case.trade_ban == "life") & case.decision_kinds.has_all(Penalty.GAIN | Penalty.RESTRICT_TRADE),
    fix="在决定中没收所获收入，写明终身禁业",
)
_AGGRAVATED = (case.ad_violations.or_zero() >= 3) | case.grave.holds
FALSE_ADVERT = Bound(
    "GG-055-1", ADVERTISING[55, 1], "虚假广告罚广告费三至五倍（费用不明、偏低的二十万至一百万元）；两年内三次以上或者情节严重的五至十倍（一百万至二百万元）",
    when=ADVERTS & FINED & (case.clause == "adverts_55"), before=DECIDING, once=case.decided_on,
    value=case.decision_fine,
    least=least(
        pl.when(case.ad_fee_unclear.column)
        .then(pl.when(_AGGRAVATED).then(pl.lit(1_000_000 * YUAN, pl.Int64)).otherwise(pl.lit(200_000 * YUAN, pl.Int64)))
        .otherwise(case.ad_fee * pl.when(_AGGRAVATED).then(5).otherwise(3))
    ),
    most=pl.when(case.ad_fee_unclear.column)
    .then(pl.when(_AGGRAVATED).then(pl.lit(2_000_000 * YUAN, pl.Int64)).otherwise(pl.lit(1_000_000 * YUAN, pl.Int64)))
    .otherwise(case.ad_fee * pl.when(_AGGRAVATED).then(10).otherwise(5)),
    fix="按广告费用和违法次数重新确定罚款；费用明显偏低的按定额",
)

RULES = (
    WITHOUT_LICENCE, GRAVEST, UNSAFE, IRREGULAR, LABEL_FLAW_ORDERED, LABEL_FLAW, MANAGEMENT_ORDERED, MANAGEMENT, RESPONSIBLE_PEOPLE,
    RESPONSIBLE_PEOPLE_BARRED, FALSE_ADVERT,
)  # fmt: skip
