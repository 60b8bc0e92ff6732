"""Every rule that judges can say all it has to say; and what has a last day turns on just that day, counted one by one."""

from datetime import date, timedelta

import pytest

from fadu.law.calendar import china, civil, number
from fadu.law.engine import frame_of
from fadu.law.periods import Period, Unit
from fadu.law.registry import rules
from fadu.law.rules import Clock, Convention, Moment, Question, Rule, Verdict, Wait
from tests.law.made import boundary, found

AT = Moment(china(), number(date(2026, 11, 20)))
JUDGING = [rule for rule in rules() if not isinstance(rule, Convention | Question)]
PASSES, FAILS, OPEN = Verdict.PASSES, Verdict.FAILS, Verdict.NOT_YET_JUDGED

NEVER_OPEN = {
    "CF-063-2", "CF-064-5",  # what is not filled in is nought
    "CF-064-8",  # a transcript without a mark is not signed
    "CF-073-1",  # a stay that is not on record is none
}  # fmt: skip
"""Rules over facts that are never unknown."""


COUNTED_OTHERWISE = {
    "JD-027-2", "JD-028-2",  # the letter names the last day
    "P2-1-1", "P2-1-2", "P2-2-1", "P2-2-2", "P2-2-2-measure", "P2-2-2-enforcement", "P2-2-2-inspection",  # the place sets the length
    "SD-017",  # thirty days that begin when a year is full
    "SG-013-1-end",  # a term that turns on the kind of penalty
    "XK-042-1a", "XK-042-2", "XK-043", "GK-033-2",  # working days of hearings, tests and consultations are left out
    "YH-036-2",  # as many days as were promised
    "XK-050-2",  # the day on which the licence ends
    "FY-077-1", "SS-094",  # the decision or judgment names the last day
    "GP-014-1",  # three months that begin when two are full
}  # fmt: skip
"""Clocks that are not one period from one day; their tables show both sides of the last day."""


@pytest.mark.parametrize("rule", JUDGING, ids=lambda rule: rule.id)
def test_a_rule_can_pass_fail_and_wait(rule: Rule):
    wanted = {PASSES, FAILS} | (set() if rule.id in NEVER_OPEN else {OPEN})
    assert wanted - found(rule, AT, wanted).keys() == set()


def counted(period: Period, start: int, longer: int) -> int:
    """The last day, one by one: the day of the event is not counted, months end on the same day of the month, a last day off rolls over."""
    if period.unit is Unit.HOURS:
        return start + (period.length + longer) * 60
    day = civil(start)
    if period.unit is Unit.WORKING_DAYS:
        left = period.length + longer
        while left:
            day += timedelta(days=1)
            left -= works(day)
        return number(day)
    if period.unit is Unit.DAYS:
        day += timedelta(days=period.length + longer)
    else:
        months = period.length * (12 if period.unit is Unit.YEARS else 1) + day.month - 1
        year, month = day.year + months // 12, months % 12 + 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        day = date(year, month, min(day.day, last)) + timedelta(days=longer)
    while period.rolls and not works(day):
        day += timedelta(days=1)
    return number(day)


def works(day: date) -> bool:
    return AT.calendar.is_worked(day)


@pytest.mark.parametrize("rule", [rule for rule in JUDGING if isinstance(rule, Clock | Wait) and rule.id not in COUNTED_OTHERWISE], ids=lambda rule: rule.id)
def test_the_last_day_is_in_time_and_the_day_after_is_not(rule: Clock | Wait):
    case = found(rule, AT, {PASSES})[PASSES]
    start = case[rule.starts.name]
    longer = sum(case.get(fact.name, 0) for fact in (rule.paused, rule.extended) if fact is not None) if isinstance(rule, Clock) else 0
    due = counted(rule.within if isinstance(rule, Clock) else rule.full, start, longer)
    edges = boundary(rule, case, due)
    assert edges is not None
    names = {fact.name for fact in rule.facts()}
    told = frame_of(edges, names).select(rule.verdict(AT)).to_series().to_list()
    assert told == [PASSES, FAILS]
