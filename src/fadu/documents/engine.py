"""Typst, kept on a short lead: our fixed template, our fonts, and a layout that reaches it only as JSON.

The template reads `sys.inputs.layout` with `json()` and prints strings; nothing from the data is ever parsed as typst.
"""

import json
import re
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst

from fadu.documents.fonts import fonts

TEMPLATES = Path(__file__).with_name("typst")
ARCHIVAL: Literal["a-2a"] = "a-2a"
"""PDF/A-2a: what an archive can keep, with the structure a screen reader needs."""

_UNDISPLAYABLE = "could not be displayed with"
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)/Kids\[")
_own = threading.local()


def typeset(layout: Mapping[str, Any]) -> bytes:
    """The PDF of a layout; the same layout gives the same bytes.

    A character that no font has (a picture sign, a script we carry no type for) is forbidden in PDF/A; such a document
    is set as plain PDF, with the empty box in the character's place.
    """
    inputs = {"layout": json.dumps(layout, ensure_ascii=False)}
    try:
        return _compile(inputs, ARCHIVAL)
    except typst.TypstError as error:
        if _UNDISPLAYABLE not in str(error):
            raise
    return _compile(inputs, None)


def sheet_of(name: str, layout: Mapping[str, Any]) -> bytes:
    """The PDF of a layout that has a template of its own, such as the sign of a window; set as a document is, by the same rules."""
    made = _compiler(name).compile(format="pdf", sys_inputs={"layout": json.dumps(layout, ensure_ascii=False)})
    assert isinstance(made, bytes)
    return made


def pictures(layout: Mapping[str, Any], *, sharpness: int = 110) -> list[bytes]:
    """The pages of a layout as PNG, for reading on a screen that has no reader of PDF."""
    made = _compiler().compile(format="png", ppi=sharpness, sys_inputs={"layout": json.dumps(layout, ensure_ascii=False)})
    return [made] if isinstance(made, bytes) else list(made or ())


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has: typst writes its page tree in the clear, after whatever a title may say."""
    return int(_PAGES.findall(pdf)[-1])


def _compile(inputs: dict[str, str], standard: Literal["a-2a"] | None) -> bytes:
    made = _compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards=standard)
    assert isinstance(made, bytes)
    return made


def _compiler(name: str = "document") -> typst.Compiler:
    """This thread's compiler of a template: one that was given another template keeps to that."""
    kept: dict[str, typst.Compiler] = _own.__dict__.setdefault("compilers", {})
    if name not in kept:
        kept[name] = typst.Compiler(TEMPLATES / f"{name}.typ", root=TEMPLATES, font_paths=fonts(), ignore_system_fonts=True)
    return kept[name]
