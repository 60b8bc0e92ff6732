"""`request.actor`: who asks, worked out when first needed and anew for each request; and addresses that no database can look up."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from fadu.accounts.actors import PUBLIC, Actor
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for

POST_KEY = "fadu.post"
"""Session key of the post that a person with several has chosen."""


class AddressMiddleware:
    """Takes a NUL out of what is asked for: PostgreSQL holds no such sign, and no page has it in its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as if the sign were not there in a query; no page is there under a path that has it."""
        if "\x00" in request.path_info:
            raise Http404("网址中有不可见的字符")
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query:
            request.META["QUERY_STRING"] = query.replace("%00", "")
        return self.get_response(request)


class ActorMiddleware:
    """Puts the actor on the request. Costs no query on a page that asks nothing of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the actor at hand."""
        request.actor = SimpleLazyObject(lambda: find_actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def find_actor(request: HttpRequest) -> Actor:
    """Who signed in, in the post chosen; the public when nobody did."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) and not getattr(user, "is_authenticated", False):
        return PUBLIC
    chosen = request.session.get(POST_KEY)
    return actor_for(user, chosen if isinstance(chosen, int) else None)  # type: ignore[arg-type]
