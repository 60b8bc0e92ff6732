"""What is published of a penalty, and until when, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

# 2026: 4 to 6 April, 1 to 5 May, 25 to 27 September, 1 to 7 October are off; 9 May, 20 September, 10 October are worked.
TABLES = [
    *table("SG-002-1", {"publication_field": "market", "publication_course": "general", "publication_closed_on": "2026-03-10"}, [
        ("published", {"publication_kinds": Penalty.FINE, "publication_published_on": "2026-02-10"}, PASSES),
        ("never published", {"publication_kinds": Penalty.FINE}, FAILS),
        ("not closed", {"publication_kinds": Penalty.FINE, "publication_closed_on": None}, OPEN),
        ("a warning alone", {"publication_kinds": Penalty.WARNING}, APART),
        ("a warning that a statute wants published", {"publication_kinds": Penalty.WARNING, "publication_by_statute": True}, FAILS),
        ("on the spot", {"publication_kinds": Penalty.FINE, "publication_course": "simple"}, APART),
        ("revoked before", {"publication_kinds": Penalty.FINE, "publication_invalidated_on": "2026-03-01"}, APART),
    ]),
    *table("SG-002-2", {"publication_field": "market", "publication_published_on": "2026-03-10"}, [
        ("a warning and a fine", {"publication_kinds": Penalty.WARNING | Penalty.FINE}, PASSES),
        ("a warning alone", {"publication_kinds": Penalty.WARNING}, FAILS),
        ("a statute wants it", {"publication_kinds": Penalty.WARNING, "publication_by_statute": True}, PASSES),
        ("unknown", {}, OPEN),
        ("another field", {"publication_field": "other"}, APART),
    ]),
    *table("SG-004-3", {"publication_field": "market", "publication_published_on": "2026-03-10"}, [
        ("five parts", {"publication_summary_parts": 5}, PASSES),
        ("four", {"publication_summary_parts": 4}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("SG-005", {"publication_field": "market", "publication_published_on": "2026-03-10", "publication_secret_free": True}, [
        ("reviewed on the day", {"publication_secrecy_reviewed_on": "2026-03-10"}, PASSES),
        ("reviewed a day later", {"publication_secrecy_reviewed_on": "2026-03-11"}, FAILS),
        ("not reviewed", {}, OPEN),
        ("a secret in it", {"publication_secrecy_reviewed_on": "2026-03-09", "publication_secret_free": False}, FAILS),
    ]),
    *table("SG-007", {"publication_field": "market", "publication_published_on": "2026-03-10", "publication_masked": True}, [
        ("the same text", {"publication_same_text": True}, PASSES),
        ("another text", {"publication_same_text": False}, FAILS),
        ("names not masked", {"publication_same_text": True, "publication_masked": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("SG-008", {"publication_field": "market", "publication_published_on": "2026-03-10"}, [
        ("told in writing", {"publication_told": True}, PASSES),
        ("not told", {"publication_told": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("SG-009", {"publication_field": "market", "publication_same_province": True, "publication_decided_on": "2026-09-10"}, [
        ("20 working days from Thu 10 Sep: Wed 14 Oct", {"publication_published_on": "2026-10-14"}, PASSES),
        ("Thu 15 Oct", {"publication_published_on": "2026-10-15"}, FAILS),
        ("still open", {"today": "2026-10-14"}, OPEN),
        ("overdue", {"today": "2026-10-15"}, FAILS),
        ("a party from elsewhere", {"publication_same_province": False}, APART),
    ]),
    *table("SG-010", {"publication_field": "market", "publication_same_province": False, "publication_decided_on": "2026-04-28"}, [
        ("10 working days from Tue 28 Apr: Thu 14 May", {"publication_pushed_on": "2026-05-14"}, PASSES),
        ("Fri 15 May", {"publication_pushed_on": "2026-05-15"}, FAILS),
        ("still open", {"today": "2026-05-14"}, OPEN),
        ("a party of the province", {"publication_same_province": True}, APART),
    ]),
    *table("SG-010-assist", {"publication_field": "market", "publication_same_province": False, "publication_push_received_on": "2026-05-18"}, [
        ("10 working days from Mon 18 May: Mon 1 June", {"publication_published_on": "2026-06-01"}, PASSES),
        ("Tue 2 June", {"publication_published_on": "2026-06-02"}, FAILS),
        ("still open", {"today": "2026-06-01"}, OPEN),
    ]),
    *table("SG-011", {"publication_field": "market", "publication_published_on": "2026-02-02", "publication_invalidated_on": "2026-04-02"}, [
        ("3 working days from Thu 2 Apr: Wed 8 Apr", {"publication_withdrawn_on": "2026-04-08"}, PASSES),
        ("Thu 9 Apr", {"publication_withdrawn_on": "2026-04-09"}, FAILS),
        ("still open", {"today": "2026-04-08"}, OPEN),
        ("overdue", {"today": "2026-04-09"}, FAILS),
        ("was not published", {"publication_published_on": None}, APART),
    ]),
    *table("SG-011-reason", {"publication_field": "market", "publication_withdrawn_on": "2026-03-10"}, [
        ("with reasons", {"publication_withdrawal_explained": True}, PASSES),
        ("without", {"publication_withdrawal_explained": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("SG-012", {"publication_field": "market", "publication_closed_on": "2026-03-10", "publication_error_found_on": "2026-03-02"}, [
        ("put right that day", {"publication_corrected_on": "2026-03-02"}, PASSES),
        ("an earlier correction", {"publication_corrected_on": "2026-03-01"}, FAILS),
        ("not put right", {}, OPEN),
        ("no error", {"publication_error_found_on": None}, APART),
    ]),
    *table("SG-013-1", {"publication_field": "market", "publication_published_on": "2025-11-30", "publication_kinds": Penalty.CRITICISM}, [
        ("criticism: three months end on 28 Feb, stopped on 1 Mar", {"publication_stopped_on": "2026-03-01"}, PASSES),
        ("stopped on 28 Feb", {"publication_stopped_on": "2026-02-28"}, FAILS),
        ("a low fine", {"publication_kinds": Penalty.FINE, "publication_small_fine": True, "publication_stopped_on": "2026-03-01"}, PASSES),
        ("a low fine and goods", {"publication_kinds": Penalty.FINE | Penalty.GOODS, "publication_small_fine": True, "publication_stopped_on": "2026-03-01"}, FAILS),
        ("a fine, not said whether low", {"publication_kinds": Penalty.FINE, "publication_stopped_on": "2029-01-05"}, OPEN),
        ("a high fine from 29 Feb 2024: to 28 Feb 2027", {"publication_kinds": Penalty.FINE, "publication_small_fine": False, "publication_published_on": "2024-02-29", "publication_stopped_on": "2027-03-01"}, PASSES),
        ("on 28 Feb 2027", {"publication_kinds": Penalty.FINE, "publication_small_fine": False, "publication_published_on": "2024-02-29", "publication_stopped_on": "2027-02-28"}, FAILS),
        ("barred from the trade to 1 Jan 2030", {"publication_kinds": Penalty.RESTRICT_TRADE, "publication_restricted_until": "2030-01-01", "publication_stopped_on": "2030-01-02"}, PASSES),
        ("stopped on that day", {"publication_kinds": Penalty.RESTRICT_TRADE, "publication_restricted_until": "2030-01-01", "publication_stopped_on": "2030-01-01"}, FAILS),
        ("still shown", {}, OPEN),
    ]),
    *table("SG-013-1-end", {"publication_field": "market", "publication_published_on": "2025-11-30", "publication_kinds": Penalty.CRITICISM}, [
        ("stopped the day after", {"publication_stopped_on": "2026-03-01"}, PASSES),
        ("two days after", {"publication_stopped_on": "2026-03-02"}, FAILS),
        ("still shown on 1 Mar", {"today": "2026-03-01"}, OPEN),
        ("still shown on 2 Mar", {"today": "2026-03-02"}, FAILS),
        ("withdrawn", {"publication_withdrawn_on": "2026-01-05"}, APART),
        ("stopped early", {"publication_early_stopped_on": "2026-01-05"}, APART),
        ("goods taken: three years to 10 Mar 2026, stopped on the 11th", {"publication_kinds": Penalty.GOODS, "publication_published_on": "2023-03-10", "publication_stopped_on": "2026-03-11"}, PASSES),
        ("stopped on the 12th", {"publication_kinds": Penalty.GOODS, "publication_published_on": "2023-03-10", "publication_stopped_on": "2026-03-12"}, FAILS),
    ]),
    *table("SG-014-1-4", {"publication_field": "market", "publication_early_stopped_on": "2026-03-10", "publication_early_time_met": True}, [
        ("four conditions", {"publication_early_conditions": 4}, PASSES),
        ("three", {"publication_early_conditions": 3}, FAILS),
        ("too early", {"publication_early_conditions": 4, "publication_early_time_met": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("SG-014-3", {"publication_field": "market", "publication_early_stopped_on": "2026-03-10"}, [
        ("a fine", {"publication_kinds": Penalty.FINE}, PASSES),
        ("a licence revoked", {"publication_kinds": Penalty.REVOKE_LICENCE}, FAILS),
        ("business stopped", {"publication_kinds": Penalty.STOP_BUSINESS}, FAILS),
        ("grade lowered", {"publication_kinds": Penalty.LOWER_GRADE}, FAILS),
        ("business restricted", {"publication_kinds": Penalty.RESTRICT_BUSINESS}, FAILS),
        ("barred from the trade", {"publication_kinds": Penalty.FINE | Penalty.RESTRICT_TRADE}, FAILS),
        ("named heavy by the ministry", {"publication_kinds": Penalty.FINE, "publication_other_heavy": True}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("HJ-012-2", {"publication_province": "hebei", "publication_published_on": "2026-03-10", "publication_secrecy_reviewed_on": "2026-03-10", "publication_secret_free": True, "publication_masked": True}, [
        ("reviewed on the day", {}, PASSES),
        ("a day later", {"publication_secrecy_reviewed_on": "2026-03-11"}, FAILS),
        ("privacy not masked", {"publication_masked": False}, FAILS),
        ("a secret in it", {"publication_secret_free": False}, FAILS),
        ("not reviewed", {"publication_secrecy_reviewed_on": None}, OPEN),
        ("elsewhere", {"publication_province": "shandong"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
