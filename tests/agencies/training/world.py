"""A county that trains: numbers of a locality, courses, sessions and who attended, made by the services."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Officer, Organ
from fadu.agencies.training import numbers, services
from fadu.agencies.training.models import Attendance, Course, Session
from fadu.law.parameters import PARAMETERS, Parameters, Value
from tests.agencies.world import World

EVERYTHING = {
    "training.year.hours": 60,
    "training.public.hours": "30",
    "training.practice.hours": "30",
    "training.thought.hours": "15",
    "training.return.hours": 40,
    "training.organised.hours": "40",
    "training.delegated.times": 2,
    "training.systems.times": "1",
    "training.plan.by": "04-15",
    "training.rotation.by": "06-30",
}


def place(given: dict[str, Any], until: date | None = None) -> Parameters:
    """A locality that sets these numbers."""
    layer = {}
    for id_, written in given.items():
        parameter = PARAMETERS[id_]
        value = parameter.read(int(written) if isinstance(written, str) and written.isdigit() else written)
        layer[id_] = (Value(parameter, value, f"某方案 {id_}", date(2020, 1, 1), until, "test"),)
    return Parameters("某县", (layer,))


@contextmanager
def asked(given: dict[str, Any], handed: Iterable[numbers.Handed] = (), until: date | None = None) -> Iterator[None]:
    """While it lasts the locality sets these numbers, and these powers are handed down."""
    before = (numbers._parameters, numbers._handed)
    found, pairs = place(given, until), list(handed)
    numbers.answer_with(lambda: found, lambda _first, _last: pairs)
    try:
        yield
    finally:
        numbers.answer_with(*before)


def course_data(**more: Any) -> dict[str, Any]:
    return {
        "title": "行政处罚法精讲",
        "kind": "public",
        "topics": [],
        "method": "lecture",
        "mode": "offline",
        "hours": 4,
        "teacher": "县委党校 周老师",
        "material": "处罚法读本",
        **more,
    }


def add_course(organ: Organ, **more: Any) -> Course:
    return services.add_course(SYSTEM, organ.pk, course_data(**more))


def session_data(starts: datetime, audience: Iterable[Organ], **more: Any) -> dict[str, Any]:
    return {
        "place": "县政府三楼会议室",
        "starts_at": f"{timezone.localtime(starts) if timezone.is_aware(starts) else starts:%Y-%m-%dT%H:%M}",
        "ends_at": f"{(timezone.localtime(starts) if timezone.is_aware(starts) else starts) + timedelta(hours=4):%Y-%m-%dT%H:%M}",
        "campaign": "",
        "grace": 15,
        "sign_out": False,
        "audience": [str(organ.pk) for organ in audience],
        **more,
    }


def call(course: Course, starts: datetime, *audience: Organ, **more: Any) -> Session:
    return services.call_session(SYSTEM, course.pk, session_data(starts, audience or (course.organ,), **more))


def there(session: Session, *people: Officer) -> list[Attendance]:
    """These people stand on the signed list of a session that has begun; written without the clock of the service."""
    return [
        Attendance.objects.create(
            session=session, officer=person, via="paper", came_at=session.starts_at, left_at=session.ends_at, reason="签到表", by_name="系统"
        )
        for person in people
    ]


def taught(
    organ: Organ, day: str, *people: Officer, kind: str = "public", hours: int = 4, campaign: str = "", audience: Iterable[Organ] = (), **course: Any
) -> Session:
    """A course held once on a day, with these people there."""
    found = add_course(organ, kind=kind, hours=hours, title=f"{kind}{secrets.token_hex(3)}", **course)
    guests = tuple(audience) or tuple({person.organ_id: person.organ for person in people}.values()) or (organ,)
    session = call(found, datetime.fromisoformat(f"{day}T09:00"), *guests, campaign=campaign)
    there(session, *people)
    return session


def enrolled(world: World, name: str, short: str = "示市监", **more: Any) -> Officer:
    """Somebody on the roll: with a credential that is valid for years."""
    person = world.officer(name, short)
    world.credential(person, valid_from="2020-01-01", valid_to="2040-12-31", **more)
    return person
