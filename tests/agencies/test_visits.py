"""What signed-in people meet on the way: who they are said to be, what the masthead offers, what a colleague's change does."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.middleware import POST_KEY
from fadu.accounts.models import Post
from fadu.agencies import services
from tests.agencies.world import PASSWORD, World, officer_data

POSTS = "/account/posts/"


@pytest.mark.parametrize(
    ("role", "organ"),
    [
        (Role.OFFICER, "示范县市场监督管理局"),
        (Role.REVIEWER, "示范县市场监督管理局"),
        (Role.HEAD, "示范县市场监督管理局"),
        (Role.SUPERVISOR, "示范县司法局"),
        (Role.ADMIN, "示范县人民政府"),
    ],
)
def test_the_masthead_says_who_is_at_work_in_which_capacity(world: World, role: Role, organ: str) -> None:
    head = world.client(role).get(reverse("agencies:organs")).content.decode().split("<main")[0]
    assert world.people[role].name in head
    assert role.value in head
    assert organ in head
    assert "退出" in head


def test_a_stranger_is_offered_to_sign_in(world: World) -> None:
    head = Client().get("/login/").content.decode().split("<main")[0]
    assert "退出" not in head
    assert "登录" in head


def test_signing_in_leads_back_to_the_page_that_was_asked_for(world: World) -> None:
    client, user = Client(), world.people[Role.HEAD].user
    assert user is not None
    url = reverse("agencies:officers") + f"?organ={world.organs['示市监'].pk}"
    asked = client.get(url)
    answer = client.post(asked["Location"].split("?")[0], {"username": user.username, "password": PASSWORD, "next": url})
    assert answer["Location"] == url
    assert client.get(url).status_code == 200


def test_a_person_who_moves_sees_the_new_organ_and_no_longer_the_old(world: World) -> None:
    """Leaves the market bureau, joins the ecology bureau, with the same account, while signed in."""
    client, person = world.client(Role.HEAD), world.people[Role.HEAD]
    number, user = person.id_number, person.user
    today = timezone.localdate()
    assert client.get(reverse("agencies:organ", args=[world.organs["示市监"].pk])).status_code == 200
    services.end_service(SYSTEM, person.pk, ends_on=today, reason="调动")
    assert client.get(reverse("agencies:organs")).status_code == 403
    fresh = services.add_officer(SYSTEM, world.organs["示环"].pk, officer_data("李强", id_number=number, starts_on=str(today)))
    assert fresh.user == user
    services.appoint(SYSTEM, fresh.pk, {"role": "机关负责人", "starts_on": str(today)})
    assert client.get(reverse("agencies:organ", args=[world.organs["示环"].pk])).status_code == 200
    assert client.get(reverse("agencies:organ", args=[world.organs["示市监"].pk])).status_code == 404


def test_a_second_post_gives_its_reach_only_while_it_is_chosen(world: World) -> None:
    person = world.people[Role.OFFICER]
    second = services.appoint(SYSTEM, person.pk, {"role": "机关负责人", "starts_on": "2020-01-01"})
    office = reverse("agencies:organ", args=[world.organs["示市监城"].pk])
    client = world.client(Role.OFFICER)
    assert client.get(office).status_code == 404
    client.post(POSTS, {"post": second.pk})
    assert client.get(office).status_code == 200
    first = Post.objects.get(officer_id=person.pk, role="执法人员")
    client.post(POSTS, {"post": first.pk})
    assert client.get(office).status_code == 404


def test_a_chosen_post_that_ends_falls_back_to_the_other(world: World) -> None:
    person = world.people[Role.OFFICER]
    second = services.appoint(SYSTEM, person.pk, {"role": "机关负责人", "starts_on": "2020-01-01"})
    client = world.client(Role.OFFICER)
    client.post(POSTS, {"post": second.pk})
    services.dismiss(SYSTEM, second.pk, reason="轮岗")
    page = client.get(POSTS)
    assert page.wsgi_request.actor.role is Role.OFFICER
    assert client.session[POST_KEY] == second.pk


def test_one_person_can_not_hold_two_roles_in_one_request(world: World) -> None:
    """办、审、定三分离: whoever holds several posts is one of them at a time."""
    person = world.people[Role.OFFICER]
    for role in ("法制审核人员", "机关负责人"):
        services.appoint(SYSTEM, person.pk, {"role": role, "starts_on": "2020-01-01"})
    actor = world.client(Role.OFFICER).get(POSTS).wsgi_request.actor
    assert actor.role is Role.OFFICER


def test_an_abolished_organ_closes_its_doors_at_once(world: World) -> None:
    client = world.client(Role.HEAD)
    assert client.get(reverse("agencies:officers")).status_code == 200
    organ = world.organs["示市监"]
    type(organ).objects.filter(pk=organ.pk).update(ends_on=timezone.localdate())
    assert client.get(reverse("agencies:officers")).status_code == 403


def test_a_page_asks_the_database_who_it_is_for_but_a_few_times(world: World, django_assert_max_num_queries) -> None:
    client = world.client(Role.SUPERVISOR)
    with django_assert_max_num_queries(5):  # session, account, posts, organ, reach
        client.get(reverse("accounts:password"))
    with django_assert_max_num_queries(12):
        client.get(reverse("agencies:officer", args=[world.people[Role.HEAD].pk]))


@pytest.mark.parametrize("name", ["organs", "officers"])
def test_a_list_filters_in_its_address(world: World, name: str) -> None:
    answer = world.client(Role.ADMIN).get(reverse(f"agencies:{name}"), {"left": "1", "organ": "", "q": "x"})
    assert answer.status_code == 200


def test_who_left_is_found_under_left(world: World) -> None:
    services.end_service(SYSTEM, world.people[Role.REVIEWER].pk, ends_on=timezone.localdate(), reason="退休")
    client = world.client(Role.ADMIN)
    serving, left = (client.get(reverse("agencies:officers"), query).content.decode() for query in ({}, {"left": "1"}))
    assert "王芳" not in serving
    assert "王芳" in left
    assert "张伟" not in left
