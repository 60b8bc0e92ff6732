"""Transfers to the police: the days, the papers, the answers, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.hearing_marks import TransferPart
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

SENT = TransferPart.LETTER | TransferPart.REPORT | TransferPart.OTHER | TransferPart.GOODS | TransferPart.EXPERT


def known(**facts: Any) -> dict[str, Any]:
    return {"transfer_direction": "to_police", **{f"transfer_{name}": value for name, value in facts.items()}}


def three_days(rule: str, begins: str, ends: str, *, lapses: bool = False, **given: Any) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """The rows of a clock of three civil days."""
    start, end = f"transfer_{begins}", f"transfer_{ends}"
    return table(rule, known(**given), [
        ("the third day", {start: "2026-06-01", end: "2026-06-04"}, PASSES),
        ("the fourth", {start: "2026-06-01", end: "2026-06-05"}, FAILS),
        ("the third is the Dragon Boat festival: Monday the 22nd", {start: "2026-06-16", end: "2026-06-22"}, PASSES),
        ("Tuesday the 23rd", {start: "2026-06-16", end: "2026-06-23"}, FAILS),
        ("civil days: Friday to Monday", {start: "2026-06-05", end: "2026-06-08"}, PASSES),
        ("Friday to Tuesday", {start: "2026-06-05", end: "2026-06-09"}, FAILS),
        ("never: a right is let go, a duty broken", {start: "2026-06-01"}, OPEN if lapses else FAILS),
        ("not begun", {}, OPEN),
        ("sent to us", {"transfer_direction": "from_justice", start: "2026-06-01", end: "2026-06-05"}, APART),
    ])  # fmt: skip


TABLES = [
    *table("YS-003-1", known(head_decided_on="2026-06-03", standard_met=True), [
        ("approved", {"transfer_head_approved": True}, PASSES),
        ("not approved", {"transfer_head_approved": False}, FAILS),
        ("not decided", {"transfer_head_decided_on": None}, OPEN),
        ("below the standard", {"transfer_standard_met": False, "transfer_head_approved": False}, APART),
    ]),
    *table("YS-003-2", known(head_decided_on="2026-06-03", intellectual=True, reasonable_suspicion=True), [
        ("approved", {"transfer_head_approved": True}, PASSES),
        ("not approved, though suspicion is enough", {"transfer_head_approved": False}, FAILS),
        ("not decided", {"transfer_head_decided_on": None}, OPEN),
        ("not of intellectual property", {"transfer_intellectual": False, "transfer_head_approved": False}, APART),
    ]),
    *table("YS-005-1", known(reported_on="2026-06-01", reported_in_writing=True), [
        ("two", {"transfer_assigned": 2}, PASSES),
        ("one", {"transfer_assigned": 1}, FAILS),
        ("two, by word of mouth", {"transfer_assigned": 2, "transfer_reported_in_writing": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *table("YS-005-1-head", known(head_decided_on="2026-06-03"), [
        ("by the principal", {"transfer_by_principal": True}, PASSES),
        ("by a deputy", {"transfer_by_principal": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *three_days("YS-005-2a", "reported_on", "head_decided_on"),
    *table("YS-005-2a-reason", known(head_decided_on="2026-06-03", head_approved=False), [
        ("reasons on record", {"transfer_refusal_reasoned": True}, PASSES),
        ("no reasons", {"transfer_refusal_reasoned": False}, FAILS),
        ("not said", {}, OPEN),
        ("approved", {"transfer_head_approved": True, "transfer_refusal_reasoned": False}, APART),
    ]),
    *table("YS-005-2b", known(head_approved=True, approved_at="2026-06-05T16:00"), [
        ("twenty-four hours, a Saturday no matter", {"transfer_sent_at": "2026-06-06T16:00"}, PASSES),
        ("a minute more", {"transfer_sent_at": "2026-06-06T16:01"}, FAILS),
        ("never", {}, FAILS),
        ("not approved yet", {"transfer_approved_at": None}, OPEN),
    ]),
    *table("YS-005-2b-level", known(sent_on="2026-06-06"), [
        ("of the same level", {"transfer_same_level": True}, PASSES),
        ("of the level below", {"transfer_same_level": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *table("YS-006", known(sent_on="2026-06-06"), [
        ("all five", {"transfer_parts": SENT}, PASSES),
        ("no goods, no test, and it says so", {"transfer_parts": (SENT & ~TransferPart.GOODS & ~TransferPart.EXPERT) | TransferPart.NO_GOODS | TransferPart.NO_EXPERT}, PASSES),
        *((f"without {part.name}", {"transfer_parts": SENT & ~part}, FAILS) for part in SENT),
        ("not said", {}, OPEN),
    ]),
    *table("YS-007", known(theirs=False, received_at="2026-06-06T10:00"), [
        ("twenty-four hours", {"transfer_forwarded_at": "2026-06-07T10:00"}, PASSES),
        ("a minute more", {"transfer_forwarded_at": "2026-06-07T10:01"}, FAILS),
        ("not received", {"transfer_received_at": None}, OPEN),
        ("theirs", {"transfer_theirs": True}, APART),
    ]),
    *table("YS-007-receipt", known(police_decided_on="2026-06-08", theirs=True), [
        ("signed", {"transfer_receipt_signed": True}, PASSES),
        ("not signed", {"transfer_receipt_signed": False}, FAILS),
        ("forwarded and told", {"transfer_receipt_signed": True, "transfer_theirs": False, "transfer_forwarding_told": True}, PASSES),
        ("forwarded, not told", {"transfer_receipt_signed": True, "transfer_theirs": False, "transfer_forwarding_told": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *three_days("YS-008", "received_on", "police_decided_on"),
    *three_days("YS-009-1", "refusal_told_on", "asked_again_on", lapses=True, police_result="refused"),
    *three_days("YS-009-2a", "review_received_on", "review_decided_on"),
    *three_days("YS-009-2b", "review_told_on", "supervision_asked_on", review_result="refused", still_disagrees=True),
    *table("YS-009-2b", known(review_result="refused", still_disagrees=False, review_told_on="2026-06-01"), [("content with the answer", {}, APART)]),
    *table("YS-010", known(closed_on="2026-07-01", police_result="refused", punishable=True), [
        ("penalised", {"transfer_penalty_opened_on": "2026-06-20"}, PASSES),
        ("let go", {}, FAILS),
        ("not closed", {"transfer_closed_on": None}, OPEN),
        ("not punishable", {"transfer_punishable": False}, APART),
    ]),
    *table("YS-011-2", known(sent_on="2026-06-06"), [
        ("they stand", {"transfer_prior_stopped": False}, PASSES),
        ("they were stayed", {"transfer_prior_stopped": True}, FAILS),
        ("not sent", {"transfer_sent_on": None, "transfer_prior_stopped": True}, OPEN),
        ("none before", {}, APART),
    ]),
    *three_days("YS-012", "filing_told_on", "handed_over_on"),
    *table("YS-012", known(filing_told_on="2026-06-01", handed_over_on="2026-06-20"), [("a statute says otherwise", {"transfer_handover_otherwise": True}, APART)]),
    *table("YS-012-signed", known(handed_over_on="2026-06-04"), [
        ("signed for", {"transfer_handover_signed": True}, PASSES),
        ("not signed for", {"transfer_handover_signed": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
