"""The catalogue's 145 rows on supervision, publication, personal data, signatures, archives and holidays: each encoded once and shown."""

from collections import Counter
from importlib import import_module

import pytest

from fadu.law.corpus import Corpus
from fadu.law.records import RULES as RECORDS
from fadu.law.registry import procedures, rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Question, Rule
from fadu.law.statutes import cite
from fadu.law.statutes import laws as acts
from fadu.law.statutes import regulations as orders
from fadu.law.supervision import RULES as SUPERVISION
from tests.law.catalogue import citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers

ROOMS = (
    "supervision_subject", "supervision_looking", "supervision_handling", "supervision_matters", "supervision_year",
    "records_publishing", "records_personal", "records_signing", "records_archiving",
)  # fmt: skip
TABLES = [row for name in ROOMS for row in import_module(f"tests.law.test_{name}").TABLES]
SOURCES = {
    "行政执法监督条例(2025)": (orders.SUPERVISION, 49),
    "山东省行政执法监督条例": (orders.SHANDONG_SUPERVISION, 19),
    "河北省行政执法监督条例": (orders.HEBEI_SUPERVISION, 14),
    "市场监督管理行政处罚信息公示规定(2025)": (orders.SAMR_DISCLOSURE, 13),
    "个人信息保护法": (acts.PERSONAL_DATA, 20),
    "电子签名法": (acts.E_SIGNATURE, 11),
    "档案法": (acts.ARCHIVES, 5),
    "档案法实施条例": (orders.ARCHIVES_RULES, 6),
    "公务员法": (acts.CIVIL_SERVANTS, 4),
    "全国年节及纪念日放假办法(2024)": (orders.HOLIDAYS, 4),
}
BEYOND_THE_CATALOGUE = {
    "JD-006-1-report", "JD-013-equals", "JD-019-plan", "HJ-021-2-answer", "SD-029-1-term", "SD-031-1-3-else", "SD-034-1-2-else", "SG-010-assist",
    "SG-011-reason", "SG-013-1-end", "DT-020-2-county",
}  # fmt: skip
"""Further demands of a row's article, each a rule of its own."""
OURS: tuple[Rule, ...] = (*SUPERVISION, *RECORDS)
EXECUTABLE = [rule for rule in OURS if not isinstance(rule, Question | Convention)]


def rows() -> list[dict[str, str]]:
    return rows_of(SOURCES)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    assert Counter(row["source"] for row in rows()) == {source: count for source, (_, count) in SOURCES.items()}
    wanted = Counter(row["id"] for row in rows())
    assert Counter(rule_id for rule in rules() for rule_id in rule.ids if rule_id in wanted) == wanted
    assert {rule_id for rule in OURS for rule_id in rule.ids} - set(wanted) == BEYOND_THE_CATALOGUE


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
    assert len(EXECUTABLE) == len(OURS) - 6
    assert {rule.id for rule in OURS if isinstance(rule, Convention)} == {"JD-044", "FJR-002", "FJR-006", "FJR-007"}
    assert {rule.id for rule in OURS if isinstance(rule, Question)} == {"JD-008", "JD-023"}


def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    lacking = {rule.id: {PASSES, FAILS, OPEN} - shown.get(rule.id, set()) for rule in EXECUTABLE}
    assert {rule_id: verdicts for rule_id, verdicts in lacking.items() if verdicts} == {}
    assert shown.keys() == {rule.id for rule in EXECUTABLE}


@pytest.mark.parametrize("rule", EXECUTABLE, ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Gate | Clock | Duty):
    names = {step.name for procedure in procedures().values() for step in procedure.steps}
    if not isinstance(rule, Duty):
        assert names >= set(rule.before if isinstance(rule, Gate) else (rule.next_step,))
    assert rule.fix
    assert rule.says


def test_questions_ask():
    for rule in OURS:
        if isinstance(rule, Question):
            assert rule.asks.endswith("？")
            assert rule.grain == "supervision"
