"""The kinds of leaf that this room makes, as `fadu verify --all` rebuilds them: steps and refused attempts."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from fadu.cases.models import Attempt, Leaf, Step
from fadu.cases.services import attempts
from fadu.cases.services.leaves import fitting
from fadu.cases.services.proofs import Kind
from fadu.cases.services.record import committed
from fadu.ledger.entry import Entry


def _step_agrees(row: Step, leaf: Leaf) -> Iterator[str]:
    """The chain of hashes: what a step says of itself and of the step before must be what the log says."""
    entry = Entry.from_bytes(bytes(leaf.entry))
    if row.hash != entry.hash:
        yield "步骤的哈希与日志中的不符"
    if row.prev != (entry.prev or ""):
        yield "所记的上一步骤的哈希与日志中的不符"


def _attempt_content(row: Attempt, leaf: Leaf) -> Any:
    return fitting(leaf, attempts.content_of(row), attempts.earlier_content_of(row))


KINDS = {
    "step": Kind(Step, "步骤", committed, agrees=_step_agrees),
    "attempt": Kind(Attempt, "被拒绝的办理", _attempt_content, owed=Q(case__isnull=False)),
}
