"""The law of its time: rules reach only their days of force; what the new law changed is judged on both sides of the boundary."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from fadu.law.calendar import china, number
from fadu.law.corpus import load
from fadu.law.engine import Bench, frame_of, judge
from fadu.law.in_time import OLD, times_of
from fadu.law.parameters import OutsideValidity
from fadu.law.periods import days, hours
from fadu.law.registry import procedure_of, rule_of, rules
from fadu.law.rules import Clock, Gate, Moment, Verdict
from fadu.law.statutes import (
    AIR,
    COERCION,
    ECOLOGY_CODE,
    FOOD_SAFETY,
    FOOD_SAFETY_2021,
    PENALTY,
    PUBLIC_SECURITY,
    SOLID_WASTE,
    WATER,
    named,
)
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, value, verdict

SHARED = Path(os.environ.get("FADU_SHARED") or Path(__file__).parents[3] / "shared")
needs_shared = pytest.mark.skipif(not (SHARED / "laws").is_dir(), reason=f"no statute corpus in {SHARED}: set FADU_SHARED")
NA, NJ, OK, BAD = Verdict.DOES_NOT_APPLY, Verdict.NOT_YET_JUDGED, Verdict.PASSES, Verdict.FAILS
AT = Moment(china(), number(date(2026, 11, 20)))
FACTS = {
    "minor": case.minor,
    "decided_on": case.decided_on,
    "filed_on": case.filed_on,
    "preserved_at": case.preserved_at,
    "preserve_approved_at": case.preserve_approved_at,
}
NEW = Gate("T-1", PENALTY[1], "新法", since=date(2026, 1, 1), before=("decide",), once=case.decided_on, demands=case.minor.column)
WAS = Gate("T-2", PENALTY[1], "旧法", until=date(2025, 12, 31), before=("decide",), once=case.decided_on, demands=case.minor.column)
CLOCK = Clock("T-3", PENALTY[1], "期限", since=date(2026, 1, 1), starts=case.filed_on, ends=case.decided_on, within=days(10))
HOURS = Clock("T-4", PENALTY[1], "小时", until=date(2025, 12, 31), starts=case.preserved_at, ends=case.preserve_approved_at, within=hours(24))
UNDATED = Gate("T-5", PENALTY[1], "没有日期", since=date(2026, 1, 1), before=("decide",), once=case.outcome, demands=case.minor.column)
LONG_SINCE = Gate("T-6", COERCION[1], "早已施行", before=("decide",), once=case.decided_on, demands=case.minor.column)


def swept(rule: Any, *rows: dict[str, Any], at: Moment = AT) -> list[Verdict]:
    written = [{name: value(FACTS[name], given) for name, given in row.items()} for row in rows]
    names = {*FACTS, *rule.reads(at), "outcome"}
    return [Verdict(found) for found in judge([rule], frame_of(written, sorted(names)), at)[rule.id].to_list()]


# --- the sweep


def test_a_step_is_judged_by_the_law_of_its_day():
    rows = [{"minor": False, "decided_on": day} for day in ("2025-12-31", "2026-01-01")]
    assert swept(NEW, *rows) == [NA, BAD]
    assert swept(WAS, *rows) == [BAD, NA]


def test_a_period_runs_by_the_law_under_which_it_began():
    rows = [{"filed_on": "2025-12-31", "decided_on": "2026-03-01"}, {"filed_on": "2026-01-01", "decided_on": "2026-03-01"}]
    assert swept(CLOCK, *rows) == [NA, BAD]


def test_moments_too_to_the_last_minute():
    rows = [{"preserved_at": begun, "preserve_approved_at": "2026-01-03T00:00"} for begun in ("2025-12-31T23:59", "2026-01-01T00:00")]
    assert swept(HOURS, *rows) == [BAD, NA]


@pytest.mark.parametrize(("rule", "before", "after"), [(NEW, NA, NJ), (WAS, NJ, NA)])
def test_what_is_not_done_yet_would_be_done_today(rule: Gate, before: Verdict, after: Verdict):
    for today, expected in ((date(2025, 12, 31), before), (date(2026, 1, 1), after)):
        assert swept(rule, {"minor": False}, at=Moment(china(), number(today))) == [expected]


def test_one_case_and_many_are_judged_alike():
    rows = [{"minor": False, "decided_on": day} for day in ("2025-12-31", "2026-01-01")]
    rows.append({"minor": True})
    for rule in (NEW, WAS, CLOCK):
        assert swept(rule, *rows) == [swept(rule, row)[0] for row in rows]


def test_a_rule_without_a_day_reaches_every_case():
    assert swept(UNDATED, {"minor": False}) == [NJ]
    assert UNDATED.dated_by is None


def test_what_was_law_long_since_costs_nothing():
    untouched = pl.col("x").alias("T-6")
    times = times_of([LONG_SINCE], pl.DataFrame({"decided_on": [0]}), AT)
    assert times.spans == {}
    assert times.confine(LONG_SINCE, untouched) is untouched
    assert LONG_SINCE.force[0] < OLD


def test_where_every_case_lies_within_its_days_nothing_is_added():
    untouched = pl.col("x").alias("T-1")
    frame = frame_of([{"decided_on": number(date(2026, 2, 1))}, {}], ["decided_on"])
    assert times_of([NEW], frame, AT).confine(NEW, untouched) is untouched


def test_no_case_no_verdict():
    assert judge([NEW], frame_of([], ["decided_on", "minor"]), AT).height == 0


# --- the screen and the door


def test_the_screen_shows_a_clock_only_under_its_law():
    bench = Bench((CLOCK,), china())
    assert bench.clocks({"filed_on": number(date(2025, 12, 31))}) == []
    assert [reading.rule.id for reading in bench.clocks({"filed_on": number(date(2026, 1, 1))})] == ["T-3"]


def test_lateness_is_refused_by_the_law_under_which_the_period_began():
    strict = Clock("T-7", PENALTY[1], "", since=date(2026, 1, 1), starts=case.filed_on, ends=case.decided_on, within=days(10), strict=True, next_step="decide")
    bench, on = Bench((strict,), china()), date(2026, 3, 1)
    late = {"decided_on": number(on)}
    assert bench.check("decide", {**late, "filed_on": number(date(2025, 12, 31))}, on) == []
    assert len(bench.check("decide", {**late, "filed_on": number(date(2026, 1, 1))}, on)) == 1


# --- procedures, tables


def test_a_procedure_asked_outside_its_days_is_an_error():
    assert procedure_of("penalty.general", on=date(2021, 7, 15)).version == "2021"
    with pytest.raises(OutsideValidity, match="2021-07-15 起施行，2021-07-14 不能适用"):
        procedure_of("penalty.general", on=date(2021, 7, 14))
    with pytest.raises(OutsideValidity):
        procedure_of("penalty.general", "2021", on=date(2021, 7, 14))
    with pytest.raises(OutsideValidity):
        procedure_of("licence.eia", on=date(2026, 8, 14))
    assert procedure_of("licence.eia", on=date(2026, 8, 15)).id == "licence.eia"
    for unknown in (("penalty.none", None), ("penalty.general", "1996")):
        with pytest.raises(KeyError):
            procedure_of(*unknown)


# --- what replaced what


def test_the_code_replaces_ten_laws_on_15_august_2026():
    for statute in (AIR, WATER, SOLID_WASTE):
        assert named(statute.title, date(2026, 8, 14)) is statute
        with pytest.raises(LookupError, match="没有施行中的文本"):
            named(statute.title, date(2026, 8, 15))
    assert named("生态环境法典", date(2026, 8, 15)) is ECOLOGY_CODE
    with pytest.raises(LookupError):
        named("生态环境法典", date(2026, 8, 14))


def test_food_safety_has_two_editions():
    assert named("食品安全法", date(2025, 11, 30)) is FOOD_SAFETY_2021
    assert named("食品安全法", date(2025, 12, 1)) is FOOD_SAFETY
    assert not rule_like(FOOD_SAFETY_2021).in_force(date(2025, 12, 1))
    assert rule_like(FOOD_SAFETY).in_force(date(2025, 12, 1))


def test_the_new_law_of_public_security_begins_with_2026():
    assert named("治安管理处罚法", date(2026, 1, 1)) is PUBLIC_SECURITY
    with pytest.raises(LookupError):  # the text of 2012 is not in the corpus
        named("治安管理处罚法", date(2025, 12, 31))


def rule_like(statute: Any) -> Gate:
    return Gate("T", statute[1], "", before=("decide",), demands=case.minor.column)


def test_a_case_of_food_is_judged_by_the_edition_of_its_day():
    old, new = (
        Gate(name, statute[124, 1, 5], "", before=("decide",), once=case.decided_on, demands=case.minor.column)
        for name, statute in (("T-8", FOOD_SAFETY_2021), ("T-9", FOOD_SAFETY))
    )
    rows = [{"minor": True, "decided_on": day} for day in ("2025-11-30", "2025-12-01")]
    assert (swept(old, *rows), swept(new, *rows)) == ([OK, NA], [NA, OK])


@needs_shared
def test_what_the_revision_of_2025_left_alone_is_law_since_2021():
    corpus = load(SHARED / "laws")
    ours = [rule for rule in rules() if rule.basis.statute is FOOD_SAFETY and rule.dated_by is not None]
    assert ours
    for rule in ours:
        assert rule.force[0] == FOOD_SAFETY_2021.in_force, rule.id
        old, new = (corpus.find(edition[rule.basis.article]) for edition in (FOOD_SAFETY_2021, FOOD_SAFETY))
        assert new.replace("、婴幼儿配方液态乳", "").replace("婴幼儿配方液态乳、", "") == old, rule.id  # 第一百二十四条: liquid formula was added


# --- 从旧兼从轻: a violation before the Code, a decision after it


def test_when_the_law_changed_in_between_old_and_new_must_be_compared():
    changed = {"field": "ecology", "outcome": "penalty", "decided_on": "2026-09-10", "basis_changed": True}
    for rule in ("CF-037", "HJF-1057"):
        assert verdict(rule, **changed) is FAILS
        assert verdict(rule, **changed, law_applied="old") is PASSES
        assert verdict(rule, **changed, law_applied="new") is PASSES
    before = {**changed, "decided_on": "2026-08-14"}
    assert (verdict("CF-037", **before), verdict("HJF-1057", **before)) == (FAILS, APART)


HARM = {"field": "ecology", "outcome": "penalty", "harm": "slight"}


def test_two_years_before_the_code_five_after_it_and_never_both():
    late = {**HARM, "violation_began_on": "2024-08-15", "discovered_on": "2026-08-16"}  # two years and a day
    assert verdict("CF-036-1a", **{**HARM, "violation_began_on": "2024-08-01", "discovered_on": "2026-08-02"}, decided_on="2026-08-14") is FAILS
    assert verdict("CF-036-1a", **late, decided_on="2026-08-20") is APART
    assert verdict("HJF-1054-1a", **late, decided_on="2026-08-20") is PASSES
    assert verdict("HJF-1054-1a", **late, decided_on="2026-08-14") is APART
    assert verdict("CF-036-1b", **{**late, "harm": "real", "touches_safety": True}, decided_on="2026-08-20") is APART


def test_other_fields_keep_the_limits_of_the_penalty_law():
    late = {"outcome": "penalty", "violation_began_on": "2024-08-01", "discovered_on": "2026-08-02", "decided_on": "2026-08-20"}
    for field in ("market", "traffic", None):
        assert verdict("CF-036-1a", **late, field=field) is FAILS
    assert verdict("CF-036-1a", **late, field="police") is APART
    assert verdict("CF-036-1a", **late, field="police", police_regime="other") is FAILS


SPOT = {"procedure": "simple", "outcome": "penalty", "party_kind": "person", "decision_kinds": Penalty.FINE}


@pytest.mark.parametrize(
    ("day", "yuan", "by_old", "by_new", "by_general"),
    [
        ("2025-12-31", 200, PASSES, APART, PASSES),
        ("2025-12-31", 500, FAILS, APART, FAILS),
        ("2026-01-01", 200, APART, PASSES, PASSES),
        ("2026-01-01", 500, APART, PASSES, PASSES),
        ("2026-01-01", 501, APART, FAILS, FAILS),
    ],
)
def test_the_fine_on_the_spot_rose_to_500_for_public_order(day: str, yuan: int, by_old: Verdict, by_new: Verdict, by_general: Verdict):
    facts = {**SPOT, "field": "police", "decided_on": day, "spot_fine": yuan * 100}
    assert (verdict("ZA-119-before", **facts), verdict("ZA-119", **facts), verdict("CF-051-a", **facts)) == (by_old, by_new, by_general)
    assert verdict("CF-051-a", **{**facts, "police_regime": "other"}) is (PASSES if yuan <= 200 else FAILS)


# --- where special law steps in, the general one steps back


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"field": "market", "procedure": "general"}, FAILS),
        ({"field": "police", "procedure": "general"}, FAILS),
        ({"field": "police", "procedure": "general", "case_centre": True}, APART),
        ({"field": "police", "procedure": "simple"}, APART),
        ({"field": "traffic", "procedure": "simple"}, APART),
        ({"field": "market", "procedure": "simple", "case_centre": True}, FAILS),
        ({}, FAILS),
    ],
)
def test_one_officer_will_do_only_where_the_law_says_so(facts: dict[str, Any], expected: Verdict):
    assert verdict("CF-042-1b", **facts, certified_officers=1) is expected


def test_small_fines_on_the_spot_have_their_own_limit_with_the_police():
    facts = {"procedure": "simple", "spot_on_the_spot": "small", "collected_on": "2026-03-06", "decision_fine": 150_00}
    assert verdict("CF-068-1", **facts, field="market") is FAILS
    assert verdict("CF-068-1", **facts, field="police") is APART
    assert verdict("CF-068-1", **facts) is FAILS
    assert verdict("CF-068-1", procedure="simple", spot_on_the_spot="small", decision_fine=150_00) is OPEN


# --- the general rules, on either side of the boundary, as worded cases

OLD_TWO = {"field": "ecology", "outcome": "penalty", "harm": "slight", "violation_began_on": "2024-08-01", "discovered_on": "2026-08-02"}
OLD_FIVE = {**OLD_TWO, "harm": "real", "touches_safety": True, "violation_began_on": "2021-08-01"}
BRAWL = {**SPOT, "field": "police", "spot_fine": 500_00}

TABLES = [
    *table("CF-036-1a", OLD_TWO, [
        ("on the eve of the Code", {"decided_on": "2026-08-14"}, FAILS),
        ("on its first day", {"decided_on": "2026-08-15"}, APART),
    ]),
    *table("CF-036-1b", OLD_FIVE, [
        ("on the eve of the Code", {"decided_on": "2026-08-14"}, FAILS),
        ("on its first day", {"decided_on": "2026-08-15"}, APART),
    ]),
    *table("CF-051-a", BRAWL, [
        ("500 under the new law", {"decided_on": "2026-01-01"}, PASSES),
        ("a fen more", {"decided_on": "2026-01-01", "spot_fine": 500_00 + 1}, FAILS),
        ("500 under the old", {"decided_on": "2025-12-31"}, FAILS),
        ("200 under the old", {"decided_on": "2025-12-31", "spot_fine": 200_00}, PASSES),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_general_rule_at_the_boundary(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


# --- every rule with days of its own


def test_rules_with_days_of_their_own_follow_one_another():
    own = {rule.id: (rule.since, rule.until) for rule in rules() if (rule.since or rule.until) and rule.id.startswith(("SH-", "HJF-", "ZA-", "GA-", "JT-"))}
    code = (ECOLOGY_CODE.in_force, None)
    assert own == {"ZA-119-before": (None, date(2025, 12, 31)), "HJF-102-2": code, "HJF-102-2-table": code, "HJF-106-2": code}
    assert rule_of("ZA-119").force[0] == date(2026, 1, 1)
    assert {rule.force[0] for rule in rules() if rule.id.startswith("HJF-")} == {date(2026, 8, 15)}
