"""Roots and proofs out of stored hashes: a proof reads about log2(n) hashes and never rehashes the leaves.

The rules are those of RFC 9162 sections 2.1.1 (root), 2.1.3.1 (inclusion) and 2.1.4.1 (consistency); the recursion of
the text is turned into a walk up from one node, since both proofs are the siblings met on the way to the root.
"""

from collections.abc import Iterator
from typing import Protocol

from fadu.ledger.hashing import EMPTY_ROOT, node_hash


class HashReader(Protocol):
    """Where the hashes of complete subtrees are kept."""

    def hash_at(self, level: int, index: int) -> bytes:
        """Root of the complete subtree over leaves index * 2**level up to (index + 1) * 2**level, 32 bytes."""
        ...


def root(reader: HashReader, size: int) -> bytes:
    """Root of the first `size` leaves."""
    return _span(reader, 0, size) if size else EMPTY_ROOT


def inclusion(reader: HashReader, index: int, size: int) -> list[bytes]:
    """Proof that leaf `index` is in the tree of `size` leaves: siblings from the leaf to the root.

    Raises:
        ValueError: there is no such leaf.

    """
    if not 0 <= index < size:
        raise ValueError(f"大小为 {size} 的树没有第 {index} 片叶")
    return list(_siblings(reader, 0, index, size))


def consistency(reader: HashReader, old: int, new: int) -> list[bytes]:
    """Proof that the tree of `old` leaves is the beginning of the tree of `new` leaves.

    Empty when nothing has to be shown: the sizes are equal, or the old tree has no leaves.

    Raises:
        ValueError: the old size is negative or larger than the new one.

    """
    if not 0 <= old <= new:
        raise ValueError(f"不能证明大小 {old} 的树是大小 {new} 的树的开头")
    if old in (0, new):
        return []
    level = (old & -old).bit_length() - 1
    index = (old >> level) - 1
    first = [reader.hash_at(level, index)] if index else []  # index 0: the verifier has it, it is the old root
    return [*first, *_siblings(reader, level, index, new)]


def _siblings(reader: HashReader, level: int, index: int, size: int) -> Iterator[bytes]:
    """Give the sibling of each node on the way from (level, index) to the root of `size` leaves."""
    last = (size - 1) >> level
    while last:
        sibling = index ^ 1
        if sibling < last or (sibling == last and (sibling + 1) << level <= size):
            yield reader.hash_at(level, sibling)
        elif sibling == last:
            yield _span(reader, sibling << level, size)
        index >>= 1
        last >>= 1
        level += 1


def _span(reader: HashReader, start: int, end: int) -> bytes:
    """Root over leaves `start` to `end`, at least one; `start` divides by a power of two >= end - start."""
    count = end - start
    joined: bytes | None = None
    for level in range(count.bit_length()):
        if count >> level & 1:
            end -= 1 << level
            node = reader.hash_at(level, end >> level)
            joined = node if joined is None else node_hash(node, joined)
    assert joined is not None  # count >= 1 has a one-bit
    return joined
