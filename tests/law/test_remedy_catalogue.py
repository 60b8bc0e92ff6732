"""The catalogue's 175 rows of the remedies: each encoded once, in its place, and shown three ways."""

from collections import Counter
from importlib import import_module

import pytest

from fadu.law.corpus import Corpus
from fadu.law.registry import grain_of, procedures, rules
from fadu.law.remedy import RULES
from fadu.law.rules import Clock, Convention, Gate, Grade, Question
from fadu.law.statutes import COMPENSATION, JUDICIAL_LITIGATION, LITIGATION, PETITIONS, RECONSIDERATION, RECONSIDERATION_RULES, Statute, cite
from tests.law.catalogue import citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers

SOURCES: dict[str, tuple[Statute, int]] = {
    "行政复议法": (RECONSIDERATION, 74),
    "行政复议法实施条例(2026)": (RECONSIDERATION_RULES, 34),
    "行政诉讼法": (LITIGATION, 18),
    "最高法行诉解释(法释〔2018〕1号)": (JUDICIAL_LITIGATION, 21),
    "国家赔偿法": (COMPENSATION, 14),
    "信访工作条例": (PETITIONS, 14),
}
TABLES = [row for name in ("applying", "accepting", "deciding", "suit", "claims") for row in import_module(f"tests.law.test_remedy_{name}").TABLES]
COUNTED_ELSEWHERE = {"FY-088-2", "SJ-048-3"}
CONVENTIONS = {"FY-088-1", "FT-077", "FT-045", "FT-046", "FT-040-2"}
QUESTIONS = {"SS-070-3"}
BEYOND_THE_CATALOGUE = {
    "FY-024-4-seat", "FY-030-1-seven", "FY-030-2-reason", "FY-031-1-once", "FY-031-2-lapsed", "FY-056-passed", "FY-057-passed", "FY-058-1-answer",
    "FY-062-1b-told", "SJ-034-filed", "SJ-156-ripe", "SJ-160-1-heard", "GP-012-4b-once", "GP-013-1-heard", "GP-013-3-reason", "GP-037-3-paid",
    "XFW-023-3b-reason", "XFW-034-longer", "XFW-034-told",
}  # fmt: skip
"""Further demands of a row's article, each a rule of its own."""


def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    assert Counter(row["source"] for row in rows()) == {source: count for source, (_, count) in SOURCES.items()}
    ids = {row["id"] for row in rows()}
    encoded = Counter(rule_id for rule in rules() for rule_id in rule.ids if rule_id in ids)
    assert encoded == Counter(ids)
    ours = {rule_id for rule in RULES for rule_id in rule.ids}
    assert ours == (ids - COUNTED_ELSEWHERE) | BEYOND_THE_CATALOGUE


@needs_shared
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    assert citation(row["id"]) == cite(SOURCES[row["source"]][0], row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])


@needs_shared
@pytest.mark.parametrize("rule_id", sorted(BEYOND_THE_CATALOGUE))
def test_a_further_demand_stands_in_the_text(corpus: Corpus, rule_id: str):
    assert corpus.find(citation(rule_id))


def test_nearly_all_rows_are_executable():
    assert {rule.id for rule in RULES if isinstance(rule, Convention)} == CONVENTIONS
    assert {rule.id for rule in RULES if isinstance(rule, Question)} == QUESTIONS
    judging = sum(not isinstance(rule, Question | Convention) for rule in RULES) - len(BEYOND_THE_CATALOGUE)
    assert judging == 175 - len(COUNTED_ELSEWHERE | CONVENTIONS | QUESTIONS)


def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    executable = {rule.id for rule in RULES if not isinstance(rule, Question | Convention)}
    lacking = {rule_id: {PASSES, FAILS, OPEN} - shown.get(rule_id, set()) for rule_id in executable}
    assert {rule_id: verdicts for rule_id, verdicts in lacking.items() if verdicts} == {}
    assert shown.keys() == executable


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Gate | Clock)], ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Gate | Clock):
    names = {step.name for procedure in procedures().values() if procedure.grain == grain_of(rule) for step in procedure.steps}
    assert names >= set(rule.before if isinstance(rule, Gate) else (rule.next_step,))
    assert rule.fix or (isinstance(rule, Clock) and rule.lapses)
    assert rule.says


def test_what_is_asked_of_a_person_is_a_question():
    assert all(rule.asks.endswith("？") and rule.grade is Grade.TOLD for rule in RULES if isinstance(rule, Question))


@needs_shared
def test_no_rule_copies_a_sentence_of_the_statutes(corpus: Corpus):
    texts = [corpus.of(statute) for statute, _ in SOURCES.values()]
    whole = "".join("".join(str(article) for article in text.articles.values()) for text in texts)
    assert [rule.id for rule in RULES if len(rule.says) > 30 and rule.says in whole] == []
