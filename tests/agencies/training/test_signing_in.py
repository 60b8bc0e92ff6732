"""Signing in by the code on the projector."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Change
from fadu.agencies.training import codes, services
from fadu.agencies.training.models import Attendance, Session
from fadu.agencies.training.selectors import hours
from fadu.law.forms import Invalid
from tests.agencies.training.world import add_course, call, course_data, session_data, there
from tests.agencies.world import World

AT = timezone.make_aware(datetime(2026, 5, 11, 9, 0))
SECRET = bytes(range(32))


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def session(world: World) -> Session:
    return call(add_course(world.organs["示市监"]), AT, world.organs["示市监"], world.organs["示市监城"])


def sign(actor: Actor, session: Session, *, code: str | None = None, device: str = "d1") -> Attendance:
    typed = codes.code_at(session.secret, timezone.now()) if code is None else code
    return services.sign_in(actor, session.pk, {"code": typed}, device=device)


# --- the code ---


@pytest.mark.parametrize(
    ("seconds", "fits"),
    [(-31, False), (-1, False), (0, True), (29, True), (30, True), (59, True), (60, False), (3600, False)],
)
def test_a_code_is_taken_while_shown_and_half_a_minute_more(seconds: int, fits: bool) -> None:
    shown = codes.code_at(SECRET, AT)
    assert codes.fits(SECRET, shown, AT + timedelta(seconds=seconds)) is fits


def test_a_code_is_six_digits_and_changes() -> None:
    shown = [codes.code_at(SECRET, AT + timedelta(seconds=30 * step)) for step in range(50)]
    assert all(len(code) == 6 and code.isdigit() for code in shown)
    assert len(set(shown)) > 45
    assert codes.code_at(SECRET, AT + timedelta(seconds=29)) == shown[0]
    assert codes.code_at(SECRET[::-1], AT) != shown[0]


def test_the_code_is_that_of_rfc_6238() -> None:
    """Appendix B, SHA-256, at 59 s: 46119246; six digits of it."""
    assert codes.code_at(b"12345678901234567890123456789012", timezone.make_aware(datetime(1970, 1, 1, 8, 0, 59))) == "119246"


@pytest.mark.parametrize(("second", "left"), [(0, 30), (1, 29), (29, 1), (30, 30)])
def test_how_long_a_code_is_still_shown(second: int, left: int) -> None:
    assert codes.seconds_left(AT + timedelta(seconds=second)) == left


# --- the window ---


def test_one_signs_in_from_half_an_hour_before_until_the_grace_is_over(world: World, session: Session, monkeypatch) -> None:
    for minutes, says in ((-31, "还没有到签到时间"), (-30, ""), (0, ""), (15, ""), (15.1, "迟到"), (200, "迟到"), (300, "迟到")):
        at(monkeypatch, AT + timedelta(minutes=minutes))
        if says:
            with pytest.raises(Invalid, match=says):
                sign(world.actor(Role.OFFICER), session)
            assert not Attendance.objects.exists()
        else:
            assert sign(world.actor(Role.OFFICER), session).via == "code"
            Attendance.objects.all().delete()


def test_what_is_no_code_is_told(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    for typed in ("", "12345", "1234567", "12345a", "１２３４５６", "000 00", "<b>", "-12345"):
        with pytest.raises(Invalid) as wrong:
            sign(world.actor(Role.OFFICER), session, code=typed)
        assert set(wrong.value.errors) == {"code"}


def test_another_sessions_code_is_wrong(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    other = call(session.course, AT + timedelta(days=1))
    with pytest.raises(Invalid, match="签到码不对"):
        sign(world.actor(Role.OFFICER), session, code=codes.code_at(other.secret, AT))


def test_a_person_signs_in_once_and_the_file_shows_it(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    sign(world.actor(Role.OFFICER), session)
    with pytest.raises(Invalid, match="已经签到"):
        sign(world.actor(Role.OFFICER), session)
    person = world.people[Role.OFFICER]
    assert hours.fold([person], 2026)[person.pk] == {"public": 4}
    assert Change.objects.filter(what="training.session", action="签到", by_name="张伟").count() == 1


def test_nobody_signs_in_for_a_colleague_on_their_own_phone(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    sign(world.actor(Role.OFFICER), session, device="one")
    with pytest.raises(Invalid, match="这台设备已经为另一人签到"):
        sign(world.actor(Role.HEAD), session, device="one")
    sign(world.actor(Role.HEAD), session, device="two")
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.filter(officer=world.people[Role.HEAD]).update(device="one")


def test_who_is_not_invited_or_no_officer_does_not_sign_in(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    with pytest.raises(Invalid, match="不是为示范县司法局举办的"):
        sign(world.actor(Role.SUPERVISOR), session)
    for actor in (SYSTEM, PUBLIC):
        with pytest.raises(NotAllowed):
            sign(actor, session)


def test_nobody_is_in_two_places(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    there(call(session.course, AT + timedelta(hours=2)), world.people[Role.OFFICER])
    there(call(session.course, AT + timedelta(hours=4)), world.people[Role.HEAD])
    with pytest.raises(Invalid, match="不能同时参加两场"):
        sign(world.actor(Role.OFFICER), session)
    sign(world.actor(Role.HEAD), session)


def test_a_cancelled_session_takes_nobody(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    services.cancel_session(SYSTEM, session.pk, reason="老师生病")
    with pytest.raises(Invalid, match="已经取消"):
        sign(world.actor(Role.OFFICER), session)
    with pytest.raises(Invalid, match="已经取消"):
        services.cancel_session(SYSTEM, session.pk, reason="再取消")


def test_a_session_that_was_attended_is_not_cancelled(world: World, session: Session) -> None:
    there(session, world.people[Role.OFFICER])
    with pytest.raises(Invalid, match="已经有 1 人签到"):
        services.cancel_session(SYSTEM, session.pk, reason="x")


# --- signing out ---


@pytest.mark.parametrize(("minutes", "says"), [(229, "签退时间"), (230, ""), (240, ""), (270, ""), (271, "签退时间")])
def test_hours_count_once_signed_out(world: World, session: Session, monkeypatch, minutes: int, says: str) -> None:
    Session.objects.update(sign_out=True)
    actor, person = world.actor(Role.OFFICER), world.people[Role.OFFICER]
    at(monkeypatch, AT)
    with pytest.raises(Invalid, match="没有签到"):
        services.sign_out(actor, session.pk, {"code": "123456"})
    sign(actor, session)
    at(monkeypatch, AT + timedelta(minutes=minutes))
    typed = {"code": codes.code_at(session.secret, timezone.now())}
    assert not hours.fold([person], 2026)[person.pk]
    if says:
        with pytest.raises(Invalid, match=says):
            services.sign_out(actor, session.pk, typed)
        return
    services.sign_out(actor, session.pk, typed)
    assert hours.fold([person], 2026)[person.pk] == {"public": 4}
    with pytest.raises(Invalid, match="已经签退"):
        services.sign_out(actor, session.pk, typed)


# --- by hand ---


def test_by_hand_only_with_a_reason_and_once_begun(world: World, session: Session, monkeypatch) -> None:
    admin, officer = world.actor(Role.ADMIN), str(world.people[Role.OFFICER].pk)
    at(monkeypatch, AT - timedelta(minutes=1))
    with pytest.raises(Invalid, match="还没有开始"):
        services.add_by_hand(admin, session.pk, {"officer": officer, "reason": "手机没电"})
    at(monkeypatch, AT + timedelta(hours=1))
    for data in ({"officer": officer}, {"officer": officer, "reason": " "}, {"reason": "x"}, {"officer": "999999", "reason": "x"}):
        with pytest.raises(Invalid):
            services.add_by_hand(admin, session.pk, data)
    found = services.add_by_hand(admin, session.pk, {"officer": officer, "reason": "手机没电，核对身份证"})
    assert (found.via, found.by_name, found.reason) == ("hand", "陈静", "手机没电，核对身份证")
    with pytest.raises(Invalid):
        services.add_by_hand(admin, session.pk, {"officer": officer, "reason": "再登"})
    with pytest.raises(NotAllowed):
        services.add_by_hand(world.actor(Role.HEAD), session.pk, {"officer": officer, "reason": "x"})


def test_what_was_struck_out_stays_and_can_be_made_good(world: World, session: Session, monkeypatch) -> None:
    at(monkeypatch, AT)
    wrong = sign(world.actor(Role.OFFICER), session)
    services.strike(world.actor(Role.ADMIN), wrong.pk, reason="代签")
    with pytest.raises(Invalid, match="已经注销"):
        services.strike(world.actor(Role.ADMIN), wrong.pk, reason="代签")
    sign(world.actor(Role.OFFICER), session)
    assert Attendance.objects.count() == 2


# --- courses and sessions ---


BAD_COURSES: tuple[tuple[dict[str, Any], str], ...] = (
    ({"title": ""}, "title"), ({"title": "<script>"}, "title"), ({"kind": "magic"}, "kind"), ({"topics": ["magic"]}, "topics"), ({"method": ""}, "method"),
    ({"hours": "0"}, "hours"), ({"hours": "201"}, "hours"), ({"hours": "four"}, "hours"), ({"hours": "9" * 30}, "hours"), ({"teacher": ""}, "teacher"),
    ({"kind": "skill", "mode": "online"}, "mode"), ({"title": "长" * 101}, "title"), ({"id": "7"}, "id"), ({"title": "a\x00b"}, "title"),
)  # fmt: skip
BAD_SESSIONS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"audience": []}, "audience"), ({"audience": ["999999"]}, "audience"), ({"audience": ["x"]}, "audience"), ({"ends_at": "2026-05-11T09:00"}, "ends_at"),
    ({"ends_at": "2026-05-20T09:00"}, "ends_at"), ({"starts_at": "soon"}, "starts_at"), ({"grace": "2000"}, "grace"), ({"grace": "-1"}, "grace"),
    ({"campaign": "war"}, "campaign"), ({"line": "1"}, "line"), ({"place": ""}, "place"),
)  # fmt: skip


def test_bad_courses_are_told_by_field(world: World) -> None:
    for wrong, field in BAD_COURSES:
        with pytest.raises(Invalid) as told:
            services.add_course(SYSTEM, world.organs["示市监"].pk, course_data(**wrong))
        assert field in told.value.errors, wrong


def test_bad_sessions_are_told_by_field(world: World) -> None:
    course = add_course(world.organs["示市监"])
    for wrong, field in BAD_SESSIONS:
        with pytest.raises(Invalid) as told:
            services.call_session(SYSTEM, course.pk, session_data(AT, [world.organs["示市监"]]) | wrong)
        assert field in told.value.errors, wrong
    assert not Session.objects.exists()


def test_what_hours_were_reckoned_by_stays(world: World, session: Session) -> None:
    there(session, world.people[Role.OFFICER])
    with pytest.raises(Invalid) as told:
        services.edit_course(SYSTEM, session.course_id, course_data(hours=8, kind="special"), reason="x")
    assert set(told.value.errors) == {"hours", "kind"}
    assert services.edit_course(SYSTEM, session.course_id, course_data(teacher="李老师"), reason="换人").teacher == "李老师"
    services.end_course(SYSTEM, session.course_id, reason="换新课程")
    with pytest.raises(Invalid, match="停开"):
        call(session.course, AT)
