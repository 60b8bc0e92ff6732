"""Clocks are what the statute gives: the food case by hand, suspended ones, those of a year whose holidays are not announced."""

from datetime import date

import pytest

from fadu.cases.models import Case, ClockRow
from fadu.cases.models.case import NEVER
from fadu.cases.services import take
from tests.cases.telling import Telling, at
from tests.cases.world import Bureau


def day(text: str) -> date:
    """A day with its weekday after it: the weekday must be right."""
    iso, weekday = text.split()
    found = date.fromisoformat(iso)
    assert "一二三四五六日"[found.weekday()] == weekday, text
    return found


# 2026: Fri 19 June is the Dragon Boat festival, 19 to 21 June are off. No working day is moved between June and August.
FOOD = """
rule        starts          due             done            what
SC-018-1a   2026-06-01 一   2026-06-23 二   2026-06-03 三   核查：十五个工作日，2 日起数，2-5、8-12、15-18 十三天，22、23
CF-060      2026-06-03 三   2026-09-16 三   2026-07-17 五   办案：九十日至 9 月 1 日，听证（6 月 25 日至 7 月 10 日）15 日不计入
CF-056-b    2026-06-04 四   2026-06-15 一   2026-06-10 三   登记保存：七个工作日，5、8-12、15
SC-055      2026-06-16 二   2026-07-01 三   2026-06-18 四   案件审核：十个工作日，17、18、22-26、29、30、1
CF-064-1    2026-06-23 二   2026-06-30 二   2026-06-25 四   听证要求：五个工作日，24、25、26、29、30
CF-061-1    2026-07-17 五   2026-07-28 二   2026-07-20 一   送达：七个工作日，20-24、27、28
CF-067-3    2026-07-20 一   2026-08-04 二   2026-07-31 五   缴款：十五日，21 日起数至 8 月 4 日
SC-077      2026-07-31 五   2026-08-21 五   2026-08-03 一   结案：十五个工作日，8 月 3-7、10-14、17-21
ST-029-1    2026-07-08 三   2026-07-15 三   2026-07-10 五   听证报告：五个工作日，9、10、13、14、15
P2-1-1      2026-07-17 五   2026-07-28 二   2026-07-24 五   公开：七个工作日，20-24、27、28
P2-2-1      2026-08-03 一   2026-09-02 三   2026-08-10 一   归档：三十日，8 月 4 日起数，28 天到月底，再加 2 天
"""


@pytest.fixture
def ended(bureau: Bureau) -> Case:
    return Telling(bureau).until("archive").case


def lines() -> list[tuple[str, date, date, date]]:
    """The worded table."""
    found = []
    for line in FOOD.strip().splitlines()[1:]:
        words = line.split()
        found.append((words[0], day(" ".join(words[1:3])), day(" ".join(words[3:5])), day(" ".join(words[5:7]))))
    return found


@pytest.mark.parametrize(("rule", "starts", "due", "done"), lines(), ids=[line[0] for line in lines()])
def test_the_food_case_by_hand(ended: Case, rule: str, starts: date, due: date, done: date) -> None:
    row = ended.clocks.get(rule=rule)
    assert (row.starts_on, row.due_on, row.done_on) == (starts, due, done)
    assert not row.late
    assert not row.suspended
    assert not row.provisional


def test_every_clock_that_ran_is_among_those_counted_by_hand(ended: Case) -> None:
    assert {row.rule for row in ended.clocks.all()} - {line[0] for line in lines()} <= {"SC-072-1-gain"}


def test_nothing_is_due_of_a_case_that_ended(ended: Case) -> None:
    assert (ended.next_due, ended.next_rule, ended.turn_step, ended.turn_role) == (NEVER, "", "", "")


COURSE = [
    # after which step: what falls due first, by which rule, whose turn it is
    ("register", "2026-06-23 二", "SC-018-1a", "file"),
    ("file", "2026-09-01 二", "CF-060", "inspect"),
    ("inspect", "2026-09-01 二", "CF-060", "question"),
    ("preserve", "2026-06-15 一", "CF-056-b", "dispose_preserved"),
    ("dispose_preserved", "2026-09-01 二", "CF-060", "conclude"),
    ("conclude", "2026-07-01 三", "SC-055", "review_case"),
    ("review_case", "2026-09-01 二", "CF-060", "approve_proposal"),
    ("notify", "2026-09-01 二", "CF-060", "review"),
    ("report_hearing", "2026-09-16 三", "CF-060", "review"),
    ("decide", "2026-07-28 二", "CF-061-1", "serve"),
    ("pay", "2026-08-21 五", "SC-077", "close"),
]


def test_the_work_list_says_what_falls_due_first(bureau: Bureau) -> None:
    case, expected = Telling(bureau), {name: rest for name, *rest in COURSE}
    for name in case.steps:
        case.take(name)
        if name in expected:
            due, rule, turn = expected[name]
            row = case.case
            assert (row.next_due, row.next_rule) == (day(due), rule), name
            if name != "notify":
                assert row.turn_step == turn, name


