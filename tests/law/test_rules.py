"""What each kind of rule says: the four verdicts, clocks to the day and the minute, waits, limitations, rights that lapse."""

from datetime import date

import polars as pl
import pytest

from fadu.law.calendar import china, number
from fadu.law.engine import frame_of
from fadu.law.periods import Period, days, hours, working_days, years
from fadu.law.rules import Bound, Clock, Convention, Duty, Gate, Grade, InTime, Moment, Question, Rule, Verdict, Wait, Within
from fadu.law.statutes import AIR, PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, organ
from tests.law.tables import APART, FAILS, OPEN, PASSES, known

CHINA = china()
ART = PENALTY[60]


def verdict(rule: Rule, today: str = "2026-11-20", **facts: object) -> Verdict:
    at = Moment(CHINA, number(date.fromisoformat(today)))
    return Verdict(frame_of([known(facts)], rule.reads(at)).select(rule.verdict(at)).item())


# --- the four words

GATE = Gate("X-1", ART, "", when=case.minor.column, before=("decide",), demands=case.educated.column, once=case.decided_on)


@pytest.mark.parametrize(
    ("minor", "educated", "expected"),
    [
        (None, None, OPEN), (None, False, OPEN), (None, True, OPEN),
        (False, None, APART), (False, False, APART), (False, True, APART),
        (True, None, OPEN), (True, False, FAILS), (True, True, PASSES),
    ],
)  # fmt: skip
def test_verdicts_over_known_and_unknown(minor: bool | None, educated: bool | None, expected: Verdict):
    assert verdict(GATE, minor=minor, educated=educated) is expected


@pytest.mark.parametrize(("decided_on", "expected"), [(None, OPEN), ("2026-11-02", FAILS)])
def test_a_gate_is_swept_once_its_step_was_taken(decided_on: str | None, expected: Verdict):
    at = Moment(CHINA, 0)
    frame = frame_of([known({"minor": True, "educated": False, "decided_on": decided_on})], ("minor", "educated", "decided_on"))
    assert Verdict(frame.select(GATE.swept(at)).item()) is expected


def test_questions_and_conventions_judge_nothing():
    assert verdict(Question("X-2", ART, "", asks="是否？")) is OPEN
    assert verdict(Convention("X-3", ART, "", carried_out_by="fadu.law.periods.days")) is OPEN
    assert (Question("X-2", ART, "").grade, Convention("X-3", ART, "").grade, Duty("X-4", ART, "", demands=organ.fines_unbanked == 0).grade) == (
        Grade.TOLD,
    ) * 3


@pytest.mark.parametrize(("unbanked", "expected"), [(0, PASSES), (1, FAILS), (None, OPEN)])
def test_a_duty_is_judged_over_its_organ(unbanked: int | None, expected: Verdict):
    assert verdict(Duty("X-4", ART, "", demands=organ.fines_unbanked == 0), fines_unbanked=unbanked) is expected


# --- bounds

BOTH = Bound("X-5", ART, "", before=("decide",), value=case.decision_fine, least=pl.lit(100), most=case.basis_fine_most.column)


@pytest.mark.parametrize(
    ("fine", "most", "expected"),
    [
        ("1.00", "2.00", PASSES),
        ("2.00", "2.00", PASSES),
        ("0.99", "2.00", FAILS),
        ("2.01", "2.00", FAILS),
        (None, "2.00", OPEN),
        ("0.99", None, FAILS),
        ("1.50", None, OPEN),
    ],
)
def test_a_bound_includes_both_its_ends(fine: str | None, most: str | None, expected: Verdict):
    assert verdict(BOTH, decision_fine=fine, basis_fine_most=most) is expected


# --- clocks


def clock(within: Period, **more: object) -> Clock:
    return Clock("X-6", ART, "", starts=case.filed_on, ends=case.decided_on, within=within, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filed", "decided", "today", "expected"),
    [
        ("2026-11-06", "2026-11-16", "2026-11-20", PASSES),  # Fri and ten days: Mon 16
        ("2026-11-06", "2026-11-17", "2026-11-20", FAILS),
        ("2026-11-06", None, "2026-11-16", OPEN),
        ("2026-11-06", None, "2026-11-17", FAILS),
        (None, None, "2026-11-17", OPEN),
        (None, "2026-11-16", "2026-11-17", OPEN),
        ("2026-11-04", "2026-11-16", "2026-11-20", PASSES),  # Wed and ten days: Sat 14, rolls to Mon 16
        ("2026-11-04", None, "2026-11-16", OPEN),
    ],
)
def test_a_clock_to_the_day(filed: str | None, decided: str | None, today: str, expected: Verdict):
    assert verdict(clock(days(10)), today, filed_on=filed, decided_on=decided) is expected


def test_pauses_and_extensions_lengthen_a_clock_before_it_rolls():
    longer = clock(days(10), paused=case.not_counted_days, extended=case.extension_days)
    facts = {"filed_on": "2026-11-06", "not_counted_days": 3, "extension_days": 2}  # 16 Nov and five days: Sat 21, Mon 23
    assert verdict(longer, **facts, decided_on="2026-11-23") is PASSES
    assert verdict(longer, **facts, decided_on="2026-11-24") is FAILS
    assert verdict(longer, filed_on="2026-11-06", decided_on="2026-11-16") is PASSES  # nothing known of pauses: none


