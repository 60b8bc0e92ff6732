"""Files beside the database: uploads until they are brought in, how far a run has come, and who is at it.

While the rows of an import are written, all of them lie in one transaction that nobody else sees into (and on SQLite nobody
else can write at all). So how far it has come is told in a small file. That somebody is at it is told by a lock that the
system lets go of when the process dies, however it dies.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from fadu.accounts.sealing import Undecipherable, seal, unseal

COLUMN = b"sheets.import.file"


def folder() -> Path:
    """Where the files of imports lie."""
    place = Path(settings.DATA) / "sheets"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def keep(run: int, data: bytes) -> None:
    """Keep an upload, sealed; it is on the disk when this returns."""
    file = _upload(run)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(seal(data, COLUMN))
        out.flush()
        os.fsync(out.fileno())


def fetch(run: int) -> bytes | None:
    """An upload; None when it is gone or does not open."""
    try:
        return unseal(_upload(run).read_bytes(), COLUMN)
    except (OSError, Undecipherable):
        return None


def drop(run: int) -> None:
    """Delete an upload and what was told of its progress."""
    _upload(run).unlink(missing_ok=True)
    _progress(run).unlink(missing_ok=True)


def tell(run: int, done: int, of: int) -> None:
    """Say how many rows of the present phase are done."""
    fresh = _progress(run).with_suffix(".fresh")
    fresh.write_text(json.dumps([done, of]), "utf-8")
    fresh.replace(_progress(run))


def told(run: int) -> tuple[int, int] | None:
    """How many rows are done, of how many, as last said."""
    try:
        done, of = json.loads(_progress(run).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return int(done), int(of)


@contextmanager
def alone(sheet: str) -> Iterator[bool]:
    """Be the one who imports a sheet; False where somebody else is. Let go of at the end, and when the process dies."""
    handle = os.open(folder() / f"{sheet}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def _upload(run: int) -> Path:
    return folder() / f"{run}.upload"


def _progress(run: int) -> Path:
    return folder() / f"{run}.progress"
