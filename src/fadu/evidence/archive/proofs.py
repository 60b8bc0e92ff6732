"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.evidence.archive.contents import check_content, event_content, volume_content
from fadu.evidence.archive.models import Check, Event, Volume


def _volume(leaf: Leaf) -> Any:
    found = Volume.objects.filter(pk=leaf.ref).first()
    return found and volume_content(found, list(found.items.order_by("place")))


def _check(leaf: Leaf) -> Any:
    found = Check.objects.filter(pk=leaf.ref).first()
    return found and check_content(found)


def _event(leaf: Leaf) -> Any:
    found = Event.objects.filter(pk=leaf.ref).select_related("batch").first()
    return found and event_content(found)


KINDS = {"archive": _volume, "archive_check": _check, "archive_event": _event}
