"""The statistics as a worksheet, a page for each table, as they are reported and published."""

from collections.abc import Iterable
from typing import IO

import xlsxwriter

from fadu.disclosure.annual.counting import Year


def write_book(years: Iterable[Year], out: IO[bytes]) -> None:
    """The tables of a year. Money in 元, no duty as —, which is not nought."""
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    plain = book.add_format({"border": 1})
    yuan = book.add_format({"border": 1, "num_format": "#,##0.00"})
    try:
        for found in years:
            page = book.add_worksheet(found.table.title[:31])
            page.write_string(0, 0, f"{found.year} 年度{found.table.title}", book.add_format({"bold": True, "font_size": 14}))
            heads = ["单位", *(column.label for column in found.table.columns), *(["合计（宗）"] if found.table.total else [])]
            for place, head in enumerate(heads):
                page.write_string(2, place, head, bold)
            page.set_column(0, 0, 30)
            page.set_column(1, len(heads), 12)
            for line, row in enumerate(found.rows, 3):
                page.write_string(line, 0, row.organ.name, plain)
                for place, column in enumerate(found.table.columns, 1):
                    value = row.cells[column.id].value
                    if value is None:
                        page.write_string(line, place, "—", plain)
                    else:
                        page.write_number(line, place, value / 100 if column.sums else value, yuan if column.sums else plain)
                if found.table.total:
                    page.write_string(line, len(heads) - 1, "—", plain) if row.total is None else page.write_number(line, len(heads) - 1, row.total, plain)
            last = 3 + len(found.rows)
            page.write_string(last, 0, "合计", bold)
            for place, column in enumerate(found.table.columns, 1):
                page.write_number(last, place, found.sums[column.id] / (100 if column.sums else 1), yuan if column.sums else plain)
            if found.table.total:
                page.write_number(last, len(heads) - 1, found.total, plain)
            page.write_string(last + 2, 0, f"说明：{found.table.note}“—”表示没有这项职责，“0”表示有职责而没有发生。")
    finally:
        book.close()
