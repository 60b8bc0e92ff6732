"""What is opened by a link alone: the signer's own phone, and the message of an electronic service. Guessing is slowed down."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from fadu.cases.errors import Conflict, NotFound
from fadu.documents import storage
from fadu.evidence.signing import services
from fadu.evidence.signing.services.signing import Given
from fadu.evidence.signing.views.matters import picture_of, sent
from fadu.evidence.signing.views.signatures import given_by, pad
from fadu.law.forms import Invalid

MOST_MISSES: Final = 20
"""Links that lead nowhere which an address may ask for in ten minutes."""

WINDOW: Final = 600


def _by_link(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A link that does not hold is one page, whatever is wrong with it; who tries many waits."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        missed = f"link-misses:{request.META.get('REMOTE_ADDR', '')}"
        if cache.get(missed, 0) >= MOST_MISSES:
            return _closed(request, "打开的无效链接过多，请十分钟后再试", HTTPStatus.TOO_MANY_REQUESTS)
        try:
            answer = view(request, token, *args, **kwargs)
        except NotFound as gone:
            cache.add(missed, 0, WINDOW)
            cache.incr(missed)
            return _closed(request, str(gone), HTTPStatus.NOT_FOUND)
        answer["Cache-Control"] = "no-store"
        return answer

    return guarded


def _closed(request: HttpRequest, says: str, status: int) -> HttpResponse:
    return render(request, "signing/closed.html", {"says": says}, status=status)


@require_http_methods(["GET", "POST"])
@_by_link
def sign(request: HttpRequest, token: str) -> HttpResponseBase:
    """Sign on one's own phone."""
    opened = services.open_link(token)
    if request.method == "GET":
        return pad(request, opened.invited, {}, token=token)
    given = given_by(request)
    if not given.strokes:  # a typed name needs the witness, who is with the officer
        return pad(request, opened.invited, {"strokes": "请在框内签名；不能手写的，请到执法人员的设备上办理"}, token=token)
    try:
        services.spend(token, Given(given.sha256, given.pages, given.strokes, "", given.corrections, given.device))
    except Invalid as invalid:
        return pad(request, opened.invited, invalid.errors, token=token)
    except Conflict as late:
        return _closed(request, str(late), HTTPStatus.CONFLICT)
    return render(request, "signing/thanks.html", {"matter": opened.invited.matter})


@require_GET
@_by_link
def page(_request: HttpRequest, token: str, number: int) -> HttpResponseBase:
    """One page of what is signed by the link."""
    return picture_of(services.open_link(token).invited.matter, number)


@require_GET
@_by_link
def message(request: HttpRequest, token: str) -> HttpResponseBase:
    """The message of an electronic service: what is served, by whom, from when it counts."""
    found = services.opened(token)
    result = getattr(found.attempt, "result", None)
    return render(
        request, "signing/message.html", {"message": found, "document": found.attempt.document, "organ": found.attempt.organ, "result": result, "token": token}
    )


@require_GET
@_by_link
def message_pdf(_request: HttpRequest, token: str) -> HttpResponseBase:
    """The document that was served."""
    return sent(storage.fetch(services.opened(token).attempt.document.sha256), "application/pdf")
