"""The catalogue's 129 rows of the five policies and of Hebei's township regulation: each encoded once, in its place, and shown three ways."""

from collections import Counter
from importlib import import_module

import polars as pl
import pytest

from fadu.law.corpus import Corpus, normal
from fadu.law.facts import VOCABULARY
from fadu.law.policies import RULES
from fadu.law.policies.terms import in_place
from fadu.law.registry import procedures, rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Question
from fadu.law.statutes import HEBEI_DISTRICT, HEBEI_TOWNSHIPS, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO, Statute, cite
from tests.law.catalogue import citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers

ROOMS = ("townships", "deciding", "after", "officers", "teams", "means", "openness", "watching", "governments")
TABLES = [row for name in ROOMS for row in import_module(f"tests.law.test_policies_{name}").TABLES]
SOURCES: dict[str, tuple[Statute, int]] = {
    "天津河北区实施方案(seed000)": (HEBEI_DISTRICT, 13),
    "兴隆县指导意见(seed001)": (XINGLONG, 35),
    "黑政办发〔2019〕26号(seed002)": (HEILONGJIANG, 26),
    "聊城市实施方案(seed003)": (LIAOCHENG, 19),
    "新政办函〔2024〕38号(seed004)": (XINSHAO, 17),
    "河北省乡镇和街道综合行政执法条例": (HEBEI_TOWNSHIPS, 19),
}
BEYOND_THE_CATALOGUE = {"P1-9-list", "P2-8-city"}
"""Further demands of a row's heading, each a rule of its own."""
NEVER_OPEN = {"P2-1-4"}
"""Rules over what is on record or not: open only until the step is taken."""


def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    assert Counter(row["source"] for row in rows()) == {source: count for source, (_, count) in SOURCES.items()}
    ours = {row["id"] for row in rows()} | BEYOND_THE_CATALOGUE
    encoded = Counter(rule_id for rule in rules() for rule_id in rule.ids if rule_id in ours)
    assert encoded == Counter(ours)
    assert {rule_id for rule in RULES for rule_id in rule.ids} == ours


@needs_shared
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    statute, _ = SOURCES[row["source"]]
    assert citation(row["id"]) == cite(statute, row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])
    assert row["status"] == "live"


@needs_shared
@pytest.mark.parametrize("rule_id", sorted(BEYOND_THE_CATALOGUE))
def test_a_further_demand_stands_in_the_text(corpus: Corpus, rule_id: str):
    assert corpus.find(citation(rule_id))


def test_all_but_four_judge_by_themselves():
    assert [rule.id for rule in RULES if isinstance(rule, Question)] == ["P1-11", "P0-1", "P3-0-b"]
    assert [rule.id for rule in RULES if isinstance(rule, Convention)] == ["P1-24"]
    assert all(isinstance(rule, Gate | Clock | Duty | Question | Convention) for rule in RULES)


def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    lacking = {rule.id: {PASSES, FAILS, OPEN} - shown.get(rule.id, set()) for rule in RULES if not isinstance(rule, Question | Convention)}
    assert {rule_id: verdicts for rule_id, verdicts in lacking.items() if verdicts - ({OPEN} if rule_id in NEVER_OPEN else set())} == {}
    assert set(shown) <= {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_demands_and_what_to_do(rule: Gate | Clock | Duty):
    names = {step.name for procedure in procedures().values() for step in procedure.steps}
    assert rule.says
    if isinstance(rule, Question):
        assert rule.asks.endswith("？")
    elif not isinstance(rule, Convention):
        assert rule.fix
    if isinstance(rule, Gate):
        assert set(rule.before) <= names
    if isinstance(rule, Clock):
        assert rule.next_step in names
        assert rule.name


@needs_shared
def test_no_rule_copies_its_article(corpus: Corpus):
    for rule in RULES:
        text = normal(corpus.find(rule.basis))
        words = normal(rule.says)
        assert not any(words[start : start + 30] in text for start in range(max(len(words) - 29, 0))), rule.id


@pytest.mark.parametrize("place", ["130822", "230103", "371502", "430522", "120105"])
def test_rules_of_one_place_leave_the_others_alone(place: str):
    here = {policy.place for policy, _ in SOURCES.values() if hasattr(policy, "place")}
    frame = pl.DataFrame({"place_code": [place]}, schema={"place_code": VOCABULARY["place_code"].dtype})
    found = [code for code in here if frame.select(in_place(VOCABULARY["place_code"], code)).item()]
    assert len(found) == 1
    assert place.startswith(found[0].rstrip("0")[:4])
