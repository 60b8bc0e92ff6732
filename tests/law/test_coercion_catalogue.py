"""The catalogue's 101 rows on administrative coercion: each encoded once, in its place, and shown three ways."""

from collections import Counter
from importlib import import_module

import pytest

from fadu.law.coercion import RULES, SUPERSEDED
from fadu.law.corpus import Corpus
from fadu.law.registry import grain_of, procedures, rule_of, rules
from fadu.law.rules import Clock, Convention, Gate, Question
from fadu.law.statutes import CITY_APPEARANCE, COERCION, PLANNING, Statute, cite
from tests.law.catalogue import SHARED, citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers

SOURCES: dict[str, Statute] = {"行政强制法": COERCION, "城乡规划法": PLANNING, "城市市容和环境卫生管理条例": CITY_APPEARANCE}
ROOMS = ("power", "taking", "seizing", "freezing", "demanding", "executing", "buildings", "proxying", "court")
TABLES = [row for name in ROOMS for row in import_module(f"tests.law.test_coercion_{name}").TABLES]
COUNTING = {"QZ-069"}
"""The row on how days are counted stands with those of the other statutes."""
BEYOND_THE_CATALOGUE = {
    "QZ-005-enforce", "QZ-019-lift", "QZ-025-1-days", "QZ-025-1-late", "QZ-025-1-special", "QZ-028-2-proceeds", "QZ-031-parts", "QZ-032-1-days",
    "QZ-033-3-extend", "QZ-038-demand", "QZ-039-1-resume", "QZ-052-told", "QZ-053-ripe", "QZ-053-power", "QZ-058-2-serve", "QZ-059-safety",
    "CX-064-least", "CX-064-most", "CX-065-overdue",
}  # fmt: skip
"""Further demands of a row's article, each a rule of its own."""


def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    ids = {row["id"] for row in rows()}
    encoded = Counter(rule_id for rule in rules() for rule_id in rule.ids if rule_id in ids)
    assert len(ids) == 101
    assert encoded == Counter(ids)
    assert SUPERSEDED == {}
    assert {rule_id for rule in RULES for rule_id in rule.ids} == (ids - COUNTING) | BEYOND_THE_CATALOGUE


@needs_shared
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    assert citation(row["id"]) == cite(SOURCES[row["source"]], row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])


@needs_shared
@pytest.mark.parametrize("rule_id", sorted(BEYOND_THE_CATALOGUE))
def test_a_further_demand_stands_in_the_text(corpus: Corpus, rule_id: str):
    assert corpus.find(citation(rule_id))


def test_all_but_the_counting_of_days_is_executable():
    assert [rule.id for rule in RULES if isinstance(rule, Question | Convention)] == []


def test_every_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    assert {rule.id: lack for rule in RULES if (lack := {PASSES, FAILS, OPEN} - shown.get(rule.id, set()))} == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Gate | Clock):
    names = {step.name for course in procedures().values() if course.grain == grain_of(rule) for step in course.steps}
    assert names >= set(rule.before if isinstance(rule, Gate) else (rule.next_step,))
    assert rule.fix
    assert rule.says


def test_every_rule_can_be_swept_over_past_cases():
    assert [rule.id for rule in RULES if isinstance(rule, Gate) and rule.once is None] == []


def test_no_wording_is_copied_from_the_statute():
    if not (SHARED / "rules.csv").is_file():
        pytest.skip("no catalogue")
    quotes = {row["id"]: row["quote_zh"] for row in rows() if len(row["quote_zh"]) > 20}
    assert [rule_id for rule_id, quote in quotes.items() if quote in rule_of(rule_id).says] == []
