"""The only writers of this room: originals and readings (`originals`), uploads until they are originals (`uploads`)."""

from fadu.evidence.services.originals import LARGEST, keep, leaf_of, original_content, read, read_once, reading_content, record
from fadu.evidence.services.uploads import take_whole

__all__ = ["LARGEST", "keep", "leaf_of", "original_content", "read", "read_once", "reading_content", "record", "take_whole"]
