"""The files of an edition over the line: whole or a range, not again to who has them, and not at all once something in them was taken back."""

import re
from base64 import b64encode
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from fadu.agencies.throttle import spend
from fadu.disclosure.opendata import selectors
from fadu.disclosure.opendata.api.door import WINDOW
from fadu.disclosure.opendata.api.problems import problem
from fadu.disclosure.opendata.writing import FORMATS

DESCRIBES: Final = {"json": "application/json; charset=utf-8", "jsonld": "application/ld+json; charset=utf-8"}
AGAIN: Final = 60
"""Seconds after which somebody may ask again for a file that is being made anew."""
STEP: Final = 1 << 18
_RANGE: Final = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")
_OPEN: Final = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Content-Range, Retry-After"}


@require_safe
def latest(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of the latest edition: an address that stays."""
    return _served(request, "", name)


@require_safe
def file(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    """A file of one edition."""
    return _served(request, folder, name)


def _served(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    share = spend(request, "files", settings.FADU_OPEN_LIMIT, WINDOW)
    if share.over:
        told = f"同一地址每分钟最多下载 {share.most} 次，请在 {share.reset} 秒后再试"
        return problem("fadu:too-many", told, headers={"Retry-After": str(share.reset), **_OPEN})
    if selectors.held(name) and selectors.stale():
        told = "有信息刚被撤回或者更正，含有它的文件已经停止提供，正在重新生成；现在的内容可以用公开接口查询"
        return problem("fadu:renewing", told, headers={"Retry-After": str(AGAIN), "Cache-Control": "no-store", **_OPEN})
    found = selectors.file(folder, name)
    if found is None:
        raise Http404("没有这个文件：版次可能已经移除")
    edition, path, sha256 = found
    try:
        answer = _answered(request, path, sha256)
    except FileNotFoundError as gone:  # taken away since
        raise Http404("没有这个文件：版次可能已经移除") from gone
    answer["Last-Modified"] = http_date(edition.made_at.timestamp())
    answer["Cache-Control"] = "public, no-cache"  # caches ask each time: what was taken back is gone from them too
    for label, value in _OPEN.items():
        answer[label] = value
    return answer


def _answered(request: HttpRequest, path: Path, sha256: str) -> HttpResponseBase:
    """The whole, the range asked for, or 304."""
    size, tag, form = path.stat().st_size, f'"{sha256}"', path.name.rpartition(".")[2]
    kind = FORMATS.get(form) or DESCRIBES[form]
    shown = "inline" if form in DESCRIBES else "attachment"
    headers = {"ETag": tag, "Accept-Ranges": "bytes", "Content-Disposition": f'{shown}; filename="{path.name}"', "Repr-Digest": _digest(sha256)}
    asked = request.headers.get("Range", "") if request.headers.get("If-Range", tag) == tag else ""
    wanted = _wanted(asked, size) if asked else None
    whole = HttpResponse(status=HTTPStatus.OK, content_type=kind, headers=headers)
    if (known := get_conditional_response(request, etag=tag, response=whole)) is not whole and known is not None:
        return known
    if wanted == (0, 0):
        return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{size}"})
    start, end = wanted or (0, size)
    headers |= {"Content-Length": str(end - start)} | ({"Content-Range": f"bytes {start}-{end - 1}/{size}"} if wanted else {})
    status = HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK
    if request.method == "HEAD":
        return HttpResponse(status=status, content_type=kind, headers=headers)
    return StreamingHttpResponse(_parts(path, start, end), status=status, content_type=kind, headers=headers)


def _digest(sha256: str) -> str:
    """The hash as RFC 9530 writes it."""
    return f"sha-256=:{b64encode(bytes.fromhex(sha256)).decode()}:"


def _wanted(asked: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last; None for the whole, (0, 0) where there is no such range."""
    found = _RANGE.fullmatch(asked.replace(" ", ""))
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    start, end = (max(0, size - int(last)), size) if not first else (int(first), min(size, int(last) + 1 if last else size))
    return (start, end) if start < end else (0, 0)


def _parts(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as source:
        source.seek(start)
        left = end - start
        while left and (part := source.read(min(STEP, left))):
            left -= len(part)
            yield part
