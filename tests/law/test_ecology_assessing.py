"""Approval of environmental impact assessments: its rules, its course, what refuses a step."""

from typing import Any

import pytest

from fadu.law.registry import procedure_of, rules_of
from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict
from tests.law.story import Story

REPORT = {"eia_kind": "report", "eia_received_on": "2026-09-01"}
TABLE = {"eia_kind": "table", "eia_received_on": "2026-09-01"}
AGAIN = {"eia_kind": "table", "eia_again": True, "eia_received_on": "2026-09-11"}

TABLES = [
    # Tue 1 Sep 2026 and sixty days: Sat 31 Oct, so Mon 2 Nov; from 2 Sep: Sun 1 Nov, the same Monday; from 8 Sep: Sat 7 Nov, Mon 9
    *table("HJF-102-2", REPORT, [
        ("on the last day", {"eia_told_on": "2026-11-02"}, PASSES),
        ("a day late", {"eia_told_on": "2026-11-03"}, FAILS),
        ("to a Tuesday, no more", {"eia_received_on": "2026-09-04", "eia_told_on": "2026-11-03"}, PASSES),
        ("to a Wednesday", {"eia_received_on": "2026-09-04", "eia_told_on": "2026-11-04"}, FAILS),
        ("open", {"today": "2026-11-02"}, OPEN),
        ("a table", {"eia_kind": "table", "eia_told_on": "2026-11-03"}, APART),
        ("received before the Code", {"eia_received_on": "2026-08-14", "eia_told_on": "2026-11-03"}, APART),
    ]),
    # thirty days: Thu 1 Oct, in the holiday: Thu 8 Oct; from 10 Sep: Sat 10 Oct, worked in exchange
    *table("HJF-102-2-table", TABLE, [
        ("after the holiday", {"eia_told_on": "2026-10-08"}, PASSES),
        ("a day later", {"eia_told_on": "2026-10-09"}, FAILS),
        ("to a Saturday that is worked", {"eia_received_on": "2026-09-10", "eia_told_on": "2026-10-10"}, PASSES),
        ("a day after it", {"eia_received_on": "2026-09-10", "eia_told_on": "2026-10-11"}, FAILS),
        ("open", {"today": "2026-10-08"}, OPEN),
        ("looked at again", {"eia_again": True, "eia_told_on": "2026-10-09"}, APART),
    ]),
    *table("HJF-102-4", {"eia_decided_on": "2026-09-20"}, [
        ("nothing", {"eia_fee": 0}, PASSES),
        ("a fen", {"eia_fee": 1}, FAILS),
        ("not said", {}, OPEN),
        ("not decided", {"eia_decided_on": None, "eia_fee": 1}, OPEN),
    ]),
    # Fri 11 Sep 2026 and ten days: Mon 21
    *table("HJF-106-2", AGAIN, [
        ("on the tenth day", {"eia_told_on": "2026-09-21"}, PASSES),
        ("on the eleventh", {"eia_told_on": "2026-09-22"}, FAILS),
        ("open", {"today": "2026-09-21"}, OPEN),
        ("the first time", {"eia_again": False, "eia_told_on": "2026-09-22"}, APART),
    ]),
    *table("HJF-106-2-why", AGAIN, [
        ("five years and a day", {"eia_approved_on": "2021-09-10"}, PASSES),
        ("five years to the day", {"eia_approved_on": "2021-09-11"}, FAILS),
        ("not known when it was approved", {}, OPEN),
        ("the first time", {"eia_again": False, "eia_approved_on": "2021-09-11"}, APART),
    ]),
]  # fmt: skip

PROJECT = {"cause": "报批环评报告表", "party_kind": "unit", "party_name": "示范县清河酱园", "project": "扩建项目"}


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


def test_a_table_is_approved_and_the_builder_told():
    story = Story("licence.eia").take("accept_eia", "2026-09-01T09:00", {**PROJECT, "eia_kind": "table", "eia_received_on": "2026-09-01"})
    assert story.due("HJF-102-2-table") == "2026-10-08"
    assert story.due("HJF-102-2") is None
    decision = {"eia_decision": "approved", "reason": "落实各项环境保护措施。", "opinion": "同意。"}
    assert story.refused("decide_eia", "2026-09-20T09:00", {**decision, "eia_fee": "500"}) == ["HJF-102-4"]
    story.take("decide_eia", "2026-09-21T09:00", {**decision, "eia_fee": "0"}).take("tell_eia", "2026-09-22T09:00", {"receiver": "王某"})
    assert story.state.ended
    assert story.state.course is procedure_of("licence.eia")


def test_a_project_begun_within_five_years_is_not_looked_at_again():
    again = {**PROJECT, "eia_kind": "table", "eia_received_on": "2026-09-11", "eia_again": True}
    assert Story("licence.eia").refused("accept_eia", "2026-09-11T09:00", {**again, "eia_approved_on": "2021-09-11"}) == ["HJF-106-2-why"]
    story = Story("licence.eia").take("accept_eia", "2026-09-11T09:00", {**again, "eia_approved_on": "2021-09-10"})
    assert story.due("HJF-106-2") == "2026-09-21"


def test_only_its_own_rules_look_at_it():
    assert {rule.id for rule in rules_of("eia")} == {rule for rule, *_ in TABLES}
