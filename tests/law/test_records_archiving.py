"""Archives and holidays, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("DA-014-1", {"archive_handed_in_on": "2026-03-31", "archive_hand_in_by": "2026-03-31", "archive_held_privately": False}, [
        ("on the last day", {}, PASSES),
        ("a day late", {"archive_handed_in_on": "2026-04-01"}, FAILS),
        ("kept at home", {"archive_held_privately": True}, FAILS),
        ("no day set", {"archive_hand_in_by": None}, OPEN),
        ("not handed in", {"archive_handed_in_on": None}, APART),
    ]),
    *table("DA-014-2", {"archive_handed_in_on": "2026-03-10"}, [
        ("nothing out of place", {"archive_excluded_items": 0}, PASSES),
        ("one sheet", {"archive_excluded_items": 1}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("DA-016", {"archive_closed_on": "2026-03-10", "archive_reorganised_on": "2026-03-02"}, [
        ("handed over", {"archive_handed_over_on": "2026-03-02"}, PASSES),
        ("before", {"archive_handed_over_on": "2026-03-01"}, FAILS),
        ("not yet", {}, OPEN),
        ("no change", {"archive_reorganised_on": None}, APART),
    ]),
    *table("DA-021-2", {"archive_destroyed_on": "2026-03-10", "archive_destruction_approved": True}, [
        ("approved", {"archive_tampered": False}, PASSES),
        ("tampered with", {"archive_tampered": True}, FAILS),
        ("not approved", {"archive_tampered": False, "archive_destruction_approved": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("DA-037-2", {"archive_refused_on": "2026-03-10", "archive_electronic": True, "archive_electronic_conditions": 3}, [
        ("for another reason", {"archive_refused_for": "other"}, PASSES),
        ("for being electronic", {"archive_refused_for": "electronic"}, FAILS),
        ("unknown", {}, OPEN),
        ("not compliant", {"archive_electronic_conditions": 2}, APART),
        ("on paper", {"archive_electronic": False}, APART),
    ]),
    *table("DT-020-2", {"archive_keeper": "city", "archive_formed_on": "2005-06-01"}, [
        ("20 years end on Sun 1 June 2025, in the holiday: Tue 3 June", {"archive_transferred_on": "2025-06-03"}, PASSES),
        ("Wed 4 June", {"archive_transferred_on": "2025-06-04"}, FAILS),
        ("30 days more: Tue 1 July", {"archive_extension_days": 30, "archive_transferred_on": "2025-07-01"}, PASSES),
        ("Wed 2 July", {"archive_extension_days": 30, "archive_transferred_on": "2025-07-02"}, FAILS),
        ("still here on the last day", {"today": "2025-06-03"}, OPEN),
        ("still here after", {"today": "2025-06-04"}, FAILS),
        ("for the county", {"archive_keeper": "county"}, APART),
    ]),
    *table("DT-020-2-county", {"archive_keeper": "county", "archive_formed_on": "2016-02-29"}, [
        ("10 years end on Sat 28 Feb 2026, a day worked", {"archive_transferred_on": "2026-02-28"}, PASSES),
        ("Sun 1 Mar", {"archive_transferred_on": "2026-03-01"}, FAILS),
        ("still here", {"today": "2026-02-28"}, OPEN),
        ("for the city", {"archive_keeper": "city"}, APART),
    ]),
    *table("DT-039", {"archive_handed_in_on": "2026-03-10", "archive_electronic": True}, [
        ("three conditions", {"archive_electronic_conditions": 3}, PASSES),
        ("two", {"archive_electronic_conditions": 2}, FAILS),
        ("unknown", {}, OPEN),
        ("on paper", {"archive_electronic": False}, APART),
    ]),
    *table("DT-024-1", {"archive_destroyed_on": "2026-03-10", "archive_expires_on": "2025-12-31", "archive_appraisal_reported": True}, [
        ("appraised on 1 Jan", {"archive_appraised_on": "2026-01-01"}, PASSES),
        ("appraised before the end", {"archive_appraised_on": "2025-12-31"}, FAILS),
        ("appraised after destruction", {"archive_appraised_on": "2026-03-11"}, FAILS),
        ("no report", {"archive_appraised_on": "2026-01-05", "archive_appraisal_reported": False}, FAILS),
        ("not appraised", {}, OPEN),
    ]),
    *table("DT-040-1", {"archive_transferred_on": "2026-03-10", "archive_electronic": True}, [
        ("over a safe network", {"archive_online": True, "archive_network_safe": True}, PASSES),
        ("over an unsafe one", {"archive_online": True, "archive_network_safe": False}, FAILS),
        ("on a safe medium", {"archive_online": False, "archive_medium_safe": True}, PASSES),
        ("on an unsafe one", {"archive_online": False, "archive_medium_safe": False}, FAILS),
        ("unknown", {}, OPEN),
        ("on paper", {"archive_electronic": False}, APART),
    ]),
    *table("DT-019-2", {}, [
        ("approved", {"records_archive_schedule": True}, PASSES),
        ("not approved", {"records_archive_schedule": False}, FAILS),
        ("changed and approved again", {"records_archive_schedule": True, "records_archive_changed": True, "records_archive_reapproved": True}, PASSES),
        ("changed only", {"records_archive_schedule": True, "records_archive_changed": True}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("DT-038-2", {}, [
        ("connected", {"records_archive_connected": True}, PASSES),
        ("not", {"records_archive_connected": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("FJR-004", {"records_minority_area": True}, [
        ("entered", {"records_local_holidays": True}, PASSES),
        ("not entered", {"records_local_holidays": False}, FAILS),
        ("unknown", {}, OPEN),
        ("another area", {"records_minority_area": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
