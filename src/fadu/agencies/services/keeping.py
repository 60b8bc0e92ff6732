"""What every register does alike: type what was entered, find and lock the row, write down the change."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.models import Officer
from fadu.agencies.services.changes import record, snapshot
from fadu.law.forms import Field, Invalid, Kind, validate

Row = TypeVar("Row", bound=Model)

_EMPTY: dict[Kind, Any] = {Kind.DATE: None, Kind.DATETIME: None, Kind.INT: None, Kind.MONEY: None, Kind.BOOL: False, Kind.CHOICES: []}


def entered(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """Clean values by field, typed as columns hold them, blanks too; raises Invalid."""
    clean = validate(fields, data)
    return {field.name: _typed(field, clean.get(field.name, _EMPTY.get(field.kind, ""))) for field in fields}


def not_later(values: Mapping[str, Any], *names: str) -> None:
    """Raise Invalid where a day that has happened is entered as later than today."""
    errors = {name: "不能晚于今天" for name in names if values.get(name) and values[name] > timezone.localdate()}
    if errors:
        raise Invalid(errors)


def in_order(values: Mapping[str, Any], first: str, last: str, says: str) -> None:
    """Raise Invalid where the second of two days lies before the first."""
    if values.get(first) and values.get(last) and values[last] < values[first]:
        raise Invalid({last: says})


def locked(actor: Actor, action: str, kind: type[Row], pk: int, *, organ: str = "organ_id") -> Row:
    """The row for a change within this transaction, if `actor` may make one; raises the model's DoesNotExist."""
    require(actor, action)
    rows: QuerySet[Row] = QuerySet(kind)
    return rows.select_for_update(of=("self",)).get(scope(actor, action, organ=organ), pk=pk)


def serving(organ_id: int, value: str, on: date, *, field: str = "officer") -> Officer:
    """The person chosen, in service in the organ on a day; raises Invalid."""
    person = Officer.objects.filter(pk=int(value), organ_id=organ_id).first() if value.isascii() and value.isdigit() and len(value) < 18 else None
    if person is None:
        raise Invalid({field: "请从本机关的人员中选择"})
    if on < person.starts_on or (person.ends_on is not None and on >= person.ends_on):
        raise Invalid({field: f"{person.name} {on.isoformat()} 不在岗，请核对日期或者另选一人"})
    return person


def written(
    actor: Actor,
    action: str,
    row: Model,
    *,
    what: str,
    organ_id: int,
    before: Mapping[str, Any] | None = None,
    reason: str = "",
    after: Mapping[str, Any] | None = None,
) -> None:
    """Record what was changed in a row of a register."""
    record(
        actor, action, row, what=what, label=str(row), organ_id=organ_id, before=before or {}, after=snapshot(row) if after is None else after, reason=reason
    )


def _typed(field: Field, value: Any) -> Any:
    if isinstance(value, str) and value:
        if field.kind is Kind.DATE:
            return date.fromisoformat(value)
        if field.kind is Kind.DATETIME:
            return timezone.make_aware(datetime.fromisoformat(value))
    return value
