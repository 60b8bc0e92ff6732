"""Originals on the local disk: one file each."""

import os
import uuid
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from fadu.evidence.vault.frames import Damaged, Kept, Sealing


def folder() -> Path:
    """Where the originals of the installation lie."""
    return Path(settings.DATA) / "originals"


def place(key: uuid.UUID) -> Path:
    """The file of an original."""
    return folder() / key.hex[-2:] / key.hex[-4:-2] / str(key)


class Disk:
    """The local disk as a store."""

    def keep(self, key: uuid.UUID, source: BinaryIO, *, most: int) -> Kept:
        """Write under another name, and give it its own when every byte is on the disk."""
        where = place(key)
        where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh, sealing = where.with_name(f"{key}.{os.urandom(4).hex()}.part"), Sealing(key, source, most)
        try:
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                for frame in sealing:
                    out.write(frame)
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(where)
            _settle(where.parent)
        finally:
            fresh.unlink(missing_ok=True)
        return sealing.kept

    def stored(self, key: uuid.UUID) -> "_File":
        """The file of an original; raises Damaged where there is none."""
        return _File(place(key))

    def discard(self, key: uuid.UUID) -> None:
        """Take it away, with what a crash left of it half written."""
        place(key).unlink(missing_ok=True)
        for part in place(key).parent.glob(f"{key}.*.part"):
            part.unlink(missing_ok=True)


class _File:
    """A file at rest."""

    def __init__(self, path: Path) -> None:
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise Damaged(f"原件不可读：{error.strerror}") from error

    def length(self) -> int:
        return os.fstat(self._file.fileno()).st_size

    def read(self, start: int, length: int) -> bytes:
        self._file.seek(start)
        return self._file.read(length)

    def close(self) -> None:
        self._file.close()


def _settle(directory: Path) -> None:
    """Make sure that the names in a folder are on the disk too."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
