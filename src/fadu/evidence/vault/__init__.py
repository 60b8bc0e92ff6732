"""Where originals lie: sealed frame by frame (`frames`), on the local disk (`local`) or in an S3-compatible store (`s3`), as FADU_STORE says.

Whatever the store: `keep` is all or nothing, `opened` gives a file to be read and sought in, a byte that was changed is found.
"""

import hashlib
import uuid
from typing import BinaryIO, Protocol

from django.conf import settings

from fadu.evidence.vault import local
from fadu.evidence.vault.frames import FRAME, SEALED, Damaged, Kept, Stored, TooLarge, reader
from fadu.evidence.vault.local import folder

__all__ = ["FRAME", "SEALED", "Damaged", "Kept", "TooLarge", "digest", "discard", "folder", "keep", "opened"]


class _Store(Protocol):
    def keep(self, key: uuid.UUID, source: BinaryIO, *, most: int) -> Kept: ...

    def stored(self, key: uuid.UUID) -> Stored: ...

    def discard(self, key: uuid.UUID) -> None: ...


def keep(key: uuid.UUID, source: BinaryIO, *, most: int) -> Kept:
    """Keep what `source` gives, at most `most` bytes; it is in the store when this returns, whole or not at all.

    Raises:
        TooLarge: there was more; nothing is kept.
    """
    return _store().keep(key, source, most=most)


def opened(key: uuid.UUID, size: int) -> BinaryIO:
    """The original of that id and length, to be read and sought in; reading raises Damaged where the bytes are not whole."""
    return reader(key, size, _store().stored(key))


def digest(key: uuid.UUID, size: int) -> str:
    """SHA-256 of what is stored, in hex; raises Damaged."""
    found = hashlib.sha256()
    with opened(key, size) as source:
        while chunk := source.read(FRAME):
            found.update(chunk)
    return found.hexdigest()


def discard(key: uuid.UUID) -> None:
    """Take an original away: only where nothing was recorded of it yet, or its destruction was approved."""
    _store().discard(key)


def _store() -> _Store:
    if not settings.FADU_STORE:
        return local.Disk()
    from fadu.evidence.vault import s3  # noqa: PLC0415 - its package is asked for only where it is used

    return s3.bucket(settings.FADU_STORE)
