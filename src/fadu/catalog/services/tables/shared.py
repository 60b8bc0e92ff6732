"""What the services of discretion tables share: numbers and versions, one draft under lock, keeping a row, writing down the change."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Max
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.agencies.services.changes import record, snapshot
from fadu.catalog import drafting
from fadu.catalog.models import DiscretionTable, TableState
from fadu.catalog.selectors.library import file_row

MANAGE = "catalog.manage"


def body_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """What of a table's data is its body: all but columns, number and days."""
    beside = {*drafting.bodies.COLUMNS, "id", "kind", "filing", "from", "until"}
    return {key: value for key, value in data.items() if key not in beside}


def columns_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """What of a table's data, or of a filled-in form, the row holds in columns."""
    return {name: data.get(name, "") for name in drafting.bodies.COLUMNS}


def next_version(code: str) -> int:
    """One more than the last; a pack's file counts as the first."""
    last = DiscretionTable.objects.filter(code=code).aggregate(last=Max("version"))["last"]
    return (last or (1 if file_row(code) else 0)) + 1


def next_code() -> str:
    """JZ-2026-0001: the next number of the year."""
    prefix = f"JZ-{timezone.localdate().year}-"
    last = DiscretionTable.objects.filter(code__startswith=prefix).aggregate(last=Max("code"))["last"]
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:04d}"


def locked_draft(pk: int) -> DiscretionTable:
    """A draft that nobody else changes meanwhile; raises DiscretionTable.DoesNotExist."""
    return DiscretionTable.objects.select_for_update().get(pk=pk, state=TableState.DRAFT)


def keep(row: DiscretionTable, *names: str) -> None:
    """Save these columns, and count the change, so that other processes see that there was one."""
    row.revision = F("revision") + 1
    row.save(update_fields=[*dict.fromkeys(names), "revision", "changed_at"])
    row.refresh_from_db(fields=["revision"])


def note(actor: Actor, action: str, row: DiscretionTable, before: Mapping[str, Any], reason: str) -> None:
    """Write the change down."""
    after = {name: value for name, value in snapshot(row).items() if name not in {"revision", "changed_at"}}
    told = {name: value for name, value in before.items() if name in after}
    record(actor, action, row, what="table", label=f"{row.code} {row.title}", organ_id=None, before=told, after=after, reason=reason)
