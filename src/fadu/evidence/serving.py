"""The bytes of an original over the line: whole or a range of them, opened frame by frame as they are sent."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import BinaryIO, Final
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from fadu.evidence import vault
from fadu.evidence.models import Copy, Original

INLINE: Final = frozenset({
    "image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf",
    "video/mp4", "video/webm", "video/quicktime", "audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg", "audio/aac", "audio/flac",
})  # fmt: skip
"""What a browser shows by itself and nothing can hide in; all else is only saved."""
SANDBOX: Final = "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; sandbox"
STEP: Final = 1 << 18
_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


def served(request: HttpRequest, source: BinaryIO, original: Original, *, inline: bool) -> HttpResponseBase:
    """An answer with the bytes of `source`, or with those that the request asks for."""
    tag = f'"{original.sha256}"'
    asked = request.headers.get("Range", "")
    wanted = _wanted(asked, original.size) if request.headers.get("If-Range", tag) == tag else None
    if wanted == (0, 0) and asked:
        source.close()
        return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{original.size}"})
    start, end = wanted or (0, original.size)
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Disposition": f"{'inline' if inline else 'attachment'}; filename=\"{original.pk}\"; filename*=UTF-8''{quote(original.name, safe='')}",
        "Content-Length": str(end - start),
        "Content-Security-Policy": SANDBOX,
        "Digest": f"sha-256={original.sha256}",
        "ETag": tag,
        "X-Content-Type-Options": "nosniff",
        **({"Content-Range": f"bytes {start}-{end - 1}/{original.size}"} if wanted else {}),
    }
    status = HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK
    media = original.media if inline else "application/octet-stream"
    if request.method == "HEAD":
        source.close()
        return HttpResponse(status=status, content_type=media, headers=headers)
    return StreamingHttpResponse(_parts(source, start, end), status=status, content_type=media, headers=headers)


def copied(copy: Copy, original: Original) -> HttpResponseBase:
    """An answer with a cleaned copy of an original, to be looked at; raises vault.Damaged."""
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f"inline; filename=\"{original.pk}\"; filename*=UTF-8''{quote(original.name, safe='')}",
        "Content-Length": str(copy.size),
        "Content-Security-Policy": SANDBOX,
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingHttpResponse(_parts(vault.opened(copy.key, copy.size or 0), 0, copy.size or 0), content_type=original.media, headers=headers)


def _wanted(asked: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last; None for the whole, (0, 0) where there is no such range."""
    found = _RANGE.fullmatch(asked.replace(" ", ""))
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
    return (start, end) if start < end else (0, 0)


def _parts(source: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    with source:
        source.seek(start)
        left = end - start
        while left and (part := source.read(min(STEP, left))):
            left -= len(part)
            yield part
