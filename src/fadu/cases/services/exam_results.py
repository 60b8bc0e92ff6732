"""Results of exams as leaves of the public log: a mark that was given is there to be proved, whoever keeps the database."""

import uuid
from typing import Any

from django.urls import reverse

from fadu.agencies.exams.deeds import deed_by_id
from fadu.agencies.exams.results import Closed, Deed, Proof
from fadu.agencies.exams.selectors.closed import closed_by_id
from fadu.cases.models import Leaf
from fadu.cases.services.leaves import entry_of, utc
from fadu.cases.services.log import Log, vkey
from fadu.ledger.errors import LedgerError
from fadu.ledger.receipt import Receipt, verify

KIND = "exam_result"
_SPACE = 0xFADE_0000_0000_8000_8000 << 48
"""Numbers of sittings as references of leaves: version 8, made by ourselves, the number in the last twelve digits."""


def ref_of(sitting_id: int) -> uuid.UUID:
    """The reference of a sitting's leaf."""
    return uuid.UUID(int=_SPACE | sitting_id)


def sitting_of(ref: uuid.UUID) -> int:
    """The sitting a reference stands for."""
    return ref.int & ((1 << 48) - 1)


def exam_result_content(closed: Closed) -> dict[str, Any]:
    """What the leaf of a result commits to. No name: who sat is told by number, and the leaf holds but a salted hash of it all."""
    return {
        "sitting": closed.sitting_id,
        "exam": closed.exam_id,
        "officer": closed.officer_id,
        "organ": closed.organ_id,
        "attempt": closed.attempt,
        "closed_at": utc(closed.closed_at),
        "closing": closed.closing,
        "mark": closed.mark,
        "passed": closed.passed,
        "head": closed.head,
    }


def commit(closed: Closed) -> None:
    """Add the leaf, in the transaction of the close."""
    ref = ref_of(closed.sitting_id)
    entry, salt = entry_of(KIND, ref, ref, exam_result_content(closed), closed.closed_at)
    Leaf.objects.create(case=None, kind=KIND, ref=ref, salt=salt, entry=entry.bytes)


def prove(closed: Closed) -> Proof | None:
    """How the result stands in the log, checked against what is kept now; None for one that was closed before results were leaves."""
    leaf = Leaf.objects.filter(kind=KIND, ref=ref_of(closed.sitting_id)).first()
    if leaf is None:
        return None
    receipt = Log().receipt(leaf)
    if receipt is None:
        return Proof(None)
    href = reverse("cases:exam_receipt", args=[closed.sitting_id])
    try:
        verify(receipt, exam_result_content(closed), vkey())
    except LedgerError as error:
        return Proof(leaf.index, href, error.reason)
    return Proof(leaf.index, href)


def receipt_of(sitting_id: int) -> Receipt | None:
    """The receipt of a result; None while it waits, or where there is none."""
    leaf = Leaf.objects.filter(kind=KIND, ref=ref_of(sitting_id)).first()
    return Log().receipt(leaf) if leaf else None


def rebuilt(leaf: Leaf) -> Any:
    """The content of a leaf as the sitting tells it now; None when the sitting is gone."""
    closed = closed_by_id(sitting_of(leaf.ref))
    return closed and exam_result_content(closed)


_DEED_SPACES = {"exam_mark": 0xFADE_0000_0001_8000_8000 << 48, "exam_appeal": 0xFADE_0000_0002_8000_8000 << 48, "exam_ruling": 0xFADE_0000_0003_8000_8000 << 48}


def commit_deed(deed: Deed) -> None:
    """Add the leaf of a mark, an appeal or a ruling, in its transaction."""
    ref = uuid.UUID(int=_DEED_SPACES[deed.kind] | deed.number)
    entry, salt = entry_of(deed.kind, ref, ref, deed.content, deed.at)
    Leaf.objects.create(case=None, kind=deed.kind, ref=ref, salt=salt, entry=entry.bytes)


def rebuilt_deed(leaf: Leaf) -> Any:
    """The content of such a leaf as its row tells it now; None when the row is gone."""
    deed = deed_by_id(leaf.kind, sitting_of(leaf.ref))
    return deed and deed.content


KINDS = {KIND: rebuilt, **dict.fromkeys(_DEED_SPACES, rebuilt_deed)}
