"""The same conditions as a loop in plain Python: what the sweep is held against.

Each rule's expression is written out as a Python function of one case, with Polars' rules for what is not known.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from fadu.law.reading.tree import Node, Op, parse

Row = dict[str, Any]
Function = Callable[[Row], Any]
EPOCH = date(1970, 1, 1)


def functions(expressions: Iterable[pl.Expr]) -> list[Function | None]:
    """A function for each expression; None for one that says something Python is not told here."""
    return [_function(parse(expression)) for expression in expressions]


def _function(node: Node) -> Function | None:
    if any(part.op is Op.OTHER for part in node.every()):
        return None
    names = dict(_HELPERS)
    return eval(f"lambda r: {_source(node, names)}", names)  # noqa: S307 - written here, from rules written in `law`


def _source(node: Node, names: dict[str, Any]) -> str:
    if node.op is Op.FACT:
        return f"r[{node.name!r}]"
    if node.op is Op.VALUE:
        return repr(node.value)
    if node.op is Op.TABLE:
        name = f"table{len(names)}"
        names[name] = node.value.to_list()
        return f"looked_up({name}, {_source(node.parts[0], names)})"
    return f"{_NAMES[node.op]}({', '.join(_source(part, names) for part in node.parts)})"


def _both(*values: bool | None) -> bool | None:
    return False if False in values else None if None in values else True


def _either(*values: bool | None) -> bool | None:
    return True if True in values else None if None in values else False


def _strict(work: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *values: None if None in values else work(*values)


def _looked_up(table: Sequence[int | None], slot: int | None) -> int | None:
    return table[slot] if slot is not None and 0 <= slot < len(table) else None


def _known(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value is not None]


_OPS: dict[Op, tuple[str, Callable[..., Any]]] = {
    Op.AND: ("both", _both),
    Op.OR: ("either", _either),
    Op.NOT: ("negated", _strict(lambda value: not value)),
    Op.EQ: ("equal", _strict(lambda a, b: a == b)),
    Op.NE: ("unequal", _strict(lambda a, b: a != b)),
    Op.LT: ("below", _strict(lambda a, b: a < b)),
    Op.LE: ("at_most", _strict(lambda a, b: a <= b)),
    Op.GT: ("above", _strict(lambda a, b: a > b)),
    Op.GE: ("at_least", _strict(lambda a, b: a >= b)),
    Op.PLUS: ("plus", _strict(lambda a, b: a + b)),
    Op.MINUS: ("minus", _strict(lambda a, b: a - b)),
    Op.TIMES: ("times", _strict(lambda a, b: a * b)),
    Op.OVER: ("over", _strict(lambda a, b: a // b if b else None)),
    Op.REST: ("rest", _strict(lambda a, b: a % b if b else None)),
    Op.BITS: ("bits", _strict(lambda a, b: a & b)),
    Op.OUTSIDE: ("outside", _strict(lambda a: ~a)),
    Op.KNOWN: ("known", lambda value: value is not None),
    Op.UNKNOWN: ("unknown", lambda value: value is None),
    Op.ELSE: ("otherwise", lambda value, other: other if value is None else value),
    Op.FIRST: ("first", lambda *values: next(iter(_known(values)), None)),
    Op.ONE_OF: ("one_of", _strict(lambda value, among: value in among)),
    Op.STARTS: ("starts", _strict(lambda value, part: value.startswith(part))),
    Op.LEAST: ("least", lambda *values: min(_known(values), default=None)),
    Op.MOST: ("most", lambda *values: max(_known(values), default=None)),
    Op.FLOOR: ("floor", _strict(max)),
    Op.IF: ("chosen", lambda asked, then, other: then if asked else other),
    Op.MONTH: ("month", _strict(lambda day: (EPOCH + timedelta(day)).month)),
    Op.YEAR: ("year", _strict(lambda day: (EPOCH + timedelta(day)).year)),
}
_NAMES = {op: name for op, (name, _) in _OPS.items()}
_HELPERS: dict[str, Any] = {**dict(_OPS.values()), "looked_up": _looked_up}
