"""Files by their hash: written once, whole or not at all."""

import os
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

CHUNK: Final = 1 << 20


class Objects:
    """A folder of files named by their SHA-256."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def place(self, digest: str) -> Path:
        """Where a file of that hash lies."""
        return self._root / digest[:2] / digest

    def has(self, digest: str, size: int) -> bool:
        """Whether it lies there at its full length."""
        try:
            return self.place(digest).stat().st_size == size
        except OSError:
            return False

    def keep(self, source: BinaryIO) -> tuple[str, int]:
        """Keep what `source` gives; its hash and size. It is on the disk when this returns."""
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._root / f".new-{os.getpid()}"
        found, size = sha256(), 0
        try:
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                while chunk := source.read(CHUNK):
                    found.update(chunk)
                    size += len(chunk)
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            digest = found.hexdigest()
            if not self.has(digest, size):
                place = self.place(digest)
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                fresh.replace(place)
                settle(place.parent)
            return digest, size
        finally:
            fresh.unlink(missing_ok=True)

    def sound(self, digest: str, size: int) -> bool:
        """Whether the file has the hash that it is named by."""
        return self.has(digest, size) and digest_of(self.place(digest)) == digest


def digest_of(file: Path) -> str:
    """SHA-256 of a file in hex."""
    found = sha256()
    with file.open("rb") as source:
        while chunk := source.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def settle(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copied(source: Path, target: Path) -> None:
    """Copy a file to its place, whole or not at all."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = target.with_name(f".new-{os.getpid()}-{target.name}"[:200])
    with source.open("rb") as given, os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        while chunk := given.read(CHUNK):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(target)
