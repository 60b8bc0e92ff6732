"""What a county, city or district owes as a government, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.facts import VOCABULARY
from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, Row, table, verdict


def places(rule: str, base: dict[str, Any], rows: list[Row]) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """A table over facts of a place, written without the word in front."""
    return table(rule, named(base), [(says, named(facts), expected) for says, facts, expected in rows])


def named(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts by their full names."""
    return {f"locality_{name}" if f"locality_{name}" in VOCABULARY else name: value for name, value in facts.items()}


def one_day(rule: str, done: str, by: str, last: str, late: str, **base: Any) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """The table of a duty with one last day."""
    return places(rule, {by: last, **base}, [
        ("on the last day", {done: last}, PASSES),
        ("a day late", {done: late}, FAILS),
        ("still time", {"today": last}, OPEN),
        ("no longer", {"today": late}, FAILS),
        ("a place without a day", {by: None}, APART),
    ])  # fmt: skip


XINGLONG = {"place_code": "130822", "rank": "county", "year": 2024, "transition_began_on": "2022-12-31", "transition_months": 24}
CHENGDE = {"place_code": "130803", "rank": "county"}
CLOSED = {"closed_on": "2024-12-31"}
LIST = {"list_outside_guide": 0, "list_reviewed_on": "2024-03-01", "list_filed_on": "2024-03-01", "list_published_on": "2024-03-05"}
CONSULT = {"consult_departments": 13, "consult_departments_due": 13, "consult_meetings": 1}
CITY = {"rank": "city", "year": 2025, "mid_report_by": "2025-06-01", "end_report_by": "2025-12-20"}
ASSESSED = {"mid_assessed_by": "2024-10-31", "final_assessed_by": "2025-10-31"}

