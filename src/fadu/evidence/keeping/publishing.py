"""The public pages of the log as plain files: any web server or CDN serves them, and a monitor reads them, without the platform."""

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fadu.cases.models import Leaf, LogHead
from fadu.cases.services import log
from fadu.cases.services.proofs import gone
from fadu.documents.models import Document
from fadu.ledger import checkpoint, tree
from fadu.ledger.errors import Forked, LedgerError
from fadu.ledger.hashing import HASH_SIZE
from fadu.ledger.monitor.source import STATUS
from fadu.ledger.package import document_content
from fadu.ledger.paper.asking import Told
from fadu.ledger.proofs import verify_consistency
from fadu.ledger.storage import Folder
from fadu.ledger.tiles import ENTRIES, FULL, bundles, decode_bundle, encode_bundle, tiles
from fadu.ledger.tilestore import CHECKPOINT, TileReader, TileWriter


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: leaves in all, and since the last time; documents written anew."""

    size: int
    grown: int
    documents: int


def export(target: Path, told: Callable[[int, int], None] = lambda *_: None) -> Exported:
    """Bring a folder up to the last published head; the head is put in place last, so that every moment of the folder is a whole log.

    Raises:
        Forked: the folder holds another history.

    """
    head_row = LogHead.objects.filter(pk=1).first()
    if head_row is None or not head_row.note:
        return Exported(0, 0, 0)
    here, there = Folder(log.folder()), Folder(target)
    head = checkpoint.verify(head_row.note, log.signer().verifier)
    before = _before(there, head, here)
    writer = TileWriter(there)
    wanted = [*tiles(head.size, since=before), *bundles(head.size, since=before)]
    for count, tile in enumerate(wanted, 1):
        data = here.read(tile.path)
        if data is None and tile.width < FULL:
            full = here.read(tile.full.path) or b""
            data = encode_bundle(decode_bundle(full)[: tile.width]) if tile.level == ENTRIES and full else full[: tile.width * HASH_SIZE]
        if not data:
            raise Forked(f"缺少 {tile.path}，请先运行 fadu verify --all")
        writer.write(tile, data)
        told(count, len(wanted))
    documents = sum(_put(there, f"documents/{told_of.document}.json", told_of.to_json().encode()) for told_of in _documents())
    _put(there, "key", f"{log.vkey()}\n".encode())
    _put(there, STATUS, status().encode())
    if there.read(CHECKPOINT) != head_row.note.encode():
        writer.write_checkpoint(head_row.note)
    writer.drop_partials(before, head.size)
    return Exported(head.size, head.size - before, documents)


def status() -> str:
    """What a monitor may ask beside the log: how many leaves wait for it."""
    return json.dumps({"format": "fadu-log-status/1", "pending": Leaf.objects.filter(index__isnull=True).count()})


def told_of(document: Document, known: log.Log | None = None) -> Told:
    """What is said to anybody who holds a document: its particulars and its receipt."""
    content = document_content(str(document.id), document.sha256, paper=document.paper)
    receipt = (known or log.Log()).receipt(document.leaf, content)
    return Told(
        str(document.id), document.organ.name, document.title, document.number, document.made_on.isoformat(), document.sha256,
        superseded=document.superseded, receipt=receipt,
    )  # fmt: skip


def _documents() -> Iterator[Told]:
    """Every document whose bytes were not destroyed; whoever holds its id may read this, and nobody is named in it."""
    known, last = log.Log(), uuid.UUID(int=0)
    while rows := list(Document.objects.filter(pk__gt=last).select_related("leaf", "organ").order_by("pk")[:500]):
        last = rows[-1].pk
        yield from (told_of(row, known) for row in rows if row.leaf.index is not None and not gone(row.pk))


def _before(there: Folder, head: checkpoint.Checkpoint, here: Folder) -> int:
    """How far the folder is, of this very history."""
    note = there.read(CHECKPOINT)
    if note is None:
        return 0
    try:
        before = checkpoint.verify(note.decode(errors="replace"), log.signer().verifier)
        path = tree.consistency(TileReader(here, head.size), before.size, head.size)
    except (LedgerError, ValueError) as error:
        raise Forked(f"文件夹里的检查点不是这个日志的：{error}") from error
    if not verify_consistency(before.size, head.size, before.root, head.root, path):
        raise Forked("文件夹里是另一段历史，没有改动它；请保留现状查明原因")
    return before.size


def _put(there: Folder, path: str, data: bytes) -> bool:
    """Write a file unless it says the same; a receipt that still holds is left, so that it keeps in caches."""
    old = there.read(path)
    if old is None or (old != data and not _still_holds(old, data)):
        there.write(path, data)
        return True
    return False


def _still_holds(old: bytes, new: bytes) -> bool:
    """Whether only the head that a receipt leads to is another."""
    try:
        before, after = json.loads(old), json.loads(new)
    except ValueError:
        return False
    if not (isinstance(before, dict) and before.get("receipt") and after.get("receipt")):
        return False
    return {**before, "receipt": None} == {**after, "receipt": None} and before["receipt"]["index"] == after["receipt"]["index"]
