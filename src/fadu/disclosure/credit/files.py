"""The rows as the files that the platforms take: a worksheet with the labels, a CSV with the codes."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime

import xlsxwriter

from fadu.disclosure.credit.fields import Form

Values = Mapping[str, str]
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - no moment: the same rows give the same bytes


def made(form: Form, rows: Iterable[Values], how: str) -> bytes:
    """The file: xlsx, csv (UTF-8 with its mark), gbk (CSV in GB 18030, for platforms that read no UTF-8)."""
    return excel(form, rows) if how == "xlsx" else comma(form, rows, "gb18030" if how == "gbk" else "utf-8-sig")


def excel(form: Form, rows: Iterable[Values]) -> bytes:
    """One line a decision, every cell as text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True})
    book.set_properties({"created": MADE})
    page = book.add_worksheet(form.title)
    bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
    for place, item in enumerate(form.items):
        page.write_string(0, place, item.label, bold)
        page.set_column(place, place, 18)
    for line, row in enumerate(rows, 1):
        for place, item in enumerate(form.items):
            page.write_string(line, place, row.get(item.code, ""), text)
    book.close()
    return out.getvalue()


def comma(form: Form, rows: Iterable[Values], encoding: str) -> bytes:
    """CSV with the codes as heads; a cell that would be a formula is made text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([item.code for item in form.items])
    for row in rows:
        writer.writerow([_plain(row.get(item.code, "")) for item in form.items])
    return out.getvalue().encode(encoding)


def _plain(value: str) -> str:
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
