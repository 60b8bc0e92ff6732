"""Who leaves: the credential goes with them on the day, known ahead or not, and its intervals never overlap."""

from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post
from fadu.agencies import services
from fadu.agencies.kinds import FOLLOWS, Leaving, State
from fadu.agencies.models import Change, Credential, CredentialState, Departure, Officer
from fadu.agencies.selectors import certified
from fadu.agencies.selectors.credentials import shown
from fadu.law.forms import Invalid
from tests.agencies.world import World

TODAY = timezone.localdate()
# 兴隆县指导意见二(四), told a second time: what becomes of the card, and whether a paper is asked for.
WORDED = {
    "moved": ("returned", False),
    "retired": ("returned", False),
    "off_post": ("returned", False),
    "resigned": ("returned", False),
    "unfit": ("returned", False),
    "dismissed": ("taken", True),
    "removed": ("taken", True),
    "convicted": ("taken", True),
}


def on(days: int, clock: time = time.min) -> datetime:
    return timezone.make_aware(datetime.combine(TODAY + timedelta(days=days), clock))


def leaves(person: Officer, days: int = 0, kind: str = "retired", paper: str = "文〔2026〕1号") -> None:
    services.end_service(SYSTEM, person.pk, ends_on=TODAY + timedelta(days=days), reason="到龄", kind=kind, paper=paper)


def turn(card: Credential, state: str, at: datetime) -> CredentialState:
    return services.change_state(SYSTEM, card.pk, {"state": state, "starts_at": timezone.localtime(at).strftime("%Y-%m-%dT%H:%M"), "reason": "试"})


def states(card: Credential) -> list[str]:
    return [state.state for state in CredentialState.objects.filter(credential=card).order_by("starts_at")]


@pytest.fixture
def person(world: World) -> Officer:
    return world.serving("孙杰", Role.OFFICER)


@pytest.fixture
def card(world: World, person: Officer) -> Credential:
    return world.credential(person)


def test_every_kind_is_worded() -> None:
    assert set(WORDED) == set(Leaving.values)


@pytest.mark.parametrize("kind", list(WORDED))
@pytest.mark.parametrize("days", [-30, 0, 30])
def test_the_card_is_withdrawn_from_the_first_minute_of_that_day(person: Officer, card: Credential, kind: str, days: int) -> None:
    leaves(person, days, kind)
    state, _ = WORDED[kind]
    assert certified([person.pk], on(days) - timedelta(minutes=1))[person.pk].ok
    reading = certified([person.pk], on(days))[person.pk]
    assert (reading.ok, reading.state) == (False, State(state).label)
    assert Leaving(kind).label in reading.why
    last = CredentialState.objects.get(credential=card, ends_at=None)
    assert (last.state, last.starts_at, last.paper) == (state, on(days), "文〔2026〕1号")
    assert Change.objects.filter(what="credential", target_id=card.pk, action=State(state).label).count() == 1


@pytest.mark.parametrize("kind", list(WORDED))
def test_a_judgment_or_a_dismissal_needs_its_paper(person: Officer, card: Credential, kind: str) -> None:
    if WORDED[kind][1]:
        with pytest.raises(Invalid) as wrong:
            leaves(person, kind=kind, paper=" ")
        assert set(wrong.value.errors) == {"paper"}
        assert states(card) == ["valid"]
        assert not Departure.objects.exists()
    else:
        leaves(person, kind=kind, paper="")


def test_an_unknown_kind_is_refused(person: Officer) -> None:
    with pytest.raises(Invalid, match="情形只能选"):
        leaves(person, kind="vanished")


def test_a_retirement_to_come_is_seen_by_nobody_before_its_day(person: Officer, card: Credential) -> None:
    leaves(person, 30)
    told = shown(SYSTEM, card.token)
    assert told is not None
    assert (told.state, told.good) == ("有效", True)
    assert Post.objects.get(officer_id=person.pk).ends_on == TODAY + timedelta(days=30)


def test_who_is_suspended_before_a_known_retirement_is_suspended_until_then(person: Officer, card: Credential) -> None:
    leaves(person, 30)
    turn(card, "suspended", timezone.now() - timedelta(minutes=5))
    assert states(card) == ["valid", "suspended", "returned"]
    assert not certified([person.pk], timezone.now())[person.pk].ok
    assert certified([person.pk], on(30))[person.pk].state == "收回"
    turn(card, "valid", timezone.now() - timedelta(minutes=2))
    assert states(card) == ["valid", "suspended", "valid", "returned"]
    assert certified([person.pk], timezone.now())[person.pk].ok
    assert not certified([person.pk], on(30))[person.pk].ok


def test_a_card_that_goes_in_sooner_makes_the_known_withdrawal_void(person: Officer, card: Credential) -> None:
    leaves(person, 30)
    turn(card, "revoked", timezone.now() - timedelta(minutes=5))
    assert states(card) == ["valid", "revoked"]
    turn(card, "taken", timezone.now() - timedelta(minutes=2))
    assert states(card) == ["valid", "revoked", "taken"]


def test_a_departure_that_comes_sooner_and_worse_replaces_the_one_known(person: Officer, card: Credential) -> None:
    leaves(person, 30)
    leaves(person, 0, "convicted")
    assert states(card) == ["valid", "taken"]
    assert CredentialState.objects.get(credential=card, ends_at=None).starts_at == on(0)
    assert Departure.objects.get(officer=person).kind == "convicted"


def test_a_card_registered_after_the_departure_is_withdrawn_with_it(world: World, person: Officer) -> None:
    leaves(person, 10)
    late = world.credential(person)
    assert certified([person.pk], timezone.now())[person.pk].number == late.number
    assert not certified([person.pk], on(10))[person.pk].ok


@pytest.mark.parametrize(("before", "after"), [("lost", ["valid", "lost"]), ("returned", ["valid", "returned"]), ("revoked", ["valid", "revoked", "taken"])])
def test_a_card_no_longer_held_stays_what_it_is_but_a_revoked_one_is_taken_in(person: Officer, card: Credential, before: str, after: list[str]) -> None:
    turn(card, before, timezone.now() - timedelta(minutes=5))
    leaves(person, 1)
    assert states(card) == after


steps = st.lists(st.tuples(st.sampled_from([*State.values, "leave"]), st.integers(1, 4000), st.sampled_from(list(WORDED))), max_size=12)


@hypothesis(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps)
def test_intervals_follow_one_another_whatever_is_tried(world: World, tries: list[tuple[str, int, str]]) -> None:
    person = world.officer("孙杰")
    card = world.credential(person, valid_from=str(TODAY - timedelta(days=3)))
    for wanted, minutes, kind in tries:
        try:
            if wanted == "leave":
                leaves(person, minutes % 40 - 2, kind)
            else:
                turn(card, wanted, on(-3) + timedelta(minutes=minutes))
        except Invalid:
            continue
    rows = list(CredentialState.objects.filter(credential=card).order_by("starts_at"))
    assert [earlier.ends_at for earlier in rows[:-1]] == [later.starts_at for later in rows[1:]]
    assert rows[-1].ends_at is None
    assert all((State(earlier.state), State(later.state)) in FOLLOWS for earlier, later in pairwise(rows))
    person.refresh_from_db()
    if person.ends_on:
        assert not certified([person.pk], timezone.make_aware(datetime.combine(person.ends_on, time(12))))[person.pk].ok
        Officer.objects.filter(pk=person.pk).update(ends_on=person.starts_on)
    else:
        services.end_service(SYSTEM, person.pk, ends_on=TODAY, reason="试毕")
