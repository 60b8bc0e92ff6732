"""The code on a paper: the id at its foot, which its QR code leads to. 74 of its 128 bits are chance, so nobody comes upon one by trying.

It proves that somebody has, or had, the paper before the eyes: the party, who lives with it, the postman, who passes a sealed
door. It therefore opens what such a person may know, and never what the matter holds beside the paper.
"""

import re
import unicodedata
import uuid
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from fadu.agencies.throttle import missed, missed_often
from fadu.documents.models import Document

LONGEST: Final = 300
"""Signs of what is typed or pasted that are read."""
MISSES: Final = 20
"""Codes that lead nowhere which one address may try in ten minutes, on all pages together."""
WHAT: Final = "paper"
_ID: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?7[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}(?![0-9a-f])")
TOO_OFTEN: Final = "查不到的编码试得太多，请十分钟后再试"
NONE: Final = "没有与这个编码对应的文书。请核对文书页脚的编号，或者扫描文书上的二维码"
WRONG: Final = "编号应当是文书页脚右下角的 32 位字母和数字"


def read(text: str) -> uuid.UUID | None:
    """The code in what was typed or pasted (blanks, wide signs and the whole address of a QR code are all right); None where there is none."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    found = _ID.search(re.sub(r"[‐-―−﹣]", "-", re.sub(r"\s", "", plain)))
    return uuid.UUID(found[0]) if found else None


def paper(code: uuid.UUID) -> Document | None:
    """The document of a code."""
    return Document.objects.select_related("leaf", "organ", "step", "case__organ", "case__party").filter(pk=code).first()


def slowed(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Who tries many codes that lead nowhere waits. What is answered is kept by nobody, and found by no search engine."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if missed_often(request, WHAT, MISSES):
            answer: HttpResponseBase = closed(request, TOO_OFTEN, HTTPStatus.TOO_MANY_REQUESTS)
        else:
            answer = view(request, *args, **kwargs)
            if answer.status_code == HTTPStatus.NOT_FOUND:
                missed(request, WHAT)
        answer["Cache-Control"], answer["X-Robots-Tag"] = "private, no-store", "noindex"
        answer["Referrer-Policy"] = "same-origin"  # with none at all a browser names no origin either, and no form of the page would be taken
        return answer

    return guarded


def closed(request: HttpRequest, says: str, status: int = HTTPStatus.NOT_FOUND) -> HttpResponse:
    """One page for every code that opens nothing, whatever the reason: it tells nobody whether there is such a paper."""
    return render(request, "verify/closed.html", {"says": says}, status=status)
