"""What a file is, by its bytes: neither its name nor what its sender says is asked.

Signatures are those of `filetype` (pure Python; libmagic is not on a bare machine, and puremagic called each ZIP a Word
document and an MP3 something else). Where one signature stands for many types this module looks further: the brands of ISO
media files, transport streams, what is inside a ZIP, old Office files, text.
"""

import codecs
import re
import zipfile
from typing import IO, Final

import filetype  # type: ignore[import-untyped]

from fadu.evidence.kinds import KINDS, Kind

HEAD: Final = 8192
"""Bytes that are looked at."""
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_BRANDS: Final = {
    "qt": "video/quicktime",
    "m4a": "audio/mp4", "m4b": "audio/mp4",
    **dict.fromkeys(("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"), "image/heic"),
    **dict.fromkeys(("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "mp71", "avc1", "dash", "msnv", "m4v", "m4vh", "m4vp", "mmp4", "xavc", "f4v"), "video/mp4"),
}  # fmt: skip
_SAME: Final = {
    "audio/x-wav": "audio/wav", "audio/x-flac": "audio/flac", "image/x-ms-bmp": "image/bmp", "application/x-ole-storage": "",
    "video/x-ms-asf": "video/x-ms-wmv", "video/mp4": "", "video/quicktime": "", "audio/mp4": "", "image/heic": "", "video/3gpp": "", "application/zip": "",
}  # fmt: skip
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html|<script|<svg|<\?php|<head|<body|<iframe|#!)", re.IGNORECASE)
_REFUSED: Final = {
    "application/x-msdownload": "Windows 程序", "application/x-executable": "程序", "application/x-rar-compressed": "RAR 压缩包",
    "application/x-7z-compressed": "7Z 压缩包", "application/gzip": "GZIP 压缩包", "application/x-tar": "TAR 包", "image/avif": "AVIF 图片",
}  # fmt: skip


def sniff(source: IO[bytes]) -> Kind | None:
    """The type of a file that begins at the start of `source`; None where it is none that may be handed in."""
    source.seek(0)
    head = source.read(HEAD)
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return KINDS[_packed(source)]
    return KINDS.get(_media(head))


def described(source: IO[bytes]) -> str:
    """What a file is that may not be handed in, in words, as far as it can be told."""
    source.seek(0)
    head = source.read(HEAD)
    if _MARKUP.match(head):
        return "网页或者脚本"
    if head.startswith(b"\x7fELF"):
        return "程序"
    found = filetype.guess(head)
    return _REFUSED.get(found.mime, f"{found.extension.upper()} 文件") if found else "无法识别的内容"


def _media(head: bytes) -> str:
    if head[4:8] in {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}:
        return _iso(head)
    if head.startswith(_OLE):
        return "application/x-ole-storage"
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if any(len(head) > 2 * step + at and head[at] == head[step + at] == head[2 * step + at] == 0x47 for step, at in ((188, 0), (192, 4))):
        return "video/mp2t"
    found = filetype.guess(head)
    media = _SAME.get(found.mime, found.mime) if found else ""
    return media or ("text/plain" if _text(head) else "")


def _iso(head: bytes) -> str:
    if head[4:8] != b"ftyp":
        return "video/quicktime" if int.from_bytes(head[:4], "big") in {0, 1} or int.from_bytes(head[:4], "big") >= 8 else ""
    brand = head[8:12].decode("latin-1").strip().lower()
    if brand.startswith("3g"):
        return "video/3gpp"
    compatible = [head[at : at + 4].decode("latin-1").strip().lower() for at in range(16, min(int.from_bytes(head[:4], "big"), 256), 4)]
    if "avif" in {brand, *compatible}:
        return ""
    return next((_BRANDS[name] for name in (brand, *compatible) if name in _BRANDS), "")


def _packed(source: IO[bytes]) -> str:
    """What a ZIP is: an office document, an OFD, or an archive."""
    try:
        with zipfile.ZipFile(source) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "application/zip"
    if "OFD.xml" in names:
        return "application/ofd"
    if "[Content_Types].xml" in names:
        for folder, media in (("word/", "wordprocessingml.document"), ("xl/", "spreadsheetml.sheet"), ("ppt/", "presentationml.presentation")):
            if any(name.startswith(folder) for name in names):
                return f"application/vnd.openxmlformats-officedocument.{media}"
    return "application/zip"


def _text(head: bytes) -> bool:
    if not head or _MARKUP.match(head):
        return False
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _decodes(head, "utf-16")
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in head):
        return False
    return _decodes(head, "utf-8-sig") or _decodes(head, "gb18030")


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return False
    return True
