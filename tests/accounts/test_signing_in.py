"""The sign-in pages, as a browser uses them."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.messages import get_messages
from django.test import Client

from fadu.accounts.actors import Role
from fadu.accounts.demo import DEMO_PASSWORD
from fadu.accounts.middleware import POST_KEY
from fadu.accounts.models import User
from tests.accounts.conftest import ECOLOGY, PASSWORD

LOGIN, LOGOUT, OWN_PASSWORD, POSTS = "/login/", "/logout/", "/account/password/", "/account/posts/"


def sign_in(client: Client, username: str = "zhangwei", password: str = PASSWORD, **more: str):
    return client.post(LOGIN, {"username": username, "password": password, **more})


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.fixture
def demo(settings, posted, person) -> User:
    """A demonstration account, in a demonstration."""
    settings.DEMO = True
    posted(Role.HEAD)
    person.demo = True
    person.set_password(DEMO_PASSWORD)
    person.save()
    return person


def test_the_page_asks_for_name_and_password(client: Client, db) -> None:
    page = client.get(LOGIN)
    text = page.content.decode()
    assert page.status_code == 200
    assert all(word in text for word in ("登录名", "密码", 'autocomplete="current-password"', "csrfmiddlewaretoken"))
    assert "演示账号" not in text
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("typed", ["zhangwei", " ZhangWei "])
def test_one_is_signed_in_and_sent_on(client: Client, person, posted, typed: str) -> None:
    posted()
    answer = sign_in(client, typed)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert who(client) == str(person.pk)


@pytest.mark.parametrize(
    ("following", "lands"),
    [("/cases/?state=open", "/cases/?state=open"), ("https://evil.example/", "/"), ("//evil.example", "/"), ("javascript:alert(1)", "/")],
)
def test_one_comes_back_to_where_one_was_but_not_elsewhere(client: Client, person, posted, following: str, lands: str) -> None:
    posted()
    assert sign_in(client, next=following)["Location"] == lands


def test_the_session_is_another_after_signing_in(client: Client, person) -> None:
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    sign_in(client)
    assert client.session.session_key != planted
    client.post(LOGOUT)
    assert who(client) is None


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("zhangwei", "wrong"),
        ("nobody", PASSWORD),
        ("", ""),
        ("zhangwei", ""),
        ("zhangwei\x00", PASSWORD),
        ("张伟' OR 1=1", "x"),
        ("z" * 5000, "y" * 5000),
    ],
    ids=["password", "name", "nothing", "no password", "null", "injection", "huge"],
)
def test_what_is_wrong_is_answered_alike_and_the_name_is_kept(client: Client, person, username: str, password: str) -> None:
    answer = sign_in(client, username, password)
    assert answer.status_code == 422
    assert who(client) is None
    text = answer.content.decode()
    assert "登录名或者密码不对" in text or "请填写" in text or "不允许" in text
    if username == "zhangwei":
        assert 'value="zhangwei"' in text
    assert PASSWORD not in text


def test_a_name_with_markup_is_shown_as_text(client: Client, db) -> None:
    text = sign_in(client, '"><script>alert(1)</script>', "x").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_a_closed_account_is_answered_like_a_wrong_password(client: Client, person) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)
    answer = sign_in(client)
    assert answer.status_code == 422
    assert "登录名或者密码不对" in answer.content.decode()


def test_who_is_closed_while_signed_in_is_out_at_the_next_request(signed_in: Client, person) -> None:
    assert signed_in.get(POSTS).status_code == 200
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert signed_in.get(POSTS)["Location"].startswith(LOGIN)


def test_signing_out_is_a_post(signed_in: Client) -> None:
    assert signed_in.get(LOGOUT).status_code == 405
    assert who(signed_in)
    assert signed_in.post(LOGOUT)["Location"] == LOGIN
    assert who(signed_in) is None


@pytest.mark.parametrize("url", [LOGIN, LOGOUT, OWN_PASSWORD, POSTS])
def test_no_form_is_taken_without_its_token(person, url: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(url, {"username": "zhangwei", "password": PASSWORD}).status_code == 403


def test_after_eight_wrong_passwords_the_right_one_waits(client: Client, person, settings) -> None:
    answers = [sign_in(client, password=f"wrong{number}").status_code for number in range(settings.AXES_FAILURE_LIMIT)]
    assert answers == [422] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    locked = sign_in(client)
    assert locked.status_code == 429
    assert "暂停登录 15 分钟" in locked.content.decode()
    assert who(client) is None


def test_letter_case_gives_no_more_tries(client: Client, person, settings) -> None:
    for number in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(client, username="ZhangWei" if number % 2 else "zhangwei ", password="wrong")
    assert answer.status_code == 429


def test_a_colleague_is_not_locked_out_with_one(client: Client, person, settings) -> None:
    User.objects.create_user("lina", "李娜", PASSWORD)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in(client, password="wrong")
    assert sign_in(client, "lina").status_code == 302


def test_a_first_password_must_be_changed_before_anything_else(client: Client, person, posted) -> None:
    posted(Role.ADMIN)
    User.objects.filter(pk=person.pk).update(must_change=True)
    assert sign_in(client)["Location"] == OWN_PASSWORD
    assert client.get(POSTS)["Location"] == OWN_PASSWORD
    assert "请先修改初始密码" in client.get(OWN_PASSWORD).content.decode()
    kept = client.post(OWN_PASSWORD, {"old_password": PASSWORD, "new_password1": PASSWORD, "new_password2": PASSWORD})
    assert kept.status_code == 422
    assert "不能与现在的相同" in kept.content.decode()
    fresh = "another-river-77"
    assert client.post(OWN_PASSWORD, {"old_password": PASSWORD, "new_password1": fresh, "new_password2": fresh})["Location"] == POSTS
    assert "系统管理员" in client.get(POSTS).content.decode()


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        ("wrong", "another-river-77", "another-river-77", "旧密码"),
        (PASSWORD, "another-river-77", "other", "不一致"),
        (PASSWORD, "short", "short", "12"),
        (PASSWORD, "", "", "请填写新密码"),
    ],
)
def test_a_password_is_not_changed_by_mistake(signed_in: Client, person, old: str, new: str, again: str, says: str) -> None:
    answer = signed_in.post(OWN_PASSWORD, {"old_password": old, "new_password1": new, "new_password2": again})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_a_changed_password_ends_other_sessions(signed_in: Client, person) -> None:
    elsewhere = Client()
    elsewhere.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    fresh = "another-river-77"
    answer = signed_in.post(OWN_PASSWORD, {"old_password": PASSWORD, "new_password1": fresh, "new_password2": fresh})
    assert ["密码已修改" in str(message) for message in get_messages(answer.wsgi_request)] == [True]
    assert signed_in.get(POSTS).status_code == 200
    assert elsewhere.get(POSTS)["Location"].startswith(LOGIN)


@pytest.mark.parametrize("url", [OWN_PASSWORD, POSTS])
def test_a_stranger_is_asked_to_sign_in(client: Client, db, url: str) -> None:
    assert client.get(url)["Location"] == f"{LOGIN}?next={url}"


def test_who_has_several_posts_chooses_one(client: Client, person, posted) -> None:
    posted(Role.OFFICER)
    second = posted(Role.REVIEWER, ECOLOGY)
    assert sign_in(client, next="/cases/")["Location"] == f"{POSTS}?next=%2Fcases%2F"
    text = client.get(f"{POSTS}?next=/cases/").content.decode()
    assert "法制审核人员" in text
    assert "示范县生态环境局" in text
    before = client.session.session_key
    answer = client.post(POSTS, {"post": second.pk, "next": "/cases/"})
    assert (answer.status_code, answer["Location"]) == (302, "/cases/")
    assert client.session[POST_KEY] == second.pk
    assert client.session.session_key != before
    assert client.get(POSTS).wsgi_request.actor.role is Role.REVIEWER


@pytest.mark.parametrize("chosen", ["", "0", "999999", "abc", "1 OR 1=1"])
def test_only_a_post_one_holds_can_be_chosen(signed_in: Client, posted, chosen: str) -> None:
    posted()
    answer = signed_in.post(POSTS, {"post": chosen})
    assert answer.status_code == 422
    assert "请选择一项您现在的任职" in answer.content.decode()
    assert POST_KEY not in signed_in.session


def test_choosing_a_post_leads_nowhere_else(signed_in: Client, posted) -> None:
    assert signed_in.post(POSTS, {"post": posted().pk, "next": "https://evil.example/"})["Location"] == "/"


def test_a_demonstration_lists_its_accounts_and_fills_one_in(client: Client, demo) -> None:
    text = client.get(LOGIN).content.decode()
    assert all(word in text for word in ("演示账号", "zhangwei", "机关负责人", "示范县市场监督管理局", DEMO_PASSWORD))
    filled = client.get(f"{LOGIN}?as=zhangwei").content.decode()
    assert f'value="{DEMO_PASSWORD}"' in filled
    assert f'value="{DEMO_PASSWORD}"' not in client.get(f"{LOGIN}?as=somebody").content.decode()
    assert sign_in(client, password=DEMO_PASSWORD).status_code == 302


def test_real_accounts_are_not_listed_in_a_demonstration(client: Client, demo) -> None:
    User.objects.create_user("lina", "李娜", PASSWORD)
    assert "lina" not in client.get(LOGIN).content.decode()


def test_without_the_demonstration_its_accounts_do_not_exist(client: Client, demo, settings) -> None:
    settings.DEMO = False
    answer = sign_in(client, password=DEMO_PASSWORD)
    assert answer.status_code == 422
    assert "登录名或者密码不对" in answer.content.decode()
    text = client.get(f"{LOGIN}?as=zhangwei").content.decode()
    assert "演示账号" not in text
    assert DEMO_PASSWORD not in text
    assert authenticate(answer.wsgi_request, username="zhangwei", password=DEMO_PASSWORD) is None


def test_a_session_of_the_demonstration_ends_with_it(client: Client, demo, settings) -> None:
    sign_in(client, password=DEMO_PASSWORD)
    assert client.get(POSTS).wsgi_request.actor.role is Role.HEAD
    settings.DEMO = False
    page = client.get(POSTS)
    assert not page.wsgi_request.actor
    assert "您的账号现在没有任职" in page.content.decode()
