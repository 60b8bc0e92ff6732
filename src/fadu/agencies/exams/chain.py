"""The chain of a sitting's events, and the hash of what a question says: canonical JSON under SHA-256."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from fadu.ledger.canonical import canonical


def spelled(moment: datetime) -> str:
    """A moment as the chain spells it: UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def event_hash(sitting_id: int, seq: int, at: datetime, kind: str, data: Mapping[str, Any], prev: str) -> str:
    """The hash of an event: over all it says and over the hash of the event before it."""
    return sha256(canonical({"sitting": sitting_id, "seq": seq, "at": spelled(at), "kind": kind, "data": data, "prev": prev})).hexdigest()


def content_hash(content: Mapping[str, Any]) -> str:
    """The hash of a question's content, a paper, the terms of an exam."""
    return sha256(canonical(content)).hexdigest()
