"""Lessons off duty: the record and the credential begin and end together."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies import services as people
from fadu.agencies.models import Credential, CredentialState, Officer
from fadu.agencies.selectors import certified
from fadu.agencies.training import services
from fadu.agencies.training.models import OffDuty
from fadu.agencies.training.selectors.hours import off_duty_hours
from fadu.law.forms import Invalid
from tests.agencies.training.world import asked, enrolled, taught
from tests.agencies.world import World

NOW = timezone.localtime()
TODAY = NOW.date()


def ago(**past: int) -> str:
    return (NOW - timedelta(**past)).strftime("%Y-%m-%dT%H:%M")


def day(days: int) -> str:
    return str(TODAY - timedelta(days=days))


def begin(person: Officer, **more: Any) -> OffDuty:
    data = {"cause": "liability", "facts": "办案超期，追究过错责任", "paper": "示司执离〔2026〕1号", "days": "10", "starts_at": ago(days=20), **more}
    return services.take_off_duty(SYSTEM, person.pk, data)


def back(found: OffDuty, **more: Any) -> OffDuty:
    data = {
        "outcome": "back", "asked_on": day(2), "exam_passed": "1", "exam_on": day(1), "exam_ref": "K-17", "ends_at": ago(minutes=5),
        "paper": "示司执离〔2026〕2号", **more,
    }  # fmt: skip
    return services.end_off_duty(SYSTEM, found.pk, {name: value for name, value in data.items() if value is not None})


def state(card: Credential) -> str:
    return CredentialState.objects.get(credential=card, ends_at__isnull=True).state


@pytest.fixture
def person(world: World) -> Officer:
    return enrolled(world, "孙杰")


def test_who_is_off_duty_can_not_enforce_until_back(world: World, person: Officer) -> None:
    card = person.credentials.get()
    found = begin(person)
    assert (found.credential, state(card)) == (card, "suspended")
    assert CredentialState.objects.get(credential=card, state="suspended").paper == "示司执离〔2026〕1号"
    taught(world.organs["示市监"], day(10), person, kind="return", hours=40)
    back(found)
    assert state(card) == "valid"
    reading = {at: certified({person.pk}, NOW - at)[person.pk].ok for at in (timedelta(days=21), timedelta(days=5), timedelta(0))}
    assert list(reading.values()) == [True, False, True]


WRONG: tuple[tuple[int, dict[str, Any], str], ...] = (
    (39, {}, "outcome"), (40, {"exam_passed": "0"}, "exam_passed"), (40, {"exam_passed": None}, "exam_passed"), (40, {"asked_on": None}, "asked_on"),
    (40, {"exam_on": day(30)}, "exam_on"), (40, {"asked_on": day(30)}, "asked_on"), (40, {"ends_at": ago(days=-1)}, "ends_at"),
    (40, {"ends_at": ago(days=25)}, "ends_at"), (40, {"outcome": "forgiven"}, "outcome"), (40, {"paper": None}, "paper"), (40, {"exam_on": "x"}, "exam_on"),
)  # fmt: skip


def test_nobody_comes_back_without_hours_request_and_exam(world: World, person: Officer) -> None:
    found = begin(person)
    session = taught(world.organs["示市监"], day(10), person, kind="return", hours=40)
    for hours, wrong, field in WRONG:
        session.course.hours = hours
        session.course.save()
        with pytest.raises(Invalid) as told:
            back(found, **wrong)
        assert field in told.value.errors, wrong
    assert state(person.credentials.get()) == "suspended"
    assert OffDuty.objects.filter(ends_at__isnull=True).exists()


def test_the_days_decided_must_be_over(world: World, person: Officer) -> None:
    found = begin(person, days="30")
    taught(world.organs["示市监"], day(10), person, kind="return", hours=40)
    with pytest.raises(Invalid, match="30 天"):
        back(found)


def test_only_lessons_off_duty_since_it_began_count(world: World, person: Officer) -> None:
    found = begin(person)
    taught(world.organs["示市监"], day(21), person, kind="return", hours=40)
    taught(world.organs["示市监"], day(9), person, kind="public", hours=40)
    taught(world.organs["示市监"], day(8), person, kind="return", hours=12)
    assert off_duty_hours(found) == 12


def test_where_no_policy_asks_for_hours_the_exam_is_asked(world: World, person: Officer) -> None:
    found = begin(person)
    with asked({}):
        assert back(found).outcome == "back"


def test_who_is_moved_keeps_a_suspended_credential(world: World, person: Officer) -> None:
    found = begin(person)
    services.end_off_duty(SYSTEM, found.pk, {"outcome": "moved", "ends_at": ago(minutes=5), "paper": "示人〔2026〕3号"})
    assert state(person.credentials.get()) == "suspended"
    with pytest.raises(Invalid, match="已经结束"):
        back(found)


def test_a_credential_already_suspended_stays_so(world: World, person: Officer) -> None:
    card = person.credentials.get()
    people.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": ago(days=30), "reason": "投诉核查"})
    found = begin(person, cause="suspension")
    assert CredentialState.objects.filter(credential=card).count() == 2
    taught(world.organs["示市监"], day(10), person, kind="return", hours=40)
    back(found)
    assert state(card) == "valid"


def test_both_or_neither(world: World, person: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the credential can't be suspended, nothing is recorded; if it can't be restored, nobody is back."""
    with pytest.raises(Invalid):
        begin(person, starts_at="2019-01-01T09:00")  # before the credential was issued
    assert not OffDuty.objects.exists()
    found = begin(person)
    card = person.credentials.get()
    people.change_state(SYSTEM, card.pk, {"state": "revoked", "starts_at": ago(days=1), "reason": "查实"})
    taught(world.organs["示市监"], day(10), person, kind="return", hours=40)
    with pytest.raises(Invalid, match="吊销"):
        back(found)
    found.refresh_from_db()
    assert found.ends_at is None


def test_once_at_a_time_and_by_who_manages(world: World, person: Officer) -> None:
    begin(person)
    with pytest.raises(Invalid, match="正在离岗教育"):
        begin(person)
    for role in (Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.REVIEWER):
        with pytest.raises(NotAllowed):
            services.take_off_duty(world.actor(role), person.pk, {"cause": "other", "facts": "x", "paper": "x", "days": 1, "starts_at": ago(days=1)})
    with pytest.raises(IntegrityError), transaction.atomic():
        OffDuty.objects.update(outcome="back", ends_at=NOW)
