"""Checking what a citizen dropped: taken in as any file is, compared, and forgotten. What is proved is proved by the rooms below.

The hash, the log and the signature are those of `documents` and `evidence.keeping`; the QR code is read by `ledger.paper`, as
`fadu verify` reads it. Nothing is written down of a file, of who asked, or of what was answered.
"""

import hashlib
import io
import threading
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any, Final
from urllib.parse import urlsplit

from django.conf import settings

from fadu.cases.services import log
from fadu.disclosure import codes
from fadu.disclosure.verify.outcomes import WORDS, Outcome, Words
from fadu.disclosure.verify.standing import Standing, standing
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.documents.signing import checking as signatures
from fadu.documents.signing import selectors as signing
from fadu.documents.signing import stamps
from fadu.evidence import checking, scanning
from fadu.evidence.checking import sniffing
from fadu.evidence.keeping import publishing
from fadu.evidence.models import Use
from fadu.evidence.unfit import Unfit
from fadu.ledger import receipt as receipts
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import LedgerError
from fadu.ledger.paper.seeing import Printed, Unseen, printed_in
from fadu.ledger.receipt import Receipt

MOST: Final = 20 << 20
"""Bytes of a file."""
PAGES, PIXELS = 6, 40_000_000
"""How many pages, and how many pixels of a page or picture, are searched for a QR code."""
PDF: Final = "application/pdf"
TAKEN: Final = frozenset({PDF, "image/jpeg", "image/png", "image/webp", "image/bmp", "image/tiff"})
TAKES: Final = "PDF、JPG、PNG"
_one_at_a_time = threading.Lock()
"""PDFium bears one thread; and whoever sends many files waits for himself."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Why the log is to be believed of a paper.

    Attributes:
        receipt: entry, salt, place and path; None while the paper waits for the log.
        head: the signed head that the path leads to.
        fault: what does not hold; "" where all holds.
    """

    receipt: Receipt | None
    head: Checkpoint | None = None
    fault: str = ""

    @property
    def holds(self) -> bool:
        """Whether the log proves the paper."""
        return self.receipt is not None and not self.fault


@dataclass(frozen=True, slots=True)
class File:
    """What was handed in: never its bytes."""

    media: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Result:
    """What a verification came to.

    Attributes:
        outcome: in short.
        document: the paper it is about; None where there is none.
        standing: whether it holds today.
        proof: of the log.
        signature: of the paper as it was made; None where its bytes are damaged or destroyed.
        file: what was handed in; None where only a code was.
        own: what the signature in a changed PDF itself says.
        server: where a QR code of another platform leads.
    """

    outcome: Outcome
    document: Document | None = None
    standing: Standing | None = None
    proof: Proof | None = None
    signature: signing.Told | None = None
    file: File | None = None
    own: signatures.Check | None = None
    server: str = ""

    @property
    def words(self) -> Words:
        """How it is told."""
        return WORDS[self.outcome]

    @property
    def party(self) -> str:
        """To which kind of party it went: nobody is named."""
        return ("单位" if self.document.case.party.kind == "unit" else "个人") if self.document else ""


def of_code(code: uuid.UUID) -> Result | None:
    """What anybody may know who has the code of a paper; None where there is none."""
    found = codes.paper(code)
    return _about(Outcome.REGISTERED, found) if found else None


def of_file(source: IO[bytes], size: int) -> Result:
    """What a file is; raises Unfit, Later. `source` is read and left."""
    data, media = _taken(source, size)
    file = File(media, len(data), hashlib.sha256(data).hexdigest())
    same = Document.objects.filter(sha256=file.sha256).order_by("superseded", "-id").values_list("pk", flat=True).first()
    if same is not None:
        found = codes.paper(same)
        assert found is not None
        return _about(Outcome.UNCHANGED, found, file)
    try:
        with _one_at_a_time:
            printed = printed_in(data, pages=PAGES, largest=PIXELS)
    except Unseen as unseen:
        raise Unfit("fadu:upload-damaged", unseen.reason) from unseen
    return _of_codes(printed, file, data)


def _of_codes(printed: Iterable[Printed], file: File, data: bytes) -> Result:
    """What is known of a file by the QR codes on it: that alone never makes it unchanged."""
    ours = [code for code in printed if _is_ours(code.server)]
    elsewhere = [code for code in printed if code not in ours]
    if len(ours) > 1:
        return Result(Outcome.SEVERAL, file=file)
    if not ours and elsewhere:
        return Result(Outcome.ELSEWHERE, file=file, server=elsewhere[0].server)
    if not ours:
        return Result(Outcome.FOREIGN if file.media == PDF else Outcome.UNSEEN, file=file)
    found = codes.paper(uuid.UUID(ours[0].document))
    if found is None:
        return Result(Outcome.UNKNOWN, file=file)
    if file.media != PDF:
        return _about(Outcome.PICTURE, found, file)
    return _about(Outcome.CHANGED, found, file, data)


def _about(outcome: Outcome, found: Document, file: File | None = None, data: bytes = b"") -> Result:
    where = standing(found)
    told = None
    if not where.destroyed:
        try:
            told = signing.told(found)
        except storage.Damaged:  # the copy here is harmed; the holder's may still be whole, which the hash alone has said
            told = None
    own = None
    if data and told and told.sealed:
        own = signatures.check(data, told.sealed.certificate.chain or told.sealed.certificate.pem, stamps.roots())
    return Result(outcome, found, where, _proof(found), told, file, own)


def _proof(found: Document) -> Proof:
    """The receipt of a paper, proved anew with the log's public key alone."""
    if found.leaf.index is None:
        return Proof(None)
    receipt = publishing.told_of(found).receipt
    if receipt is None:
        return Proof(None)
    try:
        return Proof(receipt, receipts.verify(receipt, receipt.content, log.vkey()))
    except LedgerError as error:
        return Proof(receipt, None, error.reason)


def _is_ours(server: str) -> bool:
    """Whether a QR code leads to this installation: compared by host and path, since one may have moved from http to https."""
    here, there = urlsplit(str(settings.PUBLIC_URL).rstrip("/")), urlsplit(server.rstrip("/"))
    return (here.netloc.lower(), here.path) == (there.netloc.lower(), there.path)


def _taken(source: IO[bytes], size: int) -> tuple[bytes, str]:
    """The bytes of a file that may be looked at, and what it is: by the checks and the scanner of every intake; raises Unfit, Later."""
    checking.check_announced("paper", size, Use.SERVICE, MOST)
    kind = sniffing.sniff(source)
    if kind is None or kind.media not in TAKEN:
        what = kind.label if kind else sniffing.described(source)
        raise Unfit("fadu:upload-type", f"内容是{what}，不能核验；请交 {TAKES}")
    data = _scanned(source)
    if not (kind.media == PDF and Document.objects.filter(sha256=hashlib.sha256(data).hexdigest()).exists()):  # what we made needs no more looking at
        checking.inspect(io.BytesIO(data), len(data), f"paper.{kind.extensions[0]}", Use.SERVICE)
    return data, kind.media


def _scanned(source: Any) -> bytes:
    source.seek(0)
    with scanning.scan() as scanner:
        shown = scanner.through(source)
        data = b"".join(iter(lambda: shown.read(1 << 18), b""))
        scanner.judge()
    if len(data) > MOST:
        raise checking.too_large(MOST)
    return data
