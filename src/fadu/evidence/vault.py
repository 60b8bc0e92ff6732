"""Where originals lie: sealed like the columns that name a party, frame by frame, so that a large one is never whole in memory.

A frame is 1 MiB of the original, sealed by itself and bound to the original's id, its own number and whether it is the
last: frames can be read from anywhere (a player seeks), and none can be swapped, dropped or cut off without being found.
"""

import hashlib
import io
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from django.conf import settings

from fadu.accounts.sealing import NONCE, TAG, Undecipherable, seal, unseal

FRAME: Final = 1 << 20
"""Bytes of the original in one frame; the last one is shorter."""

SEALED: Final = FRAME + 1 + NONCE + TAG
"""Bytes of a whole frame at rest."""


class Damaged(Exception):
    """The stored bytes are gone, or are not those that were recorded."""


class TooLarge(Exception):
    """More bytes came than may."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept: SHA-256 of the original in hex, and its length in bytes."""

    sha256: str
    size: int


def folder() -> Path:
    """Where the originals of the installation lie."""
    return Path(settings.DATA) / "originals"


def keep(key: uuid.UUID, source: BinaryIO, *, most: int) -> Kept:
    """Keep what `source` gives, at most `most` bytes; it is on the disk when this returns, whole or not at all.

    Raises:
        TooLarge: there was more; nothing is kept.
    """
    place = _place(key)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = place.with_name(f"{key}.{os.urandom(4).hex()}.part")
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            for number, (frame, last) in enumerate(_frames(source)):
                size += len(frame)
                if size > most:
                    raise TooLarge(f"超过 {most} 字节")
                digest.update(frame)
                out.write(seal(frame, _bound(key, number, last=last)))
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(place)
    finally:
        fresh.unlink(missing_ok=True)
    return Kept(digest.hexdigest(), size)


def opened(key: uuid.UUID, size: int) -> BinaryIO:
    """The original of that id and length, to be read and sought in; reading raises Damaged where the bytes are not whole."""
    return io.BufferedReader(_Original(key, size), FRAME)


def digest(key: uuid.UUID, size: int) -> str:
    """SHA-256 of what is stored, in hex; raises Damaged."""
    found = hashlib.sha256()
    with opened(key, size) as source:
        while chunk := source.read(FRAME):
            found.update(chunk)
    return found.hexdigest()


def discard(key: uuid.UUID) -> None:
    """Take an original away: only where nothing was recorded of it yet, or its destruction was approved."""
    _place(key).unlink(missing_ok=True)


def _place(key: uuid.UUID) -> Path:
    return folder() / key.hex[-2:] / key.hex[-4:-2] / str(key)


def _bound(key: uuid.UUID, number: int, *, last: bool) -> bytes:
    return f"evidence.original:{key}:{number}:{int(last)}".encode()


def _frames(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The frames of a stream, each with whether it is the last; an empty stream has one empty frame."""
    held = _whole(source)
    while True:
        following = _whole(source) if len(held) == FRAME else b""
        yield held, not following
        if not following:
            return
        held = following


def _whole(source: BinaryIO) -> bytes:
    """A whole frame: a stream may give less than was asked of it at a time."""
    parts, missing = [], FRAME
    while missing and (part := source.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


class _Original(io.RawIOBase):
    """An original at rest, read frame by frame."""

    def __init__(self, key: uuid.UUID, size: int) -> None:
        self._key, self._size, self._at = key, size, 0
        self._held: tuple[int, bytes] = (-1, b"")
        try:
            self._file = _place(key).open("rb")
        except OSError as error:
            raise Damaged(f"原件不可读：{error.strerror}") from error
        frames = max(1, -(-size // FRAME))
        if os.fstat(self._file.fileno()).st_size != size + frames * (SEALED - FRAME):
            self._file.close()
            raise Damaged("原件的长度与登记的不符，请从备份恢复")
        self._last = frames - 1

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        if self._at >= self._size:
            return 0
        number, within = divmod(self._at, FRAME)
        part = self._frame(number)[within : within + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        if not self.closed and hasattr(self, "_file"):
            self._file.close()
        super().close()

    def _frame(self, number: int) -> bytes:
        if self._held[0] != number:
            self._file.seek(number * SEALED)
            try:
                plain = unseal(self._file.read(SEALED), _bound(self._key, number, last=number == self._last))
            except Undecipherable as error:
                raise Damaged(f"原件第 {number + 1} 段被改动、调换或者损坏，请从备份恢复") from error
            self._held = (number, plain)
        return self._held[1]
