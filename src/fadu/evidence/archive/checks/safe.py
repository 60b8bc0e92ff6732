"""安全性: nothing in the package does harm, and nobody touched it since."""

import os
import stat
from collections.abc import Callable, Iterator
from typing import IO

from fadu.cases.models import Leaf
from fadu.evidence import vault
from fadu.evidence.archive.checks.items import Examined, Untold, item
from fadu.evidence.archive.checks.usable import PDF, head, look_into
from fadu.evidence.archive.contents import volume_content
from fadu.ledger.entry import Entry, commitment

EXECUTABLE = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")

Scan = Callable[[IO[bytes]], str]
"""Looks for malware: what it is called, "" where there is none; raises OSError where the scanner doesn't answer."""

_scanners: list[Scan] = []


def scan_with(scanner: Scan) -> None:
    """Let a room that has a scanner (clamd) look through packages; asked once, at start-up."""
    _scanners[:] = [scanner]


@item("4-1", "病毒感染检测", "由已配置的查毒程序逐个检查包内文件")
def _virus(examined: Examined) -> Iterator[str]:
    if not _scanners:
        raise Untold("没有配置查毒程序（clamd）")
    for name in examined.package.names:
        try:
            with examined.package.zip.open(name) as source:
                found = _scanners[0](source)
        except OSError as error:
            raise Untold("查毒程序没有应答") from error
        if found:
            yield f"{examined.called(name)}：{found}"


@item("4-2", "主动内容检测", "没有可执行程序；PDF 没有脚本、启动动作和内嵌文件")
def _active(examined: Examined) -> Iterator[str]:
    for name, listed in examined.package.files.items():
        if name not in examined.package.names:
            continue
        if head(examined, name).startswith(EXECUTABLE):
            yield f"{examined.called(name)}是可执行程序"
        if listed.media == PDF:
            yield from (f"{examined.called(name)}含有 {word}" for word in look_into(examined, name).acts)


@item("4-3", "归档载体安全性检测", "归档包在本系统中逐段加密存放，每一段都能解开；文件只有本系统的账号可以读写")
def _carrier(examined: Examined) -> str:
    volume = examined.volume
    if volume is None:
        raise Untold("不在本系统中存放")
    try:
        vault.digest(volume.id, volume.size)
    except vault.Damaged as damage:
        return str(damage)
    place = vault.folder() / volume.id.hex[-2:] / volume.id.hex[-4:-2] / str(volume.id)
    if place.is_file() and os.name == "posix" and stat.S_IMODE(place.stat().st_mode) & 0o077:
        return "归档包文件可以被其他账号读取"
    return ""


@item("4-4", "操作过程安全性检测", "立卷登记和卷内目录与公开日志中的承诺一致，立卷以后登记没有被改动")
def _untouched(examined: Examined) -> str:
    volume = examined.volume
    if volume is None:
        raise Untold("不是本系统登记的案卷")
    leaf = Leaf.objects.get(pk=volume.leaf_id)
    entry = Entry.from_bytes(bytes(leaf.entry))
    return "" if entry.commit == commitment(bytes(leaf.salt), volume_content(volume, examined.items)) else "登记的内容与公开日志中的承诺不符"
