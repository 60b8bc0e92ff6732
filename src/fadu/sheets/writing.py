"""Worksheets written: the template to fill in, the list as it stands, the faults of a file.

Rows go to the file as they come: a list of any length takes the memory of one row. Texts are written as texts whatever they
begin with, so that no cell becomes a formula (CSV injection), and none becomes a link.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO, Any

import xlsxwriter

from fadu.law.forms import Field, Kind
from fadu.sheets import cells
from fadu.sheets.sheet import Clean, Fault, Sheet

GUIDE = "填写说明"
REQUIRED = "＊"
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}
_FORMATS = {
    Kind.DATE: {"num_format": "yyyy-mm-dd"},
    Kind.DATETIME: {"num_format": "yyyy-mm-dd hh:mm"},
    Kind.MONEY: {"num_format": "#,##0.00"},
    Kind.INT: {"num_format": "0"},
}
_TEXT = {"num_format": "@"}
_WIDTHS = {Kind.DATE: 12, Kind.DATETIME: 17, Kind.MONEY: 14, Kind.INT: 9, Kind.BOOL: 8, Kind.CODE: 21, Kind.IDCARD: 21, Kind.PHONE: 15, Kind.LONGTEXT: 40}
_HOW = {
    Kind.DATE: "日期，如 2026-11-20",
    Kind.DATETIME: "日期和时间，如 2026-11-20 10:30",
    Kind.INT: "整数",
    Kind.MONEY: "金额，单位元",
    Kind.CHOICE: "从列表中选一项",
    Kind.CHOICES: "可填几项，用顿号（、）隔开",
    Kind.BOOL: "填“是”或“否”",
    Kind.CODE: "18 位统一社会信用代码",
    Kind.IDCARD: "18 位身份证号码",
    Kind.PHONE: "手机号，或区号-座机号",
}
_VALIDATED = 2000
"""Lines below the head on which a template offers its choices."""
_LISTED = 255
"""Characters of a drop-down that a cell can hold by itself; longer lists stand on a worksheet of their own."""


def head(field: Field) -> str:
    """The head of a column: the label, marked where every row must fill it in."""
    return f"{field.label}{REQUIRED}" if field.required and field.when is None else field.label


def write_list(sheet: Sheet, fields: Sequence[Field], rows: Iterable[Clean], out: IO[bytes]) -> int:
    """The sheet with these rows (none: the template) and its guide; how many rows there were."""
    book = xlsxwriter.Workbook(out, _OPTIONS)
    try:
        page = book.add_worksheet(sheet.title[:31])
        formats = [book.add_format(_FORMATS.get(field.kind, _TEXT)) for field in fields]
        _columns(book, page, fields, formats)
        count = 0
        for count, row in enumerate(rows, 1):
            for column, field in enumerate(fields):
                _put(page, count, column, cells.write(field, row.get(field.name)), formats[column])
        _guide(book, sheet, fields)
    finally:
        book.close()
    return count


def write_plain(title: str, labels: Sequence[str], rows: Iterable[Sequence[str | int]], out: IO[bytes]) -> None:
    """A list that only goes out: labels and rows of texts and counts."""
    book = xlsxwriter.Workbook(out, _OPTIONS)
    page = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ") or "清单")
    bold = book.add_format({"bold": True})
    page.set_column(0, len(labels) - 1, 18)
    for column, label in enumerate(labels):
        page.write_string(0, column, label, bold)
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(line, column, value)
            else:
                page.write_string(line, column, value)
    book.close()


def write_faults(title: str, faults: Iterable[Fault], out: IO[bytes]) -> None:
    """What is wrong with a file, one line for each cell."""
    book = xlsxwriter.Workbook(out, _OPTIONS)
    page = book.add_worksheet("需要改正之处")
    bold = book.add_format({"bold": True})
    page.set_column(0, 0, 8)
    page.set_column(1, 1, 24)
    page.set_column(2, 2, 80)
    for column, label in enumerate(("行", "列", f"{title}：什么地方不对")):
        page.write_string(0, column, label, bold)
    for line, fault in enumerate(faults, 1):
        page.write_number(line, 0, fault.row)
        page.write_string(line, 1, fault.column)
        page.write_string(line, 2, fault.says)
    book.close()


def _columns(book: Any, page: Any, fields: Sequence[Field], formats: Sequence[Any]) -> None:
    """Heads, widths, formats and drop-downs; the head stays in sight."""
    strong = book.add_format({"bold": True, "bg_color": "#E8EEF2", "border": 1, "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format({"bg_color": "#F4F6F7", "border": 1, "text_wrap": True, "valign": "vcenter"})
    listed: Any = None
    for column, field in enumerate(fields):
        width = max(_WIDTHS.get(field.kind, 18), min(2 * len(field.label) + 4, 30))
        page.set_column(column, column, width, formats[column])
        page.write_string(0, column, head(field), strong if field.required and field.when is None else plain)
        choices = _offered(field)
        if not choices:
            continue
        source: Any = choices
        if sum(map(len, choices)) + len(choices) > _LISTED or any("," in label for label in choices):
            listed = listed or book.add_worksheet("选项")
            listed.hide()
            source = _apart(listed, choices)
        asked = {
            "validate": "list",
            "source": source,
            "ignore_blank": True,
            "error_title": field.label[:32],
            "error_message": f"请从列表中选择{field.label}"[:255],
        }
        page.data_validation(1, column, _VALIDATED, column, asked)
    page.freeze_panes(1, 0)


def _offered(field: Field) -> list[str]:
    """What a drop-down offers: one choice; several can't be chosen in one."""
    if field.kind is Kind.BOOL:
        return ["是", "否"]
    return [label for _, label in field.choices] if field.kind is Kind.CHOICE else []


