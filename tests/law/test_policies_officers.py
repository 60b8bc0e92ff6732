"""Officers over a year: credentials, hours, lessons off duty, leaving. Rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.facts import VOCABULARY
from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, Row, table, verdict


def people(rule: str, base: dict[str, Any], rows: list[Row]) -> list[tuple[str, str, dict[str, Any], Verdict]]:
    """A table over facts of a person, written without the word in front."""
    return table(rule, named(base), [(says, named(facts), expected) for says, facts, expected in rows])


def named(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts by their full names."""
    return {f"officer_{name}" if f"officer_{name}" in VOCABULARY else name: value for name, value in facts.items()}


XINGLONG, CHENGDE, XINSHAO = {"place_code": "130822"}, {"place_code": "130803"}, {"place_code": "430522"}
FIT = {"employment": "established", "post": "enforcing", "public_exam": True, "special_exam": True, "certified_on": "2025-03-03"}
RETIRED = {**XINGLONG, "left_how": "retired", "left_on": "2025-06-30", "closed_on": "2025-12-31", "credential_taken_on": "2025-07-01"}
ENDED = {"cancel_asked_on": "2025-07-02"}
AWAY = {"suspended_on": "2025-03-03", "return_hours_due": 40, "returned_on": "2025-05-06", "return_asked_on": "2025-05-06", "return_exam": True}

