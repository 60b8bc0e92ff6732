"""A rule's expression as a tree of our own.

Polars writes an expression as JSON and reads it back, part by part. What it writes may change with its version: a node
that is not known here becomes `Op.OTHER`, which costs words and nothing else, since judging stays with Polars.
"""

import io
import json
import operator
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import polars as pl

from fadu.law.facts import VOCABULARY, Type


class Op(StrEnum):
    """What a node does with its parts."""

    FACT = "fact"
    VALUE = "value"
    AND = "and"
    OR = "or"
    NOT = "not"
    EQ = "="
    NE = "≠"
    LT = "<"
    LE = "≤"
    GT = ">"
    GE = "≥"
    PLUS = "+"
    MINUS = "-"
    TIMES = "×"
    OVER = "÷"
    REST = "mod"
    BITS = "bits of a set in common"
    OUTSIDE = "bits outside a set"
    KNOWN = "known"
    UNKNOWN = "unknown"
    ELSE = "else, where not known"
    FIRST = "first known"
    ONE_OF = "one of"
    STARTS = "starts with"
    LEAST = "least"
    MOST = "most"
    FLOOR = "not below"
    IF = "if"
    MONTH = "month of a day"
    YEAR = "year of a day"
    TABLE = "looked up by day"
    OTHER = "other"


@dataclass(frozen=True)
class Node:
    """A part of an expression.

    Attributes:
        op: what it does.
        parts: what it does it with.
        name: which fact.
        value: which plain value; of a table, its series.
        raw: the part as Polars writes it.
        source: the part as an expression, where it is at hand: writing tables of days out and reading them back takes long.
    """

    op: Op
    parts: tuple["Node", ...] = ()
    name: str = ""
    value: Any = None
    raw: Any = field(default=None, repr=False, compare=False)
    source: pl.Expr | None = field(default=None, repr=False, compare=False)

    @property
    def expression(self) -> pl.Expr:
        """The part as an expression of its own."""
        if self.source is not None:
            return self.source
        return pl.Expr.deserialize(io.StringIO(json.dumps(self.raw)), format="json")

    def inner(self) -> tuple["Node", ...]:
        """Its parts, with their expressions at hand where its own is."""
        if self.source is None or self.op is Op.ONE_OF or next(iter(self.raw)) not in ("BinaryExpr", "Function"):
            return self.parts
        sources = reversed(self.source.meta.pop())
        return tuple(replace(part, source=source) for part, source in zip(self.parts, sources, strict=True))

    @property
    def is_yes_no(self) -> bool:
        """Whether it is true or false rather than a number or a word."""
        if self.op is Op.FACT:
            return self.name in VOCABULARY and VOCABULARY[self.name].type is Type.FLAG
        if self.op is Op.VALUE:
            return isinstance(self.value, bool)
        if self.op is Op.IF:
            return any(part.is_yes_no for part in self.parts[1:])
        if self.op in (Op.ELSE, Op.FIRST):
            return self.parts[0].is_yes_no
        return self.op in _YES_NO

    def facts(self) -> Iterator[str]:
        """Names of the facts in it, in order, with repetitions."""
        if self.op is Op.FACT:
            yield self.name
        for part in self.parts:
            yield from part.facts()

    def every(self) -> Iterator["Node"]:
        """It and all its parts."""
        yield self
        for part in self.parts:
            yield from part.every()


_YES_NO = frozenset({Op.AND, Op.OR, Op.NOT, Op.EQ, Op.NE, Op.LT, Op.LE, Op.GT, Op.GE, Op.KNOWN, Op.UNKNOWN, Op.ONE_OF, Op.STARTS})
_BINARY = {
    "Eq": Op.EQ,
    "NotEq": Op.NE,
    "Lt": Op.LT,
    "LtEq": Op.LE,
    "Gt": Op.GT,
    "GtEq": Op.GE,
    "Plus": Op.PLUS,
    "Minus": Op.MINUS,
    "Multiply": Op.TIMES,
    "FloorDivide": Op.OVER,
    "TrueDivide": Op.OVER,
    "Divide": Op.OVER,
    "Modulus": Op.REST,
    "Or": Op.OR,
}
_FUNCTIONS = {
    "IsNotNull": Op.KNOWN,
    "IsNull": Op.UNKNOWN,
    "IsIn": Op.ONE_OF,
    "StartsWith": Op.STARTS,
    "Month": Op.MONTH,
    "Year": Op.YEAR,
    "AllHorizontal": Op.AND,
    "AnyHorizontal": Op.OR,
    "FillNull": Op.ELSE,
    "Coalesce": Op.FIRST,
    "MinHorizontal": Op.LEAST,
    "MaxHorizontal": Op.MOST,
}
FALSE = {"Literal": {"Scalar": {"Boolean": False}}}


def parse(expression: pl.Expr) -> Node:
    """The tree of an expression."""
    return replace(_node(json.loads(expression.meta.serialize(format="json"))), source=expression)


def _node(raw: Any) -> Node:
    made: Node
    try:
        ((kind, body),) = raw.items()
        made = _MAKERS[kind](body, raw)
    except (KeyError, ValueError, TypeError, AttributeError, pl.exceptions.PolarsError):
        made = Node(Op.OTHER, tuple(_node(part) for part in _below(raw)))
    return replace(made, raw=raw)


def _below(raw: Any) -> Iterator[Any]:
    """The nodes that lie directly below one of a kind that is not known."""
    for value in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ():
        if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _MAKERS:
            yield value
        elif not _is_data(value):
            yield from _below(value)


