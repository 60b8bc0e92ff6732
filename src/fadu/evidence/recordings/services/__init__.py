"""The only writers of recordings."""

from fadu.evidence.recordings.services.adding import add, ingested
from fadu.evidence.recordings.services.marking import mark
from fadu.evidence.recordings.services.playing import opened_for, read
from fadu.evidence.recordings.services.tying import Outcome, tie

__all__ = ["Outcome", "add", "ingested", "mark", "opened_for", "read", "tie"]
