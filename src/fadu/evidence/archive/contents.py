"""What the leaves of this room commit to, rebuilt from the rows."""

from collections.abc import Sequence
from typing import Any

from fadu.cases.services.leaves import utc
from fadu.evidence.archive.models import Check, Event, Item, Volume


def volume_content(volume: Volume, items: Sequence[Item]) -> dict[str, Any]:
    """What the leaf of a file commits to: its number, its term, its package, and every item with its place and hash."""
    return {
        "volume": str(volume.id),
        "case": str(volume.case_id),
        "ordinal": volume.ordinal,
        "number": volume.number,
        "term": str(volume.term),
        "sha256": volume.sha256,
        "size": volume.size,
        "lacks": volume.lacks,
        "note": volume.note,
        "bound_at": utc(volume.bound_at),
        "by": {"officer": volume.by_officer, "name": volume.by_name},
        "items": [[item.place, str(item.part), item.group, str(item.ref), item.sha256, item.first_page, item.pages] for item in items],
    }


def check_content(check: Check) -> dict[str, Any]:
    """What the leaf of an examination commits to."""
    return {
        "check": str(check.id),
        "volume": str(check.volume_id),
        "stage": str(check.stage),
        "sha256": check.sha256,
        "passed": check.passed,
        "results": [[one["no"], one["state"], one["found"]] for one in check.results],
        "at": utc(check.at),
        "by": {"officer": check.by_officer, "name": check.by_name},
    }


def event_content(event: Event) -> dict[str, Any]:
    """What the leaf of an event of a list commits to: the list with its files, and what was done."""
    return {
        "event": str(event.id),
        "batch": str(event.batch_id),
        "number": event.batch.number,
        "kind": str(event.kind),
        "volumes": [str(ref) for ref in event.batch.lines.order_by("volume_id").values_list("volume_id", flat=True)],
        "data": event.data,
        "at": utc(event.at),
        "by": {"officer": event.by_officer, "name": event.by_name},
    }
