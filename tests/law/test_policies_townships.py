"""Townships and county bureaus in penalty cases, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

GENERAL = {"procedure": "general", "decided_on": "2025-11-12", "outcome": "penalty"}
XINGLONG = {**GENERAL, "place_code": "130822", "agency_kind": "township"}
CHENGDE = {**XINGLONG, "place_code": "130803"}
BUREAU = {**XINGLONG, "agency_kind": "statutory"}

TABLES = [
    *table("P1-3", XINGLONG, [
        ("two with credentials", {"certified_officers": 2, "uncertified_officers": 0}, PASSES),
        ("one with a credential", {"certified_officers": 1, "uncertified_officers": 0}, FAILS),
        ("three, one without", {"certified_officers": 2, "uncertified_officers": 1}, FAILS),
        ("nobody counted them", {}, OPEN),
        ("the next county", {"place_code": "130824", "certified_officers": 1, "uncertified_officers": 0}, APART),
        ("a bureau of the county", {"agency_kind": "statutory", "certified_officers": 1, "uncertified_officers": 0}, APART),
    ]),
    *table("P1-10", XINGLONG, [
        ("who decides did nothing else", {"by_handler": False, "by_reviewer": False}, PASSES),
        ("who handled it decides", {"by_handler": True, "by_reviewer": False}, FAILS),
        ("who reviewed it decides", {"by_handler": False, "by_reviewer": True}, FAILS),
        ("not known", {"by_handler": False}, OPEN),
        ("on the spot", {"procedure": "simple", "by_handler": True, "by_reviewer": False}, APART),
    ]),
    *table("HB-016", CHENGDE, [
        ("three people", {"by_handler": False, "by_reviewer": False}, PASSES),
        ("handling and deciding in one hand", {"by_handler": True, "by_reviewer": False}, FAILS),
        ("reviewing and deciding in one hand", {"by_handler": False, "by_reviewer": True}, FAILS),
        ("not known", {"by_reviewer": False}, OPEN),
        ("in the next province", {"place_code": "140000", "by_handler": True, "by_reviewer": False}, APART),
    ]),
    *table("HB-008-1", CHENGDE, [
        ("in the township's name", {"issued_as_township": True}, PASSES),
        ("in the brigade's own name", {"issued_as_township": False}, FAILS),
        ("not said", {}, OPEN),
        ("not decided", {"decided_on": None, "issued_as_township": False}, OPEN),
    ]),
    *table("P1-13-b", BUREAU, [
        ("an item kept by the bureau", {"granted_away": False}, PASSES),
        ("an item handed to townships", {"granted_away": True}, FAILS),
        ("not known whether it was handed down", {}, OPEN),
        ("the township itself", {"agency_kind": "township", "granted_away": True}, APART),
    ]),
    *table("HB-012-5", {**BUREAU, "place_code": "130803"}, [
        ("an item kept by the bureau", {"granted_away": False}, PASSES),
        ("an item handed to townships", {"granted_away": True}, FAILS),
        ("not known whether it was handed down", {}, OPEN),
        ("a bureau of another province", {"place_code": "140100", "granted_away": True}, APART),
    ]),
    *table("P1-13-c", {**XINGLONG, "field": "city"}, [
        ("inside, by the bureau", {"inside_boundary": True, "agency_kind": "statutory"}, PASSES),
        ("inside, by the township", {"inside_boundary": True}, FAILS),
        ("outside, by the township", {"inside_boundary": False}, PASSES),
        ("outside, by the bureau", {"inside_boundary": False, "agency_kind": "statutory"}, FAILS),
        ("nobody said where", {}, APART),
        ("inside, and nobody knows by whom", {"inside_boundary": True, "agency_kind": None}, OPEN),
        ("food", {"inside_boundary": True, "field": "market"}, APART),
    ]),
    *table("HB-014", {**CHENGDE, "agency_kind": "entrusted", "delegatee_township": True, "delegation_lawful": True}, [
        ("filed, and within it", {"delegation_in_scope": True, "delegation_filed": True}, PASSES),
        ("beyond it", {"delegation_in_scope": False, "delegation_filed": True}, FAILS),
        ("not filed", {"delegation_in_scope": True, "delegation_filed": False}, FAILS),
        ("without a basis", {"delegation_lawful": False, "delegation_in_scope": True, "delegation_filed": True}, FAILS),
        ("not known whether filed", {"delegation_in_scope": True}, OPEN),
        ("a delegate that is no township", {"delegatee_township": False, "delegation_in_scope": True, "delegation_filed": False}, APART),
    ]),
    *table("HB-021-3", {**CHENGDE, "recusal_requested_on": "2025-10-20"}, [
        ("decided by the head", {"recusal_decided_on": "2025-10-21", "recusal_decided_by": "principal"}, PASSES),
        ("decided by a deputy head", {"recusal_decided_on": "2025-10-21", "recusal_decided_by": "deputy"}, PASSES),
        ("decided by somebody else", {"recusal_decided_on": "2025-10-21", "recusal_decided_by": "other"}, FAILS),
        ("not decided", {}, FAILS),
        ("nobody knows by whom", {"recusal_decided_on": "2025-10-21"}, OPEN),
        ("nobody asked for it", {"recusal_requested_on": None}, APART),
    ]),
    *table("HB-033-1", {**CHENGDE, "decided_on": None, "outcome": None, "filing_decided_on": "2025-09-23"}, [
        ("its own, and filed", {"clue_duty": "own", "filed_on": "2025-09-23"}, PASSES),
        ("its own, and passed on", {"clue_duty": "own", "outcome": "transfer_agency"}, FAILS),
        ("a bureau's: stopped and told", {"clue_duty": "department", "clue_stopped": True, "clue_told_on": "2025-09-22", "outcome": "transfer_agency"}, PASSES),
        ("a bureau's: told only", {"clue_duty": "department", "clue_stopped": False, "clue_told_on": "2025-09-22"}, FAILS),
        ("a bureau's: stopped only", {"clue_duty": "department", "clue_stopped": True}, FAILS),
        ("a bureau's, and filed", {"clue_duty": "department", "clue_stopped": True, "clue_told_on": "2025-09-22", "filed_on": "2025-09-23"}, FAILS),
        ("a bureau's: nobody said whether stopped", {"clue_duty": "department", "clue_told_on": "2025-09-22"}, OPEN),
        ("of several: reported", {"clue_duty": "several", "clue_reported_on": "2025-09-22"}, PASSES),
        ("of several: filed", {"clue_duty": "several", "clue_reported_on": "2025-09-22", "filed_on": "2025-09-23"}, FAILS),
        ("of several: kept to itself", {"clue_duty": "several"}, FAILS),
        ("nobody said whose", {}, OPEN),
    ]),
    *table("HB-033-2", {**BUREAU, "granted_away": True, "filing_decided_on": "2025-09-23"}, [
        ("the township was told", {"township_told_on": "2025-09-22"}, PASSES),
        ("the township was not told", {}, FAILS),
        ("not known whose it is", {"granted_away": None}, OPEN),
        ("an item of the bureau", {"granted_away": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
