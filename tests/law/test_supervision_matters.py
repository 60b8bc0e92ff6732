"""Defects and their outcomes, complaints, disputes, and reports on a statute, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("SD-031-1-3", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong", "supervision_defect": "undated"}, [
        ("mend it is", {"supervision_outcome": "mend"}, PASSES),
        ("revoke", {"supervision_outcome": "revoke"}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
        ("another defect", {"supervision_defect": "idle"}, APART),
    ]),
    *table("SD-031-1-3-else", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong", "supervision_defect": "clerical"}, [
        ("mend it is", {"supervision_outcome": "mend"}, PASSES),
        ("void", {"supervision_outcome": "void"}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
        ("another defect", {"supervision_defect": "idle"}, APART),
    ]),
    *table("SD-032-1", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong", "supervision_defect": "procedure"}, [
        ("revoked", {"supervision_outcome": "revoke"}, PASSES),
        ("mended though it cannot be", {"supervision_outcome": "mend"}, FAILS),
        ("it can be mended", {"supervision_mendable": True, "supervision_outcome": "mend"}, APART),
        ("unproven and only called unlawful", {"supervision_defect": "unproven", "supervision_outcome": "unlawful"}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("SD-033-1", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong", "supervision_defect": "harmful"}, [
        ("unlawful it is", {"supervision_outcome": "unlawful"}, PASSES),
        ("revoke", {"supervision_outcome": "revoke"}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
        ("another defect", {"supervision_defect": "idle"}, APART),
    ]),
    *table("SD-034-1-2", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong", "supervision_defect": "unsealed"}, [
        ("void it is", {"supervision_outcome": "void"}, PASSES),
        ("mend", {"supervision_outcome": "mend"}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
        ("another defect", {"supervision_defect": "idle"}, APART),
    ]),
    *table("SD-034-1-2-else", {"supervision_ordered_on": "2026-03-10", "supervision_place": "shandong", "supervision_defect": "baseless"}, [
        ("void it is", {"supervision_outcome": "void"}, PASSES),
        ("revoke", {"supervision_outcome": "revoke"}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
        ("another defect", {"supervision_defect": "idle"}, APART),
    ]),
    *table("HJ-016", {"supervision_place": "hebei", "supervision_real_name": True, "supervision_complaint_closed_on": "2026-03-10", "supervision_identity_kept": True, "supervision_complaint_replied_on": "2026-03-10"}, [
        ("answered and kept", {}, PASSES),
        ("answered a day after closing", {"supervision_complaint_replied_on": "2026-03-11"}, FAILS),
        ("the name got out", {"supervision_identity_kept": False}, FAILS),
        ("not answered", {"supervision_complaint_replied_on": None}, OPEN),
        ("nameless", {"supervision_real_name": False}, APART),
        ("elsewhere", {"supervision_place": "other"}, APART),
    ]),
    *table("JD-013-equals", {"supervision_dispute_talks_ended_on": "2026-03-10"}, [
        ("two organs of the county", {"supervision_dispute_between_equals": True}, PASSES),
        ("a county and a city", {"supervision_dispute_between_equals": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-013", {"supervision_dispute_decided_on": "2026-03-10", "supervision_dispute_agreed": False, "supervision_dispute_opinion_on": "2026-03-10", "supervision_dispute_decider": "government"}, [
        ("opinion first, the government decides", {}, PASSES),
        ("decided by the body", {"supervision_dispute_decider": "body"}, FAILS),
        ("opinion a day later", {"supervision_dispute_opinion_on": "2026-03-11"}, FAILS),
        ("they agreed: nothing to decide", {"supervision_dispute_agreed": True}, FAILS),
        ("no opinion", {"supervision_dispute_opinion_on": None}, OPEN),
    ]),
    *table("SD-018-2", {"supervision_place": "shandong", "supervision_dispute_decided_on": "2026-03-10", "supervision_dispute_talks_ended_on": "2026-03-10", "supervision_dispute_decider": "government"}, [
        ("talks first", {}, PASSES),
        ("talks a day later", {"supervision_dispute_talks_ended_on": "2026-03-11"}, FAILS),
        ("by another", {"supervision_dispute_decider": "other"}, FAILS),
        ("no talks", {"supervision_dispute_talks_ended_on": None}, OPEN),
        ("elsewhere", {"supervision_place": "hebei"}, APART),
    ]),
    *table("SD-017", {"supervision_place": "shandong", "supervision_statute_in_force_on": "2025-05-01"}, [
        ("a year to 1 May 2026, thirty days to Sun 31 May: Mon 1 June", {"supervision_statute_reported_on": "2026-06-01"}, PASSES),
        ("Tue 2 June", {"supervision_statute_reported_on": "2026-06-02"}, FAILS),
        ("still open", {"today": "2026-06-01"}, OPEN),
        ("overdue", {"today": "2026-06-02"}, FAILS),
        ("in force on 29 Feb 2024: a year to 28 Feb 2025, thirty days to Sun 30 Mar: Mon 31 Mar", {"supervision_statute_in_force_on": "2024-02-29", "supervision_statute_reported_on": "2025-03-31"}, PASSES),
        ("Tue 1 Apr", {"supervision_statute_in_force_on": "2024-02-29", "supervision_statute_reported_on": "2025-04-01"}, FAILS),
        ("elsewhere", {"supervision_place": "other"}, APART),
        ("an ordinary month after the year: Thu 9 Apr", {"supervision_statute_in_force_on": "2025-03-10", "supervision_statute_reported_on": "2026-04-09"}, PASSES),
        ("Fri 10 Apr", {"supervision_statute_in_force_on": "2025-03-10", "supervision_statute_reported_on": "2026-04-10"}, FAILS),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
