"""Data messages and signatures, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("DZ-004", {"signature_relied_on": "2026-03-10", "signature_rendered": True}, [
        ("shown and found", {"signature_retrievable": True}, PASSES),
        ("cannot be found", {"signature_retrievable": False}, FAILS),
        ("cannot be shown", {"signature_rendered": False, "signature_retrievable": True}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("DZ-005-1", {"signature_relied_on": "2026-03-10", "signature_original": True, "signature_rendered": True}, [
        ("shown and found", {"signature_retrievable": True}, PASSES),
        ("cannot be found", {"signature_retrievable": False}, FAILS),
        ("unknown", {}, OPEN),
        ("not as an original", {"signature_original": False}, APART),
    ]),
    *table("DZ-005-2", {"signature_relied_on": "2026-03-10", "signature_original": True}, [
        ("whole", {"signature_unaltered": True}, PASSES),
        ("changed", {"signature_unaltered": False}, FAILS),
        ("unknown", {}, OPEN),
        ("not as an original", {"signature_original": False}, APART),
    ]),
    *table("DZ-006-2", {"signature_kept_on": "2026-03-10"}, [
        ("as it was", {"signature_kept_format": "same"}, PASSES),
        ("converted, accurate", {"signature_kept_format": "accurate"}, PASSES),
        ("converted, not accurate", {"signature_kept_format": "altered"}, FAILS),
        ("not kept yet", {"signature_kept_on": None}, OPEN),
    ]),
    *table("DZ-006-3", {"signature_kept_on": "2026-03-10"}, [
        ("sender and time known", {"signature_sender_known": True}, PASSES),
        ("unknown sender", {"signature_sender_known": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *table("DZ-008", {"signature_weighed_on": "2026-03-10"}, [
        ("four factors", {"signature_factors": 4}, PASSES),
        ("three", {"signature_factors": 3}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("DZ-011-2", {"signature_system_named": True, "signature_named_entered_at": "2026-03-10T09:30", "signature_first_entered_at": "2026-03-10T09:00"}, [
        ("when it entered the named system", {"signature_received_at": "2026-03-10T09:30"}, PASSES),
        ("when it entered another", {"signature_received_at": "2026-03-10T09:00"}, FAILS),
        ("a minute later", {"signature_received_at": "2026-03-10T09:31"}, FAILS),
        ("no system named: the first", {"signature_system_named": False, "signature_received_at": "2026-03-10T09:00"}, PASSES),
        ("no system named: not the later", {"signature_system_named": False, "signature_received_at": "2026-03-10T09:30"}, FAILS),
        ("not said whether named", {"signature_system_named": None, "signature_received_at": "2026-03-10T09:30"}, OPEN),
        ("they agreed otherwise", {"signature_time_agreed": True, "signature_received_at": "2026-03-10T10:00"}, APART),
    ]),
    *table("DZ-013-1", {"signature_signed_on": "2026-03-10"}, [
        ("four conditions", {"signature_conditions": 4}, PASSES),
        ("three", {"signature_conditions": 3, "signature_agreed_conditions": False}, FAILS),
        ("three, as agreed", {"signature_conditions": 3, "signature_agreed_conditions": True}, PASSES),
        ("unknown", {}, OPEN),
    ]),
    *table("DZ-014", {"signature_refused_on": "2026-03-10", "signature_conditions": 4}, [
        ("for another reason", {"signature_refused_for": "other"}, PASSES),
        ("for being electronic", {"signature_refused_for": "electronic"}, FAILS),
        ("unknown", {}, OPEN),
        ("not reliable", {"signature_conditions": 3}, APART),
    ]),
    *table("DZ-015", {"signature_closed_on": "2026-03-10", "signature_compromised_on": "2026-03-02", "signature_parties_told_on": "2026-03-02"}, [
        ("told and ended", {"signature_use_ended_on": "2026-03-02"}, PASSES),
        ("still used", {}, OPEN),
        ("ended before", {"signature_use_ended_on": "2026-03-01"}, FAILS),
        ("told before it was known", {"signature_parties_told_on": "2026-03-01", "signature_use_ended_on": "2026-03-02"}, FAILS),
        ("safe", {"signature_compromised_on": None}, APART),
    ]),
    *table("DZ-016", {"signature_signed_on": "2026-03-10", "signature_third_party": True}, [
        ("a licensed provider", {"signature_ca_licensed": True}, PASSES),
        ("another", {"signature_ca_licensed": False}, FAILS),
        ("unknown", {}, OPEN),
        ("none needed", {"signature_third_party": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
