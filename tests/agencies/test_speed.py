"""Hard ceilings, for who reaches little and who reaches much."""

from datetime import timedelta
from time import perf_counter

import pytest
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.accounts.jurisdiction import organs_below
from fadu.accounts.permissions import scope
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Credential, CredentialState, Officer, Organ
from fadu.agencies.selectors import certified
from tests.agencies.world import World

pytestmark = pytest.mark.timed

ORGANS, PEOPLE = 3000, 1000


@pytest.fixture
def province(world: World) -> World:
    """The county with three thousand organs and a thousand people with credentials below its city."""
    top, today = world.organs["示府"], timezone.localdate()
    more = [
        Organ(
            name=f"局{number}",
            short_name=f"局{number}",
            code=f"X{number:017d}",
            kind="statutory",
            field="market",
            level="county",
            parent=top,
            starts_on=today,
        )
        for number in range(ORGANS)
    ]
    made = Organ.objects.bulk_create(more)
    for organ in made:
        organ.path = f"{top.path}{organ.pk}/"
    Organ.objects.bulk_update(made, ["path"], batch_size=500)
    people = Officer.objects.bulk_create(
        [Officer(organ=made[number], name=f"人{number}", employment="civil", starts_on=today - timedelta(days=9)) for number in range(PEOPLE)]
    )
    cards = Credential.objects.bulk_create(
        [
            Credential(
                officer=person,
                number=f"9{person.pk:010d}",
                category="market",
                valid_from=today - timedelta(days=9),
                valid_to=today + timedelta(days=9),
            )
            for person in people
        ]
    )
    CredentialState.objects.bulk_create(
        [CredentialState(credential=card, state="valid", starts_at=timezone.now() - timedelta(days=9), reason="颁发") for card in cards]
    )
    return world


def fastest(act, times: int = 5) -> float:
    """The shortest of some runs, in milliseconds."""

    def once() -> float:
        began = perf_counter()
        act()
        return (perf_counter() - began) * 1000

    return min(once() for _ in range(times))


def test_who_reaches_little_waits_for_no_province(province: World) -> None:
    user = province.people[Role.OFFICER].user
    assert user is not None
    assert fastest(lambda: actor_for(user)) < 15


def test_who_reaches_three_thousand_organs_is_known_in_a_moment(province: World) -> None:
    found = organs_below(province.organs["示府"].code, Role.ADMIN)
    assert found is not None
    assert len(found.organ_ids) == ORGANS + len(province.organs)
    assert fastest(lambda: organs_below(province.organs["示府"].code, Role.ADMIN)) < 60


def test_a_scope_over_three_thousand_organs_is_still_a_query(province: World) -> None:
    admin = province.people[Role.ADMIN]
    Officer.objects.filter(pk=admin.pk).update(organ=province.organs["示府"])
    found = organs_below(province.organs["示府"].code, Role.ADMIN)
    assert found is not None
    actor = province.actor(Role.ADMIN)
    wide = type(actor)(actor.user_id, actor.name, actor.role, found.organ_id, found.organ_ids, actor.officer_id)
    assert Officer.objects.filter(scope(wide, "people.see")).count() >= PEOPLE
    assert fastest(lambda: Officer.objects.filter(scope(wide, "people.see")).count()) < 100


def test_a_thousand_people_are_certified_in_one_go(province: World, django_assert_num_queries) -> None:
    ids = list(Officer.objects.filter(name__startswith="人").values_list("pk", flat=True))
    with django_assert_num_queries(1):
        readings = certified(ids, timezone.now(), "market")
    assert len(readings) == PEOPLE
    assert all(reading.ok for reading in readings.values())
    assert fastest(lambda: certified(ids[:20], timezone.now(), "market")) < 25


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMIN])
def test_the_list_of_people_opens_at_once(province: World, role: Role) -> None:
    client = province.client(role)
    assert client.get("/officers/").status_code == 200
    assert fastest(lambda: client.get("/officers/"), 3) < 400
