"""The figures of the clauses, against counts made here by hand."""

import io
import json
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services as equipment
from fadu.cases import now
from fadu.cases.services import take
from fadu.cases.services.replay import replay
from fadu.evidence.models import Action, Use
from fadu.evidence.recordings import services
from fadu.evidence.recordings.figures import FIGURES
from fadu.evidence.recordings.figures.coverage import repeated
from fadu.evidence.services import keep
from tests.agencies.equipment.figures import Asked, place
from tests.cases.world import file_of
from tests.evidence.recordings.made import moment, recorded, seized, went_on

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def asked(bureau) -> Asked:
    return Asked(bureau, FIGURES)


def film(bureau, recorder, films, case, began, ended, **more):
    row = recorded(bureau.who("liwei"), recorder, file=films.video, began=f"2026-11-02T{began}", ended=f"2026-11-02T{ended}", **more)
    if case is not None:
        with now.at(moment(more.get("at", "2026-11-02T17:00"))):
            services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    return row


def test_nothing_recorded_nothing_told(asked):
    for figure in FIGURES:
        reading = asked.read(figure.id, on=DAY)
        assert reading.met in (None, True), figure.id
        assert reading.why, figure.id


def test_coverage_is_the_share_of_the_seconds(bureau, recorder, films, asked):
    """Two seizures of 70 minutes; of one 60 minutes are on record, of the other all: 130 of 140 minutes."""
    first, second = seized(bureau), seized(bureau)
    film(bureau, recorder, films, first, "09:30", "10:30")
    film(bureau, recorder, films, second, "09:30", "10:40")
    reading = asked.read("recordings.whole", on=DAY)
    assert (reading.value, reading.met) == (Fraction(130, 140), False)
    assert [row.lacks for row in reading.behind] == ["10:30:00–10:40:00 没有录到", ""]
    assert asked.read("recordings.missing", on=DAY).value == 0
    assert asked.read("recordings.whole", on=date(2026, 11, 1)).value is None  # the day before
    assert asked.read("recordings.whole", on=date(2027, 11, 3)).value is None  # more than a year after


def test_ninety_nine_percent_with_an_open_end_is_not_enough(bureau, recorder, films, asked):
    """An hour and ten minutes with 62 seconds missing: inside it is 98.5 % of one, 99.3 % of two scenes."""
    first, second = seized(bureau), seized(bureau)
    film(bureau, recorder, films, second, "09:30", "10:40")
    film(bureau, recorder, films, first, "09:30", "10:39", clock_ahead="ahead", clock_seconds="2")
    reading = asked.read("recordings.whole", on=DAY)
    assert reading.value == Fraction(2 * 70 * 60 - 62, 2 * 70 * 60)
    assert reading.value > Fraction(99, 100)
    assert reading.met is False
    assert "首尾" in reading.why


def test_a_scene_without_a_recording_is_missing_even_where_its_reason_was_agreed_to(bureau, asked):
    case = seized(bureau)
    with now.at(moment("2026-11-03T09:00")):
        take(bureau.who("liwei"), case.pk, "explain_unfilmed", {"scene_seq": "3", "reason": "记录仪电量耗尽"})
        take(bureau.who("zhaoqiang"), case.pk, "check_unfilmed", {"scene_seq": "3", "agreed": "yes", "opinion": "属实"})
    reading = asked.read("recordings.missing", on=DAY)
    assert (reading.value, reading.met) == (1, False)
    assert "1 次经复核理由成立" in reading.why


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (["记录仪电量耗尽"], False),
        (["记录仪电量耗尽，改用文字笔录"] * 5, True),
        (["记录仪电量耗尽，改用文字笔录"] * 4 + ["当事人住处涉及隐私，经其要求没有录像"], False),  # 80 %, not more
        (["记录仪电量耗尽，改用文字笔录"] * 5 + ["当事人住处涉及隐私，经其要求没有录像"], True),  # 83 %
        (["记录仪电量耗尽，改用文字笔录。"] * 3 + ["记录仪电量耗尽，改用文字笔录"] * 2, True),  # alike
    ],
)
def test_reasons_that_repeat_are_told(bureau, reasons, told):
    for reason in reasons:
        case = seized(bureau)
        with now.at(moment("2026-11-03T09:00")):
            take(bureau.who("liwei"), case.pk, "explain_unfilmed", {"scene_seq": "3", "reason": reason})
    assert ("雷同" in repeated(bureau.organs["示县府"], DAY)) is told


def test_handed_in_within_24_hours(bureau, recorder, films, asked):
    for at in ("2026-11-02T11:00", "2026-11-03T10:40", "2026-11-03T10:41"):
        film(bureau, recorder, films, None, "09:30", "10:40", at=at)
    reading = asked.read("recordings.in_time", on=DAY)
    assert (reading.of, reading.met, len(reading.behind)) == ((2, 3), False, 1)


