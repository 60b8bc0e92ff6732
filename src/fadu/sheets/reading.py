"""Uploaded files read: whatever they are, they are read apart (`child`), and what is no list is refused in words."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fadu.sheets.cells import Cell
from fadu.sheets.sheet import Fault, Faults

MOST_BYTES = 20 << 20
MOST_ROWS = 50_000
SECONDS = 120
CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a worksheet that is not empty, by its number there."""

    number: int
    cells: tuple[Cell, ...]


def read(data: bytes, title: str) -> list[Line]:
    """The lines of the worksheet `title` of a file; raises Faults (of line 0) that says why there is none."""
    if len(data) > MOST_BYTES:
        refuse(f"文件超过 {MOST_BYTES >> 20} MB，请分成几份导入")
    asked = [sys.executable, str(CHILD), title, str(MOST_ROWS + 1)]
    try:
        done = subprocess.run(asked, input=data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own program, no shell
    except subprocess.TimeoutExpired:
        refuse("读文件用时太长，请删去多余的工作表和格式，或者分成几份导入")
    if done.returncode != 0:  # out of memory or of time
        refuse("文件展开后过大，或者已经损坏；请只留要导入的内容，另存为 .xlsx 后再上传")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    for item in (told[0], told[-1]):
        if isinstance(item, dict) and "fault" in item:
            refuse(item["fault"])
    return [Line(number, tuple(_cell(cell) for cell in cells)) for number, cells in told[1:]]


def refuse(says: str) -> Any:
    """Refuse a file as a whole."""
    raise Faults([Fault(0, "", says)])


def _cell(told: Any) -> Cell:
    if isinstance(told, list):
        return date.fromisoformat(told[1]) if told[0] == "d" else datetime.fromisoformat(told[1])
    found: Cell = told
    return found
