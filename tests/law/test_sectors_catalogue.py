"""The catalogue's 138 rows of the sectors, of hearings, of the collection of fines and of transfers: each encoded once, in its place, shown three ways."""

from collections import Counter
from importlib import import_module

import pytest

from fadu.law import fines, sectors
from fadu.law.corpus import Corpus
from fadu.law.registry import procedures, rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Question, Rule
from fadu.law.statutes import (
    ADVERTISING,
    DATA_SECURITY,
    DRUGS,
    DRUGS_RULES,
    FINE_COLLECTION,
    FIRE,
    FOOD_SAFETY,
    HAZARDOUS_CHEMICALS,
    PRODUCT_QUALITY,
    SAMR_HEARING,
    TRANSFER,
    WORK_SAFETY,
    cite,
)
from tests.law.catalogue import SHARED, citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers, verdict

SOURCES = {
    "食品安全法(2025修正)": (FOOD_SAFETY, 20),
    "药品管理法": (DRUGS, 10),
    "药品管理法实施条例(2026)": (DRUGS_RULES, 10),
    "安全生产法": (WORK_SAFETY, 17),
    "消防法": (FIRE, 12),
    "危险化学品安全法": (HAZARDOUS_CHEMICALS, 9),
    "产品质量法": (PRODUCT_QUALITY, 7),
    "广告法": (ADVERTISING, 6),
    "数据安全法": (DATA_SECURITY, 4),
    "市场监督管理行政处罚听证办法(2021)": (SAMR_HEARING, 23),
    "罚款决定与罚款收缴分离实施办法": (FINE_COLLECTION, 5),
    "行政执法机关移送涉嫌犯罪案件的规定(2020)": (TRANSFER, 15),
}
ROOMS = (
    "sectors_food",
    "sectors_amounts",
    "sectors_drugs",
    "sectors_safety",
    "sectors_fire",
    "sectors_permits",
    "sectors_products",
    "fines_hearing",
    "transfer_rules",
)
TABLES = [row for room in ROOMS for row in import_module(f"tests.law.test_{room}").TABLES]
RULES: tuple[Rule, ...] = (*sectors.RULES, *fines.RULES)
IN_OTHER_CHAPTERS = {
    "YPT-063-2", "WH-008-2", "YP-099-4", "AQ-067-2", "XF-053-2", "YS-011-1", "SP-121-1", "YP-113-1", "ST-005-1-2", "ST-007-1", "ST-020-1b",
}  # fmt: skip
"""Rows that demand what 行政处罚法 demands of every case: further bases of its rules."""


def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    ids = [row["id"] for row in rows()]
    assert Counter(row["source"] for row in rows()) == {source: count for source, (_, count) in SOURCES.items()}
    encoded = Counter(rule_id for rule in rules() for rule_id in rule.ids)
    assert {rule_id: encoded[rule_id] for rule_id in ids} == dict.fromkeys(ids, 1)
    assert set(ids) - {rule_id for rule in RULES for rule_id in rule.ids} == IN_OTHER_CHAPTERS
    assert all(row["status"] == "live" for row in rows())


@needs_shared
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    assert citation(row["id"]) == cite(SOURCES[row["source"]][0], row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])


def test_all_but_three_rows_judge_by_themselves():
    assert [rule.id for rule in RULES if isinstance(rule, Question)] == ["FJ-009-2"]
    assert [rule.id for rule in RULES if isinstance(rule, Convention)] == ["YPT-089", "WH-127"]


def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    executable = {rule.id for rule in RULES if not isinstance(rule, Question | Convention)}
    lacking = {rule_id: {PASSES, FAILS, OPEN} - shown.get(rule_id, set()) for rule_id in executable}
    assert {rule_id: verdicts for rule_id, verdicts in lacking.items() if verdicts} == {}
    assert set(shown) <= executable


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Gate | Clock)], ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Gate | Clock):
    names = {step.name for procedure in procedures().values() for step in procedure.steps}
    assert names >= set(rule.before if isinstance(rule, Gate) else (rule.next_step,))
    assert rule.fix
    assert rule.says


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if isinstance(rule, Gate | Clock | Duty) and "field" in {fact.name for fact in rule.facts()}], ids=lambda rule: rule.id
)
def test_another_field_is_left_alone(rule: Rule):
    assert verdict(rule, field="culture").name == "DOES_NOT_APPLY"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_says_is_not_copied(corpus: Corpus, rule: Rule):
    if not (SHARED / "laws").is_dir():
        pytest.skip("the statute corpus is not here")
    assert not corpus.quotes(rule.basis, rule.says)
