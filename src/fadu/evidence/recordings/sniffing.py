"""What a recording is, by its first bytes, never by its name or by what the sender says."""

from typing import BinaryIO

from fadu.evidence.recordings.models import Medium
from fadu.law.forms import Invalid

LOOKED_AT = 64
_AUDIO_BRANDS = (b"M4A ", b"M4B ")


def media_of(head: bytes) -> str:
    """The media type; "" for what is no recording."""
    if head[4:8] == b"ftyp":
        return "audio/mp4" if head[8:12] in _AUDIO_BRANDS else "video/quicktime" if head[8:12] == b"qt  " else "video/mp4"
    if head[:4] == b"RIFF":
        return {b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav", b"WEBP": "image/webp"}.get(head[8:12], "")
    for start, media in _STARTS:
        if head.startswith(start):
            return media
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return "audio/aac" if head[1] & 0xF6 == 0xF0 else "audio/mpeg"
    return "video/mp2t" if head[:1] == b"G" and len(head) == LOOKED_AT else ""


_STARTS = (
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"#!AMR", "audio/amr"),
)


def sniffed(source: BinaryIO) -> str:
    """The media type of what is handed in; raises Invalid where it is no recording."""
    head = source.read(LOOKED_AT)
    source.seek(0)
    if not head:
        raise Invalid({"file": "文件是空的（0 字节），请核对设备中的原文件"})
    found = media_of(head)
    if not found:
        raise Invalid({"file": "不是录像、录音或者照片（按内容识别，与文件名无关）"})
    return found


def medium_of(media: str) -> Medium:
    """Sound, picture in motion, or photograph."""
    return {"video": Medium.VIDEO, "audio": Medium.AUDIO, "image": Medium.PHOTO}[media.split("/", 1)[0]]
