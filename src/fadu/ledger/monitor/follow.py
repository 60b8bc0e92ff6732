"""One look at a log: is it signed, does it go on from what was seen, does it hold what it signs."""

from collections.abc import Iterator

from fadu.ledger import checkpoint, tree
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import BadTile, LedgerError, MissingTile
from fadu.ledger.frontier import Frontier
from fadu.ledger.hashing import HASH_SIZE, leaf_hash
from fadu.ledger.keys import Verifier
from fadu.ledger.monitor.alarm import Alarm
from fadu.ledger.monitor.source import CHECKPOINT, Cached, Source, Unreachable, status
from fadu.ledger.monitor.state import State
from fadu.ledger.proofs import verify_consistency
from fadu.ledger.tiles import ENTRIES, FULL, Tile, decode_bundle, tiles, width
from fadu.ledger.tilestore import TileReader

AGAIN = 64
"""Old bundles that are looked at again in one round."""


class Round:
    """One round of following."""

    def __init__(self, source: Source, state: State, *, moment: float, stale: float = 0, again: int = AGAIN) -> None:
        """Look at `source` at `moment`; heads older than `stale` seconds alarm where leaves wait; `again` old bundles are looked at."""
        self._source, self._state, self._moment, self._stale, self._again = Cached(source), state, moment, stale, again

    def run(self) -> State:
        """The state after this round; raises Alarm, and Unreachable where the log could not be asked."""
        note, head = self._signed()
        before = self._state.head
        if head.size < before.size:
            self._alarm("rollback", f"以前见过 {before.size} 条，现在只有 {head.size} 条", note)
        if head.size == before.size and self._state.note and head.root != before.root:
            self._alarm("fork", f"大小都是 {head.size} 条，根却不同", note)
        after = State(self._state.vkey, self._state.note, self._state.seen, bytearray(self._state.roots), self._state.cursor)
        if head.size > before.size or not self._state.note:
            self._advance(note, head, after)
            after.note, after.seen = note, self._moment
        self._look_again(note, after)
        self._fresh(note, after)
        return after

    def _signed(self) -> tuple[str, Checkpoint]:
        data = self._source.read(CHECKPOINT)
        if data is None:
            if self._state.note:
                raise Alarm("gap", "检查点文件不在", {"checkpoint.before": self._state.note.encode()})
            raise Unreachable("这里还没有检查点")
        note = data.decode(errors="replace")
        try:
            return note, checkpoint.verify(note, Verifier.parse(self._state.vkey))
        except LedgerError as error:
            raise Alarm("signature", error.reason, {"checkpoint.before": self._state.note.encode(), "checkpoint.now": data}) from error

    def _advance(self, note: str, head: Checkpoint, after: State) -> None:
        """Go on from the last full bundle that was seen up to the new head, entry by entry."""
        before, frontier = self._state.head, after.frontier()
        rows: dict[int, list[bytes]] = {}
        for index, leaves in self._bundles(note, frontier.size, head.size):
            rows[index] = leaves
            for leaf in leaves:
                if frontier.size == before.size and frontier.size and frontier.root() != before.root:
                    self._changed(note, head, f"第 {index} 包条目中以前见过的有改动")
                frontier.append(leaf)
            if len(leaves) == FULL:
                after.roots += joined(leaves)
        if frontier.root() != head.root:
            self._changed(note, head, "由条目重算的根与签名的不符")
        self._tiles(note, head, after, rows)

    def _changed(self, note: str, head: Checkpoint, what: str) -> None:
        """Entries and head disagree: a second history where the tiles bear out the head and not what was seen, else changed entries."""
        before, reader = self._state.head, TileReader(self._source, head.size)
        try:
            borne_out = tree.root(reader, head.size) == head.root
            goes_on = verify_consistency(before.size, head.size, before.root, head.root, tree.consistency(reader, before.size, head.size))
        except (BadTile, ValueError):
            borne_out = goes_on = False
        if borne_out and not goes_on:
            self._alarm("fork", f"大小 {head.size} 的树不是以前见过的大小 {before.size} 的树的延续", note)
        self._alarm("entry", what, note)

    def _tiles(self, note: str, head: Checkpoint, after: State, rows: dict[int, list[bytes]]) -> None:
        """Every tile that came since holds just the hashes that the entries give; and the consistency proof that they give holds."""
        levels: dict[int, list[bytes]] = {1: [after.root(index) for index in range(after.full)]}
        for tile in tiles(head.size, since=self._state.head.size // FULL * FULL):
            if tile.level == 0:
                told = rows.get(tile.index, [])
            else:
                for level in range(2, tile.level + 1):
                    below = levels[level - 1]
                    levels.setdefault(level, [joined(below[at : at + FULL]) for at in range(0, len(below) - len(below) % FULL, FULL)])
                told = levels[tile.level][tile.index * FULL : tile.index * FULL + tile.width]
            if self._data(note, tile)[: tile.width * HASH_SIZE] != b"".join(told):
                self._alarm("tile", tile.path, note, tile.path)
        before, reader = self._state.head, TileReader(self._source, head.size)
        try:
            held = verify_consistency(before.size, head.size, before.root, head.root, tree.consistency(reader, before.size, head.size))
        except MissingTile as error:
            self._alarm("gap", error.reason, note)
        except BadTile as error:
            self._alarm("tile", error.reason, note)
        else:
            if not held:
                self._alarm("tile", "瓦片给出的一致性证明不成立", note)

    def _look_again(self, note: str, after: State) -> None:
        """Some of the old bundles and their tiles against what was seen: in turn, so that each is seen again."""
        for _ in range(min(self._again, after.full)):
            index = after.cursor % after.full
            after.cursor = (index + 1) % after.full
            for _, leaves in self._bundles(note, index * FULL, (index + 1) * FULL):
                if joined(leaves) != after.root(index):
                    self._alarm("entry", f"第 {index} 包条目与以前见过的不符", note, Tile(ENTRIES, index).path)
                if self._data(note, Tile(0, index)) != b"".join(leaves):
                    self._alarm("tile", Tile(0, index).path, note, Tile(0, index).path)

    def _fresh(self, note: str, after: State) -> None:
        """A head may be old where nothing happens; not where leaves wait."""
        waited = self._moment - after.seen
        if self._stale and waited > self._stale and isinstance(pending := status(self._source).get("pending"), int) and pending > 0:
            self._alarm("stale", f"{pending} 条存证在等待，检查点已有 {int(waited)} 秒没有更新", note)

    def _bundles(self, note: str, start: int, end: int) -> Iterator[tuple[int, list[bytes]]]:
        """The leaf hashes of each bundle; `start` is a multiple of 256."""
        for index in range(start // FULL, -(-end // FULL)):
            tile = Tile(ENTRIES, index, width(ENTRIES, index, end))
            data = self._data(note, tile)
            try:
                leaves = [leaf_hash(entry) for entry in decode_bundle(data)[: tile.width]]
            except BadTile as error:
                self._alarm("entry", f"{tile.path}：{error.reason}", note, tile.path)
            if len(leaves) < tile.width:
                self._alarm("entry", f"{tile.path} 应有 {tile.width} 条，实有 {len(leaves)} 条", note, tile.path)
            yield index, leaves

    def _data(self, note: str, tile: Tile) -> bytes:
        """A file that the head calls for; where the partial one is gone, the full one."""
        data = self._source.read(tile.path)
        if data is None and tile.width < FULL:
            data = self._source.read(tile.full.path)
        if data is None:
            self._alarm("gap", tile.path, note)
        return data or b""

    def _alarm(self, code: str, detail: str, note: str, *paths: str) -> None:
        files = {"checkpoint.now": note.encode(), **({"checkpoint.before": self._state.note.encode()} if self._state.note else {})}
        raise Alarm(code, detail, files | {path: self._source.files.get(path) or b"" for path in paths})


def joined(leaves: list[bytes]) -> bytes:
    """The root of these hashes."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()
