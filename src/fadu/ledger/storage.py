"""Where the files of a log lie: a folder here, an object store in a larger installation."""

import os
from pathlib import Path
from shutil import rmtree
from tempfile import mkstemp
from typing import Protocol


class Blobs(Protocol):
    """Named byte strings. A write is all or nothing, and survives a power cut once it has returned."""

    def read(self, path: str) -> bytes | None:
        """Bytes stored under `path`, or None."""
        ...

    def write(self, path: str, data: bytes) -> None:
        """Store `data` under `path`, in place of whatever was there."""
        ...

    def remove(self, path: str) -> None:
        """Forget `path` and everything whose path begins with `path/`. Nothing there is no error."""
        ...


class Folder:
    """`Blobs` in a folder: written beside its place, flushed to disk, renamed into place, the rename flushed too."""

    def __init__(self, root: Path, *, durable: bool = True) -> None:
        """Use `root`, made if missing. `durable=False` leaves flushing to the system: for tests and benchmarks."""
        self._root = root
        self._durable = durable
        root.mkdir(parents=True, exist_ok=True)

    def read(self, path: str) -> bytes | None:
        """See `Blobs.read`."""
        try:
            return self._place(path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, path: str, data: bytes) -> None:
        """See `Blobs.write`."""
        place = self._place(path)
        self._make(place.parent)
        handle, temporary = mkstemp(prefix=".new-", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                if self._durable:
                    file.flush()
                    os.fsync(file.fileno())
            os.chmod(temporary, 0o644)  # noqa: PTH101 - `temporary` is the plain name mkstemp gave; the log is public
            os.replace(temporary, place)  # noqa: PTH105
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        self._flush(place.parent)

    def remove(self, path: str) -> None:
        """See `Blobs.remove`."""
        place = self._place(path)
        if place.is_dir():
            rmtree(place, ignore_errors=True)
        else:
            place.unlink(missing_ok=True)

    def _place(self, path: str) -> Path:
        """Where a path lies; one that leads out of the folder is refused."""
        parts = path.split("/")
        if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
            raise ValueError(f"路径不合规：{path!r}")
        return self._root.joinpath(*parts)

    def _make(self, folder: Path) -> None:
        """Make a folder and its parents, each flushed into its own parent."""
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)
            self._flush(folder.parent)

    def _flush(self, folder: Path) -> None:
        """Write the names in a folder to disk."""
        if self._durable:
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
