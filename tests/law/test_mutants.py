"""A limit that is wrong by one is noticed: each is moved, and some worded case must then disagree."""

import pytest

from fadu.law.registry import rules
from fadu.law.rules import Convention, Question, Rule
from tests.law.every import mutants, worded

JUDGING = [rule for rule in rules() if not isinstance(rule, Convention | Question)]

ANSWERED: dict[str, str] = {
    "JD-027-2": "the letter names its last day; the period only says so",
    "JD-028-2": "the same",
    "P2-1-1": "the place sets the length; the period is that of the policy",
    "P2-1-2": "the same",
    "P2-2-1": "the same",
    "P2-2-2": "the same",
    "P2-2-2-measure": "the same",
    "P2-2-2-enforcement": "the same",
    "P2-2-2-inspection": "the same",
    "XK-050-2": "the day on which the licence ends is the last; the period only says so",
    "XK-050-2-deemed": "the same",
    "YH-036-2": "the days are those that were promised; the period only says so",
    "FY-077-1": "the decision names the last day",
    "SS-094": "the judgment names the last day",
}
"""Survivors that are no defect, with the reason."""


@pytest.mark.parametrize("rule", JUDGING, ids=lambda rule: rule.id)
def test_a_limit_that_is_wrong_by_one_is_noticed(rule: Rule):
    cases = [case for name in rule.ids for case in worded().get(name, ())]
    survivors = [says for says, wrong in mutants(rule) if all(case.ask(wrong) is case.expected for case in cases)]
    assert survivors == [] or rule.id in ANSWERED, f"{len(cases)} worded cases"


def test_the_worded_cases_hold_of_the_rules_as_they_are():
    by_id = {name: rule for rule in rules() for name in rule.ids}
    wrong = [(case.rule, case.words) for cases in worded().values() for case in cases if case.ask(by_id[case.rule]) is not case.expected]
    assert wrong == []
