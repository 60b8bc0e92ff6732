"""The real tables: what each makes of a case, reckoned by hand from domain.md part 5."""

from datetime import date
from pathlib import Path

import pytest

from fadu.law.corpus import load as load_corpus
from fadu.law.discretion import Subject, load, milder
from fadu.law.parameters import OutsideValidity
from fadu.law.statutes import Citation
from tests.law.test_corpus import SHARED, needs_shared

PACKS = Path(__file__).parents[2] / "localities"
TABLES = load(PACKS)
UNIT, PERSON = Subject.UNIT, Subject.PERSON
EXAMPLE = {"times": "第二次", "area": "一般区域", "lasting": "不足三个月", "red_line": "红线外", "effect": "无不良影响"}


def test_the_worked_example_of_hunan_is_29000_yuan_exactly():
    outcome = TABLES["hunan-air-108-5"].decide(EXAMPLE)
    assert outcome.suggested == outcome.low == outcome.high == 2_900_000  # 分: [10% + 5% x 90%] x 200,000 元
    assert outcome.range == (2_000_000, 20_000_000)
    assert "[10%＋5%×(1－10%)]×200,000 元＝14.5%×200,000 元＝29,000 元" in outcome.explanation
    assert "大气污染防治法第一百零八条第一款第五项" in outcome.explanation


@pytest.mark.parametrize(
    ("changes", "yuan"),
    [
        ({"times": "首次"}, 20_000),  # no percentage: the statutory minimum
        ({"times": "三次以上"}, 47_000),  # [10% + 15% x 90%] = 23.5%
        ({"red_line": "红线内"}, 56_000),  # [10% + 20% x 90%] = 28%
        (
            {"times": "三次以上", "area": "环境敏感区", "lasting": "六个月以上", "red_line": "红线内", "effect": "影响恶劣"},
            164_000,
        ),  # 80%: 82%
    ],
)
def test_the_formula_with_other_answers(changes: dict[str, str], yuan: int):
    assert TABLES["hunan-air-108-5"].decide(EXAMPLE | changes).suggested == yuan * 100


@pytest.mark.parametrize(
    ("area", "subject", "low", "high"),
    [
        ("0", UNIT, 500, 1500),
        ("4.99", UNIT, 500, 1500),
        ("5", UNIT, 1500, 2000),  # five is of the middle band
        ("10", UNIT, 1500, 2000),
        ("10.01", UNIT, 2000, 3000),
        ("4.99", PERSON, 200, 500),
        ("5", PERSON, 500, 600),
        ("400", PERSON, 600, 1000),
    ],
)
def test_jiaxing_by_area(area: str, subject: Subject, low: int, high: int):
    outcome = TABLES["jiaxing-temporary-buildings"].decide({"area": area}, subject=subject)
    assert (outcome.low, outcome.high) == (low * 100, high * 100)
    assert outcome.admits(outcome.suggested)


def test_a_point_is_suggested_in_proportion_within_a_closed_band_and_in_the_middle_of_an_open_one():
    table = TABLES["jiaxing-temporary-buildings"]
    assert table.decide({"area": "7"}).suggested == 170_000  # two fifths of the way from 1,500 to 2,000
    assert table.decide({"area": "5"}).suggested == 150_000
    assert table.decide({"area": "50"}).suggested == 250_000  # 2,000 to 3,000, no upper end of area


@pytest.mark.parametrize(
    ("id_", "tier", "subject", "low", "high"),
    [
        ("huzhou-dog-unlicensed", "轻微", PERSON, 200, 300),
        ("huzhou-dog-unlicensed", "一般", PERSON, 300, 400),
        ("huzhou-dog-unlicensed", "一般", UNIT, 500, 800),
        ("huzhou-dog-unlicensed", "严重", UNIT, 800, 1000),
        ("huzhou-dog-change", "严重", PERSON, 150, 200),
        ("wuyuan-materials", "严重", UNIT, 1000, 3000),
        ("wuyuan-materials", "特别严重", PERSON, 3000, 5000),
        ("wuyuan-spitting", "严重", PERSON, 0, 30),
        ("work-safety-44-1", "一般", UNIT, 10_000, 20_000),
        ("work-safety-44-1", "较重", PERSON, 5_000, 10_000),
        ("samr-food-126", "从轻", UNIT, 5_000, 18_500),  # 5,000 + 30% of 45,000
        ("samr-food-126", "一般", UNIT, 18_500, 36_500),
        ("samr-food-126", "从重", UNIT, 36_500, 50_000),
        ("liling-no-minimum", "轻微", PERSON, 500, 500),  # no lower limit: a tenth of the maximum
        ("liling-no-minimum", "一般", PERSON, 500, 2_500),
        ("liling-no-minimum", "严重", PERSON, 2_500, 5_000),
        ("liling-no-minimum", "特别严重", PERSON, 5_000, 5_000),
    ],
)
def test_tiers(id_: str, tier: str, subject: Subject, low: int, high: int):
    outcome = TABLES[id_].decide({"tier": tier}, subject=subject)
    assert (outcome.low, outcome.high) == (low * 100, high * 100)
    assert outcome.low <= outcome.suggested <= outcome.high
    assert f"“{tier}”" in outcome.explanation


