"""Reading a PDF back, as a clerk with a magnifying glass."""

import io
import re

from pypdf import PdfReader


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without white space."""
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    """The text of all pages, without white space."""
    return "".join(pages(pdf))


def squeezed(words: str) -> str:
    """Text without white space, which a PDF does not keep."""
    return re.sub(r"\s", "", words)


def rightmost(pdf: bytes) -> float:
    """How far right the last piece of text begins, in points."""
    edges: list[float] = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=lambda words, place, matrix, *_: edges.append(matrix[4] + place[4]) if words.strip() else None)
    return max(edges)


def fonts(pdf: bytes) -> set[str]:
    """Names of the embedded fonts."""
    found = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, "the font is not embedded"
            found.add(str(inner["/BaseFont"]))
    return found
