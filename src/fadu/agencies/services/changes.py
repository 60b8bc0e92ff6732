"""The record of changes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from fadu.accounts.actors import Actor
from fadu.agencies.models import Change

MASKED = {"id_number": 6, "bank_account": 4}
"""Fields of which the record keeps only so many first and last characters."""
UNSAID = {"id", "path", "id_index"}


def snapshot(row: Model) -> dict[str, Any]:
    """A row as the record keeps it: plain JSON, personal numbers masked."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname not in UNSAID}
    return {name: _masked(name, value) for name, value in values.items()}


def record(
    actor: Actor,
    action: str,
    row: Model,
    *,
    what: str,
    label: str,
    organ_id: int | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    reason: str = "",
) -> Change | None:
    """Write down what differs between `before` and `after`; nothing where nothing does."""
    change = noted(actor, action, row, what=what, label=label, organ_id=organ_id, before=before, after=after, reason=reason)
    if change is not None:
        change.save()
    return change


def noted(
    actor: Actor,
    action: str,
    row: Model,
    *,
    what: str,
    label: str,
    organ_id: int | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    reason: str = "",
) -> Change | None:
    """What `record` writes down, not yet written: for many at once."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    if not names:
        return None
    return Change(
        what=what,
        target_id=row.pk,
        label=label[:100],
        organ_id=organ_id,
        action=action,
        by_id=actor.user_id,
        by_name=actor.name,
        before={name: before[name] for name in names if name in before},
        after={name: after[name] for name in names if name in after},
        reason=reason,
    )


def _masked(name: str, value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    keep = MASKED.get(name)
    if keep is None or not isinstance(value, str) or not value:
        return value
    return "*" * len(value) if len(value) <= 2 * keep else value[:keep] + "*" * (len(value) - 2 * keep) + value[-keep:]
