"""Judging one rule over facts written as people write them: days as ISO dates, moments as "2026-11-20T10:30", money in 元.

Every case is judged three ways, which must agree: the rule's own verdict, the door before a step, the sweep over past cases.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from fadu.law.calendar import china, number
from fadu.law.engine import Bench, frame_of, judge
from fadu.law.facts import VOCABULARY, Type, minutes
from fadu.law.registry import rule_of, rules
from fadu.law.rules import Clock, Gate, Moment, Rule, Verdict

CHINA = china()
PASSES, FAILS, OPEN, APART = Verdict.PASSES, Verdict.FAILS, Verdict.NOT_YET_JUDGED, Verdict.DOES_NOT_APPLY
TODAY = "2026-11-20"  # a Friday


class Case(NamedTuple):
    """One worded case of one rule."""

    rule: str
    words: str
    facts: Mapping[str, Any]
    verdict: Verdict
    today: str = TODAY


def of(rule: str, base: Mapping[str, Any], *cases: tuple[Any, ...]) -> list[Case]:
    """Cases of one rule: (verdict, words, facts over the base[, today]); a fact of None is not known."""
    return [Case(rule, words, {**base, **facts}, verdict, *today) for verdict, words, facts, *today in cases]


def value(name: str, written: Any) -> Any:
    """A fact as a frame holds it."""
    kind = VOCABULARY[name].type
    if written is None:
        return None
    if kind is Type.DAY:
        return number(date.fromisoformat(written))
    if kind is Type.MOMENT:
        return minutes(datetime.fromisoformat(written))
    if kind is Type.MONEY:
        return int(Decimal(str(written)) * 100)
    return int(written) if kind is Type.SET else written


def known(facts: Mapping[str, Any]) -> dict[str, Any]:
    """All facts as a frame holds them."""
    return {name: value(name, written) for name, written in facts.items()}


def verdict(rule: Rule, facts: Mapping[str, Any], today: str = TODAY) -> Verdict:
    """The rule's own verdict."""
    at = Moment(CHINA, number(date.fromisoformat(today)))
    return Verdict(frame_of([known(facts)], rule.reads(at)).select(rule.verdict(at)).item())


def swept(rule: Rule, facts: Mapping[str, Any], today: str = TODAY) -> Verdict:
    """The verdict of the sweep over past cases."""
    at = Moment(CHINA, number(date.fromisoformat(today)))
    once = [rule.once.name] if isinstance(rule, Gate) and rule.once is not None else []
    return Verdict(judge([rule], frame_of([known(facts)], dict.fromkeys([*rule.reads(at), *once])), at).item())


def refused(rule: Gate, facts: Mapping[str, Any], today: str = TODAY) -> set[str]:
    """The steps it guards that it refuses."""
    bench = Bench([rule], CHINA)
    return {step for step in rule.before if bench.check(step, known(facts), date.fromisoformat(today))}


def check(case: Case) -> None:
    """The three ways agree with the table."""
    rule = rule_of(case.rule)
    assert verdict(rule, case.facts, case.today) is case.verdict
    if isinstance(rule, Clock):
        assert swept(rule, case.facts, case.today) is case.verdict
    if isinstance(rule, Gate):
        stands = refused(rule, case.facts, case.today)
        if case.verdict is PASSES:
            assert stands == set()
        if case.verdict is FAILS:
            assert stands == set(rule.before)
        if case.verdict is APART:
            assert stands == set()
        if rule.once is None:
            assert swept(rule, case.facts) is OPEN
        else:
            done = {rule.once.name: _some(rule.once.name)} | {name: fact for name, fact in case.facts.items() if fact is not None}
            assert swept(rule, done) is verdict(rule, done)
            before = {**case.facts, rule.once.name: None}
            assert swept(rule, before) in (OPEN, APART)


def _some(name: str) -> Any:
    """Some value of a fact, to say that its step was taken."""
    fact = VOCABULARY[name]
    return fact.choices[0][0] if fact.choices else {Type.DAY: "2026-11-20", Type.MONEY: 1, Type.FLAG: True}.get(fact.type, 1)


def table(*parts: list[Case]) -> pytest.MarkDecorator:
    """A parametrised table, worded."""
    cases = [case for part in parts for case in part]
    return pytest.mark.parametrize("case", cases, ids=[f"{case.rule} {case.words}" for case in cases])


def executable(prefixes: tuple[str, ...]) -> Iterator[Rule]:
    """The rules with one of these prefixes that judge something."""
    from fadu.law.rules import Convention, Question

    yield from (rule for rule in rules() if rule.id.startswith(prefixes) and not isinstance(rule, Question | Convention))
