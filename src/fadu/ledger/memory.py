"""A store and files in memory: for tests, demonstrations and trying things out."""

from collections.abc import Sequence

from fadu.ledger.store import Pending


class MemoryStore:
    """A `Store` that lives as long as the process."""

    def __init__(self) -> None:
        """Begin empty."""
        self.rows: list[Pending] = []
        self.logged: list[bytes] = []
        self.published: list[str] = []

    def add(self, entry: bytes) -> str:
        """Queue an entry; give its row id."""
        self.rows.append(Pending(str(len(self.rows)), entry))
        return self.rows[-1].id

    def pending(self, limit: int) -> Sequence[Pending]:
        """See `Store.pending`."""
        return self.rows[len(self.logged) : len(self.logged) + limit]

    def assign(self, first: int, ids: Sequence[str]) -> None:
        """See `Store.assign`."""
        waiting = self.pending(len(ids))
        if first != len(self.logged) or [row.id for row in waiting] != list(ids):
            raise RuntimeError("另一个排序进程已先分配序号")
        self.logged.extend(row.entry for row in waiting)

    def size(self) -> int:
        """See `Store.size`."""
        return len(self.logged)

    def entries(self, start: int, end: int) -> Sequence[bytes]:
        """See `Store.entries`."""
        return self.logged[start:end]

    def checkpoint(self) -> str | None:
        """See `Store.checkpoint`."""
        return self.published[-1] if self.published else None

    def publish(self, note: str, *, after: str | None) -> None:
        """See `Store.publish`."""
        if after != self.checkpoint():
            raise RuntimeError("另一个排序进程已先发布检查点")
        self.published.append(note)


class MemoryBlobs:
    """`Blobs` in a dictionary."""

    def __init__(self) -> None:
        """Begin empty."""
        self.files: dict[str, bytes] = {}

    def read(self, path: str) -> bytes | None:
        """See `Blobs.read`."""
        return self.files.get(path)

    def write(self, path: str, data: bytes) -> None:
        """See `Blobs.write`."""
        self.files[path] = data

    def remove(self, path: str) -> None:
        """See `Blobs.remove`."""
        for name in [name for name in self.files if name == path or name.startswith(f"{path}/")]:
            del self.files[name]
