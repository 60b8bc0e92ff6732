"""By which law a past case is judged: a rule reaches what was done on its days of force, and nothing else.

The day is that of the step a gate guards, or that on which a period began. What has not been done yet would be done today.
Penalty cases are dated so; other grains only by rules with days of their own: an archive formed under an older law is kept
under the newer one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from fadu.law.calendar import civil, number
from fadu.law.facts import Fact, Type
from fadu.law.rules import Moment, Rule

OLD = date(2015, 1, 1)
"""Law in force since before it, without an end, reaches every case on record: its rules are not confined."""

DAY = 1440
"""Minutes of a day."""

Span = tuple[int, int]


def rules_then(rule: Rule, facts: Mapping[str, Any]) -> bool:
    """Whether the rule was law on the day that dates this case; so it is taken to be while that day is not known."""
    fact = _dating(rule)
    when = None if fact is None else facts.get(fact.name)
    return when is None or fact is None or rule.in_force(civil(when // DAY if fact.type is Type.MOMENT else when))


@dataclass(frozen=True)
class Times:
    """The first and last day on which each dating fact lies, over all rows; most rules turn out not to need confining."""

    spans: Mapping[str, Span]
    at: Moment

    def confine(self, rule: Rule, verdict: pl.Expr) -> pl.Expr:
        """The verdict where the rule was law, 不适用 elsewhere."""
        fact = _dating(rule)
        if fact is None:
            return verdict
        first, last = _bounds(rule, fact)
        earliest, latest = self.spans[fact.name]
        if first <= earliest and (last is None or latest <= last):
            return verdict
        when = fact.column.fill_null(_today(fact, self.at))
        reached = when >= first if last is None else (when >= first) & (when <= last)
        return (verdict * reached.cast(pl.UInt8)).alias(rule.id)


def times_of(rules: Iterable[Rule], facts: pl.DataFrame, at: Moment) -> Times:
    """Look at the facts that date these rules, each once."""
    dating = {fact.name: fact for fact in map(_dating, rules) if fact is not None}
    if not dating or not facts.height:
        return Times({name: (_today(fact, at), _today(fact, at)) for name, fact in dating.items()}, at)
    columns = [end.alias(f"{name}.{index}") for name in dating for index, end in enumerate((pl.col(name).min(), pl.col(name).max(), pl.col(name).null_count()))]
    row = iter(facts.select(columns).row(0))
    return Times({name: _span(next(row), next(row), next(row), _today(fact, at)) for name, fact in dating.items()}, at)


def _span(first: int | None, last: int | None, unknown: int, today: int) -> Span:
    known = [day for day in (first, last, today if unknown else None) if day is not None]
    return min(known), max(known)


def _dating(rule: Rule) -> Fact | None:
    (since, until), fact = rule.force, rule.dated_by
    own = rule.since is not None or rule.until is not None
    return fact if fact is not None and (until is not None or since >= OLD) and (own or fact.grain == "case") else None


def _today(fact: Fact, at: Moment) -> int:
    return at.today * DAY if fact.type is Type.MOMENT else at.today


def _bounds(rule: Rule, fact: Fact) -> tuple[int, int | None]:
    since, until = rule.force
    if fact.type is not Type.MOMENT:
        return number(since), None if until is None else number(until)
    return number(since) * DAY, None if until is None else (number(until) + 1) * DAY - 1
