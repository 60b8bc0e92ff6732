"""Writing tiles that never change, and reading hashes and entries back out of them."""

from collections.abc import Iterator
from functools import lru_cache

from fadu.ledger.errors import BadTile, Forked, MissingTile
from fadu.ledger.hashing import HASH_SIZE, node_hash
from fadu.ledger.storage import Blobs
from fadu.ledger.tiles import ENTRIES, FULL, Tile, bundles, decode_bundle, decode_tile, encode_bundle, tiles, width

CHECKPOINT = "checkpoint"
"""Where the tree head is published below the prefix of the log."""


class TileWriter:
    """Puts a log's files in place. A tile once written is never replaced by a different one."""

    def __init__(self, blobs: Blobs) -> None:
        """Write into `blobs`."""
        self.blobs = blobs

    def write(self, tile: Tile, data: bytes) -> None:
        """Store a tile or bundle; writing the same bytes again is no error.

        Raises:
            Forked: other bytes are there already.

        """
        there = self.blobs.read(tile.path)
        if there is None:
            self.blobs.write(tile.path, data)
        elif there != data:
            raise Forked(f"{tile.path} 已有不同的内容，日志不能改写")

    def write_entries(self, index: int, entries: list[bytes]) -> None:
        """Store bundle `index`."""
        self.write(Tile(ENTRIES, index, len(entries)), encode_bundle(entries))

    def write_checkpoint(self, note: str) -> None:
        """Publish a tree head: the one file that is replaced."""
        self.blobs.write(CHECKPOINT, note.encode())

    def read_checkpoint(self) -> str | None:
        """Tree head on disk, or None."""
        data = self.blobs.read(CHECKPOINT)
        return None if data is None else data.decode(errors="replace")

    def drop_partials(self, old: int, new: int) -> None:
        """Delete partial tiles whose full tile came between the sizes `old` and `new`.

        To be called only after `new` is published (tlog-tiles, partial tiles: they stay until then).
        """
        for tile in (*tiles(new, since=old), *bundles(new, since=old)):
            if tile.width == FULL:
                self.blobs.remove(f"{tile.path}.p")


class TileReader:
    """Hashes and entries of one published tree size. A `HashReader`.

    It keeps the tiles it has read, each with the 255 hashes above it: about 16 KiB a tile, `cache` tiles at most.
    """

    def __init__(self, blobs: Blobs, size: int, *, cache: int = 1024) -> None:
        """Read the tree of `size` leaves out of `blobs`."""
        self._blobs = blobs
        self.size = size
        self._pyramid = lru_cache(maxsize=cache)(self._load)
        self._bundle = lru_cache(maxsize=16)(self._load_bundle)

    def hash_at(self, level: int, index: int) -> bytes:
        """Root of a complete subtree (see `HashReader`).

        Raises:
            MissingTile: the tile is not in storage, or the tree of this size does not have this subtree.

        """
        tile_level, height = divmod(level, 8)
        tile_index, place = divmod(index << height, FULL)
        row = self._pyramid(tile_level, tile_index)[height]
        at = (place >> height) * HASH_SIZE
        found = row[at : at + HASH_SIZE]
        if len(found) != HASH_SIZE:
            raise MissingTile(f"大小为 {self.size} 的树在第 {level} 层没有第 {index} 个完整子树")
        return found

    def entry(self, index: int) -> bytes:
        """Entry number `index`.

        Raises:
            MissingTile: it is beyond the size of the tree, or its bundle is not in storage.

        """
        if not 0 <= index < self.size:
            raise MissingTile(f"大小为 {self.size} 的日志没有第 {index} 条记录")
        return self._bundle(index // FULL)[index % FULL]

    def entries(self, start: int, end: int) -> Iterator[bytes]:
        """Entries number `start` up to and without `end`."""
        return (self.entry(index) for index in range(start, end))

    def _load(self, level: int, index: int) -> list[bytes]:
        """Give a tile and the rows of hashes above it, row h holding the subtrees of 2**h of its hashes."""
        row = decode_tile(self._data(level, index, HASH_SIZE), width(level, index, self.size))
        rows = []
        for _ in range(8):
            rows.append(b"".join(row))
            row = [node_hash(left, right) for left, right in zip(row[::2], row[1::2], strict=False)]
        return rows

    def _load_bundle(self, index: int) -> list[bytes]:
        """Give the entries of a bundle."""
        entries = decode_bundle(self._data(ENTRIES, index, None))
        filled = width(ENTRIES, index, self.size)
        if len(entries) < filled:
            raise BadTile(f"第 {index} 包应有 {filled} 条记录，实有 {len(entries)} 条")
        return entries[:filled]

    def _data(self, level: int, index: int, unit: int | None) -> bytes:
        """Bytes of a tile; where the partial one is gone, the beginning of the full one (`unit` bytes a hash)."""
        filled = width(level, index, self.size) if index >= 0 else 0
        if not filled:
            raise MissingTile(f"大小为 {self.size} 的树没有第 {level} 层第 {index} 个瓦片")
        tile = Tile(level, index, filled)
        data = self._blobs.read(tile.path)
        if data is None and filled < FULL:
            data = self._blobs.read(tile.full.path)
            data = data[: filled * unit] if data and unit else data
        if data is None:
            raise MissingTile(f"缺少 {tile.path}")
        return data
