"""The catalogue against the rules: every row once, every quotation in its place, every judging rule shown by its table."""

import os
from importlib import import_module
from pathlib import Path

import polars as pl
import pytest

from fadu.law.corpus import Corpus, load
from fadu.law.coverage import EXECUTABLE, Coverage, coverage, faults, kind_of, read
from fadu.law.registry import rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Grade, Question, Rule
from fadu.law.statutes import PENALTY, Citation, cite
from tests.law import test_penalty_application, test_penalty_conduct, test_penalty_general, test_penalty_performance, test_penalty_powers
from tests.law.tables import APART, FAILS, OPEN, PASSES, Case

SHARED = Path(os.environ.get("FADU_SHARED") or Path(__file__).parents[3] / "shared")
needs_shared = pytest.mark.skipif(not (SHARED / "rules.csv").is_file(), reason=f"no catalogue of provisions in {SHARED}: set FADU_SHARED")
OURS = ("fadu.law.penalty",)
COUNTING = {"QZ-069", "XK-082", "FY-088-2", "SH-090-1", "SH-090-2", "GA-035", "SJ-048-3", "CF-085"}
PEOPLE_JUDGE = {"CF-038-2", "CF-054-1"}
LAW_COUNTS = {"CF-036-2", "CF-085", "CF-086"}


def penalty_rules() -> tuple[Rule, ...]:
    return tuple(rule for name in OURS for rule in import_module(name).RULES)


def tables() -> list[Case]:
    modules = (test_penalty_powers, test_penalty_application, test_penalty_conduct, test_penalty_general, test_penalty_performance)
    lists = (value for module in modules for value in vars(module).values() if isinstance(value, list))
    return [case for cases in lists for case in cases if isinstance(case, Case)]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return read(SHARED / "rules.csv")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(SHARED / "laws")


# --- every row, once


@needs_shared
def test_all_127_rows_of_the_penalty_law_are_encoded(rows: list[dict[str, str]]):
    ids = [row["id"] for row in rows if row["source"] == "行政处罚法"]
    encoded = [name for rule in rules() for name in rule.ids]
    assert len(ids) == 127
    assert {name: encoded.count(name) for name in ids} == dict.fromkeys(ids, 1)


@needs_shared
def test_of_the_127_all_but_five_judge_by_themselves(rows: list[dict[str, str]]):
    found = next(part for part in coverage(rows, rules()) if part.source == "行政处罚法")
    assert found.executable == 127 - len(PEOPLE_JUDGE | LAW_COUNTS)
    kinds = {name: kind_of(rule) for rule in rules() for name in rule.ids}
    assert {name for name, kind in kinds.items() if kind == "人工核查项" and name.startswith("CF-")} == PEOPLE_JUDGE
    assert {name for name, kind in kinds.items() if kind == "计算约定" and name.startswith("CF-")} == LAW_COUNTS


@needs_shared
@pytest.mark.parametrize(("source", "count"), [("民法典", 7), ("民事诉讼法", 14)])
def test_the_civil_rows_are_encoded(rows: list[dict[str, str]], source: str, count: int):
    found = next(part for part in coverage(rows, rules()) if part.source == source)
    assert (found.rows, found.encoded, found.missing) == (count, count, ())


def test_the_rows_on_counting_periods_are_conventions():
    kinds = {name: kind_of(rule) for rule in rules() for name in rule.ids}
    assert {name: kinds[name] for name in COUNTING} == dict.fromkeys(COUNTING, "计算约定")


@needs_shared
def test_rules_and_catalogue_agree(rows: list[dict[str, str]]):
    assert list(faults(rows, rules())) == []


# --- what the coverage function says


ROWS = [
    {"id": "X-1", "source": "甲", "status": "live"},
    {"id": "X-2", "source": "甲", "status": "superseded"},
    {"id": "Y-1", "source": "乙", "status": "provisional"},
]