TABLES = [
    *people("P1-2", {**XINGLONG, **FIT}, [
        ("all four", {}, PASSES),
        ("a worker", {"employment": "worker"}, FAILS),
        ("on loan for the time being", {"employment": "temporary"}, FAILS),
        ("on another post", {"post": "other"}, FAILS),
        ("failed in public law", {"public_exam": False}, FAILS),
        ("failed in special law", {"special_exam": False}, FAILS),
        ("not examined in special law", {"special_exam": None}, OPEN),
        ("no credential", {"certified_on": None}, OPEN),
        ("another county", {"place_code": "130824", "special_exam": False}, APART),
    ]),
    *people("HB-040-3", {**CHENGDE, **FIT}, [
        ("established", {}, PASSES),
        ("a worker", {"employment": "worker"}, FAILS),
        ("temporary", {"employment": "temporary"}, FAILS),
        ("an assistant", {"employment": "auxiliary"}, FAILS),
        ("not known", {"employment": None}, OPEN),
        ("another province", {"place_code": "140100", "employment": "worker"}, APART),
    ]),
    *people("HB-010-2", {**CHENGDE, **FIT, "started_on": "2025-03-03"}, [
        ("on the day of the credential", {}, PASSES),
        ("a day before the credential", {"started_on": "2025-03-02"}, FAILS),
        ("failed in one", {"special_exam": False}, FAILS),
        ("failed in the other", {"public_exam": False}, FAILS),
        ("without a credential", {"certified_on": None}, OPEN),
        ("not on duty", {"started_on": None}, OPEN),
        ("another province", {"place_code": "140100", "started_on": "2025-03-02"}, APART),
    ]),
    *people("P1-2-b", {**XINGLONG, "employment": "auxiliary"}, [
        ("never alone", {"alone": 0}, PASSES),
        ("once alone", {"alone": 1}, FAILS),
        ("nobody counted", {}, OPEN),
        ("an officer", {"employment": "established", "alone": 1}, APART),
    ]),
    *people("P1-4", {**RETIRED, **ENDED}, [
        ("retired: withdrawn and cancelled", {"credential_taken": "withdrawn"}, PASSES),
        ("retired: cancelled on the day", {"credential_taken": "withdrawn", "cancel_asked_on": "2025-07-01"}, PASSES),
        ("retired: cancelled before it was handed in", {"credential_taken": "withdrawn", "cancel_asked_on": "2025-06-30"}, FAILS),
        ("retired: seized", {"credential_taken": "seized"}, FAILS),
        ("resigned: suspended only", {"left_how": "resigned", "credential_taken": "suspended"}, FAILS),
        ("dismissed: seized", {"left_how": "dismissed", "credential_taken": "seized"}, PASSES),
        ("removed: withdrawn", {"left_how": "removed", "credential_taken": "withdrawn"}, FAILS),
        ("convicted: seized", {"left_how": "convicted", "credential_taken": "seized"}, PASSES),
        ("moved: and a new one asked for", {"left_how": "moved", "credential_taken": "withdrawn", "reissue_asked_on": "2025-07-03"}, PASSES),
        ("moved: and none asked for", {"left_how": "moved", "credential_taken": "withdrawn"}, FAILS),
        ("not cancelled", {"credential_taken": "withdrawn", "cancel_asked_on": None}, OPEN),
        ("the year is open", {"credential_taken": "seized", "closed_on": None}, OPEN),
        ("another county", {"place_code": "130824", "credential_taken": "seized"}, APART),
    ]),
    *people("P4-1-5", {**RETIRED, **XINSHAO}, [
        ("withdrawn", {"credential_taken": "withdrawn"}, PASSES),
        ("suspended", {"credential_taken": "suspended"}, PASSES),
        ("cancelled, on the day", {"credential_taken": "cancelled", "credential_taken_on": "2025-06-30"}, PASSES),
        ("taken before the leave", {"credential_taken": "withdrawn", "credential_taken_on": "2025-06-29"}, FAILS),
        ("seized is not one of them", {"credential_taken": "seized"}, FAILS),
        ("nothing done", {}, OPEN),
        ("nobody left", {"left_how": None}, APART),
        ("another place", {"place_code": "430500", "credential_taken": "seized"}, APART),
    ]),
    *people("P4-1-2", {"post": "enforcing", "hours_due": 60}, [
        ("sixty hours", {"hours": 60}, PASSES),
        ("fifty-nine when the year closes", {"hours": 59, "closed_on": "2025-12-31"}, FAILS),
        ("fifty-nine, and still time", {"hours": 59}, OPEN),
        ("none when the year closes", {"closed_on": "2025-12-31"}, FAILS),
        ("a place with forty", {"hours": 40, "hours_due": 40, "closed_on": "2025-12-31"}, PASSES),
        ("a place with forty: one less", {"hours": 39, "hours_due": 40, "closed_on": "2025-12-31"}, FAILS),
        ("a place without a number", {"hours": 1, "hours_due": None, "closed_on": "2025-12-31"}, APART),
        ("no enforcer", {"post": "reviewing", "hours": 1, "closed_on": "2025-12-31"}, APART),
    ]),
    *people("P3-1", {"post": "leader", "hours_thought_due": 15}, [
        ("fifteen hours", {"hours_thought": 15}, PASSES),
        ("fourteen when the year closes", {"hours_thought": 14, "closed_on": "2025-12-31"}, FAILS),
        ("an enforcer with fourteen", {"post": "enforcing", "hours_thought": 14, "closed_on": "2025-12-31"}, FAILS),
        ("still time", {"hours_thought": 14}, OPEN),
        ("a reviewer", {"post": "reviewing", "hours_thought": 1, "closed_on": "2025-12-31"}, APART),
        ("a place without a number", {"hours_thought_due": None, "closed_on": "2025-12-31"}, APART),
    ]),
    *people("P3-2-c", {"post": "enforcing", "hours_public_due": 30, "hours_practice_due": 30, "closed_on": "2025-12-31"}, [
        ("thirty and thirty", {"hours_public": 30, "hours_practice": 30}, PASSES),
        ("one does not make up for the other", {"hours_public": 29, "hours_practice": 60}, FAILS),
        ("nor the other way round", {"hours_public": 60, "hours_practice": 29}, FAILS),
        ("still time", {"hours_public": 29, "hours_practice": 29, "closed_on": None}, OPEN),
        ("a place without numbers", {"hours_public_due": None, "hours_public": 1}, APART),
    ]),
    *people("P3-3", AWAY, [
        ("forty hours, examined, asked", {"return_hours": 40}, PASSES),
        ("thirty-nine hours", {"return_hours": 39}, FAILS),
        ("failed", {"return_hours": 40, "return_exam": False}, FAILS),
        ("asked only afterwards", {"return_hours": 40, "return_asked_on": "2025-05-07"}, FAILS),
        ("never asked", {"return_hours": 40, "return_asked_on": None}, OPEN),
        ("not back", {"return_hours": 39, "returned_on": None}, OPEN),
        ("never sent off", {"suspended_on": None, "return_hours": 1}, APART),
        ("a place without a number", {"return_hours_due": None, "return_hours": 1}, APART),
    ]),
    *people("P4-6-4", {**XINSHAO, "frontline": True}, [
        ("insured", {"insured": True}, PASSES),
        ("not insured", {"insured": False}, FAILS),
        ("nobody knows", {}, OPEN),
        ("at a desk", {"frontline": False, "insured": False}, APART),
        ("another place", {"place_code": "430500", "insured": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
