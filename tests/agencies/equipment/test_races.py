"""Two administrators give one thing to two people. On PostgreSQL, where they really are at it in the same moment."""

import pytest
from django.db import connection

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services
from fadu.agencies.equipment.models import Holding, ThingInterval
from tests.agencies.equipment.made import issued, thing
from tests.agencies.test_races import refused, together
from tests.agencies.world import World, build

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]


@pytest.fixture
def county(transactional_db: None) -> World:
    return build()


def test_a_thing_is_given_to_one(county: World) -> None:
    item, people = thing(county), [county.officer(f"人员{at}") for at in range(4)]
    acts = [lambda pk=person.pk: services.issue(SYSTEM, item.pk, {"officer": str(pk), "since": "2025-01-10", "reason": "x"}) for person in people]
    assert refused(together(*acts)) == [{"officer"}] * 3
    assert Holding.objects.filter(thing=item, until__isnull=True).count() == 1


def test_it_is_not_given_out_while_it_is_scrapped(county: World) -> None:
    item, person = thing(county), county.officer("甲")
    together(
        lambda: services.issue(SYSTEM, item.pk, {"officer": str(person.pk), "since": "2025-01-10", "reason": "x"}),
        lambda: services.change_state(SYSTEM, item.pk, {"state": "scrapped", "since": "2025-02-01", "reason": "x"}),
    )
    assert ThingInterval.objects.get(thing=item, until__isnull=True).state == "scrapped"
    assert not Holding.objects.filter(thing=item, until__isnull=True).exists()


def test_it_is_given_back_once(county: World) -> None:
    item = thing(county)
    issued(item, county.officer("甲"))
    results = together(*[lambda: services.give_back(SYSTEM, item.pk, {"until": "2025-02-01", "reason": "x"})] * 3)
    assert refused(results) == [{""}] * 2
