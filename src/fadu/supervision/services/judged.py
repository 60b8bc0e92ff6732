"""Judging many cases of one grain at once: a frame of facts in, a frame of what is broken out."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from fadu.cases.models import Case
from fadu.cases.models.facts import TABLES
from fadu.law.calendar import civil
from fadu.law.engine import failures, judge
from fadu.law.facts import VOCABULARY, Type
from fadu.law.periods import Unit
from fadu.law.registry import rules_of
from fadu.law.rules import Clock, Gate, Grade, Moment, Rule
from fadu.supervision.models import Severity

SCHEMA: dict[str, Any] = {
    "rule": pl.String,
    "case": pl.String,
    "organ": pl.Int64,
    "grain": pl.String,
    "severity": pl.String,
    "whose": pl.String,
    "since": pl.Date,
}
"""A finding: which rule, in which case of which organ, how heavy, whose fault, since when."""

SEVERITY = {Grade.BLOCKS: Severity.ILLEGAL, Grade.MENDABLE: Severity.MENDABLE, Grade.TOLD: Severity.TOLD}


def failures_of(grain: str, cases: Sequence[Case], at: Moment) -> pl.DataFrame:
    """What the rules of that grain find in these cases (all of that grain), in the columns of `SCHEMA`."""
    rules = rules_of(grain)
    facts = facts_of(grain, cases, rules)
    broken = failures(judge(rules, facts, at))
    by_id = {rule.id: rule for rule in rules}
    starts = _since(facts, [by_id[name] for name in broken["rule"].unique().to_list()], at)
    rows = [
        {
            "rule": name, "case": str(cases[row].pk), "organ": cases[row].organ_id, "grain": grain, "severity": SEVERITY[by_id[name].grade].value,
            "whose": getattr(by_id[name], "who", "organ"), "since": civil(starts[name][row]) if starts[name][row] is not None else cases[row].stage_since,
        }
        for row, name in broken.rows()
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=SCHEMA)


def facts_of(grain: str, cases: Sequence[Case], rules: Sequence[Rule]) -> pl.DataFrame:
    """The facts of these cases that the rules speak of, a row a case in that order."""
    names = sorted({fact.name for rule in rules for fact in rule.facts() if fact.grain == grain})
    kept: dict[Any, Sequence[Any]] = {}
    ids = [case.pk for case in cases]
    for start in range(0, len(ids), 500):
        rows = TABLES[grain].objects.filter(pk__in=ids[start : start + 500]).values_list("pk", *(f"f_{name}" for name in names))
        kept |= {row[0]: row[1:] for row in rows}
    schema = {name: VOCABULARY[name].dtype for name in names}
    return pl.DataFrame([kept[case] for case in ids], schema=schema, orient="row") if names else pl.DataFrame({"case": [str(case) for case in ids]})


def _since(facts: pl.DataFrame, rules: Sequence[Rule], at: Moment) -> dict[str, list[int | None]]:
    """Day number from which each rule is broken, a value a case: of a clock the day after its last, of a gate the day of its step."""
    columns = [_began(rule, at).alias(rule.id) for rule in rules]
    return facts.select(columns).to_dict(as_series=False) if columns else {}


def _began(rule: Rule, at: Moment) -> pl.Expr:
    if isinstance(rule, Clock):
        due = rule.due(at.calendar)
        return (due // 1440 if rule.within.unit is Unit.HOURS else due) + 1
    if isinstance(rule, Gate) and rule.once is not None and rule.once.type in {Type.DAY, Type.MOMENT}:
        return rule.once.column // 1440 if rule.once.type is Type.MOMENT else rule.once.column
    return pl.lit(None, pl.Int32)