def _is_data(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], int)


def _column(body: Any, _raw: Any) -> Node:
    return Node(Op.FACT, name=str(body))


def _literal(body: Any, raw: Any) -> Node:
    """A plain value; kept as it is written where that is plain, else read by Polars."""
    ((kind, inner),) = body.items()
    if kind in ("Scalar", "Dyn") and isinstance(inner, dict):
        ((type_, value),) = inner.items()
        if type_ == "Null":
            return Node(Op.VALUE, value=None)
        if isinstance(value, bool | int | float | str):
            return Node(Op.VALUE, value=value)
    data = inner["List"] if isinstance(inner, dict) else inner
    if _is_data(data):  # an Arrow stream, byte by byte
        read = pl.read_ipc_stream(bytes(data)).to_series()
        return Node(Op.VALUE, value=read if kind == "Series" else tuple(read))
    value = pl.select(Node(Op.OTHER, raw=raw).expression).item()
    return Node(Op.VALUE, value=tuple(value) if isinstance(value, pl.Series) else value)


def _binary(body: Any, _raw: Any) -> Node:
    parts = (_node(body["left"]), _node(body["right"]))
    if body["op"] in ("And", "LogicalAnd"):
        return Node(Op.AND if all(part.is_yes_no or (part.value is None and part.op is Op.VALUE) for part in parts) else Op.BITS, parts)
    return _among(Node(_BINARY[body["op"]], parts)) or _folded(Node(_BINARY[body["op"]], parts))


def _among(node: Node) -> Node | None:
    """Join the words of one fact that either side names."""
    found = [_words(part) for part in node.parts] if node.op is Op.OR else []
    if len(found) != 2 or found[0] is None or found[1] is None or found[0][0].name != found[1][0].name:
        return None
    return Node(Op.ONE_OF, (found[0][0], Node(Op.VALUE, value=(*found[0][1], *found[1][1]))))


def _words(node: Node) -> tuple[Node, tuple[str, ...]] | None:
    """The fact and the words that it may be, where a condition says no more than that."""
    if node.op not in (Op.EQ, Op.ONE_OF) or node.parts[0].op is not Op.FACT:
        return None
    fact, value = node.parts[0], node.parts[1].value
    return (fact, (value,) if isinstance(value, str) else value) if isinstance(value, str | tuple) else None


def _folded(node: Node) -> Node:
    """A sum of plain numbers as the number it is."""
    numbers = [part.value for part in node.parts if part.op is Op.VALUE and type(part.value) is int]
    if len(numbers) == 2 and node.op in _ARITHMETIC:
        return Node(Op.VALUE, value=_ARITHMETIC[node.op](*numbers))
    return node


_ARITHMETIC = {Op.PLUS: operator.add, Op.MINUS: operator.sub, Op.TIMES: operator.mul}


def _function(body: Any, _raw: Any) -> Node:
    parts = tuple(_node(part) for part in body["input"])
    kind = body["function"]
    while isinstance(kind, dict):
        ((outer, inner),) = kind.items()
        if outer == "Clip":
            return Node(Op.FLOOR if inner["has_min"] and not inner["has_max"] else Op.OTHER, parts)
        kind = inner if outer in ("Boolean", "StringExpr", "TemporalExpr") else outer
    if kind == "Not":
        return Node(Op.NOT if parts[0].is_yes_no else Op.OUTSIDE, parts)
    return Node(_FUNCTIONS[kind], parts)


def _ternary(body: Any, _raw: Any) -> Node:
    return Node(Op.IF, tuple(_node(body[part]) for part in ("predicate", "truthy", "falsy")))


def _gather(body: Any, _raw: Any) -> Node:
    table = _node(body["expr"])
    if not isinstance(table.value, pl.Series):
        return Node(Op.OTHER, (table, _node(body["idx"])))
    return Node(Op.TABLE, (_node(body["idx"]),), value=table.value)


_MAKERS: dict[str, Any] = {
    "Column": _column,
    "Literal": _literal,
    "BinaryExpr": _binary,
    "Function": _function,
    "Ternary": _ternary,
    "Gather": _gather,
    "Cast": lambda body, _raw: _node(body["expr"]),
    "Alias": lambda body, _raw: _node(body[0]),
}


def conjuncts(node: Node) -> tuple[Node, ...]:
    """The conditions that must all hold for `node` to hold, in order; none where it always holds."""
    if node.op is Op.AND:
        return tuple(part for side in node.inner() for part in conjuncts(side))
    if node.op is Op.VALUE and node.value is True:
        return ()
    if node.op is Op.ELSE and node.parts[1].value is False and len(inner := conjuncts(node.inner()[0])) > 1:
        return tuple(_known(part) for part in inner)
    return (node,)


def alternatives(node: Node) -> tuple[Node, ...]:
    """The conditions of which one must hold for `node` to hold; `node` alone where there is but one."""
    if node.op is Op.OR:
        return tuple(part for side in node.inner() for part in alternatives(side))
    if node.op is Op.ELSE and node.parts[1].value is False and len(inner := alternatives(node.inner()[0])) > 1:
        return tuple(_known(part) for part in inner)
    return (node,)


def _known(node: Node) -> Node:
    """`node`, false where it is not known."""
    raw = {"Function": {"input": [node.raw, FALSE], "function": "FillNull"}}
    source = None if node.source is None else node.source.fill_null(value=False)
    return Node(Op.ELSE, (node, Node(Op.VALUE, value=False, raw=FALSE)), raw=raw, source=source)
