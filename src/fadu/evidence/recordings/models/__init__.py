"""Recordings, their ties and markers, and what is made from them."""

from fadu.evidence.recordings.models.derived import Derived, DerivedKind, Job, JobState, Technical
from fadu.evidence.recordings.models.recording import SCENES, Marker, Medium, Recording, Tie

__all__ = ["SCENES", "Derived", "DerivedKind", "Job", "JobState", "Marker", "Medium", "Recording", "Technical", "Tie"]
