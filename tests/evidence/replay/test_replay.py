"""The replay: what was known when, folded anew at each step; delays told; refusals in their place; and nothing for who may not see the case."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from fadu.cases.errors import Refused
from fadu.cases.models import Case
from fadu.cases.services.record import state_of
from fadu.evidence import timeline
from fadu.evidence.replay.figures import entered_after_a_day, entered_late, traced
from fadu.evidence.replay.selectors.frames import frames
from fadu.evidence.replay.selectors.strip import Axis, strip
from fadu.law.facts import VOCABULARY
from fadu.law.reading import told
from tests.evidence.household.conftest import client_of
from tests.evidence.household.parties import at

pytestmark = pytest.mark.django_db


def entered(telling, name, when, **changes):
    """Take a step that is entered at another time than it happened."""
    with at(when):
        telling.take(name, changes or None)


@pytest.fixture
def told_in_time(telling):
    """The food case up to its inspection, each step entered ten minutes after it happened but the second, entered two days late."""
    entered(telling, "register", "2026-06-01T09:20")
    entered(telling, "file", "2026-06-05T10:00")
    entered(telling, "inspect", "2026-06-05T10:10")
    return telling


def test_each_frame_says_what_was_known_and_where_the_case_stood(told_in_time):
    case, officer = told_in_time.case, told_in_time.bureau.who("liwei")
    first, second, third = frames(officer, case)
    assert [(frame.number, frame.seq) for frame in (first, second, third)] == [(1, 1), (2, 2), (3, 3)]
    assert (first.stage_changed, second.stage_changed, third.stage_changed) == (True, True, False)
    assert "立案日期" not in {change.label for change in first.changes}
    filed = {change.label: (change.before, change.after) for change in second.changes}
    assert filed["立案日期"] == ("", "2026-06-03")
    known = dict(state_of(case).facts)
    said = {change.label: change.after for frame in (first, second, third) for change in frame.changes}
    assert all(said[VOCABULARY[name].label] == told(VOCABULARY[name], value) for name, value in known.items() if value is not None)
    assert {clock.rule: clock.due_on for clock in third.clocks}["CF-060"] == date(2026, 9, 1)
    assert not [clock for clock in first.clocks if clock.rule == "CF-060"]


def test_what_was_entered_late_is_marked_and_counted(told_in_time):
    case, officer = told_in_time.case, told_in_time.bureau.who("liwei")
    first, second, third = frames(officer, case)
    assert (first.late, second.late, third.late) == ("", "48 小时", "24 小时")
    assert (first.after_next, second.after_next) == (False, True)  # filed on the 3rd, entered on the 5th, after the inspection of the 4th
    organ = told_in_time.bureau.bureau
    assert entered_late(organ, date(2026, 12, 31)).of == (1, 3)
    assert entered_late(organ, date(2026, 12, 31)).met is False
    assert entered_after_a_day(organ, date(2026, 12, 31)).of == (2, 3)
    assert entered_late(organ, date(2025, 12, 31)).value is None
    assert traced(organ, date(2026, 12, 31)).value is None


def test_a_refusal_stands_where_it_was_tried_and_changes_nothing(told_in_time):
    with at("2026-06-06T09:00"), pytest.raises(Refused):
        told_in_time.take("inspect", {"present": ["liwei"]}, when="2026-06-06T08:50")
    case, officer = told_in_time.case, told_in_time.bureau.who("liwei")
    shown = frames(officer, case)
    assert [frame.refused for frame in shown] == [False, False, False, True]
    assert shown[-1].bases
    assert shown[-1].changes == ()
    drawn = strip(officer, case, shown)
    assert {lane.name for lane in drawn.lanes} >= {"阶段", "步骤", "拒绝"}


def test_a_correction_shows_before_and_after_where_it_came(told_in_time):
    with at("2026-06-08T09:00"):
        told_in_time.correct("register", {"violation_began_on": "2026-05-21"}, when="2026-06-08T08:50")
    shown = frames(told_in_time.bureau.who("liwei"), told_in_time.case)
    changed = [(change.before, change.after) for change in shown[-1].changes if change.before]
    assert shown[-1].corrects == 1
    assert ("2026-05-20", "2026-05-21") in changed
    assert "2026-05-21" not in {change.after for change in shown[0].changes}


def test_the_axis_keeps_the_order_and_leaves_room():
    begin = datetime(2026, 6, 1, 9, tzinfo=UTC)
    moments = [begin, begin + timedelta(minutes=1), begin + timedelta(hours=3), begin + timedelta(days=90), begin + timedelta(days=90, minutes=2)]
    axis = Axis(moments)
    assert axis.places == sorted(axis.places)
    assert min(after - before for before, after in zip(axis.places, axis.places[1:], strict=False)) >= 10
    assert axis.width < 400
    assert axis.at(begin - timedelta(days=3)) == axis.places[0]
    assert axis.places[2] < axis.at(begin + timedelta(days=40)) < axis.places[3]
    assert [words for _, words in axis.gaps()] == ["89 天"]


def test_a_room_above_tells_of_its_lane(told_in_time, monkeypatch):
    case, officer = told_in_time.case, told_in_time.bureau.who("liwei")
    begin = datetime(2026, 6, 4, 1, 30, tzinfo=UTC)
    entry = timeline.Entry(case.pk, begin, begin + timedelta(hours=3), "现场检查音像", until=begin + timedelta(minutes=40))
    monkeypatch.setitem(timeline._answers, "recording", lambda _actor, cases: [entry] if case.pk in cases else [])
    [lane] = [lane for lane in strip(officer, case, frames(officer, case)).lanes if lane.name == "音像"]
    assert "3 小时后存入" in lane.marks[0].title
    with pytest.raises(LookupError):
        timeline.register("gossip", lambda _actor, _cases: [])


def test_the_page_reads_without_scripts_and_ends_at_the_border(told_in_time):
    case = told_in_time.case
    page = client_of(told_in_time.bureau, "liwei").get(f"/cases/{case.pk}/replay/").content.decode()
    assert page.count("data-frame") == 3
    assert "补录，迟 48 小时" in page
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert not re.search(r"\sstyle=", page)
    table = {"liwei": 200, "wangfang": 200, "zhoujie": 404, "zhaoqiang": 200, "chenjing": 200, "zhaomin": 200, "zhoulin": 404, "admin": 403}
    assert {name: client_of(told_in_time.bureau, name).get(f"/cases/{case.pk}/replay/").status_code for name in table} == table
    assert "过程回放" in client_of(told_in_time.bureau, "liwei").get(f"/cases/{case.pk}/").content.decode()


def test_who_may_not_see_the_party_reads_no_words_and_no_facts(told_in_time, monkeypatch):
    from fadu.accounts import permissions
    from fadu.accounts.actors import Role

    narrowed = {action: reach for action, reach in permissions.TABLE[Role.SUPERVISOR].items() if action != "party.see"}
    monkeypatch.setitem(permissions.TABLE, Role.SUPERVISOR, narrowed)
    shown = frames(told_in_time.bureau.who("zhaomin"), told_in_time.case)
    assert not [frame for frame in shown if frame.words or frame.changes]
    assert Case.objects.count() == 1
