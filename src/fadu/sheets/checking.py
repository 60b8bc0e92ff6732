"""A file's lines against the columns of a sheet: which column is which, and every cell that can't be taken."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from fadu.law.forms import Field, Invalid, validate
from fadu.sheets import cells
from fadu.sheets.reading import Line, refuse
from fadu.sheets.sheet import Fault, Faults, Row, Rows, Tick
from fadu.sheets.writing import REQUIRED

STEP = 200
"""Rows between two words of progress."""
_SEARCHED = 10
"""Lines in which the head is looked for: offices put a title above it."""


def check(fields: Sequence[Field], lines: Sequence[Line], tick: Tick, reason: str) -> tuple[Rows, list[Fault]]:
    """The rows of a file that are sound, and every wrong cell of the others; raises Faults where no row can be told."""
    place, columns = _head(fields, lines)
    given = frozenset(field.name for field in columns.values())
    below = lines[place + 1 :]
    if not below:
        refuse("表头下面没有内容，请填写后再上传")
    rows: list[Row] = []
    unsound: list[Row] = []
    faults: list[Fault] = []
    for count, line in enumerate(below, 1):
        found, errors = _found(columns, line)
        try:
            clean = validate(fields, found)
        except Invalid as wrong:
            errors = wrong.errors | errors
        if errors:
            unsound.append(Row(line.number, found, given, reason))
            faults += _told(fields, line, errors)
        else:
            rows.append(Row(line.number, clean, given, reason))
        if count % STEP == 0:
            tick(count)
    tick(len(below))
    return Rows(rows, unsound), faults


def _found(columns: dict[int, Field], line: Line) -> tuple[dict[str, Any], dict[str, str]]:
    """What stands in a line, by field, and what can't be read of it."""
    found: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for place, cell in enumerate(line.cells):
        field = columns.get(place)
        if field is None or cell is None:
            continue
        try:
            found[field.name] = cells.read(field, cell)
        except Invalid as wrong:
            errors.update(wrong.errors)
    return found, errors


def _told(fields: Sequence[Field], line: Line, errors: Mapping[str, str]) -> list[Fault]:
    """The errors of a line, in the order of the columns; those of no column last."""
    labels = {field.name: field.label for field in fields}
    order = {name: place for place, name in enumerate(labels)}
    known = sorted(errors.items(), key=lambda item: order.get(item[0], len(order)))
    return [Fault(line.number, labels.get(name, ""), says) for name, says in known]


def _head(fields: Sequence[Field], lines: Sequence[Line]) -> tuple[int, dict[int, Field]]:
    """Where the head stands and which field each column is; raises Faults at the heads that are wrong."""
    known = {_name(field.label): field for field in fields}
    known |= {field.name: field for field in fields if field.name.isupper()}  # codes of a national form (CF_WSH) are heads as good as its labels
    first = list(lines[:_SEARCHED])
    if not first:
        refuse("工作表是空的，请下载模板填写")
    place = max(range(len(first)), key=lambda index: (len(_known(first[index], known)), -index))
    line = first[place]
    if not _known(line, known):
        refuse(f"没有找到表头：应有一行写着“{'、'.join(field.label for field in list(fields)[:4])}”等列名，请用模板填写")
    faults: list[Fault] = []
    columns: dict[int, Field] = {}
    for index in range(max(len(other.cells) for other in lines[place:])):
        label = _name(line.cells[index] if index < len(line.cells) else None)
        field = known.get(label)
        if field is not None and field in columns.values():
            faults.append(Fault(line.number, field.label, "这一列出现了两次，请删去一列"))
        elif field is not None:
            columns[index] = field
        elif label:
            faults.append(Fault(line.number, label[:40], "模板里没有这一列，请删去或者改成模板的列名"))
        elif any(index < len(other.cells) and other.cells[index] not in (None, "") for other in lines[place + 1 :]):
            faults.append(Fault(line.number, f"第 {index + 1} 列", "这一列有内容而没有列名，请删去或者补上列名"))
    there = {field.name for field in columns.values()}
    faults += [
        Fault(line.number, field.label, "缺少这一列，请按模板补上") for field in fields if field.required and field.when is None and field.name not in there
    ]
    if faults:
        raise Faults(faults)
    return place, columns


def _known(line: Line, known: dict[str, Field]) -> set[str]:
    return {label for cell in line.cells if (label := _name(cell)) in known}


def _name(cell: object) -> str:
    """A head as it is compared: marks of required ones, brackets' width, blanks do not count."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = re.sub(rf"[\s*＊{REQUIRED}\u200b\ufeff]|（必填）|\(必填\)", "", cell)
    return text.translate({ord("("): "（", ord(")"): "）", ord(":"): "："})
