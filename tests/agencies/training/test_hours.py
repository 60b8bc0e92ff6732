"""Hours: what is folded from attendances, and what the year asks."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import services as people
from fadu.agencies.training import services
from fadu.agencies.training.kinds import IN_YEAR, CourseKind
from fadu.agencies.training.models import Attendance
from fadu.agencies.training.selectors import files, hours, rolls
from tests.agencies.training.world import asked, enrolled, taught
from tests.agencies.world import World, officer_data

YEAR = 2026


def test_hours_follow_from_attendance(world: World) -> None:
    person, organ = world.people[Role.OFFICER], world.organs["示市监"]
    taught(organ, "2026-03-02", person, kind="public", hours=4)
    taught(organ, "2026-05-02", person, kind="skill", hours=6)
    taught(organ, "2025-12-31", person, kind="public", hours=8)
    taught(organ, "2026-06-02", world.people[Role.HEAD], kind="public", hours=8)
    assert hours.fold([person], YEAR)[person.pk] == Counter(public=4, skill=6)
    assert hours.fold([person], 2025)[person.pk] == Counter(public=8)
    assert [entry.hours for entry in files.entries(person, YEAR)] == [6, 4]


def test_the_first_and_last_minute_of_a_year_are_of_it(world: World) -> None:
    person = world.people[Role.OFFICER]
    session = taught(world.organs["示市监"], "2026-01-01", person)
    for moment, year in (("2026-01-01T00:00", 2026), ("2026-12-31T23:59", 2026), ("2027-01-01T00:00", 2027)):
        session.starts_at = timezone.make_aware(timezone.datetime.fromisoformat(moment))
        session.ends_at = session.starts_at + timedelta(hours=1)
        session.save()
        assert {at: sum(hours.fold([person], at)[person.pk].values()) for at in (2026, 2027)} == {year: 4, (4053 - year): 0}


@pytest.mark.parametrize("fault", ["struck", "cancelled", "not signed out"])
def test_what_was_no_attendance_gives_no_hours(world: World, fault: str) -> None:
    person = world.people[Role.OFFICER]
    session = taught(world.organs["示市监"], "2026-03-02", person)
    if fault == "struck":
        services.strike(SYSTEM, Attendance.objects.get().pk, reason="本人未到场")
    if fault == "cancelled":
        type(session).objects.update(cancelled_at=timezone.now(), cancel_reason="x")
    if fault == "not signed out":
        type(session).objects.update(sign_out=True)
        Attendance.objects.update(left_at=None)
    assert hours.fold([person], YEAR)[person.pk] == Counter()
    [entry] = files.entries(person, YEAR)
    assert entry.hours == 0
    assert entry.why


def test_who_moves_brings_the_hours_along(world: World) -> None:
    person = world.people[Role.OFFICER]
    taught(world.organs["示市监"], "2026-03-02", person, hours=10)
    people.end_service(SYSTEM, person.pk, ends_on=timezone.localdate(), reason="调动")
    fresh = people.add_officer(SYSTEM, world.organs["示环"].pk, officer_data(person.name, id_number=person.id_number, starts_on=str(timezone.localdate())))
    taught(world.organs["示环"], "2026-04-02", fresh, hours=3)
    assert hours.fold([fresh], YEAR)[fresh.pk] == Counter(public=13)
    assert len(files.entries(fresh, YEAR)) == 2


ATTENDED = st.lists(st.tuples(st.sampled_from(list(CourseKind)), st.integers(1, 30), st.booleans(), st.sampled_from([2025, 2026])), max_size=6)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=ATTENDED)
def test_hours_by_kind_sum_to_the_hours_attended(world: World, drawn: list[tuple[CourseKind, int, bool, int]]) -> None:
    """Whatever was attended, struck out or not: each hour is of one kind and one year, none is lost or counted twice."""
    person = world.officer("孙杰")
    for at, (kind, length, struck, year) in enumerate(drawn):
        session = taught(world.organs["示市监"], f"{year}-03-{at + 1:02d}", person, kind=kind, hours=length)
        if struck:
            session.attendances.update(struck_at=timezone.now(), struck_reason="x")
    plainly: dict[int, Counter[str]] = {2025: Counter(), 2026: Counter()}
    for kind, length, struck, year in drawn:
        plainly[year][kind.value] += 0 if struck else length
    for year in (2025, 2026):
        found = hours.fold([person], year)[person.pk]
        assert +found == +plainly[year]
        assert sum(found.values()) == sum(entry.hours for entry in files.entries(person, year))
        [standing] = hours.standings([person], year, date(2026, 12, 31))
        assert sum(count for _, count in standing.by_kind) == standing.total
        assert standing.met[0].done == sum(length for kind, length in found.items() if kind in IN_YEAR)
    assert {year: total for year, total, _ in files.by_year(person)} == {year: sum(kinds.values()) for year, kinds in plainly.items() if sum(kinds.values())}


@pytest.mark.parametrize(
    ("day", "pace"),
    [("2026-06-29", 0), ("2026-06-30", 30), ("2026-09-29", 30), ("2026-09-30", 45), ("2026-12-31", 45), ("2027-01-01", 60), ("2025-12-31", 0)],
)
def test_the_pace_of_the_year(day: str, pace: int) -> None:
    assert hours.pace(60, date.fromisoformat(day), 2026) == pace


def test_kinds_do_not_stand_in_for_each_other(world: World) -> None:
    person = world.people[Role.OFFICER]
    taught(world.organs["示市监"], "2026-03-02", person, kind="public", hours=60)
    [standing] = hours.standings([person], YEAR, date(2026, 12, 31))
    assert {met.demand.id: met.missing for met in standing.met} == {
        "training.year.hours": 0,
        "training.public.hours": 0,
        "training.practice.hours": 30,
        "training.thought.hours": 15,
    }
    assert standing.untouched == ("业务知识", "执法技能")


def test_what_no_policy_in_force_asks_is_not_asked(world: World) -> None:
    with asked({"training.year.hours": 60}, until=date(2025, 12, 31)):
        assert [demand.hours for demand in hours.demands(2025, date(2026, 2, 1))] == [60]
        assert hours.demands(2026, date(2026, 2, 1)) == []


@pytest.mark.parametrize(("since", "counts"), [("2026-01-01", True), ("2026-07-05", True), ("2026-07-06", False), ("2026-11-01", False)])
def test_half_a_year_with_a_credential_is_asked_for(world: World, since: str, counts: bool) -> None:
    """5 July to 31 December are 180 days."""
    person = world.officer("孙杰")
    world.credential(person, valid_from=since, valid_to="2030-12-31")
    found = rolls.enrolled(rolls.below(world.organs["示市监"]), YEAR, date(2026, 12, 31))
    assert (person in found) is counts


def test_the_roll_is_of_the_establishment_with_a_credential(world: World) -> None:
    person, suspended, without = enrolled(world, "孙杰"), enrolled(world, "周涛"), world.officer("吴敏")
    card = suspended.credentials.get()
    at = (timezone.localtime() - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    people.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": at, "reason": "x"})
    left = enrolled(world, "郑洁")
    people.end_service(SYSTEM, left.pk, ends_on=timezone.localdate(), reason="退休")
    found = set(rolls.on_roll(rolls.below(world.organs["示市监"]), timezone.localdate()))
    assert found == {person, suspended}
    assert without not in found
