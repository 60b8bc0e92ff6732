"""The guard at the entrance of a page."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from fadu.accounts.actions import ACTIONS
from fadu.accounts.actors import PUBLIC, Actor, Role
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import NotAllowed, may

Ask = Callable[..., HttpResponse]


def page(action: str) -> Callable[..., Any]:
    @entered_for(action)
    def view(request: HttpRequest, number: int = 0) -> HttpResponse:
        """What the page is."""
        return HttpResponse(f"{number}")

    return view


@pytest.fixture
def ask(rf: RequestFactory) -> Callable[..., HttpRequest]:
    """A request of somebody."""

    def made(actor: Actor = PUBLIC, user: Any = None, url: str = "/somewhere/?a=1&b=2") -> HttpRequest:
        request = rf.get(url)
        request.user = user or AnonymousUser()
        request.actor = actor  # type: ignore[attr-defined]
        return request

    return made


def account(*, usable: bool = True, must_change: bool = False) -> Any:
    return SimpleNamespace(is_authenticated=True, usable=usable, must_change=must_change)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PUBLIC])
@pytest.mark.parametrize("action", list(ACTIONS))
def test_who_may_gets_in_and_who_may_not_is_told(ask: Callable[..., HttpRequest], role: Role, action: str) -> None:
    actor = Actor(1, "张伟", role, 1, frozenset({1}), 7)
    view = page(action)
    if may(actor, action):
        assert view(ask(actor), 5).content == b"5"
    else:
        with pytest.raises(NotAllowed, match=ACTIONS[action]):
            view(ask(actor))


@pytest.mark.parametrize("action", ["statute.see", "benchmark.see", "item.see", "log.see"])
def test_what_is_published_needs_no_sign_in(ask: Callable[..., HttpRequest], action: str) -> None:
    assert page(action)(ask()).status_code == 200
    assert page(action)(ask(user=account(must_change=True))).status_code == 200


def test_a_stranger_is_asked_to_sign_in_and_comes_back(ask: Callable[..., HttpRequest]) -> None:
    answer = page("case.see")(ask())
    assert (answer.status_code, answer["Location"]) == (302, "/login/?next=/somewhere/%3Fa%3D1%26b%3D2")


def test_an_account_out_of_use_is_asked_to_sign_in_anew(ask: Callable[..., HttpRequest]) -> None:
    assert page("case.see")(ask(user=account(usable=False)))["Location"].startswith("/login/")


def test_a_first_password_is_changed_first(ask: Callable[..., HttpRequest]) -> None:
    assert page("case.see")(ask(user=account(must_change=True)))["Location"] == "/account/password/"


def test_an_account_without_a_post_is_told_whom_to_ask(ask: Callable[..., HttpRequest]) -> None:
    with pytest.raises(NotAllowed, match="您的账号现在没有任职。请联系本机关的系统管理员"):
        page("case.see")(ask(user=account()))


def test_an_action_that_does_not_exist_lets_nobody_in(ask: Callable[..., HttpRequest]) -> None:
    for role in Role:
        actor = Actor(1, "张伟", role, 1, frozenset({1}), 7)
        if actor:
            with pytest.raises(NotAllowed):
                page("case.delete")(ask(actor))
        else:
            assert page("case.delete")(ask(actor)).status_code == 302


def test_a_guarded_view_keeps_its_name_and_words() -> None:
    view = page("case.see")
    assert (view.__name__, view.__doc__) == ("view", "What the page is.")


def test_where_the_middleware_has_not_been_one_is_the_public() -> None:
    assert actor_of(HttpRequest()) is PUBLIC


@pytest.mark.django_db
def test_a_sign_that_no_database_holds_is_no_failure(client):
    for path in ("/statutes/", "/items/", "/benchmarks/", "/devices/", "/c/"):
        assert client.get(path, {"q": "\x00\x00"}).status_code == 200
    assert client.get("/statutes/%00/").status_code == 404
    assert client.get("/items/a%00b/").status_code == 404