def test_coverage_counts_by_source_and_kind():
    gate, clock = Question("X-1", PENALTY[1], ""), Convention("Y-1", PENALTY[1], "")
    assert coverage(ROWS, [gate, clock]) == [Coverage("甲", 2, {"人工核查项": 1}, ("X-2",)), Coverage("乙", 1, {"计算约定": 1}, ())]
    assert coverage(ROWS, [gate])[0].executable == 0
    assert coverage(ROWS, [Duty("X-1", PENALTY[1], "", demands=pl.lit(value=True))])[0].executable == 1
    assert "人工核查项" not in EXECUTABLE


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Question("X-1", PENALTY[1], ""), []),
        (Question("X-1-half", PENALTY[1], ""), []),
        (Question("Z-1", PENALTY[1], ""), ["Z-1：规则表没有这一条，也不是某一条的附属规则"]),
        (Question("X-1", PENALTY[1], "", also={"Z-9": PENALTY[2]}), ["Z-9：规则表没有这一条，也不是某一条的附属规则"]),
        (Question("X-2", PENALTY[1], ""), ["X-2：已被上位法取代，不得作为规则运行"]),
        (Question("Y-1", PENALTY[1], ""), []),
        (Question("Y-1", PENALTY[1], "", grade=Grade.BLOCKS), ["Y-1：文本可能不是现行版本，只能提示"]),
    ],
)
def test_faults_name_what_does_not_agree(rule: Rule, expected: list[str]):
    assert list(faults(ROWS, [rule])) == expected


# --- citations


@needs_shared
def test_every_basis_of_every_rule_stands_in_the_corpus(corpus: Corpus):
    for rule in rules():
        for basis in rule.bases:
            assert corpus.find(basis), (rule.id, str(basis))


@needs_shared
def test_every_row_is_encoded_with_the_article_it_names_and_its_words_stand_there(rows: list[dict[str, str]], corpus: Corpus):
    bases: dict[str, Citation] = {name: basis for rule in rules() for name, basis in zip(rule.ids, rule.bases, strict=True)}
    for row in rows:
        basis = bases.get(row["id"])
        if basis is None:
            continue
        assert corpus.quotes(basis, row["quote_zh"]), (row["id"], str(basis), row["quote_zh"])
        assert cite(basis.statute, row["article"]) == basis, (row["id"], str(basis), row["article"])


# --- every rule is shown


def test_every_judging_rule_has_a_case_that_passes_one_that_fails_and_one_not_yet_judged():
    shown: dict[str, set[object]] = {}
    for case in tables():
        shown.setdefault(case.rule, set()).add(case.verdict)
    for rule in penalty_rules():
        if isinstance(rule, Question | Convention):
            continue
        verdicts = shown.get(rule.id, set())
        assert {PASSES, FAILS} <= verdicts, rule.id
        # a gate that looks only at whether something is on record is open until its step is taken: `tables.check` sweeps it so
        assert OPEN in verdicts or (isinstance(rule, Gate) and APART in verdicts) or rule.id in ALWAYS_KNOWN, rule.id


ALWAYS_KNOWN = {
    "CF-063-2", "CF-064-5",  # what is not filled in is nought
    "CF-064-8",  # a transcript without a mark is not signed
}  # fmt: skip


def test_no_table_speaks_of_a_rule_that_is_not_there():
    assert {case.rule for case in tables()} <= {name for rule in rules() for name in rule.ids}


# --- what is said of every rule


def test_every_rule_says_what_it_demands_and_gates_say_what_to_do():
    for rule in penalty_rules():
        assert rule.says, rule.id
        if isinstance(rule, Gate | Duty):
            assert rule.fix, rule.id
        if isinstance(rule, Clock):
            assert rule.who in {"officer", "reviewer", "head", "party"}, rule.id
        if isinstance(rule, Question):
            assert rule.asks.endswith("？"), rule.id
            assert rule.point in {"jurisdiction", "party", "facts", "nature", "basis", "procedure", "handling"}, rule.id


def test_every_convention_names_what_carries_it_out():
    for rule in rules():
        if isinstance(rule, Convention):
            module, _, names = rule.carried_out_by.rpartition(".")
            while True:
                try:
                    found: object = import_module(module)
                    break
                except ModuleNotFoundError:
                    module, _, head = module.rpartition(".")
                    names = f"{head}.{names}"
            for name in names.split("."):
                found = getattr(found, name)
            assert found is not None, rule.id


def test_gates_stand_before_steps_that_there_are():
    from fadu.law.registry import procedures

    steps = {step.name for procedure in procedures().values() for step in procedure.steps}
    for rule in rules():
        if isinstance(rule, Gate):
            assert set(rule.before) <= steps, rule.id
        if isinstance(rule, Clock) and rule.next_step:
            assert rule.next_step in steps, rule.id
