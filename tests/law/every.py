"""Every worded case of every table in these tests, in one shape; and rules that are wrong by one."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

import polars as pl

from fadu.law.periods import Period
from fadu.law.rules import Rule, Verdict
from tests.law import judging, tables


@dataclass(frozen=True)
class Worded:
    """One worded case.

    Attributes:
        rule: the id of the rule.
        words: what it shows.
        facts: as written.
        expected: the verdict that the table says.
        ask: asks any rule over these facts.
    """

    rule: str
    words: str
    facts: Mapping[str, Any]
    expected: Verdict
    ask: Callable[[Rule], Verdict]


@cache
def worded() -> dict[str, list[Worded]]:
    """Every worded case by rule."""
    found: dict[str, list[Worded]] = {}
    for name in sorted(path.stem for path in Path(__file__).parent.glob("test_*.py")):
        for case in _cases(import_module(f"tests.law.{name}")):
            found.setdefault(case.rule, []).append(case)
    return found


def _cases(module: Any) -> Iterator[Worded]:
    for rows in (value for value in vars(module).values() if type(value) is list):
        for row in rows:
            if isinstance(row, tables.Case):
                yield Worded(row.rule, row.words, row.facts, row.verdict, partial(tables.verdict, facts=row.facts, today=row.today))
            elif isinstance(row, tuple) and len(row) == 4 and isinstance(row[3], Verdict) and isinstance(row[2], dict):
                yield Worded(row[0], row[1], row[2], row[3], _judging(row[2]))


def _judging(facts: dict[str, Any]) -> Callable[[Rule], Verdict]:
    return lambda rule: judging.verdict(rule, **facts)


def mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule with one of its limits one more or one less: its periods, and the numbers that its conditions compare with."""
    for part in fields(rule):
        held = getattr(rule, part.name)
        if isinstance(held, Period):
            for step in (-1, 1):
                if held.length + step >= 1:
                    yield f"{part.name} {held.length + step} {held.unit}", replace(rule, **{part.name: replace(held, length=held.length + step)})
        elif isinstance(held, pl.Expr) and not (part.name == "demands" and any(getattr(rule, name, None) is not None for name in ("most", "least"))):
            for says, other in _nudged(held):
                yield f"{part.name} {says}", _with(rule, part.name, other)


def _with(rule: Rule, name: str, value: pl.Expr) -> Rule:
    return replace(rule, **{name: value})


def _nudged(condition: pl.Expr) -> Iterator[tuple[str, pl.Expr]]:
    """The condition with one of its compared numbers one more or one less."""
    tree = json.loads(condition.meta.serialize(format="json"))
    for path, number in list(_numbers(tree)):
        for step in (-1, 1):
            other = json.loads(json.dumps(tree))
            at = other
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = number + step
            yield f"{number} → {number + step}", pl.Expr.deserialize(json.dumps(other).encode(), format="json")


def _numbers(node: Any, path: tuple[Any, ...] = (), *, masked: bool = False) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Where the whole numbers of an expression stand; the masks of sets are no limits, nor is what a masked set is held against."""
    if isinstance(node, dict):
        if set(node) == {"BinaryExpr"}:
            inner = node["BinaryExpr"]
            sides = [inner["left"], inner["right"]]
            mask = inner["op"] == "And" and any(_number(side) is not None for side in sides)
            held = any(_is_mask(side) for side in sides)
            for key in ("left", "right"):
                yield from _numbers(inner[key], (*path, "BinaryExpr", key), masked=mask or (held and not _is_mask(inner[key])))
            return
        found = _number(node)
        if found is not None:
            if not masked:
                yield (*path, *found[0]), found[1]
            return
        if "Function" in node and "FillNull" in json.dumps(node["Function"]["function"]):  # what stands for "not known" is no limit
            yield from _numbers(node["Function"]["input"][0], (*path, "Function", "input", 0))
            return
        for key, value in node.items():
            yield from _numbers(value, (*path, key))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _numbers(value, (*path, place))


def _number(node: Any) -> tuple[tuple[Any, ...], int] | None:
    """The path and value of a literal whole number."""
    if isinstance(node, dict) and set(node) == {"Literal"}:
        at, path = node["Literal"], ["Literal"]
        while isinstance(at, dict) and len(at) == 1:
            key = next(iter(at))
            at = at[key]
            path.append(key)
        if isinstance(at, int) and not isinstance(at, bool):
            return tuple(path), at
    return None


def _is_mask(node: Any) -> bool:
    inner = node.get("BinaryExpr") if isinstance(node, dict) else None
    return bool(inner) and inner["op"] == "And" and any(_number(side) is not None for side in (inner["left"], inner["right"]))
