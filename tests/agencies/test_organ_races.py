"""Two administrators who reform organs at the same moment. On PostgreSQL, where they really are."""

from datetime import date

import pytest
from django.db import connection

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post
from fadu.agencies import services
from fadu.agencies.models import Officer, Organ, Standing, Succession, SuccessionMove
from tests.agencies.reforms import ANNOUNCED, CONFIRMED, PAPER, merging, renaming, splitting
from tests.agencies.test_races import assert_paths_true, county, refused, together
from tests.agencies.world import World, organ_data

__all__ = ["county"]  # a fixture

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]


def assert_everybody_serves_once(county: World) -> None:
    for role, person in county.people.items():
        [now] = Officer.objects.filter(user=person.user, ends_on__isnull=True)
        [post] = Post.objects.filter(user=person.user, ends_on__isnull=True)
        assert (post.role, post.organ_code, post.officer_id) == (role.value, now.organ.code, now.pk)
        assert now.organ.ends_on is None


def test_an_organ_is_merged_once(county: World) -> None:
    market, into = county.organs["示市监"], [county.organs[short] for short in ("示环", "示司", "城政")]
    results = together(*[lambda organ=organ: services.merge(SYSTEM, merging(organ, market)) for organ in into])
    assert len(refused(results)) == 2
    assert Succession.objects.count() == 1
    assert SuccessionMove.objects.count() == 3
    assert_everybody_serves_once(county)
    assert_paths_true()


def test_two_organs_do_not_merge_into_each_other(county: World) -> None:
    market, ecology = county.organs["示市监"], county.organs["示环"]
    results = together(lambda: services.merge(SYSTEM, merging(ecology, market)), lambda: services.merge(SYSTEM, merging(market, ecology)))
    assert len(refused(results)) == 1
    assert Organ.objects.filter(pk__in=[market.pk, ecology.pk], ends_on__isnull=True).count() == 1
    assert_everybody_serves_once(county)


def test_a_merger_a_split_a_move_and_a_new_name_at_once(county: World) -> None:
    market, ecology, justice = (county.organs[short] for short in ("示市监", "示环", "示司"))
    together(
        lambda: services.merge(SYSTEM, merging(ecology, market)),
        lambda: services.split(SYSTEM, market.pk, splitting(justice, ecology)),
        lambda: services.transfer(SYSTEM, market.pk, {"parent": str(county.organs["邻县府"].pk), **PAPER}),
        lambda: services.rename(SYSTEM, market.pk, renaming("新局", "新局")),
        lambda: services.add_organ(SYSTEM, organ_data("新所", "新所", parent=str(market.pk), kind="dispatched")),
    )
    assert_everybody_serves_once(county)
    assert_paths_true()
    assert Organ.objects.get(pk=market.pk).ends_on is not None


def test_a_person_who_leaves_while_the_organ_merges_is_not_doubled(county: World) -> None:
    person = county.people[Role.HEAD]
    together(
        lambda: services.merge(SYSTEM, merging(county.organs["示环"], county.organs["示市监"])),
        lambda: services.end_service(SYSTEM, person.pk, ends_on=date(2025, 2, 1), reason="退休"),
    )
    assert Officer.objects.filter(user=person.user, ends_on__isnull=True).count() <= 1


def test_a_standing_is_confirmed_and_announced_once(county: World) -> None:
    key = county.organs["示市监"].pk
    assert len(refused(together(*[lambda: services.confirm_standing(SYSTEM, key, CONFIRMED)] * 4))) == 3
    assert len(refused(together(*[lambda: services.announce_standing(SYSTEM, key, ANNOUNCED)] * 4))) == 3
    assert Standing.objects.count() == 1
