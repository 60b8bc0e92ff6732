"""The catalogue's 80 rows of 市场监督管理行政处罚程序规定: each encoded once, in its place, and shown three ways."""

from collections import Counter
from importlib import import_module

import pytest

from fadu.law.calendar import china
from fadu.law.corpus import Corpus
from fadu.law.registry import procedures, rule_of, rules
from fadu.law.rules import Bound, Clock, Convention, Gate, Question, Wait
from fadu.law.samr import RULES
from fadu.law.statutes import SAMR_PROCEDURE, cite
from tests.law.catalogue import citation, needs_shared, rows_of, texts
from tests.law.judging import FAILS, OPEN, PASSES, covers, verdict

TABLES = [row for name in ("filing", "evidence", "review", "decision", "service") for row in import_module(f"tests.law.test_samr_{name}").TABLES]
BEYOND_THE_CATALOGUE = {"SC-042-3-approved", "SC-060-1-apart", "SC-072-1-gain", "SC-076-1-ripe", "SC-076-1-late", "SC-082-5-notice"}
"""Further demands of a row's article, each a rule of its own."""


def rows() -> list[dict[str, str]]:
    return rows_of({"市场监督管理行政处罚程序规定(2022)"})


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return texts()


@needs_shared
def test_every_row_is_encoded_exactly_once():
    encoded = Counter(rule_id for rule in rules() for rule_id in rule.ids if rule_id.startswith("SC-"))
    assert len(rows()) == 80
    assert encoded - Counter(BEYOND_THE_CATALOGUE) == Counter(row["id"] for row in rows())


@needs_shared
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_quotation_stands_where_the_rule_points(corpus: Corpus, row: dict[str, str]):
    assert citation(row["id"]) == cite(SAMR_PROCEDURE, row["article"])
    assert corpus.quotes(citation(row["id"]), row["quote_zh"])


@needs_shared
@pytest.mark.parametrize("rule_id", sorted(BEYOND_THE_CATALOGUE))
def test_a_further_demand_stands_in_the_text(corpus: Corpus, rule_id: str):
    assert corpus.find(citation(rule_id))


def test_most_rows_are_executable():
    ours = [rule for rule in rules() if any(rule_id.startswith("SC-") for rule_id in rule.ids)]
    assert sum(not isinstance(rule, Question | Convention) for rule in ours) >= 76
    assert [rule.id for rule in ours if isinstance(rule, Convention)] == ["SC-064-2", "SC-080", "SC-084"]
    assert [rule.id for rule in ours if isinstance(rule, Question)] == ["SC-078-1"]


def test_every_executable_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    executable = {row["id"] for row in rows()} | BEYOND_THE_CATALOGUE
    executable -= {rule_id for rule_id in executable if isinstance(rule_of(rule_id), Question | Convention)}
    # 中止: without a ground or a day it fails; whether it is suspended is never unknown once the step is taken
    lacking = {rule_id: {PASSES, FAILS, OPEN} - shown.get(rule_id, set()) for rule_id in executable}
    assert {rule_id: verdicts for rule_id, verdicts in lacking.items() if verdicts} == {"SC-046-1": {OPEN}}


@pytest.mark.parametrize("rule", [rule for rule in RULES if not isinstance(rule, Question | Convention)], ids=lambda rule: rule.id)
def test_another_field_is_left_alone(rule: Gate | Clock):
    assert verdict(rule, field="eco").name == "DOES_NOT_APPLY"


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Gate | Clock)], ids=lambda rule: rule.id)
def test_a_rule_guards_steps_that_exist_and_says_what_to_do(rule: Gate | Clock):
    names = {step.name for procedure in procedures().values() for step in procedure.steps}
    assert names >= set(rule.before if isinstance(rule, Gate) else (rule.next_step,))
    assert rule.fix
    assert rule.says


def test_conventions_name_what_carries_them_out():
    for rule in RULES:
        if isinstance(rule, Convention):
            found = _named(rule.carried_out_by)
            assert callable(found)


def _named(path: str) -> object:
    parts = path.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            found: object = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise LookupError(path)


def test_both_ends_are_included():
    bounds = [rule for rule in RULES if isinstance(rule, Bound)]
    assert [rule.id for rule in bounds] == ["SC-018-1b", "SC-064-1b"]
    waits = [rule.id for rule in RULES if isinstance(rule, Wait)]
    assert waits == ["SC-042-3", "SC-076-1", "SC-076-1-ripe", "SC-082-5", "SC-082-5-notice"]
    assert china().noticed >= {2025, 2026}
