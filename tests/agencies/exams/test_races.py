"""Two at the same moment. On PostgreSQL, where they really are."""

import pytest
from django.db import connection

from fadu.accounts.actors import SYSTEM
from fadu.agencies.exams import services
from fadu.agencies.exams.checking import check
from fadu.agencies.exams.models import Sitting, SittingEvent
from fadu.agencies.exams.services.sittings import Ended
from tests.agencies.exams.world import Hall, clock
from tests.agencies.test_races import together
from tests.agencies.world import build

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]


@pytest.fixture
def busy(transactional_db: None) -> Hall:
    return Hall(build())


def test_two_beginnings_are_one_paper(busy: Hall) -> None:
    actor = busy.officer

    def begin() -> Sitting:
        with clock("09:10"):
            return services.begin(actor, busy.exam.pk)

    results = together(*[begin] * 6)
    assert len({sitting.pk for sitting in results}) == 1
    assert Sitting.objects.count() == 1
    assert SittingEvent.objects.count() == 1


def test_answers_at_once_are_all_in_the_chain(busy: Hall) -> None:
    sitting, actor = busy.begin(), busy.officer

    def giving(number: int, letter: str):  # type: ignore[no-untyped-def]
        def give() -> None:
            with clock("09:20"):
                services.answer(actor, sitting.pk, number, letter)

        return give

    together(*[giving(number, letter) for number in range(1, 5) for letter in "AB"])
    assert SittingEvent.objects.filter(sitting=sitting, kind="answer").count() == 8
    assert check(sitting) == []


def test_an_answer_and_the_close_do_not_cross(busy: Hall) -> None:
    sitting, actor = busy.begin(), busy.officer

    def give() -> str:
        with clock("09:20"):
            try:
                services.answer(actor, sitting.pk, 1, "A")
            except Ended:
                return "ended"
        return "saved"

    def close() -> str:
        with clock("09:20"):
            services.close(actor, sitting.pk)
        return "closed"

    results = together(give, close, close)
    sitting.refresh_from_db()
    assert min(results) == "closed"
    assert SittingEvent.objects.filter(sitting=sitting, kind="close").count() == 1
    assert bool(sitting.marking[0]["chosen"]) is ("saved" in results)
    assert check(sitting) == []


def test_what_ran_out_is_closed_once(busy: Hall) -> None:
    sitting = busy.begin()

    def look() -> int:
        with clock("11:30"):
            return services.close_due(SYSTEM)

    assert sum(together(*[look] * 5)) == 1
    sitting.refresh_from_db()
    assert sitting.closing == "timeout"
    assert check(sitting) == []
