"""`case.json`, the table of contents of a case package, read strictly: no field may be missing, none may be added."""

from dataclasses import dataclass
from typing import Final

from fadu.ledger.archive import Archive
from fadu.ledger.canonical import Json, parse
from fadu.ledger.entry import Entry
from fadu.ledger.errors import LedgerError, Unproven
from fadu.ledger.receipt import unhex

FORMAT: Final = "fadu-case/1"
SEAL: Final = "receipts/seal.json"
LARGEST_CASE: Final = 64 << 20
"""Bytes of `case.json`."""

LARGEST_RECEIPT: Final = 4 << 20
"""Bytes of a receipt, a checkpoint or a key."""


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step as `case.json` tells it."""

    seq: int
    content: Json
    salt: bytes
    entry: Entry
    index: int

    @property
    def receipt(self) -> str:
        """Member that holds the receipt."""
        return f"receipts/step-{self.seq:04d}.json"


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as `case.json` tells it: its id, and the members that hold file and receipt."""

    id: str
    file: str
    receipt: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`case.json` read and found well-formed; nothing proved yet."""

    case: str
    steps: tuple[StepRecord, ...]
    documents: tuple[DocumentRecord, ...]
    sealed: bool


def read_case(archive: Archive) -> CaseFile:
    """Read `case.json`.

    Raises:
        BadArchive: it is missing or too large.
        Unproven: it is not of this format (`format`).

    """
    try:
        data = parse(archive.read("case.json", LARGEST_CASE))
    except LedgerError as error:
        raise Unproven(f"case.json 不可读：{error.reason}", "format") from error
    match data:
        case {"format": "fadu-case/1", "case": str(case), "steps": list(s), "documents": list(d), **rest}:
            if set(rest) == {"sealed"} and isinstance(rest["sealed"], bool):
                return CaseFile(case, tuple(map(_step, s)), tuple(map(_document, d)), rest["sealed"])
    raise Unproven("case.json 格式不对", "format")


def _step(data: Json) -> StepRecord:
    """Read one step."""
    match data:
        case {"seq": int(seq), "content": content, "salt": str(salt), "entry": entry, "index": int(index), **rest}:
            if not rest and not isinstance(seq, bool):
                return _record(seq, content, salt, entry, index)
    raise Unproven("case.json 中有一步格式不对", "format")


def _document(data: Json) -> DocumentRecord:
    """Read one document."""
    match data:
        case {"id": str(name), "file": str(file), "receipt": str(receipt), **rest}:
            if not rest and file.startswith("documents/"):
                return DocumentRecord(name, file, receipt)
    raise Unproven("case.json 中有一份文书格式不对", "format")


def _record(seq: int, content: Json, salt: str, entry: Json, index: int) -> StepRecord:
    """Make a step of its parts."""
    try:
        return StepRecord(seq, content, unhex(salt), Entry.from_dict(entry), index)
    except LedgerError as error:
        raise Unproven(f"case.json 第 {seq} 步格式不对：{error.reason}", "format") from error
