"""What the sequencer asks of the database. The rows are the truth; tiles can always be made again from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pending:
    """An entry that waits for its place in the log. `id` is the store's own name for the row."""

    id: str
    entry: bytes


class Store(Protocol):
    """Entries with and without an index, and the last tree head. Each method is one transaction, durable on return."""

    def pending(self, limit: int) -> Sequence[Pending]:
        """Oldest entries without an index, in the order in which they are to be logged, at most `limit`."""
        ...

    def assign(self, first: int, ids: Sequence[str]) -> None:
        """Give these entries the indices `first`, `first` + 1, …: all of them or none.

        Raises:
            Exception: any of the store's own when `first` is not `size()` or an entry has an index already
                (another sequencer was quicker). The run is given up; the next one starts afresh.

        """
        ...

    def size(self) -> int:
        """How many entries have an index. Indices are 0 up to this, without gaps."""
        ...

    def entries(self, start: int, end: int) -> Iterable[bytes]:
        """Entries with the indices `start` up to and without `end`, in that order."""
        ...

    def checkpoint(self) -> str | None:
        """Signed note of the last published tree head; None before the first."""
        ...

    def publish(self, note: str, *, after: str | None) -> None:
        """Make `note` the last published tree head in place of `after`.

        Raises:
            Exception: any of the store's own when the last one is not `after` any more. Nothing has changed then.

        """
        ...
