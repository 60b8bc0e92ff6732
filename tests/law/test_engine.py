"""Judging: a step at the door, a case on the screen, a year of cases; what a finding tells."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law.calendar import china, civil, number
from fadu.law.engine import Bench, Finding, failures, frame_of, judge
from fadu.law.facts import VOCABULARY, Type
from fadu.law.periods import days, hours, working_days
from fadu.law.registry import rules_of
from fadu.law.rules import Clock, Convention, Duty, Gate, Grade, Moment, Question, Rule, Verdict, Wait
from fadu.law.statutes import AIR, PENALTY
from fadu.law.vocabulary import case, organ, step
from tests.law.tables import known

CHINA = china()
ART = PENALTY[42, 1]
ON = date(2026, 11, 20)

OFFICERS = Gate("T-1", ART, "两人", before=("inspect", "question"), demands=step.certified_officers >= 2)
REVIEWED = Gate(
    "T-2",
    ART,
    "审核",
    when=case.minor.column,
    before=("decide",),
    demands=case.legal_review_passed.column & (case.legal_reviewed_on <= case.decided_on),
    once=case.decided_on,
)
WAITED = Wait("T-3", ART, "等待", before=("decide",), once=case.decided_on, starts=case.notified_on, full=working_days(5), on=case.decided_on)
TOLD = Gate("T-4", ART, "提示", before=("decide",), demands=case.educated.column, grade=Grade.TOLD, once=case.decided_on)
TIME = Clock("T-5", ART, "期限", starts=case.filed_on, ends=case.decided_on, within=days(10), next_step="decide", suspended=case.clock_stopped)
STRICT = Clock("T-6", ART, "严格期限", starts=case.preserved_on, ends=case.preserve_disposed_on, within=days(10), next_step="dispose", strict=True)
HOURS = Clock("T-7", ART, "小时", starts=case.preserved_at, ends=case.preserve_approved_at, within=hours(24))
OWED = Duty("T-8", ART, "职责", demands=organ.fines_unbanked == 0)
ASKED = Question("T-9", ART, "问题", asks="是否？")
COUNTED = Convention("T-10", ART, "约定")
ALL: tuple[Rule, ...] = (OFFICERS, REVIEWED, WAITED, TOLD, TIME, STRICT, HOURS, OWED, ASKED, COUNTED)


def check(name: str, on: date = ON, only: tuple[Rule, ...] = ALL, **facts: Any) -> list[Finding]:
    return Bench(only, CHINA).check(name, known(facts), on)


# --- the door


def test_a_step_without_gates_is_free():
    assert check("serve") == []


def test_a_lawful_step_finds_nothing():
    assert check("inspect", certified_officers=2) == []


def test_an_unlawful_step_is_found_with_what_was_seen():
    (finding,) = check("inspect", certified_officers=1)
    assert (finding.rule, finding.verdict, finding.missing) == (OFFICERS, Verdict.FAILS, ())
    assert finding.found == {"在场持有效执法证件人员数": 1}
    assert finding.blocks


def test_what_is_not_known_refuses_and_is_named():
    (finding,) = check("question")
    assert finding.missing == ("在场持有效执法证件人员数",)
    assert finding.found == {}


def test_only_what_the_demand_reads_is_told():
    (finding,) = check("decide", only=(REVIEWED,), minor=True, legal_review_passed=True, decided_on="2026-11-12")
    assert finding.missing == ("法制审核完成日期",)
    assert finding.found == {"法制审核通过": True, "决定日期": number(date(2026, 11, 12))}


@pytest.mark.parametrize("minor", [None, False])
def test_a_gate_that_does_not_surely_apply_does_not_stand_in_the_way(minor: bool | None):
    assert check("decide", only=(REVIEWED,), minor=minor) == []


def test_a_wait_tells_the_first_lawful_day():
    # Fri 6 Nov: 9 to 13 are five working days; Saturday the 14th is the first lawful day
    (finding,) = check("decide", only=(WAITED,), notified_on="2026-11-06", decided_on="2026-11-13")
    assert finding.earliest == date(2026, 11, 14)
    assert not finding.provisional


def test_a_wait_into_a_year_without_notice_says_so():
    (finding,) = check("decide", only=(WAITED,), notified_on="2031-11-06", decided_on="2031-11-07")
    assert finding.provisional


def test_a_wait_that_has_not_begun_has_no_first_day():
    (finding,) = check("decide", only=(WAITED,), decided_on="2026-11-13")
    assert finding.earliest is None
    assert finding.missing == ("告知书送达日期",)


def test_what_is_only_told_does_not_block():
    (finding,) = check("decide", only=(TOLD,), educated=False)
    assert not finding.blocks


def test_a_strict_clock_stands_before_its_step():
    late = {"preserved_on": "2026-11-06", "preserve_disposed_on": "2026-11-17"}
    (finding,) = check("dispose", **late)
    assert finding.rule.id == "T-6"
    assert finding.blocks
    assert check("dispose", **late, lateness_admitted_on="2026-11-17") == []
    assert check("dispose", preserved_on="2026-11-06", preserve_disposed_on="2026-11-16") == []


def test_the_law_of_the_day_is_asked():
    air = Gate("T-11", AIR[1], "大气法", before=("inspect",), demands=step.certified_officers >= 3)
    assert len(check("inspect", date(2026, 8, 14), (air,), certified_officers=2)) == 1
    assert check("inspect", date(2026, 8, 15), (air,), certified_officers=2) == []


def test_a_word_that_is_not_in_the_vocabulary_is_an_error():
    with pytest.raises(KeyError):
        frame_of([{}], ["no_such_fact"])


# --- clocks on the screen


def readings(only: tuple[Rule, ...] = ALL, touching: frozenset[str] | None = None, **facts: Any) -> dict[str, Any]:
    return {reading.rule.id: reading for reading in Bench(only, CHINA).clocks(known(facts), touching=touching)}


def test_a_clock_shows_when_it_began_and_when_it_ends():
    reading = readings(filed_on="2026-11-06")["T-5"]
    assert (civil(reading.starts), civil(reading.due), reading.done, reading.suspended) == (date(2026, 11, 6), date(2026, 11, 16), None, False)


def test_a_clock_that_has_not_begun_is_not_shown():
    assert readings() == {}


def test_a_clock_that_was_stopped_shows_when():
    assert civil(readings(filed_on="2026-11-06", decided_on="2026-11-10")["T-5"].done) == date(2026, 11, 10)


def test_a_clock_that_stands_still_says_so():
    assert readings(filed_on="2026-11-06", clock_stopped=True)["T-5"].suspended


def test_a_clock_of_hours_is_in_minutes():
    reading = readings(preserved_at="2026-11-06T16:00")["T-7"]
    assert reading.due - reading.starts == 24 * 60
    assert not reading.provisional


def test_a_clock_into_a_year_without_notice_is_provisional():
    assert readings(filed_on="2031-11-06")["T-5"].provisional
    assert not readings(filed_on="2026-11-06")["T-5"].provisional


def test_only_the_clocks_that_a_change_touches_are_read():
    facts = {"filed_on": "2026-11-06", "preserved_on": "2026-11-06"}
    assert set(readings(**facts)) == {"T-5", "T-6"}
    assert set(readings(touching=frozenset({"clock_stopped"}), **facts)) == {"T-5"}
    assert readings(touching=frozenset({"gain"}), **facts) == {}


def test_a_clock_whose_case_does_not_apply_is_not_shown():
    general = Clock("T-12", ART, "", when=case.procedure == "general", starts=case.filed_on, ends=case.decided_on, within=days(10))
    assert readings((general,), filed_on="2026-11-06") == {}
    assert readings((general,), filed_on="2026-11-06", procedure="simple") == {}
    assert set(readings((general,), filed_on="2026-11-06", procedure="general")) == {"T-12"}


# --- the sweep


def test_a_year_is_judged_in_one_frame():
    rows = [
        {
            "minor": True,
            "decided_on": "2026-11-12",
            "legal_review_passed": True,
            "legal_reviewed_on": "2026-11-10",
            "filed_on": "2026-11-06",
            "notified_on": "2026-10-30",
        },
        {
            "minor": True,
            "decided_on": "2026-11-12",
            "legal_review_passed": False,
            "legal_reviewed_on": "2026-11-10",
            "filed_on": "2026-10-06",
            "notified_on": "2026-11-10",
        },
        {"minor": False, "decided_on": "2026-11-12"},
        {"minor": True, "filed_on": "2026-11-06"},
        {},
    ]
    names = ("minor", "decided_on", "legal_review_passed", "legal_reviewed_on", "filed_on", "clock_stopped", "notified_on")
    found = judge((OFFICERS, REVIEWED, WAITED, TIME, ASKED, COUNTED), frame_of([known(row) for row in rows], names), Moment(CHINA, number(ON)))
    assert found.columns == ["T-1", "T-2", "T-3", "T-5"]  # what only people judge, and how the law counts, is left out
    n, o, p, f = Verdict.DOES_NOT_APPLY, Verdict.NOT_YET_JUDGED, Verdict.PASSES, Verdict.FAILS
    assert found["T-1"].to_list() == [o] * 5  # a step's officers are not known of a past case
    assert found["T-2"].to_list() == [p, f, n, o, o]
    assert found["T-3"].to_list() == [p, f, o, o, o]
    assert found["T-5"].to_list() == [p, f, o, f, o]
    assert set(failures(found).rows()) == {(1, "T-2"), (1, "T-3"), (1, "T-5"), (3, "T-5")}
    assert found.schema["T-2"] == pl.UInt8


def test_every_verdict_of_one_case():
    found = Bench(ALL, CHINA).verdicts(known({"filed_on": "2026-11-06"}), number(ON))
    assert found["T-5"] is Verdict.FAILS
    assert found["T-8"] is Verdict.NOT_YET_JUDGED
    assert set(found) == {rule.id for rule in ALL} - {"T-9", "T-10"}


# --- the whole law at once

BENCH = Bench(rules_of("case"), CHINA)
VALUES = {
    Type.DAY: st.integers(number(date(2020, 1, 1)), number(date(2030, 12, 31))),
    Type.MOMENT: st.integers(26_000_000, 32_000_000),
    Type.COUNT: st.integers(0, 100),
    Type.MONEY: st.integers(0, 10**13),
    Type.FLAG: st.booleans(),
    Type.SET: st.integers(0, 2**14 - 1),
}
FEW = settings(deadline=None, max_examples=25)  # every example judges the whole law
NAMES = [fact.name for fact in VOCABULARY.values() if fact.grain == "case"]


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(NAMES), max_size=40, unique=True))
    return {
        name: draw(
            st.sampled_from([value for value, _ in VOCABULARY[name].choices] or ["x"]) if VOCABULARY[name].type is Type.TEXT else VALUES[VOCABULARY[name].type]
        )
        for name in chosen
    }


@FEW
@given(st.lists(worlds(), min_size=1, max_size=4))
def test_whatever_the_facts_one_case_and_many_are_judged_alike(cases: list[dict[str, Any]]):
    own = [rule for rule in rules_of("case") if not isinstance(rule, Duty)]
    names = [*NAMES, *(fact.name for fact in VOCABULARY.values() if fact.grain == "step")]
    together = judge(own, frame_of(cases, names), Moment(CHINA, number(ON)))
    for index, facts in enumerate(cases):
        alone = BENCH.verdicts(facts, number(ON))
        assert {name: alone[name] for name in together.columns} == {name: Verdict(value) for name, value in together.row(index, named=True).items()}


@pytest.mark.parametrize("outcome", [None, *(value for value, _ in case.outcome.choices)])
@pytest.mark.parametrize("procedure", [None, "general", "simple"])
def test_nothing_fails_of_which_only_the_end_is_known(outcome: str | None, procedure: str | None):
    """What is not known is neither met nor broken."""
    assert Verdict.FAILS not in BENCH.verdicts({"outcome": outcome, "procedure": procedure}, number(ON)).values()


@FEW
@given(worlds(), st.sampled_from(sorted({name for rule in rules_of("case") if isinstance(rule, Gate) for name in rule.before})))
def test_what_the_door_lets_pass_the_sweep_does_not_fail(facts: dict[str, Any], name: str):
    refused = {finding.rule.id for finding in BENCH.check(name, facts, ON)}
    at = Moment(CHINA, number(ON))
    for rule in rules_of("case"):
        if isinstance(rule, Gate) and name in rule.before and rule.id not in refused and rule.in_force(ON):
            row = frame_of([facts], rule.reads(at)).select(rule.verdict(at)).item()
            assert row != Verdict.FAILS, rule.id
