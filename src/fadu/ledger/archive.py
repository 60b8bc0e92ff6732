"""Opening a zip from a stranger. Nothing is ever unpacked to disk; members are read or hashed as they come."""

import stat
import unicodedata
import zlib
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fadu.ledger.errors import BadArchive

MOST_MEMBERS: Final = 20_000
LARGEST_MEMBER: Final = 4 << 30
"""Bytes of one member once unpacked."""

LARGEST_TOTAL: Final = 16 << 30
"""Bytes of all members once unpacked."""

_CHUNK: Final = 1 << 20
_ENCRYPTED: Final = 0x1
_DAMAGED: Final = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Archive:
    """A zip whose directory has been found harmless. To be used in a `with` statement."""

    def __init__(self, path: Path) -> None:
        """Open and judge the directory.

        Raises:
            BadArchive: not a zip, or a member is encrypted, a link, a folder, a path that leads elsewhere, a name that
                comes twice, or larger than allowed.

        """
        try:
            self._zip = ZipFile(path)
        except _DAMAGED as error:
            raise BadArchive("不是完好的 zip 文件") from error
        try:
            self.names = _judge(self._zip.infolist(), path.stat().st_size)
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        """Give the archive itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file."""
        self._zip.close()

    def read(self, name: str, limit: int) -> bytes:
        """Bytes of a member.

        Raises:
            BadArchive: it is missing, damaged, or longer than `limit` bytes.

        """
        with self._open(name) as file:
            data = _read(file, name, limit + 1)
        if len(data) > limit:
            raise BadArchive(f"{name} 超过 {limit} 字节", "archive-size")
        return data

    def digest(self, name: str) -> str:
        """SHA-256 of a member in hex, without holding it in memory.

        Raises:
            BadArchive: it is missing or damaged.

        """
        digest = sha256()
        with self._open(name) as file:
            while chunk := _read(file, name, _CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def _open(self, name: str) -> IO[bytes]:
        """Open a member that must be there."""
        if name not in self.names:
            raise BadArchive(f"缺少 {name}", "archive-missing")
        try:
            return self._zip.open(name)
        except _DAMAGED as error:
            raise BadArchive(f"{name} 已损坏") from error


def _read(file: IO[bytes], name: str, count: int) -> bytes:
    """Read on; a bad checksum shows here."""
    try:
        return file.read(count)
    except _DAMAGED as error:
        raise BadArchive(f"{name} 已损坏") from error


def _judge(members: list[ZipInfo], size: int) -> frozenset[str]:
    """Give the names of the members, or refuse the archive. `size` is that of the zip file in bytes."""
    if len(members) > MOST_MEMBERS:
        raise BadArchive(f"文件超过 {MOST_MEMBERS} 个", "archive-size")
    if sum(member.file_size for member in members) > LARGEST_TOTAL:
        raise BadArchive(f"解开后超过 {LARGEST_TOTAL >> 30} GiB", "archive-size")
    if sum(member.compress_size for member in members) > size:
        raise BadArchive("文件内容互相重叠，疑为压缩炸弹", "archive-size")
    seen = set()
    for member in members:
        _judge_member(member)
        alike = unicodedata.normalize("NFC", member.filename).casefold()
        if alike in seen:
            raise BadArchive(f"{member.filename} 出现两次", "archive-duplicate")
        seen.add(alike)
    return frozenset(member.filename for member in members)


def _judge_member(member: ZipInfo) -> None:
    """Refuse one member that is not a plain file inside the archive."""
    name = member.filename
    if not safe(name) or name != member.orig_filename:
        raise BadArchive(f"文件名不合规：{name!r}", "archive-path")
    if stat.S_ISLNK(member.external_attr >> 16) or member.flag_bits & _ENCRYPTED:
        raise BadArchive(f"{name} 是链接或已加密", "archive-member")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadArchive(f"{name} 的压缩方式不受支持", "archive-member")
    if member.file_size > LARGEST_MEMBER:
        raise BadArchive(f"{name} 解开后超过 {LARGEST_MEMBER >> 30} GiB", "archive-size")


def safe(name: str) -> bool:
    """Tell whether a member name stays inside the archive on every system, and names a file."""
    parts = name.split("/")
    return all(part not in ("", ".", "..") for part in parts) and all(sign.isprintable() and sign not in '\\:*?"<>|' for sign in name)
