"""What the leaves of documents, and of the seals of case packages, commit to, as database and disk have it now.

The leaf of a document commits to its bytes; what else its row says is printed in those bytes, or follows from its step.
"""

import html
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from fadu.cases.models import Leaf, Outbox, Step
from fadu.cases.services.leaves import fitting, utc
from fadu.cases.services.proofs import Content, Kind, gone
from fadu.documents import storage
from fadu.documents.engine import page_count
from fadu.documents.models import Document
from fadu.law.correction import CORRECT
from fadu.law.papers import paper
from fadu.ledger.entry import Entry
from fadu.ledger.package import document_content, seal_content


def _content(row: Document, _: Leaf) -> Any:
    return document_content(str(row.id), row.sha256, paper=row.paper)


def _prepare(rows: list[Document]) -> None:
    """Beside each document the step that made it and the organ and corrections of its case, in a few queries for all."""
    steps = Step.objects.filter(pk__in={row.step_id for row in rows}).only("id", "case_id", "seq", "name", "taken_at").in_bulk()
    organs = dict(Step.objects.filter(case_id__in={row.case_id for row in rows}, seq=1).values_list("case_id", "case__organ_id"))
    fixes = list(Step.objects.filter(case_id__in={row.case_id for row in rows}, name=CORRECT).only("id", "case_id", "seq", "name", "data"))
    done = set(Outbox.objects.filter(ref__in=[fix.id for fix in fixes], done_at__isnull=False).values_list("ref", flat=True))
    mended = {fix.id: fix.data.get("seq") for fix in fixes}
    versions = Document.objects.filter(step__in={row.step_id for row in rows}).order_by("id").values_list("step_id", "paper", "id")
    newest = {(made_by, kind): key for made_by, kind, key in versions}  # a paper that was signed afterwards has a further version
    for row in rows:
        step = steps.get(row.step_id)
        row.made_by, row.of_organ, row.outdated = step, organs.get(row.case_id), None  # type: ignore[attr-defined]
        if step is not None:
            about = mended.get(step.id, step.seq)
            later = [fix for fix in fixes if fix.case_id == row.case_id and fix.seq > step.seq and mended[fix.id] == about]
            if all(fix.id in done for fix in later):  # else the worker is about to supersede it
                row.outdated = bool(later) or newest[row.step_id, row.paper] != row.id  # type: ignore[attr-defined]


def _agrees(row: Any, leaf: Leaf) -> Iterator[str]:
    entry, step = Entry.from_bytes(bytes(leaf.entry)), row.made_by
    if step is None or str(row.step_id) != entry.step or step.case_id != row.case_id:
        yield "所属步骤与日志中的不符"
        return
    if row.leaf_id != leaf.pk or row.case_id != leaf.case_id:
        yield "所属案件或者存证与日志中的不符"
    if row.organ_id != row.of_organ:
        yield "机关不是本案的机关"
    if utc(row.made_at) != entry.recorded:
        yield "制作时间与日志中的不符"
    if row.made_on != timezone.localdate(step.taken_at):
        yield "文书日期不是步骤办理之日"
    if row.title != paper(row.paper).title:
        yield "文书名称不是这种文书的名称"
    if row.outdated is not None and row.outdated != row.superseded:
        yield "是否已被更正取代，与更正步骤不符"


def _stored(row: Document) -> Iterator[str]:
    """Whether the file is there and is the one; and whether number and size of the row are its."""
    if gone(row.id):
        return
    try:
        pdf = storage.fetch(row.sha256)
    except storage.Damaged as damage:
        yield str(damage)
        return
    if len(pdf) != row.size:
        yield "字节数与文件的不符"
    if (pages := _pages(pdf)) is not None and pages != row.pages:
        yield "页数与文件的不符"
    if (subject := _subject(pdf)) is not None and subject != row.title + row.number:
        yield "文书名称和文号与文件中印制的不符"


def _pages(pdf: bytes) -> int | None:
    try:
        return page_count(pdf)
    except (IndexError, ValueError):  # not one that our typesetter wrote
        return None


def _subject(pdf: bytes) -> str | None:
    """Title and number as the typesetter writes them in the clear into the metadata of the PDF."""
    _, found, rest = pdf.partition(b"<dc:title>")
    text, ended, _ = rest[:4000].partition(b"</rdf:li>")
    return html.unescape(text.rpartition(b">")[2].decode(errors="replace")) if found and ended else None


def _seal(leaf: Leaf) -> Any:
    """A seal has no row: it is rebuilt from the steps and documents that were on record when the package was sealed."""
    last = Step.objects.filter(pk=Entry.from_bytes(bytes(leaf.entry)).step).only("id", "seq", "case_id").first()
    link = Leaf.objects.filter(ref=last.id, kind="step").first() if last else None
    if last is None or link is None:
        return None
    case, at = str(last.case_id), Entry.from_bytes(bytes(link.entry))
    papers = Document.objects.filter(case_id=last.case_id, leaf_id__lt=leaf.pk).order_by("leaf_id").values_list("id", "sha256")
    # A paper made while the package was being written is not in it; so the newest ones may be missing.
    digests = [(str(key), sha256) for key, sha256 in papers]
    return fitting(leaf, *(seal_content(case, at, last.seq, dict(digests[:count])) for count in range(len(digests), -1, -1)))


KINDS: dict[str, Content] = {"document": Kind(Document, "文书", _content, prepare=_prepare, agrees=_agrees, stored=_stored), "seal": _seal}
