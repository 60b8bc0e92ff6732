"""Whether what was handed in may be taken: its name, its size, what it is, and that it is nothing else beside."""

from typing import IO

from fadu.evidence.checking import archives, names, sniffing, wholes
from fadu.evidence.kinds import Kind, allowed, told
from fadu.evidence.models import Use
from fadu.evidence.unfit import Unfit


def check_announced(name: str, size: int | None, use: str, most: int) -> None:
    """What can be said before the first byte has come; raises Unfit."""
    if use not in Use.values:
        raise Unfit("fadu:upload-use", f"没有说明用途，或者没有这种用途：{'、'.join(Use.values)}")
    if wrong := names.fault(name):
        raise Unfit("fadu:upload-name", wrong)
    if size == 0:
        raise Unfit("fadu:upload-empty", "文件是空的（0 字节），请核对后再传")
    if size is not None and size > most:
        raise too_large(most)


def too_large(most: int) -> Unfit:
    """What is said of a file that is larger than `most` bytes."""
    return Unfit("fadu:upload-too-large", f"文件超过 {worded(most)}，请分段后再传")


def worded(size: int) -> str:
    """A size for people: 4 GB, 64 MB."""
    return f"{size >> 30} GB" if size >= 1 << 30 else f"{size >> 20} MB"


def inspect(source: IO[bytes], size: int, name: str, use: str) -> Kind:
    """What the file that `source` gives is; raises Unfit where it may not be taken."""
    if not size:
        raise Unfit("fadu:upload-empty", "文件是空的（0 字节），请核对后再传")
    kind = sniffing.sniff(source)
    extension = names.extension(name)
    if kind is None:
        raise Unfit("fadu:upload-type", f"内容是{sniffing.described(source)}，不能上传；{Use(use).label}可以是{told(use)}")
    if extension and extension not in kind.extensions:
        raise Unfit("fadu:upload-extension", f"扩展名是 .{extension}，内容是 {kind.label}，请核对后改名再传")
    if not allowed(use, kind):
        raise Unfit("fadu:upload-type", f"内容是 {kind.label}，不能作为{Use(use).label}上传；可以是{told(use)}")
    if kind.media == "application/zip" or (kind.family == "document" and zipped(source)):
        archives.check(source, size)
    else:
        wholes.check(source, size, kind)
    return kind


def zipped(source: IO[bytes]) -> bool:
    """Whether a file is a ZIP underneath, as office documents are."""
    source.seek(0)
    return source.read(2) == b"PK"
