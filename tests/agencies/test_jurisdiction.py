"""How far each role reaches."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.accounts.jurisdiction import organs_below
from fadu.agencies.models import Organ
from tests.agencies.world import World

COUNTY = {"示县府", "示市监", "示市监城", "示执法", "示环", "示司", "城政"}
ALL = COUNTY | {"示府", "邻县府", "邻市监"}


@pytest.mark.parametrize(
    ("short", "role", "reaches"),
    [
        ("示市监", Role.OFFICER, {"示市监"}),
        ("示市监", Role.REVIEWER, {"示市监", "示市监城"}),  # a dispatched office acts in the bureau's name
        ("示市监", Role.HEAD, {"示市监", "示市监城"}),  # an entrusted body does not, nor is it one office with it
        ("示市监城", Role.HEAD, {"示市监城"}),
        ("示县府", Role.HEAD, {"示县府"}),  # a government does not decide its departments' cases
        ("示司", Role.SUPERVISOR, COUNTY),  # the justice bureau supervises for its government
        ("邻县府", Role.SUPERVISOR, {"邻县府", "邻市监"}),
        ("示市监", Role.SUPERVISOR, {"示市监", "示市监城", "示执法"}),  # within its own line only
        ("示县府", Role.ADMIN, COUNTY),
        ("示司", Role.ADMIN, {"示司"}),
        ("示府", Role.ADMIN, ALL),
        ("示府", Role.SUPERVISOR, ALL),
    ],
)
def test_a_role_reaches_from_its_organ(world: World, short: str, role: Role, reaches: set[str]) -> None:
    found = organs_below(world.organs[short].code, role)
    assert found is not None
    assert {organ.short_name for organ in Organ.objects.filter(pk__in=found.organ_ids)} == reaches
    assert (found.organ_id, found.organ_name) == (world.organs[short].pk, world.organs[short].name)


def test_an_organ_unknown_or_gone_or_not_yet_there_reaches_nothing(world: World) -> None:
    organ, today = world.organs["邻市监"], timezone.localdate()
    assert organs_below("no such code", Role.HEAD) is None
    for change in ({"ends_on": today}, {"ends_on": None, "starts_on": today + timedelta(days=1)}):
        Organ.objects.filter(pk=organ.pk).update(**change)
        assert organs_below(organ.code, Role.HEAD) is None
    Organ.objects.filter(pk=organ.pk).update(starts_on=today, ends_on=today + timedelta(days=1))
    assert organs_below(organ.code, Role.HEAD) is not None


def test_paths_that_begin_alike_are_not_mixed_up(world: World) -> None:
    """/1/2/ must not reach /1/20/."""
    for number in range(12):
        world.organ(f"第{number}局", f"局{number}", "示府")
    for organ in Organ.objects.filter(parent=world.organs["示府"]):
        found = organs_below(organ.code, Role.ADMIN)
        assert found is not None
        below = {organ.pk}
        while grown := set(Organ.objects.filter(parent__in=below).values_list("id", flat=True)) - below:
            below |= grown
        assert found.organ_ids == below


def test_a_justice_bureau_at_the_top_supervises_what_is_below_it(world: World) -> None:
    top = world.organ("某部", "部", field="justice", level="nation")
    found = organs_below(top.code, Role.SUPERVISOR)
    assert found is not None
    assert found.organ_ids == {top.pk}


@pytest.mark.parametrize(("role", "queries"), [(Role.OFFICER, 1), (Role.HEAD, 2), (Role.SUPERVISOR, 2), (Role.ADMIN, 2)])
def test_the_answer_is_cheap(world: World, django_assert_num_queries, role: Role, queries: int) -> None:
    with django_assert_num_queries(queries):
        organs_below(world.organs["示司"].code, role)


def test_each_person_of_the_county_is_who_the_posts_say(world: World) -> None:
    shorts = {organ.pk: organ.short_name for organ in world.organs.values()}
    reach = {role: {shorts[number] for number in world.actor(role).organ_ids} for role in world.people}
    assert reach == {
        Role.OFFICER: {"示市监"},
        Role.REVIEWER: {"示市监", "示市监城"},
        Role.HEAD: {"示市监", "示市监城"},
        Role.SUPERVISOR: COUNTY,
        Role.ADMIN: COUNTY,
    }
    assert world.actor(Role.OFFICER).officer_id == world.people[Role.OFFICER].pk
