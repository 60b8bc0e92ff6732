"""The log as it lies on the disk: its head, its bundles of entries, its tiles recomputed from them up to the root."""

from fadu.cases.models import Leaf, LogHead
from fadu.cases.services import log
from fadu.evidence.keeping.deviations import FREEZE, REBUILD, Deviation, Findings
from fadu.evidence.keeping.places import Place, Places
from fadu.ledger import checkpoint
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.edge import Edge
from fadu.ledger.entry import Entry
from fadu.ledger.errors import BadTile, LedgerError
from fadu.ledger.hashing import EMPTY_ROOT, HASH_SIZE, leaf_hash
from fadu.ledger.storage import Folder
from fadu.ledger.tiles import ENTRIES, FULL, Tile, bundles, decode_bundle, width
from fadu.ledger.tilestore import CHECKPOINT, TileReader

_BLANK = bytes(HASH_SIZE)


class Logged:
    """The log under verification.

    Attributes:
        head: the tree head that is relied on: the database's, signed.
        start: first index that is looked at, a multiple of 256.
    """

    def __init__(self, findings: Findings, places: Places, since: int = 0) -> None:
        self._findings, self._places = findings, places
        self._blobs = Folder(log.folder())
        self.head = self._head()
        self.start = min(since, self.head.size) // FULL * FULL
        self._hashes = bytearray(HASH_SIZE * (self.head.size - self.start))
        self._seen = bytearray(self.head.size - self.start)
        findings.size = self.head.size

    def _head(self) -> Checkpoint:
        """The last published head; the empty tree where it cannot be trusted."""
        row = LogHead.objects.filter(pk=1).first()
        there = self._blobs.read(CHECKPOINT)
        if row is None or not row.note:
            if there is not None:
                self._tell("head", "数据库里没有检查点，而磁盘上有", FREEZE, CHECKPOINT)
            return Checkpoint(log.signer().name, 0, EMPTY_ROOT)
        try:
            head = checkpoint.verify(row.note, log.signer().verifier)
        except LedgerError as error:
            self._tell("head", f"数据库里的检查点不可信：{error.reason}", FREEZE, CHECKPOINT)
            return Checkpoint(log.signer().name, 0, EMPTY_ROOT)
        if row.size < head.size:
            self._tell("head", f"已编号 {row.size} 条，少于已签发的 {head.size} 条", FREEZE, CHECKPOINT)
        self._published(head, row.note, there)
        return head

    def _published(self, head: Checkpoint, note: str, there: bytes | None) -> None:
        """The head on the disk: the same, or one that was published since."""
        if there is None:
            self._tell("checkpoint", "磁盘上没有检查点文件", REBUILD, CHECKPOINT)
        elif there != note.encode():
            try:
                disk = checkpoint.verify(there.decode(errors="replace"), log.signer().verifier)
            except LedgerError as error:
                self._tell("checkpoint", f"磁盘上的检查点不可信：{error.reason}", REBUILD, CHECKPOINT)
                return
            if disk.size < head.size or (disk.size == head.size and disk.root != head.root):
                self._tell("checkpoint", f"磁盘上的检查点（{disk.size} 条）不是数据库里的（{head.size} 条）", REBUILD, CHECKPOINT)
            elif disk.size > head.size and LogHead.objects.filter(pk=1, note=note).exists():
                self._tell("checkpoint", f"磁盘上的检查点（{disk.size} 条）多于数据库里的（{head.size} 条）", FREEZE, CHECKPOINT)

    def read_bundles(self) -> None:
        """Hash the entries as they are published; what cannot be read stays blank until a row tells it."""
        for tile in bundles(self.head.size, since=self.start):
            try:
                entries = decode_bundle(self._data(tile))[: tile.width]
            except BadTile as error:
                self._spoilt(tile, f"条目包不完整：{error.reason}")
                continue
            if len(entries) < tile.width:
                self._spoilt(tile, f"条目包不完整：应有 {tile.width} 条，实有 {len(entries)} 条")
                continue
            at = (tile.index * FULL - self.start) * HASH_SIZE
            self._hashes[at : at + HASH_SIZE * len(entries)] = b"".join(map(leaf_hash, entries))

    def expects(self, index: int, entry: bytes) -> str:
        """Compare the entry of a row with what stands at its index; the fault in words, "" where they agree."""
        place = index - self.start
        if place < 0 or index >= self.head.size:
            return ""
        self._seen[place] = 1
        at, found = place * HASH_SIZE, leaf_hash(entry)
        published = bytes(self._hashes[at : at + HASH_SIZE])
        if published == found:
            return ""
        if published == _BLANK:
            self._hashes[at : at + HASH_SIZE] = found
            return ""
        return "tile" if self._tile_hash(index) == found else "row"

    def entry(self, index: int) -> Entry | None:
        """The entry at an index as it is published; None where it cannot be read."""
        try:
            return Entry.from_bytes(TileReader(self._blobs, self.head.size).entry(index))
        except LedgerError:
            return None

    def unseen(self) -> list[int]:
        """Indices that no row of the database has."""
        return [self.start + place for place, seen in enumerate(self._seen) if not seen]

    def recompute(self) -> None:
        """Build the tree anew and compare every tile and the root."""
        try:
            edge = Edge.load(TileReader(self._blobs, self.head.size), self.start) if self.start else Edge()
        except LedgerError as error:
            self._tell("tile", f"瓦片不可读：{error.reason}", REBUILD, "tile")
            return
        whole = True
        for at in range(0, len(self._hashes), HASH_SIZE):
            node = bytes(self._hashes[at : at + HASH_SIZE])
            whole = whole and node != _BLANK
            for tile, data in edge.append(node):
                self._compare(tile, data)
        for tile, data in edge.partials():
            self._compare(tile, data)
        if whole and edge.root() != self.head.root:
            self._tell("root", "由条目重算的根与签名的检查点不符", FREEZE, CHECKPOINT)

    def older(self) -> None:
        """Partial tiles of earlier heads, which stay published until the full one comes: each is the beginning of its successor."""
        folder = log.folder()
        for file in sorted(folder.glob("tile/**/*")):
            name = file.relative_to(folder).as_posix()
            if file.is_dir() or file.name.startswith(".new-"):  # one that is being written
                continue
            try:
                tile = Tile.parse(name)
            except BadTile:
                self._tell("stray", "不是公开日志的文件", REBUILD, name)
                continue
            now = width(tile.level, tile.index, self.head.size)
            if tile.width < now and not self._begins(tile, Tile(tile.level, tile.index, now)):
                self._spoilt(tile, "与后来公布的不符或者不完整")

    def _begins(self, older: Tile, newer: Tile) -> bool:
        try:
            before, after = self._data(older), self._data(newer)
            if older.level == ENTRIES:
                return decode_bundle(before) == decode_bundle(after)[: older.width]
        except BadTile:
            return False
        return len(before) == older.width * HASH_SIZE and after.startswith(before)

    def _compare(self, tile: Tile, data: bytes) -> None:
        try:
            there = self._data(tile)
        except BadTile as error:
            self._spoilt(tile, error.reason)
            return
        if there[: len(data)] != data or len(there) not in {len(data), FULL * HASH_SIZE}:
            what = f"应有 {len(data)} 字节，实有 {len(there)} 字节" if len(there) < len(data) else "与由条目重算的不符"
            self._spoilt(tile, f"瓦片{what}")

    def _data(self, tile: Tile) -> bytes:
        """Bytes of a tile; where the partial one is gone, the full one that came since."""
        data = self._blobs.read(tile.path)
        if data is None and tile.width < FULL:
            data = self._blobs.read(tile.full.path)
        if data is None:
            raise BadTile("文件不在")
        return data

    def _tile_hash(self, index: int) -> bytes:
        try:
            return TileReader(self._blobs, self.head.size).hash_at(0, index)
        except LedgerError:
            return b""

    def _spoilt(self, tile: Tile, what: str) -> None:
        """A file of the log is damaged: tell whose records it holds, the first by case and step, the others by number."""
        below = max(tile.level, 0)
        first = tile.index * FULL << 8 * below
        last = min(first + (tile.width << 8 * below), self.head.size) - 1
        place, index = self._first(first, last)
        others = f"（涉及日志第 {first} 至 {last} 条）" if last > first else ""
        kind = "entries" if tile.level == ENTRIES else "tile"
        self._findings.add(Deviation(kind, f"{what}{others}", REBUILD, place, tile.path, index))

    def _first(self, first: int, last: int) -> tuple[Place, int]:
        leaf = Leaf.objects.filter(index__gte=first, index__lte=last).order_by("index").first()
        return (self._places.leaf(leaf), leaf.index) if leaf and leaf.index is not None else (Place(), first)

    def _tell(self, code: str, what: str, remedy: str, thing: str) -> None:
        self._findings.add(Deviation(code, what, remedy, thing=thing))
