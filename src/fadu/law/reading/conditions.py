"""The conditions of a rule one by one, each with whether it holds for the facts of a case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from fadu.law.engine import frame_of
from fadu.law.facts import VOCABULARY, Type
from fadu.law.reading import words
from fadu.law.reading.names import type_of
from fadu.law.reading.saying import COMPARED, short
from fadu.law.reading.tree import Node, Op, alternatives, conjuncts, parse
from fadu.law.reading.words import told


@dataclass(frozen=True)
class Condition:
    """One condition.

    Attributes:
        words: what it says.
        holds: whether it holds; None where that is not known.
        facts: names of the facts it looks at.
        found: those of them that are known, with their values in words.
        reckoned: days and amounts that it compares and that are reckoned from them, in words.
        any_of: where one of several is enough, each of them.
    """

    words: str
    holds: bool | None
    facts: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    reckoned: tuple[str, ...] = ()
    any_of: tuple["Condition", ...] = ()

    @property
    def state(self) -> str:
        """成立, 不成立 or 尚不能判断."""
        return "尚不能判断" if self.holds is None else "成立" if self.holds else "不成立"


def conditions(expression: pl.Expr, facts: Mapping[str, Any]) -> tuple[Condition, ...]:
    """What must all hold for `expression` to hold; nothing where it always does. Raises KeyError on a word not in the vocabulary."""
    nodes = conjuncts(parse(expression))
    options = [alternatives(node) for node in nodes]
    every = [*nodes, *(option for several in options if len(several) > 1 for option in several)]
    held = dict(zip(map(id, every), _held(every, facts), strict=True))

    def condition(node: Node, several: Sequence[Node] = ()) -> Condition:
        names = tuple(dict.fromkeys(node.facts()))
        found = tuple(f"{VOCABULARY[name].label}：{told(VOCABULARY[name], facts[name])}" for name in names if facts.get(name) is not None)
        return Condition(short(node), held[id(node)], names, found, _reckoned(node, facts), tuple(condition(option) for option in several))

    return tuple(condition(node, several if len(several) > 1 else ()) for node, several in zip(nodes, options, strict=True))


def _reckoned(node: Node, facts: Mapping[str, Any]) -> tuple[str, ...]:
    """What the two sides of a comparison come to, of those that are no plain fact."""
    if node.op not in COMPARED or not {type_of(part) for part in node.parts} & _TOLD.keys():
        return ()
    said = []
    for part in node.inner():
        kind = type_of(part)
        if kind in _TOLD and part.op not in (Op.FACT, Op.VALUE) and (value := value_of(part.expression, facts)) is not None:
            name, tell = _TOLD[kind]
            said.append(f"算得的{name} {tell(value)}")
    return tuple(said)


_TOLD: dict[Type, tuple[str, Callable[[int], str]]] = {Type.DAY: ("日期", words.day), Type.MOMENT: ("时刻", words.moment), Type.MONEY: ("数额", words.money)}


def taken(node: Node, facts: Mapping[str, Any]) -> Node:
    """The part of a choice (the first known, the one that a condition picks) that gives its value for the facts of a case."""
    if node.op is Op.FIRST:
        known = (part for part in node.parts if value_of(part.expression, facts) is not None)
        return taken(next(known, node.parts[0]), facts)
    if node.op is Op.IF:
        return taken(node.parts[1 if value_of(node.parts[0].expression, facts) else 2], facts)
    return node


def _held(nodes: Sequence[Node], facts: Mapping[str, Any]) -> list[bool | None]:
    if not nodes:
        return []
    columns = [node.expression.alias(str(place)) for place, node in enumerate(nodes)]
    names = dict.fromkeys(name for column in columns for name in column.meta.root_names())
    row = frame_of([facts], names).select(columns).row(0)
    return [None if held is None else bool(held) for held in row]


def value_of(expression: pl.Expr, facts: Mapping[str, Any]) -> Any:
    """What an expression comes to for the facts of a case; None where that is not known."""
    names = expression.meta.root_names()
    found = frame_of([facts], names).select(expression.alias("value")).to_series()
    return found[0] if len(found) else None
