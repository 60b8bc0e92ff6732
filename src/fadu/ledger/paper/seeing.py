"""Finding the address that a QR code leads to, in a picture or in the pages of a PDF."""

import io
import re
import struct
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fadu.ledger.errors import LedgerError

PAGES: Final = 40
"""Pages of a PDF that are looked at."""

LARGEST: Final = 80_000_000
"""Pixels of a picture, so that a small file does not become a large one."""

_ADDRESS: Final = re.compile(r"(https?://[^\s/?#]+(?:/[^\s?#]*?)?)/documents/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/proof/?", re.ASCII)


class Unseen(LedgerError):
    """No QR code of a document was found."""

    default_code = "unseen"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a QR code says: the platform's address, and the id of the document."""

    server: str
    document: str


def printed(file: Path) -> list[Printed]:
    """What the QR codes in a picture or PDF say of documents, in the order of the pages; raises Unseen where the file is neither."""
    with file.open("rb") as source:
        beginning = source.read(1024)
    return _of(_in_pdf(file, PAGES, LARGEST) if b"%PDF-" in beginning else _in_picture(file, PAGES, LARGEST))


def printed_in(data: bytes, *, pages: int, largest: int) -> list[Printed]:
    """The same of bytes that lie on no disk, looked at no further than so many pages and pixels."""
    return _of(_in_pdf(data, pages, largest) if b"%PDF-" in data[:1024] else _in_picture(io.BytesIO(data), pages, largest))


def _of(texts: Iterator[str]) -> list[Printed]:
    return list(dict.fromkeys(said for text in texts if (said := read(text))))


def read(text: str) -> Printed | None:
    """What a QR code says, where it leads to the proof of a document."""
    match = _ADDRESS.fullmatch(text.strip())
    return Printed(match[1], str(uuid.UUID(match[2]))) if match else None


def _in_picture(file: Path | io.BytesIO, pages: int, largest: int) -> Iterator[str]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only where a picture is to be looked at

    Image.MAX_IMAGE_PIXELS = LARGEST  # of the whole process, so it is the same for all
    try:
        with Image.open(file) as picture:
            if picture.width * picture.height > largest:
                raise Unseen("图片的像素太多，请缩小后再试")
            for number in range(min(getattr(picture, "n_frames", 1), pages)):
                picture.seek(number)
                yield from _codes(picture.convert("L"))
    except UnidentifiedImageError as error:
        raise Unseen("不是案卷包、PDF 或者图片") from error
    except (OSError, ValueError, SyntaxError, IndexError, struct.error, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unseen(f"图片不可读：{type(error).__name__}") from error


def _in_pdf(file: Path | bytes, pages: int, largest: int) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415 - likewise

    try:
        pdf = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise Unseen("PDF 不可读，可能已损坏或者加密") from error
    try:
        for number in range(min(len(pdf), pages)):
            page = pdf[number]
            scale = min(200 / 72, (largest / max(page.get_width() * page.get_height(), 1)) ** 0.5)
            yield from _codes(page.render(scale=scale, grayscale=True).to_pil())
    except pypdfium2.PdfiumError as error:
        raise Unseen("PDF 不可读，可能已损坏") from error
    finally:
        pdf.close()


def _codes(picture: Any) -> Iterator[str]:
    """The texts of the QR codes in a picture; a large one is looked at in a smaller size too, a small one enlarged."""
    import zxingcpp  # noqa: PLC0415 - likewise

    for factor in (1, 2, 0.5):
        sized = picture if factor == 1 else picture.resize((max(1, int(picture.width * factor)), max(1, int(picture.height * factor))))
        if sized.width * sized.height > LARGEST:
            continue
        texts = [code.text for code in zxingcpp.read_barcodes(sized, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))]
        if texts:
            yield from texts
            return