def _apart(listed: Any, choices: Sequence[str]) -> str:
    """The choices in a row of the hidden worksheet (rows are written as they come, columns would have to be kept)."""
    line = getattr(listed, "lines_written", 0)
    listed.lines_written = line + 1
    for place, label in enumerate(choices):
        listed.write_string(line, place, label)
    last = xlsxwriter.utility.xl_col_to_name(len(choices) - 1)
    return f"='选项'!$A${line + 1}:${last}${line + 1}"


def _put(page: Any, line: int, column: int, value: Any, style: Any) -> None:
    if value is None:
        return
    if isinstance(value, date | datetime):
        page.write_datetime(line, column, value, style)
    elif isinstance(value, int | float):
        page.write_number(line, column, value, style)
    else:
        page.write_string(line, column, value, style)


def _guide(book: Any, sheet: Sheet, fields: Sequence[Field]) -> None:
    """How to fill it in, column by column."""
    page = book.add_worksheet(GUIDE)
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate((24, 10, 60, 30)):
        page.set_column(column, column, width)
    page.write_string(0, 0, f"{sheet.title}：填写说明", bold)
    lines = (
        *sheet.guide,
        f"带{REQUIRED}的列每行必填；不要改动第 1 行的列名，列的先后可以调整，不用的列可以删去",
        "有一处不对，整份表都不写入；改正后重新上传即可",
    )
    for line, text in enumerate(lines, 1):
        page.write_string(line, 0, f"{line}. {text}")
    start = len(lines) + 2
    for column, label in enumerate(("列", "必填", "怎样填", "例")):
        page.write_string(start, column, label, bold)
    for line, field in enumerate(fields, start + 1):
        choices = "、".join(label for _, label in field.choices)
        told = [_HOW.get(field.kind, f"文字，最多 {field.longest} 字"), field.help, f"可选：{choices}" if choices and len(choices) < 2000 else ""]
        must = "必填" if field.required and field.when is None else "视情况" if field.when else ""
        for column, text in enumerate((field.label, must, "；".join(part for part in told if part), field.example)):
            page.write_string(line, column, text, wrap)
