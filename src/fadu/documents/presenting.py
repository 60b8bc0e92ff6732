"""Answers and facts as a form prints them: a choice by its label, money beside its 分, an officer by name and credential.

A presented choice is {"is": code, "text": label}, so that a form can both test and print it; money is {"fen": …, "text": …}.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from fadu.documents.wording import money
from fadu.law.calendar import civil
from fadu.law.facts import EPOCH, VOCABULARY, Type
from fadu.law.forms import Field, Kind
from fadu.law.vocabulary.kinds import LABELS

People = Mapping[int, Mapping[str, str]]
"""Name and credential of officers by id."""


def answers(fields: Iterable[Field], data: Mapping[str, Any], people: People) -> dict[str, Any]:
    """The clean answers of a form, presented; what the form doesn't know of is left as it is."""
    known = {field.name: field for field in fields}
    return {name: _answer(known[name], value, people) if name in known else value for name, value in data.items()}


def facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a case, presented."""
    return {name: _fact(name, value) for name, value in values.items() if value is not None}


def _answer(field: Field, value: Any, people: People) -> Any:
    if value is None:
        return None
    if field.kind is Kind.MONEY:
        return _money(value)
    if field.kind is Kind.CHOICE:
        return _choice(field.choices, value)
    if field.kind is Kind.CHOICES:
        return [_choice(field.choices, item) for item in value]
    if field.kind is Kind.OFFICERS:
        return [dict(people.get(person, {"name": f"（编号 {person}）"})) for person in value]
    if field.kind is Kind.TABLE:
        return [answers(field.columns, row, people) for row in value]
    return value


def _fact(name: str, value: Any) -> Any:
    fact = VOCABULARY.get(name)
    if fact is None:
        return value
    if fact.type is Type.DAY:
        return civil(value).isoformat()
    if fact.type is Type.MOMENT:
        return (EPOCH + timedelta(minutes=value)).isoformat(timespec="minutes")
    if fact.type is Type.MONEY:
        return _money(value)
    if fact.type is Type.SET and fact.members is not None:
        return [{"is": str(member.name), "text": LABELS[member]} for member in fact.members if member & value]
    return _choice(fact.choices, value) if fact.choices else value


def _money(fen: int) -> dict[str, Any]:
    return {"fen": fen, "text": money(fen)}


def _choice(choices: Sequence[tuple[str, str]], code: str) -> dict[str, str]:
    return {"is": code, "text": dict(choices).get(code, str(code))}


def moment(when: datetime) -> str:
    """A moment as forms carry it."""
    return when.isoformat(timespec="minutes")
