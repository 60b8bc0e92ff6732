"""Accounts know no organs: here a small stand-in answers what they are."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fadu.accounts import jurisdiction
from fadu.accounts.actors import Role
from fadu.accounts.jurisdiction import Jurisdiction
from fadu.accounts.models import Post, User

MARKET, ECOLOGY, GONE = "11130900MB0000001A", "11130900MB0000002B", "11130900MB0000003C"
ORGANS = {MARKET: (1, "示范县市场监督管理局", {1, 11}), ECOLOGY: (2, "示范县生态环境局", {2})}
PASSWORD = "quiet-river-4821"


@pytest.fixture(autouse=True)
def organs() -> Iterator[None]:
    """Two organs; the third is no more."""
    kept = jurisdiction._answer

    def answer(code: str, role: Role) -> Jurisdiction | None:
        if code not in ORGANS:
            return None
        number, name, below = ORGANS[code]
        return Jurisdiction(number, name, frozenset(below if role is not Role.OFFICER else {number}))

    jurisdiction.answer_with(answer)
    yield
    jurisdiction.answer_with(kept)


@pytest.fixture
def today() -> date:
    """Today where the platform stands."""
    return timezone.localdate()


@pytest.fixture
def person(db: None) -> User:
    """Somebody with an account and no post."""
    return User.objects.create_user("zhangwei", "张伟", PASSWORD)


@pytest.fixture
def posted(person: User, today: date) -> Callable[..., Post]:
    """Give the person a post."""

    def give(role: Role = Role.OFFICER, code: str = MARKET, since: int = -100, until: int | None = None, officer_id: int | None = 7) -> Post:
        ends = None if until is None else today + timedelta(days=until)
        return Post.objects.create(user=person, organ_code=code, role=role, officer_id=officer_id, starts_on=today + timedelta(days=since), ends_on=ends)

    return give


@pytest.fixture
def signed_in(client: Client, person: User) -> Client:
    """The person, signed in."""
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client
