"""Entrances of pages: a view says what it is entered for, and who may not is told why or asked to sign in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from fadu.accounts.actors import PUBLIC, Actor
from fadu.accounts.permissions import NotAllowed, may, require

View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """Who asks; the public where the middleware has not been."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    return actor


def entered_for(action: str) -> Callable[[View], View]:
    """Let in who may do `action` at all; which rows, the selectors and services decide.

    Who is not signed in is asked to, and comes back here; who has a first password is asked to change it; anybody else
    gets the table's reason (403).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = actor_of(request)
            if not actor and not may(actor, action):
                return _without_role(request)
            require(actor, action)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def _without_role(request: HttpRequest) -> HttpResponseBase:
    user: Any = request.user
    if not user.is_authenticated or not user.usable:
        return redirect_to_login(request.get_full_path())
    if user.must_change:
        return redirect("accounts:password")
    raise NotAllowed("您的账号现在没有任职。请联系本机关的系统管理员核对任职和所属机关。")
