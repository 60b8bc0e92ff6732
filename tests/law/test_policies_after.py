"""Publication, recordings, archive, forfeits and assistance: days that a place sets, and Hebei's own.

2025: Sunday 28 September and Saturday 11 October are worked, 1 to 8 October is off. 2026: 1 to 3 January is off, Sunday the 4th is worked.
"""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

HARBIN = {"procedure": "general", "place_code": "230103", "agency_kind": "statutory", "outcome": "penalty", "publication_due": True}
CHENGDE = {**HARBIN, "place_code": "130803", "agency_kind": "township"}
WHOLE = {
    "filed_on": "2025-09-23", "inspected_on": "2025-09-24", "legal_reviewed_on": "2025-11-07", "major_rights": True, "hearing_outcome": "held",
    "decided_on": "2025-11-12", "served_on": "2025-11-14", "closing_since": "2025-11-24", "archived_on": "2025-12-02",
}  # fmt: skip
SEIZED = {"decision_kinds": Penalty.GOODS | Penalty.FINE, "closed_on": "2025-11-28"}
TAKEN = {"forfeit_taken_on": "2025-11-14", "forfeit_watched": 2, "forfeit_filmed": True, "forfeit_listed": True}
BURNT = {"goods_way": "destroy", "goods_disposed_on": "2025-11-26"}
WATCHED = {"destroy_approved_on": "2025-11-25", "destroyed_on": "2025-11-26", "destroy_watched": 2, "destroy_filmed": True}

