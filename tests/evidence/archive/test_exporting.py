"""The file as one PDF: an independent tool opens it, its pages are numbered, its bookmarks lead to what the catalogue names."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.archive.exporting import printed
from fadu.evidence.archive.models import Volume
from fadu.law.filing import Part

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(volume: Volume) -> PdfReader:
    return PdfReader(io.BytesIO(printed(volume, Part.FRONT)))


def _flat(outline, level=0):
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry, level + 1)
        else:
            yield level, entry


def test_every_page_bears_its_number(volume: Volume, front: PdfReader) -> None:
    stamp = f"{volume.number}正卷"
    said = ["".join(page.extract_text().split()) for page in front.pages]
    assert [text.rpartition(stamp)[2] for text in said if stamp in text] == [str(number) for number in range(1, volume.front_pages + 1)]


def test_the_bookmarks_are_the_catalogue(volume: Volume, front: PdfReader) -> None:
    entries = list(_flat(front.outline))
    leaves = [entry for level, entry in entries if level == 1]
    items = list(volume.items.filter(part="front").order_by("place"))
    assert [entry.title for entry in leaves] == [f"{item.place}. {item.title}{item.number}（第 {item.first_page} 页）" for item in items]
    first = front.get_destination_page_number(leaves[0])
    assert [front.get_destination_page_number(entry) - first + 1 for entry in leaves] == [item.first_page for item in items]
    assert [entry.title for level, entry in entries if level == 0][:2] == ["封面", "卷内目录"]


def test_the_front_says_nothing_of_the_inner_file(volume: Volume, front: PdfReader) -> None:
    said = "".join(page.extract_text() for page in front.pages).replace("\n", "")
    assert "行政处罚决定书" in said
    for title in volume.items.filter(part="vice").values_list("title", flat=True):
        assert f"{title}（第" not in "".join(entry.title for _, entry in _flat(front.outline))
    assert "集体讨论记录" not in said


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo (poppler) is not installed")
@pytest.mark.parametrize("part", list(Part))
def test_another_tool_opens_it(volume: Volume, part: Part, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(printed(volume, part))
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    pages = int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))
    assert pages > (volume.front_pages if part is Part.FRONT else volume.vice_pages) + 2


def test_the_originals_are_untouched(volume: Volume) -> None:
    printed(volume, Part.FRONT)
    with vault.opened(volume.id, volume.size) as source, zipfile.ZipFile(source) as package:
        for item in volume.items.all():
            document = Document.objects.get(pk=item.ref)
            assert package.getinfo(item.name).file_size == document.size
