"""What is told, reviewed and written in a decision under local plans, rule by rule."""

from typing import Any

import pytest

from fadu.law.policies.terms import whole
from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Trigger
from fadu.law.vocabulary.lists import SceneTold
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

DECIDED = {"procedure": "general", "decided_on": "2025-11-12", "outcome": "penalty"}
XINGLONG = {**DECIDED, "place_code": "130822", "agency_kind": "township"}
CHENGDE = {**XINGLONG, "place_code": "130803"}
HARBIN = {**DECIDED, "place_code": "230103", "agency_kind": "statutory"}
PASSED = {"legal_review_passed": True, "legal_reviewed_on": "2025-11-10"}
REFUSED = {"legal_review_passed": False, "legal_reviewed_on": "2025-11-10"}
ALL = whole(SceneTold)

NEEDED = [
    ("major rights without a hearing", {"major_rights": True}),
    ("a hearing without major rights", {"hearing_outcome": "held"}),
    ("the public interest", {"review_triggers": Trigger.PUBLIC_INTEREST}),
    ("a risk to society", {"social_risk": True}),
    ("many relations of law", {"review_triggers": Trigger.COMPLEX}),
    ("by rule of a department", {"review_by_rule": True}),
]


def reviews(rule: str, base: dict[str, Any]) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """Each of the occasions, passed and not passed."""
    shown = [(says, {**facts, **PASSED}, PASSES) for says, facts in NEEDED] + [(f"{says}: refused", {**facts, **REFUSED}, FAILS) for says, facts in NEEDED]
    return table(rule, base, [
        *shown,
        ("none of them", REFUSED, APART),
        ("reviewed after the decision", {"major_rights": True, "legal_review_passed": True, "legal_reviewed_on": "2025-11-13"}, FAILS),
        ("reviewed on the day", {"major_rights": True, "legal_review_passed": True, "legal_reviewed_on": "2025-11-12"}, PASSES),
        ("not reviewed yet", {"major_rights": True}, OPEN),
        ("no penalty", {"major_rights": True, "outcome": "none_statutory"}, APART),
        ("elsewhere", {"major_rights": True, "place_code": "370000", **REFUSED}, APART),
    ])  # fmt: skip


TABLES = [
    *table("P1-7-c", {**XINGLONG, "concluded_on": "2025-10-10"}, [
        ("everything", {"scene_told": ALL}, PASSES),
        ("hearing and recusal are not asked here", {"scene_told": ALL & ~SceneTold.HEARING & ~SceneTold.RECUSAL}, PASSES),
        *((f"without {part.name}", {"scene_told": ALL & ~part}, FAILS) for part in
          (SceneTold.CARD, SceneTold.PAPER, SceneTold.CAUSE, SceneTold.BASIS, SceneTold.DEFENCE, SceneTold.DUTIES)),
        ("nothing registered", {}, OPEN),
        ("a county bureau", {"agency_kind": "statutory", "scene_told": SceneTold.CARD}, APART),
    ]),
    *table("P2-1-9", {**HARBIN, "concluded_on": "2025-10-10"}, [
        ("all seven", {"scene_told": ALL & ~SceneTold.CARD}, PASSES),
        *((f"without {part.name}", {"scene_told": ALL & ~part}, FAILS) for part in SceneTold if part is not SceneTold.CARD),
        ("nothing registered", {}, OPEN),
        ("in Hebei", {"place_code": "130803", "scene_told": SceneTold.CARD}, APART),
    ]),
    *reviews("P1-9", XINGLONG),
    *reviews("P2-3-5", HARBIN),
    *table("P2-3-3", {**HARBIN, "legal_reviewed_on": "2025-11-10"}, [
        ("seven points", {"review_points": 7}, PASSES),
        ("six points", {"review_points": 6}, FAILS),
        ("points not counted", {}, OPEN),
        ("in Hebei", {"place_code": "130803", "review_points": 6}, APART),
    ]),
    *table("P2-3-4", HARBIN, [
        ("agreed to in the end", PASSED, PASSES),
        ("with objections, and decided all the same", REFUSED, FAILS),
        ("reviewed, nobody knows how", {"legal_reviewed_on": "2025-11-10"}, OPEN),
        ("no review", {}, APART),
    ]),
    *table("P1-10-b", XINGLONG, [
        ("explained", {"discretion_told": True}, PASSES),
        ("not explained", {"discretion_told": False}, FAILS),
        ("nobody knows", {}, OPEN),
        ("another county", {"place_code": "130824", "discretion_told": False}, APART),
    ]),
    *table("HB-028-2", CHENGDE, [
        ("explained", {"discretion_told": True}, PASSES),
        ("not explained", {"discretion_told": False}, FAILS),
        ("nobody knows", {}, OPEN),
        ("transferred", {"outcome": "transfer_agency", "discretion_told": False}, APART),
    ]),
    *table("HB-028-1", CHENGDE, [
        ("of the province", {"benchmark_level": "province"}, PASSES),
        ("of the county, within the province's", {"benchmark_level": "county", "benchmark_within": True}, PASSES),
        ("of the city, within the province's", {"benchmark_level": "city", "benchmark_within": True}, PASSES),
        ("of the county, beyond the province's", {"benchmark_level": "county", "benchmark_within": False}, FAILS),
        ("of its own", {"benchmark_level": "township", "benchmark_within": True}, FAILS),
        ("of the county, nobody compared", {"benchmark_level": "county"}, OPEN),
        ("nobody knows", {}, OPEN),
    ]),
    *table("P1-18-b", XINGLONG, [
        ("the county", {"review_organ": "county"}, PASSES),
        ("the bureau in charge", {"review_organ": "department"}, FAILS),
        ("not told", {}, OPEN),
        ("another county", {"place_code": "130824", "review_organ": "department"}, APART),
    ]),
    *table("P1-19", XINGLONG, [
        ("by the head in office", {"signed_by_chief": True}, PASSES),
        ("by somebody else", {"signed_by_chief": False}, FAILS),
        ("nobody knows", {}, OPEN),
        ("on the spot", {"procedure": "simple", "signed_by_chief": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
