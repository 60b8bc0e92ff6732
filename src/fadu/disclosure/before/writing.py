"""A list as a file: worksheet, PDF, data. The same rows, with the version, the day and the hash on each."""

import json
from pathlib import Path
from typing import IO, Any

import typst
import xlsxwriter
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from fadu.disclosure.before.listing import Listing, printed
from fadu.disclosure.before.selectors import Whole
from fadu.documents.fonts import fonts

TEMPLATES = Path(__file__).with_name("typst")
MOST_PRINTED = 2000
"""Rows of a PDF: who needs more than that on paper asks for the list of an organ."""
MOST_CELL = 32_000
"""Signs that a cell of a worksheet holds."""
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def facts(whole: Whole) -> list[tuple[str, str]]:
    """What stands on every file: whose list, which version, since when, by which articles, how to check it."""
    listing = whole.listing
    return [
        ("清单", listing.title),
        ("机关", whole.organ.name if whole.organ else "全部机关"),
        ("版本", whole.version),
        ("内容自", timezone.localtime(whole.at).strftime("%Y-%m-%d %H:%M")),
        ("条数", str(len(whole.content.rows))),
        ("公布责任", listing.who),
        ("公布依据", "；".join(map(str, listing.bases))),
        ("SHA-256", whole.sha256),
        ("网址", settings.PUBLIC_URL + address(whole)),
    ]


def address(whole: Whole) -> str:
    """The page of the list."""
    return reverse(f"before:{whole.listing.id}") + (f"?organ={whole.organ.pk}" if whole.organ else "")


def write_excel(whole: Whole, out: IO[bytes]) -> None:
    """A worksheet of the rows, every column; another of what the file is."""
    book = xlsxwriter.Workbook(out, _OPTIONS)
    try:
        bold, wrap = book.add_format({"bold": True, "bg_color": "#E8EEF2", "border": 1}), book.add_format({"text_wrap": True, "valign": "top"})
        page = book.add_worksheet(whole.listing.title[:31])
        page.freeze_panes(1, 0)
        for place, column in enumerate(whole.listing.columns):
            page.set_column(place, place, max(10, min(40, 8 * (column.width or 2))))
            page.write_string(0, place, column.label, bold)
        for line, row in enumerate(whole.content.rows, 1):
            for place, column in enumerate(whole.listing.columns):
                value = row[column.name]
                if isinstance(value, int) and not isinstance(value, bool):
                    page.write_number(line, place, value)
                elif text := printed(value)[:MOST_CELL]:
                    page.write_string(line, place, text, wrap)
        page.autofilter(0, 0, len(whole.content.rows), len(whole.listing.columns) - 1)
        told = book.add_worksheet("说明")
        told.set_column(0, 0, 12)
        told.set_column(1, 1, 90)
        for line, (label, text) in enumerate(facts(whole)):
            told.write_string(line, 0, label, bold)
            told.write_string(line, 1, text, wrap)
    finally:
        book.close()


def data(whole: Whole) -> dict[str, Any]:
    """The list as data, described as a data set of schema.org (JSON-LD); `rows` as they are hashed, in order of their keys."""
    listing, by_key = whole.listing, whole.content.by_key
    home = settings.PUBLIC_URL + address(whole)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": home,
        "name": listing.title,
        "description": listing.lead,
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": whole.organ.name if whole.organ else "各行政执法机关"},
        "citation": [str(cite) for cite in listing.bases],
        "version": whole.edition.version if whole.edition and whole.current else None,
        "dateModified": whole.at.isoformat(timespec="seconds"),
        "sha256": whole.sha256,
        "key": listing.key,
        "columns": {column.name: column.label for column in listing.columns},
        "schema": settings.PUBLIC_URL + reverse("before:schema", args=[listing.id]),
        "rows": [by_key[key] for key in sorted(by_key)],
    }


def schema(listing: Listing) -> dict[str, Any]:
    """What the data are, as JSON Schema (2020-12)."""
    text = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": settings.PUBLIC_URL + reverse("before:schema", args=[listing.id]),
        "title": listing.title,
        "type": "object",
        "properties": {
            "@context": {"const": "https://schema.org"}, "@type": {"const": "Dataset"}, "@id": text, "name": text, "description": text, "inLanguage": text,
            "isAccessibleForFree": {"type": "boolean"}, "creator": {"type": "object"}, "citation": {"type": "array", "items": text},
            "version": {"type": ["integer", "null"], "minimum": 1}, "dateModified": {"type": "string", "format": "date-time"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "按主键排列的 rows 写成规范 JSON（RFC 8785）后的 SHA-256"},
            "key": {"const": listing.key}, "columns": {"type": "object", "additionalProperties": text}, "schema": text,
            "rows": {"type": "array", "items": listing.schema()},
        },
        "required": ["@type", "name", "version", "dateModified", "sha256", "key", "columns", "rows"],
    }  # fmt: skip


def write_pdf(whole: Whole) -> bytes:
    """The list on paper: A4 across, the main columns side by side, the others below each row."""
    listing = whole.listing
    main, below = listing.main, listing.below
    given = {
        "title": listing.title + (f"：{whole.organ.name}" if whole.organ else ""),
        "lead": listing.lead,
        "facts": facts(whole),
        "demo": settings.DEMO,
        "date": [whole.at.year, whole.at.month, whole.at.day],
        "foot": f"{whole.version}　SHA-256 {whole.sha256[:16]}…",
        "columns": [{"label": column.label, "width": column.width} for column in main],
        "rows": [
            {
                "cells": [printed(row[column.name]) for column in main],
                "below": [[column.label, text] for column in below if column.kind != "code" and (text := printed(row[column.name]))],
            }
            for row in whole.content.rows[:MOST_PRINTED]
        ],
    }
    compiler = typst.Compiler(TEMPLATES / "list.typ", root=TEMPLATES, font_paths=fonts(), ignore_system_fonts=True)
    made = compiler.compile(format="pdf", sys_inputs={"given": json.dumps(given, ensure_ascii=False)})
    assert isinstance(made, bytes)
    return made
