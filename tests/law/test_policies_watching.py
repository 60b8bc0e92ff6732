"""Supervision, complaints and reports of an organ, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

CITY = {"organ_place": "371500", "organ_role": "enforcer", "organ_rank": "city", "year": 2025}
DISTRICT = {"organ_place": "120105", "organ_role": "justice"}
XINSHAO = {"organ_place": "430522", "organ_role": "enforcer"}
CLOSED = {"year_closed_on": "2025-12-31"}
PROVINCE = {"organ_rank": "province", "year": 2025, "mid_report_by": "2025-06-01", "end_report_by": "2025-12-20"}

TABLES = [
    *table("P1-16", {"organ_place": "130822", "complaints": 3}, [
        ("all dealt with by somebody named", {"complaints_staffed": True, "complaints_dealt": 3}, PASSES),
        ("one left", {"complaints_staffed": True, "complaints_dealt": 2}, FAILS),
        ("nobody named", {"complaints_staffed": False, "complaints_dealt": 3}, FAILS),
        ("not registered", {"complaints_staffed": True}, OPEN),
        ("another county", {"organ_place": "130824", "complaints_staffed": False}, APART),
    ]),
    *table("P3-8", {**CITY, "discipline_clues": 2}, [
        ("both sent", {"discipline_clues_sent": 2}, PASSES),
        ("one kept", {"discipline_clues_sent": 1}, FAILS),
        ("not registered", {}, OPEN),
        ("a single one, kept", {"discipline_clues": 1, "discipline_clues_sent": 0}, FAILS),
        ("there were none", {"discipline_clues": 0}, APART),
        ("another city", {"organ_place": "371600", "discipline_clues_sent": 1}, APART),
    ]),
    *table("P3-10", {**CITY, "special_checks_due": 1, "problems_told": True}, [
        ("one of each", {"special_checks": 1, "file_reviews": 1}, PASSES),
        ("no review of files", {"special_checks": 1, "file_reviews": 0, **CLOSED}, FAILS),
        ("no special check", {"special_checks": 0, "file_reviews": 1, **CLOSED}, FAILS),
        ("nobody was told of the faults", {"special_checks": 1, "file_reviews": 1, "problems_told": False, **CLOSED}, FAILS),
        ("a place with two", {"special_checks": 2, "file_reviews": 1, "special_checks_due": 2, **CLOSED}, FAILS),
        ("still time", {"special_checks": 1}, OPEN),
        ("a county bureau", {"organ_rank": "county", **CLOSED}, APART),
        ("a place without a number", {"special_checks_due": None, **CLOSED}, APART),
    ]),
    *table("P3-4", {**CITY, "rectification_by": "2024-08-31"}, [
        ("on the last day", {"rectification_sent_on": "2024-08-31"}, PASSES),
        ("a day late", {"rectification_sent_on": "2024-09-01"}, FAILS),
        ("a place with the end of June", {"rectification_by": "2024-06-30", "rectification_sent_on": "2024-07-01"}, FAILS),
        ("still time", {"today": "2024-08-31"}, OPEN),
        ("no longer", {"today": "2024-09-01"}, FAILS),
        ("the justice bureau", {"organ_role": "justice"}, APART),
        ("a place without a day", {"rectification_by": None}, APART),
    ]),
    *table("P0-12", DISTRICT, [
        ("made", {"supervision_plan_on": "2025-03-01"}, PASSES),
        ("not made when the year closes", CLOSED, FAILS),
        ("still time", {}, OPEN),
        ("a bureau", {"organ_role": "enforcer", **CLOSED}, APART),
        ("another district", {"organ_place": "120104", **CLOSED}, APART),
    ]),
    *table("P4-4-5", XINSHAO, [
        ("made", {"supervision_plan_on": "2025-03-01"}, PASSES),
        ("not made when the year closes", CLOSED, FAILS),
        ("nor by the justice bureau", {"organ_role": "justice", **CLOSED}, FAILS),
        ("still time", {}, OPEN),
        ("a township", {"organ_role": "township", **CLOSED}, APART),
        ("another county", {"organ_place": "430523", **CLOSED}, APART),
    ]),
    *table("P4-2-8", {**XINSHAO, "company_inspections": 30, "inspected_once": True}, [
        ("every one scanned", {"company_inspections_scanned": 30}, PASSES),
        ("all but one", {"company_inspections_scanned": 29}, FAILS),
        ("each bureau by itself", {"company_inspections_scanned": 30, "inspected_once": False}, FAILS),
        ("not registered", {}, OPEN),
        ("a single one, not scanned", {"company_inspections": 1, "company_inspections_scanned": 0}, FAILS),
        ("there were none", {"company_inspections": 0, "inspected_once": False}, APART),
        ("another county", {"organ_place": "430523", "company_inspections_scanned": 0}, APART),
    ]),
    *table("P4-2-9", {**XINSHAO, "key_field_lead": True, "key_reports_due": 4}, [
        ("four", {"key_reports": 4}, PASSES),
        ("three when the year closes", {"key_reports": 3, **CLOSED}, FAILS),
        ("still time", {"key_reports": 3}, OPEN),
        ("not in the lead", {"key_field_lead": False, **CLOSED}, APART),
        ("the county has set no number", {"key_reports_due": None, **CLOSED}, APART),
    ]),
    *table("P2-8", PROVINCE, [
        ("1 June and 20 December", {"mid_report_on": "2025-06-01", "end_report_on": "2025-12-20"}, PASSES),
        ("2 June", {"mid_report_on": "2025-06-02", "end_report_on": "2025-12-20"}, FAILS),
        ("21 December", {"mid_report_on": "2025-06-01", "end_report_on": "2025-12-21"}, FAILS),
        ("the second not due yet", {"mid_report_on": "2025-06-01", "today": "2025-12-20"}, OPEN),
        ("the second overdue", {"mid_report_on": "2025-06-01", "today": "2025-12-21"}, FAILS),
        ("a city bureau", {"organ_rank": "city"}, APART),
        ("a place without days", {"end_report_by": None}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
