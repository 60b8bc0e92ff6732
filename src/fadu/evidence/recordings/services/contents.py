"""What the leaves of recordings, ties and markers commit to."""

from typing import Any

from fadu.cases.services.leaves import utc
from fadu.evidence.recordings.models import Marker, Recording, Tie


def recording_content(recording: Recording) -> dict[str, Any]:
    """A recording with its original's hash. The case is not part of it: that is its tie's to prove."""
    return {
        "recording": str(recording.id),
        "number": recording.number,
        "original": str(recording.original_id),
        "sha256": recording.original.sha256,
        "medium": str(recording.medium),
        "scene": str(recording.scene),
        "device": recording.device_id,
        "officer": recording.officer_id,
        **({"room": recording.room_id} if recording.room_id else {}),
        "place": recording.place,
        "began_at": utc(recording.began_at),
        "ended_at": utc(recording.ended_at),
        "clock_ahead": recording.clock_ahead,
        "uploaded_at": utc(recording.uploaded_at),
        "stored_at": utc(recording.stored_at) if recording.stored_at else None,
        "store": recording.store_id,
        "by": {"officer": recording.by_officer, "name": recording.by_name},
    }


def tie_content(tie: Tie) -> dict[str, Any]:
    """A tie: which recording belongs to which case and steps, who said so and when."""
    return {
        "tie": str(tie.id),
        "recording": str(tie.recording_id),
        "case": str(tie.case_id),
        "steps": tie.seqs,
        "at": utc(tie.at),
        "by": {"officer": tie.by_officer, "name": tie.by_name},
    }


def marker_content(marker: Marker) -> dict[str, Any]:
    """A marker: which second, what is seen there, which step it shows."""
    return {
        "marker": str(marker.id),
        "recording": str(marker.recording_id),
        "second": marker.second,
        "what": marker.what,
        "step": marker.seq,
        "at": utc(marker.at),
        "by": {"officer": marker.by_officer, "name": marker.by_name},
    }
