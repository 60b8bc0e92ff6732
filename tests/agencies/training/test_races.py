"""Two at the same moment. On PostgreSQL, where they really are."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.models import CredentialState
from fadu.agencies.training import codes, services
from fadu.agencies.training.models import Attendance, OffDuty, Plan
from tests.agencies.test_races import refused, together
from tests.agencies.training.test_plans import LINE
from tests.agencies.training.world import add_course, call, enrolled
from tests.agencies.world import World, build

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]


@pytest.fixture
def county(transactional_db: None) -> World:
    return build()


def test_a_person_signs_in_once_however_often_they_tap(county: World) -> None:
    session = call(add_course(county.organs["示市监"]), timezone.localtime())
    actor, code = county.actor(Role.OFFICER), {"code": codes.code_at(session.secret, timezone.now())}
    results = together(*[lambda at=at: services.sign_in(actor, session.pk, code, device=f"d{at}") for at in range(4)])
    assert refused(results) == [{"code"}] * 3
    assert Attendance.objects.count() == 1


def test_a_device_signs_one_person_in(county: World) -> None:
    session = call(add_course(county.organs["示市监"]), timezone.localtime())
    code = {"code": codes.code_at(session.secret, timezone.now())}
    actors = [county.actor(role) for role in (Role.OFFICER, Role.HEAD, Role.REVIEWER)]
    results = together(*[lambda actor=actor: services.sign_in(actor, session.pk, code, device="one") for actor in actors])
    assert refused(results) == [{"code"}] * 2
    assert Attendance.objects.count() == 1


def test_nobody_signs_in_at_two_places_at_once(county: World) -> None:
    course = add_course(county.organs["示市监"])
    sessions = [call(course, timezone.localtime()) for _ in range(2)]
    actor = county.actor(Role.OFFICER)
    typed = {session.pk: {"code": codes.code_at(session.secret, timezone.now())} for session in sessions}
    results = together(*[lambda pk=pk, code=code: services.sign_in(actor, pk, code, device="one") for pk, code in typed.items()])
    assert len(refused(results)) == 1
    assert Attendance.objects.count() == 1


def test_a_plan_is_drawn_once(county: World) -> None:
    data = {"year": timezone.localdate().year, "lines": [LINE]}
    results = together(*[lambda: services.draw_plan(SYSTEM, county.organs["示市监"].pk, data)] * 4)
    assert refused(results) == [{"year"}] * 3
    assert Plan.objects.count() == 1


def test_a_person_is_taken_off_duty_once(county: World) -> None:
    person = enrolled(county, "孙杰")
    at = (timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    data = {"cause": "other", "facts": "事实", "paper": "x", "days": 1, "starts_at": at}
    results = together(*[lambda: services.take_off_duty(SYSTEM, person.pk, data)] * 3)
    assert len(refused(results)) == 2
    assert OffDuty.objects.count() == 1
    assert CredentialState.objects.filter(credential__officer=person).count() == 2