TABLES = [
    *places("P1-13", XINGLONG, [
        ("together, once", {"joint_actions": 1}, PASSES),
        ("never when the year closes", {"joint_actions": 0, **CLOSED}, FAILS),
        ("still time", {"joint_actions": 0}, OPEN),
        ("from 31 December two years end on 31 December", {"year": 2025, **CLOSED}, APART),
        ("from 1 January they reach the third year", {"year": 2025, "transition_began_on": "2023-01-01", **CLOSED}, FAILS),
        ("from 29 February they end on 28 February", {"year": 2026, "transition_began_on": "2024-02-29", **CLOSED}, FAILS),
        ("a place with a year", {"transition_months": 12, **CLOSED}, APART),
        ("no day of beginning", {"transition_began_on": None, **CLOSED}, OPEN),
        ("a place without a number", {"transition_months": None, **CLOSED}, APART),
    ]),
    *places("P1-18", {**XINGLONG, "cases_reversed": 1}, [
        ("township and bureau", {"organs_concerned": 2, "organs_lowered": 2}, PASSES),
        ("the township alone", {"organs_concerned": 2, "organs_lowered": 1}, FAILS),
        ("only one was counted", {"organs_concerned": 1, "organs_lowered": 1}, FAILS),
        ("not registered", {"organs_concerned": 2}, OPEN),
        ("the transition ends on New Year's Day", {"transition_began_on": "2022-01-01", "organs_concerned": 2, "organs_lowered": 2}, PASSES),
        ("none reversed", {"cases_reversed": 0}, APART),
        ("after the transition", {"year": 2025}, APART),
        ("another county", {"place_code": "130824"}, APART),
    ]),
    *places("HB-012-3", {**CHENGDE, **LIST}, [
        ("all four", {}, PASSES),
        ("one beyond the guide", {"list_outside_guide": 1, **CLOSED}, FAILS),
        ("filed before it was reviewed", {"list_filed_on": "2024-02-29", **CLOSED}, FAILS),
        ("not published when the year closes", {"list_published_on": None, **CLOSED}, FAILS),
        ("not filed yet", {"list_filed_on": None}, OPEN),
        ("a city", {"rank": "city", "list_outside_guide": 1, **CLOSED}, APART),
        ("another province", {"place_code": "140121", "list_outside_guide": 1, **CLOSED}, APART),
    ]),
    *places("HB-012-4", {**CHENGDE, "list_evaluated_on": "2024-06-30"}, [
        ("evaluated, nothing taken back", {}, PASSES),
        ("two taken back and settled", {"list_cancelled": 2, "list_cancelled_settled": 2}, PASSES),
        ("two taken back, one settled", {"list_cancelled": 2, "list_cancelled_settled": 1, **CLOSED}, FAILS),
        ("not evaluated when the year closes", {"list_evaluated_on": None, **CLOSED}, FAILS),
        ("still time", {"list_evaluated_on": None}, OPEN),
        ("another province", {"place_code": "140121", "list_evaluated_on": None, **CLOSED}, APART),
    ]),
    *one_day("P3-7", "grants_evaluated_on", "grants_by", "2025-03-31", "2025-04-01"),
    *places("P3-7", {"grants_by": "2024-12-31", "grants_evaluated_on": "2024-12-31", "grants_unfit": 2}, [
        ("both adjusted", {"grants_adjusted": 2}, PASSES),
        ("one not adjusted", {"grants_adjusted": 1}, FAILS),
        ("evaluated on New Year's Day", {"grants_evaluated_on": "2025-01-01", "grants_adjusted": 2}, FAILS),
    ]),
    *places("P2-4", {"systems_plan_by": "2019-04-30", "systems_plan_filed_on": "2019-05-10"}, [
        ("on the last day, and filed", {"systems_plan_on": "2019-04-30"}, PASSES),
        ("a day late", {"systems_plan_on": "2019-05-01"}, FAILS),
        ("never", {}, FAILS),
        ("not filed when the year closes", {"systems_plan_on": "2019-04-30", "systems_plan_filed_on": None, "closed_on": "2019-12-31"}, FAILS),
        ("not filed yet", {"systems_plan_on": "2019-04-30", "systems_plan_filed_on": None}, OPEN),
        ("still time", {"today": "2019-04-30"}, OPEN),
        ("a place without a day", {"systems_plan_by": None}, APART),
    ]),
    *places("P2-6", {"place_code": "230100"}, [
        ("both", {"systems_appraised": True, "systems_told": True}, PASSES),
        ("no part of the appraisal", {"systems_appraised": False, "systems_told": True}, FAILS),
        ("nobody is told", {"systems_appraised": True, "systems_told": False}, FAILS),
        ("not registered", {"systems_appraised": True}, OPEN),
        ("another province", {"place_code": "220100", "systems_told": False}, APART),
    ]),
    *places("P2-8-city", CITY, [
        ("1 June and 20 December", {"mid_report_on": "2025-06-01", "end_report_on": "2025-12-20"}, PASSES),
        ("2 June", {"mid_report_on": "2025-06-02", "end_report_on": "2025-12-20"}, FAILS),
        ("21 December", {"mid_report_on": "2025-06-01", "end_report_on": "2025-12-21"}, FAILS),
        ("the second not due yet", {"mid_report_on": "2025-06-01", "today": "2025-12-20"}, OPEN),
        ("a county", {"rank": "county"}, APART),
    ]),
    *one_day("P0-11", "supervision_system_on", "supervision_system_by", "2024-12-31", "2025-01-01"),
    *places("P3-0-a", {"supervision_system_by": "2024-12-31", "quality_index_by": "2024-12-31"}, [
        ("both on the last day", {"supervision_system_on": "2024-12-31", "quality_index_on": "2024-12-31"}, PASSES),
        ("the system late", {"supervision_system_on": "2025-01-01", "quality_index_on": "2024-12-31"}, FAILS),
        ("the index late", {"supervision_system_on": "2024-12-31", "quality_index_on": "2025-01-01"}, FAILS),
        ("the index missing, still time", {"supervision_system_on": "2024-12-01", "today": "2024-12-31"}, OPEN),
        ("a place without an index", {"quality_index_by": None}, APART),
    ]),
    *places("P3-E2", ASSESSED, [
        ("both on the last day", {"mid_assessed_on": "2024-10-31", "final_assessed_on": "2025-10-31"}, PASSES),
        ("the first late", {"mid_assessed_on": "2024-11-01", "final_assessed_on": "2025-10-31"}, FAILS),
        ("the second late", {"mid_assessed_on": "2024-10-31", "final_assessed_on": "2025-11-01"}, FAILS),
        ("the second not due yet", {"mid_assessed_on": "2024-10-31", "today": "2025-10-31"}, OPEN),
        ("the second overdue", {"mid_assessed_on": "2024-10-31", "today": "2025-11-01"}, FAILS),
        ("a place without days", {"final_assessed_by": None}, APART),
    ]),
    *places("P3-M", CONSULT, [
        ("all, and a meeting", {}, PASSES),
        ("one department short", {"consult_departments": 12, **CLOSED}, FAILS),
        ("where twelve are asked, twelve do", {"consult_departments": 12, "consult_departments_due": 12}, PASSES),
        ("no meeting", {"consult_meetings": 0, **CLOSED}, FAILS),
        ("still time", {"consult_meetings": 0}, OPEN),
        ("a place without a number", {"consult_departments_due": None, "consult_meetings": 0, **CLOSED}, APART),
    ]),
    *one_day("P4-1-1", "training_scheme_on", "training_scheme_by", "2024-06-30", "2024-07-01"),
    *one_day("P4-2-1", "rectified_on", "rectified_by", "2024-12-31", "2025-01-01"),
    *places("P4-4-2", {"batches_due": 1}, [
        ("one", {"batches": 1}, PASSES),
        ("none when the year closes", {"batches": 0, **CLOSED}, FAILS),
        ("a place with two", {"batches": 1, "batches_due": 2, **CLOSED}, FAILS),
        ("still time", {"batches": 0}, OPEN),
        ("a place without a number", {"batches_due": None, **CLOSED}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
