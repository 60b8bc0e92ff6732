"""Random histories of credentials and random moves of organs, against a slow and simple count of the same."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import services
from fadu.agencies.jurisdiction import reach_of
from fadu.agencies.kinds import OrganKind, State
from fadu.agencies.models import CredentialState, Organ
from fadu.agencies.selectors import certified
from fadu.law.forms import Invalid
from tests.agencies.test_credentials import FOLLOWS
from tests.agencies.test_services import entered
from tests.agencies.world import World

patient = hypothesis(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
MINUTES = 200

attempts = st.lists(st.tuples(st.sampled_from([state.value for state in State]), st.integers(1, MINUTES)), max_size=10)


def simply(tries: list[tuple[str, int]]) -> tuple[list[str], list[bool]]:
    """The state at each minute, by walking through the minutes one by one; and which tries were let through."""
    minutes, passed, state, since = ["valid"] * (MINUTES + 1), [], "valid", 0
    for wanted, minute in tries:
        allowed = wanted in FOLLOWS[state] and minute > since
        passed.append(allowed)
        if allowed:
            state, since = wanted, minute
            for later in range(minute, MINUTES + 1):
                minutes[later] = state
    return minutes, passed


@patient
@given(attempts)
def test_a_history_of_states_reads_at_every_minute_as_counted_by_hand(world: World, tries: list[tuple[str, int]]) -> None:
    start = timezone.localtime().replace(hour=8, minute=0, second=0, microsecond=0) - timedelta(days=3)
    person = world.officer("孙杰")
    card = world.credential(person, valid_from=str(start.date()))
    CredentialState.objects.filter(credential=card).update(starts_at=start)
    expected, passed = simply(tries)

    def let_through(state: str, minute: int) -> bool:
        moment = (start + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M")
        try:
            services.change_state(SYSTEM, card.pk, {"state": state, "starts_at": moment, "reason": "试"})
        except Invalid:
            return False
        return True

    assert [let_through(state, minute) for state, minute in tries] == passed
    for minute in {0, MINUTES, *(minute + step for _, minute in tries for step in (-1, 0, 1) if minute + step <= MINUTES)}:
        reading = certified([person.pk], start + timedelta(minutes=minute))[person.pk]
        assert reading.ok == (expected[minute] == "valid"), minute
        assert reading.state == State(expected[minute]).label
    services.end_service(SYSTEM, person.pk, ends_on=timezone.localdate(), reason="试毕")


moves = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


def below(organ: Organ) -> set[int]:
    """The organ and all below it, by following parents from every organ up."""
    parents = dict(Organ.objects.values_list("pk", "parent_id"))

    def under(pk: int | None) -> bool:
        while pk is not None:
            if pk == organ.pk:
                return True
            pk = parents[pk]
        return False

    return {pk for pk in parents if under(pk)}


@patient
@given(moves)
def test_however_organs_are_moved_reach_is_what_parents_say(world: World, pairs: list[tuple[int, int]]) -> None:
    organs = list(Organ.objects.order_by("pk"))
    for moved, above in pairs:
        organ, parent = (Organ.objects.get(pk=organs[index].pk) for index in (moved, above))
        loops = parent.pk in below(organ)
        try:
            services.edit_organ(SYSTEM, organ.pk, entered(organ, parent=str(parent.pk)), reason="调整")
        except Invalid as refused:
            assert loops
            assert set(refused.errors) == {"parent"}  # noqa: PT017 - refused or not, as the slow count says
        else:
            assert not loops
    kinds, parents = dict(Organ.objects.values_list("pk", "kind")), dict(Organ.objects.values_list("pk", "parent_id"))
    for organ in organs:
        reached = reach_of(organ.code, Role.ADMIN)
        assert reached is not None
        assert reached.organ_ids == below(organ)
        head = reach_of(organ.code, Role.HEAD)
        assert head is not None
        assert head.organ_ids <= reached.organ_ids
        for pk in head.organ_ids - {organ.pk}:
            assert kinds[pk] == OrganKind.DISPATCHED
            assert parents[pk] in head.organ_ids


@pytest.mark.parametrize("minute", [0, 59])
def test_a_moment_is_read_in_the_time_of_the_place(world: World, minute: int) -> None:
    """A card good from the 21st is good at 00:00 Beijing time, when it is still the 20th in Greenwich."""
    day = timezone.localdate() - timedelta(days=5)
    person = world.officer("孙杰")
    world.credential(person, valid_from=str(day), valid_to=str(day))
    first = timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(minutes=minute)
    assert certified([person.pk], first.astimezone(timezone.get_fixed_timezone(0)))[person.pk].ok
    last = first + timedelta(hours=23)
    assert certified([person.pk], last.astimezone(timezone.get_fixed_timezone(-600)))[person.pk].ok
    assert not certified([person.pk], first + timedelta(days=1))[person.pk].ok
    assert not certified([person.pk], first - timedelta(hours=1, minutes=minute))[person.pk].ok
