"""Making an explanation: the verdict is the engine's, the rest says how it came about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from fadu.law.calendar import WorkCalendar, number
from fadu.law.engine import frame_of, judge
from fadu.law.explain.explanation import Explanation, Known, Source
from fadu.law.explain.reckoning import reckoned
from fadu.law.explain.why import Judged
from fadu.law.facts import VOCABULARY, Fact
from fadu.law.reading import Condition, conditions
from fadu.law.reading.words import UNKNOWN, told
from fadu.law.rules import Clock, Convention, InTime, Moment, Question, Rule, Verdict, Wait, Within
from fadu.law.statutes import Citation

TextOf = Callable[[Citation], str]
"""The words of a place in a statute; "" where they are not held."""


def explain(rule: Rule, facts: Mapping[str, Any], on: date, calendar: WorkCalendar, text: TextOf = lambda _citation: "") -> Explanation:
    """What `rule` says of a case on a day, and why.

    Args:
        rule: any rule, executable or not.
        facts: what is known of the case, by name.
        on: the day of judgement: clocks still running then are not yet judged.
        calendar: the working days.
        text: gives the words of an article.
    """
    applies = conditions(rule.when, facts)
    demands = conditions(demanded, facts) if (demanded := _demanded(rule, Moment(calendar, number(on)))) is not None else ()
    verdict, reckoning = verdict_of(rule, facts, on, calendar), reckoned(rule, facts, on, calendar)
    return Explanation(
        rule=rule,
        on=on,
        verdict=verdict,
        why=Judged(rule, verdict, facts, on, applies, demands, reckoning).why(),
        sources=tuple(Source(basis, text(basis)) for basis in rule.bases_in(facts.get("field") or "")),
        facts=_facts(rule, facts, calendar, (*applies, *demands)),
        applies=applies,
        demands=demands,
        reckoning=reckoning,
    )


def verdict_of(rule: Rule, facts: Mapping[str, Any], on: date, calendar: WorkCalendar) -> Verdict:
    """The engine's verdict on a case; of what only a person can judge, whether it applies."""
    at = Moment(calendar, number(on))
    frame = frame_of([facts], _names(rule, at))
    verdicts = frame.select(rule.verdict(at)) if isinstance(rule, Question | Convention) else judge([rule], frame, at)
    return Verdict(verdicts.item(0, 0))


def _names(rule: Rule, at: Moment) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*rule.reads(at), *(fact.name for fact in rule.named()))))


def _demanded(rule: Rule, at: Moment) -> pl.Expr | None:
    """What a rule demands beside its dates; None where dates are all, or where only a person can tell."""
    if type(rule) in (Wait, Within) or isinstance(rule, Clock | InTime | Question | Convention):
        return None
    return rule.met(at)


def _facts(rule: Rule, facts: Mapping[str, Any], calendar: WorkCalendar, said: Sequence[Condition]) -> tuple[Known, ...]:
    """The facts of a rule in the order in which its conditions name them."""
    order = (*(name for condition in said for name in condition.facts), *_names(rule, Moment(calendar, 0)))
    return tuple(_known(VOCABULARY[name], facts.get(name)) for name in dict.fromkeys(order))


def _known(fact: Fact, value: Any) -> Known:
    if value is None and fact.grain == "step":
        return Known(fact.name, fact.label, "办理时填写", known=False)
    return Known(fact.name, fact.label, told(fact, value) if value is not None else UNKNOWN, known=value is not None)