TABLES = [
    *table("P2-1-1", {**HARBIN, "decided_on": "2025-09-26", "publish_days": 7}, [  # Friday: 28, 29, 30 September, 9, 10, 11, 13 October
        ("on the seventh working day", {"published_on": "2025-10-13"}, PASSES),
        ("on the eighth", {"published_on": "2025-10-14"}, FAILS),
        ("a place with five: on its last", {"publish_days": 5, "published_on": "2025-10-10"}, PASSES),
        ("a place with five: a day late", {"publish_days": 5, "published_on": "2025-10-11"}, FAILS),
        ("a place with ten", {"publish_days": 10, "published_on": "2025-10-16"}, PASSES),
        ("still time", {"today": "2025-10-13"}, OPEN),
        ("no longer", {"today": "2025-10-14"}, FAILS),
        ("a department's rule of 20 days is no exception", {"field": "market", "published_on": "2025-10-14"}, FAILS),
        ("law keeps it back", {"publication_due": False}, APART),
        ("not said whether it is to be published", {"publication_due": None, "published_on": "2026-10-14"}, OPEN),
        ("no place", {"place_code": None, "published_on": "2026-10-14"}, APART),
        ("the place has no number", {"publish_days": None, "published_on": "2026-10-14"}, APART),
        ("quashed meanwhile", {"overturned_on": "2025-09-30"}, APART),
        ("no penalty", {"outcome": "none_statutory"}, APART),
    ]),
    *table("P2-1-2", {**HARBIN, "outcome": "none_statutory", "decided_on": "2025-12-05", "publish_other_days": 20}, [  # Friday; 4 January is the 19th
        ("on the twentieth working day", {"published_on": "2026-01-05"}, PASSES),
        ("on the twenty-first", {"published_on": "2026-01-06"}, FAILS),
        ("a place with nineteen", {"publish_other_days": 19, "published_on": "2026-01-05"}, FAILS),
        ("still time", {"today": "2026-01-05"}, OPEN),
        ("a penalty has its own", {"outcome": "penalty", "published_on": "2026-01-06"}, APART),
        ("the place has no number", {"publish_other_days": None, "published_on": "2026-02-06"}, APART),
    ]),
    *table("P2-1-4", {**HARBIN, "archived_on": "2025-12-02", "published_on": "2025-11-20", "overturned_on": "2025-11-25"}, [
        ("taken down", {"withdrawn_on": "2025-11-26"}, PASSES),
        ("left standing", {}, FAILS),
        ("not archived", {"archived_on": None}, OPEN),
        ("never published", {"published_on": None}, APART),
        ("not quashed", {"overturned_on": None}, APART),
        ("elsewhere", {"place_code": "220000"}, APART),
    ]),
    *table("P2-2-1", {**HARBIN, "archive_days": 30}, [
        ("29 February is the thirtieth day", {"closed_on": "2024-01-30", "archived_on": "2024-02-29"}, PASSES),
        ("1 March is late", {"closed_on": "2024-01-30", "archived_on": "2024-03-01"}, FAILS),
        ("the last day, 5 October, is off: the 9th", {"closed_on": "2025-09-05", "archived_on": "2025-10-09"}, PASSES),
        ("the 10th is late", {"closed_on": "2025-09-05", "archived_on": "2025-10-10"}, FAILS),
        ("a place with 60 days", {"closed_on": "2024-01-30", "archived_on": "2024-03-30", "archive_days": 60}, PASSES),
        ("a place with 60 days, over the weekend", {"closed_on": "2024-01-30", "archived_on": "2024-04-02", "archive_days": 60}, FAILS),
        ("not closed", {}, OPEN),
        ("still time", {"closed_on": "2025-09-05", "today": "2025-10-09"}, OPEN),
        ("the place has no number", {"closed_on": "2024-01-30", "archived_on": "2025-03-01", "archive_days": None}, APART),
    ]),
    *table("P2-2-2", {**HARBIN, "recorded_at": "2025-09-30T16:00", "upload_hours": 24}, [
        ("24 hours later", {"recording_stored_at": "2025-10-01T16:00"}, PASSES),
        ("a minute more, on a holiday", {"recording_stored_at": "2025-10-01T16:01"}, FAILS),
        ("a place with 48 hours", {"upload_hours": 48, "recording_stored_at": "2025-10-02T16:00"}, PASSES),
        ("a place with 48 hours, a minute more", {"upload_hours": 48, "recording_stored_at": "2025-10-02T16:01"}, FAILS),
        ("no recording", {"recorded_at": None}, OPEN),
        ("the place has no number", {"upload_hours": None, "recording_stored_at": "2025-11-01T16:01"}, APART),
    ]),
    *table("HB-018", {**CHENGDE, **WHOLE}, [
        ("all six", {}, PASSES),
        ("a single piece of evidence is an inquiry too", {"inspected_on": None, "evidence": 1}, PASSES),
        *((f"without {name}", {name: None}, FAILS) for name in ("filed_on", "inspected_on", "legal_reviewed_on", "decided_on", "served_on", "closing_since")),
        ("not archived", {"archived_on": None}, OPEN),
        ("a county bureau", {"agency_kind": "statutory", "filed_on": None}, APART),
    ]),
    *table("HB-030-1", {**CHENGDE, **SEIZED, **TAKEN}, [
        ("two watched, filmed and listed", {}, PASSES),
        ("one watched", {"forfeit_watched": 1}, FAILS),
        ("not filmed", {"forfeit_filmed": False}, FAILS),
        ("not listed", {"forfeit_listed": False}, FAILS),
        ("not taken in", dict.fromkeys(TAKEN), FAILS),
        ("nobody counted", {"forfeit_watched": None}, OPEN),
        ("not closed", {"closed_on": None}, OPEN),
        ("a fine alone", {"decision_kinds": Penalty.FINE, "forfeit_watched": 1}, APART),
        ("a county bureau", {"agency_kind": "statutory", "forfeit_watched": 1}, APART),
    ]),
    *table("HB-030-4", {**CHENGDE, **BURNT, **WATCHED}, [
        ("approved, watched by two, filmed", {}, PASSES),
        ("approved on the day", {"destroy_approved_on": "2025-11-26"}, PASSES),
        ("approved afterwards", {"destroy_approved_on": "2025-11-27"}, FAILS),
        ("watched by one", {"destroy_watched": 1}, FAILS),
        ("not filmed throughout", {"destroy_filmed": False}, FAILS),
        ("not approved", {"destroy_approved_on": None}, OPEN),
        ("sold", {"goods_way": "auction", "destroy_watched": 1}, APART),
    ]),
    *table("HB-035-a", {**CHENGDE, "assist_received_on": "2025-09-26"}, [  # the seventh working day is 13 October
        ("on the seventh working day", {"assist_done_on": "2025-10-13"}, PASSES),
        ("on the eighth", {"assist_done_on": "2025-10-14"}, FAILS),
        ("two days went on more material", {"assist_more_days": 2, "assist_done_on": "2025-10-15"}, PASSES),
        ("two days went on it, and one more", {"assist_more_days": 2, "assist_done_on": "2025-10-16"}, FAILS),
        ("put off by three with reasons", {"assist_extension": 3, "assist_done_on": "2025-10-16"}, PASSES),
        ("put off by three, a day late", {"assist_extension": 3, "assist_done_on": "2025-10-17"}, FAILS),
        ("still time", {"today": "2025-10-13"}, OPEN),
        ("no longer", {"today": "2025-10-14"}, FAILS),
        ("a county bureau asks", {"agency_kind": "statutory", "assist_done_on": "2025-10-14"}, APART),
    ]),
    *table("HB-035-b", {**CHENGDE, "assist_more": True, "assist_received_on": "2025-09-30"}, [
        ("on the second working day", {"assist_more_on": "2025-10-10"}, PASSES),
        ("on the third, a worked Saturday", {"assist_more_on": "2025-10-11"}, FAILS),
        ("still time", {"today": "2025-10-10"}, OPEN),
        ("nothing more is needed", {"assist_more": False, "assist_more_on": "2025-10-11"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
