"""A zip written piece by piece: never whole in memory, never in the clear on a disk, the same bytes for the same members.

Members are stored, not deflated: papers and recordings are compressed already, and no version of a compressor has a say
in the bytes. Sizes stand behind each member (data descriptors) and in the directory; ZIP64 is always on.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

CHUNK = 1 << 20
EPOCH = (1980, 1, 1, 0, 0, 0)


class Changed(Exception):
    """The bytes of a member are not those that its record names."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the package.

    Attributes:
        name: its path within.
        media: what it is.
        sha256: of its bytes, in hex.
        size: how many.
        open: gives its bytes.

    """

    name: str
    media: str
    sha256: str
    size: int
    open: Callable[[], BinaryIO]


def member(name: str, media: str, data: bytes) -> Member:
    """A small member whose bytes are at hand."""
    return Member(name, media, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


class _Sink(io.RawIOBase):
    """Where the zip is written to: holds what was not taken away yet."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview[int]") -> int:  # type: ignore[override]
        self._held.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        found, self._held = b"".join(self._held), []
        return found


def stream(members: Iterable[Member]) -> Iterator[bytes]:
    """The bytes of the package, piece by piece; raises Changed when a member is not what its record says."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_STORED, allowZip64=True) as package:
        for found in members:
            info = ZipInfo(found.name, EPOCH)
            info.external_attr = 0o644 << 16
            digest, size = hashlib.sha256(), 0
            with found.open() as source, package.open(info, "w", force_zip64=True) as place:
                while chunk := source.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    place.write(chunk)
                    yield sink.taken()
            if digest.hexdigest() != found.sha256 or size != found.size:
                raise Changed(f"{found.name} 的内容与登记的校验值不符，请从备份恢复后再立卷")
            yield sink.taken()
    yield sink.taken()


class Pulled(io.RawIOBase):
    """An iterator of pieces as a stream that can be read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """The next bytes; 0 at the end."""
        while not self._rest:
            try:
                self._rest = next(self._pieces)
            except StopIteration:
                return 0
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
