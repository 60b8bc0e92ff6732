"""The statistics as a worksheet, a page for each table, and on paper, as they are reported and published."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any

import typst
import xlsxwriter

from fadu.disclosure.annual.laying import NO_DUTY, Laid
from fadu.documents.engine import ARCHIVAL
from fadu.documents.fonts import fonts

TEMPLATES = Path(__file__).with_name("typst")


def write_book(year: int, tables: Sequence[Laid], out: IO[bytes], narrative: str = "") -> None:
    """The tables of a year. Money in 万元; no duty in words, which is not nought."""
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    plain, yuan = book.add_format({"border": 1}), book.add_format({"border": 1, "num_format": "#,##0.00##"})
    share, title = book.add_format({"border": 1, "num_format": "0.00"}), book.add_format({"bold": True, "font_size": 14})
    try:
        for table in tables:
            page = book.add_worksheet(table.title[:31])
            page.write_string(0, 0, f"{year} 年度{table.title}", title)
            for place, head in enumerate(["单位", *(label for _, label in table.heads)]):
                page.write_string(2, place, head, bold)
            page.set_column(0, 0, 30)
            page.set_column(1, len(table.heads), 12)
            page.freeze_panes(3, 1)
            for at, line in enumerate([*table.rows, table.sums, table.before], 3):
                page.write_string(at, 0, line.name, bold if line.organ is None else plain)
                for place, cell in enumerate(line.cells, 1):
                    if cell.number is None:
                        page.write_string(at, place, cell.text, plain)
                    else:
                        page.write_number(at, place, cell.number, yuan if cell.money else share if isinstance(cell.number, float) else plain)
            page.write_string(len(table.rows) + 6, 0, f"说明：{table.note}“{NO_DUTY}”与“0”不同，“0”表示有职责而没有发生。")
        if narrative:
            page = book.add_worksheet("总体情况")
            page.set_column(0, 0, 110)
            for place, text in enumerate(narrative.splitlines()):
                page.write_string(place, 0, text, book.add_format({"text_wrap": True, "valign": "top"}))
    finally:
        book.close()


def printed(
    *,
    title: str,
    organ: str,
    on: date,
    facts: Sequence[tuple[str, str]],
    paragraphs: Sequence[Mapping[str, str]],
    tables: Sequence[Mapping[str, Any]],
    foot: str,
) -> bytes:
    """A report on paper; the same report gives the same bytes.

    Args:
        title, organ, on: its head and the day of the file.
        facts: pairs printed under the head.
        paragraphs: {"text"} of a paragraph, {"head"} of a heading.
        tables: title, heads, rows of words, note; `strong` counts the last lines that are sums.
        foot: what stands at the foot of every page.
    """
    told = {
        "title": title, "organ": organ, "date": [on.year, on.month, on.day], "facts": [list(fact) for fact in facts],
        "paragraphs": list(paragraphs), "tables": list(tables), "foot": foot,
    }  # fmt: skip
    compiler = typst.Compiler(TEMPLATES / "report.typ", root=TEMPLATES, font_paths=fonts(), ignore_system_fonts=True)
    inputs = {"report": json.dumps(told, ensure_ascii=False)}
    try:
        made = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=ARCHIVAL)
    except typst.TypstError as error:  # a sign that no font has: set as plain PDF, as papers are (`documents.engine`)
        if "could not be displayed with" not in str(error):
            raise
        made = compiler.compile(format="pdf", sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


def on_paper(table: Laid) -> dict[str, Any]:
    """A table for `printed`: columns that hold nothing in either year are left out of the paper and told in its note."""
    lines = [*table.rows, table.sums, table.before]
    full = [place for place in range(len(table.heads)) if any(line.cells[place].value for line in lines)]
    empty = [label for place, (_, label) in enumerate(table.heads) if place not in full]
    told = f"两年都没有发生、没有另列的项目：{'、'.join(empty)}。" if empty else ""
    shown = [line for line in table.rows if any(cell.value is not None for cell in line.cells)]
    none = [line.name for line in table.rows if line not in shown]
    absent = f"{NO_DUTY}的机关：{'、'.join(none)}。" if none else ""
    return {
        "title": table.title,
        "heads": ["单位", *(table.heads[place][1] for place in full)],
        "rows": [[line.name, *(line.cells[place].text for place in full)] for line in [*shown, table.sums, table.before]],
        "strong": 2,
        "note": f"{table.note}{told}{absent}",
    }
