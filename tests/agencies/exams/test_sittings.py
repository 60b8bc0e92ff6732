"""Sitting an exam: the window, the clock, what is saved, what is closed."""

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.exams import services
from fadu.agencies.exams.checking import check
from fadu.agencies.exams.marking import answers
from fadu.agencies.exams.models import Invitation, Sitting, SittingEvent
from fadu.agencies.exams.results import Result, forget, on_result
from fadu.agencies.exams.services.sittings import Ended
from fadu.law.forms import Invalid
from tests.agencies.exams.world import Hall, clock, right_letters


def kept(sitting: Sitting) -> dict[int, str]:
    return answers(SittingEvent.objects.filter(sitting=sitting).order_by("seq"))


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("08:59:59", "还没有到时间"),
        ("09:00:00", ""),
        ("10:59:59", ""),
        ("11:00:00", "已于 2026-11-20 11:00 截止"),
        ("23:00:00", "截止"),
    ],
)
def test_a_sitting_begins_only_in_the_window(hall: Hall, at: str, says: str) -> None:
    if not says:
        assert hall.begin(at).attempt == 1
        return
    with pytest.raises(Invalid, match=says):
        hall.begin(at)
    assert not Sitting.objects.exists()


@pytest.mark.parametrize(("begins", "deadline"), [("09:10:00", "10:10:00"), ("10:00:00", "11:00:00"), ("10:30:00", "11:00:00"), ("10:59:59", "11:00:00")])
def test_the_deadline_is_after_the_minutes_allowed_never_after_the_window(hall: Hall, begins: str, deadline: str) -> None:
    from django.utils import timezone

    assert f"{timezone.localtime(hall.begin(begins).deadline):%H:%M:%S}" == deadline


@pytest.mark.parametrize(("at", "taken"), [("10:09:59.999999", True), ("10:10:00", True), ("10:10:00.000001", False), ("10:10:01", False), ("15:00:00", False)])
def test_an_answer_is_taken_until_the_last_second(hall: Hall, at: str, taken: bool) -> None:
    sitting = hall.begin("09:10:00")
    with clock("09:20:00"):
        services.answer(hall.officer, sitting.pk, 1, right_letters(sitting, 1))
    with clock(at):
        if taken:
            services.answer(hall.officer, sitting.pk, 2, right_letters(sitting, 2))
        else:
            with pytest.raises(Ended, match="此前保存的答案全部有效"):
                services.answer(hall.officer, sitting.pk, 2, right_letters(sitting, 2))
    sitting.refresh_from_db()
    assert set(kept(sitting)) == ({1, 2} if taken else {1})
    assert (sitting.closed_at is None) is taken
    if not taken:
        assert (sitting.mark, sitting.closing, sitting.closed_at) == (10, "timeout", sitting.deadline)
        assert check(sitting) == []


def test_what_is_past_its_deadline_is_closed_when_somebody_looks(hall: Hall) -> None:
    sitting = hall.begin("09:10:00")
    hall.answer_all(sitting, 6, "09:20")
    with clock("10:10:00"):
        assert services.close_due(SYSTEM) == 0
    with clock("10:10:01"):
        assert services.close_due(SYSTEM) == 1
        assert services.close_due(SYSTEM) == 0
    sitting.refresh_from_db()
    assert (sitting.mark, sitting.passed, sitting.closed_at) == (60, True, sitting.deadline)


def test_the_last_answer_counts_and_every_answer_is_in_the_record(hall: Hall) -> None:
    sitting = hall.begin()
    with clock("09:20"):
        for letters in ("A", "B", "B", "", "C"):
            saved = services.answer(hall.officer, sitting.pk, 1, letters)
    assert kept(sitting) == {1: "C"}
    assert saved.answered == 1
    assert saved.left == 50 * 60
    assert [event.data.get("chosen") for event in SittingEvent.objects.filter(sitting=sitting).order_by("seq")] == [None, "A", "B", "", "C"]


def test_who_begins_twice_goes_on_with_the_same_paper(hall: Hall) -> None:
    first, again = hall.begin("09:10"), hall.begin("09:40")
    assert (again.pk, again.paper, again.deadline) == (first.pk, first.paper, first.deadline)
    assert Sitting.objects.count() == 1


def test_two_devices_write_one_record(hall: Hall) -> None:
    sitting = hall.begin()
    with clock("09:20:00"):
        services.answer(hall.officer, sitting.pk, 1, "A")
    with clock("09:20:05"):
        services.answer(hall.officer, sitting.pk, 2, "B")
        services.answer(hall.officer, sitting.pk, 1, "D")
    assert kept(sitting) == {1: "D", 2: "B"}
    assert check(sitting) == []


def test_tries_are_counted_and_who_passed_sits_no_more(world) -> None:
    hall = Hall(world, tries="2")
    hall.sat(5)
    second = hall.begin("09:40")
    assert second.attempt == 2
    assert second.paper != Sitting.objects.get(attempt=1).paper
    hall.answer_all(second, 6, "09:45")
    hall.close(second, "09:50")
    with pytest.raises(Invalid, match="已经合格"):
        hall.begin("10:00")
    failed = world.actor(Role.HEAD)
    for at in ("09:10", "09:20"):
        hall.close(hall.begin(at, failed), at, failed)
    with pytest.raises(Invalid, match="最多考 2 次"):
        hall.begin("09:30", failed)


