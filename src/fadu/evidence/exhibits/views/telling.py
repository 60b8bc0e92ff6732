"""Entries and movements in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from fadu.agencies.models import Officer
from fadu.agencies.registers.showing import yuan
from fadu.evidence.exhibits import forms
from fadu.evidence.exhibits.move_forms import MOVES
from fadu.law.asking import GOODS
from fadu.law.forms import Field, Kind

_FIELDS: dict[str, Field] = {field.name: field for field in GOODS}
_FIELDS |= {field.name: field for asked in MOVES.values() for field in asked.fields}
_FIELDS |= {field.name: field for field in (*forms.EXAMINATION, forms.CORRECTION)}
MOVED = {**_FIELDS, "keeper": Field(name="keeper", label="保管人")}
EXHIBIT = {field.name: field for field in (*forms.EXHIBIT, *forms.EXAMINATION, *forms.WITHDRAWAL, *forms.ATTACHMENT)} | {
    "confirmed": Field(name="confirmed", label="确认"),
    "sha256": Field(name="sha256", label="SHA-256"),
}
UNSAID = frozenset({"giver", "receiver_officer", "list", "size", "name"})
"""Numbers of people whose names are told beside them."""

SAID_BESIDE = {"giver_name": "交出人", "receiver_name": "接收人", "store_name": "存放地点"}


def names(rows: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """The officers that are named in the data of some rows. One query."""
    keys = {key for data in rows for key in data.get("officers", ()) if isinstance(key, int)}
    return dict(Officer.objects.filter(pk__in=keys).values_list("pk", "name"))


def told(data: Mapping[str, Any], fields: Mapping[str, Field], people: Mapping[int, str], *, skip: frozenset[str] = UNSAID) -> list[tuple[str, str]]:
    """What was answered, by label."""
    lines = [(SAID_BESIDE[name], str(value)) for name, value in data.items() if name in SAID_BESIDE and value]
    for name, value in data.items():
        if name in fields and name not in skip and value not in ("", None, []):
            lines.append((fields[name].label, _worded(fields[name], value, people)))
    return lines


def _worded(field: Field, value: Any, people: Mapping[int, str]) -> str:
    choices = dict(field.choices)
    if field.kind is Kind.MONEY and isinstance(value, int):
        return yuan(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(people.get(each, choices.get(each, str(each))) for each in value)
    return choices.get(value, str(value).replace("T", " ") if field.kind is Kind.DATETIME else str(value))
