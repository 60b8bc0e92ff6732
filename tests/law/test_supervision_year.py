"""What bodies and organs owe over a year, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TABLES = [
    *table("JD-006-1-report", {}, [
        ("done", {"oversight_reported": True}, PASSES),
        ("not done", {"oversight_reported": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-010", {}, [
        ("done", {"oversight_entry_and_exit": True}, PASSES),
        ("not done", {"oversight_entry_and_exit": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-012", {}, [
        ("eight", {"oversight_systems_checked": 8}, PASSES),
        ("seven", {"oversight_systems_checked": 7}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-017-1", {"oversight_bodies": 12}, [
        ("all", {"oversight_bodies_published": 12}, PASSES),
        ("all but one", {"oversight_bodies_published": 11}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-017-2", {"oversight_cards_issued": 40}, [
        ("all", {"oversight_cards_examined": 40}, PASSES),
        ("all but one", {"oversight_cards_examined": 39}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-024-1", {}, [
        ("one answer", {"oversight_guidance": 1}, PASSES),
        ("none", {"oversight_guidance": 0}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-033-2", {}, [
        ("done", {"oversight_shared": True}, PASSES),
        ("not done", {"oversight_shared": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-034", {}, [
        ("done", {"oversight_used": True}, PASSES),
        ("not done", {"oversight_used": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-035-2", {}, [
        ("done", {"oversight_supervisors_trained": True}, PASSES),
        ("not done", {"oversight_supervisors_trained": False}, FAILS),
        ("unknown", {}, OPEN),
    ]),
    *table("JD-037-1", {"oversight_level": "nation"}, [
        ("done", {"oversight_warns": True}, PASSES),
        ("not done", {"oversight_warns": False}, FAILS),
        ("unknown", {}, OPEN),
        ("not of this place or level", {"oversight_level": "county"}, APART),
    ]),
    *table("JD-037-2", {"oversight_level": "province"}, [
        ("done", {"oversight_system": True}, PASSES),
        ("not done", {"oversight_system": False}, FAILS),
        ("unknown", {}, OPEN),
        ("not of this place or level", {"oversight_level": "county"}, APART),
    ]),
    *table("JD-039", {"oversight_ordered": 2}, [
        ("both put right", {"oversight_mended": 2}, PASSES),
        ("one left", {"oversight_mended": 1}, FAILS),
        ("unknown", {}, OPEN),
        ("never ordered", {"oversight_ordered": 0, "oversight_mended": 0}, APART),
        ("ordered once, nothing done", {"oversight_ordered": 1, "oversight_mended": 0}, FAILS),
    ]),
    *table("SD-009-2", {"oversight_local_rules": "shandong", "oversight_bodies": 12}, [
        ("all", {"oversight_bodies_published": 12}, PASSES),
        ("all but one", {"oversight_bodies_published": 11}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("SD-010-2", {"oversight_local_rules": "shandong", "oversight_enforcers": 30}, [
        ("all", {"oversight_enforcers_schooled": 30}, PASSES),
        ("all but one", {"oversight_enforcers_schooled": 29}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("SD-010-3", {"oversight_local_rules": "shandong"}, [
        ("none", {"oversight_unqualified_enforcers": 0}, PASSES),
        ("one on loan", {"oversight_unqualified_enforcers": 1}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "hebei"}, APART),
    ]),
    *table("SD-011-2", {"oversight_local_rules": "shandong", "oversight_chairs": 5}, [
        ("all", {"oversight_chairs_certified": 5}, PASSES),
        ("all but one", {"oversight_chairs_certified": 4}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("SD-013-2", {"oversight_local_rules": "shandong", "oversight_major_decisions": 9}, [
        ("all", {"oversight_major_reviewed": 9}, PASSES),
        ("all but one", {"oversight_major_reviewed": 8}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("SD-014-3", {"oversight_local_rules": "shandong"}, [
        ("once", {"oversight_file_reviews": 1}, PASSES),
        ("never", {"oversight_file_reviews": 0}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("SD-020", {"oversight_local_rules": "shandong"}, [
        ("done", {"oversight_planned": True}, PASSES),
        ("not done", {"oversight_planned": False}, FAILS),
        ("unknown", {}, OPEN),
        ("not of this place or level", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("HJ-013", {"oversight_local_rules": "hebei", "oversight_scenes_to_film": 7}, [
        ("all", {"oversight_scenes_filmed": 7}, PASSES),
        ("all but one", {"oversight_scenes_filmed": 6}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("HJ-014", {"oversight_local_rules": "hebei", "oversight_review_list": True, "oversight_major_decisions": 9}, [
        ("all reviewed", {"oversight_major_reviewed": 9}, PASSES),
        ("one without review", {"oversight_major_reviewed": 8}, FAILS),
        ("no list", {"oversight_major_reviewed": 9, "oversight_review_list": False}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "shandong"}, APART),
    ]),
    *table("HJ-015", {"oversight_local_rules": "hebei", "oversight_file_reviews": 1}, [
        ("reviewed, with advice", {"oversight_file_advice": True}, PASSES),
        ("without advice", {"oversight_file_advice": False}, FAILS),
        ("never", {"oversight_file_reviews": 0, "oversight_file_advice": True}, FAILS),
        ("unknown", {}, OPEN),
        ("elsewhere", {"oversight_local_rules": "other"}, APART),
    ]),
    *table("GW-074-1", {}, [
        ("nobody", {"oversight_kin_posts": 0}, PASSES),
        ("one", {"oversight_kin_posts": 1}, FAILS),
        ("unknown", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
