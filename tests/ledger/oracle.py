"""The log once more, written a second time from the specifications, slowly and naively, sharing no code with Fadu."""

import base64
import hashlib
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def H(data):
    return hashlib.sha256(data).digest()


def mth(entries):
    """RFC 9162 section 2.1.1, word for word."""
    n = len(entries)
    if n == 0:
        return H(b"")
    if n == 1:
        return H(b"\x00" + entries[0])
    k = split(n)
    return H(b"\x01" + mth(entries[:k]) + mth(entries[k:]))


def split(n):
    """The largest power of two smaller than n."""
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def path(m, entries):
    """RFC 9162 section 2.1.3.1: PATH(m, D[n])."""
    n = len(entries)
    if n == 1:
        return []
    k = split(n)
    if m < k:
        return [*path(m, entries[:k]), mth(entries[k:])]
    return [*path(m - k, entries[k:]), mth(entries[:k])]


def proof(m, entries):
    """RFC 9162 section 2.1.4.1: PROOF(m, D[n]) for 0 < m < n."""
    return subproof(m, entries, b=True)


def subproof(m, entries, *, b):
    n = len(entries)
    if m == n:
        return [] if b else [mth(entries)]
    k = split(n)
    if m <= k:
        return [*subproof(m, entries[:k], b=b), mth(entries[k:])]
    return [*subproof(m - k, entries[k:], b=False), mth(entries[:k])]


def root_from_path(index, size, leaf, nodes):
    """Climb by recursion on the shape of the tree, not on bits."""
    nodes = list(nodes)

    def climb(low, high):
        if high - low == 1:
            return leaf
        middle = low + split(high - low)
        if index < middle:
            below = climb(low, middle)
            return H(b"\x01" + below + nodes.pop(0))
        below = climb(middle, high)
        return H(b"\x01" + nodes.pop(0) + below)

    try:
        found = climb(0, size)
    except IndexError:
        return None
    return None if nodes else found


def tile_files(entries):
    """Every file a tree of these entries must have, computed from the definition of a tile: path to bytes."""
    files = {}
    size, level = len(entries), 0
    while size // 256**level:
        count = size // 256**level
        for start in range(0, count, 256):
            width = min(256, count - start)
            data = b"".join(mth(entries[(start + i) * 256**level : (start + i + 1) * 256**level]) for i in range(width))
            files[f"tile/{level}/{spell(start // 256)}{'' if width == 256 else f'.p/{width}'}"] = data
        level += 1
    for start in range(0, size, 256):
        bundle = entries[start : start + 256]
        data = b"".join(struct.pack(">H", len(entry)) + entry for entry in bundle)
        partial = "" if len(bundle) == 256 else f".p/{len(bundle)}"
        files[f"tile/entries/{spell(start // 256)}{partial}"] = data
    return files


def spell(number):
    digits = str(number)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    return "/".join(["x" + group for group in groups[:-1]] + [groups[-1]])


def read_note(note, vkey):
    """Second reader of signed notes: text if the key of `vkey` signed it, else None. Assumes one known key."""
    raw = note.encode()
    cut = raw.rindex(b"\n\n")
    text, tail = raw[: cut + 1], raw[cut + 2 :]
    name, _, rest = vkey.partition("+")
    key_hash, _, encoded = rest.partition("+")
    public = base64.b64decode(encoded)
    assert public[0] == 1
    assert H(name.encode() + b"\n" + public)[:4].hex() == key_hash
    for line in tail.decode().splitlines():
        dash, signer, value = line.split(" ")
        assert dash == "\u2014"
        value = base64.b64decode(value)
        if signer == name and value[:4].hex() == key_hash:
            Ed25519PublicKey.from_public_bytes(public[1:]).verify(value[4:], text)
            return text.decode()
    return None
