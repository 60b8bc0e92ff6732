"""Permits of fire safety and chemicals, and an organ's year in its sector, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.hearing_marks import AgreementPart, DataKept
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

AGREEMENT, KEPT = AgreementPart(31), DataKept(511)


def permit(kind: str, **facts: Any) -> dict[str, Any]:
    return {"permit_kind": kind, **{f"permit_{name}": value for name, value in facts.items()}}


def decided(rule: str, kind: str, received: str, last: str, late: str) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """The rows of a clock from the papers to the decision."""
    return table(rule, permit(kind, received_on=received), [
        ("the last day", {"permit_decided_on": last}, PASSES),
        ("the day after", {"permit_decided_on": late}, FAILS),
        ("no papers", {"permit_received_on": None}, OPEN),
        ("another permit", {"permit_kind": "fire_filing", "permit_decided_on": late}, APART),
    ])  # fmt: skip


TABLES = [
    *table("XF-015-3", permit("fire_check", accepted_on="2026-09-18"), [
        ("the tenth working day: Sunday the 20th worked, the 25th and 1 to 7 October off", {"permit_checked_on": "2026-10-09"}, PASSES),
        ("the day after", {"permit_checked_on": "2026-10-10"}, FAILS),
        ("not accepted", {"permit_accepted_on": None}, OPEN),
        ("on a promise", {"permit_kind": "fire_promise", "permit_checked_on": "2026-10-10"}, APART),
    ]),
    *table("XF-015-3-grant", permit("fire_check", decided_on="2026-06-10"), [
        ("passed and granted", {"permit_check_passed": True, "permit_granted": True}, PASSES),
        ("failed and refused", {"permit_check_passed": False, "permit_granted": False}, PASSES),
        ("passed and refused", {"permit_check_passed": True, "permit_granted": False}, FAILS),
        ("failed and granted", {"permit_check_passed": False, "permit_granted": True}, FAILS),
        ("not checked", {"permit_granted": True}, OPEN),
    ]),
    *table("XF-015-2", permit("fire_promise", granted=True, decided_on="2026-06-10", closed_on="2026-07-10"), [
        ("verified after the grant", {"permit_checked_on": "2026-06-10"}, PASSES),
        ("looked at before the grant", {"permit_checked_on": "2026-06-09"}, FAILS),
        ("not verified", {}, OPEN),
        ("refused", {"permit_granted": False}, APART),
    ]),
    *table("XF-015-2-grant", permit("fire_promise", decided_on="2026-06-10"), [
        ("complete and granted", {"permit_complete": True, "permit_granted": True}, PASSES),
        ("complete and refused", {"permit_complete": True, "permit_granted": False}, FAILS),
        ("lacking and granted", {"permit_complete": False, "permit_granted": True}, FAILS),
        ("not decided", {"permit_decided_on": None}, OPEN),
    ]),
    *table("XF-013-2", permit("fire_filing", selected=True, closed_on="2026-07-10"), [
        ("drawn and checked", {"permit_checked_on": "2026-07-01"}, PASSES),
        ("drawn and not checked", {}, FAILS),
        ("not closed", {"permit_closed_on": None}, OPEN),
        ("not drawn", {"permit_selected": False}, APART),
    ]),
    *table("XF-056-2", permit("fire_check", decided_on="2026-06-10"), [
        ("free", {"permit_free": True}, PASSES),
        ("charged", {"permit_free": False}, FAILS),
        ("not said", {}, OPEN),
        ("chemicals", {"permit_kind": "chem_use", "permit_free": False}, APART),
    ]),
    *table("XF-058-2", permit("fire_promise", mismatch_found_on="2026-06-01", revoked_on="2026-06-17", still_failing=True), [
        ("ordered, overdue, still failing", {"permit_correction_due_on": "2026-06-16"}, PASSES),
        ("on the last day to correct", {"permit_correction_due_on": "2026-06-17"}, FAILS),
        ("corrected", {"permit_correction_due_on": "2026-06-16", "permit_still_failing": False}, FAILS),
        ("never ordered", {}, OPEN),
    ]),
    *decided("WH-023-2", "chem_review", "2026-06-01", "2026-06-30", "2026-07-01"),
    *table("WH-023-2-told", permit("chem_review", decided_on="2026-06-10"), [
        ("in writing", {"permit_told_in_writing": True}, PASSES),
        ("not in writing", {"permit_told_in_writing": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *decided("WH-050-1", "chem_use", "2026-06-01", "2026-06-30", "2026-07-01"),
    *decided("WH-055-1", "chem_trade", "2026-09-18", "2026-10-22", "2026-10-23"),
    *table("WH-055-1-site", permit("chem_trade", decided_on="2026-06-10"), [
        ("seen before", {"permit_checked_on": "2026-06-10"}, PASSES),
        ("seen afterwards", {"permit_checked_on": "2026-06-11"}, FAILS),
        ("not seen", {}, OPEN),
    ]),
    *decided("WH-059-2", "poison_buy", "2026-06-17", "2026-06-23", "2026-06-24"),
    *decided("WH-071-3", "poison_pass", "2026-06-17", "2026-06-29", "2026-06-30"),
    *table("WH-050-1-reason", permit("poison_buy", granted=False, decided_on="2026-06-22"), [
        ("told in writing, with reasons", {"permit_told_in_writing": True, "permit_refusal_reasoned": True}, PASSES),
        ("without reasons", {"permit_told_in_writing": True, "permit_refusal_reasoned": False}, FAILS),
        ("by word of mouth", {"permit_told_in_writing": False, "permit_refusal_reasoned": True}, FAILS),
        ("not said", {}, OPEN),
        ("granted", {"permit_granted": True, "permit_refusal_reasoned": False}, APART),
    ]),
    *table("AQ-062-2", {}, [
        ("made and followed", {"duties_plan_made": True, "duties_plan_followed": True}, PASSES),
        ("made, not followed", {"duties_plan_made": True, "duties_plan_followed": False}, FAILS),
        ("none", {"duties_plan_made": False}, FAILS),
        ("the year not over", {"duties_plan_made": True}, OPEN),
        ("not an organ of work safety", {}, APART),
    ]),
    *table("GG-053-1b", {}, [
        ("open to all", {"duties_channels_public": True}, PASSES),
        ("not told to anybody", {"duties_channels_public": False}, FAILS),
        ("not noted", {}, OPEN),
    ]),
    *table("SA-038", {}, [
        ("within its duties, kept secret", {"duties_data_kept": KEPT}, PASSES),
        ("beyond its duties", {"duties_data_kept": KEPT & ~DataKept.SCOPE}, FAILS),
        ("told about", {"duties_data_kept": KEPT & ~DataKept.SECRET}, FAILS),
        ("not noted", {}, OPEN),
    ]),
    *table("SA-040", {"duties_outsourced": True}, [
        ("approved, supervised, nothing kept", {"duties_data_kept": KEPT}, PASSES),
        *((f"without {part.name}", {"duties_data_kept": KEPT & ~part}, FAILS) for part in (DataKept.APPROVED, DataKept.SUPERVISED, DataKept.NOT_KEPT)),
        ("not noted", {}, OPEN),
        ("nothing given out", {"duties_outsourced": False, "duties_data_kept": DataKept.SCOPE}, APART),
    ]),
    *table("SA-027-1", {}, [
        ("graded, ruled, trained, guarded", {"duties_data_kept": KEPT}, PASSES),
        *((f"without {part.name}", {"duties_data_kept": KEPT & ~part}, FAILS) for part in (DataKept.GRADED, DataKept.RULES, DataKept.TRAINED, DataKept.TECHNICAL)),
        ("not noted", {}, OPEN),
    ]),
    *table("SA-029", {"duties_incident_on": "2026-05-04"}, [
        ("met that day, told", {"duties_incident_handled_on": "2026-05-04", "duties_incident_told_on": "2026-05-05"}, PASSES),
        ("met the next day", {"duties_incident_handled_on": "2026-05-05", "duties_incident_told_on": "2026-05-05"}, FAILS),
        ("told nobody", {"duties_incident_handled_on": "2026-05-04"}, FAILS),
        ("not noted how it was met", {"duties_incident_told_on": "2026-05-05"}, OPEN),
        ("nothing happened", {"duties_incident_on": None}, APART),
    ]),
    *table("FJ-006-2", {"duties_agreement_signed_on": "2026-06-01"}, [
        ("all five", {"duties_agreement_parts": AGREEMENT}, PASSES),
        *((f"without {part.name}", {"duties_agreement_parts": AGREEMENT & ~part}, FAILS) for part in AgreementPart),
        ("not noted", {}, OPEN),
    ]),
    *table("FJ-006-3", {"duties_agreement_signed_on": "2026-06-01"}, [
        ("the fifteenth day", {"duties_agreement_filed_on": "2026-06-16"}, PASSES),
        ("the sixteenth", {"duties_agreement_filed_on": "2026-06-17"}, FAILS),
        ("the fifteenth is the Dragon Boat festival: Monday the 22nd", {"duties_agreement_signed_on": "2026-06-04", "duties_agreement_filed_on": "2026-06-22"}, PASSES),
        ("the 23rd", {"duties_agreement_signed_on": "2026-06-04", "duties_agreement_filed_on": "2026-06-23"}, FAILS),
        ("no agreement", {"duties_agreement_signed_on": None}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
