"""The PDF of a document, the list of a case's, and the page that a QR code leads to."""

import uuid
from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.cases.errors import NotFound
from fadu.documents import selectors, storage
from fadu.documents.signing import checkpoints
from fadu.documents.signing import selectors as signing

SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; sandbox"


@require_safe
def pdf(request: HttpRequest, document_id: uuid.UUID) -> HttpResponse:
    """The document itself, to be looked at in the browser; `?save` to be saved."""
    try:
        found, content = selectors.pdf(request.actor, document_id)  # type: ignore[attr-defined]
    except NotFound as gone:
        raise Http404(str(gone)) from gone
    except storage.Damaged as damage:
        return render(request, "documents/damaged.html", {"damage": str(damage)}, status=500)
    shown = "attachment" if "save" in request.GET else "inline"
    name = quote(f"{found.title}{found.number}.pdf")
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f"{shown}; filename=\"{found.paper}.pdf\"; filename*=UTF-8''{name}",
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
            "Digest": f"sha-256={found.sha256}",
        },
    )


@require_safe
def listing(request: HttpRequest, case_id: uuid.UUID) -> HttpResponse:
    """The documents of a case."""
    rows = selectors.of_case(request.actor, case_id)  # type: ignore[attr-defined]
    return render(request, "documents/list.html", {"rows": rows, "case_id": case_id})


Landing = Callable[[HttpRequest, uuid.UUID], HttpResponseBase]
_landing: list[Landing] = []


def land_on(page: Landing) -> None:
    """Let a room above show whoever scans a paper more than its proof; asked once, at start-up."""
    _landing[:] = [page]


@require_safe
def proof(request: HttpRequest, document_id: uuid.UUID) -> HttpResponseBase:
    """Where the QR code of a paper leads."""
    return _landing[0](request, document_id) if _landing else particulars(request, document_id)


@require_safe
def particulars(request: HttpRequest, document_id: uuid.UUID) -> HttpResponse:
    """What the log commits to for this document; it names nobody, so anybody may read it."""
    try:
        found = selectors.committed(document_id)
    except NotFound as gone:
        raise Http404(str(gone)) from gone
    try:
        told, damage = signing.told(found), ""
    except storage.Damaged as damaged:
        told, damage = None, str(damaged)
    return render(request, "documents/proof.html", {"document": found, "organ": found.organ.name, "signature": told, "damage": damage})


@require_safe
def part(request: HttpRequest, document_id: uuid.UUID, name: str) -> HttpResponse:  # noqa: ARG001 - public: it tells of nobody but organ and authority
    """What proves a document's signature beside the PDF: certificate, chain, later time stamp, detached signature; to be checked with any tool."""
    try:
        found = signing.parts(selectors.committed(document_id)).get(name)
    except NotFound as gone:
        raise Http404(str(gone)) from gone
    if found is None:
        raise Http404("没有这个文件")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(found, content_type="application/octet-stream", headers=headers)


@require_safe
def signed_checkpoint(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """The last checkpoint of the public log that was signed by another suite too, with that signature and its certificate."""
    found = checkpoints.published()
    if found is None:
        raise Http404("没有另行签名的检查点")
    return HttpResponse(found, content_type="application/json", headers={"Cache-Control": "max-age=1"})
