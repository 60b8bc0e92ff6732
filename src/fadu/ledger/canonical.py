"""Canonical JSON: one value, one spelling (RFC 8785, the JSON Canonicalization Scheme)."""

import json
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Final, TypeAlias

from fadu.ledger.ecmascript import number
from fadu.ledger.errors import Uncanonical

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

LARGEST_INT: Final = 2**53 - 1
"""The largest integer every JSON reader keeps exactly (RFC 7493 section 2.2)."""

DEEPEST: Final = 128
"""Levels of nesting; deeper values are refused rather than left to exhaust the stack."""


def canonical(value: Json) -> bytes:
    """UTF-8 bytes of the only canonical spelling of `value`.

    Raises:
        Uncanonical: a type JSON does not have, NaN or an infinity, an integer beyond 2**53 - 1, a lone surrogate,
            a key that is not text, or nesting beyond `DEEPEST` (which also catches a value that contains itself).

    """
    out: list[str] = []
    _write(value, out, 0)
    try:
        return "".join(out).encode()
    except UnicodeEncodeError as error:
        raise Uncanonical("文字中有不成对的代理码位，不是合法的 Unicode") from error


def parse(data: bytes | str) -> Json:
    """Read JSON strictly: UTF-8, no key twice in one object, no NaN or infinities, no digits that a double would lose.

    Raises:
        Uncanonical: anything else; two readers must never see two different values in one text.

    """
    try:
        text = data.decode() if isinstance(data, bytes) else data
        value: Json = json.loads(text, object_pairs_hook=_unique, parse_int=_whole, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Uncanonical("不是合法的 JSON 文本") from error
    return value


def _write(value: object, out: list[str], depth: int) -> None:
    """Append the spelling of `value` to `out`."""
    if depth > DEEPEST:
        raise Uncanonical(f"嵌套超过 {DEEPEST} 层")
    match value:
        case None:
            out.append("null")
        case bool():
            out.append("true" if value else "false")
        case str():
            out.append(json.dumps(value, ensure_ascii=False))
        case int():
            out.append(_integer(value))
        case float():
            out.append(number(value))
        case list() | tuple():
            _write_array(value, out, depth)
        case Mapping():
            _write_object(value, out, depth)
        case _:
            raise Uncanonical(f"JSON 不能表示 {type(value).__name__} 类型的值")


def _write_array(items: Sequence[object], out: list[str], depth: int) -> None:
    """Append `[…]`; the order of items is kept."""
    out.append("[")
    for place, item in enumerate(items):
        if place:
            out.append(",")
        _write(item, out, depth + 1)
    out.append("]")


def _write_object(pairs: Mapping[object, object], out: list[str], depth: int) -> None:
    """Append `{…}` with keys ordered by their UTF-16 code units (section 3.2.3)."""
    out.append("{")
    for place, key in enumerate(sorted(pairs, key=_utf16)):
        if place:
            out.append(",")
        out.append(json.dumps(key, ensure_ascii=False))
        out.append(":")
        _write(pairs[key], out, depth + 1)
    out.append("}")


def _utf16(key: object) -> bytes:
    """Sort key: big-endian UTF-16, so that byte order is code-unit order."""
    if not isinstance(key, str):
        raise Uncanonical(f"对象的键必须是文字，不能是 {type(key).__name__}")
    return key.encode("utf-16-be", "surrogatepass")


def _integer(value: int) -> str:
    """Decimal digits, within what a double holds exactly."""
    if abs(value) > LARGEST_INT:
        raise Uncanonical("整数超出 ±(2^53-1)，无法在 JSON 中精确表示，请改用文字")
    return str(int(value))


def _whole(text: str) -> int | float:
    """Read a number without point: an integer, or beyond 2**53 - 1 a double spelled as `canonical` spells it."""
    if len(text.lstrip("-")) <= len(str(LARGEST_INT)) and abs(int(text)) <= LARGEST_INT:
        return int(text)
    value = float(text)
    if not isfinite(value) or number(value) != text:
        raise ValueError
    return value


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Build an object, refusing a key that comes twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _no_constant(name: str) -> Json:
    """Refuse the words NaN, Infinity and -Infinity, which Python would otherwise read."""
    raise ValueError(name)
