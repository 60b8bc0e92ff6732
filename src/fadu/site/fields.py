"""How a bound field is laid out: `{field, value, error, id}`, where `field` is a `law.forms.Field`.

A table's cells are named `field.row.column`, as its errors are.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

SPARE_ROWS = 2
RADIOS = 5
SHAPES = {"text", "longtext", "date", "datetime", "int", "money", "choice", "choices", "bool", "officers", "code", "idcard", "phone", "table"}


def _get(thing: Any, key: str, default: Any = "") -> Any:
    found = thing.get(key, default) if isinstance(thing, Mapping) else getattr(thing, key, default)
    return default if found is None else found


def shape(bound: Any) -> str:
    """Which template lays the field out; an unknown kind is asked as text."""
    kind = str(_get(_get(bound, "field"), "kind", "text"))
    return kind if kind in SHAPES else "text"


def shown(bound: Any) -> str:
    """The value as an input shows it: what was typed, or the stored value in the input's own form."""
    value, kind = _get(bound, "value", None), shape(bound)
    if value is None:
        return ""
    if kind == "money" and isinstance(value, int):
        return f"{value // 100}" if value % 100 == 0 else f"{Decimal(value) / 100:.2f}"
    if kind == "datetime":
        return value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else str(value).replace(" ", "T")[:16]
    if kind == "date" and isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    return str(value)


def options(bound: Any) -> dict[str, Any]:
    """What can be chosen, what is, and whether as radio buttons.

    A choice is (value, label), (value, label, note) or (value, label, note, state) with state "ok", "near" or "bad";
    "bad" can't be chosen.
    """
    field, value = _get(bound, "field"), _get(bound, "value", None)
    if isinstance(value, bool):
        value = "1" if value else "0"
    chosen = {str(item) for item in value} if isinstance(value, list | tuple | set) else {"" if value is None else str(value)}
    choices = (("1", "是"), ("0", "否")) if shape(bound) == "bool" else _get(bound, "choices", ()) or _get(field, "choices", ())
    if chosen & {"True", "true", "on", "yes"} and shape(bound) == "bool":
        chosen = {"1"}
    items = []
    for index, choice in enumerate(choices):
        key, label, note, state = (*choice, "", "")[:4]
        items.append({"value": str(key), "label": label, "note": note, "state": state, "chosen": str(key) in chosen, "id": f"{_get(bound, 'id')}-{index}"})
    return {"items": items, "radios": len(items) <= RADIOS, "any": any(item["chosen"] for item in items), "long": len(items) > 8}


def _cells(bound: Any, index: int | str, row: Mapping[str, Any], errors: Mapping[str, str]) -> list[dict[str, Any]]:
    field, ident = _get(bound, "field"), _get(bound, "id")
    return [
        {
            "field": column,
            "name": f"{_get(field, 'name')}.{index}.{_get(column, 'name')}",
            "value": row.get(_get(column, "name")),
            "error": errors.get(f"{index}.{_get(column, 'name')}", ""),
            "id": f"{ident}-{index}-{_get(column, 'name')}",
            "cell": True,
        }
        for column in _get(field, "columns", ())
    ]


def rows(bound: Any) -> list[dict[str, Any]]:
    """A table's rows of bound cells: those filled in, then spare blank ones for who has no script."""
    name, error = _get(_get(bound, "field"), "name"), _get(bound, "error", "")
    errors = {key.removeprefix(f"{name}."): text for key, text in error.items()} if isinstance(error, Mapping) else {}
    filled = [row for row in (_get(bound, "value", None) or []) if isinstance(row, Mapping)]
    spare = SPARE_ROWS if filled else SPARE_ROWS + 1
    return [
        {"index": index, "number": index + 1, "spare": index >= max(1, len(filled)), "cells": _cells(bound, index, row, errors)}
        for index, row in enumerate([*filled, *({} for _ in range(spare))])
    ]


def blank(bound: Any) -> dict[str, Any]:
    """The row that a script copies; `__row__` stands for its index."""
    return {"index": "__row__", "number": "__number__", "cells": _cells(bound, "__row__", {}, {})}


def own_error(bound: Any) -> str:
    """The message about the field itself; messages about a table's cells stand at the cells."""
    error = _get(bound, "error")
    return str(error.get(_get(_get(bound, "field"), "name"), "")) if isinstance(error, Mapping) else str(error)


def mistakes(bounds: Any) -> list[dict[str, str]]:
    """Every message of a form, each with the id of the field it is about."""
    found = []
    for bound in bounds or []:
        error = _get(bound, "error", "")
        label, ident = str(_get(_get(bound, "field"), "label")), str(_get(bound, "id"))
        if isinstance(error, Mapping):
            name = str(_get(_get(bound, "field"), "name"))
            for key, text in error.items():
                cell = "" if key == name else "-" + key.removeprefix(f"{name}.").replace(".", "-")
                found.append({"id": ident + cell, "label": label, "text": str(text)})
        elif error:
            found.append({"id": ident, "label": label, "text": str(error)})
    return found


def name(bound: Any) -> str:
    """The name a field is posted under."""
    return str(_get(bound, "name") or _get(_get(bound, "field"), "name"))


def _described_by(bound: Any) -> str:
    field, ident = _get(bound, "field"), _get(bound, "id")
    error = own_error(bound)
    parts = [] if _get(bound, "cell") else [part for part in ("help", "example") if _get(field, part)]
    if error:
        parts.append("error")
    return " ".join(f"{ident}-{part}" for part in parts)


def input_attrs(bound: Any) -> SafeString:
    """What ties an input to its words: required, wrong, described by, how long, how named in a table."""
    field = _get(bound, "field")
    cell = bool(_get(bound, "cell"))
    longest = _get(field, "longest") or _get(field, "max_length")
    pairs = []
    if longest and shape(bound) in {"text", "longtext"}:
        pairs.append(("maxlength", longest))
    if cell:
        pairs.append(("aria-label", _get(field, "label")))
    elif _get(field, "required"):
        pairs.append(("aria-required", "true"))
    return _attrs(bound, pairs)


def fieldset_attrs(bound: Any) -> SafeString:
    """What ties a group of inputs to its words."""
    return _attrs(bound, [])


def _attrs(bound: Any, pairs: list[tuple[str, Any]]) -> SafeString:
    if described := _described_by(bound):
        pairs.append(("aria-describedby", described))
    if _get(bound, "error"):
        pairs.append(("aria-invalid" if shape(bound) not in {"choices", "bool", "officers", "table"} else "data-invalid", "true"))
    return format_html_join("", ' {}="{}"', pairs)
