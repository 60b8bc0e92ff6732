"""The writers of accounts and posts."""

from datetime import date, timedelta

import pytest

from fadu.accounts import services
from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.models import Post, User
from fadu.accounts.permissions import NotAllowed
from fadu.law.forms import Invalid
from tests.accounts.conftest import MARKET, PASSWORD

ADMIN = Actor(9, "管理员", Role.ADMIN, 1, frozenset({1}))
OTHERS = [Actor(9, "某人", role, 1, frozenset({1}), 7) for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR)] + [PUBLIC]


def test_a_new_account_has_a_first_password_to_be_changed(db) -> None:
    user = services.open_account(ADMIN, username=" ZhangWei ", name=" 张伟 ", password=PASSWORD)
    user.refresh_from_db()
    assert (user.username, user.name, user.must_change, user.demo, user.is_active) == ("zhangwei", "张伟", True, False, True)
    assert user.check_password(PASSWORD)
    assert PASSWORD not in user.password


def test_an_account_without_a_password_can_not_be_signed_in_with(db) -> None:
    assert not services.open_account(SYSTEM, username="zhangwei", name="张伟").has_usable_password()


def test_an_account_of_the_demonstration_keeps_its_known_password(db) -> None:
    user = services.open_account(SYSTEM, username="zhangwei", name="张伟", password="demo", demo=True)
    assert user.demo
    assert not user.must_change


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"username": "zw"}, "username", "3 至 32 位"),
        ({"username": "张伟"}, "username", "小写字母"),
        ({"username": "a" * 33}, "username", ""),
        ({"username": "zhang wei"}, "username", "小写字母"),
        ({"username": ""}, "username", ""),
        ({"name": "  "}, "name", ""),
        ({"name": "张" * 61}, "name", ""),
        ({"password": "short"}, "password", "12"),
        ({"password": "password1234"}, "password", "常见"),
        ({"password": "zhangwei1234"}, "password", "相似"),
    ],
)
def test_what_can_not_be_an_account_is_refused_on_its_field(db, change: dict[str, str], field: str, says: str) -> None:
    with pytest.raises(Invalid) as refused:
        services.open_account(ADMIN, **{"username": "zhangwei", "name": "张伟", "password": PASSWORD, **change})
    assert set(refused.value.errors) == {field}
    assert says in refused.value.errors[field]
    assert not User.objects.exists()


def test_all_that_is_wrong_is_said_at_once(db) -> None:
    with pytest.raises(Invalid) as refused:
        services.open_account(ADMIN, username="1", name="", password="x")
    assert set(refused.value.errors) == {"username", "name", "password"}


def test_a_name_is_taken_once(person) -> None:
    with pytest.raises(Invalid) as refused:
        services.open_account(ADMIN, username="ZHANGWEI", name="张伟", password=PASSWORD)
    assert set(refused.value.errors) == {"username"}


def test_an_account_is_closed_and_opened_again(person) -> None:
    assert not services.close_account(ADMIN, person.pk).is_active
    assert services.reopen_account(ADMIN, person.pk).is_active


def test_a_reset_password_is_a_first_one_again(person) -> None:
    user = services.reset_password(ADMIN, person.pk, "another-river-77")
    assert user.must_change
    assert user.check_password("another-river-77")
    with pytest.raises(Invalid):
        services.reset_password(ADMIN, person.pk, "1")
    assert services.change_password(user, "my-own-river-99").must_change is False


def test_a_post_is_given_once_and_ended_once(person, today: date) -> None:
    give = {"user_id": person.pk, "organ_code": MARKET, "role": Role.OFFICER, "officer_id": 7, "starts_on": today - timedelta(days=9)}
    post = services.give_post(ADMIN, **give)
    with pytest.raises(Invalid, match="已经是执法人员"):
        services.give_post(ADMIN, **give)
    assert services.end_post(ADMIN, post.pk).ends_on == today
    with pytest.raises(Invalid, match="已于"):
        services.end_post(ADMIN, post.pk)
    again = services.give_post(ADMIN, **give | {"starts_on": today})
    assert again.pk != post.pk


def test_a_post_not_begun_ends_before_it_begins(person, today: date) -> None:
    post = services.give_post(ADMIN, user_id=person.pk, organ_code=MARKET, role=Role.HEAD, officer_id=None, starts_on=today + timedelta(days=5))
    assert services.end_post(ADMIN, post.pk).ends_on == today + timedelta(days=5)


def test_an_end_can_be_brought_forward(person, posted, today: date) -> None:
    post = posted(until=30)
    assert services.end_post(ADMIN, post.pk, today).ends_on == today


@pytest.mark.parametrize("role", [Role.PARTY, Role.PUBLIC, Role.SYSTEM])
def test_nobody_is_made_the_public_or_the_platform(person, today: date, role: Role) -> None:
    with pytest.raises(Invalid, match="不是可以任职的角色"):
        services.give_post(ADMIN, user_id=person.pk, organ_code=MARKET, role=role, officer_id=None, starts_on=today)


@pytest.mark.parametrize("actor", OTHERS, ids=lambda actor: actor.role.value)
def test_only_an_administrator_writes(person, posted, today: date, actor: Actor) -> None:
    post = posted()
    attempts = [
        lambda: services.open_account(actor, username="wangfang", name="王芳"),
        lambda: services.close_account(actor, person.pk),
        lambda: services.reopen_account(actor, person.pk),
        lambda: services.reset_password(actor, person.pk, "another-river-77"),
        lambda: services.give_post(actor, user_id=person.pk, organ_code=MARKET, role=Role.HEAD, officer_id=7, starts_on=today),
        lambda: services.end_post(actor, post.pk),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed, match="能管理执法人员的是：系统管理员"):
            attempt()
    assert (User.objects.count(), Post.objects.count(), Post.objects.get().ends_on) == (1, 1, None)
