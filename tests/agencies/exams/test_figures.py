"""The figures, by a county reckoned by hand."""

from datetime import date, datetime
from fractions import Fraction

from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.agencies.exams import moment, services
from fadu.agencies.exams.figures import pass_rate_change, passed_share
from tests.agencies.exams.world import Hall, exam_data, right_letters

DAY = date(2026, 11, 20)


def sat_last_year(hall: Hall, *rights: int) -> None:
    """The same exam a year before, by the officer and others, each with so many right."""
    people = [hall.officer, *[hall.another(f"上年{number}")[1] for number in range(1, len(rights))]]

    def at(hour: int) -> datetime:
        return timezone.make_aware(datetime(2025, 11, 20, hour))

    with moment.at(at(8)):
        exam = services.add_exam(hall.admin, hall.organ_id, exam_data(opens_at="2025-11-20T09:00", closes_at="2025-11-20T11:00"))
        services.invite(hall.admin, exam.pk, {"organs": [str(hall.world.organs["示市监"].pk)], "who": "all"})
        services.publish_exam(hall.admin, exam.pk)
    for actor, right in zip(people, rights, strict=True):
        with moment.at(at(10)):
            sitting = services.begin(actor, exam.pk)
            for number in range(1, right + 1):
                services.answer(actor, sitting.pk, number, right_letters(sitting, number))
            services.close(actor, sitting.pk)


def test_all_on_the_register_must_have_passed_this_year(hall: Hall) -> None:
    market = hall.world.organs["示市监"]
    nobody = passed_share(market, DAY)
    assert (nobody.value, nobody.met, nobody.of) == (0, False, (0, 1))
    assert [row.lacks for row in nobody.behind] == ["当年没有参加考试"]
    hall.sat(6)
    assert (passed_share(market, DAY).met, passed_share(market, DAY).of) == (True, (1, 1))
    _, other = hall.another("周林")
    hall.sat(5, other)
    missed = passed_share(market, DAY)
    assert (missed.value, missed.met, [row.lacks for row in missed.behind]) == (Fraction(1, 2), False, ["考试不合格"])
    assert passed_share(market, date(2027, 1, 2)).of == (0, 2), "last year's exam does not count for this year"


def test_where_nobody_enforces_it_is_not_told(hall: Hall) -> None:
    reading = passed_share(hall.world.organs["示环"], DAY)
    assert (reading.value, reading.met) == (None, None)


def test_heads_and_reviewers_are_not_on_the_register(hall: Hall) -> None:
    hall.sat(10, hall.world.actor(Role.HEAD))
    assert passed_share(hall.world.organs["示市监"], DAY).of == (0, 1)


def test_the_pass_rate_must_not_fall(hall: Hall) -> None:
    county = hall.world.organs["示县府"]
    assert pass_rate_change(county, DAY).met is None
    sat_last_year(hall, 6, 5)  # one of two
    assert "2026 年没有人参加" in pass_rate_change(county, DAY).why
    hall.sat(7)
    up = pass_rate_change(county, DAY)
    assert (up.value, up.met) == (Fraction(1, 2), True)
    hall.sat(1, hall.another("周林")[1])
    hall.sat(1, hall.another("周森")[1])
    down = pass_rate_change(county, DAY)
    assert (down.value, down.met) == (Fraction(1, 3) - Fraction(1, 2), False)
