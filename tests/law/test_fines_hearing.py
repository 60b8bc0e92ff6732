"""Hearings by the rules of 2021, fines and their collection, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.hearing_marks import BankTold, HearingHeld, HearingReady, HearingReportPart, Stated
from fadu.law.vocabulary.kinds import Penalty, Told
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

M = {"field": "market"}
HELD = {**M, "hearing_held_on": "2025-11-03"}
REPORTED = {**M, "hearing_reported_on": "2025-11-06"}
NOTIFIED = {**M, "notified_on": "2025-10-16"}
FOUR = Told.CONTENT | Told.FACTS | Told.REASONS | Told.BASIS | Told.DEFENCE
READY = HearingReady.APPOINTED | HearingReady.NAMED | HearingReady.RECUSAL_TOLD | HearingReady.RETURNED
PARTS, STATED, TOLD = HearingReportPart(63), Stated(31), BankTold(31)
PERSON, UNIT = {"party_kind": "person"}, {"party_kind": "unit"}
FINE, GAIN = {"proposed_kinds": Penalty.FINE}, {"proposed_kinds": Penalty.GAIN}

TABLES = [
    *table("ST-004-2", HELD, [
        ("of the chair by the head", {"hearing_recusal_of": "chair", "hearing_recusal_by": "head"}, PASSES),
        ("of the chair by himself", {"hearing_recusal_of": "chair", "hearing_recusal_by": "chair"}, FAILS),
        ("of the clerk by the chair", {"hearing_recusal_of": "clerk", "hearing_recusal_by": "chair"}, PASSES),
        ("of the interpreter by the head", {"hearing_recusal_of": "interpreter", "hearing_recusal_by": "head"}, FAILS),
        ("not said by whom", {"hearing_recusal_of": "member"}, OPEN),
        ("nobody asked", {"hearing_recusal_by": "other"}, APART),
        ("another field", {"field": "ecology", "hearing_recusal_of": "chair", "hearing_recusal_by": "chair"}, APART),
    ]),
    *table("ST-005-1-3", {**NOTIFIED, **FINE}, [
        ("a person, ten thousand, told", {**PERSON, "proposed_fine": 10_000_00, "told": FOUR | Told.HEARING}, PASSES),
        ("a person, ten thousand, not told", {**PERSON, "proposed_fine": 10_000_00, "told": FOUR}, FAILS),
        ("a person, a 分 less", {**PERSON, "proposed_fine": 9_999_99, "told": FOUR}, APART),
        ("a firm, a hundred thousand, not told", {**UNIT, "proposed_fine": 100_000_00, "told": FOUR}, FAILS),
        ("a firm, a 分 less", {**UNIT, "proposed_fine": 99_999_99, "told": FOUR}, APART),
        ("not known what was told", {**UNIT, "proposed_fine": 100_000_00}, OPEN),
        ("the province has its own amount", {**UNIT, "hearing_threshold": 200_000_00, "proposed_fine": 100_000_00, "told": FOUR}, APART),
    ]),
    *table("ST-005-1-4", {**NOTIFIED, **GAIN}, [
        ("a person, ten thousand, told", {**PERSON, "proposed_gain": 10_000_00, "told": FOUR | Told.HEARING}, PASSES),
        ("a person, ten thousand, not told", {**PERSON, "proposed_gain": 10_000_00, "told": FOUR}, FAILS),
        ("a person, a 分 less", {**PERSON, "proposed_gain": 9_999_99, "told": FOUR}, APART),
        ("a firm, a hundred thousand, not told", {**UNIT, "proposed_gain": 100_000_00, "told": FOUR}, FAILS),
        ("a firm, a 分 less", {**UNIT, "proposed_gain": 99_999_99, "told": FOUR}, APART),
        ("not known what was told", {**UNIT, "proposed_gain": 100_000_00}, OPEN),
    ]),
    *table("ST-007-1b", {**M, "hearing_notice_on": "2025-10-21"}, [
        ("by word of mouth, recorded and signed", {"hearing_asked_how": "oral_signed"}, PASSES),
        ("on the receipt", {"hearing_asked_how": "receipt"}, PASSES),
        ("by word of mouth, not signed", {"hearing_asked_how": "oral"}, FAILS),
        ("no notice yet", {"hearing_asked_how": "oral", "hearing_notice_on": None}, OPEN),
        ("not noted", {}, APART),
    ]),
    *table("ST-011-1", HELD, [
        ("two members", {"hearing_members": 2}, PASSES),
        ("none", {"hearing_members": 0}, PASSES),
        ("three", {"hearing_members": 3}, FAILS),
        ("not held", {"hearing_members": 3, "hearing_held_on": None}, OPEN),
    ]),
    *table("ST-011-1-chair", HELD, [
        ("by the head", {"hearing_ready": HearingReady.APPOINTED}, PASSES),
        ("by nobody", {"hearing_ready": HearingReady.NAMED}, FAILS),
        ("not held", {"hearing_ready": HearingReady.NAMED, "hearing_held_on": None}, OPEN),
    ]),
    *table("ST-011-3", HELD, [
        ("no handler", {"hearing_handlers": 0}, PASSES),
        ("a handler keeps the record", {"hearing_handlers": 1}, FAILS),
        ("not held", {"hearing_handlers": 1, "hearing_held_on": None}, OPEN),
    ]),
    *table("ST-018", {**M, "hearing_requested_on": "2025-10-20"}, [
        ("the third working day", {"hearing_chair_on": "2025-10-23"}, PASSES),
        ("the fourth", {"hearing_chair_on": "2025-10-24"}, FAILS),
        ("never, long past", {}, FAILS),
        ("not asked for", {"hearing_requested_on": None}, OPEN),
        ("notice given, the day of the chair not noted", {"hearing_notice_on": "2025-10-21"}, APART),
        ("taken back before", {"hearing_outcome": "withdrawn"}, APART),
    ]),
    *table("ST-019", {**M, "hearing_chair_on": "2025-09-26"}, [
        ("the third working day, Sunday the 28th worked", {"hearing_file_on": "2025-09-30"}, PASSES),
        ("after the holidays", {"hearing_file_on": "2025-10-09"}, FAILS),
        ("no chair", {"hearing_chair_on": None}, OPEN),
    ]),
    *table("ST-020-1a", {**M, "hearing_file_on": "2025-09-30"}, [
        ("the fifth working day: 1 to 8 October off, Saturday the 11th worked", {"hearing_fixed_on": "2025-10-14"}, PASSES),
        ("the sixth", {"hearing_fixed_on": "2025-10-15"}, FAILS),
        ("no file", {"hearing_file_on": None}, OPEN),
    ]),
    *table("ST-020-2", HELD, [
        ("named and told", {"hearing_ready": READY}, PASSES),
        ("names lacking", {"hearing_ready": READY & ~HearingReady.NAMED}, FAILS),
        ("not told of recusal", {"hearing_ready": READY & ~HearingReady.RECUSAL_TOLD}, FAILS),
        ("not held", {"hearing_ready": HearingReady.NAMED, "hearing_held_on": None}, OPEN),
    ]),
    *table("ST-020-3", {**M, "hearing_held_on": "2025-10-31", "hearing_ready": READY | HearingReady.THIRD}, [
        ("seven working days lie between", {"hearing_third_told_on": "2025-10-21"}, PASSES),
        ("six", {"hearing_third_told_on": "2025-10-22"}, FAILS),
        ("not told", {}, OPEN),
        ("no third party", {"hearing_ready": READY, "hearing_third_told_on": "2025-10-22"}, APART),
    ]),
    *table("ST-021", {**M, "hearing_held_on": "2025-10-31", "hearing_ready": READY}, [
        ("seven working days lie between", {"hearing_handlers_told_on": "2025-10-21"}, PASSES),
        ("six", {"hearing_handlers_told_on": "2025-10-22"}, FAILS),
        ("the file not returned", {"hearing_handlers_told_on": "2025-10-21", "hearing_ready": READY & ~HearingReady.RETURNED}, FAILS),
        ("not told", {}, OPEN),
    ]),
    *table("ST-022-2", {**M, "hearing_held_on": "2025-11-03", "hearing_ready": READY}, [
        ("three working days lie between", {"hearing_announced_on": "2025-10-28"}, PASSES),
        ("two", {"hearing_announced_on": "2025-10-29"}, FAILS),
        ("not announced", {}, OPEN),
        ("behind closed doors", {"hearing_ready": READY | HearingReady.CLOSED_DOORS}, APART),
    ]),
    *table("ST-015-3", {**M, "hearing_withdrawn": True}, [
        ("by the party", {"hearing_given_up_by": "party"}, PASSES),
        ("by an agent with that power", {"hearing_given_up_by": "authorised"}, PASSES),
        ("by an agent without it", {"hearing_given_up_by": "agent"}, FAILS),
        ("not withdrawn", {"hearing_withdrawn": None, "hearing_given_up_by": "agent"}, OPEN),
    ]),
    *table("ST-016", REPORTED, [
        ("they were there", {"hearing_held_marks": HearingHeld.HANDLERS_PRESENT}, PASSES),
        ("they were not", {"hearing_held_marks": HearingHeld.SIGNED_BY_ALL}, FAILS),
        ("no report", {"hearing_held_marks": HearingHeld.SIGNED_BY_ALL, "hearing_reported_on": None}, OPEN),
    ]),
    *table("ST-026-1", {**M, "hearing_paused_on": "2025-11-03"}, [
        ("on a ground", {"hearing_pause_ground": "evidence"}, PASSES),
        ("on none of the five", {"hearing_pause_ground": "busy"}, FAILS),
        ("not said", {}, OPEN),
        ("not paused", {"hearing_paused_on": None, "hearing_pause_ground": "busy"}, OPEN),
    ]),
    *table("ST-027", {**M, "hearing_withdrawn": True}, [
        ("withdrawn", {"hearing_ended_by": "withdrawn"}, PASSES),
        ("did not come", {"hearing_ended_by": "absent"}, PASSES),
        ("for a reason that is none", {"hearing_ended_by": "late"}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *table("ST-028-2", REPORTED, [
        ("signed by all", {"hearing_held_marks": HearingHeld.SIGNED_BY_ALL}, PASSES),
        ("refused, noted by the chair", {"hearing_held_marks": HearingHeld.REFUSAL_NOTED}, PASSES),
        ("not signed", {"hearing_held_marks": HearingHeld.HANDLERS_PRESENT}, FAILS),
        ("no report", {"hearing_held_marks": HearingHeld.HANDLERS_PRESENT, "hearing_reported_on": None}, OPEN),
    ]),
    *table("ST-029-1", HELD, [
        ("the fifth working day", {"hearing_reported_on": "2025-11-10"}, PASSES),
        ("the sixth", {"hearing_reported_on": "2025-11-11"}, FAILS),
        ("not held", {"hearing_held_on": None}, OPEN),
        ("another field", {"field": "ecology", "hearing_reported_on": "2025-11-11"}, APART),
    ]),
    *table("ST-030", REPORTED, [
        ("all six", {"hearing_report_parts": PARTS}, PASSES),
        *((f"without {part.name}", {"hearing_report_parts": PARTS & ~part}, FAILS) for part in HearingReportPart),
        ("no report", {"hearing_report_parts": HearingReportPart.CAUSE, "hearing_reported_on": None}, OPEN),
    ]),
    *table("FJ-007-1", {"outcome": "penalty", "decision_kinds": Penalty.FINE, "served_on": "2026-06-25"}, [
        ("all five", {"fine_stated": STATED}, PASSES),
        *((f"without {part.name}", {"fine_stated": STATED & ~part}, FAILS) for part in Stated),
        ("not served", {"fine_stated": Stated.BANK, "served_on": None}, OPEN),
        ("no fine", {"decision_kinds": Penalty.WARNING, "fine_stated": Stated.BANK}, APART),
    ]),
    *table("FJ-010", {"paid_on": "2026-07-06"}, [
        ("all told, in writing, as agreed", {"bank_told": TOLD}, PASSES),
        *((f"without {part.name}", {"bank_told": TOLD & ~part}, FAILS) for part in BankTold),
        ("not noted", {}, OPEN),
        ("collected on the spot", {"collected_on": "2026-07-06"}, APART),
        ("not paid", {"paid_on": None}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
