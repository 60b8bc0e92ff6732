"""Who somebody is at a moment: posts that begin, end, move, are chosen."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory

from fadu.accounts import jurisdiction, selectors
from fadu.accounts.actors import PUBLIC, Role
from fadu.accounts.middleware import POST_KEY, ActorMiddleware
from fadu.accounts.models import Post, User
from tests.accounts.conftest import ECOLOGY, GONE, MARKET


@pytest.mark.parametrize(
    ("since", "until", "serves"),
    [
        (-100, None, True),  # for a hundred days
        (0, None, True),  # since this morning
        (1, None, False),  # from tomorrow on
        (-100, 1, True),  # the last day
        (-100, 0, False),  # dismissed today: at once, not at midnight
        (-100, -1, False),  # dismissed yesterday
        (0, 0, False),  # appointed and dismissed on one day
    ],
)
def test_a_post_gives_a_role_from_its_first_day_until_it_ends(person, posted, since: int, until: int | None, serves: bool) -> None:
    posted(since=since, until=until)
    assert bool(selectors.actor_for(person)) is serves


def test_a_post_says_who_one_is(person, posted) -> None:
    post = posted(Role.HEAD)
    actor = selectors.actor_for(person)
    assert (actor.user_id, actor.name, actor.role, actor.organ_id, actor.organ_ids) == (person.pk, "张伟", Role.HEAD, 1, frozenset({1, 11}))
    assert (actor.officer_id, actor.organ_name, actor.post_id) == (7, "示范县市场监督管理局", post.pk)


def test_without_a_post_one_is_the_public(person) -> None:
    assert selectors.actor_for(person) is PUBLIC


def test_a_post_in_an_organ_that_is_no_more_gives_nothing(person, posted) -> None:
    posted(code=GONE)
    assert selectors.actor_for(person) is PUBLIC
    posted(code=ECOLOGY, since=-1)
    assert selectors.actor_for(person).organ_id == 2


def test_until_somebody_answers_for_organs_no_post_gives_a_role(person, posted) -> None:
    posted()
    jurisdiction.answer_with(jurisdiction._nobody)
    assert selectors.actor_for(person) is PUBLIC


def test_of_several_posts_the_chosen_one_counts_while_it_is_held(person, posted, today: date) -> None:
    first, second = posted(Role.OFFICER), posted(Role.REVIEWER, since=-10)
    assert selectors.actor_for(person).post_id == first.pk
    assert selectors.actor_for(person, second.pk).role is Role.REVIEWER
    Post.objects.filter(pk=second.pk).update(ends_on=today)
    assert selectors.actor_for(person, second.pk).post_id == first.pk


def test_somebody_elses_post_can_not_be_chosen(person, posted, today: date) -> None:
    mine = posted(Role.OFFICER)
    other = User.objects.create_user("lina", "李娜")
    theirs = Post.objects.create(user=other, organ_code=MARKET, role=Role.HEAD, starts_on=today)
    assert selectors.actor_for(person, theirs.pk).post_id == mine.pk


@pytest.mark.parametrize("change", [{"is_active": False}, {"must_change": True}, {"demo": True}])
def test_an_account_out_of_use_gives_nothing(person, posted, change: dict[str, bool]) -> None:
    posted(Role.ADMIN)
    User.objects.filter(pk=person.pk).update(**change)
    person.refresh_from_db()
    assert selectors.actor_for(person) is PUBLIC
    assert selectors.capacities(person) == []


def test_capacities_are_those_of_today(person, posted) -> None:
    posted(Role.OFFICER)
    posted(Role.REVIEWER, ECOLOGY, since=-3)
    posted(Role.HEAD, until=-1)
    assert [(actor.role, actor.organ_id) for actor in selectors.capacities(person)] == [(Role.OFFICER, 1), (Role.REVIEWER, 2)]


def test_posts_are_found_by_officer(posted, today: date) -> None:
    post = posted(officer_id=7)
    posted(Role.HEAD, officer_id=8, until=0)
    assert selectors.posts_of_officers([7, 8, 9]) == {7: [post]}
    assert set(selectors.posts_of_officers([7, 8], today - timedelta(days=1))) == {7, 8}


def test_a_request_has_an_actor_who_is_worked_out_once_and_only_when_asked(rf: RequestFactory, person, posted, django_assert_num_queries) -> None:
    posted()
    request = rf.get("/")
    request.user, request.session = person, {}
    seen = []
    with django_assert_num_queries(0):
        ActorMiddleware(lambda request: seen.append(request.actor))(request)  # type: ignore[arg-type, func-returns-value]
    with django_assert_num_queries(1):
        assert request.actor.role is Role.OFFICER
        assert request.actor.organ_id == 1


@pytest.mark.parametrize("kept", [None, "1; DROP TABLE", 10**30, -1, [1]])
def test_a_strange_choice_in_the_session_is_none(rf: RequestFactory, person, posted, kept: object) -> None:
    post = posted()
    request = rf.get("/")
    request.user, request.session = person, {POST_KEY: kept}
    ActorMiddleware(lambda request: None)(request)  # type: ignore[arg-type, return-value]
    assert request.actor.post_id == post.pk


def test_who_is_dismissed_has_no_role_at_the_next_request(signed_in: Client, posted, today: date) -> None:
    post = posted()
    assert "示范县市场监督管理局" in signed_in.get("/account/posts/").content.decode()
    Post.objects.filter(pk=post.pk).update(ends_on=today)
    page = signed_in.get("/account/posts/").content.decode()
    assert "您的账号现在没有任职" in page
    assert "示范县市场监督管理局" not in page


@pytest.mark.parametrize(
    "row",
    [
        {"ends_on": date(2026, 1, 1)},  # ends before it starts
        {"role": "皇帝"},
        {"role": "公众"},
        {"role": "系统"},
    ],
)
def test_the_database_refuses_an_impossible_post(person, row: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(**{"user": person, "organ_code": MARKET, "role": "执法人员", "starts_on": date(2026, 2, 1), **row})


def test_the_database_refuses_one_role_twice_at_once(person, posted) -> None:
    posted(until=-1)
    posted()
    with pytest.raises(IntegrityError), transaction.atomic():
        posted()
