"""Fire: sealing, enforcing, resuming, reporting, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.sector_marks import FireDanger, Seized
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

F = {"field": "fire"}
CLOSED = {**F, "closed_on": "2026-08-03"}
THREE = FireDanger(7)

TABLES = [
    *table("XF-054", {**F, "concluded_on": "2026-06-30"}, [
        ("told, not removed, grave: sealed", {"fire_danger": THREE, "seized_things": Seized.PLACE_SEALED}, PASSES),
        ("all three, not sealed", {"fire_danger": THREE}, FAILS),
        ("sealed without having told", {"fire_danger": THREE & ~FireDanger.TOLD, "seized_things": Seized.PLACE_SEALED}, FAILS),
        ("sealed though it was removed", {"fire_danger": THREE & ~FireDanger.NOT_REMOVED, "seized_things": Seized.PLACE_SEALED}, FAILS),
        ("sealed though not grave", {"fire_danger": THREE & ~FireDanger.GRAVE, "seized_things": Seized.PLACE_SEALED}, FAILS),
        ("removed, not sealed", {"fire_danger": FireDanger.TOLD}, PASSES),
        ("not concluded", {"fire_danger": THREE, "concluded_on": None}, OPEN),
        ("no hazard noted", {}, APART),
        ("another field", {"field": "emergency", "fire_danger": THREE}, APART),
    ]),
    *table("XF-055-1", {**CLOSED, "public_fire_hazard": True}, [
        ("the government told", {"government_told_on": "2026-07-01"}, PASSES),
        ("not told", {}, FAILS),
        ("not closed", {"closed_on": None}, OPEN),
        ("no such hazard", {"public_fire_hazard": False}, APART),
    ]),
    *table("XF-060-3", {**F, "enforced_for": "obstruction", "enforced_on": "2026-07-02", "refused_to_correct": True}, [
        ("ordered the day before, refused", {"correction_ordered_on": "2026-07-01"}, PASSES),
        ("ordered and enforced on one day", {"correction_ordered_on": "2026-07-02"}, FAILS),
        ("corrected", {"correction_ordered_on": "2026-07-01", "refused_to_correct": False}, FAILS),
        ("never ordered", {}, OPEN),
        ("another matter", {"enforced_for": "other", "correction_ordered_on": "2026-07-02"}, APART),
    ]),
    *table("XF-070-3", {**F, "enforced_for": "stop", "perform_by": "2026-07-01", "enforced_on": "2026-07-02"}, [
        ("overdue and demanded", {"demanded_on": "2026-07-02"}, PASSES),
        ("on the last day to obey", {"perform_by": "2026-07-02", "demanded_on": "2026-07-01"}, FAILS),
        ("demanded afterwards", {"demanded_on": "2026-07-03"}, FAILS),
        ("never demanded", {}, OPEN),
    ]),
    *table("XF-070-2", {**F, "decision_kinds": Penalty.STOP_BUSINESS, "resumed_on": "2026-07-20"}, [
        ("checked, then resumed", {"recheck_passed_on": "2026-07-20"}, PASSES),
        ("resumed before the check", {"recheck_passed_on": "2026-07-21"}, FAILS),
        ("no check", {}, OPEN),
        ("not resumed", {"resumed_on": None}, APART),
        ("never stopped", {"decision_kinds": Penalty.FINE, "recheck_passed_on": "2026-07-21"}, APART),
    ]),
    *table("XF-070-4", {**F, "outcome": "penalty", "decided_on": "2026-06-20", "decision_kinds": Penalty.STOP_BUSINESS, "wide_impact": True}, [
        ("by the government, asked by housing or emergency management", {"decided_by": "government_via"}, PASSES),
        ("by the government, asked by the fire brigade itself", {"decided_by": "government"}, FAILS),
        ("by the brigade", {"decided_by": "own"}, FAILS),
        ("not said", {}, OPEN),
        ("little impact", {"wide_impact": False, "decided_by": "own"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
