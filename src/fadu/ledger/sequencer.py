"""From pending rows to a published tree head, about once a second.

The order of writes makes every crash harmless: indices are fixed in the database first, so whatever is done again
afterwards comes out the same; tiles are on disk before the head that needs them is signed; the head is in the database
before it is on disk. A run begins by reading where the last one got to, so it needs no clean-up and no repair.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from fadu.ledger import checkpoint, tree
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.edge import Edge
from fadu.ledger.errors import Forked, LedgerError, MissingTile
from fadu.ledger.hashing import EMPTY_ROOT, leaf_hash
from fadu.ledger.keys import Signer
from fadu.ledger.proofs import verify_consistency
from fadu.ledger.store import Store
from fadu.ledger.tiles import FULL, LARGEST_ENTRY
from fadu.ledger.tilestore import TileReader, TileWriter

BATCH: Final = 16 * FULL
"""Entries that get their index in one run, unless asked otherwise."""


class Sequencer:
    """Gives leaves their index and publishes tree heads. Of two at once for one log, the store lets one through."""

    def __init__(self, store: Store, writer: TileWriter, signer: Signer, *, batch: int = BATCH) -> None:
        """Sequence `store` into `writer`, signing as `signer`, whose name is the origin of the log."""
        self._store = store
        self._writer = writer
        self._signer = signer
        self._batch = batch

    def run(self) -> str:
        """Do one round; give the signed note that is now the last published one.

        Raises:
            Forked: what is stored contradicts what was signed before. Nothing has been signed.
            Exception: whatever store or files raise; the round may be repeated.

        """
        note = self._store.checkpoint()
        head = self._verified(note)
        if self._check_disk(head) is None:
            self.rebuild()
        self._assign()
        size = self._store.size()
        if size < head.size:
            raise Forked(f"数据库只有 {size} 条已编号记录，而已签发的检查点有 {head.size} 条")
        if note is None or size > head.size:
            note = self._advance(note, head, size)
        if self._writer.read_checkpoint() != note:
            self._writer.write_checkpoint(note)
        self._writer.drop_partials(head.size, size)
        return note

    def rebuild(self) -> None:
        """Make the files of the last published head again from the database: for a lost or damaged disk.

        Damaged tiles must be removed first, since a tile is never replaced. Nothing is signed. A round does this by
        itself where the disk has no head at all.

        Raises:
            Forked: the rows, or tiles still there, contradict the head.

        """
        note = self._store.checkpoint()
        if note is not None:
            head = self._verified(note)
            self._lay(Edge(), head, head.size)
            self._writer.write_checkpoint(note)

    def _verified(self, note: str | None) -> Checkpoint:
        """Read a tree head signed by ourselves; the empty tree where there is none."""
        if note is None:
            return Checkpoint(self._signer.name, 0, EMPTY_ROOT)
        try:
            return checkpoint.verify(note, self._signer.verifier)
        except LedgerError as error:
            raise Forked(f"上一个检查点不是本日志签发的：{error.reason}") from error

    def _check_disk(self, head: Checkpoint) -> str | None:
        """Give the head on disk; refuse a database older than what the world has seen (a restored backup, say)."""
        note = self._writer.read_checkpoint()
        seen = self._verified(note)
        if seen.size > head.size or (seen.size == head.size and seen.root != head.root):
            raise Forked(f"已公开的检查点有 {seen.size} 条，与数据库所记的 {head.size} 条不符")
        return note

    def _assign(self) -> None:
        """Give pending entries the next indices."""
        rows = self._store.pending(self._batch)
        if any(len(row.entry) > LARGEST_ENTRY for row in rows):
            raise LedgerError(f"有一条待记录超过 {LARGEST_ENTRY} 字节", "entry-too-large")
        if rows:
            self._store.assign(self._store.size(), [row.id for row in rows])

    def _advance(self, note: str | None, head: Checkpoint, size: int) -> str:
        """Write the tiles of `size` leaves, prove that they continue `head`, sign and publish."""
        edge = self._lay(self._resume(head), head, size)
        fresh = Checkpoint(head.origin, size, edge.root())
        self._prove(head, fresh)
        signed = checkpoint.sign(fresh, self._signer)
        self._store.publish(signed, after=note)
        return signed

    def _lay(self, edge: Edge, head: Checkpoint, size: int) -> Edge:
        """Write tiles and bundles from the edge (a multiple of 256) to `size`, checking the root at `head` midway."""
        for bundle in _bundles(self._store, edge.size, size):
            first = edge.size
            for entry in bundle:
                for tile, data in edge.append(leaf_hash(entry)):
                    self._writer.write(tile, data)
                _agree(edge, head)
            self._writer.write_entries(first // FULL, bundle)
        for tile, data in edge.partials():
            self._writer.write(tile, data)
        return edge

    def _resume(self, head: Checkpoint) -> Edge:
        """Take up the tree at the last full level-0 tile; where tiles are lost, at the beginning."""
        try:
            edge = Edge.load(TileReader(self._writer.blobs, head.size), head.size - head.size % FULL)
        except MissingTile:
            return Edge()
        _agree(edge, head)
        return edge

    def _prove(self, head: Checkpoint, fresh: Checkpoint) -> None:
        """Check what is on disk as an outsider would: the root is that of the tiles, and it continues the last head."""
        reader = TileReader(self._writer.blobs, fresh.size)
        proof = tree.consistency(reader, head.size, fresh.size)
        told = verify_consistency(head.size, fresh.size, head.root, fresh.root, proof)
        if not told or tree.root(reader, fresh.size) != fresh.root:
            raise Forked(f"大小 {fresh.size} 的树不是大小 {head.size} 的树的延续，拒绝签发")


def _agree(edge: Edge, head: Checkpoint) -> None:
    """When the tree has just the size of the last head, it must have its root: else rows or tiles were changed."""
    if edge.size == head.size and edge.root() != head.root:
        raise Forked(f"前 {head.size} 条记录（或其瓦片）与已签发的检查点不符")


def _bundles(store: Store, start: int, end: int) -> Iterator[list[bytes]]:
    """Entries in groups as they are bundled; `start` is a multiple of 256. Some thousands are fetched at a time."""
    for first in range(start, end, BATCH):
        last = min(first + BATCH, end)
        entries = iter(store.entries(first, last))
        count = 0
        while bundle := list(islice(entries, FULL)):
            count += len(bundle)
            yield bundle
        if count != last - first:
            raise Forked(f"数据库第 {first} 至 {last - 1} 条记录应有 {last - first} 条，实有 {count} 条")
