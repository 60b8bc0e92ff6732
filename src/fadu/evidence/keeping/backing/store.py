"""Originals that lie in an S3-compatible store: fetched into a backup as they lie there (sealed), and put back.

What lies under a key is never written again, so what an earlier backup fetched is not fetched a second time; a journal beside the
objects remembers what an interrupted run has fetched already.
"""

import io
import json
import uuid
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from fadu.evidence.keeping.backing.manifest import Stored, Unusable
from fadu.evidence.keeping.backing.objects import CHUNK, Objects, copied, digest_of
from fadu.evidence.unfit import Later
from fadu.evidence.vault import local
from fadu.evidence.vault.frames import Damaged

WITHIN: Final = "store/"
"""Under this the originals of a store stand in a manifest, each by its id."""
JOURNAL: Final = "store.journal"

Told = Callable[[int, int], None]


def bucket() -> Any:
    """The store of this installation; None where originals lie on its own disk."""
    if not settings.FADU_STORE:
        return None
    from fadu.evidence.vault import s3  # noqa: PLC0415 - its package is asked for only where it is used

    return s3.bucket(settings.FADU_STORE)


def fetched(dest: Path, known: dict[str, Stored], told: Told) -> tuple[list[Stored], int]:
    """Every original of the store, in the objects of a backup, and how many were fetched now; raises Unusable."""
    source, objects, journal = bucket(), Objects(dest / "objects"), dest / JOURNAL
    have = known | _journal(journal)
    found, fresh = [], 0
    try:
        listed = sorted(source.listed())
        with journal.open("a", encoding="utf-8") as notes:
            for count, (key, size) in enumerate(listed, 1):
                path = f"{WITHIN}{key}"
                before = have.get(path)
                if before is None or before.size != size or not objects.has(before.sha256, size):
                    before = Stored(path, *_fetch(source, objects, key, size))
                    notes.write(json.dumps([before.path, before.sha256, before.size]) + "\n")
                    notes.flush()
                    fresh += 1
                found.append(before)
                told(count, len(listed))
    except (Damaged, Later) as fault:
        raise Unusable(f"存储中的原件没有读全（{fault}）；再次备份会从断开的地方接着做，也可以用 --name-store 只记下名称") from fault
    return found, fresh


def done(dest: Path) -> None:
    """A snapshot holds it all: the journal is not needed any more."""
    (dest / JOURNAL).unlink(missing_ok=True)


def put_back(item: Stored, file: Path) -> None:
    """An original to where this installation keeps its originals; what lies there whole already is left. Raises Unusable."""
    try:
        key = uuid.UUID(item.path.removeprefix(WITHIN))
    except ValueError:
        raise Unusable(f"备份清单里有不合规的路径：{item.path!r}") from None
    target = bucket()
    if target is None:
        where = local.place(key)
        if not (where.is_file() and digest_of(where) == item.sha256):
            copied(file, where)
        return
    try:
        if _same(target, key, item):
            return
        with file.open("rb") as source:
            target.put(key, source)
        if not _same(target, key, item):
            raise Unusable(f"原件 {key} 写入存储后读回的内容不符")
    except Later as fault:
        raise Unusable(f"存储不能写入（{fault}）；修好后再次运行恢复，已经写入的不再重写") from fault


def _fetch(source: Any, objects: Objects, key: uuid.UUID, size: int) -> tuple[str, int]:
    """One original as it lies in the store; raises Damaged where its length is not the one that is listed."""
    with io.BufferedReader(_Ranges(source.stored(key)), CHUNK) as whole:
        digest, length = objects.keep(whole)
    if length != size:
        raise Damaged(f"原件 {key} 有 {size} 字节，读到 {length} 字节")
    return digest, length


def _same(target: Any, key: uuid.UUID, item: Stored) -> bool:
    """Whether the store has those bytes under that key."""
    try:
        stored = target.stored(key)
        if stored.length() != item.size:
            return False
        found = sha256()
        with io.BufferedReader(_Ranges(stored), CHUNK) as whole:
            while part := whole.read(CHUNK):
                found.update(part)
    except Damaged:
        return False
    return found.hexdigest() == item.sha256


def _journal(file: Path) -> dict[str, Stored]:
    """What an interrupted run has fetched; a line that was cut off counts for nothing."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError:
        return {}
    return {found.path: found for line in lines for found in _read(line)}


def _read(line: str) -> Iterator[Stored]:
    try:
        path, digest, size = json.loads(line)
        yield Stored(str(path), str(digest), int(size))
    except (ValueError, TypeError):
        return


class _Ranges(io.RawIOBase):
    """An object at rest, read from its beginning to its end."""

    STEP: Final = 8 << 20

    def __init__(self, stored: Any) -> None:
        self._stored, self._at, self._held = stored, 0, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        if not self._held:
            step = min(self.STEP, self._stored.length() - self._at)
            if step <= 0:
                return 0
            self._held = self._stored.read(self._at, step)
            self._at += len(self._held)
        part, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
