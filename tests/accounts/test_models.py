"""Accounts, posts and the hook by which organs are asked for."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from fadu.accounts import jurisdiction
from fadu.accounts.actors import PUBLIC, SERVING, SYSTEM, Actor, Role
from fadu.accounts.jurisdiction import Jurisdiction
from fadu.accounts.models import Post, User
from tests.accounts.conftest import PASSWORD


def test_nobody_stands_above_the_permission_table(person: User) -> None:
    assert not any(hasattr(person, name) for name in ("is_superuser", "is_staff", "has_perm", "groups", "user_permissions"))
    assert not hasattr(User.objects, "create_superuser")


def test_a_password_is_never_kept_in_the_clear(person: User) -> None:
    assert PASSWORD not in person.password
    assert person.check_password(PASSWORD)
    assert not person.check_password(PASSWORD + "x")


def test_without_a_password_nobody_gets_in(db: None) -> None:
    user = User.objects.create_user("lina", "李娜")
    assert not user.has_usable_password()
    assert not user.check_password("")


@pytest.mark.parametrize("username", ["zw", "Zhang", "1zhang", "zhang wei", "张伟", "z" * 33, "zhang\n", "", "zhang/wei", "zhang\u200bwei"])
def test_a_sign_in_name_is_plain(db: None, username: str) -> None:
    with pytest.raises(ValidationError):
        User(username=username, name="张伟").full_clean(exclude=["password"])


@pytest.mark.parametrize("username", ["zwx", "zhang.wei", "zhang-wei_2", "z" * 32])
def test_plain_names_are_taken(db: None, username: str) -> None:
    User(username=username, name="张伟").full_clean(exclude=["password"])


def test_a_name_is_one_accounts(person: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("zhangwei", "另一人")


@pytest.mark.parametrize(
    ("demonstration", "active", "demo", "usable"),
    [
        (False, True, False, True),
        (False, True, True, False),  # of a demonstration, where there is none
        (False, False, False, False),
        (True, True, True, True),
        (True, True, False, True),
        (True, False, True, False),
    ],
)
def test_an_account_is_usable_or_not(settings, demonstration: bool, active: bool, demo: bool, usable: bool) -> None:
    settings.DEMO = demonstration
    assert User(username="zwx", name="张伟", is_active=active, demo=demo).usable is usable


def test_signing_in_finds_no_demonstration_account_where_there_is_no_demonstration(person: User, settings) -> None:
    User.objects.filter(pk=person.pk).update(demo=True)
    settings.DEMO = False
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key("zhangwei")
    settings.DEMO = True
    assert User.objects.get_by_natural_key("zhangwei") == person


def test_who_held_a_post_can_not_be_deleted(person: User, posted) -> None:
    posted(until=-1)
    with pytest.raises(ProtectedError):
        person.delete()
    assert Post.objects.exists()


def test_rows_read_as_what_they_are(person: User, posted) -> None:
    assert str(person) == person.get_full_name() == "张伟"
    assert "执法人员" in str(posted())


def test_an_actor_is_a_value() -> None:
    first, second = (Actor(1, "张伟", Role.HEAD, 1, frozenset({1})) for _ in range(2))
    assert first == second
    assert len({first, second}) == 1
    with pytest.raises(AttributeError):
        first.role = Role.ADMIN  # type: ignore[misc]


def test_roles_given_by_posts_are_all_but_the_public_and_the_platform() -> None:
    assert set(Role) - set(SERVING) == {PUBLIC.role, SYSTEM.role, Role.PARTY}


def test_whoever_answers_for_organs_last_is_asked() -> None:
    told = []

    def answer(code: str, role: Role) -> Jurisdiction:
        told.append((code, role))
        return Jurisdiction(5, "某局", frozenset({5, 6}))

    jurisdiction.answer_with(answer)
    assert jurisdiction.organs_below("X", Role.HEAD) == (5, "某局", frozenset({5, 6}))
    assert told == [("X", Role.HEAD)]
