"""ZIP archives, and the documents that are ZIPs underneath: looked through within limits, never unpacked to the disk.

What is held against one: more entries or more bytes than anybody reads, a compression that only a bomb has, entries that lie
over one another, sizes that lie, archives in archives in archives, passwords (nobody could look inside), and names that lead
out of the folder they are unpacked to.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

from fadu.evidence.checking import names
from fadu.evidence.unfit import Unfit

ENTRIES: Final = 10_000
EXPANDED: Final = 4 << 30
"""Bytes of all entries together, unpacked, archives within counted."""
INFLATED: Final = 1 << 30
"""Bytes that are inflated to see whether sizes are true."""
RATIO: Final = 100
"""How many times its size an archive may hold, once it holds more than `SMALL`."""
SMALL: Final = 16 << 20
DEPTH: Final = 2
"""Archives in archives: one level is looked through, what is deeper is refused."""
WITHIN: Final = 32 << 20
"""The largest archive in an archive, since it is looked through in memory."""
_STEP: Final = 1 << 18
_LOCAL: Final = struct.Struct("<4s22xHH")
_PACKED: Final = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")


class _Budget:
    """What is left of the limits, for an archive and all archives within."""

    def __init__(self, size: int) -> None:
        self.size, self.entries, self.expanded, self.inflated = size, 0, 0, 0

    def entry(self, info: zipfile.ZipInfo) -> None:
        """Count an entry."""
        self.entries += 1
        self.expanded += info.file_size
        if self.entries > ENTRIES:
            raise _bomb(f"里面超过 {ENTRIES} 个文件")
        if self.expanded > EXPANDED:
            raise _bomb(f"展开后超过 {EXPANDED >> 30} GB")
        if self.expanded > max(SMALL, RATIO * self.size):
            raise _bomb(f"展开后是原来的 {RATIO} 倍以上")

    def inflate(self, count: int) -> None:
        """Count bytes that were inflated."""
        self.inflated += count
        if self.inflated > INFLATED:
            raise Unfit("fadu:upload-bomb", f"压缩包里压缩过的内容超过 {INFLATED >> 30} GB，无法检查；请分成几个，或者直接上传里面的文件")


def check(source: IO[bytes], size: int) -> None:
    """Look through an archive; raises Unfit."""
    _look(source, size, _Budget(size), depth=1)


def _look(source: IO[bytes], size: int, budget: _Budget, *, depth: int) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
            for info in entries:
                budget.entry(info)
            _laid(source, size, entries, archive.start_dir, len(archive.comment))
            for info in entries:
                _entry(source, info, budget, depth)
    except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, NotImplementedError, EOFError, zlib.error) as error:
        raise Unfit("fadu:upload-damaged", "压缩包（或者文档）损坏，打不开，请核对后再传") from error


def _laid(source: IO[bytes], size: int, entries: list[zipfile.ZipInfo], directory: int, comment: int) -> None:
    """Whether entries lie one after another from the first byte, and the directory ends with the file."""
    if not entries:
        raise Unfit("fadu:upload-empty", "压缩包是空的，请核对后再传")
    at = 0
    for info in sorted(entries, key=lambda entry: entry.header_offset):
        if info.header_offset < at:
            raise _bomb("里面的文件互相重叠")
        if at == 0 and info.header_offset:
            raise Unfit("fadu:upload-polyglot", "压缩包前面还有另外的内容，同一个文件不能是两种类型")
        at = _begins(source, info) + info.compress_size
    if at > directory:
        raise _bomb("里面的文件互相重叠")
    source.seek(max(0, size - 22 - comment))
    if source.read(4) != b"PK\x05\x06":
        raise Unfit("fadu:upload-polyglot", "压缩包后面还有另外的内容，同一个文件不能是两种类型")


def _begins(source: IO[bytes], info: zipfile.ZipInfo) -> int:
    """Where the bytes of an entry begin."""
    source.seek(info.header_offset)
    signature, name, extra = _LOCAL.unpack(source.read(_LOCAL.size))
    if signature != b"PK\x03\x04":
        raise zipfile.BadZipFile
    return int(info.header_offset + _LOCAL.size + name + extra)


def _entry(source: IO[bytes], info: zipfile.ZipInfo, budget: _Budget, depth: int) -> None:
    if info.flag_bits & 1:
        raise Unfit("fadu:upload-archive", "压缩包有密码，无法检查里面的内容，请去掉密码后再传")
    if _leads_out(info):
        raise Unfit("fadu:upload-archive", "压缩包里有文件的名称指向别的文件夹或者带有看不见的字符，请重新打包后再传")
    if info.orig_filename.lower().endswith("vbaproject.bin"):
        raise Unfit("fadu:upload-type", "文档带有宏，不能上传；请另存为不带宏的格式")
    if info.is_dir():
        return
    head = _measured(source, info, budget)
    if not head.startswith(_PACKED):
        return
    if depth >= DEPTH:
        raise _bomb("压缩包里套着压缩包，套了三层以上")
    if not head.startswith(b"PK"):
        raise Unfit("fadu:upload-archive", "压缩包里有 RAR、7Z 或者 GZIP 压缩包，无法检查，请解开后改用 ZIP")
    if info.file_size > WITHIN:
        raise Unfit("fadu:upload-archive", f"压缩包里的压缩包超过 {WITHIN >> 20} MB，请解开后分别上传")
    inner = _inner(source, info)
    _look(io.BytesIO(inner), len(inner), budget, depth=depth + 1)


def _leads_out(info: zipfile.ZipInfo) -> bool:
    name = info.orig_filename
    parts = name.rstrip("/").split("/")
    return not name or "\\" in name or name.startswith("/") or any(part in {"", ".."} or _hides(part) for part in parts)


def _hides(part: str) -> bool:
    return names.hidden(part) or (len(part) > 1 and part[1] == ":")


def _measured(source: IO[bytes], info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    """The first bytes of an entry, once it is known to be as long as it says."""
    if info.compress_type == zipfile.ZIP_STORED:
        if info.compress_size != info.file_size:
            raise _bomb("里面的文件与目录中写的大小不同")
        source.seek(_begins(source, info))
        return source.read(min(16, info.file_size))
    head, length = b"", 0
    for part in _inflated(source, info):
        head = head or part[:16]
        length += len(part)
        budget.inflate(len(part))
        if length > info.file_size:
            raise _bomb("里面的文件比目录中写的大")
    if length != info.file_size:
        raise zipfile.BadZipFile
    return head


def _inner(source: IO[bytes], info: zipfile.ZipInfo) -> bytes:
    """A whole entry, which was measured before."""
    if info.compress_type == zipfile.ZIP_STORED:
        source.seek(_begins(source, info))
        return source.read(info.file_size)
    return b"".join(_inflated(source, info))


def _inflated(source: IO[bytes], info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of an entry piece by piece, whatever the directory says of its length."""
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise Unfit("fadu:upload-archive", "压缩包用了少见的压缩方法，无法检查，请用一般的 ZIP 重新打包")
    at, left = _begins(source, info), info.compress_size
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while left and not inflater.eof:
        source.seek(at)
        chunk = source.read(min(_STEP, left))
        if not chunk:
            raise zipfile.BadZipFile
        at, left = at + len(chunk), left - len(chunk)
        while chunk and not inflater.eof:
            yield inflater.decompress(chunk, _STEP)
            chunk = inflater.unconsumed_tail
    if rest := inflater.flush():
        yield rest


def _bomb(why: str) -> Unfit:
    return Unfit("fadu:upload-bomb", f"压缩包{why}，像是压缩炸弹，不能上传")
