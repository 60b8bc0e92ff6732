"""What every page of the room does first: somebody must be signed in, and a case out of reach does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.cases.errors import NotFound

View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def signed_in(view: View) -> View:
    """Send the public to the sign-in page, and turn what is out of reach into a page that is not there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not actor_of(request):
            return redirect(f"{reverse('accounts:login')}?next={request.path}")
        try:
            return view(request, *args, **kwargs)
        except NotFound as missing:
            raise Http404(str(missing)) from missing

    return guarded
