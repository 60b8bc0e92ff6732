"""The pages of the room, as a browser uses them."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post, User
from fadu.agencies import paging, services
from fadu.agencies.models import Change, Credential, CredentialState, Officer, Organ
from tests.accounts.entrances import assert_entrances, everything
from tests.agencies.world import PASSWORD, World, credential_data, officer_data, organ_data

TODAY = timezone.localdate()
READERS = {Role.OFFICER: 200, Role.REVIEWER: 200, Role.HEAD: 200, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302}
KEEPERS = {Role.OFFICER: 403, Role.REVIEWER: 403, Role.HEAD: 403, Role.SUPERVISOR: 403, Role.ADMIN: 200, Role.PUBLIC: 302}
REFUSED = {**KEEPERS, Role.ADMIN: 422}
OUT_OF_REACH = dict.fromkeys(READERS, 404) | {Role.PUBLIC: 302}
KEPT_OUT_OF_REACH = {**KEEPERS, Role.ADMIN: 404}


def addresses(world: World, organ: str, person: Officer, card: Credential, post: Post) -> dict[str, str]:
    """Every address of the room, about one organ and one person of it."""
    number = world.organs[organ].pk
    return {
        "organ": reverse("agencies:organ", args=[number]),
        "officer": reverse("agencies:officer", args=[person.pk]),
        "officers": reverse("agencies:officers") + f"?organ={number}",
    } | {
        name: reverse(f"agencies:{name}", args=args)
        for name, args in {
            "organ_edit": [number],
            "organ_end": [number],
            "officer_add": [number],
            "officer_edit": [person.pk],
            "officer_leave": [person.pk],
            "credential_issue": [person.pk],
            "credential_state": [card.pk],
            "account_open": [person.pk],
            "account_switch": [person.pk],
            "post_give": [person.pk],
            "post_end": [person.pk, post.pk],
        }.items()
    }


def subject(world: World, organ: str) -> tuple[Officer, Credential, Post]:
    person = world.serving("孙杰", Role.OFFICER, organ)
    return person, world.credential(person), Post.objects.get(officer_id=person.pk)


def test_every_role_at_every_entrance(world: World) -> None:
    person, card, post = subject(world, "示市监")
    at = addresses(world, "示市监", person, card, post)
    read = {f"GET {at.pop(name)}": READERS for name in ("organ", "officer", "officers")}
    read |= {f"GET {reverse('agencies:organs')}": READERS, f"GET {reverse('agencies:officers')}": READERS}
    at["organ_add"] = reverse("agencies:organ_add")
    keep = {f"GET {url}": KEEPERS for url in at.values()}
    send = {f"POST {url}": REFUSED for url in at.values()}
    assert_entrances(world.clients(), read | keep | send)


def test_what_is_out_of_reach_is_not_there(world: World) -> None:
    person, card, post = subject(world, "邻市监")
    at = addresses(world, "邻市监", person, card, post)
    read = {f"GET {at.pop(name)}": OUT_OF_REACH for name in ("organ", "officer", "officers")}
    keep = {f"{method} {url}": KEPT_OUT_OF_REACH for url in at.values() for method in ("GET", "POST")}
    assert_entrances(world.clients(), read | keep)


def test_an_office_of_the_bureau_is_seen_by_its_head_and_not_by_its_officer(world: World) -> None:
    url = reverse("agencies:organ", args=[world.organs["示市监城"].pk])
    assert_entrances(world.clients(), {f"GET {url}": {**READERS, Role.OFFICER: 404}})


@pytest.mark.parametrize("name", ["organs", "officers"])
def test_pages_that_only_show_take_no_post(world: World, name: str) -> None:
    assert world.client(Role.ADMIN).post(reverse(f"agencies:{name}")).status_code == 405


def test_who_has_no_post_is_told_so(world: World) -> None:
    Post.objects.update(ends_on=TODAY)
    page = world.client(Role.HEAD).get(reverse("agencies:organs"))
    assert page.status_code == 403
    assert "您的账号现在没有任职" in page.content.decode()


def test_who_must_change_the_password_is_sent_there(world: World) -> None:
    User.objects.update(must_change=True)
    assert world.client(Role.ADMIN).get(reverse("agencies:organs"))["Location"] == reverse("accounts:password")


def test_a_refusal_says_who_may(world: World) -> None:
    text = world.client(Role.HEAD).get(reverse("agencies:organ_add")).content.decode()
    assert "您现在的身份是机关负责人，不能管理执法机关。能管理执法机关的是：系统管理员。" in text


def test_the_tree_of_organs(world: World) -> None:
    text = world.client(Role.ADMIN).get(reverse("agencies:organs")).content.decode()
    assert "示范县市场监督管理局城关所" in text
    assert "新增机关" in text
    assert "邻县" not in text
    assert "新增机关" not in world.client(Role.HEAD).get(reverse("agencies:organs")).content.decode()


def test_an_organs_page_shows_what_papers_print_and_hides_the_account(world: World) -> None:
    text = world.client(Role.HEAD).get(reverse("agencies:organ", args=[world.organs["示市监"].pk])).content.decode()
    assert "示范银行" in text
    assert "6222000012345678" not in text
    assert "********5678" in text
    edit = reverse("agencies:organ_edit", args=[world.organs["示市监"].pk])
    assert edit not in text
    assert edit in world.client(Role.ADMIN).get(reverse("agencies:organ", args=[world.organs["示市监"].pk])).content.decode()


def test_a_list_of_people_says_what_each_card_is_worth(world: World) -> None:
    person, card, _ = subject(world, "示市监")
    moment = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    services.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": moment, "reason": "考核不合格"})
    text = world.client(Role.HEAD).get(reverse("agencies:officers")).content.decode()
    assert "暂扣" in text
    assert "考核不合格" in text
    assert "无证件" in text
    assert person.id_number not in text


def test_a_persons_page_shows_every_state_of_the_card_and_no_number(world: World) -> None:
    person, card, _ = subject(world, "示市监")
    moment = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    services.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": moment, "reason": "考核不合格", "paper": "示市监暂〔2026〕1号"})
    text = world.client(Role.HEAD).get(reverse("agencies:officer", args=[person.pk])).content.decode()
    assert all(word in text for word in ("考核不合格", "示市监暂〔2026〕1号", "登记既有证件", card.number, "执法人员"))
    assert person.id_number not in text
    assert "办理离岗" not in text
    assert "办理离岗" in world.client(Role.ADMIN).get(reverse("agencies:officer", args=[person.pk])).content.decode()


@pytest.mark.parametrize("organ", ["abc", "-1", "1e3", "١", "9" * 40, "999999999"])
def test_a_strange_filter_is_no_page(world: World, organ: str) -> None:
    assert world.client(Role.ADMIN).get(reverse("agencies:officers"), {"organ": organ}).status_code == 404


@pytest.mark.parametrize("key", ["abc", "-1", "9" * 30, "999999", "١"])
@pytest.mark.parametrize("side", ["after", "before"])
def test_a_strange_key_begins_at_the_beginning(world: World, side: str, key: str) -> None:
    page = world.client(Role.ADMIN).get(reverse("agencies:officers"), {side: key})
    assert page.status_code == 200
    assert "张伟" in page.content.decode()


def test_pages_by_key_show_everybody_once_forwards_and_backwards(world: World, monkeypatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 3)
    for number in range(5):
        world.officer(f"人员{number}", ("示环", "城政")[number % 2])
    found = Officer.objects.select_related("organ")
    everybody = [person.pk for person in found.order_by("organ__path", "id")]
    forwards, page = [], paging.page(found)
    pages = [page]
    while True:
        forwards += [person.pk for person in page.people]
        if not page.next:
            break
        page = paging.page(found, after=str(page.next))
        pages.append(page)
    assert forwards == everybody
    assert pages[0].previous == ""
    for earlier, later in pairwise(pages):
        back = paging.page(found, before=str(later.previous))
        assert back.people == earlier.people
        assert back.next == earlier.next


def test_the_list_costs_the_same_for_few_and_for_many(world: World, django_assert_max_num_queries) -> None:
    client = world.client(Role.ADMIN)
    for number in range(30):
        world.credential(world.officer(f"人员{number}", "示环"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("agencies:officers")).status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get(reverse("agencies:organs")).status_code == 200


def field_of(text: str, name: str) -> str:
    """A field of a form as it is laid out, with its message."""
    return text.split(f'name="{name}"', maxsplit=1)[0].rsplit('<div class="field', 1)[1]


def test_an_organ_is_added_and_a_mistake_keeps_what_was_typed(world: World) -> None:
    client, url = world.client(Role.ADMIN), reverse("agencies:organ_add")
    data = organ_data("示范县农业农村局", "示农", parent=str(world.organs["示县府"].pk))
    wrong = client.post(url, {**data, "code": data["code"][:-1] + ("0" if data["code"][-1] != "0" else "1")})
    text = wrong.content.decode()
    assert wrong.status_code == 422
    assert "校验不符" in field_of(text, "code")
    assert 'value="示范县农业农村局"' in text
    assert "有 1 处需要改正" in text
    assert not Organ.objects.filter(short_name="示农").exists()
    done = client.post(url, data, follow=True)
    assert done.redirect_chain == [(reverse("agencies:organs"), 302)]
    assert "已新增示范县农业农村局" in done.content.decode()


def test_markup_in_a_name_is_refused_and_shown_as_text(world: World) -> None:
    data = officer_data("<script>alert(1)</script>")
    answer = world.client(Role.ADMIN).post(reverse("agencies:officer_add", args=[world.organs["示环"].pk]), data)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    assert "尖括号" in answer.content.decode()


@pytest.mark.parametrize("junk", [{"surprise": "1"}, {"name": "x" * 100_000}, {"name": "\u202e反"}, {"starts_on": "31/12/2026"}, {"id_number": "1" * 18}])
def test_junk_is_answered_and_nothing_is_written(world: World, junk: dict[str, str]) -> None:
    client, url = world.client(Role.ADMIN), reverse("agencies:officer_add", args=[world.organs["示环"].pk])
    before = everything()
    answer = client.post(url, officer_data("孙杰") | junk)
    assert answer.status_code == 422
    assert everything() == before


def test_ten_megabytes_are_refused(world: World) -> None:
    url = reverse("agencies:officer_add", args=[world.organs["示环"].pk])
    body = b"name=" + b"x" * (10 * 1024 * 1024)
    answer = world.client(Role.ADMIN).post(url, body, content_type="application/x-www-form-urlencoded")
    assert 400 <= answer.status_code < 500


def test_a_number_typed_once_is_never_shown_again(world: World) -> None:
    client = world.client(Role.ADMIN)
    person = world.officer("孙杰")
    assert person.id_number not in client.get(reverse("agencies:officer_edit", args=[person.pk])).content.decode()


def test_a_first_password_is_not_shown_again_after_a_mistake(world: World) -> None:
    person = world.officer("孙杰")
    answer = world.client(Role.ADMIN).post(reverse("agencies:account_open", args=[person.pk]), {"username": "1", "password": PASSWORD})
    assert answer.status_code == 422
    assert PASSWORD not in answer.content.decode()


def test_a_days_work_of_the_administrator(world: World) -> None:
    """A person joins, gets a credential, an account and a post; is suspended, restored, dismissed and leaves."""
    client, organ = world.client(Role.ADMIN), world.organs["示环"]

    def post(name: str, args: list[int], data: dict[str, Any]) -> str:
        answer = client.post(reverse(f"agencies:{name}", args=args), data, follow=True)
        assert answer.redirect_chain, answer.content.decode().split("data-form-errors")[1][:600]
        return answer.content.decode()

    post("officer_add", [organ.pk], officer_data("孙杰"))
    person = Officer.objects.get(name="孙杰")
    text = post("credential_issue", [person.pk], credential_data(number="123", category="ecology"))
    assert "一般为 11 位数字，现有 3 位；已按所填登记，请核对" in text
    post("account_open", [person.pk], {"username": "sunjie", "password": PASSWORD})
    post("post_give", [person.pk], {"role": "执法人员", "starts_on": str(TODAY)})
    card = person.credentials.get()
    minute = timezone.localtime() - timedelta(minutes=2)
    assert "起暂扣" in post("credential_state", [card.pk], {"state": "suspended", "starts_at": minute.strftime("%Y-%m-%dT%H:%M"), "reason": "离岗培训"})
    restore = client.get(reverse("agencies:credential_state", args=[card.pk])).content.decode()
    assert "恢复有效（发还）" in restore
    assert "现在暂扣" in restore
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    post("credential_state", [card.pk], {"state": "valid", "starts_at": now, "reason": "培训合格"})
    assert CredentialState.objects.filter(credential=card).count() == 3
    held = Post.objects.get(officer_id=person.pk)
    post("post_end", [person.pk, held.pk], {"ends_on": str(TODAY), "reason": "轮岗"})
    assert client.get(reverse("agencies:post_end", args=[person.pk, held.pk])).status_code == 404
    post("account_switch", [person.pk], {"reason": "调离"})
    assert not User.objects.get(username="sunjie").is_active
    text = post("officer_leave", [person.pk], {"kind": "off_post", "ends_on": str(TODAY), "reason": "调离"})
    assert "执法证件收回" in text
    assert CredentialState.objects.get(credential=card, ends_at=None).state == "returned"
    assert [change.action for change in Change.objects.filter(what="officer", target_id=person.pk).order_by("id")] == [
        "新增",
        "开通账号",
        "任职",
        "免职",
        "停用账号",
        "离岗",
    ]


def test_an_organ_is_edited_and_ended_by_page(world: World) -> None:
    client, organ = world.client(Role.ADMIN), world.organs["示执法"]
    form = client.get(reverse("agencies:organ_edit", args=[organ.pk])).content.decode()
    assert 'value="示范县执法大队"' in form
    assert 'name="code"' not in form
    data = {name: value for name, value in organ_data("示范县执法总队", "示执法").items() if name != "code"}
    data |= {"kind": "entrusted", "parent": str(world.organs["示市监"].pk)}
    url = reverse("agencies:organ_edit", args=[organ.pk])
    assert "请填写事由" in client.post(url, data).content.decode()
    assert client.post(url, {**data, "reason": "更名"})["Location"] == reverse("agencies:organ", args=[organ.pk])
    assert client.post(reverse("agencies:organ_end", args=[organ.pk]), {"ends_on": str(TODAY), "reason": "改革"}).status_code == 302
    page = client.get(reverse("agencies:organ", args=[organ.pk])).content.decode()
    assert "起撤销" in page
    assert "改革" in page
    assert "更名" in page


def test_an_account_not_there_can_not_be_switched(world: World) -> None:
    person = world.officer("孙杰")
    assert world.client(Role.ADMIN).get(reverse("agencies:account_switch", args=[person.pk])).status_code == 404


def test_a_known_account_is_offered_a_new_password_only(world: World) -> None:
    person = world.people[Role.HEAD]
    text = world.client(Role.ADMIN).get(reverse("agencies:account_open", args=[person.pk])).content.decode()
    assert "重设密码" in text
    assert 'name="username"' not in text
    answer = world.client(Role.ADMIN).post(reverse("agencies:account_open", args=[person.pk]), {"password": "another-river-77"})
    assert answer.status_code == 302
    user = User.objects.get(pk=person.user_id)
    assert user.check_password("another-river-77")
