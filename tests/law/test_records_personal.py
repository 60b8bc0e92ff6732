"""Processing of personal data, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("GR-026", {"personal_begun_on": "2026-03-10", "personal_device": True, "personal_device_needed": True, "personal_device_sign": True, "personal_device_only_safety": True}, [
        ("a signed camera for safety", {}, PASSES),
        ("no sign", {"personal_device_sign": False}, FAILS),
        ("not needed", {"personal_device_needed": False}, FAILS),
        ("for other ends", {"personal_device_only_safety": False}, FAILS),
        ("for other ends, with consent", {"personal_device_only_safety": False, "personal_device_consent": True}, PASSES),
        ("unknown", {"personal_device_sign": None}, OPEN),
        ("no device", {"personal_device": False}, APART),
    ]),
    *table("GR-028-2", {"personal_begun_on": "2026-03-10", "personal_sensitive": True}, [
        ("three conditions", {"personal_sensitive_conditions": 3}, PASSES),
        ("two", {"personal_sensitive_conditions": 2}, FAILS),
        ("unknown", {}, OPEN),
        ("not sensitive", {"personal_sensitive": False}, APART),
    ]),
    *table("GR-034", {"personal_begun_on": "2026-03-10", "personal_within_powers": True}, [
        ("no more than needed", {"personal_within_need": True}, PASSES),
        ("more than needed", {"personal_within_need": False}, FAILS),
        ("without power", {"personal_within_powers": False, "personal_within_need": True}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("GR-036", {"personal_begun_on": "2026-03-10"}, [
        ("at home", {"personal_region": "domestic"}, PASSES),
        ("abroad", {"personal_region": "abroad"}, FAILS),
        ("abroad, assessed", {"personal_region": "abroad", "personal_abroad_assessed": True}, PASSES),
        ("unknown", {}, OPEN),
    ]),
    *table("GR-019", {"personal_begun_on": "2026-03-10"}, [
        ("the shortest", {"personal_retention": "shortest"}, PASSES),
        ("by statute", {"personal_retention": "statute"}, PASSES),
        ("longer", {"personal_retention": "longer"}, FAILS),
        ("not begun", {"personal_begun_on": None}, OPEN),
    ]),
    *table("GR-031-2", {"personal_begun_on": "2026-03-10", "personal_under_fourteen": True}, [
        ("yes", {"personal_minor_rules": True}, PASSES),
        ("no", {"personal_minor_rules": False}, FAILS),
        ("unknown", {}, OPEN),
        ("no such data", {"personal_under_fourteen": False}, APART),
    ]),
    *table("GR-035", {"personal_begun_on": "2026-03-10"}, [
        ("told", {"personal_informed": True}, PASSES),
        ("not told", {"personal_informed": False}, FAILS),
        ("not told, it would hinder", {"personal_informed": False, "personal_inform_exempt": "hinders"}, PASSES),
        ("not begun", {"personal_begun_on": None}, OPEN),
    ]),
    *table("GR-051-3", {"personal_begun_on": "2026-03-10"}, [
        ("yes", {"personal_safeguarded": True}, PASSES),
        ("no", {"personal_safeguarded": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("GR-051-4", {"personal_begun_on": "2026-03-10", "personal_roles_set": True}, [
        ("roles and training", {"personal_staff_trained": True}, PASSES),
        ("no training", {"personal_staff_trained": False}, FAILS),
        ("no roles", {"personal_roles_set": False, "personal_staff_trained": True}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("GR-055-1", {"personal_begun_on": "2026-03-10", "personal_sensitive": True, "personal_assessment_recorded": True}, [
        ("assessed on the day", {"personal_assessed_on": "2026-03-10"}, PASSES),
        ("a day later", {"personal_assessed_on": "2026-03-11"}, FAILS),
        ("not recorded", {"personal_assessed_on": "2026-03-09", "personal_assessment_recorded": False}, FAILS),
        ("not assessed", {}, OPEN),
        ("no such processing", {"personal_sensitive": False}, APART),
    ]),
    *table("GR-055-2", {"personal_begun_on": "2026-03-10", "personal_automated": True, "personal_assessment_recorded": True}, [
        ("assessed on the day", {"personal_assessed_on": "2026-03-10"}, PASSES),
        ("a day later", {"personal_assessed_on": "2026-03-11"}, FAILS),
        ("not recorded", {"personal_assessed_on": "2026-03-09", "personal_assessment_recorded": False}, FAILS),
        ("not assessed", {}, OPEN),
        ("no such processing", {"personal_automated": False}, APART),
    ]),
    *table("GR-055-3", {"personal_begun_on": "2026-03-10", "personal_shared": True, "personal_assessment_recorded": True}, [
        ("assessed on the day", {"personal_assessed_on": "2026-03-10"}, PASSES),
        ("a day later", {"personal_assessed_on": "2026-03-11"}, FAILS),
        ("not recorded", {"personal_assessed_on": "2026-03-09", "personal_assessment_recorded": False}, FAILS),
        ("not assessed", {}, OPEN),
        ("no such processing", {"personal_shared": False}, APART),
    ]),
    *table("GR-056-2", {"personal_assessed_on": "2023-02-28"}, [
        ("three years end on 28 Feb 2026, discarded on 1 Mar", {"personal_assessment_discarded_on": "2026-03-01"}, PASSES),
        ("discarded on 28 Feb", {"personal_assessment_discarded_on": "2026-02-28"}, FAILS),
        ("kept", {}, OPEN),
    ]),
    *table("GR-021-1", {"personal_entrusted_on": "2026-03-10", "personal_vendor_supervised": True}, [
        ("six terms", {"personal_contract_parts": 6}, PASSES),
        ("five", {"personal_contract_parts": 5}, FAILS),
        ("nobody watches", {"personal_contract_parts": 6, "personal_vendor_supervised": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("GR-024-3", {"personal_automated_on": "2026-03-10"}, [
        ("a person decides", {"personal_human_reviewed": True}, PASSES),
        ("the machine alone", {"personal_human_reviewed": False}, FAILS),
        ("asked and explained", {"personal_human_reviewed": True, "personal_explanation_asked": True, "personal_explained": True}, PASSES),
        ("asked and not explained", {"personal_human_reviewed": True, "personal_explanation_asked": True}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("GR-025", {"personal_published_on": "2026-03-10"}, [
        ("with consent", {"personal_publish_consent": True}, PASSES),
        ("a duty, masked", {"personal_publish_duty": True, "personal_publish_masked": True}, PASSES),
        ("a duty, bare", {"personal_publish_duty": True, "personal_publish_masked": False}, FAILS),
        ("neither", {}, FAILS),
        ("not published", {"personal_published_on": None}, OPEN),
    ]),
    *table("GR-045-2", {"personal_closed_on": "2026-03-10", "personal_access_asked_on": "2026-03-02"}, [
        ("given", {"personal_access_given_on": "2026-03-02"}, PASSES),
        ("a ground not to", {"personal_access_exempt": "secret"}, PASSES),
        ("given before it was asked", {"personal_access_given_on": "2026-03-01"}, FAILS),
        ("not given", {}, OPEN),
        ("not asked", {"personal_access_asked_on": None}, APART),
    ]),
    *table("GR-046-2", {"personal_closed_on": "2026-03-10", "personal_correction_asked_on": "2026-03-02", "personal_correction_checked": True}, [
        ("put right", {"personal_correction_done_on": "2026-03-02"}, PASSES),
        ("not checked", {"personal_correction_done_on": "2026-03-03", "personal_correction_checked": False}, FAILS),
        ("before it was asked", {"personal_correction_done_on": "2026-03-01"}, FAILS),
        ("not done", {}, OPEN),
        ("not asked", {"personal_correction_asked_on": None}, APART),
    ]),
    *table("GR-057-1", {"personal_closed_on": "2026-03-10", "personal_breach_found_on": "2026-03-02", "personal_breach_remedied_on": "2026-03-02", "personal_breach_authority_told_on": "2026-03-02", "personal_breach_people_told_on": "2026-03-03", "personal_breach_notice_parts": 3}, [
        ("stopped that day and told", {}, PASSES),
        ("stopped a day later", {"personal_breach_remedied_on": "2026-03-03"}, FAILS),
        ("two parts", {"personal_breach_notice_parts": 2}, FAILS),
        ("the authority not told", {"personal_breach_authority_told_on": None}, FAILS),
        ("people not told", {"personal_breach_people_told_on": None}, FAILS),
        ("people not told, harm averted", {"personal_breach_people_told_on": None, "personal_breach_harm_averted": True}, PASSES),
        ("parts unknown", {"personal_breach_notice_parts": None}, OPEN),
        ("no breach", {"personal_breach_found_on": None}, APART),
    ]),
    *table("GR-054", {}, [
        ("audited", {"records_data_audited": True}, PASSES),
        ("not audited", {"records_data_audited": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
