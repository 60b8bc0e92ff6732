"""The file as one PDF: cover, catalogue, its papers with their page numbers and bookmarks, note. 正卷 and 副卷 are two files."""

import io
import zipfile
from collections.abc import Iterator
from typing import IO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, create_string_object

from fadu.evidence import vault
from fadu.evidence.archive.models import Item, Volume
from fadu.evidence.archive.planning import LARGEST_PRINTED, PDF
from fadu.evidence.archive.printing import sheet, stamps
from fadu.law.filing import GROUPS, Part


def printed(volume: Volume, part: Part) -> bytes:
    """One part of a file as a PDF. What can't be printed has a sheet that tells of it; the originals are not touched. Raises vault.Damaged."""
    items = list(volume.items.filter(part=part).order_by("place"))
    writer = PdfWriter()
    with vault.opened(volume.id, volume.size) as source, zipfile.ZipFile(source) as package:
        cover = _append(writer, package.read(f"wrap/{part.value}-cover.pdf"))
        writer.add_outline_item("封面", cover)
        writer.add_outline_item("卷内目录", _append(writer, package.read(f"wrap/{part.value}-catalogue.pdf")))
        begins = len(writer.pages)
        _fill(writer, volume, items, part, package)
        _stamp(writer, begins, f"{volume.number} {part.label}")
        writer.add_outline_item("备考表", _append(writer, package.read(f"wrap/{part.value}-note.pdf")))
    title = f"{volume.number} {volume.title}（{part.label}）"
    writer.add_metadata({"/Title": title, "/Author": volume.organ.name, "/Subject": volume.title, "/Producer": "Fadu"})
    writer.root_object[NameObject("/Lang")] = create_string_object("zh-CN")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _fill(writer: PdfWriter, volume: Volume, items: list[Item], part: Part, package: zipfile.ZipFile) -> None:
    group, parent = 0, None
    for item in items:
        at = len(writer.pages)
        for piece in _pages(volume, item, package):
            _append(writer, piece)
        if item.group != group:
            group = item.group
            parent = writer.add_outline_item(GROUPS[part][group - 1], at)
        writer.add_outline_item(f"{item.place}. {item.title}{item.number}（第 {item.first_page} 页）", at, parent=parent)


def _pages(volume: Volume, item: Item, package: zipfile.ZipFile) -> Iterator[bytes]:
    """The pages of an item: its own where it is a PDF that can be opened with as many as are recorded, else its sheet."""
    if item.media == PDF and item.size <= LARGEST_PRINTED:
        data = package.read(item.name)
        try:
            if len(PdfReader(io.BytesIO(data)).pages) == item.pages:
                yield data
                return
        except (PyPdfError, ValueError, KeyError):
            pass
    told = {
        "title": item.title,
        "author": item.author,
        "date": item.made_on.isoformat(),
        "media": item.media,
        "size": str(item.size),
        "sha256": item.sha256,
        "name": item.name,
    }
    yield sheet("slip", "音像、电子材料登记页", volume.organ.name, item.made_on.isoformat(), {"id": volume.number, "item": told})


def _append(writer: PdfWriter, data: bytes) -> int:
    """Copy the pages of a PDF to the end; the place of the first."""
    first = len(writer.pages)
    for page in PdfReader(io.BytesIO(data)).pages:
        writer.add_page(page)
    return first


def _stamp(writer: PdfWriter, begins: int, label: str) -> None:
    """Lay the page numbers of the file over the copies."""
    count = len(writer.pages) - begins
    over = PdfReader(io.BytesIO(stamps(count, 1, label)))
    for place in range(count):
        page = writer.pages[begins + place]
        number = over.pages[place]
        page.merge_translated_page(number, 0, float(page.mediabox.height) - float(number.mediabox.height), over=True)


def spread(volume: Volume) -> IO[bytes]:
    """The package itself, to be sent piece by piece; raises vault.Damaged."""
    return vault.opened(volume.id, volume.size)
