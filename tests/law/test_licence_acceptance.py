"""By what right a licence is asked for, and how an application is taken up (行政许可法第五条至第三十二条): rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.grained import of_grain
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

MONDAY = {"applied_on": "2026-03-02"}  # the working days after it: 3 4 5 6, 9: the fifth
ACCEPTED = {"accepted_on": "2026-03-02"}
DECIDED = {"decided_on": "2026-03-20"}
DELEGATED = {"delegated": True, "delegation_based": True, "delegatee_organ": True, "delegation_announced": True, "in_principal_name": True, "passed_on": False}

TABLES = of_grain("licence", [
    *table("XK-005-2a", ACCEPTED, [
        ("its basis is published", {"basis_published": True}, PASSES),
        ("it is not", {"basis_published": False}, FAILS),
        ("nobody said", {}, OPEN),
        ("not accepted yet", {"accepted_on": None, "basis_published": False}, OPEN),
    ]),
    *table("XK-015-1", {"basis_level": "provincial_rule", "basis_since": "2025-03-02"}, [
        ("on the day the year is full", {"accepted_on": "2026-03-02"}, PASSES),
        ("a day later", {"accepted_on": "2026-03-03"}, FAILS),
        ("later, but a local statute was proposed", {"accepted_on": "2026-03-03", "local_law_proposed": True}, PASSES),
        ("from 29 February to the 28th", {"basis_since": "2024-02-29", "accepted_on": "2025-02-28"}, PASSES),
        ("and not to 1 March", {"basis_since": "2024-02-29", "accepted_on": "2025-03-01"}, FAILS),
        ("since when is not known", {"basis_since": None, "accepted_on": "2026-03-03"}, OPEN),
        ("set by a law", {"basis_level": "law", "accepted_on": "2026-03-03"}, APART),
    ]),
    *table("XK-016-4", DECIDED, [
        ("by the conditions of the law alone", {"conditions_lawful": True}, PASSES),
        ("one condition more", {"conditions_lawful": False}, FAILS),
        ("nobody said", {}, OPEN),
    ]),
    *table("XK-017", ACCEPTED, [
        ("a law", {"basis_level": "law"}, PASSES),
        ("a rule of the province", {"basis_level": "provincial_rule"}, PASSES),
        ("a decision of the State Council", {"basis_level": "state_council"}, PASSES),
        ("a rule of a department", {"basis_level": "department_rule"}, FAILS),
        ("a rule of a city", {"basis_level": "city_rule"}, FAILS),
        ("a circular", {"basis_level": "other"}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-024-1", {**ACCEPTED, **DELEGATED}, [
        ("with basis, to an organ, announced", {}, PASSES),
        ("to a company", {"delegatee_organ": False}, FAILS),
        ("not announced", {"delegation_announced": False}, FAILS),
        ("without basis", {"delegation_based": False}, FAILS),
        ("not known whether announced", {"delegation_announced": None}, OPEN),
        ("by the organ itself", {"delegated": False}, APART),
    ]),
    *table("XK-024-3", {**DECIDED, **DELEGATED}, [
        ("in the principal's name", {}, PASSES),
        ("in its own name", {"in_principal_name": False}, FAILS),
        ("passed on", {"passed_on": True}, FAILS),
        ("not known", {"passed_on": None}, OPEN),
        ("by the organ itself", {"delegated": False, "passed_on": True}, APART),
    ]),
    *table("YH-040-1", ACCEPTED, [
        ("on the list", {"in_list": True}, PASSES),
        ("off the list", {"in_list": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-031-1", {"answered_on": "2026-03-02"}, [
        ("only what is listed", {"listed_materials": True}, PASSES),
        ("more than that", {"listed_materials": False}, FAILS),
        ("not known", {}, OPEN),
        ("not answered yet", {"answered_on": None, "listed_materials": False}, OPEN),
    ]),
    *table("YH-044-3", {"answered_on": "2026-03-02"}, [
        ("only listed certificates", {"listed_certificates": True}, PASSES),
        ("one off the list", {"listed_certificates": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("ZW-019-1", {"answered_on": "2026-03-02"}, [
        ("taken from shared data", {"shared_instead": True}, PASSES),
        ("asked of the applicant again", {"shared_instead": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-032-1-1", {**MONDAY, "refusal": "not_needed"}, [
        ("told the same day", {"refused_on": "2026-03-02"}, PASSES),
        ("told the next day", {"refused_on": "2026-03-03"}, FAILS),
        ("not told yet", {}, OPEN),
        ("for another reason", {"refusal": "incomplete", "refused_on": "2026-03-03"}, APART),
    ]),
    *table("XK-032-1-2", {**MONDAY, "refusal": "not_ours", "refused_on": "2026-03-02"}, [
        ("told where to go", {"referred": True}, PASSES),
        ("not told", {"referred": False}, FAILS),
        ("not known", {}, OPEN),
        ("not needed at all", {"refusal": "not_needed"}, APART),
    ]),
    *table("XK-032-1-2-at-once", {**MONDAY, "refusal": "not_ours"}, [
        ("the same day", {"refused_on": "2026-03-02"}, PASSES),
        ("the next day", {"refused_on": "2026-03-03"}, FAILS),
        ("not refused yet", {}, OPEN),
        ("for another reason", {"refusal": "banned", "refused_on": "2026-03-03"}, APART),
    ]),
    *table("XK-032-1-4", MONDAY, [
        ("answered on the fifth day", {"answered_on": "2026-03-09"}, PASSES),
        ("on the sixth", {"answered_on": "2026-03-10"}, FAILS),
        ("nothing by the fifth", {"today": "2026-03-09"}, OPEN),
        ("nothing by the sixth", {"today": "2026-03-10"}, FAILS),
        # Thu 12 Feb 2026: Fri 13, Sat 14 (worked), 15 to 23 off, 24 25 26
        ("over the Spring Festival, on the fifth", {"applied_on": "2026-02-12", "answered_on": "2026-02-26"}, PASSES),
        ("over the Spring Festival, on the sixth", {"applied_on": "2026-02-12", "answered_on": "2026-02-27"}, FAILS),
    ]),
    *table("XK-032-1-4-late", MONDAY, [
        ("told what lacks on the fifth day", {"supplement_told_on": "2026-03-09"}, PASSES),
        ("on the sixth: it counts as accepted", {"supplement_told_on": "2026-03-10"}, FAILS),
        ("not told", {}, OPEN),
    ]),
    *table("XK-032-1-4-once", {"supplement_told_on": "2026-03-03"}, [
        ("told once", {"supplement_times": 1}, PASSES),
        ("told twice", {"supplement_times": 2}, FAILS),
        ("not known how often", {}, OPEN),
    ]),
    *table("XK-032-1-4-deemed", MONDAY, [
        ("answered in time, accepted later", {"answered_on": "2026-03-09", "accepted_on": "2026-03-12"}, PASSES),
        ("answered late, accepted as of the day it came", {"answered_on": "2026-03-10", "accepted_on": "2026-03-02"}, PASSES),
        ("answered late, accepted as of that day", {"answered_on": "2026-03-10", "accepted_on": "2026-03-10"}, FAILS),
        ("not known when answered", {"accepted_on": "2026-03-10"}, OPEN),
        ("not accepted", {"answered_on": "2026-03-10"}, OPEN),
    ]),
    *table("XK-032-1-5", {"refused_on": "2026-03-09"}, [
        ("incomplete and told so", {"refusal": "incomplete", "complete": False, "supplement_told_on": "2026-03-03"}, PASSES),
        ("incomplete, never told", {"refusal": "incomplete", "complete": False}, FAILS),
        ("complete after all", {"refusal": "incomplete", "complete": True, "supplement_told_on": "2026-03-03"}, FAILS),
        ("said to be another organ's, but ours", {"refusal": "not_ours", "ours": True}, FAILS),
        ("another organ's", {"refusal": "not_ours", "ours": False}, PASSES),
        ("false", {"refusal": "false"}, PASSES),
        ("banned", {"refusal": "banned"}, PASSES),
        ("not known whose", {"refusal": "not_ours"}, OPEN),
        ("not refused", {"refused_on": None, "refusal": "incomplete", "complete": True}, OPEN),
    ]),
    *table("XK-032-2", {**ACCEPTED, "answered_on": "2026-03-02"}, [
        ("sealed and dated", {"voucher_sealed": True, "voucher_dated": True}, PASSES),
        ("not sealed", {"voucher_sealed": False, "voucher_dated": True}, FAILS),
        ("not dated", {"voucher_sealed": True, "voucher_dated": False}, FAILS),
        ("not known whether dated", {"voucher_sealed": True}, OPEN),
        ("only told what lacks", {"accepted_on": None, "voucher_sealed": False}, APART),
    ]),
    *table("XK-058-2", MONDAY, [
        ("the form is free", {"form_fee": 0}, PASSES),
        ("one 分", {"form_fee": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-078", {**ACCEPTED, "safety": True, "refused_for_false_on": "2025-03-02"}, [
        ("asked on the day the year is full", {"applied_on": "2026-03-02"}, FAILS),
        ("asked a day later", {"applied_on": "2026-03-03"}, PASSES),
        ("from 29 February to the 28th", {"refused_for_false_on": "2024-02-29", "applied_on": "2025-02-28"}, FAILS),
        ("from 1 March free", {"refused_for_false_on": "2024-02-29", "applied_on": "2025-03-01"}, PASSES),
        ("not known when asked", {}, OPEN),
        ("no matter of safety", {"safety": False, "applied_on": "2025-06-01"}, APART),
        ("never refused so", {"refused_for_false_on": None, "applied_on": "2025-06-01"}, APART),
    ]),
    *table("XK-079", {**ACCEPTED, "safety": True, "revoked_for_fraud_on": "2023-03-02"}, [
        ("asked on the day three years are full", {"applied_on": "2026-03-02"}, FAILS),
        ("asked a day later", {"applied_on": "2026-03-03"}, PASSES),
        ("not known when asked", {}, OPEN),
        ("never revoked", {"revoked_for_fraud_on": None, "applied_on": "2025-06-01"}, APART),
    ]),
    *table("XK-078-b", {**DECIDED, "outcome": "granted"}, [
        ("honest", {"false_materials": False}, PASSES),
        ("false papers, granted all the same", {"false_materials": True}, FAILS),
        ("not known", {}, OPEN),
        ("false papers, not granted", {"outcome": "declined", "false_materials": True}, APART),
    ]),
    *table("XK-078-b-warned", {"false_materials": True, "archived_on": "2026-04-20"}, [
        ("warned", {"warned_on": "2026-04-01"}, PASSES),
        ("not warned", {}, FAILS),
        ("not put away yet", {"archived_on": None}, OPEN),
        ("honest", {"false_materials": False}, APART),
    ]),
])  # fmt: skip

ORGAN = of_grain("organ", [
    *table("XK-030-1", {"licence_items": 12}, [
        ("every one displayed in full", {"licence_items_displayed": 12}, PASSES),
        ("one is not", {"licence_items_displayed": 11}, FAILS),
        ("not counted", {}, OPEN),
    ]),
])  # fmt: skip
TABLES += ORGAN


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
