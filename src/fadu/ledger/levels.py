"""A whole tree in memory, 64 bytes a leaf: for tests, benchmarks and logs that fit."""

from collections.abc import Iterable

from fadu.ledger.frontier import Frontier
from fadu.ledger.hashing import HASH_SIZE


class Levels:
    """Every complete subtree's root, one row of bytes for each level. A `HashReader`."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        """Begin with these leaf hashes."""
        self._frontier = Frontier()
        self._rows: list[bytearray] = []
        for leaf in leaves:
            self.append(leaf)

    @property
    def size(self) -> int:
        """Number of leaves."""
        return self._frontier.size

    def append(self, leaf: bytes) -> int:
        """Add a leaf hash and give its index."""
        closed = self._frontier.append(leaf)
        while len(self._rows) < len(closed):
            self._rows.append(bytearray())
        for row, node in zip(self._rows, closed, strict=False):
            row.extend(node)
        return self._frontier.size - 1

    def root(self) -> bytes:
        """Root of all leaves."""
        return self._frontier.root()

    def hash_at(self, level: int, index: int) -> bytes:
        """Root of a complete subtree (see `HashReader`).

        Raises:
            IndexError: the subtree is not complete yet.

        """
        found = self._rows[level][index * HASH_SIZE : (index + 1) * HASH_SIZE] if index >= 0 else b""
        if len(found) != HASH_SIZE:
            raise IndexError(f"第 {level} 层没有第 {index} 个完整子树")
        return bytes(found)
