"""The sheets of a file set in type: cover, catalogue, note, sheets that stand for what can't be printed, lists and reports."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from fadu.documents import layouts
from fadu.documents.engine import typeset
from fadu.documents.fonts import fonts
from fadu.documents.forms import read

FOLDER = Path(__file__).with_name("forms")
TEMPLATES = Path(__file__).with_name("typst")


def sheet(name: str, title: str, organ: str, day: str, data: Mapping[str, Any]) -> bytes:
    """The PDF of a form of this room; the same data give the same bytes."""
    form = read((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    year, month, date = (int(part) for part in day.split("-"))
    return typeset(
        {
            "look": form.look,
            "signs": list(form.signs),
            "organ": organ,
            "title": title,
            "subject": title,
            "author": organ,
            "number": "",
            "numbered": False,
            "date": [year, month, date],
            "id": str(data.get("id", "")),
            "qr": None,
            "demo": settings.DEMO,
            "blocks": layouts.blocks(form, {"paper": {}, **data}, ""),
        }
    )


def stamps(count: int, first: int, label: str) -> bytes:
    """A PDF of empty pages that bear nothing but their numbers in the file, to be laid over copies of its papers."""
    given = {"label": label, "numbers": [str(first + place) for place in range(count)]}
    compiler = typst.Compiler(TEMPLATES / "stamps.typ", root=TEMPLATES, font_paths=fonts(), ignore_system_fonts=True)
    made = compiler.compile(format="pdf", sys_inputs={"given": json.dumps(given, ensure_ascii=False)})
    assert isinstance(made, bytes)
    return made
