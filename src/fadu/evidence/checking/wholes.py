"""Files that are two things at once: what comes before or after the file proper, and whether another program would open it as something else.

A picture with a ZIP behind it is shown as a picture by one program and unpacked by another; what is kept as evidence must be one
thing to all. Cameras do add to their pictures: a second JPEG, a short film, a block of Samsung's; these are let through.
"""

import io
import re
import struct
from collections.abc import Callable
from typing import IO, Final

from PIL import Image

from fadu.evidence.checking import ends
from fadu.evidence.kinds import Kind
from fadu.evidence.unfit import Unfit

TAIL: Final = 66_000
"""The end of a ZIP may be followed by a comment of 65,535 bytes."""
PIXELS: Final = 300_000_000
_HEAD: Final = 1024
_MARKUP = re.compile(rb"<script|<html|<!doctype\s+html|<\?php|<svg|<iframe", re.IGNORECASE)
_PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp", "image/tiff"})
_ENDS: Final[dict[str, Callable[[IO[bytes], int], int]]] = {
    "image/jpeg": ends.jpeg,
    "image/png": ends.png,
    "image/gif": ends.gif,
    "image/webp": ends.riff,
    "image/bmp": ends.bmp,
    "image/heic": ends.boxes,
    "audio/wav": ends.riff,
    "video/x-msvideo": ends.riff,
    "video/mp4": ends.boxes,
    "video/quicktime": ends.boxes,
    "video/3gpp": ends.boxes,
    "audio/mp4": ends.boxes,
    "application/pdf": ends.pdf,
}
"""Where a file of a type ends by itself."""
_FOREIGN: Final = (
    (b"PK\x03\x04", "ZIP 压缩包"),
    (b"PK\x05\x06", "ZIP 压缩包"),
    (b"Rar!\x1a\x07", "RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7Z 压缩包"),
    (b"%PDF-", "PDF"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
)


def check(source: IO[bytes], size: int, kind: Kind) -> None:
    """Raise Unfit where the file is something else too, or plainly not whole."""
    source.seek(0)
    head = source.read(_HEAD)
    source.seek(max(0, size - TAIL))
    tail = source.read(TAIL)
    if ends_as_zip(tail, loosely=kind.media != "application/x-ole-storage"):
        raise _two(kind, "ZIP 压缩包")
    if kind.media != "application/pdf" and b"%PDF-" in head:
        raise _two(kind, "PDF")
    if kind.family != "text" and (_MARKUP.search(head) or _MARKUP.search(tail[-4096:])):
        raise _two(kind, "网页或者脚本")
    if kind.media == "image/gif" and head[6:7] in {b"/", b"="}:
        raise _two(kind, "脚本")
    if kind.media in _PICTURES:
        _picture(source, kind)
    if kind.media in _ENDS:
        _nothing_after(source, size, kind)


def ends_as_zip(tail: bytes, *, loosely: bool) -> bool:
    """Whether a program that looks for a ZIP from the end would find one; `loosely`: with something behind it."""
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        record = tail[at : at + 22]
        if len(record) == 22:
            entries, length, _, comment = struct.unpack("<10xHIIH", record)
            whole = at + 22 + comment == len(tail)
            directory = at - length
            there = directory >= 0 and tail[directory : directory + 4] == b"PK\x01\x02"
            if entries and (there or directory < 0) and (whole or loosely):
                return True
        at = tail.rfind(b"PK\x05\x06", 0, at)
    return False


def _picture(source: IO[bytes], kind: Kind) -> None:
    source.seek(0)
    try:
        with Image.open(io.BufferedReader(_Kept(source))) as picture:
            width, height = picture.size
    except Image.DecompressionBombError as error:
        raise Unfit("fadu:upload-bomb", "图片的像素多得不合常理，不能上传") from error
    except (OSError, SyntaxError, ValueError, TypeError, struct.error) as error:
        raise Unfit("fadu:upload-damaged", f"{kind.label}损坏，打不开，请核对后再传") from error
    if width * height > PIXELS:
        raise Unfit("fadu:upload-bomb", f"图片有 {width} × {height} 个像素，多得不合常理，不能上传")


def _nothing_after(source: IO[bytes], size: int, kind: Kind) -> None:
    try:
        end = _ENDS[kind.media](source, size)
    except (ends.NoEnd, struct.error) as error:
        if kind.family in {"video", "audio"}:
            return  # a camera that lost its power leaves such a file, and it is evidence
        raise Unfit("fadu:upload-damaged", f"{kind.label}不完整，请重新取得后再传") from error
    if end >= size:
        return
    source.seek(end)
    rest = source.read(TAIL)
    for signature, word in _FOREIGN:
        if rest.lstrip(b"\x00\r\n\t ").startswith(signature):
            raise _two(kind, word)
    if kind.family in {"video", "audio"} or (kind.media == "image/jpeg" and _of_camera(source, size, rest)):
        return
    if rest.strip(b"\x00\r\n\t ") or size - end > TAIL:
        raise Unfit("fadu:upload-polyglot", f"{kind.label}后面还有另外的内容（{size - end} 字节），同一个文件不能是两种东西，请核对后再传")


def _of_camera(source: IO[bytes], size: int, rest: bytes) -> bool:
    """Whether what follows a photo is what telephones add to it."""
    plain = rest.lstrip(b"\x00")
    if plain.startswith(b"\xff\xd8\xff") or b"ftyp" in rest[:64]:
        return True
    source.seek(max(0, size - 8))
    return b"SEFT" in source.read(8)


def _two(kind: Kind, other: str) -> Unfit:
    return Unfit("fadu:upload-polyglot", f"文件既是 {kind.label}，又是{other}，不能上传：请把两份内容分开")


class _Kept(io.RawIOBase):
    """A source that stays open when its reader is closed."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._source.seek(offset, whence)

    def tell(self) -> int:
        return self._source.tell()

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        part = self._source.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)
