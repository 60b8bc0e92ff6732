"""The case package (案卷包): a zip with which a whole case can be proved offline.

- `case.json`    case id; steps with content, salt, entry and index; documents with file and receipt
- `receipts/`    one receipt for each step and document, and that of the seal where there is one
- `documents/`   the files themselves
- `checkpoint`   the signed tree head that all proofs lead to
- `key`          the public key line of the log, for convenience: trust comes from the published one

The chain of `prev` shows that no step was taken out or put in between. That nothing was cut off at the end is shown by
the seal (封卷凭证): a leaf that commits to the number of steps, the last entry and the hashes of all documents.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fadu.ledger.archive import safe
from fadu.ledger.canonical import Json, canonical
from fadu.ledger.casefile import FORMAT, SEAL, DocumentRecord, StepRecord
from fadu.ledger.entry import Entry
from fadu.ledger.receipt import Receipt

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the case: its number from 1, what was done, and its receipt."""

    seq: int
    content: Json
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Document:
    """One document: file name in the package, its bytes or where they lie, and its receipt, which has the content."""

    id: str
    name: str
    source: Path | bytes
    receipt: Receipt


def document_content(document: str, digest: str, **more: Json) -> dict[str, Json]:
    """Say what the leaf of a document commits to: its id, the file's SHA-256 in hex, and what else is to be bound."""
    return {**more, "document": document, "sha256": digest}


def seal_content(case: str, last: Entry, steps: int, documents: Mapping[str, str]) -> dict[str, Json]:
    """Say what the seal commits to: the number of steps, the hash of the last entry, SHA-256 in hex by document id."""
    return {"case": case, "steps": steps, "last": last.hash, "documents": dict(documents)}


def write_package(
    path: Path,
    *,
    case: str,
    steps: Sequence[Step],
    documents: Sequence[Document],
    checkpoint: str,
    vkey: str,
    seal: Receipt | None = None,
) -> None:
    """Write a case package; the same input gives the same bytes. The file appears complete or not at all.

    Raises:
        ValueError: a document's file name is no plain file name.

    """
    handle, temporary = mkstemp(prefix=".new-", suffix=".zip", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name, source in _members(case, steps, documents, seal):
                _put(archive, name, source)
            _put(archive, "checkpoint", checkpoint.encode())
            _put(archive, "key", f"{vkey}\n".encode())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _members(case: str, steps: Sequence[Step], documents: Sequence[Document], seal: Receipt | None) -> list[tuple[str, Path | bytes]]:
    """Lay out everything but checkpoint and key."""
    records = [StepRecord(s.seq, s.content, s.receipt.salt, s.receipt.entry, s.receipt.index) for s in steps]
    papers = [_paper(number, document) for number, document in enumerate(documents, 1)]
    members: list[tuple[str, Path | bytes]] = [("case.json", canonical(_case_json(case, records, papers, seal)))]
    members += [(r.receipt, s.receipt.to_json().encode()) for r, s in zip(records, steps, strict=True)]
    for paper, document in zip(papers, documents, strict=True):
        members += [(paper.receipt, document.receipt.to_json().encode()), (paper.file, document.source)]
    return members + ([(SEAL, seal.to_json().encode())] if seal else [])


def _paper(number: int, document: Document) -> DocumentRecord:
    """Give a document its place in the package."""
    if not safe(document.name) or "/" in document.name:
        raise ValueError(f"文书文件名不合规：{document.name!r}")
    return DocumentRecord(document.id, f"documents/{document.name}", f"receipts/document-{number:04d}.json")


def _case_json(case: str, steps: Sequence[StepRecord], papers: Sequence[DocumentRecord], seal: Receipt | None) -> dict[str, Json]:
    """`case.json` as plain values."""
    return {
        "format": FORMAT,
        "case": case,
        "steps": [{"seq": s.seq, "content": s.content, "salt": s.salt.hex(), "entry": s.entry.to_dict(), "index": s.index} for s in steps],
        "documents": [{"id": p.id, "file": p.file, "receipt": p.receipt} for p in papers],
        "sealed": seal is not None,
    }


def _put(archive: ZipFile, name: str, source: Path | bytes) -> None:
    """Add a member, always with the same date."""
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    if isinstance(source, bytes):
        archive.writestr(info, source)
        return
    with source.open("rb") as file, archive.open(info, "w", force_zip64=True) as member:
        while chunk := file.read(1 << 20):
            member.write(chunk)