@pytest.mark.parametrize(
    ("id_", "factors"),
    [
        ("wuyuan-materials", {"tier": "轻微"}),
        ("liling-no-minimum", {"tier": "特别轻微"}),
        ("demo-food-124-5", {"tier": "不予处罚", "value": 1000}),
    ],
)
def test_tiers_without_a_fine(id_: str, factors: dict[str, object]):
    outcome = TABLES[id_].decide(factors)
    assert not outcome.fined
    assert (outcome.low, outcome.high, outcome.suggested) == (0, 0, 0)
    assert outcome.explanation.endswith("不处罚款。")


@pytest.mark.parametrize(
    ("value", "tier", "low", "high", "suggested"),
    [
        # 货值不足一万元: 50,000 to 100,000
        (320_000, "从轻", 5_000_000, 6_500_000, 5_750_000),
        (320_000, "一般", 6_500_000, 8_500_000, 7_500_000),
        (320_000, "从重", 8_500_000, 10_000_000, 9_250_000),
        (999_999, "从重", 8_500_000, 10_000_000, 9_250_000),  # 9,999.99 元 is still below ten thousand
        # 一万元以上: ten to twenty times
        (1_000_000, "从轻", 10_000_000, 13_000_000, 11_500_000),  # 10,000 元 itself: 100,000 to 200,000
        (
            1_234_567,
            "一般",
            16_049_371,
            20_987_639,
            18_518_500,
        ),  # 13 x 12,345.67 = 160,493.71; 17 x = 209,876.39; 15 x = 185,185.05, rounded down to the 元
        (320_000, "减轻", 0, 4_999_999, 2_500_000),  # below the minimum
    ],
)
def test_food_beyond_its_date_in_the_demonstration_county(value: int, tier: str, low: int, high: int, suggested: int):
    outcome = TABLES["demo-food-124-5"].decide({"value": value, "tier": tier})
    assert (outcome.low, outcome.high, outcome.suggested) == (low, high, suggested)


def test_the_explanation_is_fit_for_the_decision():
    told = TABLES["demo-food-124-5"].decide({"value": 320_000, "tier": "从轻"}).explanation
    for part in (
        "依据食品安全法第一百二十四条第一款第五项",
        "示范县市场监督管理局",
        "备案号 示市监裁备〔2024〕3号",
        "货值金额 3,200 元，属于不足 10,000 元的情形",
        "50,000 元以上 100,000 元以下",
        "属于“从轻”阶次",
        "0%至 30%，即罚款 50,000 元以上 65,000 元以下",
        "建议罚款 57,500 元",
    ):
        assert part in told


def test_a_multiple_of_the_cost_in_liling():
    outcome = TABLES["liling-planning-64"].decide({"cost": 100_000_000, "tier": "一般"})  # 1,000,000 元: 5% to 10%
    assert outcome.range == (5_000_000, 10_000_000)
    assert (outcome.low, outcome.high) == (5_000_000, 5_000_000)  # half of the maximum is the minimum


def test_the_overlap_in_huzhou_is_told_wherever_the_table_is_used():
    table = TABLES["huzhou-dog-unlicensed"]
    told = "对单位，“轻微”（500 元至 600 元）与“一般”（500 元至 800 元）重叠（原文如此，已确认）"
    assert table.warnings == (told,)
    assert table.decide({"tier": "一般"}).warnings == (told,)
    assert [table.id for table in TABLES.values() if table.warnings] == ["huzhou-dog-unlicensed"]


def test_a_table_out_of_its_validity_decides_nothing():
    table = TABLES["demo-food-124-5"]
    for day in (date(2023, 12, 31), date(2029, 1, 1)):
        with pytest.raises(OutsideValidity, match="不在有效期内"):
            table.decide({"value": 1, "tier": "一般"}, on=day)
    for day in (date(2024, 1, 1), date(2028, 12, 31)):
        assert table.decide({"value": 1, "tier": "一般"}, on=day).fined


def test_of_an_old_table_and_a_new_the_milder_applies():
    table = TABLES["demo-food-124-5"]
    light, heavy, none = (table.decide({"value": 320_000, "tier": tier}) for tier in ("从轻", "从重", "不予处罚"))
    assert milder(light, heavy) is milder(heavy, light) is light
    assert milder(light, none) is none
    assert milder(heavy, heavy) is heavy  # alike: the older


@needs_shared
def test_the_bases_stand_in_the_texts():
    corpus = load_corpus(SHARED / "laws")
    cited = [basis for table in TABLES.values() for basis in table.bases if isinstance(basis, Citation)]
    assert len(cited) >= 6
    assert all(corpus.find(citation) for citation in cited)