def test_a_try_that_ran_out_does_not_hold_up_the_next(world) -> None:
    hall = Hall(world, tries="2", minutes="20")
    first = hall.begin("09:00")
    second = hall.begin("09:30")
    assert second.attempt == 2
    first.refresh_from_db()
    assert first.closing == "timeout"


@pytest.mark.parametrize("right", [0, 5, 6, 10])
def test_the_mark_is_that_of_the_right_answers(hall: Hall, right: int) -> None:
    sitting = hall.sat(right)
    assert (sitting.mark, sitting.passed) == (10 * right, right >= 6)
    assert [row["right"] for row in sitting.marking] == [True] * right + [False] * (10 - right)
    assert check(sitting) == []


def test_half_of_a_multiple_answer_gives_nothing(hall: Hall) -> None:
    sitting = hall.begin()
    with clock("09:20"):
        services.answer(hall.officer, sitting.pk, 6, right_letters(sitting, 6)[:2])
    assert hall.close(sitting).mark == 0


@pytest.mark.parametrize(
    ("question", "chosen"), [(0, "A"), (11, "A"), (-1, "A"), (1, "E"), (1, "AB"), (1, "a"), (1, "Z"), (1, "\x00"), (9, "C"), (6, "AX"), (1, "正确")]
)
def test_an_answer_that_can_not_be_is_not_taken(hall: Hall, question: int, chosen: str) -> None:
    sitting = hall.begin()
    with clock("09:20"), pytest.raises(Invalid):
        services.answer(hall.officer, sitting.pk, question, chosen)
    assert kept(sitting) == {}


def test_nobody_answers_for_another(hall: Hall) -> None:
    sitting = hall.begin()
    for role in (Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.REVIEWER):
        with clock("09:20"), pytest.raises(Sitting.DoesNotExist):
            services.answer(hall.world.actor(role), sitting.pk, 1, "A")
        with clock("09:20"), pytest.raises(Sitting.DoesNotExist):
            services.close(hall.world.actor(role), sitting.pk)
    with pytest.raises(NotAllowed):
        services.begin(SYSTEM, hall.exam.pk)


def test_only_who_is_invited_begins(hall: Hall) -> None:
    with clock("09:10"), pytest.raises(Invitation.DoesNotExist):
        services.begin(hall.world.actor(Role.SUPERVISOR), hall.exam.pk)


def test_leaving_is_written_down_and_changes_nothing(hall: Hall) -> None:
    sitting = hall.begin()
    hall.answer_all(sitting, 10)
    with clock("09:25"):
        for back in (False, True, False, True):
            services.away(hall.officer, sitting.pk, back=back)
    closed = hall.close(sitting)
    with clock("09:40"):
        services.away(hall.officer, sitting.pk, back=False)
    assert closed.mark == 100
    assert SittingEvent.objects.filter(sitting=sitting, kind="left").count() == 2
    assert check(closed) == []


def test_a_browser_that_runs_wild_is_not_listened_to(hall: Hall, monkeypatch) -> None:
    from fadu.agencies.exams.services import sittings

    monkeypatch.setattr(sittings, "MOST_LEAVES", 3)
    monkeypatch.setattr(sittings, "MOST_EVENTS", 6)
    sitting = hall.begin()
    with clock("09:20"):
        for _ in range(5):
            services.away(hall.officer, sitting.pk, back=False)
        services.answer(hall.officer, sitting.pk, 1, "A")
        services.answer(hall.officer, sitting.pk, 1, "B")
        with pytest.raises(Invalid, match="次数过多"):
            services.answer(hall.officer, sitting.pk, 1, "C")
    assert kept(sitting) == {1: "B"}


def test_what_is_closed_stays_as_it_is(hall: Hall) -> None:
    sitting = hall.sat(7)
    with clock("09:40"):
        assert services.close(hall.officer, sitting.pk).closed_at == sitting.closed_at
        with pytest.raises(Ended, match="已于 2026-11-20 09:30 交卷"):
            services.answer(hall.officer, sitting.pk, 1, "A")


def test_a_result_that_counts_is_told_once_and_with_its_source(world) -> None:
    told: list[Result] = []
    callback = told.append
    on_result(callback)
    on_result(callback)
    try:
        hall = Hall(world)
        sitting = hall.sat(8)
        hall.close(sitting, "09:50")
        with clock("09:50"):
            other = hall.hold(title="练习", counts="0")
            services.close(hall.officer, services.begin(hall.officer, other.pk).pk)
    finally:
        forget(callback)
    assert len(told) == 1
    assert (told[0].officer_id, told[0].subject, str(told[0].taken_on), told[0].passed, told[0].mark) == (
        hall.officer.officer_id,
        "public",
        "2026-11-20",
        True,
        80,
    )
    assert sitting.head in told[0].source


def test_what_a_listener_refuses_undoes_the_close(hall: Hall) -> None:
    def refuse(_: Result) -> None:
        raise Invalid({"": "证件申请已经办结"})

    sitting = hall.begin()
    on_result(refuse)
    try:
        with pytest.raises(Invalid):
            hall.close(sitting)
    finally:
        forget(refuse)
    sitting.refresh_from_db()
    assert sitting.closed_at is None
    assert hall.close(sitting).mark == 0
