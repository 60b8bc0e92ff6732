"""What the leaves of this room commit to, as the database has it now; and whether the bytes are the ones that were recorded."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

from fadu.cases.models import Leaf
from fadu.cases.services.proofs import Kind
from fadu.evidence import vault
from fadu.evidence.models import Original, Reading
from fadu.evidence.services import original_content, reading_content


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


_DESTROYED: list[Callable[[uuid.UUID], bool]] = []


def destroyed_when(answer: Callable[[uuid.UUID], bool]) -> None:
    """Let `answer` say whether the destruction (销毁) of an original was approved; told by the room that keeps the list, at start-up."""
    _DESTROYED.append(answer)


def _stored(row: Original) -> Iterator[str]:
    if any(answer(row.id) for answer in _DESTROYED):
        return
    try:
        if vault.digest(row.id, row.size) != row.sha256:
            yield "原件与登记的哈希不符，被改动或者调换过"
    except vault.Damaged as damage:
        yield str(damage)


KINDS = {
    "original": Kind(Original, "原件", _original, agrees=_agrees, stored=_stored),
    "reading": Kind(Reading, "调阅", _reading, agrees=_agrees),
}
