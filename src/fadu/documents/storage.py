"""Where the bytes of documents lie: sealed like the columns that name a party, named by their own hash, written once.

The hash is that of the PDF itself, so that what is read back is checked against the record and against the public log.
"""

import hashlib
import io
import os
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from fadu.accounts.sealing import Undecipherable, seal, unseal

COLUMN = b"documents.document.file"


class Damaged(Exception):
    """The stored bytes are gone, or are not those that were recorded."""


def folder() -> Path:
    """Where the documents of the installation lie."""
    return Path(settings.DATA) / "documents"


def digest(pdf: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(pdf).hexdigest()


def keep(pdf: bytes) -> str:
    """Keep the bytes, sealed; their hash, by which they are fetched. They are on the disk when this returns."""
    name = digest(pdf)
    file = _place(name)
    if file.exists():
        return name
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = file.with_name(f"{name}.{os.getpid()}.{os.urandom(4).hex()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(seal(pdf, COLUMN))
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
    _settle(file.parent)
    return name


def fetch(sha256: str) -> bytes:
    """The bytes of that hash; raises Damaged when they are gone or changed."""
    try:
        pdf = unseal(_place(sha256).read_bytes(), COLUMN)
    except (OSError, Undecipherable) as error:
        raise Damaged(f"文书文件不可读：{error}") from error
    if digest(pdf) != sha256:
        raise Damaged("文书文件与登记的校验值不符，请从备份恢复")
    return pdf


def discard(sha256: str) -> None:
    """Take a document's bytes away: only where its destruction was approved."""
    _place(sha256).unlink(missing_ok=True)


class Sealed(type(Path())):  # type: ignore[misc]  # the concrete class of this system
    """The path of a kept document, which opens as the PDF that it is."""

    def open(self, mode: str = "rb", *_: Any, **__: Any) -> IO[bytes]:
        """The PDF, to be read; raises Damaged."""
        if mode != "rb":
            raise PermissionError(f"{self}: documents are written once")
        return io.BytesIO(fetch(self.name))


def path(sha256: str) -> Path:
    """The document of that hash as a path."""
    return Sealed(_place(sha256))


def _place(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256[2:4] / sha256


def _settle(directory: Path) -> None:
    """Make sure that the names in a folder are on the disk too."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
