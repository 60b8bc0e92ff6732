"""The right edge of a tiled tree: what is needed to go on cutting tiles without reading the finished ones."""

from typing import Self

from fadu.ledger.frontier import Frontier
from fadu.ledger.hashing import HASH_SIZE
from fadu.ledger.tiles import FULL, Tile
from fadu.ledger.tree import HashReader


class Edge:
    """For each tile level the hashes of its unfinished tile, and the frontier that gives the root."""

    def __init__(self) -> None:
        """Begin with the empty tree."""
        self.frontier = Frontier()
        self._rows: list[bytearray] = []

    @classmethod
    def load(cls, reader: HashReader, size: int) -> Self:
        """Take up a stored tree after its first `size` leaves; at most 255 hashes are read for each tile level."""
        edge = cls()
        edge.frontier = Frontier.load(reader, size)
        level = 0
        while size >> 8 * level:
            count = size >> 8 * level
            unfinished = range(count - count % FULL, count)
            edge._rows.append(bytearray().join(reader.hash_at(8 * level, index) for index in unfinished))
            level += 1
        return edge

    @property
    def size(self) -> int:
        """Number of leaves."""
        return self.frontier.size

    def append(self, leaf: bytes) -> list[tuple[Tile, bytes]]:
        """Add a leaf hash; give the tiles it fills, lowest level first."""
        filled = []
        for level, node in enumerate(self.frontier.append(leaf)[::8]):
            if level == len(self._rows):
                self._rows.append(bytearray())
            row = self._rows[level]
            row += node
            if len(row) == FULL * HASH_SIZE:
                index = (self.size >> 8 * level) // FULL - 1
                filled.append((Tile(level, index), bytes(row)))
                row.clear()
        return filled

    def partials(self) -> list[tuple[Tile, bytes]]:
        """Tiles that are not yet full, as a tree head of the present size needs them."""
        return [(Tile(level, (self.size >> 8 * level) // FULL, len(row) // HASH_SIZE), bytes(row)) for level, row in enumerate(self._rows) if row]

    def root(self) -> bytes:
        """Root of the whole tree."""
        return self.frontier.root()
