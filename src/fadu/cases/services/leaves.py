"""Leaves of the public log: made in the transaction of what they prove."""

import uuid
from datetime import UTC, datetime
from typing import Any

from fadu.cases.models import Leaf
from fadu.ledger.entry import Entry, commitment, new_salt
from fadu.ledger.errors import LedgerError


def utc(moment: datetime) -> str:
    """A moment as the log writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def entry_of(kind: str, case_id: uuid.UUID, step_id: uuid.UUID, content: Any, recorded: datetime, prev: str = "") -> tuple[Entry, bytes]:
    """An entry that commits to `content`, and its salt."""
    salt = new_salt()
    entry = Entry(kind=kind, commit=commitment(salt, content), case=str(case_id), step=str(step_id), recorded=utc(recorded), prev=prev or None)
    return entry, salt


def add_leaf(kind: str, case_id: uuid.UUID, ref: uuid.UUID, content: Any, recorded: datetime, *, step_id: uuid.UUID | None = None) -> Leaf:
    """Commit to something that belongs to a case but is not a step: a document made at `step_id`, an attempt, the seal."""
    entry, salt = entry_of(kind, case_id, step_id or ref, content, recorded)
    return Leaf.objects.create(case_id=case_id, kind=kind, ref=ref, salt=salt, entry=entry.bytes)


def fitting(leaf: Leaf, *contents: Any) -> Any:
    """Of several forms of one content that to which the leaf commits; the first where none does."""
    try:
        told = Entry.from_bytes(bytes(leaf.entry)).commit
        return next((content for content in contents if commitment(bytes(leaf.salt), content) == told), contents[0])
    except LedgerError:
        return contents[0]
