"""What lies in a file, in which order, on which pages (正卷、副卷; 市场监督管理行政处罚程序规定第七十八条)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import PurePosixPath

from django.utils import timezone
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fadu.cases.models import Case, Leaf
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.archive.kinds import ItemKind
from fadu.evidence.archive.models import Item
from fadu.evidence.models import Original, Use
from fadu.law.filing import DECIDED, EVIDENCE, INNER, OTHER, RECEIPTS, SERVED, WRAPPING, Part, Place, place_of
from fadu.law.papers import PAPERS

PLACES = {Use.EXHIBIT: EVIDENCE, Use.RECORDING: EVIDENCE, Use.SERVICE: SERVED, Use.SIGNATURE: OTHER, Use.PAPER: OTHER}
PDF = "application/pdf"
LARGEST_PRINTED = 64 << 20
"""Bytes up to which a PDF that was handed in lies page by page in the printed file; a larger one is told on a sheet of its own."""

_ENDINGS = {PDF: "pdf", "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tif", "audio/mpeg": "mp3", "audio/wav": "wav", "audio/x-wav": "wav", "audio/mp4": "m4a", "audio/flac": "flac", "video/mp4": "mp4", "video/x-msvideo": "avi", "video/x-matroska": "mkv", "video/quicktime": "mov", "video/mpeg": "mpg", "text/plain": "txt", "image/svg+xml": "svg", "application/json": "json", "application/xml": "xml"}  # fmt: skip


@dataclass
class Planned:
    """An item before it is written down.

    Attributes:
        item: the row to be.
        leaf: which leaf of the log commits to it.

    """

    item: Item
    leaf: int


def planned(case: Case, ordinal: int) -> list[Planned]:
    """What goes into the file, or into a supplement of it: all that lies in no file yet, in order, with its pages."""
    filed = set(Item.objects.filter(volume__case=case, volume__ordinal__lt=ordinal).values_list("ref", flat=True))
    documents = [row for row in Document.objects.filter(case=case).exclude(paper__in=WRAPPING).select_related("step").order_by("id") if row.id not in filed]
    originals = [row for row in Original.objects.filter(case=case).order_by("id") if row.id not in filed]
    entries = [(_place(row, documents), _host(row, documents), row) for row in documents]
    entries += [(PLACES[Use(row.use)], (row.id, 0), row) for row in originals]  # type: ignore[misc]
    entries.sort(key=lambda entry: (list(Part).index(entry[0].part), entry[0].group, entry[1]))
    return _paged([_laid(place, row, case) for place, _, row in entries])


def unfiled(case: Case) -> bool:
    """Whether something of the case lies in no file yet."""
    filed = set(Item.objects.filter(volume__case=case).values_list("ref", flat=True))
    documents = Document.objects.filter(case=case).exclude(paper__in=WRAPPING).values_list("pk", flat=True)
    originals = Original.objects.filter(case=case).values_list("pk", flat=True)
    return not filed.issuperset([*documents, *originals])


def wrappings(case: Case) -> list[Document]:
    """The papers that lay around the file when it was handed in: they go along with the record of the steps."""
    return list(Document.objects.filter(case=case, paper__in=WRAPPING).order_by("id"))


def _place(document: Document, documents: Sequence[Document]) -> Place:
    if document.superseded:
        return INNER
    if document.paper not in RECEIPTS:
        return place_of(document.paper)
    host = _served_with(document, documents)
    if host is not None:
        return place_of(host.paper)
    return DECIDED if document.step.name.startswith("serve") else SERVED


def _host(document: Document, documents: Sequence[Document]) -> tuple[uuid.UUID, int]:
    """A receipt lies behind what it proves was served."""
    host = _served_with(document, documents) if document.paper in RECEIPTS else None
    return (host.id, 1) if host else (document.id, 0)


def _served_with(receipt: Document, documents: Sequence[Document]) -> Document | None:
    own = [row for row in documents if row.step_id == receipt.step_id and row.paper not in RECEIPTS and not row.superseded and PAPERS[row.paper].is_served]
    return next((row for row in own if row.number), next(iter(own), None))


def _laid(place: Place, row: Document | Original, case: Case) -> Planned:
    item = Item(part=place.part, group=place.group, ref=row.id, sha256=row.sha256, size=row.size)
    if isinstance(row, Document):
        item.kind, item.paper, item.number, item.pages, item.media = ItemKind.DOCUMENT, row.paper, row.number, row.pages, PDF
        item.title, item.author, item.made_on = row.title + ("（已被更正）" if row.superseded else ""), case.organ.name, row.made_on
    else:
        item.kind, item.media, item.pages = ItemKind.ORIGINAL, row.media, printed_pages(row)
        item.title, item.author, item.made_on = f"{row.get_use_display()}：{row.name}"[:200], row.by_name, timezone.localdate(row.kept_at)
    return Planned(item, row.leaf_id)


def _paged(found: list[Planned]) -> list[Planned]:
    for part in Part:
        page = 1
        for number, entry in zip(count(1), [one for one in found if one.item.part == part], strict=False):
            entry.item.first_page = page
            page += entry.item.pages
            entry.item.name = _name(entry.item, part, number)
    for place, entry in enumerate(found, 1):
        entry.item.place = place
    return found


def _name(item: Item, part: Part, number: int) -> str:
    stem = item.paper or "original"
    return str(PurePosixPath(part.value) / f"{number:04d}-{stem}.{_ENDINGS.get(item.media, 'bin')}")


def printed_pages(original: Original) -> int:
    """How many pages an original takes in the printed file: a PDF its own, everything else the one sheet that tells of it."""
    if original.media != PDF or original.size > LARGEST_PRINTED:
        return 1
    try:
        with vault.opened(original.id, original.size) as source:
            return max(1, len(PdfReader(source).pages))
    except (PyPdfError, vault.Damaged, ValueError, KeyError):
        return 1


def leaves_of(case: Case) -> dict[uuid.UUID, Leaf]:
    """The leaves that prove what goes into a file."""
    return {leaf.ref: leaf for leaf in Leaf.objects.filter(case=case, kind__in=("step", "document", "original"))}


def formed_on(case: Case) -> date:
    """The day on which the file came to its end: 形成日期."""
    return case.stage_since
