"""Who supervises whom, who stands aside, and how a matter is taken up, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("JD-002", {"supervision_filed_on": "2026-03-10"}, [
        ("a department of the same government", {"supervision_target": "department"}, PASSES),
        ("a lower government", {"supervision_target": "lower_government"}, PASSES),
        ("a court", {"supervision_target": "outside"}, FAILS),
        ("not filed", {"supervision_target": "outside", "supervision_filed_on": None}, OPEN),
        ("a line of command has its own rule", {"supervision_target": "own_body"}, APART),
    ]),
    *table("JD-006-1", {"supervision_filed_on": "2026-03-10", "supervision_target": "department"}, [
        ("the justice department", {"supervision_body": "justice"}, PASSES),
        ("the station", {"supervision_body": "station"}, FAILS),
        ("not said", {}, OPEN),
        ("within a department", {"supervision_target": "own_body", "supervision_body": "department"}, APART),
    ]),
    *table("JD-006-2", {"supervision_letter_on": "2026-03-10"}, [
        ("by the county body", {"supervision_letter_issuer": "body"}, PASSES),
        ("by the station itself", {"supervision_letter_issuer": "station"}, FAILS),
        ("no letter", {"supervision_letter_on": None}, OPEN),
    ]),
    *table("JD-042-1", {"supervision_filed_on": "2026-03-10", "supervision_target": "own_body"}, [
        ("the department", {"supervision_body": "department"}, PASSES),
        ("the justice department", {"supervision_body": "justice"}, FAILS),
        ("not filed", {"supervision_filed_on": None}, OPEN),
        ("a department", {"supervision_target": "department"}, APART),
    ]),
    *table("JD-042-2", {"supervision_closed_on": "2026-03-10", "supervision_target": "vertical", "supervision_problem": True}, [
        ("the superior was told", {"supervision_superior_told_on": "2026-03-10"}, PASSES),
        ("not told", {}, FAILS),
        ("not closed", {"supervision_closed_on": None}, OPEN),
        ("nothing wrong", {"supervision_problem": False}, APART),
        ("no line of command", {"supervision_target": "department"}, APART),
    ]),
    *table("JD-042-3", {"supervision_filed_on": "2026-03-10", "supervision_target": "lower_department", "supervision_body": "department", "supervision_level": "city", "supervision_guided_by_body": True}, [
        ("a city department, guided", {}, PASSES),
        ("a county department", {"supervision_level": "county"}, FAILS),
        ("not guided", {"supervision_guided_by_body": False}, FAILS),
        ("by the justice department", {"supervision_body": "justice"}, FAILS),
        ("guidance unknown", {"supervision_guided_by_body": None}, OPEN),
    ]),
    *table("SD-022", {"supervision_inspected_on": "2026-03-10", "supervision_place": "shandong", "supervision_supervisors": 2, "supervision_supervisors_certified": True, "supervision_cards_shown": True}, [
        ("two, with cards shown", {}, PASSES),
        ("one", {"supervision_supervisors": 1}, FAILS),
        ("cards not shown", {"supervision_cards_shown": False}, FAILS),
        ("a card out of date", {"supervision_supervisors_certified": False}, FAILS),
        ("number unknown", {"supervision_supervisors": None}, OPEN),
        ("another province", {"supervision_place": "other"}, APART),
    ]),
    *table("HJ-017-2", {"supervision_inspected_on": "2026-03-10", "supervision_place": "hebei"}, [
        ("all hold the card", {"supervision_supervisors_certified": True}, PASSES),
        ("one does not", {"supervision_supervisors_certified": False}, FAILS),
        ("unknown", {}, OPEN),
        ("Shandong", {"supervision_place": "shandong"}, APART),
    ]),
    *table("HJ-019", {"supervision_inspected_on": "2026-03-10", "supervision_place": "hebei", "supervision_supervisors": 2, "supervision_cards_shown": True, "supervision_recorded": True}, [
        ("two, shown and recorded", {}, PASSES),
        ("one", {"supervision_supervisors": 1}, FAILS),
        ("not recorded", {"supervision_recorded": False}, FAILS),
        ("not shown", {"supervision_cards_shown": False}, FAILS),
        ("unknown", {"supervision_recorded": None}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("HJ-018", {"supervision_place": "hebei", "supervision_recusal_decided_on": "2026-03-10"}, [
        ("by the principal", {"supervision_recusal_decided_by": "principal"}, PASSES),
        ("by a deputy", {"supervision_recusal_decided_by": "deputy"}, FAILS),
        ("not said", {}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("GW-076", {"supervision_inspected_on": "2026-03-10"}, [
        ("nobody in conflict", {"supervision_conflicted": 0}, PASSES),
        ("one who should stand aside", {"supervision_conflicted": 1}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("GW-077-1", {"supervision_recusal_ground": "kin"}, [
        ("he asked himself", {"supervision_recusal_self": True}, PASSES),
        ("others had to ask", {"supervision_recusal_self": False}, FAILS),
        ("unknown", {}, OPEN),
        ("no ground", {"supervision_recusal_ground": None}, APART),
    ]),
    *table("GW-077-2", {"supervision_inspected_on": "2026-03-10", "supervision_recusal_asked_on": "2026-03-06"}, [
        ("decided the same day", {"supervision_recusal_decided_on": "2026-03-06"}, PASSES),
        ("decided on the day itself", {"supervision_recusal_decided_on": "2026-03-10"}, PASSES),
        ("decided a day after", {"supervision_recusal_decided_on": "2026-03-11"}, FAILS),
        ("an earlier decision is of an earlier request", {"supervision_recusal_decided_on": "2026-03-05"}, FAILS),
        ("not decided", {}, OPEN),
        ("nobody asked", {"supervision_recusal_asked_on": None}, APART),
    ]),
    *table("JD-014", {"supervision_filed_on": "2026-03-10"}, [
        ("daily", {"supervision_kind": "daily"}, PASSES),
        ("not said", {}, FAILS),
        ("not filed", {"supervision_filed_on": None}, OPEN),
    ]),
    *table("JD-020-1", {"supervision_filed_on": "2026-03-10", "supervision_kind": "key"}, [
        ("typical and serious", {"supervision_key_typical": True}, PASSES),
        ("ordinary", {"supervision_key_typical": False}, FAILS),
        ("unknown", {}, OPEN),
        ("daily", {"supervision_kind": "daily"}, APART),
    ]),
    *table("JD-020-2", {"supervision_filed_on": "2026-03-10", "supervision_clue_source": "hotline", "supervision_clue_received_on": "2026-03-05"}, [
        ("read before filing", {"supervision_clue_assessed_on": "2026-03-06"}, PASSES),
        ("read on the day", {"supervision_clue_assessed_on": "2026-03-10"}, PASSES),
        ("read after filing", {"supervision_clue_assessed_on": "2026-03-11"}, FAILS),
        ("read before it came", {"supervision_clue_assessed_on": "2026-03-04"}, FAILS),
        ("not read", {}, OPEN),
        ("from the plan", {"supervision_clue_source": "plan"}, APART),
    ]),
    *table("JD-020-3", {"supervision_filed_on": "2026-03-10", "supervision_key_means": 1}, [
        ("key supervision", {"supervision_kind": "key"}, PASSES),
        ("daily supervision", {"supervision_kind": "daily"}, FAILS),
        ("kind unknown", {}, OPEN),
        ("no such means", {"supervision_key_means": 0}, APART),
    ]),
    *table("JD-021-1", {"supervision_filed_on": "2026-03-10", "supervision_kind": "special", "supervision_level": "province", "supervision_special_mandate": True}, [
        ("a province", {}, PASSES),
        ("a city", {"supervision_level": "city"}, FAILS),
        ("without a mandate", {"supervision_special_mandate": False}, FAILS),
        ("unknown", {"supervision_special_mandate": None}, OPEN),
        ("key", {"supervision_kind": "key"}, APART),
    ]),
    *table("JD-021-2", {"supervision_filed_on": "2026-03-10", "supervision_kind": "special", "supervision_plan_parts": 4, "supervision_plan_approved_on": "2026-03-10"}, [
        ("four parts, approved on the day", {}, PASSES),
        ("three parts", {"supervision_plan_parts": 3}, FAILS),
        ("approved a day later", {"supervision_plan_approved_on": "2026-03-11"}, FAILS),
        ("not approved", {"supervision_plan_approved_on": None}, OPEN),
        ("daily", {"supervision_kind": "daily"}, APART),
    ]),
    *table("JD-033-3", {"supervision_filed_on": "2026-03-10"}, [
        ("no dispute", {"supervision_remedy": "none"}, PASSES),
        ("could go to review, party guided", {"supervision_remedy": "eligible", "supervision_remedy_guided": True}, PASSES),
        ("could go to review, party not told", {"supervision_remedy": "eligible"}, FAILS),
        ("already before the court", {"supervision_remedy": "entered"}, FAILS),
        ("unknown", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
