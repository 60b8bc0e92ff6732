"""The catalogue's 97 rows on licences, fair markets, openness and shared data: each encoded once, in its place, shown three ways."""

from collections import Counter
from functools import cache
from importlib import import_module

import pytest

from fadu.law.corpus import Corpus
from fadu.law.licence import RULES
from fadu.law.registry import procedures, rule_of, rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Grade, Question
from fadu.law.statutes import BUSINESS_CLIMATE, DATA_SHARING, LICENCE, OPEN_GOVERNMENT, cite
from tests.law.catalogue import catalogue, citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers

SOURCES = {"行政许可法": LICENCE, "优化营商环境条例": BUSINESS_CLIMATE, "政府信息公开条例": OPEN_GOVERNMENT, "政务数据共享条例": DATA_SHARING}
PREFIXES = ("XK-", "YH-", "GK-", "ZW-")
ROOMS = ("acceptance", "examination", "decision", "openness", "sharing")
TABLES = [row for name in ROOMS for row in import_module(f"tests.law.test_licence_{name}").TABLES]


@cache
def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


def beyond() -> list[str]:
    """Further demands of a row's article, each a rule of its own."""
    known = {row["id"] for row in rows()}
    return sorted(name for rule in RULES for name in rule.ids if known and name not in known)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    encoded = Counter(name for rule in rules() for name in rule.ids if name.startswith(PREFIXES))
    assert Counter(row["source"] for row in rows()) == {"行政许可法": 53, "优化营商环境条例": 11, "政府信息公开条例": 22, "政务数据共享条例": 11}
    assert encoded - Counter(beyond()) == Counter(row["id"] for row in rows())


@needs_shared
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    assert citation(row["id"]) == cite(SOURCES[row["source"]], row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])


@needs_shared
@pytest.mark.parametrize("rule_id", beyond())
def test_a_further_demand_belongs_to_a_row_and_stands_in_the_text(corpus: Corpus, rule_id: str):
    assert corpus.find(citation(rule_id))
    assert any(rule_id.startswith(f"{row['id']}-") for row in catalogue())


def test_all_but_the_way_of_counting_is_executable():
    assert not [rule.id for rule in RULES if isinstance(rule, Question | Convention)]
    assert isinstance(rule_of("XK-082"), Convention)


def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    lacking = {rule.id: {PASSES, FAILS, OPEN} - shown.get(rule.id, set()) for rule in RULES}
    assert {name: verdicts for name, verdicts in lacking.items() if verdicts} == {}
    assert set(shown) <= {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Gate | Clock | Duty):
    names = {step.name for procedure in procedures().values() for step in procedure.steps}
    guarded = set(rule.before) if isinstance(rule, Gate) else {rule.next_step} if isinstance(rule, Clock) else set()
    assert guarded <= names
    assert rule.says
    assert rule.fix or getattr(rule, "lapses", False)


def test_what_is_only_told_and_what_can_be_mended():
    graded = {grade: [rule.id for rule in RULES if isinstance(rule, Gate) and rule.grade is grade] for grade in Grade}
    assert graded[Grade.TOLD] == ["XK-015-1", "XK-050-1"]
    assert graded[Grade.MENDABLE] == ["XK-032-1-1", "XK-032-1-2-at-once", "XK-034-2"]
