"""Checking proofs with nothing at hand but roots and sizes (RFC 9162 sections 2.1.3.2 and 2.1.4.2).

Both functions follow the algorithm of the RFC step by step, and share no code with the side that makes the proofs.
"""

from collections.abc import Sequence

from fadu.ledger.hashing import EMPTY_ROOT, HASH_SIZE, node_hash


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Tell whether `path` proves that the leaf hash stands at `index` in the tree of `size` leaves with this root."""
    if not 0 <= index < size or not _hashes(leaf, root, *path):
        return False
    place, last, computed = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            computed = node_hash(sibling, computed)
            while place and not place & 1:
                place >>= 1
                last >>= 1
        else:
            computed = node_hash(computed, sibling)
        place >>= 1
        last >>= 1
    return last == 0 and computed == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Tell whether `path` proves that the tree of `old` leaves is the beginning of the tree of `new` leaves.

    The empty tree is the beginning of every tree; its proof is empty and its root must be the hash of nothing.
    """
    if not 0 <= old <= new or not _hashes(old_root, new_root, *path):
        return False
    if old == new:
        return not path and old_root == new_root and (old > 0 or old_root == EMPTY_ROOT)
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    return _walk(old, new, path, (old_root, new_root))


def _walk(old: int, new: int, path: Sequence[bytes], roots: tuple[bytes, bytes]) -> bool:
    """Rebuild both roots from one proof, 0 < old < new."""
    nodes = list(path) if old & (old - 1) else [roots[0], *path]  # a power of two: the old root is itself a node
    if not nodes:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place >>= 1
        last >>= 1
    first = second = nodes[0]
    for node in nodes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(node, first), node_hash(node, second)
            while place and not place & 1:
                place >>= 1
                last >>= 1
        else:
            second = node_hash(second, node)
        place >>= 1
        last >>= 1
    return last == 0 and (first, second) == roots


def _hashes(*values: bytes) -> bool:
    """Tell whether every value has the length of a hash."""
    return all(len(value) == HASH_SIZE for value in values)
