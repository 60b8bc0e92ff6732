"""可用性: what lies in the package can be read, today and in thirty years."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fadu.evidence.archive.checks.items import Examined, Untold, item
from fadu.evidence.archive.package.opening import CONTENT, Unreadable
from fadu.evidence.archive.package.zipping import CHUNK
from fadu.law.filing import FORMATS, Term

MAGIC = {
    "application/pdf": (b"%PDF-",), "image/jpeg": (b"\xff\xd8\xff",), "image/png": (b"\x89PNG\r\n\x1a\n",), "image/tiff": (b"II*\x00", b"MM\x00*"), "image/svg+xml": (b"<svg", b"<?xml"),
    "audio/mpeg": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "audio/wav": (b"RIFF",), "audio/x-wav": (b"RIFF",), "audio/flac": (b"fLaC",),
    "video/x-msvideo": (b"RIFF",), "video/x-matroska": (b"\x1aE\xdf\xa3",), "video/mpeg": (b"\x00\x00\x01",),
}  # fmt: skip
BOXED = {"video/mp4", "audio/mp4", "video/quicktime"}
PDF = "application/pdf"
ACTIVE = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFiles", "/OpenAction", "/AA", "/RichMedia")
PROBING = 120
"""Seconds that a recording may take to be looked into."""


@item("3-1", "信息包中元数据的可读性检测", "eep.xml 能按 XML 读出，没有外部实体和文档类型声明")
def _readable(examined: Examined) -> str:
    return "" if examined.package.root is not None else "eep.xml 不可读"


@item("3-2", "目标数据库中的元数据可访问性检测", "登记库中的案卷和卷内文件可以读出，并与包内元数据逐项相同")
def _kept(examined: Examined) -> Iterator[str]:
    volume = examined.volume
    if volume is None:
        raise Untold("不是本系统登记的案卷")
    one = examined.package.one
    told = {
        "内容描述/题名": volume.title, "档号/保管期限": Term(volume.term).label, "内容描述/形成日期": str(volume.formed_on),
        "形式特征/正卷页数": str(volume.front_pages), "形式特征/副卷页数": str(volume.vice_pages), "电子文件号": str(volume.id),
    }  # fmt: skip
    yield from (f"{path.split('/')[-1]}与登记的不同" for path, value in told.items() if one(f"{CONTENT}/{path}") != value)
    rows = {str(row.ref): row for row in examined.items}
    for entry in examined.package.items:
        row = rows.get(entry.get("文件标识", ""))
        if row is None or (entry.get("题名"), entry.get("文号"), entry.get("起始页号")) != (row.title, row.number, str(row.first_page)):
            yield f"第 {entry.get('件号')} 件《{entry.get('题名')}》与登记的不同"


@item("3-3", "内容数据格式检测", "每个文件的实际格式（文件头）与元数据所记的类型相同")
def _formats(examined: Examined) -> Iterator[str]:
    for name, listed in examined.package.files.items():
        if name not in examined.package.names or listed.media not in {*MAGIC, *BOXED}:
            continue
        begins = head(examined, name)
        right = begins[4:8] == b"ftyp" if listed.media in BOXED else begins.startswith(MAGIC[listed.media])
        if not right:
            yield f"{examined.called(name)}不是 {FORMATS.get(listed.media, listed.media)}"


@item("3-4", "内容数据的可读性检测", "每份 PDF 都能打开，页数与登记的相同；音像由 ffprobe 读出时长")
def _opens(examined: Examined) -> Iterator[str]:
    pages = {one.get("存放"): one.get("页数", "") for one in examined.package.items if one.get("文件种类")}
    for name, listed in examined.package.files.items():
        if name not in examined.package.names:
            continue
        if listed.media == PDF:
            found = look_into(examined, name)
            if not found.pages:
                yield f"{examined.called(name)}不能打开"
            elif pages.get(name, str(found.pages)) != str(found.pages):
                yield f"{examined.called(name)}登记 {pages[name]} 页，实有 {found.pages} 页"
        elif listed.media.startswith(("audio/", "video/")):
            yield _played(examined, name)


@item("3-5", "内容数据格式长期可用性检测", "所有文件都是可以长期保存的通用格式（GB/T 18894、DA/T 47 的清单和执法记录设备的录制格式）")
def _lasting(examined: Examined) -> list[str]:
    return [f"{examined.called(name)}的格式 {listed.media} 不在清单内" for name, listed in examined.package.files.items() if listed.media not in FORMATS]


@item("3-6", "信息包未加密检测", "压缩包和其中的 PDF 没有密码，不依赖本系统就能打开")
def _open_to_all(examined: Examined) -> Iterator[str]:
    yield from (f"{examined.called(info.filename)}已加密" for info in examined.package.zip.infolist() if info.flag_bits & 0x1)
    for name, listed in examined.package.files.items():
        if listed.media == PDF and name in examined.package.names and look_into(examined, name).encrypted:
            yield f"{examined.called(name)}已加密"


@item("3-7", "软硬件环境合规性检测", "读取本包所需：ZIP、XML、JSON、PDF 和清单内的音像格式，均有公开的标准；本机能够读取 eep.xml 和全部文件")
def _environment(examined: Examined) -> Iterator[str]:
    for name in examined.package.files:
        if name in examined.package.names:
            try:
                examined.package.digest(name)
            except Unreadable as unreadable:
                yield f"{examined.called(name)}：{unreadable}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a PDF is: its pages (0 where it can't be opened), whether it has a password, what it would do by itself."""

    pages: int = 0
    encrypted: bool = False
    acts: tuple[str, ...] = ()


def look_into(examined: Examined, name: str) -> Looked:
    """A PDF of the package, opened once by pypdf, which is not what made it."""
    kept: dict[str, Looked] = examined.cache.setdefault("pdf", {})
    if name not in kept:
        try:
            kept[name] = _looked(examined.package.small(name))
        except (PyPdfError, Unreadable, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            kept[name] = Looked()
    return kept[name]


def _looked(data: bytes) -> Looked:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        return Looked(1, encrypted=True)
    root: Any = reader.trailer["/Root"].get_object()
    names: Any = root["/Names"].get_object() if "/Names" in root else {}
    return Looked(len(reader.pages), acts=tuple(word for word in ACTIVE if word in root or word in names))


def head(examined: Examined, name: str) -> bytes:
    """How a member begins."""
    try:
        with examined.package.zip.open(name) as source:
            return source.read(16)
    except (OSError, ValueError, RuntimeError, NotImplementedError):
        return b""


def _played(examined: Examined, name: str) -> str:
    """Whether a recording can be played; it is laid out for the probe in a file that is gone with it."""
    probe = shutil.which("ffprobe")
    if probe is None:
        raise Untold("本机没有 ffprobe，音像文件的可读性没有检测")
    with tempfile.NamedTemporaryFile(dir=Path(settings.DATA), prefix=".probe-") as file:
        with examined.package.zip.open(name) as source:
            shutil.copyfileobj(source, file, CHUNK)
        file.flush()
        command = [probe, "-v", "error", "-protocol_whitelist", "file", "-show_entries", "format=duration", "-of", "csv=p=0", file.name]
        try:
            done = subprocess.run(command, capture_output=True, timeout=PROBING, check=False)  # noqa: S603 - our own words; the file is our own copy
        except subprocess.TimeoutExpired:
            return f"{examined.called(name)}在 {PROBING} 秒内没有读出"
    return "" if done.returncode == 0 else f"{examined.called(name)}不能播放"
