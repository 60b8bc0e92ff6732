"""The bytes: in pieces to a player that a reading opened, whole to who downloads and says why."""

import re
import uuid
from collections.abc import Iterator
from http import HTTPStatus
from typing import BinaryIO, Final
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.cases.errors import NotFound
from fadu.evidence import vault
from fadu.evidence.models import Action
from fadu.evidence.recordings import services
from fadu.evidence.recordings.models import Derived
from fadu.law.forms import Invalid

PIECE: Final = 1 << 18
MOST_AT_ONCE: Final = 8 << 20
"""Bytes of one answer to a range without end: a player asks again."""


@require_safe
@entered_for("evidence.see")
def derived(request: HttpRequest, recording_id: uuid.UUID, reading_id: uuid.UUID, kind: str) -> HttpResponseBase:
    """A copy to play or a preview, opened by a reading of one's own."""
    try:
        recording = services.opened_for(actor_of(request), recording_id, reading_id)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    row = Derived.objects.filter(recording=recording, kind=kind).first()
    if row is None:
        raise Http404("副本还没有制作好")
    return ranged(request, row)


@require_POST
@entered_for("evidence.see")
def original(request: HttpRequest, recording_id: uuid.UUID) -> HttpResponseBase:
    """The original itself, as it came in; a reason is always given."""
    try:
        recording, _ = services.read(actor_of(request), recording_id, Action.DOWNLOAD, request.POST.get("reason", ""))
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Invalid as wrong:
        return redirect(f"{reverse('recordings:one', args=[recording_id])}?wrong={quote(wrong.errors['reason'])}#download")
    kept = recording.original
    try:
        source = vault.opened(kept.id, kept.size)
    except vault.Damaged as damage:
        return render(request, "recordings/damaged.html", {"damage": str(damage)}, status=500)
    return StreamingHttpResponse(
        _pieces(source, kept.size),
        content_type="application/octet-stream",
        headers={
            "Content-Length": str(kept.size),
            "Content-Disposition": f"attachment; filename=\"recording\"; filename*=UTF-8''{quote(kept.name)}",
            "Digest": f"sha-256={kept.sha256}",
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def ranged(request: HttpRequest, row: Derived) -> HttpResponseBase:
    """The whole or a range of a copy (RFC 9110, 14.2); of several ranges, the whole."""
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    wanted = _range(request.headers.get("Range", ""), row.size)
    if wanted == ():
        return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={**headers, "Content-Range": f"bytes */{row.size}"})
    first, last = wanted or (0, row.size - 1)
    try:
        source = vault.opened(row.id, row.size)
    except vault.Damaged as damage:
        raise Http404(str(damage)) from damage
    source.seek(first)
    headers |= {"Content-Length": str(last - first + 1)}
    if wanted:
        headers |= {"Content-Range": f"bytes {first}-{last}/{row.size}"}
    status = HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK
    return StreamingHttpResponse(_pieces(source, last - first + 1), status=status, content_type=row.media, headers=headers)


def _range(header: str, size: int) -> tuple[int, int] | tuple[()] | None:
    """First and last byte of a range; () for one that cannot be met, None for no range or one that is not understood."""
    match = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":
        return (max(size - int(last), 0), size - 1) if int(last) and size else ()
    if int(first) >= size or (last and int(last) < int(first)):
        return () if int(first) >= size else None
    return int(first), min(int(last) if last else int(first) + MOST_AT_ONCE - 1, size - 1)


def _pieces(source: BinaryIO, length: int) -> Iterator[bytes]:
    with source:
        while length > 0 and (piece := source.read(min(PIECE, length))):
            length -= len(piece)
            yield piece
