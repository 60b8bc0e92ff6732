"""Writing drafts of discretion tables."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.catalog import drafting
from fadu.catalog.models import DiscretionTable, TableState
from fadu.catalog.selectors.library import latest
from fadu.catalog.services.tables.shared import MANAGE, body_in, columns_in, keep, locked_draft, next_code, next_version, note
from fadu.law.forms import Field, Invalid, validate


def open_draft(actor: Actor, kind: str, data: Mapping[str, Any]) -> DiscretionTable:
    """Begin a table that there has not been; raises NotAllowed, Invalid by cell."""
    require(actor, MANAGE)
    clean = validate(drafting.fields(kind), data)
    body = drafting.body_of(kind, clean)
    with transaction.atomic(), one_only("", "编号刚刚被别人用了，请再保存一次"):
        return add_draft(actor, next_code(), kind, columns_in(clean), body)


def add_draft(actor: Actor, code: str, kind: str, columns: Mapping[str, Any], body: Mapping[str, Any], *, reason: str = "") -> DiscretionTable:
    """Keep the draft of the next version of a number; within the caller's transaction. Raises NotAllowed, IntegrityError."""
    require(actor, MANAGE)
    row = DiscretionTable.objects.create(
        code=code, version=next_version(code), kind=kind, body=dict(body), by_id=actor.user_id, by_name=actor.name, reason=reason, **columns
    )
    note(actor, "起草", row, {}, reason)
    return row


def revise(actor: Actor, code: str) -> DiscretionTable:
    """A draft of the next version, with what the latest one says; the one that is being written already, where there is one.

    Raises:
        NotAllowed, Invalid: there is no such table.
    """
    require(actor, MANAGE)
    with transaction.atomic():
        if going := DiscretionTable.objects.filter(code=code, state=TableState.DRAFT).first():
            return going
        data = latest(code)
        if data is None:
            raise Invalid({"": f"没有裁量基准 {code}"})
        with one_only("", "刚刚有人起草了下一版，请重新打开"):
            return add_draft(actor, code, data["kind"], columns_in(data), body_in(data))


def save_draft(actor: Actor, pk: int, data: Mapping[str, Any]) -> DiscretionTable:
    """Keep what was typed into a draft, sound or not; raises NotAllowed, Invalid by cell, DiscretionTable.DoesNotExist."""
    require(actor, MANAGE)
    with transaction.atomic():
        row = locked_draft(pk)
        before = snapshot(row)
        clean = validate(drafting.fields(row.kind), data)
        row.body = drafting.body_of(row.kind, clean, row.body)
        for name, value in columns_in(clean).items():
            setattr(row, name, value)
        keep(row, "body", *drafting.bodies.COLUMNS)
        note(actor, "修改草案", row, before, "")
    return row


def abandon(actor: Actor, pk: int, reason: str) -> DiscretionTable:
    """Give a draft up; it stays on record. Raises NotAllowed, Invalid, DiscretionTable.DoesNotExist."""
    require(actor, MANAGE)
    clean = validate((Field(name="reason", label="事由"),), {"reason": reason})
    with transaction.atomic():
        row = locked_draft(pk)
        before = snapshot(row)
        row.state, row.reason = TableState.ABANDONED, clean["reason"]
        keep(row, "state", "reason")
        note(actor, "放弃草案", row, before, clean["reason"])
    return row


def import_draft(actor: Actor, code: str, kind: str, columns: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    """Keep what a worksheet says as the draft of a number ("" for a new one); within the caller's transaction.

    Returns:
        added, changed or unchanged.
    """
    require(actor, MANAGE)
    going = DiscretionTable.objects.select_for_update().filter(code=code, state=TableState.DRAFT).first() if code else None
    if going is None:
        add_draft(actor, code or next_code(), kind, columns, body, reason="由 Excel 导入")
        return "added"
    before = snapshot(going)
    going.kind, going.body = kind, dict(body)
    for name, value in columns.items():
        setattr(going, name, value)
    if all(snapshot(going)[name] == value for name, value in before.items()):
        return "unchanged"
    keep(going, "kind", "body", *columns)
    note(actor, "由 Excel 导入", going, before, "")
    return "changed"
