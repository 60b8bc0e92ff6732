"""How a public page is sent: its frame laid once for all visitors, its body by itself, and not at all where the visitor has it already.

What the public sees changes by an `Event` and by nothing else; so the last of them, with the address, is the validator of a page.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.html import escape
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.safestring import SafeString, mark_safe

from fadu.disclosure.models import Event

FRESH = 60
"""Seconds for which a page may be kept without asking again."""
KEPT = 256
_TITLE, _HEAD, _BODY = "\x02title\x03", "\x02head\x03", "\x02body\x03"


class Page(NamedTuple):
    """A page as it was laid: its title, its body, its status, links for its head."""

    title: str
    body: SafeString
    status: int = 200
    feed: str = ""


def stamp() -> tuple[str, datetime | None]:
    """What the public sees now, as a word, and since when."""
    last = Event.objects.order_by("-id").values_list("id", "at").first()
    return (str(last[0]), last[1]) if last else ("", None)


def answer(request: HttpRequest, lay: Callable[[], Page], *, of: str = "", since: datetime | None = None) -> HttpResponse:
    """The page, or that it has not changed.

    Args:
        request: who asks for it; it is the same for all visitors.
        lay: makes it.
        of: what it depends on; all that is public unless told.
        since: when that last changed.
    """
    if not visitor(request):
        response = HttpResponse(_whole(request, lay_now := lay()), status=lay_now.status)
        response["Cache-Control"] = "private, no-cache"
        return response
    if not of:
        of, since = stamp()
    tag = _tag(request, of)
    if unchanged(request, tag, since):
        return told(HttpResponseNotModified(), tag, since)
    page = _pages.get(tag)
    if page is None:
        page = lay()
        if page.status == 200 and since:  # what was never published by an event has no validator to be kept by
            _pages.put(tag, page)
    response = HttpResponse(_framed(request, page), status=page.status)
    return told(response, tag, since) if page.status in {200, 410} else response


def visitor(request: HttpRequest) -> bool:
    """Whether nobody is signed in, so far as the request says."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES


def unchanged(request: HttpRequest, tag: str, since: datetime | None) -> bool:
    """Whether who asks has it already (RFC 9110, 13.2.2: the tag goes before the date)."""
    if given := request.headers.get("If-None-Match"):
        return "*" in given or tag in parse_etags(given)
    before = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return before is not None and since is not None and int(since.timestamp()) <= before


def told(response: HttpResponse, tag: str, since: datetime | None) -> HttpResponse:
    """With its validators, and for how long it may be kept."""
    response["ETag"], response["Cache-Control"] = tag, f"public, max-age={FRESH}"
    if since:
        response["Last-Modified"] = http_date(since.timestamp())
    patch_vary_headers(response, ["Cookie"])
    return response


@cache
def release() -> str:
    """The version of the installed package, with which pages may change."""
    try:
        return version("fadu")
    except PackageNotFoundError:
        return "0"


def tag_of(request: HttpRequest, of: str) -> str:
    """The validator of what is at this address."""
    return _tag(request, of)


def _tag(request: HttpRequest, of: str) -> str:
    return f'W/"{hashlib.sha256(f"{release()} {settings.DEMO} {request.get_full_path()} {of}".encode()).hexdigest()[:32]}"'


class _Pages:
    """The last pages that were laid, by their validator; they hold nothing but what is public."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Page] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> Page | None:
        """A page, if it is kept."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def put(self, tag: str, page: Page) -> None:
        """Keep a page, and forget the one that was not asked for the longest."""
        with self._lock:
            self._kept[tag] = page
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


_pages = _Pages()
_frames: dict[tuple[str, bool], str] = {}


def _framed(request: HttpRequest, page: Page) -> str:
    """The page in the frame that all visitors share."""
    key = (request.resolver_match.view_name if request.resolver_match else "", settings.DEMO)
    if key not in _frames:
        _frames[key] = _frame(request, *(mark_safe(part) for part in (_TITLE, _HEAD, _BODY)))  # noqa: S308 - places to be filled
    return _frames[key].replace(_TITLE, escape(page.title), 1).replace(_HEAD, _head(page), 1).replace(_BODY, page.body, 1)


def _whole(request: HttpRequest, page: Page) -> str:
    return _frame(request, page.title, _head(page), page.body)


def _frame(request: HttpRequest, title: Any, head: Any, body: Any) -> str:
    return render_to_string("disclosure/shell.html", {"page": {"title": title, "head": head, "body": body}}, request=request)


def _head(page: Page) -> SafeString:
    link = f'<link rel="alternate" type="application/atom+xml" title="{escape(page.title)}" href="{escape(page.feed)}">' if page.feed else ""
    return mark_safe(link)  # noqa: S308 - both its values are escaped
