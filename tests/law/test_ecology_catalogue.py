"""The catalogue's rows of ecology, public order, police procedure and traffic: each encoded once, in its place, and shown three ways."""

from collections import Counter
from importlib import import_module

import pytest

from fadu.law import ecology, police
from fadu.law.corpus import Corpus
from fadu.law.registry import grain_of, procedures, rule_of, rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Grade, Question, Rule
from fadu.law.statutes import ECO_PENALTY, ECOLOGY_CODE, FOOD_SAFETY, FOOD_SAFETY_2021, POLICE_PROCEDURE, PUBLIC_SECURITY, ROAD_TRAFFIC, Statute, cite
from tests.law.catalogue import citation, needs_shared, rows_of, texts
from tests.law.judging import APART, FAILS, OPEN, PASSES, covers, verdict

SOURCES: dict[str, tuple[Statute, int]] = {
    "生态环境行政处罚办法(2023)": (ECO_PENALTY, 38),
    "生态环境法典": (ECOLOGY_CODE, 28),
    "治安管理处罚法(2025修订)": (PUBLIC_SECURITY, 26),
    "公安机关办理行政案件程序规定": (POLICE_PROCEDURE, 15),
    "道路交通安全法": (ROAD_TRAFFIC, 18),
}
ROOMS = ("ecology_filing", "ecology_deciding", "ecology_code", "ecology_assessing", "police_order", "police_traffic")
TABLES = [row for name in ROOMS for row in import_module(f"tests.law.test_{name}").TABLES]
RULES: tuple[Rule, ...] = (*ecology.RULES, *police.RULES)
NOT_EXECUTABLE = {"SH-054-2", "SH-090-1", "SH-090-2", "HJF-1242", "ZA-004", "ZA-143", "GA-035"}
BEYOND_THE_CATALOGUE = {
    "SH-018-extend", "SH-057-1-extend", "SH-057-1-again", "SH-072-surcharge", "HJF-102-2-table", "HJF-106-2-why", "HJF-1060-1-days", "HJF-1060-1-sum",
    "ZA-097-12", "ZA-097-24", "ZA-097-film", "ZA-105-3-after", "ZA-108-2-two", "ZA-117-2-closed", "ZA-118-1-extend", "ZA-118-1-by", "ZA-119-before",
    "GA-039-2-return", "GA-039-2-traffic", "GA-190-1-return", "JT-089-hold",
}  # fmt: skip
"""Further demands of a row's article, each a rule of its own."""


def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


def encoded() -> list[dict[str, str]]:
    return [row for row in rows() if row["id"] not in police.SUPERSEDED]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    assert Counter(row["source"] for row in rows()) == {source: count for source, (_, count) in SOURCES.items()}
    found = Counter(rule_id for rule in rules() for rule_id in rule.ids if rule_id.startswith(("SH-", "HJF-", "ZA-", "GA-", "JT-")))
    assert found == Counter(row["id"] for row in encoded()) + Counter(BEYOND_THE_CATALOGUE)


@needs_shared
def test_superseded_rows_never_run_and_say_why():
    assert police.SUPERSEDED.keys() == {row["id"] for row in rows() if row["status"] == "superseded"}
    assert all("取代，不运行" in reason for reason in police.SUPERSEDED.values())


@needs_shared
def test_provisional_rows_only_tell():
    told = {row["id"] for row in rows() if row["status"] == "provisional"}
    assert {rule_id for rule_id in told if rule_of(rule_id).grade is not Grade.TOLD} == set()


@needs_shared
@pytest.mark.parametrize("row", encoded(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    assert citation(row["id"]) == cite(SOURCES[row["source"]][0], row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])


@needs_shared
@pytest.mark.parametrize("rule_id", sorted(BEYOND_THE_CATALOGUE))
def test_a_further_demand_stands_in_the_text(corpus: Corpus, rule_id: str):
    assert corpus.find(citation(rule_id))


@needs_shared
def test_old_and_new_editions_both_stand_in_the_corpus(corpus: Corpus):
    words = "超过保质期的食品"
    for edition in (FOOD_SAFETY_2021, FOOD_SAFETY):
        assert corpus.quotes(edition[124, 1, 5], words)
        assert cite(edition, "第一百二十四条第一款第五项") == edition[124, 1, 5]
    assert FOOD_SAFETY_2021[124, 1, 5] != FOOD_SAFETY[124, 1, 5]
    assert FOOD_SAFETY_2021[124].path != FOOD_SAFETY[124].path


@needs_shared
def test_more_than_nine_rows_in_ten_are_executable():
    ids = {row["id"] for row in encoded()}
    assert {rule_id for rule_id in ids if isinstance(rule_of(rule_id), Question | Convention)} == NOT_EXECUTABLE
    assert 1 - len(NOT_EXECUTABLE) / len(ids) > 0.9


@needs_shared
def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    executable = ({row["id"] for row in encoded()} | BEYOND_THE_CATALOGUE) - NOT_EXECUTABLE
    lacking = {rule_id: {PASSES, FAILS, OPEN} - shown.get(rule_id, set()) for rule_id in executable}
    assert {rule_id: verdicts for rule_id, verdicts in lacking.items() if verdicts} == {}
    assert shown.keys() == executable


OF_A_FIELD = [rule for rule in RULES if isinstance(rule, Gate | Clock) and grain_of(rule) == "case"]


@pytest.mark.parametrize("rule", OF_A_FIELD, ids=lambda rule: rule.id)
def test_another_field_is_left_alone(rule: Gate | Clock):
    assert verdict(rule, field="culture") is APART


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Gate | Clock | Duty)], ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Rule):
    names = {step.name for procedure in procedures().values() for step in procedure.steps}
    guarded = set(rule.before) if isinstance(rule, Gate) else {rule.next_step} if isinstance(rule, Clock) else set()
    assert guarded <= names
    assert rule.fix
    assert rule.says


def test_conventions_name_what_carries_them_out():
    for rule in RULES:
        if isinstance(rule, Convention):
            module, _, name = rule.carried_out_by.rpartition(".")
            if module == "fadu.law.rules.Rule":
                module, name = "fadu.law.rules", "Rule"
            assert hasattr(import_module(module), name), rule.id
