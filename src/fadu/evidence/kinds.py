"""What may be handed in, by what it is (found in the bytes) and what for: the allow-lists of the platform."""

from dataclasses import dataclass
from typing import Final

from fadu.evidence.models import Use


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file.

    Attributes:
        media: its media type.
        label: how people call it.
        extensions: with which a name of it may end, without the dot.
        family: image, audio, video, document, archive, text.
    """

    media: str
    label: str
    extensions: tuple[str, ...]
    family: str


_KINDS = (
    Kind("image/jpeg", "JPEG 图片", ("jpg", "jpeg", "jpe", "jfif"), "image"),
    Kind("image/png", "PNG 图片", ("png",), "image"),
    Kind("image/webp", "WebP 图片", ("webp",), "image"),
    Kind("image/gif", "GIF 图片", ("gif",), "image"),
    Kind("image/bmp", "BMP 图片", ("bmp",), "image"),
    Kind("image/tiff", "TIFF 图片", ("tif", "tiff"), "image"),
    Kind("image/heic", "HEIC 图片", ("heic", "heif"), "image"),
    Kind("video/mp4", "MP4 视频", ("mp4", "m4v", "m4a", "3gp"), "video"),
    Kind("video/quicktime", "MOV 视频", ("mov", "qt"), "video"),
    Kind("video/3gpp", "3GP 视频", ("3gp", "3g2", "m4a", "mp4", "amr"), "video"),
    Kind("video/x-matroska", "MKV 视频", ("mkv",), "video"),
    Kind("video/webm", "WebM 视频", ("webm", "weba"), "video"),
    Kind("video/x-msvideo", "AVI 视频", ("avi",), "video"),
    Kind("video/mp2t", "TS 视频", ("ts", "mts", "m2ts"), "video"),
    Kind("video/mpeg", "MPEG 视频", ("mpg", "mpeg", "vob", "ps"), "video"),
    Kind("video/x-flv", "FLV 视频", ("flv",), "video"),
    Kind("video/x-ms-wmv", "WMV 视频", ("wmv", "asf", "wma"), "video"),
    Kind("audio/mpeg", "MP3 录音", ("mp3",), "audio"),
    Kind("audio/wav", "WAV 录音", ("wav",), "audio"),
    Kind("audio/mp4", "M4A 录音", ("m4a", "m4b", "aac", "mp4"), "audio"),
    Kind("audio/aac", "AAC 录音", ("aac",), "audio"),
    Kind("audio/amr", "AMR 录音", ("amr",), "audio"),
    Kind("audio/ogg", "OGG 录音", ("ogg", "oga", "opus"), "audio"),
    Kind("audio/flac", "FLAC 录音", ("flac",), "audio"),
    Kind("application/pdf", "PDF", ("pdf",), "document"),
    Kind("application/ofd", "OFD 版式文件", ("ofd",), "document"),
    Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档", ("docx",), "document"),
    Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 表格", ("xlsx",), "document"),
    Kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint 演示文稿", ("pptx",), "document"),
    Kind("application/x-ole-storage", "Office 97-2003 或者 WPS 文件", ("doc", "xls", "ppt", "wps", "et", "dps"), "document"),
    Kind("text/plain", "文本", ("txt", "csv", "log", "md", "json", "xml", "srt"), "text"),
    Kind("application/zip", "ZIP 压缩包", ("zip",), "archive"),
)
KINDS: Final = {kind.media: kind for kind in _KINDS}
"""Every type that anything may be handed in as, by media type."""

FAMILIES: Final[dict[str, frozenset[str]]] = {
    Use.RECORDING: frozenset({"image", "audio", "video"}),
    Use.EXHIBIT: frozenset({"image", "audio", "video", "document", "text", "archive"}),
    Use.SIGNATURE: frozenset({"image"}),
    Use.SERVICE: frozenset({"image", "audio", "video", "document"}),
    Use.PAPER: frozenset({"image", "document", "text"}),
}
"""The allow-list of each use, by family."""
_WORDS = {"image": "图片", "audio": "录音", "video": "录像", "document": "PDF、OFD、Word、Excel 等文档", "text": "文本", "archive": "ZIP 压缩包"}


def allowed(use: str, kind: Kind) -> bool:
    """Whether a file of that type may be handed in for that use."""
    return kind.family in FAMILIES[use]


def told(use: str) -> str:
    """What may be handed in for a use, in words."""
    return "、".join(word for family, word in _WORDS.items() if family in FAMILIES[use])


def accept(use: str) -> str:
    """The same for a file dialogue: extensions."""
    return ",".join(f".{extension}" for kind in _KINDS if kind.family in FAMILIES[use] for extension in kind.extensions)