def test_orphans_are_counted_until_they_are_tied(bureau, recorder, films, asked):
    row, case = film(bureau, recorder, films, None, "09:30", "10:40"), seized(bureau)
    assert asked.read("recordings.orphans", on=DAY).value == 1
    services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    assert asked.shows("recordings.orphans", on=DAY) == (True, None)
    with now.at(moment("2026-11-02T12:00")):
        keep(bureau.who("liwei"), io.BytesIO(b"x"), use=Use.RECORDING, name="没有登记.mp4", media="video/mp4", organ_id=bureau.bureau.pk)
    assert asked.read("recordings.orphans", on=date(2026, 11, 2)).value == 0, "its day is not over"
    assert asked.read("recordings.orphans", on=DAY).value == 1


@pytest.mark.parametrize(("seconds", "wrong"), [("60", 0), ("61", 1)])
def test_clocks_more_than_a_minute_off(bureau, recorder, films, asked, seconds, wrong):
    film(bureau, recorder, films, None, "08:00", "08:10", clock_ahead="ahead", clock_seconds="3000")  # put right since
    film(bureau, recorder, films, None, "09:30", "10:40", clock_ahead="behind", clock_seconds=seconds)
    reading = asked.read("recordings.clocks", on=DAY)
    assert (reading.value, reading.met) == (wrong, not wrong)


def test_at_hand_before_the_decision_and_who_looked(bureau, recorder, films, asked):
    early, late = seized(bureau), seized(bureau)
    row = film(bureau, recorder, films, early, "09:30", "10:40")
    services.read(bureau.who("chenjing"), row.pk, Action.PLAY)
    went_on(bureau, early, "dispose_measure")
    went_on(bureau, late, "dispose_measure")
    film(bureau, recorder, films, late, "09:30", "10:40", at="2026-11-10T16:00")
    reading = asked.read("recordings.reviewed", on=DAY)
    assert (reading.of, reading.met) == ((1, 2), False)
    assert "含" not in reading.why
    assert "调阅过的 1 件" in reading.why


def test_what_may_be_left_to_words_is_judged_where_the_place_says_so(bureau, recorder, films, asked, monkeypatch):
    told = json.loads(file_of("food_safety").read_text("utf-8"))
    scenes = [step["step"] for step in told["steps"] if step["step"] in {"inspect", "question", "sample", "preserve", "hold_hearing"}]
    for place_, step in enumerate(told["steps"], 1):  # each entered when it happened
        with now.at(moment(step["at"])):
            replay({**told, "id": "timely", "steps": told["steps"][:place_]})
    day = date.fromisoformat(told["steps"][-1]["at"][:10])
    assert asked.read("recordings.choice", on=day).value is None
    place(monkeypatch, {"recording.choice": True})
    assert asked.shows("recordings.choice", on=day) == (False, (0, len(scenes)))


def test_a_questioning_in_a_filmed_room_is_hit_where_the_camera_of_the_room_ran_throughout(bureau, films, asked):
    """兴隆县指导意见附件第六条：询问、听证时段录像命中率 =100%. The camera of the room belongs to no officer and, before it is tied, to no case."""
    story = json.loads(file_of("food_safety").read_text("utf-8"))
    steps = story["steps"][: [step["step"] for step in story["steps"]].index("question") + 1]
    case = replay({**story, "steps": steps})
    data = steps[-1]["data"]
    day = date.fromisoformat(data["began_at"][:10]) + timedelta(days=2)
    assert asked.read("recordings.rooms", on=day).value is None, "no room is registered"
    premises = equipment.add_premises(
        SYSTEM, bureau.bureau.pk, {"name": "办案区", "address": "清河路", "area": 90, "measured_on": "2024-01-01", "since": "2024-01-01"}
    )
    room = equipment.add_room(SYSTEM, premises.pk, {"name": "询问室", "uses": ["questioning"], "area": 18, "filmed": True, "since": "2024-01-01"})
    assert data["place"].endswith("询问室")
    reading = asked.read("recordings.rooms", on=day)
    assert (reading.value, reading.met, reading.of) == (0, False, (0, 1))
    assert "没有录到" in reading.behind[0].lacks
    began, ended = (datetime.fromisoformat(data[name]) for name in ("began_at", "ended_at"))
    for since, until, hit in ((began, ended - timedelta(minutes=5), 0), (ended - timedelta(minutes=6), ended, 1)):
        at = (until + timedelta(hours=1)).isoformat()
        more = {"scene": "question", "room": str(room.pk), "officer": "", "began": since.isoformat(), "ended": until.isoformat(), "at": at}
        assert recorded(bureau.who("liwei"), None, file=films.video, **more).room == room
        assert asked.read("recordings.rooms", on=day).of == (hit, 1)
    assert case.case_id
