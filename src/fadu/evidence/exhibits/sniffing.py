"""What a file is, by its first bytes: the sender is not believed."""

from typing import BinaryIO

from fadu.law.forms import Invalid

SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "application/pdf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (8, b"AVI ", "video/x-msvideo"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"OggS", "audio/ogg"),
    (0, b"PK\x03\x04", "application/zip"),
)
"""Where a sign stands, what it is, and of what."""

ALLOWED = "PDF、图片（PNG、JPEG、WebP）、音频、视频，以及 Office 文件和 ZIP"


def media_of(source: BinaryIO) -> str:
    """The type of a file; raises Invalid for what is empty or of no kind that is kept."""
    head = source.read(32)
    source.seek(0)
    if not head:
        raise Invalid({"file": "文件是空的，请重新选择"})
    found = next((media for at, sign, media in SIGNS if head[at : at + len(sign)] == sign), None)
    if found is None:
        raise Invalid({"file": f"这种文件不能作为附件，请上传：{ALLOWED}"})
    return found
