"""The tlog-tiles layout: which files a tree is cut into, what they are called, what is in them (C2SP tlog-tiles)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from fadu.ledger.errors import BadTile
from fadu.ledger.hashing import HASH_SIZE

FULL: Final = 256
"""Hashes in a full tile, entries in a full bundle."""

ENTRIES: Final = -1
"""The level under which entry bundles are filed; they are as wide as the level-0 tile above them."""

TOP_LEVEL: Final = 63
LARGEST_ENTRY: Final = 65_535
"""Bytes: the length of an entry is written in 16 bits."""

_PATH: Final = re.compile(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([0-9]{1,3}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """One file: hashes `index * 256` onwards of tile level `level`, `width` of them.

    Level 0 holds leaf hashes, level l + 1 the roots of full tiles of level l, `ENTRIES` the entries themselves.
    """

    level: int
    index: int
    width: int = FULL

    def __post_init__(self) -> None:
        """Refuse a level, index or width that the layout does not have."""
        if not ENTRIES <= self.level <= TOP_LEVEL or self.index < 0 or not 1 <= self.width <= FULL:
            raise BadTile(f"没有这样的瓦片：层 {self.level}、序号 {self.index}、宽 {self.width}")

    @property
    def path(self) -> str:
        """Address below the prefix of the log, such as `tile/0/x001/x234/067.p/8`."""
        suffix = "" if self.width == FULL else f".p/{self.width}"
        return f"tile/{'entries' if self.level == ENTRIES else self.level}/{number(self.index)}{suffix}"

    @property
    def full(self) -> "Tile":
        """The same tile once it is complete."""
        return Tile(self.level, self.index)

    @classmethod
    def parse(cls, path: str) -> Self:
        """Read an address; only the one canonical spelling of each tile is accepted.

        Raises:
            BadTile: any other text.

        """
        found = _PATH.fullmatch(path)
        if not found:
            raise BadTile("不是瓦片的地址")
        level = ENTRIES if found[1] == "entries" else int(found[1])
        tile = cls(level, int(re.sub(r"[x/]", "", found[2])), int(found[3] or FULL))
        if tile.path != path:
            raise BadTile("不是瓦片地址的规范写法")
        return tile


def number(index: int) -> str:
    """Spell an index in groups of three digits, all but the last marked with x: 1234067 is `x001/x234/067`."""
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03d}")
    return "/".join(reversed(groups))


def width(level: int, index: int, size: int) -> int:
    """How many of its 256 places a tile has filled when the tree has `size` leaves; 0 when it does not exist."""
    return min(FULL, max(0, (size >> 8 * max(level, 0)) - index * FULL))


def tiles(size: int, *, since: int = 0) -> Iterator[Tile]:
    """Every hash tile of a tree of `size` leaves that a tree of `since` leaves did not have yet, level by level."""
    level = 0
    while size >> 8 * level:
        for index in range((since >> 8 * level) // FULL, -(-(size >> 8 * level) // FULL)):
            filled = width(level, index, size)
            if filled != width(level, index, since):
                yield Tile(level, index, filled)
        level += 1


def bundles(size: int, *, since: int = 0) -> Iterator[Tile]:
    """Every entry bundle of a tree of `size` leaves that a tree of `since` leaves did not have yet."""
    for index in range(since // FULL, -(-size // FULL)):
        filled = width(ENTRIES, index, size)
        if filled != width(ENTRIES, index, since):
            yield Tile(ENTRIES, index, filled)


def encode_bundle(entries: Sequence[bytes]) -> bytes:
    """Write entries one after another, each behind its length in two bytes, most significant first.

    Raises:
        BadTile: none or more than 256 entries, or one longer than 65,535 bytes.

    """
    if not 1 <= len(entries) <= FULL:
        raise BadTile(f"一包应有 1 至 {FULL} 条记录，给出 {len(entries)} 条")
    if any(len(entry) > LARGEST_ENTRY for entry in entries):
        raise BadTile(f"一条记录不得超过 {LARGEST_ENTRY} 字节")
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def decode_bundle(data: bytes) -> list[bytes]:
    """Read the entries of a bundle.

    Raises:
        BadTile: the bytes end within an entry, or there are no entries, or more than 256.

    """
    entries, at = [], 0
    while at < len(data):
        start = at + 2
        at = start + int.from_bytes(data[at:start], "big")
        if start > len(data) or at > len(data):
            raise BadTile("记录包在一条记录中间断开")
        entries.append(data[start:at])
    if not 1 <= len(entries) <= FULL:
        raise BadTile(f"一包应有 1 至 {FULL} 条记录，读到 {len(entries)} 条")
    return entries


def decode_tile(data: bytes, filled: int) -> list[bytes]:
    """Cut a hash tile into its hashes.

    Raises:
        BadTile: it is not `filled` hashes long.

    """
    if len(data) != filled * HASH_SIZE:
        raise BadTile(f"瓦片应有 {filled * HASH_SIZE} 字节，实有 {len(data)} 字节")
    return [data[at : at + HASH_SIZE] for at in range(0, len(data), HASH_SIZE)]
