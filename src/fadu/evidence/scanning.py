"""The malware scanner: clamd, when FADU_CLAMD names one (`tcp://host:port` or `unix:///path`). What it can't look at is not accepted.

Bytes are sent to it while they are being kept (INSTREAM), so that a large file is read once.
"""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Final
from urllib.parse import urlsplit

from django.conf import settings

from fadu.evidence.unfit import Later, Unfit

PATIENCE: Final = 120
"""Seconds that the scanner may take to answer."""
_CHUNK: Final = 1 << 18


class Scanner:
    """One file on its way through the scanner; without a scanner everything passes."""

    def __init__(self, line: socket.socket | None) -> None:
        self._line, self._early = line, b""

    def through(self, source: Any) -> Any:
        """`source`, shown to the scanner as it is read."""
        return _Shown(source, self) if self._line else source

    def show(self, part: bytes) -> None:
        """Send a part; where the scanner hangs up in the middle its answer is kept."""
        if self._line is None or self._early:
            return
        try:
            for at in range(0, len(part), _CHUNK):
                chunk = part[at : at + _CHUNK]
                self._line.sendall(struct.pack(">I", len(chunk)) + chunk)
        except OSError as error:
            self._early = self._answer()
            if not self._early:
                raise _silent() from error

    def judge(self) -> None:
        """Hear what the scanner says of the whole; raises Unfit, Later."""
        if self._line is None:
            return
        if not self._early:
            with suppress(OSError):
                self._line.sendall(struct.pack(">I", 0))
            self._early = self._answer()
        said = self._early.strip(b"\x00\r\n ").decode("utf-8", "replace")
        if said.endswith("FOUND"):
            raise Unfit("fadu:upload-malware", "文件中查出恶意程序，没有收下；请报告本机关的系统管理员")
        if not said.endswith("OK"):
            raise _silent() if "limit" not in said else Later("文件超过恶意程序扫描的上限，请系统管理员调高 clamd 的 StreamMaxLength", 3600)

    def _answer(self) -> bytes:
        found = b""
        assert self._line is not None
        with suppress(OSError):
            while part := self._line.recv(4096):
                found += part
                if b"\x00" in part:
                    break
        return found


@contextmanager
def scan() -> Iterator[Scanner]:
    """A scanner for one file; raises Later where one is configured and does not answer."""
    address = settings.FADU_CLAMD
    if not address:
        yield Scanner(None)
        return
    try:
        line = _connected(address)
        line.sendall(b"zINSTREAM\x00")
    except OSError as error:
        raise _silent() from error
    with line:
        yield Scanner(line)


def looked_at(source: IO[bytes]) -> str:
    """Show the scanner something that is kept already: what is wrong with it, "" for nothing; raises OSError where none answers."""
    try:
        with scan() as scanner:
            shown = scanner.through(source)
            while shown.read(_CHUNK):
                pass
            scanner.judge()
    except Unfit:
        return "查出恶意程序"
    except Later as silent:
        raise OSError(str(silent)) from silent
    return ""


def _connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(PATIENCE)
        line.connect(parts.path)
        return line
    line = socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 3310), timeout=10)
    line.settimeout(PATIENCE)
    return line


def _silent() -> Later:
    return Later("恶意程序扫描暂时没有应答，文件没有收下；稍后会自动再试")


class _Shown:
    """A file whose bytes the scanner sees."""

    def __init__(self, source: Any, scanner: Scanner) -> None:
        self._source, self._scanner = source, scanner

    def read(self, size: int = -1) -> bytes:
        """Read, and show what was read."""
        part: bytes = self._source.read(size)
        if part:
            self._scanner.show(part)
        return part
