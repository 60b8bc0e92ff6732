"""Where a file of a type ends by itself, read from its own structure; what lies beyond is something else."""

import struct
from typing import IO, Final

STEP: Final = 1 << 18


class NoEnd(Exception):
    """The structure breaks off or makes no sense."""


def jpeg(source: IO[bytes], size: int) -> int:
    """After the end marker of the first picture."""
    at = 2
    while at + 2 <= size:
        marker = _at(source, at, 4)
        if marker[0] != 0xFF:
            raise NoEnd
        if marker[1] == 0xFF:
            at += 1
        elif marker[1] == 0xD9:
            return at + 2
        elif marker[1] == 0x01 or 0xD0 <= marker[1] <= 0xD8:
            at += 2
        elif len(marker) < 4:
            raise NoEnd
        else:
            at += 2 + int.from_bytes(marker[2:], "big")
            if marker[1] == 0xDA:
                at = _after_scan(source, at, size)
    raise NoEnd


def _after_scan(source: IO[bytes], at: int, size: int) -> int:
    """The first marker after compressed data that is neither a stuffed byte nor a restart."""
    while at < size:
        data = _at(source, at, STEP)
        found = data.find(b"\xff")
        while 0 <= found < len(data) - 1:
            following = data[found + 1]
            if following != 0 and not 0xD0 <= following <= 0xD7 and following != 0xFF:
                return at + found
            found = data.find(b"\xff", found + 1)
        at += max(1, len(data) - (1 if data.endswith(b"\xff") else 0))
    raise NoEnd


def png(source: IO[bytes], size: int) -> int:
    """After the chunk IEND."""
    at = 8
    while at + 12 <= size:
        length, name = struct.unpack(">I4s", _at(source, at, 8))
        at += 12 + length
        if name == b"IEND":
            return at
    raise NoEnd


def gif(source: IO[bytes], size: int) -> int:
    """After the trailer."""
    head = _at(source, 0, 13)
    at = 13 + (3 << ((head[10] & 7) + 1) if head[10] & 0x80 else 0)
    while at < size:
        block = _at(source, at, 1)
        if block == b"\x3b":
            return at + 1
        if block == b"\x2c":
            flags = _at(source, at + 9, 1)[0]
            at = _sub_blocks(source, at + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0), size)
        elif block == b"\x21":
            at = _sub_blocks(source, at + 2, size)
        else:
            raise NoEnd
    raise NoEnd


def _sub_blocks(source: IO[bytes], at: int, size: int) -> int:
    while at < size:
        length = _at(source, at, 1)[0]
        at += 1 + length
        if not length:
            return at
    raise NoEnd


def riff(source: IO[bytes], size: int) -> int:
    """After the last RIFF list: a long AVI has several."""
    at = 0
    while at + 8 <= size:
        name, length = struct.unpack("<4sI", _at(source, at, 8))
        if name not in {b"RIFF", b"RF64"}:
            break
        if length in {0, 0xFFFFFFFF}:  # written while recording, never filled in
            return size
        at += 8 + length + (length & 1)
    return min(at, size) if at else size


def bmp(source: IO[bytes], size: int) -> int:
    """As its head says."""
    length = struct.unpack("<I", _at(source, 2, 4))[0]
    return int(length) or size


def boxes(source: IO[bytes], size: int) -> int:
    """After the last box of an ISO media file."""
    at = 0
    while at + 8 <= size:
        length, name = struct.unpack(">I4s", _at(source, at, 8))
        if length == 1:
            length = struct.unpack(">Q", _at(source, at + 8, 8))[0]
        elif length == 0:
            return size
        if length < 8 or not all(32 <= sign < 127 or sign == 0xA9 for sign in name):
            return at
        at += length
    return at


def pdf(source: IO[bytes], size: int) -> int:
    """After the last %%EOF."""
    start = max(0, size - 66_000)
    tail = _at(source, start, 66_000)
    found = tail.rfind(b"%%EOF")
    if found < 0:
        raise NoEnd
    return start + found + 5


def _at(source: IO[bytes], offset: int, length: int) -> bytes:
    source.seek(offset)
    found = source.read(length)
    if not found:
        raise NoEnd
    return found
