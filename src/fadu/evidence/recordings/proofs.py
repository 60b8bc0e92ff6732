"""What the leaves of recordings commit to, as the database has them now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.evidence.recordings.models import Marker, Recording, Tie
from fadu.evidence.recordings.services.contents import marker_content, recording_content, tie_content


def _recording(leaf: Leaf) -> Any:
    found = Recording.objects.filter(pk=leaf.ref).select_related("original").first()
    return found and recording_content(found)


def _tie(leaf: Leaf) -> Any:
    found = Tie.objects.filter(pk=leaf.ref).first()
    return found and tie_content(found)


def _marker(leaf: Leaf) -> Any:
    found = Marker.objects.filter(pk=leaf.ref).first()
    return found and marker_content(found)


KINDS = {"recording": _recording, "recording_tie": _tie, "recording_marker": _marker}