def test_a_hearing_stops_the_count(bureau: Bureau) -> None:
    case = Telling(bureau).until("request_hearing")
    clock = case.case.clocks.get(rule="CF-060")
    assert (clock.suspended, clock.due_on, clock.done_on) == (True, None, None)
    assert case.case.next_rule != "CF-060"
    case = Telling(bureau).until("report_hearing")
    clock = case.case.clocks.get(rule="CF-060")
    assert (clock.suspended, clock.due_on) == (False, date(2026, 9, 16))  # 15 days, 25 June to 10 July


def test_a_suspended_case_stands_still_and_goes_on_by_its_days(bureau: Bureau) -> None:
    case = Telling(bureau).until("collect")
    head, officer = bureau.who("zhaoqiang"), bureau.who("liwei")
    reason = {"suspend_ground": "force_majeure", "reason": "暴雨封路", "opinion": "同意中止。"}
    grounds = {value for value, _ in _ground_choices()}
    reason["suspend_ground"] = next(iter(sorted(grounds)))
    take(head, case.id, "suspend", reason, taken_at=at("2026-06-08T09:00"))
    clock = case.case.clocks.get(rule="CF-060")
    assert (clock.suspended, clock.due_on) == (True, None)
    take(officer, case.id, "resume", {"reason": "道路恢复"}, taken_at=at("2026-06-18T09:00"))
    clock = case.case.clocks.get(rule="CF-060")
    assert (clock.suspended, clock.due_on) == (False, date(2026, 9, 11))  # ten days more than Tue 1 September


def _ground_choices() -> tuple[tuple[str, str], ...]:
    from fadu.law.vocabulary import case

    return case.suspend_ground.choices


def test_an_extension_lengthens_by_thirty_days(bureau: Bureau) -> None:
    case = Telling(bureau).until("collect")
    take(bureau.who("zhaoqiang"), case.id, "extend", {"reason": "案情复杂", "opinion": "同意延长三十日。"}, taken_at=at("2026-08-20T09:00"))
    due = case.case.clocks.get(rule="CF-060").due_on
    assert due == date(2026, 10, 8)  # 1 September + 30 = Thu 1 October, a holiday until Wed 7: rolls over to Thu 8


def test_days_of_a_year_without_its_notice_are_provisional(bureau: Bureau) -> None:
    """Filed on Tue 3 November 2026: ninety days end on Mon 1 February 2027, before anybody knows the holidays."""
    case = Telling(bureau)
    case.take("register", {"clue_received_on": "2026-11-02", "violation_began_on": "2026-10-30"}, when="2026-11-02T09:00")
    case.take("file", when="2026-11-03T10:00")
    clock = case.case.clocks.get(rule="CF-060")
    assert (clock.due_on, clock.provisional) == (date(2027, 2, 1), True)
    assert not case.case.clocks.get(rule="SC-018-1a").provisional


def test_a_clock_that_no_longer_runs_is_gone(bureau: Bureau) -> None:
    """Sent back to inquiry, the case is told anew: the party's days are not counted any more."""
    case = Telling(bureau).until("notify")
    assert case.case.clocks.filter(rule="CF-064-1").exists()
    take(bureau.who("chenjing"), case.id, "send_back", {"reason": "补充进货单据"}, taken_at=at("2026-06-24T09:00"))
    assert not case.case.clocks.filter(rule="CF-064-1").exists()
    assert case.case.stage == "investigating"


def test_late_ones_stay_late(bureau: Bureau) -> None:
    case = Telling(bureau).until("decide")
    take(bureau.who("zhaoqiang"), case.id, "admit_lateness", {"late": "一日", "reason": "外出", "opinion": "同意。"}, taken_at=at("2026-07-29T08:00"))
    case.take("serve", when="2026-07-29T09:00")
    for name in ("publish", "pay", "close", "archive"):
        case.take(name, when={"publish": "2026-07-30T09:00", "pay": "2026-08-05T09:00", "close": "2026-08-06T09:00"}.get(name, ""))
    assert case.case.clocks.get(rule="CF-061-1").late
    assert [row.rule for row in ClockRow.objects.filter(case_id=case.id, late=True).order_by("rule")] == [
        "CF-061-1",
        "P2-1-1",
    ]  # what is served late is published late


def test_hours_are_counted_to_the_minute(bureau: Bureau) -> None:
    case = Telling(bureau).until("inspect")
    case.take("preserve", {"preserve_urgent": True, "head_approved": False}, when="2026-06-05T17:31")
    clock = case.case.clocks.get(rule="SC-033-2")
    assert (clock.due_at, clock.due_on) == (at("2026-06-06T17:31"), date(2026, 6, 6))  # a Saturday: hours do not roll over
    take(bureau.who("zhaoqiang"), case.id, "approve_preserve", {"opinion": "同意。"}, taken_at=at("2026-06-06T17:31"))
    assert not case.case.clocks.get(rule="SC-033-2").late
