"""Jurisdiction, verification and filing of market cases, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

M = {"field": "market", "procedure": "general"}
FILED = {**M, "filed_on": "2025-09-23"}

TABLES = [
    *table("SC-004-1", {**M, "recusal_decided_on": "2025-10-09"}, [
        ("the head by the panel", {"recusal_of": "principal", "recusal_decided_by": "panel"}, PASSES),
        ("the head by a deputy", {"recusal_of": "principal", "recusal_decided_by": "deputy"}, FAILS),
        ("a deputy by the head", {"recusal_of": "deputy", "recusal_decided_by": "principal"}, PASSES),
        ("a deputy by another deputy", {"recusal_of": "deputy", "recusal_decided_by": "deputy"}, FAILS),
        ("an officer by a deputy", {"recusal_of": "staff", "recusal_decided_by": "deputy"}, PASSES),
        ("an officer by somebody else", {"recusal_of": "staff", "recusal_decided_by": "other"}, FAILS),
        ("nobody knows by whom", {"recusal_of": "staff"}, OPEN),
        ("not decided yet", {"recusal_decided_on": None, "recusal_of": "principal", "recusal_decided_by": "deputy"}, OPEN),
        ("another field", {"field": "eco", "recusal_of": "principal", "recusal_decided_by": "deputy"}, APART),
    ]),
    *table("SC-009-1", {**M, "agency_kind": "outpost", "decided_on": "2025-10-09", "outpost_own_name": False, "outpost_in_scope": True}, [
        ("in the name of its department", {"issued_by": "department"}, PASSES),
        ("in its own name", {"issued_by": "outpost"}, FAILS),
        ("in its own name, by statute", {"issued_by": "outpost", "outpost_own_name": True}, PASSES),
        ("beyond its powers", {"issued_by": "department", "outpost_in_scope": False}, FAILS),
        ("not known in whose name", {}, OPEN),
        ("a department itself", {"agency_kind": "statutory", "issued_by": "department"}, APART),
    ]),
    *table("SC-010-1", {**FILED, "venue_kind": "platform"}, [
        ("where the platform has its seat", {"venue": "domicile"}, PASSES),
        ("elsewhere", {"venue": "conduct"}, FAILS),
        ("elsewhere, but designated", {"venue": "conduct", "dispute_settled_on": "2025-09-20", "in_jurisdiction": True}, PASSES),
        ("settled against us", {"venue": "conduct", "dispute_settled_on": "2025-09-20", "in_jurisdiction": False}, FAILS),
        ("not said", {}, OPEN),
        ("not filed yet", {"filed_on": None, "venue": "conduct"}, OPEN),
        ("an ordinary shop", {"venue_kind": "merchant", "venue": "business"}, APART),
    ]),
    *table("SC-010-2", {**FILED, "venue_kind": "merchant"}, [
        ("where it trades", {"venue": "business"}, PASSES),
        ("where the platform sits, found there first", {"venue": "platform", "clue_first": True}, PASSES),
        ("where the platform sits, not first", {"venue": "platform", "clue_first": False}, FAILS),
        ("where the platform sits, not known whether first", {"venue": "platform"}, OPEN),
        ("elsewhere", {"venue": "domicile"}, FAILS),
    ]),
    *table("SC-011-1", {**FILED, "venue_kind": "media_ad", "clue_source": "report"}, [
        ("at the publisher", {"venue": "publisher"}, PASSES),
        ("at the advertiser", {"venue": "advertiser"}, FAILS),
        ("at the advertiser, sent there", {"venue": "advertiser", "clue_source": "transfer"}, PASSES),
        ("not said", {}, OPEN),
    ]),
    *table("SC-011-2", {**FILED, "venue_kind": "net_ad", "clue_source": "report"}, [
        ("at the publisher", {"venue": "publisher"}, PASSES),
        ("at the advertiser, who had it first", {"venue": "advertiser", "clue_first": True}, PASSES),
        ("at the agency, not first", {"venue": "ad_agent", "clue_first": False}, FAILS),
        ("at the advertiser, not known", {"venue": "advertiser"}, OPEN),
    ]),
    *table("SC-011-3", {**FILED, "venue_kind": "own_net_ad"}, [
        ("at the advertiser", {"venue": "advertiser"}, PASSES),
        ("at the publisher", {"venue": "publisher"}, FAILS),
        ("not said", {}, OPEN),
    ]),
    # Mon 22 Sep 2025: 23 24 25 26, Sun 28 (worked), 29, Tue 30: the seventh working day
    *table("SC-013", {**M, "disputed_on": "2025-09-22"}, [
        ("reported on the seventh day", {"dispute_talks_ended_on": "2025-09-30"}, PASSES),
        ("reported on the eighth, Thu 9 Oct", {"dispute_talks_ended_on": "2025-10-09"}, FAILS),
        ("still talking on the seventh", {"today": "2025-09-30"}, OPEN),
        ("still talking on the eighth", {"today": "2025-10-09"}, FAILS),
        ("no dispute", {"disputed_on": None}, OPEN),
    ]),
    *table("SC-014", {**M, "received_by_transfer": True, "outcome": "transfer_agency"}, [
        ("sent on after designation", {"dispute_settled_on": "2025-09-30"}, PASSES),
        ("sent on by ourselves", {}, FAILS),
        ("not sent on", {"outcome": None}, OPEN),
        ("our own case", {"received_by_transfer": False}, APART),
    ]),
    *table("SC-016", {**M, "dispute_received_on": "2025-09-22"}, [
        ("designated on the seventh day", {"dispute_settled_on": "2025-09-30"}, PASSES),
        ("designated on the eighth", {"dispute_settled_on": "2025-10-09"}, FAILS),
        ("still open", {"today": "2025-09-29"}, OPEN),
    ]),
    # Mon 22 Sep 2025: 23 24 25 26 28 29 30 Sep (7), 9 10 11 13 14 15 16 17 Oct (15): Fri 17 Oct
    *table("SC-018-1a", {**M, "clue_received_on": "2025-09-22"}, [
        ("decided on the fifteenth day", {"filing_decided_on": "2025-10-17"}, PASSES),
        ("decided on the sixteenth, Mon 20 Oct", {"filing_decided_on": "2025-10-20"}, FAILS),
        ("still open on the fifteenth", {"today": "2025-10-17"}, OPEN),
        ("still open on the sixteenth", {"today": "2025-10-18"}, FAILS),
        # fifteen more: 20-24 (20), 27-31 (25), 3-7 Nov (30): Fri 7 Nov
        ("extended, on the thirtieth day", {"verification_extension": 15, "filing_decided_on": "2025-11-07"}, PASSES),
        ("extended, on the thirty-first, Mon 10 Nov", {"verification_extension": 15, "filing_decided_on": "2025-11-10"}, FAILS),
        # tests from Wed 24 Sep, 16 days to Fri 10 Oct: of these 25 26 28 29 30 9 10 are worked: seven more, to Tue 28 Oct
        ("tested, on the last day", {"verification_test_from": "2025-09-24", "verification_tests_days": 16, "filing_decided_on": "2025-10-28"}, PASSES),
        ("tested, a day late", {"verification_test_from": "2025-09-24", "verification_tests_days": 16, "filing_decided_on": "2025-10-29"}, FAILS),
        ("being tested still", {"verification_test_from": "2025-09-24", "clock_stopped": True, "today": "2025-12-01"}, OPEN),
        ("no clue yet", {"clue_received_on": None}, OPEN),
    ]),
    *table("SC-018-1b", M, [
        ("fifteen working days", {"verification_extension": 15}, PASSES),
        ("sixteen", {"verification_extension": 16}, FAILS),
        ("not extended", {}, OPEN),
    ]),
    *table("SC-019-1", FILED, [
        ("all four", {"filing_conditions": 4}, PASSES),
        ("three", {"filing_conditions": 3}, FAILS),
        ("not known", {}, OPEN),
        ("not filed", {"filed_on": None, "filing_conditions": 3}, OPEN),
    ]),
    *table("SC-019-2", FILED, [
        ("two", {"handlers": 2}, PASSES),
        ("one", {"handlers": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SC-020-1", {**M, "filing_decided_on": "2025-10-09"}, [
        ("minor and corrected", {"declined_ground": "minor"}, PASSES),
        ("no ground", {}, FAILS),
        ("not decided", {"filing_decided_on": None}, OPEN),
        ("filed", {"filed_on": "2025-10-09"}, APART),
        ("sent to another organ", {"outcome": "transfer_agency"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
