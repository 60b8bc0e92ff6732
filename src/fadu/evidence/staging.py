"""The bytes of an upload until it is whole: appended in sealed records, each on the disk before it counts.

A record is at most 1 MiB, sealed and bound to its upload and its place in it. After a crash what is whole counts and
what is not is cut off, so that at most the record under way is lost. A record may be marked as one that a checksum has
yet to confirm: until it is confirmed (the row of the upload says how far) it does not count after a crash.

One connection at a time writes to an upload: it holds a lock that the kernel gives back when the process dies, however it
dies. A holder from whom nothing came for `STALLED` seconds (its network is gone, and nobody told the server) is put
out by the next one; should it wake up, it may not append any more.
"""

import fcntl
import io
import os
import struct
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from django.conf import settings

from fadu.accounts.sealing import NONCE, TAG, Undecipherable, seal, unseal
from fadu.evidence.parts import Parted

RECORD: Final = 1 << 20
"""Bytes of an upload in one record, at the most."""
STALLED: Final = 30
"""Seconds without a byte after which another connection may go on."""
_HEAD: Final = struct.Struct(">IB")
_OVER: Final = 1 + NONCE + TAG


class Busy(Exception):
    """Another connection is sending to this upload."""


class Broken(Exception):
    """What lies in the staging area is not what was put there."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an upload has come: bytes of the file, and bytes of the staging file that hold them."""

    offset: int = 0
    stored: int = 0


def folder() -> Path:
    """Where unfinished uploads lie."""
    return Path(settings.DATA) / "uploads"


def begin(key: uuid.UUID) -> None:
    """Make the place of an upload."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(_place(key), os.O_WRONLY | os.O_CREAT, 0o600))
    _settle(folder())


def drop(key: uuid.UUID) -> None:
    """Take away all that lies of an upload."""
    for name in (_place(key), _lock(key)):
        name.unlink(missing_ok=True)


def abandoned(seconds: float) -> Iterator[uuid.UUID]:
    """The uploads of which something lies here that nobody touched for so long."""
    for path in sorted(folder().glob("*.records")):
        with suppress(FileNotFoundError, ValueError):
            if time.time() - path.stat().st_mtime > seconds:
                yield uuid.UUID(path.stem)


@contextmanager
def alone(key: uuid.UUID, known: Mark) -> Iterator["Staged"]:
    """The staging file of an upload, held by this connection alone; `known` is how far it was confirmed.

    Raises:
        Busy: another connection is sending.
    """
    lock = _held(key)
    try:
        with _place(key).open("r+b", buffering=0) as file:
            yield Staged(key, file, lock, known)
    finally:
        os.close(lock)


def _held(key: uuid.UUID) -> int:
    """A descriptor that holds the lock of an upload; closing it gives it back."""
    for _ in range(3):
        handle = os.open(_lock(key), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            if time.time() - _place(key).stat().st_mtime < STALLED:
                raise Busy from None
            _put_out(key)
            continue
        if _same(handle, _lock(key)):
            return handle
        os.close(handle)
    raise Busy


def _put_out(key: uuid.UUID) -> None:
    """Take the lock away from under a holder that has stalled; not while it appends."""
    with _place(key).open("r+b", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if time.time() - os.fstat(file.fileno()).st_mtime >= STALLED:
            _lock(key).unlink(missing_ok=True)


def _same(handle: int, path: Path) -> bool:
    try:
        return os.fstat(handle).st_ino == path.stat().st_ino
    except FileNotFoundError:
        return False


class Staged:
    """The records of one upload, to be added to and read."""

    def __init__(self, key: uuid.UUID, file: io.FileIO, lock: int, known: Mark) -> None:
        self._key, self._file, self._lock = key, file, lock
        self.mark = self._sound(known)
        os.utime(self._file.fileno())  # whoever begins is not stalled

    def append(self, plain: bytes, *, unconfirmed: bool = False) -> None:
        """Add a record; it is on the disk when this returns. Raises Busy where this connection was put out."""
        sealed = seal(plain, _bound(self._key, self.mark.offset))
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            if not _same(self._lock, _lock(self._key)):
                raise Busy
            self._file.seek(self.mark.stored)
            _write(self._file, _HEAD.pack(len(sealed), unconfirmed) + sealed)
            os.fdatasync(self._file.fileno())
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self.mark = Mark(self.mark.offset + len(plain), self.mark.stored + _HEAD.size + len(sealed))

    def back_to(self, mark: Mark) -> None:
        """Forget what came after `mark`."""
        self._file.truncate(mark.stored)
        os.fsync(self._file.fileno())
        self.mark = mark

    def back_one(self) -> None:
        """Forget the last record."""
        marks = [Mark(), *self._marks(Mark())]
        self.back_to(marks[-2] if len(marks) > 1 else Mark())

    def source(self) -> BinaryIO:
        """What has come so far, to be read and sought in."""
        return io.BufferedReader(_Source(self._key, self._file, [Mark(), *self._marks(Mark())]), RECORD)

    def _sound(self, known: Mark) -> Mark:
        """How far the staging file is whole; what is beyond is cut off."""
        size = os.fstat(self._file.fileno()).st_size
        if size < known.stored:
            raise Broken("暂存的内容不完整，请重新上传")
        found = known
        for mark in self._marks(known):
            if not self._opens(found, mark):
                break
            found = mark
        if size != found.stored:
            self._file.truncate(found.stored)
        return found

    def _marks(self, start: Mark) -> Iterator[Mark]:
        """The ends of the records after `start`, by their heads alone; those that no checksum has confirmed are not among them."""
        size, at = os.fstat(self._file.fileno()).st_size, start
        confirmed = getattr(self, "mark", start).stored
        while at.stored + _HEAD.size <= size:
            self._file.seek(at.stored)
            length, unconfirmed = _HEAD.unpack(self._file.read(_HEAD.size))
            end = at.stored + _HEAD.size + length
            if not _OVER < length <= RECORD + _OVER or end > size or (unconfirmed and end > confirmed):
                return
            at = Mark(at.offset + length - _OVER, end)
            yield at

    def _opens(self, start: Mark, end: Mark) -> bool:
        self._file.seek(start.stored + _HEAD.size)
        try:
            unseal(self._file.read(end.stored - start.stored - _HEAD.size), _bound(self._key, start.offset))
        except Undecipherable:
            return False
        return True


class _Source(Parted):
    """The bytes of an upload as one file."""

    def __init__(self, key: uuid.UUID, file: io.FileIO, marks: list[Mark]) -> None:
        super().__init__([mark.offset for mark in marks])
        self._key, self._file, self._marks = key, file, marks

    def _opened(self, number: int) -> bytes:
        start, end = self._marks[number], self._marks[number + 1]
        self._file.seek(start.stored + _HEAD.size)
        try:
            return unseal(self._file.read(end.stored - start.stored - _HEAD.size), _bound(self._key, start.offset))
        except Undecipherable as error:
            raise Broken("暂存的内容被改动或者损坏，请重新上传") from error


def _place(key: uuid.UUID) -> Path:
    return folder() / f"{key}.records"


def _lock(key: uuid.UUID) -> Path:
    return folder() / f"{key}.lock"


def _bound(key: uuid.UUID, offset: int) -> bytes:
    return f"evidence.upload:{key}:{offset}".encode()


def _write(file: io.FileIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) or 0 :]


def _settle(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
