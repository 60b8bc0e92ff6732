"""Things and who holds them: one holder at a time, in use only, in the order of days."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies import services as agencies
from fadu.agencies.equipment import services
from fadu.agencies.equipment.models import Holding, Thing, ThingInterval
from fadu.agencies.models import Change
from fadu.law.forms import Invalid
from tests.agencies.equipment.made import issued, thing, thing_data
from tests.agencies.world import World, build

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def refused(act: Any, *args: Any) -> dict[str, str]:
    with pytest.raises(Invalid) as wrong:
        act(SYSTEM, *args)
    return wrong.value.errors


def test_a_thing_is_in_use_from_the_day_it_was_bought(world: World):
    item = thing(world)
    state = ThingInterval.objects.get(thing=item)
    assert (state.state, state.since, state.until) == ("in_use", date(2024, 3, 1), None)
    assert Change.objects.get(what="thing", target_id=item.pk).action == "登记"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": ""}, "number"),
        ({"number": "x" * 41}, "number"),
        ({"kind": "tank"}, "kind"),
        ({"bought_on": "2024-13-01"}, "bought_on"),
        ({"bought_on": str(TODAY + timedelta(days=1))}, "bought_on"),
        ({"price": "-1"}, "price"),
        ({"line": "999"}, "line"),
        ({"what": "x"}, "what"),
    ],
)
def test_what_is_entered_wrongly_is_told_by_field(world: World, wrong: dict[str, Any], field: str):
    assert field in refused(services.register_thing, world.organs["示市监"].pk, thing_data(**wrong))
    assert not Thing.objects.exists()


def test_an_asset_number_is_given_once(world: World):
    thing(world, number="ZC-1")
    assert "number" in refused(services.register_thing, world.organs["示环"].pk, thing_data(number="ZC-1"))


def test_held_by_one_until_given_back(world: World):
    item, (one, two) = thing(world), (world.officer("甲"), world.officer("乙"))
    issued(item, one)
    assert "现由甲持有" in refused(services.issue, item.pk, {"officer": str(two.pk), "since": "2025-02-01", "reason": "x"})["officer"]
    services.give_back(SYSTEM, item.pk, {"until": "2025-02-01", "reason": "轮换"})
    issued(item, two, "2025-02-01")
    assert [(row.officer, row.since, row.until) for row in Holding.objects.order_by("pk")] == [
        (one, date(2025, 1, 10), date(2025, 2, 1)),
        (two, date(2025, 2, 1), None),
    ]


@pytest.mark.parametrize(
    ("since", "says"),
    [
        ("2024-02-29", "自 2024-03-01 起在用"),
        ("2025-01-31", "甲持有至 2025-02-01"),
        (str(TODAY + timedelta(days=1)), "不能晚于今天"),
    ],
)
def test_a_day_of_issue_lies_in_use_and_after_who_held_it(world: World, since: str, says: str):
    item, (one, two) = thing(world), (world.officer("甲"), world.officer("乙"))
    issued(item, one)
    services.give_back(SYSTEM, item.pk, {"until": "2025-02-01", "reason": "轮换"})
    assert says in refused(services.issue, item.pk, {"officer": str(two.pk), "since": since, "reason": "x"})["since"]


def test_who_is_not_of_the_organ_or_has_left_holds_nothing(world: World):
    item, left = thing(world), world.officer("甲")
    agencies.end_service(SYSTEM, left.pk, ends_on=date(2025, 6, 1), reason="调离")
    for person, since in ((world.officer("乙", "示环"), "2025-01-10"), (left, "2025-06-01"), (left, "2025-01-10")):
        assert set(refused(services.issue, item.pk, {"officer": str(person.pk), "since": since, "reason": "x"})) == {"officer"}


def test_handed_on_in_one_day(world: World):
    item, (one, two) = thing(world), (world.officer("甲"), world.officer("乙"))
    assert "没有人持有" in refused(services.hand_on, item.pk, {"officer": str(two.pk), "since": "2025-03-01", "reason": "x"})[""]
    issued(item, one)
    assert "本来就由甲持有" in refused(services.hand_on, item.pk, {"officer": str(one.pk), "since": "2025-03-01", "reason": "x"})["officer"]
    services.hand_on(SYSTEM, item.pk, {"officer": str(two.pk), "since": "2025-03-01", "reason": "岗位调整"})
    assert list(Holding.objects.order_by("pk").values_list("until", flat=True)) == [date(2025, 3, 1), None]


@pytest.mark.parametrize("state", ["repair", "scrapped", "lost"])
def test_what_is_no_longer_in_use_is_held_no_more(world: World, state: str):
    item, one = thing(world), world.officer("甲")
    issued(item, one)
    services.change_state(SYSTEM, item.pk, {"state": state, "since": "2025-04-01", "reason": "损坏"})
    assert Holding.objects.get().until == date(2025, 4, 1)
    assert "不能领用" in refused(services.issue, item.pk, {"officer": str(one.pk), "since": "2025-04-02", "reason": "x"})[""]


def test_states_follow_one_another(world: World):
    item = thing(world)
    assert "state" in refused(services.change_state, item.pk, {"state": "in_use", "since": "2025-01-01", "reason": "x"})
    assert "since" in refused(services.change_state, item.pk, {"state": "repair", "since": "2024-02-28", "reason": "x"})
    services.change_state(SYSTEM, item.pk, {"state": "lost", "since": "2025-01-01", "reason": "出警遗失", "paper": "示公〔2025〕1号"})
    services.change_state(SYSTEM, item.pk, {"state": "in_use", "since": "2025-01-05", "reason": "找回"})
    services.change_state(SYSTEM, item.pk, {"state": "scrapped", "since": "2025-02-05", "reason": "到期"})
    assert "已经报废" in refused(services.change_state, item.pk, {"state": "in_use", "since": "2025-03-01", "reason": "x"})["state"]
    assert list(Change.objects.filter(what="thing").order_by("pk").values_list("action", flat=True)) == ["登记", "遗失", "在用", "报废"]


def test_a_thing_that_is_held_does_not_move(world: World):
    item, one = thing(world), world.officer("甲")
    issued(item, one)
    target = {"organ": str(world.organs["示环"].pk), "reason": "调剂"}
    assert "请先办理交还" in refused(services.move_thing, item.pk, target)["organ"]
    services.give_back(SYSTEM, item.pk, {"until": str(TODAY), "reason": "调剂"})
    assert services.move_thing(SYSTEM, item.pk, target).organ == world.organs["示环"]
    with pytest.raises(NotAllowed):
        services.move_thing(world.actor(Role.ADMIN), item.pk, {"organ": str(world.organs["邻市监"].pk), "reason": "x"})


def test_the_database_holds_it_too(world: World):
    item, (one, two) = thing(world), (world.officer("甲"), world.officer("乙"))
    issued(item, one)
    for wrong in ({"officer": two, "since": TODAY}, {"officer": two, "since": TODAY, "until": TODAY - timedelta(days=1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Holding.objects.create(thing=item, organ=item.organ, reason="x", **wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        ThingInterval.objects.create(thing=item, state="lost", since=TODAY, reason="x")


class HeldByOne(TestCase):
    """Whatever is issued, handed on, given back, broken and repaired, in whatever order: no day has two holders or states."""

    @settings(max_examples=8)
    @given(
        st.lists(st.tuples(st.sampled_from(["issue", "hand_on", "give_back", "repair", "in_use", "lost"]), st.integers(0, 2), st.integers(0, 12)), max_size=14)
    )
    def test_no_day_has_two(self, acts: list[tuple[str, int, int]]) -> None:
        world = build()
        item, people = thing(world, bought_on="2025-01-01"), [world.officer(name) for name in "甲乙丙"]
        for act, who, days in acts:
            day, officer = str(date(2025, 1, 1) + timedelta(days=days)), str(people[who].pk)
            try:
                match act:
                    case "issue" | "hand_on":
                        getattr(services, act)(SYSTEM, item.pk, {"officer": officer, "since": day, "reason": "x"})
                    case "give_back":
                        services.give_back(SYSTEM, item.pk, {"until": day, "reason": "x"})
                    case _:
                        services.change_state(SYSTEM, item.pk, {"state": act, "since": day, "reason": "x"})
            except Invalid:
                continue
        for offset in range(20):
            day = date(2025, 1, 1) + timedelta(days=offset)
            holders = [row for row in Holding.objects.all() if row.since <= day and (row.until is None or day < row.until)]
            states = [row.state for row in ThingInterval.objects.all() if row.since <= day and (row.until is None or day < row.until)]
            assert len(holders) <= 1
            assert len(states) == 1
            assert not holders or states == ["in_use"]
