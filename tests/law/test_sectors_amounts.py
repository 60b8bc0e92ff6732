"""Fines that hang on a value: both ends of every band, in 分: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

FOOD = {"field": "market", "sector": "food", "outcome": "penalty", "decided_on": "2026-06-20", "decision_kinds": Penalty.FINE}
ORDERED = {**FOOD, "correction_ordered_on": "2026-06-01", "refused_to_correct": True}
DRUGS = {**FOOD, "field": "drugs", "sector": None, "clause": "drugs_118"}
ADVERT = {**FOOD, "sector": "adverts", "clause": "adverts_55", "ad_fee_unclear": False}
UNDER, TEN_THOUSAND = 9_999_99, 10_000_00


def band(rule: str, clause: str, low: int, high: int, times: tuple[int, int]) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """The rows of a band: amounts in 分 below ten thousand yuan, and so many times the value from there on."""
    least, most = times
    base = {**FOOD, "clause": clause}
    return table(rule, base, [
        ("goods under ten thousand, the lowest fine", {"goods_value": UNDER, "decision_fine": low}, PASSES),
        ("a 分 less", {"goods_value": UNDER, "decision_fine": low - 1}, FAILS),
        ("less, but lawfully lessened", {"goods_value": UNDER, "decision_fine": low - 1, "lessened": True}, PASSES),
        ("the highest fine", {"goods_value": UNDER, "decision_fine": high}, PASSES),
        ("a 分 more", {"goods_value": UNDER, "decision_fine": high + 1}, FAILS),
        ("more, lessened or not", {"goods_value": UNDER, "decision_fine": high + 1, "lessened": True}, FAILS),
        ("goods of ten thousand exactly, the fewest times", {"goods_value": TEN_THOUSAND, "decision_fine": TEN_THOUSAND * least}, PASSES),
        ("a 分 less than the fewest times", {"goods_value": TEN_THOUSAND, "decision_fine": TEN_THOUSAND * least - 1}, FAILS),
        ("the most times", {"goods_value": TEN_THOUSAND, "decision_fine": TEN_THOUSAND * most}, PASSES),
        ("a 分 more than the most times", {"goods_value": TEN_THOUSAND, "decision_fine": TEN_THOUSAND * most + 1}, FAILS),
        ("the value not known", {"decision_fine": low}, OPEN),
        ("not decided", {"goods_value": UNDER, "decided_on": None, "decision_fine": 1}, OPEN),
        ("under another clause", {"clause": "other", "goods_value": UNDER, "decision_fine": 1}, APART),
        ("no fine", {"decision_kinds": Penalty.GAIN, "goods_value": UNDER}, APART),
    ])  # fmt: skip


TABLES = [
    *band("SP-122-1", "food_122", 50_000_00, 100_000_00, (10, 20)),
    *band("SP-123-1", "food_123", 100_000_00, 150_000_00, (15, 30)),
    *band("SP-124-1", "food_124", 50_000_00, 100_000_00, (10, 20)),
    *band("SP-125-1", "food_125", 5_000_00, 50_000_00, (5, 10)),
    *table("SP-125-2", {**ORDERED, "clause": "food_125_2"}, [
        ("ordered, refused, then fined", {}, PASSES),
        ("corrected", {"refused_to_correct": False}, FAILS),
        ("ordered and fined on one day", {"correction_ordered_on": "2026-06-20"}, FAILS),
        ("never ordered", {"correction_ordered_on": None}, OPEN),
        ("not decided", {"decided_on": None}, OPEN),
    ]),
    *table("SP-125-2-most", {**ORDERED, "clause": "food_125_2"}, [
        ("two thousand", {"decision_fine": 2_000_00}, PASSES),
        ("a 分 more", {"decision_fine": 2_000_01}, FAILS),
        ("not decided", {"decided_on": None, "decision_fine": 2_000_01}, OPEN),
    ]),
    *table("SP-126-1", {**ORDERED, "clause": "food_126"}, [
        ("ordered, refused, then fined", {}, PASSES),
        ("corrected", {"refused_to_correct": False}, FAILS),
        ("not said whether refused", {"refused_to_correct": None}, OPEN),
    ]),
    *table("SP-126-1-range", {**ORDERED, "clause": "food_126"}, [
        ("five thousand", {"decision_fine": 5_000_00}, PASSES),
        ("a 分 less", {"decision_fine": 4_999_99}, FAILS),
        ("lessened", {"decision_fine": 4_999_99, "lessened": True}, PASSES),
        ("fifty thousand", {"decision_fine": 50_000_00}, PASSES),
        ("a 分 more", {"decision_fine": 50_000_01}, FAILS),
        ("not decided", {"decided_on": None, "decision_fine": 1}, OPEN),
    ]),
    *table("YP-118-1", {**DRUGS, "responsible_income": 100_001_01}, [
        ("thirty per cent of 100,001.01 is 30,000.303: 30,000.31", {"decision_fine": 30_000_31}, PASSES),
        ("a 分 less", {"decision_fine": 30_000_30}, FAILS),
        ("thirty per cent of 100,000.07 is 30,000.021: 30,000.03", {"responsible_income": 100_000_07, "decision_fine": 30_000_03}, PASSES),
        ("a 分 less", {"responsible_income": 100_000_07, "decision_fine": 30_000_02}, FAILS),
        ("thirty per cent that come out even", {"responsible_income": 100_000_00, "decision_fine": 30_000_00}, PASSES),
        ("a 分 less", {"responsible_income": 100_000_00, "decision_fine": 29_999_99}, FAILS),
        ("three times", {"decision_fine": 300_003_03}, PASSES),
        ("a 分 more", {"decision_fine": 300_003_04}, FAILS),
        ("the income not known", {"responsible_income": None, "decision_fine": 30_000_31}, OPEN),
        ("a drug matter handled by the market bureau", {"field": "market", "sector": "drugs", "decision_fine": 300_003_04}, FAILS),
        ("a fine on the business", {"clause": "other", "decision_fine": 300_003_04}, APART),
    ]),
    *table("YP-118-1-ban", DRUGS, [
        ("income taken, barred for life", {"trade_ban": "life", "decision_kinds": Penalty.GAIN | Penalty.RESTRICT_TRADE | Penalty.FINE}, PASSES),
        ("barred for five years", {"trade_ban": "five", "decision_kinds": Penalty.GAIN | Penalty.RESTRICT_TRADE}, FAILS),
        ("income not taken", {"trade_ban": "life", "decision_kinds": Penalty.RESTRICT_TRADE}, FAILS),
        ("not said", {"decision_kinds": Penalty.GAIN | Penalty.RESTRICT_TRADE}, OPEN),
    ]),
    *table("GG-055-1", {**ADVERT, "ad_fee": 80_000_00}, [
        ("three times the fee", {"decision_fine": 240_000_00}, PASSES),
        ("a 分 less", {"decision_fine": 239_999_99}, FAILS),
        ("five times", {"decision_fine": 400_000_00}, PASSES),
        ("a 分 more", {"decision_fine": 400_000_01}, FAILS),
        ("twice in two years", {"ad_violations": 2, "decision_fine": 400_000_01}, FAILS),
        ("three times in two years: five times the fee", {"ad_violations": 3, "decision_fine": 400_000_00}, PASSES),
        ("a 分 less", {"ad_violations": 3, "decision_fine": 399_999_99}, FAILS),
        ("twice in two years: three times the fee will do", {"ad_violations": 2, "decision_fine": 240_000_00}, PASSES),
        ("three times in two years: ten times the fee", {"ad_violations": 3, "decision_fine": 800_000_00}, PASSES),
        ("unclear, twice: two hundred thousand will do", {"ad_fee_unclear": True, "ad_violations": 2, "decision_fine": 200_000_00}, PASSES),
        ("unclear, twice: a 分 more than a million", {"ad_fee_unclear": True, "ad_violations": 2, "decision_fine": 1_000_000_01}, FAILS),
        ("unclear, three times: two million", {"ad_fee_unclear": True, "ad_violations": 3, "decision_fine": 2_000_000_00}, PASSES),
        ("unclear, three times: a 分 less than a million", {"ad_fee_unclear": True, "ad_violations": 3, "decision_fine": 999_999_99}, FAILS),
        ("grave: ten times", {"grave": True, "decision_fine": 800_000_00}, PASSES),
        ("a 分 more", {"grave": True, "decision_fine": 800_000_01}, FAILS),
        ("the fee unclear: two hundred thousand", {"ad_fee_unclear": True, "decision_fine": 200_000_00}, PASSES),
        ("a 分 less", {"ad_fee_unclear": True, "decision_fine": 199_999_99}, FAILS),
        ("a million", {"ad_fee_unclear": True, "decision_fine": 1_000_000_00}, PASSES),
        ("a 分 more", {"ad_fee_unclear": True, "decision_fine": 1_000_000_01}, FAILS),
        ("unclear and grave: a million", {"ad_fee_unclear": True, "grave": True, "decision_fine": 1_000_000_00}, PASSES),
        ("a 分 less", {"ad_fee_unclear": True, "grave": True, "decision_fine": 999_999_99}, FAILS),
        ("two million", {"ad_fee_unclear": True, "grave": True, "decision_fine": 2_000_000_00}, PASSES),
        ("a 分 more", {"ad_fee_unclear": True, "grave": True, "decision_fine": 2_000_000_01}, FAILS),
        ("the fee not known", {"ad_fee": None, "decision_fine": 240_000_00}, OPEN),
        ("another clause", {"clause": "other", "decision_fine": 1}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
