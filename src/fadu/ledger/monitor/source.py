"""Where a log is read from: an address (C2SP tlog-tiles over HTTP), or a folder with the same files."""

import json
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

CHECKPOINT: Final = "checkpoint"
STATUS: Final = "status.json"
LARGEST: Final = 256 * (65_535 + 2)
"""Bytes of the largest file that a log has: a full bundle of the largest entries."""


class Unreachable(Exception):
    """The log could not be asked: a fault of the network or of the server, which proves nothing against it."""


class Source(Protocol):
    """The files of a log."""

    def read(self, path: str) -> bytes | None:
        """Bytes of a file; None where the log says that there is none. Raises Unreachable."""
        ...


class Address:
    """A log over HTTP."""

    def __init__(self, url: str, *, timeout: float = 20) -> None:
        if urlsplit(url).scheme not in {"http", "https"}:
            raise ValueError(f"不是 http 或 https 地址：{url}")
        self._url, self._timeout = url.rstrip("/"), timeout

    def read(self, path: str) -> bytes | None:
        """See `Source.read`."""
        request = Request(f"{self._url}/{path}", headers={"User-Agent": "fadu-monitor", "Cache-Control": "no-cache"})  # noqa: S310 - the scheme was checked
        try:
            with urlopen(request, timeout=self._timeout) as answer:  # noqa: S310 - likewise
                data: bytes = answer.read(LARGEST + 1)
        except HTTPError as error:
            with error:
                if error.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
                    return None
                raise Unreachable(f"{path}：服务器答复 {error.code}") from error
        except (URLError, OSError, HTTPException, ValueError) as error:
            raise Unreachable(f"{path}：{getattr(error, 'reason', error)}") from error
        if len(data) > LARGEST:
            raise Unreachable(f"{path}：答复超过 {LARGEST} 字节")
        return data


class Directory:
    """A log in a folder, such as one that was exported or mirrored."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> bytes | None:
        """See `Source.read`."""
        if not self._folder.is_dir():
            raise Unreachable(f"没有文件夹 {self._folder}")
        try:
            return self._folder.joinpath(*path.split("/")).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise Unreachable(f"{path}：{error.strerror}") from error


class Cached:
    """A source that gives each file once: one round sees one state of the log."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.files: dict[str, bytes | None] = {}

    def read(self, path: str) -> bytes | None:
        """See `Source.read`."""
        if path not in self.files:
            self.files[path] = self._source.read(path)
        return self.files[path]

    def write(self, path: str, data: bytes) -> None:
        """A monitor writes nothing into a log."""
        raise NotImplementedError

    def remove(self, path: str) -> None:
        """Likewise."""
        raise NotImplementedError


def opened(where: str, *, timeout: float = 20) -> Source:
    """The log at an address, or in a folder; raises ValueError for neither."""
    return Address(where, timeout=timeout) if "://" in where else Directory(Path(where))


def status(source: Source) -> dict[str, Any]:
    """What the server says of itself beside the log, such as how many leaves wait; empty where it says nothing."""
    try:
        found = json.loads(source.read(STATUS) or b"{}")
    except (ValueError, Unreachable):
        return {}
    return found if isinstance(found, dict) else {}
