"""An organ's people and training over a year, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.policies.terms import whole
from fadu.law.rules import Verdict
from fadu.law.vocabulary.lists import Discipline, OfficerShown
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TOWNSHIP = {"organ_place": "130822", "organ_role": "township", "organ_rank": "town", "year": 2025}
CITY = {"organ_place": "371500", "organ_role": "enforcer", "organ_rank": "city", "year": 2025}
CLOSED = {"year_closed_on": "2025-12-31"}

TABLES = [
    *table("P1-3-b", TOWNSHIP, [
        ("all four", {"officers_shown": whole(OfficerShown)}, PASSES),
        *((f"without {part.name}", {"officers_shown": whole(OfficerShown) & ~part}, FAILS) for part in OfficerShown),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "officers_shown": OfficerShown.NAME}, APART),
        ("a bureau", {"organ_role": "enforcer", "officers_shown": OfficerShown.NAME}, APART),
    ]),
    *table("P1-5-a", {"organ_role": "justice", "public_law_hours_due": 40}, [
        ("forty hours", {"public_law_hours": 40}, PASSES),
        ("thirty-nine when the year closes", {"public_law_hours": 39, **CLOSED}, FAILS),
        ("still time", {"public_law_hours": 39}, OPEN),
        ("a place with sixty", {"public_law_hours": 59, "public_law_hours_due": 60, **CLOSED}, FAILS),
        ("a bureau", {"organ_role": "enforcer", **CLOSED}, APART),
        ("a place without a number", {"public_law_hours_due": None, **CLOSED}, APART),
    ]),
    *table("P1-5-b", {"organ_role": "enforcer", "granted_down": 1}, [
        ("once where once is asked", {"township_sessions": 1, "township_sessions_due": 1, **CLOSED}, PASSES),
        ("once where twice is asked", {"township_sessions": 1, "township_sessions_due": 2, **CLOSED}, FAILS),
        ("twice where twice is asked", {"township_sessions": 2, "township_sessions_due": 2}, PASSES),
        ("never", {"township_sessions_due": 1, **CLOSED}, FAILS),
        ("still time", {"township_sessions": 1, "township_sessions_due": 2}, OPEN),
        ("nothing handed down", {"granted_down": 0, "township_sessions_due": 1, **CLOSED}, APART),
        ("a place without a number", {"township_sessions": 0, **CLOSED}, APART),
    ]),
    *table("P1-6-a", {**TOWNSHIP, "team_posts_least": 10, "team_posts_most": 21}, [
        ("ten", {"team_posts": 10}, PASSES),
        ("nine", {"team_posts": 9}, FAILS),
        ("twenty-one", {"team_posts": 21}, PASSES),
        ("twenty-two", {"team_posts": 22}, FAILS),
        ("not registered", {}, OPEN),
        ("a place without a number", {"team_posts_most": None, "team_posts": 2}, APART),
    ]),
    *table("P1-6-b", {**TOWNSHIP, "small_township": False, "team_fulltime_due": 6}, [
        ("six", {"team_fulltime": 6}, PASSES),
        ("five", {"team_fulltime": 5}, FAILS),
        ("not registered", {}, OPEN),
        ("one of the small ones", {"small_township": True, "team_fulltime": 4}, APART),
        ("a street office", {"organ_role": "street", "team_fulltime": 4}, APART),
    ]),
    *table("P1-6-c", {**TOWNSHIP, "small_township": True, "team_fulltime_small": 4}, [
        ("four", {"team_fulltime": 4}, PASSES),
        ("three", {"team_fulltime": 3}, FAILS),
        ("not registered", {}, OPEN),
        ("not one of the small ones", {"small_township": False, "team_fulltime": 3}, APART),
    ]),
    *table("P2-3-1", {"reviewers_share_due": 7}, [
        ("seven of a hundred", {"officers": 100, "reviewers": 7}, PASSES),
        ("six of a hundred", {"officers": 100, "reviewers": 6}, FAILS),
        ("one of fourteen", {"officers": 14, "reviewers": 1}, PASSES),  # 14 × 7% = 0.98
        ("one of fifteen", {"officers": 15, "reviewers": 1}, FAILS),  # 15 × 7% = 1.05
        ("a place with five percent", {"officers": 20, "reviewers": 1, "reviewers_share_due": 5}, PASSES),
        ("one of a hundred and one, at one percent", {"officers": 101, "reviewers": 1, "reviewers_share_due": 1}, FAILS),
        ("a single officer", {"officers": 1, "reviewers": 0}, FAILS),
        ("nobody", {"officers": 0, "reviewers": 0}, APART),
        ("reviewers not counted", {"officers": 15}, OPEN),
        ("a place without a number", {"officers": 15, "reviewers": 0, "reviewers_share_due": None}, APART),
    ]),
    *table("P2-5", {"systems_sessions_due": 1}, [
        ("once", {"systems_sessions": 1}, PASSES),
        ("never when the year closes", {"systems_sessions": 0, **CLOSED}, FAILS),
        ("still time", {"systems_sessions": 0}, OPEN),
        ("a place without a number", {"systems_sessions_due": None, **CLOSED}, APART),
    ]),
    *table("P3-2-a", {**CITY, "training_plan_by": "2025-04-15"}, [
        ("on 15 April", {"training_plan_filed_on": "2025-04-15"}, PASSES),
        ("on 16 April", {"training_plan_filed_on": "2025-04-16"}, FAILS),
        ("in the year before, for that year", {"training_plan_filed_on": "2024-12-30"}, PASSES),
        ("another year has its own day", {"training_plan_by": "2026-04-15", "training_plan_filed_on": "2026-04-15"}, PASSES),
        ("not filed on the last day", {"today": "2025-04-15"}, OPEN),
        ("not filed the day after", {"today": "2025-04-16"}, FAILS),
        ("a place with the end of March", {"training_plan_by": "2025-03-31", "training_plan_filed_on": "2025-04-01"}, FAILS),
        ("a county bureau", {"organ_rank": "county"}, APART),
        ("a place without a day", {"training_plan_by": None}, APART),
    ]),
    *table("P3-2-b", {**CITY, "rotation_by": "2025-06-30"}, [
        ("on 30 June", {"rotation_done_on": "2025-06-30"}, PASSES),
        ("on 1 July", {"rotation_done_on": "2025-07-01"}, FAILS),
        ("not done on the last day", {"today": "2025-06-30"}, OPEN),
        ("not done the day after", {"today": "2025-07-01"}, FAILS),
        ("a place without a day", {"rotation_by": None}, APART),
    ]),
    *table("P3-3-b", CITY, [
        ("all three", {"discipline": whole(Discipline)}, PASSES),
        *((f"without {part.name}", {"discipline": whole(Discipline) & ~part}, FAILS) for part in Discipline),
        ("not registered", {}, OPEN),
        ("a county of the city", {"organ_place": "371521", "discipline": Discipline.EXIT}, FAILS),
        ("another city", {"organ_place": "371600", "discipline": Discipline.EXIT}, APART),
    ]),
    *table("P3-7-b", {**CITY, "organ_rank": "county", "seconded": 3}, [
        ("all under the township", {"seconded_commanded": 3}, PASSES),
        ("one apart", {"seconded_commanded": 2}, FAILS),
        ("not registered", {}, OPEN),
        ("a single one apart", {"seconded": 1, "seconded_commanded": 0}, FAILS),
        ("nobody sent", {"seconded": 0, "seconded_commanded": 0}, APART),
        ("a city bureau", {"organ_rank": "city", "seconded_commanded": 0}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
