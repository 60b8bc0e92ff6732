"""Letters, objections, corrections and the decision of the government, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

# 2026: 15 to 23 February, 1 to 5 May, 19 to 21 June, 1 to 7 October are off.
TABLES = [
    *table("JD-026-1", {"supervision_letter_on": "2026-03-10", "supervision_letter_issuer": "body"}, [
        ("an opinion", {"supervision_letter": "opinion"}, PASSES),
        ("a notice in Hebei", {"supervision_letter": "notice", "supervision_place": "hebei"}, PASSES),
        ("a notice elsewhere", {"supervision_letter": "notice", "supervision_place": "shandong"}, FAILS),
        ("by the government", {"supervision_letter": "urge", "supervision_letter_issuer": "government"}, FAILS),
        ("kind unknown", {}, OPEN),
    ]),
    *table("JD-027-1", {"supervision_letter_on": "2026-03-10", "supervision_letter": "urge"}, [
        ("a duty undone", {"supervision_unperformed": True}, PASSES),
        ("no duty undone", {"supervision_unperformed": False}, FAILS),
        ("unknown", {}, OPEN),
        ("an opinion", {"supervision_letter": "opinion"}, APART),
    ]),
    *table("JD-028-1", {"supervision_letter_on": "2026-03-10", "supervision_letter": "opinion"}, [
        ("found unlawful", {"supervision_unlawful": True}, PASSES),
        ("not found so", {"supervision_unlawful": False}, FAILS),
        ("unknown", {}, OPEN),
        ("an urging letter", {"supervision_letter": "urge"}, APART),
    ]),
    *table("JD-027-2", {"supervision_letter": "urge", "supervision_letter_received_on": "2026-03-05", "supervision_letter_due_on": "2026-03-20"}, [
        ("reported on the day named", {"supervision_reported_on": "2026-03-20"}, PASSES),
        ("a day late", {"supervision_reported_on": "2026-03-21"}, FAILS),
        ("still open on the day", {"today": "2026-03-20"}, OPEN),
        ("still open the day after", {"today": "2026-03-21"}, FAILS),
        ("not received", {"supervision_letter_received_on": None, "today": "2026-03-30"}, OPEN),
        ("an opinion", {"supervision_letter": "opinion"}, APART),
    ]),
    *table("JD-028-2", {"supervision_letter": "opinion", "supervision_letter_received_on": "2026-03-05", "supervision_letter_due_on": "2026-03-31"}, [
        ("reported on the day named", {"supervision_reported_on": "2026-03-31"}, PASSES),
        ("a day late", {"supervision_reported_on": "2026-04-01"}, FAILS),
        ("still open", {"today": "2026-03-31"}, OPEN),
        ("an urging letter", {"supervision_letter": "urge"}, APART),
    ]),
    *table("SD-028", {"supervision_place": "shandong", "supervision_letter": "opinion", "supervision_letter_received_on": "2026-03-10"}, [
        ("put right on the thirtieth day, Thu 9 Apr", {"supervision_corrected_on": "2026-04-09"}, PASSES),
        ("on the thirty-first", {"supervision_corrected_on": "2026-04-10"}, FAILS),
        ("still open on the thirtieth", {"today": "2026-04-09"}, OPEN),
        ("still open after", {"today": "2026-04-10"}, FAILS),
        ("ends on 4 Oct, in the holiday: Thu 8 Oct", {"supervision_letter_received_on": "2026-09-04", "supervision_corrected_on": "2026-10-08"}, PASSES),
        ("Fri 9 Oct", {"supervision_letter_received_on": "2026-09-04", "supervision_corrected_on": "2026-10-09"}, FAILS),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("HJ-021-1", {"supervision_place": "hebei", "supervision_letter": "notice", "supervision_letter_received_on": "2026-01-16"}, [
        ("ends on 15 Feb, in the holiday: Tue 24 Feb", {"supervision_reported_on": "2026-02-24"}, PASSES),
        ("Wed 25 Feb", {"supervision_reported_on": "2026-02-25"}, FAILS),
        ("still open", {"today": "2026-02-24"}, OPEN),
        ("thirty days in April: received on the 1st, Fri 1 May is off: Wed 6 May", {"supervision_letter_received_on": "2026-04-01", "supervision_reported_on": "2026-05-06"}, PASSES),
        ("Thu 7 May", {"supervision_letter_received_on": "2026-04-01", "supervision_reported_on": "2026-05-07"}, FAILS),
        ("an opinion", {"supervision_letter": "opinion"}, APART),
        ("an ordinary month: Thu 9 Apr", {"supervision_letter_received_on": "2026-03-10", "supervision_reported_on": "2026-04-09"}, PASSES),
        ("Fri 10 Apr", {"supervision_letter_received_on": "2026-03-10", "supervision_reported_on": "2026-04-10"}, FAILS),
    ]),
    *table("HJ-021-2", {"supervision_place": "hebei", "supervision_letter": "notice", "supervision_letter_received_on": "2026-03-10"}, [
        ("asked on the fifteenth day, Wed 25 Mar", {"supervision_objected_on": "2026-03-25"}, PASSES),
        ("on the sixteenth", {"supervision_objected_on": "2026-03-26"}, FAILS),
        ("never asked", {"today": "2026-06-01"}, OPEN),
        ("ends on 1 May: Wed 6 May", {"supervision_letter_received_on": "2026-04-16", "supervision_objected_on": "2026-05-06"}, PASSES),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("HJ-021-2-answer", {"supervision_place": "hebei", "supervision_letter": "notice", "supervision_objected_on": "2026-06-05"}, [
        ("ends on Sat 20 June: Mon 22 June", {"supervision_objection_answered_on": "2026-06-22"}, PASSES),
        ("Tue 23 June", {"supervision_objection_answered_on": "2026-06-23"}, FAILS),
        ("still open", {"today": "2026-06-22"}, OPEN),
        ("overdue", {"today": "2026-06-23"}, FAILS),
        ("elsewhere", {"supervision_place": "shandong"}, APART),
        ("an ordinary fortnight: Wed 25 Mar", {"supervision_objected_on": "2026-03-10", "supervision_objection_answered_on": "2026-03-25"}, PASSES),
        ("Thu 26 Mar", {"supervision_objected_on": "2026-03-10", "supervision_objection_answered_on": "2026-03-26"}, FAILS),
    ]),
    *table("JD-030", {"supervision_closed_on": "2026-03-10", "supervision_objected_on": "2026-03-02"}, [
        ("answered", {"supervision_objection_answered_on": "2026-03-09"}, PASSES),
        ("an answer to an earlier one", {"supervision_objection_answered_on": "2026-03-01"}, FAILS),
        ("not answered", {}, OPEN),
        ("no objection", {"supervision_objected_on": None}, APART),
    ]),
    *table("JD-029", {"supervision_ordered_on": "2026-03-10", "supervision_letter_on": "2026-01-05", "supervision_corrected": False, "supervision_proposed_on": "2026-03-02", "supervision_government_decided_on": "2026-03-09", "supervision_government_decision": "correct", "supervision_order_issuer": "government"}, [
        ("not complied with, decided by the government", {}, PASSES),
        ("a major matter without a letter", {"supervision_letter_on": None, "supervision_major": True}, PASSES),
        ("put right before", {"supervision_corrected": True}, FAILS),
        ("no letter, not major", {"supervision_letter_on": None}, FAILS),
        ("issued by the body itself", {"supervision_order_issuer": "body"}, FAILS),
        ("the government did not want it", {"supervision_government_decision": "not"}, FAILS),
        ("decided before it was proposed", {"supervision_government_decided_on": "2026-03-01"}, FAILS),
        ("issued before it was decided", {"supervision_government_decided_on": "2026-03-11"}, FAILS),
        ("not proposed", {"supervision_proposed_on": None}, OPEN),
    ]),
    *table("SD-029-1", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong"}, [
        ("revoked", {"supervision_outcome": "revoke"}, PASSES),
        ("void", {"supervision_outcome": "void"}, PASSES),
        ("something else", {"supervision_outcome": "other"}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("SD-029-1-term", {"supervision_place": "shandong", "supervision_letter": "opinion", "supervision_letter_received_on": "2026-03-10"}, [
        ("the day after the thirtieth", {"supervision_ordered_on": "2026-04-10"}, PASSES),
        ("on the thirtieth", {"supervision_ordered_on": "2026-04-09"}, FAILS),
        ("no order", {}, OPEN),
        ("a major matter", {"supervision_major": True, "supervision_ordered_on": "2026-03-12"}, APART),
    ]),
    *table("SD-029-2", {"supervision_place": "shandong", "supervision_order_received_on": "2026-01-30"}, [
        ("thirty days end on Sun 1 Mar: Mon 2 Mar", {"supervision_order_reported_on": "2026-03-02"}, PASSES),
        ("Tue 3 Mar", {"supervision_order_reported_on": "2026-03-03"}, FAILS),
        ("still open", {"today": "2026-03-02"}, OPEN),
        ("overdue", {"today": "2026-03-03"}, FAILS),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
        ("an ordinary month: Thu 9 Apr", {"supervision_order_received_on": "2026-03-10", "supervision_order_reported_on": "2026-04-09"}, PASSES),
        ("Fri 10 Apr", {"supervision_order_received_on": "2026-03-10", "supervision_order_reported_on": "2026-04-10"}, FAILS),
    ]),
    *table("HJ-022", {"supervision_ordered_on": "2026-03-10", "supervision_place": "hebei", "supervision_letter_on": "2026-01-05", "supervision_corrected": False, "supervision_outcome": "mend", "supervision_remedy": "none"}, [
        ("not put right", {}, PASSES),
        ("put right", {"supervision_corrected": True}, FAILS),
        ("no notice before", {"supervision_letter_on": None}, FAILS),
        ("in court already", {"supervision_remedy": "entered"}, FAILS),
        ("another outcome", {"supervision_outcome": "other"}, FAILS),
        ("remedy unknown", {"supervision_remedy": None}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("JD-031", {"supervision_bulletin_on": "2026-03-10"}, [
        ("a stubborn organ", {"supervision_bulletin_ground": "refused"}, PASSES),
        ("some other ground", {"supervision_bulletin_ground": "other"}, FAILS),
        ("not published", {"supervision_bulletin_on": None}, OPEN),
    ]),
    *table("JD-032", {"supervision_people_on": "2026-03-10", "supervision_people_factors": 3, "supervision_disposal_by_power": True}, [
        ("all three weighed", {}, PASSES),
        ("two", {"supervision_people_factors": 2}, FAILS),
        ("decided by ourselves", {"supervision_disposal_by_power": False}, FAILS),
        ("unknown", {"supervision_disposal_by_power": None}, OPEN),
    ]),
    *table("HJ-029", {"supervision_place": "hebei", "supervision_people_on": "2026-03-10", "supervision_officer_conduct": "rough", "supervision_disposal": "suspended"}, [
        ("card suspended", {}, PASSES),
        ("no conduct named", {"supervision_officer_conduct": None}, FAILS),
        ("something else", {"supervision_disposal": "other"}, FAILS),
        ("unknown", {"supervision_disposal": None}, OPEN),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("JD-033-1", {"supervision_closed_on": "2026-03-10", "supervision_misconduct_clue": True}, [
        ("handed over", {"supervision_handed_over_on": "2026-03-10"}, PASSES),
        ("kept", {}, FAILS),
        ("not closed", {"supervision_closed_on": None}, OPEN),
        ("no clue", {"supervision_misconduct_clue": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
