"""What the leaves of this room commit to, as the database has it now; and whether the bytes are the ones that were recorded."""

from collections.abc import Iterator
from typing import Any

from fadu.cases.models import Leaf
from fadu.cases.services.proofs import Kind, gone
from fadu.evidence import vault
from fadu.evidence.models import Original, Placing, Reading
from fadu.evidence.services import original_content, placing_content, reading_content


def _original(row: Original, leaf: Leaf) -> Any:
    """As it was handed in: one that belonged to no case then may have been given to one since (`_agrees` looks at that)."""
    return original_content(row) | {"case": str(leaf.case_id) if leaf.case_id else None}


def _reading(row: Reading, _: Leaf) -> Any:
    return reading_content(row)


def _agrees(row: Any, leaf: Leaf) -> Iterator[str]:
    if row.leaf_id != leaf.pk:
        yield "所指的存证不是它自己的"
    if leaf.case_id is not None and row.case_id != leaf.case_id:
        yield "所属案件与日志中的不符"


def _placed(row: Original, leaf: Leaf) -> Iterator[str]:
    """One that was given to a case later: the row that says so has a leaf of its own."""
    yield from _agrees(row, leaf)
    if leaf.case_id is None and row.case_id is not None and not Placing.objects.filter(original=row, case_id=row.case_id).exists():
        yield "归入了案件，没有归入的记录"


def _placing(row: Placing, _: Leaf) -> Any:
    return placing_content(row)


def _stored(row: Original) -> Iterator[str]:
    if gone(row.id):
        return
    try:
        if vault.digest(row.id, row.size) != row.sha256:
            yield "原件与登记的哈希不符，被改动或者调换过"
    except vault.Damaged as damage:
        yield str(damage)


KINDS = {
    "original": Kind(Original, "原件", _original, agrees=_placed, stored=_stored),
    "placing": Kind(Placing, "归入案件", _placing, agrees=_agrees),
    "reading": Kind(Reading, "调阅", _reading, agrees=_agrees),
}
