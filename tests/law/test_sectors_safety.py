"""Work safety and chemicals: inspections, register, power cut off, closing, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.sector_marks import ComplaintMark, InspectionMark, RegisterMark, Seized, SupplyCondition
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

S = {"field": "emergency"}
C = {**S, "sector": "chemicals"}
CONCLUDED = {**S, "concluded_on": "2026-06-30"}
CLOSED = {**S, "closed_on": "2026-08-03"}
DECIDED = {**S, "decided_on": "2026-02-13", "outcome": "penalty", "party_kind": "unit"}
FIVE = InspectionMark.TIME | InspectionMark.PLACE | InspectionMark.CONTENT | InspectionMark.PROBLEMS | InspectionMark.HANDLING
SEVEN = SupplyCondition(127)
REPORT = ComplaintMark.CHANNEL | ComplaintMark.IN_WRITING | ComplaintMark.SIGNED

TABLES = [
    *table("AQ-065-2", CONCLUDED, [
        ("work went on", {"inspection_marks": InspectionMark.UNDISTURBED}, PASSES),
        ("work was disturbed", {"inspection_marks": FIVE}, FAILS),
        ("not concluded", {"inspection_marks": FIVE, "concluded_on": None}, OPEN),
        ("another field", {"field": "market", "inspection_marks": FIVE}, APART),
    ]),
    *table("AQ-068", CONCLUDED, [
        ("five elements, both signed", {"inspection_marks": FIVE | InspectionMark.SIGNED}, PASSES),
        ("refused to sign, reported", {"inspection_marks": FIVE | InspectionMark.REFUSAL_REPORTED}, PASSES),
        ("four elements", {"inspection_marks": (FIVE & ~InspectionMark.HANDLING) | InspectionMark.SIGNED}, FAILS),
        ("nobody signed", {"inspection_marks": FIVE}, FAILS),
        ("not concluded", {"inspection_marks": FIVE, "concluded_on": None}, OPEN),
    ]),
    *table("AQ-069", CONCLUDED, [
        ("together, nothing to pass on", {"inspection_marks": InspectionMark.JOINT | InspectionMark.NOTHING_TO_PASS}, PASSES),
        ("apart, told each other, passed on", {"inspection_marks": InspectionMark.TOLD_EACH_OTHER | InspectionMark.PASSED_ON}, PASSES),
        ("apart, told nobody", {"inspection_marks": InspectionMark.NOTHING_TO_PASS}, FAILS),
        ("what was found was not passed on", {"inspection_marks": InspectionMark.JOINT}, FAILS),
        ("not concluded", {"inspection_marks": InspectionMark.JOINT, "concluded_on": None}, OPEN),
    ]),
    *table("AQ-065-1-4", CONCLUDED, [
        ("machines below standard, the place sealed", {"seized_things": Seized.FACILITIES | Seized.PLACE_SEALED, "seized_grounded": True}, PASSES),
        ("the place detained", {"seized_things": Seized.PLACE_TAKEN, "seized_grounded": True}, FAILS),
        ("papers", {"seized_things": Seized.PAPERS, "seized_grounded": True}, FAILS),
        ("without grounds", {"seized_things": Seized.FACILITIES, "seized_grounded": False}, FAILS),
        ("not said", {"seized_things": Seized.FACILITIES}, OPEN),
    ]),
    *table("AQ-073-1", {**S, "clue_source": "report"}, [
        ("in writing, signed, channel open", {"complaint_marks": REPORT}, PASSES),
        ("not in writing", {"complaint_marks": REPORT & ~ComplaintMark.IN_WRITING}, FAILS),
        ("not ours: passed on", {"complaint_marks": ComplaintMark.PASSED_ON}, PASSES),
        ("not noted", {}, OPEN),
        ("no report", {"clue_source": "inspection", "complaint_marks": ComplaintMark.CHANNEL}, APART),
    ]),
    *table("AQ-078-1", DECIDED, [
        ("entered", {"safety_register": RegisterMark.ENTERED}, PASSES),
        ("grave: announced and notified too", {"safety_register": RegisterMark(7), "grave": True}, PASSES),
        ("grave, not notified", {"safety_register": RegisterMark.ENTERED | RegisterMark.ANNOUNCED, "grave": True}, FAILS),
        ("not entered", {"safety_register": RegisterMark.ANNOUNCED}, FAILS),
        ("not noted", {}, OPEN),
        ("not decided", {"decided_on": None, "safety_register": RegisterMark.ANNOUNCED}, APART),
    ]),
    *table("AQ-078-2", DECIDED, [
        ("the seventh working day over the Spring Festival, two Saturdays worked", {"published_on": "2026-03-02"}, PASSES),
        ("the day after", {"published_on": "2026-03-03"}, FAILS),
        ("never", {}, FAILS),
        ("not decided", {"decided_on": None, "outcome": None}, OPEN),
        ("a person", {"party_kind": "person", "published_on": "2026-03-03"}, APART),
        ("no penalty", {"outcome": "none_statutory", "published_on": "2026-03-03"}, APART),
    ]),
    *table("AQ-086-3", {**S, "accident_report_on": "2024-02-29"}, [
        ("a year from 29 February: the 28th", {"accident_evaluated_on": "2025-02-28"}, PASSES),
        ("1 March", {"accident_evaluated_on": "2025-03-01"}, FAILS),
        ("no accident", {"accident_report_on": None}, OPEN),
        ("another field", {"field": "fire", "accident_evaluated_on": "2025-03-01"}, APART),
    ]),
    *table("AQ-070-1", {**S, "supply_cut_at": "2026-06-02T09:00"}, [
        ("all seven", {"supply_conditions": SEVEN}, PASSES),
        *((f"without {condition.name}", {"supply_conditions": SEVEN & ~condition}, FAILS) for condition in SupplyCondition),
        ("not said", {}, OPEN),
        ("not cut", {"supply_cut_at": None, "supply_conditions": SupplyCondition.SAFE}, OPEN),
    ]),
    *table("AQ-070-2", {**S, "supply_kind": "power", "supply_told_at": "2026-06-01T09:00"}, [
        ("twenty-four hours later", {"supply_cut_at": "2026-06-02T09:00"}, PASSES),
        ("a minute too soon", {"supply_cut_at": "2026-06-02T08:59"}, FAILS),
        ("never told", {"supply_told_at": None, "supply_cut_at": "2026-06-02T09:00"}, OPEN),
        ("urgent", {"supply_urgent": True, "supply_cut_at": "2026-06-01T09:30"}, APART),
        ("explosives", {"supply_kind": "explosives", "supply_cut_at": "2026-06-01T09:30"}, APART),
    ]),
    *table("AQ-070-2b", {**CLOSED, "supply_cut_at": "2026-06-02T09:00", "hazard_removed_on": "2026-06-10"}, [
        ("restored", {"supply_restored_on": "2026-06-10"}, PASSES),
        ("restored before the hazard was gone", {"supply_restored_on": "2026-06-09"}, FAILS),
        ("not restored", {}, OPEN),
        ("not closed", {"closed_on": None}, OPEN),
        ("the hazard still there", {"hazard_removed_on": None}, APART),
    ]),
    *table("AQ-112", {**S, "refused_to_correct": True, "correction_ordered_on": "2026-02-28", "decision_fine": 20_000_00, "daily_amount": 20_000_00}, [
        ("from the day after the order, the same amount", {"daily_from": "2026-03-01"}, PASSES),
        ("from the day of the order", {"daily_from": "2026-02-28"}, FAILS),
        ("a 分 more a day", {"daily_from": "2026-03-01", "daily_amount": 20_000_01}, FAILS),
        ("a 分 less a day", {"daily_from": "2026-03-01", "daily_amount": 19_999_99}, FAILS),
        ("corrected", {"daily_from": "2026-03-01", "refused_to_correct": False}, FAILS),
        ("the order not on record", {"daily_from": "2026-03-01", "correction_ordered_on": None}, OPEN),
        ("not penalised daily", {}, OPEN),
    ]),
    *table("AQ-113-1", {**CLOSED, "major_hazard": True}, [
        ("three times in 180 days, closing asked for", {"safety_penalties_180": 3, "closure_asked_on": "2026-07-01"}, PASSES),
        ("three times in 180 days, not asked for", {"safety_penalties_180": 3}, FAILS),
        ("twice in 180 days", {"safety_penalties_180": 2}, APART),
        ("four times in a year", {"safety_penalties_180": 2, "safety_penalties_year": 4}, FAILS),
        ("three times in a year", {"safety_penalties_180": 2, "safety_penalties_year": 3}, APART),
        ("not closed", {"closed_on": None, "safety_penalties_180": 3}, OPEN),
        ("no hazard", {"major_hazard": False, "safety_penalties_180": 3}, APART),
    ]),
    *table("AQ-113-4", {**CLOSED, "stop_refused": True}, [
        ("asked for", {"closure_asked_on": "2026-07-01"}, PASSES),
        ("not asked for", {}, FAILS),
        ("not closed", {"closed_on": None}, OPEN),
        ("obeyed", {"stop_refused": False}, APART),
    ]),
    *table("AQ-115", {**DECIDED, "decision_kinds": Penalty.CLOSE_DOWN}, [
        ("closed by the government", {"decided_by": "government"}, PASSES),
        ("closed by ourselves", {"decided_by": "own"}, FAILS),
        ("detained by ourselves", {"decision_kinds": Penalty.DETENTION, "decided_by": "government"}, FAILS),
        ("not said by whom", {}, OPEN),
        ("a fine", {"decision_kinds": Penalty.FINE, "decided_by": "own"}, APART),
    ]),
    *table("WH-008-1-5", {**C, "concluded_on": "2026-06-30", "seized_things": Seized.PRODUCTS | Seized.VEHICLES}, [
        ("by the principal", {"seized_by_principal": True}, PASSES),
        ("by a deputy", {"seized_by_principal": False}, FAILS),
        ("the place detained", {"seized_by_principal": True, "seized_things": Seized.PLACE_TAKEN}, FAILS),
        ("not said", {}, OPEN),
        ("no chemicals", {"sector": "safety", "seized_by_principal": False}, APART),
    ]),
    *table("WH-009-2", {**C, "concluded_on": "2026-06-30"}, [
        ("passed on", {"inspection_marks": InspectionMark.PASSED_ON}, PASSES),
        ("nothing to pass on", {"inspection_marks": InspectionMark.NOTHING_TO_PASS}, PASSES),
        ("kept", {"inspection_marks": InspectionMark.TIME}, FAILS),
        ("not concluded", {"inspection_marks": InspectionMark.TIME, "concluded_on": None}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
