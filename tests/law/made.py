"""Made-up cases of a rule, drawn around the numbers, choices and days that its own conditions name."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import polars as pl

from fadu.law.calendar import number
from fadu.law.engine import conjuncts, judge
from fadu.law.facts import Fact, Type
from fadu.law.periods import Unit
from fadu.law.rules import Clock, Gate, Moment, Rule, Verdict, Wait

ROWS = 4_096
ROUNDS = 24
DAYS = tuple(number(np.datetime64(day).astype(object)) for day in ("2025-09-29", "2025-12-31", "2026-02-13", "2026-04-30", "2026-09-24"))
"""The days before National Day, the last of a year, the day before the Spring Festival, the end of a month, the day before Mid-Autumn."""


def found(rule: Rule, at: Moment, wanted: set[Verdict], seed: int = 1) -> dict[Verdict, dict[str, Any]]:
    """For each wanted verdict a case of which the rule says it; missing where none was found."""
    chance = np.random.default_rng(seed)
    facts = list(dict.fromkeys((*rule.facts(),)))
    if not facts:
        return {}
    ints, words = _named(rule)
    hits: dict[Verdict, dict[str, Any]] = {}
    base: dict[str, Any] = {}
    for _ in range(ROUNDS):
        frame = pl.DataFrame([_column(fact, chance, ints, words, base.get(fact.name)) for fact in facts])
        judged = _verdicts(rule, frame, at)
        for verdict in wanted - hits.keys():
            place = (judged == verdict).arg_true()
            if len(place):
                hits[verdict] = {name: value for name, value in frame.row(int(place[0]), named=True).items() if value is not None}
        if wanted <= hits.keys():
            break
        base = _nearest(rule, frame)
    return hits


def _verdicts(rule: Rule, frame: pl.DataFrame, at: Moment) -> pl.Series:
    if isinstance(rule, Gate) and rule.once is None:
        return frame.select(rule.verdict(at)).to_series()
    return judge([rule], frame, at).to_series()


def _nearest(rule: Rule, frame: pl.DataFrame) -> dict[str, Any]:
    """The row in which most parts of the conditions hold: the next round is drawn around it."""
    parts = [*conjuncts(rule.when), *(conjuncts(rule.demands) if isinstance(rule, Gate) else ())]
    held = frame.select(pl.sum_horizontal(part.fill_null(value=False).cast(pl.Int32).alias(str(place)) for place, part in enumerate(parts))).to_series()
    best = held.arg_max()
    return {} if best is None or len(held) != frame.height else frame.row(int(best), named=True)


def _column(fact: Fact, chance: np.random.Generator, ints: list[int], words: list[str], keep: Any) -> pl.Series:
    """Values of one fact, a fifth of them not known; half of them as in the row that came nearest."""
    drawn = _drawn(fact, chance, ints, words)
    known = chance.random(ROWS) < 0.8
    values: list[Any] = [value if is_known else None for value, is_known in zip(drawn, known, strict=True)]
    if keep is not None:
        values = [keep if chance.random() < 0.6 else value for value in values]
    return pl.Series(fact.name, values, dtype=fact.dtype)


def _drawn(fact: Fact, chance: np.random.Generator, ints: list[int], words: list[str]) -> list[Any]:
    match fact.type:
        case Type.FLAG:
            return (chance.random(ROWS) < 0.5).tolist()
        case Type.TEXT:
            choices = [value for value, _ in fact.choices] + words
            return [choices[index] for index in chance.integers(0, len(choices), ROWS)] if choices else ["x"] * ROWS
        case Type.DAY | Type.MOMENT:
            unit = 1440 if fact.type is Type.MOMENT else 1
            near = [0, 1, 2, 5, 10, 40, 100, 400, 800, 1900, *(abs(value) for value in ints if abs(value) < 8000)]
            starts = np.array(DAYS)[chance.integers(0, len(DAYS), ROWS)]
            hour = np.array((0, 9 * 60))[chance.integers(0, 2, ROWS)] if fact.type is Type.MOMENT else 0  # by night, and in the morning
            return ((starts + np.array(near)[chance.integers(0, len(near), ROWS)] * chance.integers(-1, 2, ROWS)) * unit + hour).tolist()
        case Type.SET:
            top = max((int(member) for member in fact.members), default=1) * 2 if fact.members else 16
            return chance.integers(0, top, ROWS).tolist()
    pool = sorted({0, 1, 2, 3, 10, *(value + step for value in ints for step in (-1, 0, 1) if abs(value) < 2**30)})
    if fact.type is Type.MONEY:
        pool += [value * 100 for value in pool if value < 2**20] + [5_000_00, 50_000_00, 500_000_00]
    return np.array(pool)[chance.integers(0, len(pool), ROWS)].tolist()


def _named(rule: Rule) -> tuple[list[int], list[str]]:
    """The whole numbers and the words that a rule's conditions and periods name."""
    ints, words = set[int](), set[str]()
    for part in vars(rule).values():
        if isinstance(part, pl.Expr):
            for kind, value in _literals(json.loads(part.meta.serialize(format="json"))):
                (ints if kind is int else words).add(value)  # type: ignore[attr-defined]
        elif hasattr(part, "length"):
            ints |= {part.length, part.months * 31}
    return sorted(ints), sorted(words)


def _literals(node: Any) -> Iterator[tuple[type, Any]]:
    if isinstance(node, dict):
        if "Literal" in node:
            value = node["Literal"]
            while isinstance(value, dict) and len(value) == 1:
                value = next(iter(value.values()))
            if isinstance(value, int | str) and not isinstance(value, bool):
                yield type(value), value
            if isinstance(value, list):
                yield from ((type(one), one) for one in value if isinstance(one, int | str))
            return
        for value in node.values():
            yield from _literals(value)
    elif isinstance(node, list):
        for value in node:
            yield from _literals(value)


def boundary(rule: Rule, case: dict[str, Any], due: int) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The case done on the last day and on the day after; None of a rule that has none."""
    if isinstance(rule, Clock):
        step = 60 if rule.within.unit is Unit.HOURS else 1
        return {**case, rule.ends.name: due}, {**case, rule.ends.name: due + step}
    if isinstance(rule, Wait):
        return {**case, rule.on.name: due + 1}, {**case, rule.on.name: due}
    return None
