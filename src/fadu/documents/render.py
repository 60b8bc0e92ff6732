"""`render(paper_id, data) -> PDF`: the one way a paper is made.

`data` is plain JSON; whatever is missing is printed as a blank rule, to be filled by hand, and never an error:

    paper     id (of the document), title, number, made_on, url (of its proof)
    organ     name, code, address, phone, region, review_organ, court, bank …
    case      title, number, cause, filed_on …
    party     kind (person, unit), name, code, legal_rep, id_no, address, phone
    officers  [{name, credential}] of those who handle it
    step      what was answered in the step that makes the paper
    steps     {step: [answers, …]} of all earlier steps, each with taken_on, taken_at, taken_by
    taken     of this step: name, label, at, on, by, basis
    facts     of the case
    law       item, violated, basis, discretion (table, band, range, factors, explanation)
    papers    {paper: {title, number, made_on}} made before; `attached` is the one this belongs to
    sums      owed
    file      documents, count, pages, first_on, last_on
    demo      true draws the seal of demonstrations
"""

import io
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import segno

from fadu.documents import layouts
from fadu.documents.engine import typeset
from fadu.documents.expressions import at
from fadu.documents.forms import form
from fadu.documents.wording import clean, text
from fadu.law.papers import Paper, paper

PaperData = Mapping[str, Any]

MASK = 3  # any mask is valid; weighing all eight takes four times as long as setting a page
LONGEST_ADDRESS = 1000
_UNDATED = [1970, 1, 1]


def render(paper_id: str, data: PaperData, signed: Mapping[str, Any] | None = None) -> bytes:
    """The PDF of a paper; the same data give the same bytes. `signed` is its sheet of signatures (`documents.signatures`).

    Raises:
        KeyError: there is no such paper.
        FontsMissing: the Chinese fonts are not installed.

    """
    return typeset(layout(paper(paper_id), data, signed))


def layout(kind: Paper, data: PaperData, signed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What is to be drawn for a paper of that kind."""
    sheet = form(kind.id)
    number = text(at(data, "paper.number"))
    organ = text(at(data, "organ.name")) or "（机关名称）"
    body = layouts.blocks(sheet, {"paper": {}, **data}, kind.copies)
    body += [{"k": "leaf"}, {"k": "signed", **signed}] if signed else []
    return {
        "look": sheet.look,
        "signs": list(sheet.signs),
        "organ": organ,
        "title": kind.title,
        "subject": kind.title + number,
        "author": organ,
        "number": number,
        "numbered": kind.number_word is not None,
        "date": _made_on(at(data, "paper.made_on")),
        "id": text(at(data, "paper.id")),
        "qr": _code(at(data, "paper.url")),
        "demo": data.get("demo") is True,
        "blocks": body,
    }


def _made_on(value: object) -> list[int]:
    """Year, month and day for the PDF's own date; fixed where unknown, so that nothing depends on the clock."""
    try:
        when = date.fromisoformat(str(value)[:10])
    except ValueError:
        return _UNDATED
    return [when.year, when.month, when.day]


@lru_cache(maxsize=256)
def _picture(address: str) -> tuple[int, ...]:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=MASK).save(drawn, kind="png", scale=3, border=2)
    return tuple(drawn.getvalue())


def _code(url: object) -> tuple[int, ...] | None:
    """The QR code of the address where the document's proof is: the bytes of a PNG that we draw ourselves."""
    address = clean(url) if isinstance(url, str) else ""
    return _picture(address) if address and len(address) <= LONGEST_ADDRESS else None
