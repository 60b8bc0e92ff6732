"""What anybody may be told that lets them check: proofs of what was done about a record, and whether a file is one of ours."""

import uuid
from base64 import b64encode
from typing import Any

from fadu.cases.services.log import Log
from fadu.disclosure.models import TOLD, Event, Kind
from fadu.disclosure.opendata import selectors
from fadu.disclosure.opendata.datasets.records import moment
from fadu.disclosure.opendata.proofs import edition_content
from fadu.documents.models import Document
from fadu.ledger.entry import Entry
from fadu.ledger.hashing import leaf_hash


def events(publication: uuid.UUID) -> tuple[str, list[dict[str, Any]]]:
    """The checkpoint, and of each thing that was done about a record its place in the log with the path to that checkpoint.

    The salt is not told: what was taken out of the record lies under the same commitment, and who has the salt can test guesses at it.
    """
    log = Log()
    rows = Event.objects.filter(publication_id=publication, kind__in=TOLD).order_by("id").select_related("leaf")
    return log.note, [_event(log, row) for row in rows]


def _event(log: Log, row: Event) -> dict[str, Any]:
    receipt = log.receipt(row.leaf)
    entry = Entry.from_bytes(bytes(row.leaf.entry))
    return {
        "kind": str(row.kind),
        "label": Kind(row.kind).label,
        "at": moment(row.at),
        "reason": row.public_reason or None,
        "log_index": row.leaf.index,
        "entry": entry.to_dict() if receipt else None,
        "leaf_hash": leaf_hash(entry.bytes).hex() if receipt else None,
        "path": [b64encode(node).decode() for node in receipt.path] if receipt else None,
    }


def hashed(sha256: str, document: uuid.UUID | None = None) -> dict[str, Any]:
    """Whether a file of this hash was published here: a file of open data, or the paper that bears this code."""
    said: dict[str, Any] = {"sha256": sha256, "known": False, "kind": None, "current": None, "log_index": None, "receipt": None}
    if found := selectors.hashed(sha256):
        edition, row = found
        latest = selectors.current()
        current = latest == edition and not (selectors.stale() and selectors.held(row["path"]))
        receipt = Log().receipt(edition.leaf, content=edition_content(edition))
        standing = "现在仍是最新的一份" if current else "已有新的版次，或者其中有信息已被撤回，请重新下载"
        told = f"是本平台 {edition.folder} 版开放数据中的 {row['path']}（{row['rows']} 行），{standing}"
        return said | {
            "known": True, "kind": "opendata", "current": current, "told": told, "log_index": edition.leaf.index,
            "receipt": receipt.to_dict() if receipt else None,
        }  # fmt: skip
    paper = Document.objects.filter(pk=document).select_related("leaf", "organ").first() if document else None
    if paper and paper.sha256 == sha256:
        standing = "已被更正后的文书取代" if paper.superseded else "没有被取代"
        told = f"是{paper.organ.name}的{paper.title}，制作后没有被改动，{standing}；决定是否仍然有效，请按文书上的编码查询"
        return said | {"known": True, "kind": "document", "current": not paper.superseded, "told": told, "log_index": paper.leaf.index}
    return said | {"told": "本平台没有公布过这样的文件：也许被改动过一个字节，也许不是本平台的"}
