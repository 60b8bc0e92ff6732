"""The rows as the files that the platforms take: a worksheet with the labels, a CSV with the codes."""

import csv
import io
from collections.abc import Iterable

import xlsxwriter

from fadu.disclosure.credit.fields import Form
from fadu.disclosure.credit.rows import Built


def excel(form: Form, rows: Iterable[Built]) -> bytes:
    """One line a decision, every cell as text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True})
    page = book.add_worksheet(form.title)
    bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
    for place, item in enumerate(form.items):
        page.write_string(0, place, item.label, bold)
        page.set_column(place, place, 18)
    for line, row in enumerate(rows, 1):
        for place, item in enumerate(form.items):
            page.write_string(line, place, row.values.get(item.code, ""), text)
    book.close()
    return out.getvalue()


def comma(form: Form, rows: Iterable[Built]) -> bytes:
    """CSV in UTF-8 with its mark, so that every office program reads it; a cell that would be a formula is made text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([item.code for item in form.items])
    for row in rows:
        writer.writerow([_plain(row.values.get(item.code, "")) for item in form.items])
    return ("\ufeff" + out.getvalue()).encode()


def _plain(value: str) -> str:
    return f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
