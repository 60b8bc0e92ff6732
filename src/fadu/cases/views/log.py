"""The public log: a page that explains it, and its files as the specification lays them out (C2SP tlog-tiles)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fadu.accounts.permissions import may
from fadu.cases.services.log import Log, folder, vkey
from fadu.cases.views.guard import actor_of
from fadu.ledger import checkpoint as checkpoints
from fadu.ledger.storage import Folder

LONGEST = 80
"""Characters of a tile's path: the largest log has fewer."""


@require_GET
def log(request: HttpRequest) -> HttpResponseBase:
    """What the log is, its last checkpoint, its key."""
    seen = Log()
    head = checkpoints.read(seen.note) if seen.note else None
    health = "/log/health/" if may(actor_of(request), "health.see") else ""  # a room above has the page
    address = f"{str(settings.PUBLIC_URL).rstrip('/')}{request.path}".rstrip("/")
    about = {"head": head, "note": seen.note, "vkey": vkey(), "root": head.root.hex() if head else "", "sees_health": health, "address": address}
    return render(request, "cases/log.html", about)


@require_GET
def checkpoint(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """The last checkpoint, text/plain."""
    data = Folder(folder()).read("checkpoint")
    if data is None:
        raise Http404
    answer = HttpResponse(data, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "max-age=1"
    return answer


@require_GET
def log_key(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001
    """The public key line."""
    return HttpResponse(f"{vkey()}\n", content_type="text/plain; charset=utf-8")


@require_GET
def tile(request: HttpRequest, path: str) -> HttpResponseBase:  # noqa: ARG001
    """A tile or a bundle of entries: immutable."""
    if len(path) > LONGEST or not all(part and part.strip("0123456789xp.") in {"", "entries"} and part not in {".", ".."} for part in path.split("/")):
        raise Http404
    data = Folder(folder()).read(f"tile/{path}")
    if data is None:
        raise Http404
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