def test_a_clock_that_stands_still_is_never_overdue_but_late_is_late():
    still = clock(days(10), suspended=case.clock_stopped)
    assert verdict(still, "2027-11-17", filed_on="2026-11-06", clock_stopped=True) is OPEN
    assert verdict(still, "2026-11-17", filed_on="2026-11-06", clock_stopped=False) is FAILS
    assert verdict(still, "2026-11-20", filed_on="2026-11-06", clock_stopped=True, decided_on="2026-11-17") is FAILS


def test_a_right_that_lapses_fails_only_when_used_late():
    right = clock(working_days(5), lapses=True)
    assert verdict(right, "2027-01-01", filed_on="2026-11-06") is OPEN
    assert verdict(right, filed_on="2026-11-06", decided_on="2026-11-13") is PASSES  # Fri: 9 to 13 are five
    assert verdict(right, filed_on="2026-11-06", decided_on="2026-11-16") is FAILS


@pytest.mark.parametrize(
    ("approved", "today", "expected"),
    [("2026-11-07T16:00", "2026-11-08", PASSES), ("2026-11-07T16:01", "2026-11-08", FAILS), (None, "2026-11-07", OPEN), (None, "2026-11-08", FAILS)],
)
def test_a_clock_of_hours_runs_through_the_night_and_the_weekend(approved: str | None, today: str, expected: Verdict):
    day_and_night = Clock("X-7", ART, "", starts=case.preserved_at, ends=case.preserve_approved_at, within=hours(24))
    assert verdict(day_and_night, today, preserved_at="2026-11-06T16:00", preserve_approved_at=approved) is expected


def test_a_strict_clock_refuses_its_step_until_the_lateness_is_admitted():
    strict = clock(days(10), strict=True, next_step="decide")
    gate = InTime.of(strict, case.lateness_admitted_on)
    assert (gate.id, gate.before) == ("X-6", ("decide",))
    assert gate.once is case.decided_on
    facts = {"filed_on": "2026-11-06"}
    assert verdict(gate, **facts, decided_on="2026-11-16") is PASSES
    assert verdict(gate, **facts, decided_on="2026-11-17") is FAILS
    assert verdict(gate, **facts, decided_on="2026-11-17", lateness_admitted_on="2026-11-17") is PASSES
    assert verdict(gate, **facts, decided_on="2026-11-17", lateness_admitted_on="2026-11-16") is FAILS  # admitted before it was late: of another clock
    assert verdict(gate, decided_on="2026-11-17") is PASSES  # the clock has not started


# --- waits and limitations


def test_a_wait_ends_the_day_after_its_last_day():
    wait = Wait("X-8", ART, "", before=("decide",), starts=case.notified_on, full=working_days(5), on=case.decided_on)
    assert verdict(wait, notified_on="2026-11-06", decided_on="2026-11-13") is FAILS
    assert verdict(wait, notified_on="2026-11-06", decided_on="2026-11-14") is PASSES
    assert verdict(wait, decided_on="2026-11-14") is OPEN
    opens = frame_of([known({"notified_on": "2026-11-06"})], ("notified_on",)).select(wait.opens(CHINA)).item()
    assert opens == number(date(2026, 11, 14))


def test_only_time_opens_a_wait():
    assert GATE.opens(CHINA) is None


def test_a_limitation_includes_its_last_day_and_passes_while_it_does_not_run():
    limit = Within("X-9", ART, "", before=("decide",), starts=case.violation_began_on.column, full=years(2).without_rolling(), on=case.discovered_on.column)
    assert verdict(limit, violation_began_on="2024-11-21", discovered_on="2026-11-21") is PASSES  # a Saturday: no rolling either way
    assert verdict(limit, violation_began_on="2024-11-21", discovered_on="2026-11-22") is FAILS
    assert verdict(limit, violation_began_on="2024-11-21") is OPEN
    assert verdict(limit, discovered_on="2026-11-22") is PASSES


# --- dates of force


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        (GATE, "2021-07-14", False), (GATE, "2021-07-15", True), (GATE, "2040-01-01", True),
        (Question("X-1", AIR[1], ""), "2026-08-14", True), (Question("X-1", AIR[1], ""), "2026-08-15", False),
        (Question("X-1", ART, "", since=date(2024, 1, 1)), "2023-12-31", False), (Question("X-1", ART, "", until=date(2024, 1, 1)), "2024-01-01", True),
        (Question("X-1", ART, "", until=date(2024, 1, 1)), "2024-01-02", False),
    ],
)  # fmt: skip
def test_a_rule_is_law_from_its_first_day_to_its_last(rule: Rule, day: str, expected: bool):
    assert rule.in_force(date.fromisoformat(day)) is expected


def test_one_finding_names_every_basis():
    rule = Question("X-1", ART, "", also={"X-2": SAMR_PROCEDURE[64, 1]})
    assert rule.ids == ("X-1", "X-2")
    assert rule.bases == (ART, SAMR_PROCEDURE[64, 1])


def test_a_rule_alone_can_judge_nothing():
    with pytest.raises(NotImplementedError):
        Rule("X-0", ART, "").met(Moment(CHINA, 0))
