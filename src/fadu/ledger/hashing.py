"""The two hashes of a Merkle tree, told apart by a prefix so that no leaf passes for a node (RFC 9162, 2.1.1)."""

from hashlib import sha256
from typing import Final

HASH_SIZE: Final = 32
"""Bytes of one SHA-256 hash."""

EMPTY_ROOT: Final = sha256(b"").digest()
"""The root of a tree without leaves: the hash of nothing."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash of a leaf: H(0x00 || entry)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node: H(0x01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()
