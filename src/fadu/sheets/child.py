"""Reads one uploaded file in a process of its own, whose memory and time are limited: `python child.py TITLE ROWS < FILE`.

A file of a few hundred bytes can claim a worksheet of seventeen thousand million cells, or unpack to any size; whoever reads it
ends for want of memory. So it is not the platform that reads it. Writes JSON lines: {"sheet": …} or {"fault": …}, then
[line, cells] for each line that is not empty; a date is ["d", "2026-11-20"], a moment ["t", "2026-11-20T10:30:00"].

Imports nothing of the platform: it starts quickly, and knows no key.
"""

import csv
import io
import json
import math
import resource
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY = 1 << 30
SECONDS = 60
UNPACKED = 300 << 20
OUTPUT = 96 << 20
COLUMNS = 256
GUIDE = ("填写说明", "选项")


class Unreadable(Exception):
    """The file can't be read; the text says why and what to do."""


def main() -> None:
    """Read the file on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    title, most = sys.argv[1], int(sys.argv[2])
    out = io.TextIOWrapper(sys.stdout.buffer, "utf-8")
    try:
        name, rows = opened(sys.stdin.buffer.read(), title)
        out.write(json.dumps({"sheet": name}) + "\n")
        written = 0
        for told in lines(rows, most):
            written += out.write(told)
            within(written, OUTPUT, "文件展开后过大，请分成几份导入")
    except Unreadable as fault:
        out.write(json.dumps({"fault": str(fault)}) + "\n")
    out.flush()


def lines(rows: Iterable[Iterable[Any]], most: int) -> Iterator[str]:
    """The lines that are not empty, as JSON; so many at most."""
    kept = 0
    for line, row in enumerate(rows, 1):
        found = [plain(cell) for cell in row]
        while found and found[-1] in (None, ""):
            found.pop()
        if not found:
            continue
        kept += 1
        within(kept, most, f"超过 {most - 1:,} 行，请分成几份导入")
        within(len(found), COLUMNS, f"第 {line} 行超过 {COLUMNS} 列，请用模板填写")
        yield json.dumps([line, found], ensure_ascii=True) + "\n"


def within(count: int, most: int, says: str) -> None:
    """Refuse what goes beyond a measure."""
    if count > most:
        raise Unreadable(says)


def opened(data: bytes, title: str) -> tuple[str, Iterable[Iterable[Any]]]:
    """The worksheet meant, by what the file is, not by what it is called."""
    if data[:4] == b"PK\x03\x04":
        return of_book(data, title, packed(data))
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return of_book(data, title, "xls")
    if not data.strip():
        raise Unreadable("文件是空的")
    if b"\x00" in data[:4096] or data[:5] == b"%PDF-" or data[:1] == b"<" or data[:3] == b"\xff\xd8\xff":
        raise Unreadable("这不是表格文件，请上传 .xlsx（也可以是 .xls、.ods、.csv）")
    return "", of_text(data)


def packed(data: bytes) -> str:
    """Which kind of packed workbook it is, if it is one and does not claim to unpack beyond all measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = book.infolist()
            names = {entry.filename for entry in entries}
            if len(entries) > 2000 or sum(entry.file_size for entry in entries) > UNPACKED:
                raise Unreadable("文件展开后过大，请删去图片和多余的工作表，或者分成几份导入")
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable("文件设有密码，请取消密码后再上传")
            kind = "xlsx" if "xl/workbook.xml" in names else ""
            if "mimetype" in names and book.read("mimetype")[:60] == b"application/vnd.oasis.opendocument.spreadsheet":
                kind = "ods"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise Unreadable("文件已经损坏，打不开；请重新保存后再上传") from fault
    if not kind:
        raise Unreadable("这不是表格文件，请上传 .xlsx（也可以是 .xls、.ods、.csv）")
    return kind


def of_book(data: bytes, title: str, kind: str) -> tuple[str, Iterable[Iterable[Any]]]:
    """The worksheet of that title, else the only one that is no guide."""
    import python_calamine  # noqa: PLC0415 - a text needs none

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        chosen = meant(book.sheet_names, title)
        return chosen, book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except Unreadable:
        raise
    except BaseException as fault:  # a panic of the reader is no Exception
        secret = "；设有密码的请先取消密码" if kind == "xls" else ""
        raise Unreadable(f"文件打不开，可能已经损坏{secret}；请重新保存为 .xlsx 后再上传") from fault


def meant(names: list[str], title: str) -> str:
    """The worksheet of that title, else the only one there is beside the guide."""
    lists = [name for name in names if name not in GUIDE]
    if title[:31] in lists:
        return title[:31]
    if len(lists) == 1:
        return lists[0]
    raise Unreadable(f"没有名为“{title}”的工作表，文件中有：{'、'.join(names[:8])}；请把要导入的工作表改为这个名字")


def of_text(data: bytes) -> Iterator[Iterable[Any]]:
    """Comma- or tab-separated text, in UTF-8 or as Chinese offices' programs save it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Unreadable("文字编码认不出来，请另存为 .xlsx 后再上传")
    first = text.split("\n", 1)[0]
    csv.field_size_limit(1 << 20)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter="\t" if first.count("\t") > first.count(",") else ",")
    except csv.Error as fault:
        raise Unreadable("这不是表格文件，请上传 .xlsx（也可以是 .xls、.ods、.csv）") from fault


def plain(cell: Any) -> Any:
    """A cell as JSON can say it."""
    if isinstance(cell, datetime):
        return ["t", cell.isoformat()]
    if isinstance(cell, date):
        return ["d", cell.isoformat()]
    if isinstance(cell, time | timedelta):
        return str(cell)
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return cell if cell != "" else None


if __name__ == "__main__":
    main()
