"""What a supervisor does and finds, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("JD-015", {"supervision_inspected_on": "2026-03-10", "supervision_kind": "daily"}, [
        ("file review", {"supervision_method": "file_review"}, PASSES),
        ("not said", {}, FAILS),
        ("not yet", {"supervision_inspected_on": None}, OPEN),
        ("key supervision", {"supervision_kind": "key"}, APART),
    ]),
    *table("JD-016", {"supervision_inspected_on": "2026-03-10", "supervision_method": "assessment"}, [
        ("by questionnaire", {"supervision_survey": "questionnaire"}, PASSES),
        ("not said", {}, FAILS),
        ("not yet", {"supervision_inspected_on": None}, OPEN),
        ("file review", {"supervision_method": "file_review"}, APART),
    ]),
    *table("JD-018", {"supervision_found_on": "2026-03-10", "supervision_method": "file_review"}, [
        ("four sides", {"supervision_review_points": 4}, PASSES),
        ("three", {"supervision_review_points": 3}, FAILS),
        ("unknown", {}, OPEN),
        ("an assessment", {"supervision_method": "assessment"}, APART),
    ]),
    *table("JD-019-plan", {"supervision_inspected_on": "2026-03-10", "supervision_method": "appraisal"}, [
        ("planned on the day", {"supervision_appraisal_plan_on": "2026-03-10"}, PASSES),
        ("planned a day later", {"supervision_appraisal_plan_on": "2026-03-11"}, FAILS),
        ("no plan", {}, OPEN),
        ("file review", {"supervision_method": "file_review"}, APART),
    ]),
    *table("JD-019", {"supervision_closed_on": "2026-03-10", "supervision_method": "appraisal"}, [
        ("standard, course, result", {"supervision_appraisal_published": 3}, PASSES),
        ("the result alone is lacking", {"supervision_appraisal_published": 2}, FAILS),
        ("unknown", {}, OPEN),
        ("file review", {"supervision_method": "file_review"}, APART),
    ]),
    *table("JD-022", {"supervision_found_on": "2026-03-10"}, [
        ("one measure", {"supervision_measures": 1}, PASSES),
        ("none", {"supervision_measures": 0}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-025", {"supervision_inspected_on": "2026-03-10"}, [
        ("they helped", {"supervision_refused": False}, PASSES),
        ("they refused", {"supervision_refused": True}, FAILS),
        ("unknown", {}, OPEN),
        ("not yet there", {"supervision_inspected_on": None}, APART),
    ]),
    *table("SD-025", {"supervision_found_on": "2026-03-10", "supervision_place": "shandong", "supervision_major_interest": True}, [
        ("a special inquiry", {"supervision_special_inquiry": True}, PASSES),
        ("none", {"supervision_special_inquiry": False}, FAILS),
        ("unknown", {}, OPEN),
        ("an ordinary matter", {"supervision_major_interest": False}, APART),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("JD-011-1", {"supervision_found_on": "2026-03-10"}, [
        ("an inspection", {"supervision_act": "inspection"}, PASSES),
        ("not said", {}, FAILS),
        ("nothing found yet", {"supervision_found_on": None}, OPEN),
    ]),
    *table("JD-011-2", {"supervision_found_on": "2026-03-10", "supervision_problem": True}, [
        ("procedure", {"supervision_category": "procedure"}, PASSES),
        ("not said", {}, FAILS),
        ("nothing found yet", {"supervision_found_on": None}, OPEN),
        ("nothing wrong", {"supervision_problem": False}, APART),
    ]),
    *table("JD-011-2-4", {"supervision_found_on": "2026-03-10", "supervision_problem": True, "supervision_category": "conduct"}, [
        ("fined instead of managed", {"supervision_conduct": "fined_only"}, PASSES),
        ("not said", {}, FAILS),
        ("nothing found yet", {"supervision_found_on": None}, OPEN),
        ("a matter of procedure", {"supervision_category": "procedure"}, APART),
    ]),
    *table("JD-011-2-6", {"supervision_found_on": "2026-03-10", "supervision_problem": True, "supervision_category": "appearance"}, [
        ("uniform", {"supervision_appearance": "uniform"}, PASSES),
        ("not said", {}, FAILS),
        ("nothing found yet", {"supervision_found_on": None}, OPEN),
        ("a matter of procedure", {"supervision_category": "procedure"}, APART),
    ]),
    *table("JD-026-2", {"supervision_found_on": "2026-03-10", "supervision_on_the_spot": True}, [
        ("urged at once", {"supervision_spot_urged": True}, PASSES),
        ("not urged", {"supervision_spot_urged": False}, FAILS),
        ("unknown", {}, OPEN),
        ("takes time", {"supervision_on_the_spot": False}, APART),
    ]),
    *table("HJ-020", {"supervision_closed_on": "2026-03-10", "supervision_place": "hebei", "supervision_problem": True, "supervision_hebei_ground": "rough"}, [
        ("notice sent", {"supervision_letter_on": "2026-02-10"}, PASSES),
        ("no notice", {}, FAILS),
        ("not closed", {"supervision_closed_on": None}, OPEN),
        ("no ground", {"supervision_hebei_ground": None}, APART),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("SD-026", {"supervision_place": "shandong", "supervision_talked_on": "2026-03-10"}, [
        ("many faults", {"supervision_share_high": True}, PASSES),
        ("few", {"supervision_share_high": False}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("HJ-026", {"supervision_place": "hebei", "supervision_talked_on": "2026-03-10"}, [
        ("serious and far-reaching", {"supervision_outstanding": True}, PASSES),
        ("ordinary", {"supervision_outstanding": False}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
