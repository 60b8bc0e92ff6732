"""合并、分立、更名、划转: what becomes of organs, people, posts, cases; names as of a day."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post
from fadu.accounts.permissions import NotAllowed
from fadu.accounts.selectors import actor_for
from fadu.agencies import selectors, services
from fadu.agencies.jurisdiction import reach_of
from fadu.agencies.models import Change, Officer, Organ, Standing, Succession, SuccessionMove
from fadu.law.forms import Invalid
from tests.accounts.entrances import everything
from tests.agencies.reforms import ANNOUNCED, CONFIRMED, PAPER, merging, renaming, splitting
from tests.agencies.test_races import assert_paths_true
from tests.agencies.world import World

TODAY = timezone.localdate()
DAY = date(2025, 3, 1)


def wrong(call: Any) -> set[str]:
    before = everything()
    with pytest.raises(Invalid) as refused:
        call()
    assert everything() == before, "half written"
    return set(refused.value.errors)


def test_a_merged_organ_ends_and_its_people_go_along_with_account_and_posts(world: World) -> None:
    market, ecology = world.organs["示市监"], world.organs["示环"]
    services.confirm_standing(SYSTEM, market.pk, CONFIRMED)
    card = world.credential(world.people[Role.OFFICER], valid_from="2024-01-01")
    row = services.merge(SYSTEM, merging(ecology, market))
    market.refresh_from_db()
    assert market.ends_on == DAY
    assert Standing.objects.get().until == DAY
    assert not Officer.objects.filter(organ=market, ends_on__isnull=True).exists()
    for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD):
        old = world.people[role]
        move = SuccessionMove.objects.get(left=old)
        assert (move.left.ends_on, move.joined.starts_on, move.joined.organ, move.joined.user) == (DAY, DAY, ecology, old.user)
        assert (move.joined.name, move.joined.id_number, move.joined.id_index) == (old.name, old.id_number, old.id_index)
        actor = actor_for(old.user)
        assert (actor.role, actor.organ_id, actor.officer_id) == (role, ecology.pk, move.joined.pk)
        assert Post.objects.get(officer_id=old.pk).ends_on == DAY
    assert {organ.short_name for organ in Organ.objects.filter(parent=ecology)} == {"示市监城", "示执法"}
    assert_paths_true()
    assert [move.joined.name for move in selectors.to_exchange(ecology)] == ["张伟"]
    assert card.officer.organ_id == market.pk  # as it was issued
    assert row.lines.count() == 1
    assert {"转入"} == set(Change.objects.filter(what="officer", organ_id=ecology.pk).values_list("action", flat=True))


def test_who_got_a_new_card_need_not_exchange(world: World) -> None:
    world.credential(world.people[Role.OFFICER], valid_from="2024-01-01")
    services.merge(SYSTEM, merging(world.organs["示环"], world.organs["示市监"]))
    world.credential(SuccessionMove.objects.get(left=world.people[Role.OFFICER]).joined)
    assert selectors.to_exchange(world.organs["示环"]) == []


@pytest.mark.parametrize("role", [Role.HEAD, Role.REVIEWER, Role.SUPERVISOR, Role.ADMIN])
def test_the_successor_reaches_what_was_left_through_several_reforms(world: World, role: Role) -> None:
    """A neighbour's bureau merges into ours, ours into ecology: ecology reaches both; nobody else of the county's departments does."""
    far, near, last = world.organs["邻市监"], world.organs["示市监"], world.organs["示环"]
    services.merge(SYSTEM, merging(near, far))
    services.merge(SYSTEM, merging(last, near, on="2025-04-01"))
    found = reach_of(last.code, role)
    assert found is not None
    assert {far.pk, near.pk} <= found.organ_ids
    other = reach_of(world.organs["城政"].code, role)
    assert other is not None
    assert not {far.pk, near.pk} & other.organ_ids
    assert reach_of(near.code, role) is None  # nobody acts for it any more


def test_an_officer_reaches_the_own_organ_and_what_it_continues(world: World) -> None:
    """Who handled an open case of the organ that merged goes on with it; below the own organ an officer reaches nothing."""
    services.merge(SYSTEM, merging(world.organs["示环"], world.organs["示市监"]))
    found = reach_of(world.organs["示环"].code, Role.OFFICER)
    assert found is not None
    assert found.organ_ids == {world.organs["示环"].pk, world.organs["示市监"].pk}
    before = reach_of(world.organs["示县府"].code, Role.OFFICER)
    assert before is not None
    assert before.organ_ids == {world.organs["示县府"].pk}


def test_several_merge_at_once(world: World) -> None:
    services.merge(SYSTEM, merging(world.organs["示县府"], world.organs["示市监"], world.organs["示环"]))
    assert Succession.objects.get().lines.count() == 2
    assert Organ.objects.filter(ends_on=DAY).count() == 2
    assert_paths_true()


def test_what_does_not_fit_is_refused_and_nothing_is_half_written(world: World) -> None:
    market, ecology, office = world.organs["示市监"], world.organs["示环"], world.organs["示市监城"]
    assert wrong(lambda: services.merge(SYSTEM, merging(market, market))) == {"successor"}
    assert wrong(lambda: services.merge(SYSTEM, merging(office, market))) == {"successor"}
    assert wrong(lambda: services.merge(SYSTEM, merging(ecology, market, on=str(TODAY + timedelta(1))))) == {"on"}
    assert wrong(lambda: services.merge(SYSTEM, merging(ecology, market, on="2018-01-01"))) == {"on"}
    assert wrong(lambda: services.merge(SYSTEM, merging(ecology, market, paper="", reason=""))) == {"paper", "reason"}
    assert wrong(lambda: services.merge(SYSTEM, {**PAPER, "predecessors": [], "successor": "999999"})) == {"predecessors", "successor"}
    world.officer("新人", starts_on="2025-06-01")
    assert wrong(lambda: services.merge(SYSTEM, merging(ecology, market))) == {"on"}
    services.merge(SYSTEM, merging(ecology, market, on="2025-06-01"))
    assert wrong(lambda: services.merge(SYSTEM, merging(ecology, market))) == {"predecessors"}  # no longer offered


def test_the_own_organ_and_what_is_out_of_reach_are_not_merged(world: World) -> None:
    admin = world.actor(Role.ADMIN)
    own = services.split  # an administrator's own organ stands above all within reach: it can only be split away
    with pytest.raises(Invalid):
        own(admin, world.organs["示县府"].pk, splitting(world.organs["示环"], world.organs["示司"]))
    assert wrong(lambda: services.merge(admin, merging(world.organs["示环"], world.organs["邻市监"]))) == {"predecessors"}
    assert wrong(lambda: services.merge(admin, merging(world.organs["邻市监"], world.organs["示环"]))) == {"successor"}
    for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR):
        with pytest.raises(NotAllowed):
            services.merge(world.actor(role), merging(world.organs["示环"], world.organs["示市监"]))


def test_a_split_sends_each_where_told_and_the_rest_with_the_rest(world: World) -> None:
    market, first, second = world.organs["示市监"], world.organs["示环"], world.organs["示司"]
    head = world.people[Role.HEAD]
    services.split(SYSTEM, market.pk, splitting(first, second, second_people=[str(head.pk)]))
    assert {(move.left.name, move.joined.organ.short_name) for move in SuccessionMove.objects.all()} == {
        ("张伟", "示环"), ("王芳", "示环"), ("李强", "示司"),
    }  # fmt: skip
    market.refresh_from_db()
    assert market.ends_on == DAY
    heirs = [reach_of(organ.code, Role.HEAD) for organ in (first, second)]
    assert [market.pk in found.organ_ids for found in heirs if found] == [True, False]  # only the first continues the cases
    assert {organ.short_name for organ in Organ.objects.filter(parent=first)} == {"示市监城", "示执法"}
    assert_paths_true()


def test_an_organ_that_gives_part_away_stays(world: World) -> None:
    market, first = world.organs["示市监"], world.organs["示环"]
    data = {"ends": False, "first": str(first.pk), "first_people": [str(world.people[Role.HEAD].pk)], **PAPER}
    services.split(SYSTEM, market.pk, data)
    market.refresh_from_db()
    assert market.ends_on is None
    assert {person.name for person in Officer.objects.filter(organ=market, ends_on__isnull=True)} == {"张伟", "王芳"}
    found = reach_of(first.code, Role.HEAD)
    assert found is not None
    assert market.pk not in found.organ_ids


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"second": ""}, {"second", "items"}),
        ({"cases": []}, {"cases"}),
        ({"items": ["third"]}, {"items"}),
        ({"ends": False, "first_people": ["HEAD"], "second_people": ["HEAD"]}, {"first_people", "second_people"}),
        ({"second_people": ["SUPERVISOR"]}, {"second_people"}),
        ({"ends": ""}, {"ends"}),
        ({"first": "abc"}, {"first"}),
        ({"second_people": ["x"]}, {"second_people"}),
        ({"on": "yesterday"}, {"on"}),
    ],
)
def test_a_split_that_leaves_something_open_is_refused(world: World, change: dict[str, Any], fields: set[str]) -> None:
    keys = {role.name: str(person.pk) for role, person in world.people.items()}
    change = {name: [keys.get(item, item) for item in value] if name.endswith("_people") else value for name, value in change.items()}
    data = splitting(world.organs["示环"], world.organs["示司"]) | change
    assert wrong(lambda: services.split(SYSTEM, world.organs["示市监"].pk, data)) == fields


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2019-01-01", "示范县市场监督管理局"),
        ("2024-12-31", "示范县市场监督管理局"),
        ("2025-01-01", "示范县市场监管局"),
        ("2025-02-28", "示范县市场监管局"),
        ("2025-03-01", "示范县综合监管局"),
        ("2030-01-01", "示范县综合监管局"),
    ],
)
def test_a_name_is_that_of_the_day(world: World, on: str, name: str) -> None:
    key = world.organs["示市监"].pk
    services.rename(SYSTEM, key, renaming("示范县市场监管局", "示市监", on="2025-01-01"))
    services.rename(SYSTEM, key, renaming("示范县综合监管局", "示综监"))
    assert selectors.name_on(Organ.objects.get(pk=key), date.fromisoformat(on)) == name


def test_a_renamed_organ_must_be_confirmed_anew(world: World) -> None:
    key = world.organs["示市监"].pk
    services.confirm_standing(SYSTEM, key, CONFIRMED)
    services.announce_standing(SYSTEM, key, ANNOUNCED)
    assert selectors.to_review(Organ.objects.get(pk=key)) == ""
    services.rename(SYSTEM, key, renaming("示范县综合监管局", "示综监"))
    assert "示范县市场监督管理局" in selectors.to_review(Organ.objects.get(pk=key))


def test_a_wrong_name_is_refused(world: World) -> None:
    key = world.organs["示市监"].pk
    assert wrong(lambda: services.rename(SYSTEM, key, renaming("示范县市场监督管理局", "示市监"))) == {"new_name"}
    assert wrong(lambda: services.rename(SYSTEM, key, renaming("新局", "示环"))) == {"new_short_name"}
    assert wrong(lambda: services.rename(SYSTEM, key, renaming("", "x" * 21))) == {"new_name", "new_short_name"}
    services.rename(SYSTEM, key, renaming("新局", "新局"))
    assert wrong(lambda: services.rename(SYSTEM, key, renaming("又一局", "又局"))) == {"on"}  # not twice a day
    assert wrong(lambda: services.rename(SYSTEM, key, renaming("又一局", "又局", on="2025-01-01"))) == {"on"}  # nor before


def test_an_organ_put_under_another_takes_along_what_is_below(world: World) -> None:
    market, above = world.organs["示市监"], world.organs["邻县府"]
    services.transfer(SYSTEM, market.pk, {"parent": str(above.pk), **PAPER})
    assert_paths_true()
    office = Organ.objects.get(short_name="示市监城")
    assert office.path.startswith(above.path)
    assert wrong(lambda: services.transfer(SYSTEM, market.pk, {"parent": str(above.pk), **PAPER})) == {"parent"}
    assert wrong(lambda: services.transfer(SYSTEM, market.pk, {"parent": str(office.pk), **PAPER})) == {"parent"}
    assert wrong(lambda: services.transfer(SYSTEM, market.pk, {"parent": str(world.organs["示县府"].pk), **PAPER})) == {"on"}


def test_a_life_is_told_in_order(world: World) -> None:
    market, ecology = world.organs["示市监"], world.organs["示环"]
    services.confirm_standing(SYSTEM, market.pk, CONFIRMED)
    services.announce_standing(SYSTEM, market.pk, ANNOUNCED)
    services.rename(SYSTEM, market.pk, renaming("示范县综合监管局", "示综监", on="2024-06-01"))
    services.transfer(SYSTEM, market.pk, {"parent": str(world.organs["邻县府"].pk), **PAPER, "on": "2024-07-01"})
    services.merge(SYSTEM, merging(ecology, market))
    told = [(event.on.isoformat(), event.title) for event in selectors.timeline(Organ.objects.get(pk=market.pk))]
    assert told[:3] == [("2025-03-01", "撤销"), ("2025-03-01", "合并"), ("2025-03-01", "主体资格注销")]
    assert told[3:] == [
        ("2024-07-01", "划转"), ("2024-06-01", "更名"), ("2024-03-10", "主体资格公告"), ("2024-03-01", "主体资格确认"), ("2019-01-01", "成立"),
    ]  # fmt: skip
    assert [event.title for event in selectors.timeline(ecology)] == ["并入", "成立"]


def test_the_database_keeps_a_reform_that_says_what_it_is(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Succession.objects.create(kind="rename", on=DAY, paper="x", reason="x", by_name="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Succession.objects.create(kind="merge", on=DAY, paper="x", reason="x", by_name="x", organ=world.organs["示环"])


# Whatever is done, in whatever order

acts = st.lists(
    st.tuples(st.sampled_from(["merge", "split", "transfer", "edit", "end"]), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8
)


@hypothesis(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts)
def test_paths_heirs_and_people_stay_right_under_any_sequence_of_reforms(world: World, tries: list[tuple[str, int, int, int]]) -> None:
    with transaction.atomic():
        organs = list(Organ.objects.order_by("pk"))
        for number, (act, a, b, c) in enumerate(tries):
            on = str(date(2025, 1, 1) + timedelta(number))
            one, two, three = organs[a], organs[b], organs[c]
            try:
                match act:
                    case "merge":
                        services.merge(SYSTEM, merging(two, one, on=on))
                    case "split":
                        services.split(SYSTEM, one.pk, splitting(two, three, on=on))
                    case "transfer":
                        services.transfer(SYSTEM, one.pk, {"parent": str(two.pk), **PAPER, "on": on})
                    case _:
                        services.end_organ(SYSTEM, one.pk, ends_on=date.fromisoformat(on), reason="撤销")
            except Invalid:
                pass
            assert_paths_true()
        _people_are_somewhere(world)
        _nobody_inherits_from_the_living_by_merger()
        transaction.set_rollback(True)


def _people_are_somewhere(world: World) -> None:
    """Everybody serves exactly once, in an organ that stands, with the account and the post they had."""
    standing = set(Organ.objects.filter(ends_on__isnull=True).values_list("pk", flat=True))
    for role, person in world.people.items():
        now = Officer.objects.get(user=person.user, ends_on__isnull=True)
        assert now.organ_id in standing
        [post] = Post.objects.filter(user=person.user, ends_on__isnull=True)
        assert (post.role, post.officer_id, post.organ_code) == (role.value, now.pk, now.organ.code)


def _nobody_inherits_from_the_living_by_merger() -> None:
    """Heirs are those that following the lines one by one gives."""
    became: dict[int, set[int]] = {}
    for row in Succession.objects.filter(lines__cases=True).distinct():
        for line in row.lines.filter(cases=True):
            became.setdefault(line.predecessor_id, set()).add(line.successor_id)
    for organ in Organ.objects.filter(ends_on__isnull=True):
        seen: set[int] = set()
        for start in became:
            reached, todo = set(), [start]
            while todo:
                for further in became.get(todo.pop(), ()):
                    if further not in reached:
                        reached.add(further)
                        todo.append(further)
            if organ.pk in reached:
                seen.add(start)
        assert set(organ.inherited.values_list("predecessor_id", flat=True)) == seen - {organ.pk}
