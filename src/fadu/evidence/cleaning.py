"""Public copies: a picture or PDF without where it was taken, by whom, with what. The original stays as it is.

A picture is turned as its camera held it, then written anew from its pixels alone. Of a PDF what describes it is left out, and
what cameras wrote into the photos inside it.
"""

import io
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from fadu.evidence import vault
from fadu.evidence.models import Original

LARGEST: Final = 64 << 20
"""A larger file is no picture that anybody publishes; it would have to be held in memory."""
_FORMS: Final = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
COPIED: Final = frozenset({*_FORMS, "application/pdf"})
"""Of these a copy can be made."""
_WAYS: Final[dict[str, dict[str, Any]]] = {"JPEG": {"quality": 92, "subsampling": 0}, "PNG": {"optimize": True}, "WEBP": {"quality": 92, "method": 4}}
_TELLING: Final = ("/Metadata", "/EF", "/PieceInfo", "/LastModified", "/Thumb")


class Uncleanable(Exception):
    """No public copy can be made; the text says why."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A public copy."""

    media: str
    data: bytes


def cleaned(original: Original) -> Cleaned:
    """A copy of an original without location and metadata; raises Uncleanable, vault.Damaged."""
    if original.media not in COPIED:
        raise Uncleanable("只有 JPEG、PNG、WebP 图片和 PDF 能制作公开副本")
    if original.size > LARGEST:
        raise Uncleanable(f"超过 {LARGEST >> 20} MB，不能制作公开副本")
    with vault.opened(original.pk, original.size) as source:
        data = source.read()
    return Cleaned(original.media, _paper(data) if original.media == "application/pdf" else _picture(data, _FORMS[original.media]))


def _picture(data: bytes, form: str) -> bytes:
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if getattr(opened, "n_frames", 1) > 1 and form != "JPEG":
                raise Uncleanable("动图不能制作公开副本，请改用其中一张")
            picture = _coloured(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError) as error:
        raise Uncleanable("图片打不开，不能制作公开副本") from error
    kept: dict[str, Any] = {str(name): value for name, value in picture.info.items() if name == "transparency"}
    picture.info.clear()
    out = io.BytesIO()
    picture.save(out, form, **_WAYS[form], **kept)
    return out.getvalue()


def _coloured(picture: Image.Image) -> Image.Image:
    """The picture in sRGB, since the profile that explains its colours goes too: it may name a device."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "L"}:
        return picture
    try:
        turned = ImageCms.profileToProfile(picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=picture.mode)
    except ImageCms.PyCMSError:
        return picture
    return turned or picture


def _paper(data: bytes) -> bytes:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Uncleanable("PDF 有密码，不能制作公开副本")
        writer = PdfWriter()
        for page in reader.pages:  # pages alone: attachments, scripts and forms of the document stay behind
            writer.add_page(page)
        for found in writer._objects:  # noqa: SLF001 - every object, also those that no page of pypdf's interface leads to
            _bared(found)
        writer.compress_identical_objects(remove_identicals=False, remove_orphans=True)
        writer.metadata = None
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Uncleanable("PDF 打不开，不能制作公开副本") from error
    return out.getvalue()


def _bared(found: Any) -> None:
    if not isinstance(found, DictionaryObject):
        return
    for name in _TELLING:
        if name in found:
            del found[NameObject(name)]
    if isinstance(found, StreamObject) and found.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        found._data = without_segments(found._data)  # noqa: SLF001 - the bytes of the photo as they are


def without_segments(jpeg: bytes) -> bytes:
    """A JPEG without what cameras and editors wrote into it (Exif, XMP, IPTC, comments); not a pixel is touched."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    out, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        telling = marker == 0xFE or (0xE1 <= marker <= 0xEF and marker not in {0xE2, 0xEE})  # colour profile and Adobe's transform are needed
        if not telling:
            out += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(out + jpeg[at:])
