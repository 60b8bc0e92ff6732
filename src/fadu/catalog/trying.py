"""Trying a discretion table on answers typed into a page."""

from collections.abc import Mapping
from typing import Any

from fadu.law.discretion import Outcome, Subject, Table
from fadu.law.discretion.parts import Factor
from fadu.law.forms import Field, Kind, validate

SUBJECTS = {"unit": Subject.UNIT, "person": Subject.PERSON}


def subject(answer: str) -> Subject:
    """Whom the fine is for; a unit where nothing is said."""
    return SUBJECTS.get(answer, Subject.UNIT)


def fields(table: Table, subject_answer: str = "") -> tuple[Field, ...]:
    """The questions of a table, the subject first where it matters."""
    first = (Field(name="subject", label="当事人", kind=Kind.CHOICE, choices=tuple((key, str(value)) for key, value in SUBJECTS.items())),)
    asked = tuple(map(_field, table.asks(subject(subject_answer))))
    return (first if set(table.subjects) != {Subject.ANY} else ()) + asked


def outcome(table: Table, answers: Mapping[str, Any]) -> Outcome:
    """What the table makes of the answers; raises Invalid or Undecided, both with errors by field."""
    clean = validate(fields(table, str(answers.get("subject", ""))), answers)
    return table.decide(clean, subject=subject(clean.pop("subject", "")))


def _field(factor: Factor) -> Field:
    if factor.options:
        choices = tuple((key, f"{key}：{condition}" if condition and condition != key else key) for key, condition in factor.options.items())
        return Field(name=factor.name, label=factor.label, kind=Kind.CHOICE, choices=choices)
    if factor.is_money:
        return Field(name=factor.name, label=factor.label, kind=Kind.MONEY)
    return Field(name=factor.name, label=f"{factor.label}（{factor.unit}）", longest=12, example="7.5")
