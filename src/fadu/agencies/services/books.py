"""The writers of every book (登记簿): enter a row, change it, add what became known later, check it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require_in
from fadu.agencies.models import Officer, Organ
from fadu.agencies.models.kept import Kept
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.choices import REASON
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, serving, written
from fadu.law.forms import Field, Invalid

CHECK = "register.check"


def enter(actor: Actor, book: Book, organ_id: int, data: Mapping[str, Any]) -> Kept:
    """A new row of an organ's book."""
    require_in(actor, book.manage, organ_id)
    with transaction.atomic():
        values = _values(book, organ_id, book.offered(organ_id), data)
        _sound(actor, book, organ_id, values)
        if _same(book, organ_id, values) is not None:
            raise Invalid({book.once[0]: _taken(book)})
        row = book.model(organ_id=organ_id, **values)
        if book.witnessed:
            row.entered_by, row.entered_name = actor.user_id, actor.name  # type: ignore[attr-defined]
        with one_only(book.once[0], _taken(book)):
            row.save()
        written(actor, "登记", row, what=book.what, organ_id=organ_id)
    return row


def amend(actor: Actor, book: Book, row_id: int, data: Mapping[str, Any]) -> Kept:
    """A row put right, with the reason; a paper that was checked must be checked again."""
    with transaction.atomic():
        row = locked(actor, book.manage, book.model, row_id)
        offered = (*book.offered(row.organ_id, row), REASON)
        reason = str(entered((REASON,), {REASON.name: data.get(REASON.name)})[REASON.name])
        values = _values(book, row.organ_id, offered[:-1], {name: value for name, value in data.items() if name != REASON.name})
        return _write(actor, book, row, values, "修改", reason)


def add_later(actor: Actor, book: Book, later: Later, row_id: int, data: Mapping[str, Any]) -> Kept:
    """What became known later; once said, it is changed by `amend`."""
    with transaction.atomic():
        row = locked(actor, book.manage, book.model, row_id)
        if not later.offered(row):
            raise Invalid({"": f"已经{later.label}"})
        found = _values(book, row.organ_id, later_fields(book, later, row), data)
        values = {item.name: getattr(row, item.name) for item in book.columns_of()} | found
        return _write(actor, book, row, values, later.label, "")


def check(actor: Actor, book: Book, row_id: int) -> Kept:
    """A second person has seen the original."""
    with transaction.atomic():
        row: Any = locked(actor, CHECK, book.model, row_id)
        if row.checked_name:
            raise Invalid({"": f"已由{row.checked_name}复核"})
        if actor.user_id == row.entered_by:
            raise NotAllowed("登记人和复核人不能是同一人，请另一位有复核权限的人员复核。")
        before = snapshot(row)
        row.checked_by, row.checked_name = actor.user_id, actor.name
        row.save(update_fields=["checked_by", "checked_name"])
        written(actor, "复核", row, what=book.what, organ_id=row.organ_id, before=before)
    return row  # type: ignore[no-any-return]


def later_fields(book: Book, later: Later, row: Any) -> tuple[Field, ...]:
    """The questions of what becomes known later: all must be answered, but for those that hang on another answer."""
    offered = [item for item in book.offered(row.organ_id, row) if item.name in later.names]
    return tuple(item if item.when else replace(item, required=True) for item in offered)


def _write(actor: Actor, book: Book, row: Any, values: dict[str, Any], action: str, reason: str) -> Kept:
    _sound(actor, book, row.organ_id, values)
    same = _same(book, row.organ_id, values)
    if same is not None and same.pk != row.pk:
        raise Invalid({book.once[0]: _taken(book)})
    before = snapshot(row)
    for name, value in values.items():
        setattr(row, name, value)
    if book.witnessed:
        row.entered_by, row.entered_name, row.checked_by, row.checked_name = actor.user_id, actor.name, None, ""
    with one_only(book.once[0], _taken(book)):
        row.save()
    written(actor, action, row, what=book.what, organ_id=row.organ_id, before=before, reason=reason)
    return row  # type: ignore[no-any-return]


def _values(book: Book, organ_id: int, fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """Clean values as columns hold them: rows for what was chosen, nothing for what was left empty."""
    values = entered(fields, data)
    columns = {item.name: item for item in book.columns_of()}
    on = values.get(book.serves) or timezone.localdate()
    for name in [field.name for field in fields]:
        item = columns[name]
        if isinstance(item, models.ForeignKey):
            values[name] = _row(item.related_model, organ_id, name, values[name], on if isinstance(on, date) else timezone.localdate())
        elif item.null and name not in data:
            values[name] = None
    return values


def _row(target: Any, organ_id: int, name: str, value: str, on: date) -> Any:
    if not value:
        return None
    if target is Officer:
        return serving(organ_id, value, on, field=name)
    rows: models.QuerySet[Any] = models.QuerySet(target)
    return rows.get(pk=int(value))


def _sound(actor: Actor, book: Book, organ_id: int, values: Mapping[str, Any]) -> None:
    not_later(values, *book.past)
    if book.witnessed:
        not_later(values, "issued_on")
    for first, last in (*book.spans, *((("issued_on", "until"),) if book.witnessed else ())):
        in_order(values, first, last, "日期的先后不对，请核对")
    errors = book.check(organ_id, values)
    if errors:
        raise Invalid(dict(errors))
    if not book.oneself and any(isinstance(value, Officer) and value.pk == actor.officer_id for value in values.values()):
        raise NotAllowed("不能登记、修改关于自己的记录，请由其他管理人员办理。")


def _same(book: Book, organ_id: int, values: Mapping[str, Any]) -> Any:
    rows: models.QuerySet[Any] = models.QuerySet(book.model)
    return rows.filter(organ_id=organ_id, **{name: values[name] for name in book.once}).first()


def _taken(book: Book) -> str:
    labels = "、".join(str(book.model._meta.get_field(name).verbose_name) for name in book.once)  # type: ignore[union-attr]
    return f"本机关已经登记了{labels}相同的一条"


def organ_named(name: str) -> Organ | None:
    """The standing organ of that name or code."""
    return Organ.objects.filter(models.Q(name=name) | models.Q(code=name), ends_on__isnull=True).first()
