"""The only writers of this room: originals and readings (`originals`), uploads until they are originals (`uploads`)."""

from fadu.evidence.services.accepting import take_whole
from fadu.evidence.services.originals import LARGEST, keep, leaf_of, original_content, place, placing_content, read, read_once, reading_content, record

__all__ = ["LARGEST", "keep", "leaf_of", "original_content", "place", "placing_content", "read", "read_once", "reading_content", "record", "take_whole"]
