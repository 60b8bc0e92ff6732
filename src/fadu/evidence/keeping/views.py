"""What a monitor and the holder of a paper ask; and the page of the installation's health."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.cases.errors import NotFound
from fadu.cases.views.guard import actor_of, signed_in
from fadu.documents.selectors import committed
from fadu.evidence.keeping import publishing, selectors


@require_safe
def status(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """How many leaves wait."""
    return _json(publishing.status(), "no-cache")


@require_safe
def told(request: HttpRequest, document_id: uuid.UUID) -> HttpResponseBase:  # noqa: ARG001
    """What is said of a document, with its receipt; it names nobody, so anybody who holds the paper may read it."""
    try:
        found = committed(document_id)
    except NotFound as gone:
        raise Http404(str(gone)) from gone
    return _json(publishing.told_of(found).to_json(), "max-age=60")


@require_safe
@signed_in
def health(request: HttpRequest) -> HttpResponseBase:
    """The installation's health, for who administers or supervises."""
    return render(request, "keeping/health.html", {"health": selectors.health(actor_of(request))})


def _json(text: str, kept: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/json; charset=utf-8", headers={"Cache-Control": kept})
