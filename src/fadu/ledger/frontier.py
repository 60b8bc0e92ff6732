"""The least that must be kept to go on appending: one hash for each one-bit of the size, so at most 64 hashes."""

from collections.abc import Iterable
from typing import Self

from fadu.ledger.hashing import EMPTY_ROOT, node_hash
from fadu.ledger.tree import HashReader


class Frontier:
    """The roots of the complete subtrees that a tree of `size` leaves is made of, largest first.

    A tree of 70,000 leaves (binary 1 0001 0001 0111 0000) is seven complete subtrees: seven hashes.
    """

    __slots__ = ("nodes", "size")

    def __init__(self, size: int = 0, nodes: Iterable[bytes] = ()) -> None:
        """Begin with `size` leaves whose complete subtrees, largest first, have the roots `nodes`.

        Raises:
            ValueError: the number of roots is not the number of one-bits of the size.

        """
        self.size = size
        self.nodes = list(nodes)
        if size < 0 or len(self.nodes) != size.bit_count():
            raise ValueError(f"大小为 {size} 的树应有 {size.bit_count()} 个完整子树，给出 {len(self.nodes)} 个")

    @classmethod
    def load(cls, reader: HashReader, size: int) -> Self:
        """Take the frontier of the first `size` leaves out of a stored tree."""
        levels = (level for level in reversed(range(size.bit_length())) if size >> level & 1)
        return cls(size, [reader.hash_at(level, (size >> level) - 1) for level in levels])

    def append(self, leaf: bytes) -> list[bytes]:
        """Add a leaf hash; give the subtrees it completes: item l is the root of the one with 2**l leaves.

        Item 0 is the leaf itself. Every node of the tree comes out of exactly one call, and is hashed once.
        """
        closed = [leaf]
        size = self.size
        while size & 1:
            leaf = node_hash(self.nodes.pop(), leaf)
            closed.append(leaf)
            size >>= 1
        self.nodes.append(leaf)
        self.size += 1
        return closed

    def root(self) -> bytes:
        """Root of the whole tree (RFC 9162 section 2.1.1): subtrees joined from the right."""
        if not self.nodes:
            return EMPTY_ROOT
        nodes = reversed(self.nodes)
        joined = next(nodes)
        for node in nodes:
            joined = node_hash(node, joined)
        return joined
