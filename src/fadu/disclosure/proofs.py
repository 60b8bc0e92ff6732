"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.cases.services.leaves import utc
from fadu.disclosure.models import Event


def event_content(event: Event) -> dict[str, Any]:
    """What the leaf of an event commits to: everything that was recorded of it."""
    return {
        "publication": str(event.publication_id),
        "event": str(event.id),
        "kind": str(event.kind),
        "at": utc(event.at),
        "reason": event.reason or "",
        "public_reason": event.public_reason,
        "shown": event.shown,
        "secrets": event.secrets,
        "by": {"officer": event.by_officer, "name": event.by_name, "role": event.by_role},
    }


def _event(leaf: Leaf) -> Any:
    found = Event.objects.filter(pk=leaf.ref).first()
    return found and event_content(found)


KINDS = {"publication": _event}
