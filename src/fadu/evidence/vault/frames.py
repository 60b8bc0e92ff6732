"""The form in which originals lie, whatever the store: frames that are sealed each by itself.

A frame is 1 MiB of the original, sealed and bound to the original's id, its own number and whether it is the last:
frames can be read from anywhere (a player seeks), and none can be swapped, dropped or cut off without being found.
"""

import hashlib
import io
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

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


class Stored(Protocol):
    """Bytes at rest, wherever they lie."""

    def length(self) -> int:
        """How many there are."""

    def read(self, start: int, length: int) -> bytes:
        """Some of them; raises Damaged where they are gone."""

    def close(self) -> None:
        """No more is read."""


class Sealing:
    """An original on its way into a store: its frames sealed one by one, hashed and counted as they pass.

    Raises TooLarge from the frame that goes over `most`.
    """

    def __init__(self, key: uuid.UUID, source: BinaryIO, most: int) -> None:
        self._key, self._source, self._most = key, source, most
        self._digest, self._size = hashlib.sha256(), 0

    def __iter__(self) -> Iterator[bytes]:
        """The sealed frames."""
        for number, (frame, last) in enumerate(_frames(self._source)):
            self._size += len(frame)
            if self._size > self._most:
                raise TooLarge(f"超过 {self._most} 字节")
            self._digest.update(frame)
            yield seal(frame, _bound(self._key, number, last=last))

    @property
    def kept(self) -> Kept:
        """What went through."""
        return Kept(self._digest.hexdigest(), self._size)


def reader(key: uuid.UUID, size: int, stored: Stored) -> BinaryIO:
    """The original of that id and length out of what is stored of it."""
    return io.BufferedReader(_Original(key, size, stored), FRAME)


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

    def __init__(self, key: uuid.UUID, size: int, stored: Stored) -> None:
        self._key, self._size, self._at, self._stored = key, size, 0, stored
        self._held: tuple[int, bytes] = (-1, b"")
        frames = max(1, -(-size // FRAME))
        if stored.length() != size + frames * (SEALED - FRAME):
            stored.close()
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
        if not self.closed:
            self._stored.close()
        super().close()

    def _frame(self, number: int) -> bytes:
        if self._held[0] != number:
            sealed = self._stored.read(number * SEALED, SEALED)
            try:
                plain = unseal(sealed, _bound(self._key, number, last=number == self._last))
            except Undecipherable as error:
                raise Damaged(f"原件第 {number + 1} 段被改动、调换或者损坏，请从备份恢复") from error
            self._held = (number, plain)
        return self._held[1]
