"""Due days as a lawyer counts them: by hand, weekday and holiday in the comment; then against a day-by-day counter."""

import calendar
from datetime import date, datetime, timedelta

import chinese_calendar
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law.calendar import OutsideCalendar, china, civil, number
from fadu.law.periods import Period, Unit, days, hours, months, working_days, years

UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the law

CHINA = china()


def due(period: Period, start: date, longer_by: int = 0) -> date:
    """The due day by expression; also asserts that the scalar twin agrees."""
    answer = pl.select(period.due(pl.lit(number(start), pl.Int32), CHINA, pl.lit(longer_by))).item()
    assert answer == period.due_day(number(start), CHINA, longer_by)
    assert period.count(start, CHINA, longer_by).due == civil(answer)
    return civil(answer)


@pytest.mark.parametrize(
    ("period", "start", "expected"),
    [
        # 工作日
        (working_days(7), date(2025, 12, 18), date(2025, 12, 29)),  # Thu; an ordinary stretch: 19, 22-26, 29
        (working_days(7), date(2025, 1, 24), date(2025, 2, 10)),  # Fri; Sun 26 Jan and Sat 8 Feb worked, Spring Festival 28 Jan-4 Feb
        (working_days(5), date(2026, 2, 13), date(2026, 2, 27)),  # Fri; Sat 14 Feb worked, off 15-23
        (working_days(2), date(2024, 2, 9), date(2024, 2, 19)),  # Fri, New Year's Eve still worked in 2024; Sun 18 worked
        (working_days(5), date(2025, 4, 28), date(2025, 5, 8)),  # Mon; 1-5 May off
        (working_days(7), date(2025, 9, 24), date(2025, 10, 10)),  # Wed; Sun 28 Sep worked, 1-8 Oct off (with Mid-autumn)
        (working_days(7), date(2026, 9, 24), date(2026, 10, 12)),  # Thu; 25-27 Sep and 1-7 Oct off, Sat 10 Oct worked
        (working_days(3), date(2025, 12, 31), date(2026, 1, 6)),  # Wed; 1-3 Jan off, Sun 4 worked
        (working_days(1), date(2026, 5, 9), date(2026, 5, 11)),  # a worked Saturday is not itself counted
        (working_days(10), date(2026, 4, 17), date(2026, 5, 6)),  # Fri; nine days to 30 Apr, Labour Day to the 5th
        (working_days(1), date(2026, 10, 3), date(2026, 10, 8)),  # started within the holiday
        # 自然日
        (days(90), date(2025, 7, 3), date(2025, 10, 9)),  # the 90th is 1 Oct: rolls past the long holiday
        (days(90), date(2026, 9, 24), date(2026, 12, 23)),  # Wed
        (days(15), date(2026, 1, 31), date(2026, 2, 24)),  # the 15th is 15 Feb: Spring Festival until the 23rd
        (days(30), date(2026, 9, 5), date(2026, 10, 8)),  # the 30th is Mon 5 Oct
        (days(15), date(2025, 12, 20), date(2026, 1, 4)),  # a Sunday, but worked: no rolling
        (days(15), date(2024, 5, 4), date(2024, 5, 20)),  # the 15th is Sun 19 May
        (days(60), date(2025, 12, 31), date(2026, 3, 2)),  # over the year end; the 60th is Sun 1 March
        (days(60), date(2023, 12, 31), date(2024, 2, 29)),  # leap year: Thu 29 Feb
        # 月
        (months(3), date(2025, 11, 30), date(2026, 2, 28)),  # no 30 Feb: the last day, a worked Saturday
        (months(1), date(2024, 1, 31), date(2024, 2, 29)),  # leap year
        (months(1), date(2025, 1, 31), date(2025, 2, 28)),  # Fri
        (months(6), date(2026, 3, 31), date(2026, 9, 30)),  # no 31 Sep
        (months(6), date(2026, 4, 1), date(2026, 10, 8)),  # 1 Oct rolls
        (months(1), date(2025, 12, 31), date(2026, 2, 2)),  # Sat 31 Jan rolls
        (months(3), date(2026, 2, 28), date(2026, 5, 28)),  # 28 Feb corresponds to the 28th, not to the month's end
        # 年
        (years(1), date(2024, 2, 29), date(2025, 2, 28)),  # Fri
        (years(4), date(2020, 2, 29), date(2024, 2, 29)),  # leap to leap
        (years(2), date(2024, 10, 1), date(2026, 10, 8)),  # National Day
        (years(5), date(2021, 7, 15), date(2026, 7, 15)),  # Wed
    ],
)
def test_due_day(period: Period, start: date, expected: date):
    assert due(period, start) == expected


@pytest.mark.parametrize(
    ("period", "start", "longer_by", "expected"),
    [
        (days(90), date(2025, 7, 3), 20, date(2025, 10, 21)),  # 1 Oct + 20 days: Tue
        (working_days(7), date(2025, 12, 18), 3, date(2026, 1, 4)),  # from Mon 29 Dec: 30, 31, then Sun 4 Jan worked
        (months(3), date(2026, 1, 31), 5, date(2026, 5, 6)),  # 30 April and 5 days: 5 May, holiday, rolls
    ],
)
def test_pauses_and_extensions_lengthen(period: Period, start: date, longer_by: int, expected: date):
    assert due(period, start, longer_by) == expected


# --- an independent counter


def roll_by_hand(day: date) -> date:
    while not chinese_calendar.is_workday(day):
        day += timedelta(1)
    return day


def months_by_hand(day: date, count: int) -> date:
    year, month = day.year, day.month
    for _ in range(count):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


STARTS = st.dates(date(2004, 1, 2), date(2026, 6, 1))


@UNHURRIED
@given(STARTS, st.integers(1, 60), st.integers(0, 30))
def test_working_days_against_a_day_by_day_counter(start: date, length: int, longer_by: int):
    day, left = start, length + longer_by
    while left:
        day += timedelta(1)
        left -= chinese_calendar.is_workday(day)
    assert due(working_days(length), start, longer_by) == day


@UNHURRIED
@given(STARTS, st.integers(1, 120), st.integers(0, 60))
def test_days_against_a_day_by_day_counter(start: date, length: int, longer_by: int):
    day = start
    for _ in range(length + longer_by):
        day += timedelta(1)
    assert due(days(length), start, longer_by) == roll_by_hand(day)
    assert due(days(length).without_rolling(), start, longer_by) == day


@UNHURRIED
@given(st.dates(date(2004, 1, 2), date(2025, 1, 1)), st.integers(1, 18))
def test_months_against_a_month_by_month_counter(start: date, length: int):
    assert due(months(length), start) == roll_by_hand(months_by_hand(start, length))
    if length % 12 == 0:
        assert due(years(length // 12), start) == due(months(length), start)


@UNHURRIED
@given(STARTS, st.integers(1, 30), st.integers(0, 60))
def test_a_full_period_between_against_a_counter(start: date, length: int, gap: int):
    end = start + timedelta(gap)
    between = [start + timedelta(n) for n in range(1, gap)]
    worked = sum(chinese_calendar.is_workday(day) for day in between)
    for period, full in ((working_days(length), worked >= length), (days(length), len(between) >= length)):
        frame = pl.DataFrame({"start": [number(start)], "end": [number(end)]}, schema={"start": pl.Int32, "end": pl.Int32})
        assert frame.select(period.full_between(pl.col("start"), pl.col("end"), CHINA)).item() == full
        assert period.is_full_between(start, end, CHINA) == full


@UNHURRIED
@given(
    st.dates(date(2005, 1, 1), date(2026, 12, 1)),
    st.sampled_from([working_days(7), working_days(3), days(30), days(7), months(1), years(1)]),
)
def test_the_latest_day_to_give_notice_is_the_last_that_leaves_the_period_full(end: date, period: Period):
    latest = period.latest_start(end, CHINA)
    assert period.is_full_between(latest, end, CHINA)
    assert not period.is_full_between(latest + timedelta(1), end, CHINA)


@UNHURRIED
@given(st.lists(st.one_of(st.none(), STARTS), min_size=1, max_size=20), st.sampled_from([working_days(7), days(90), months(3), years(2)]))
def test_a_column_gives_what_each_row_gives(starts: list[date | None], period: Period):
    frame = pl.DataFrame({"start": [None if day is None else number(day) for day in starts]}, schema={"start": pl.Int32})
    got = frame.select(period.due(pl.col("start"), CHINA)).to_series()
    assert got.dtype == pl.Int32
    assert got.to_list() == [None if day is None else number(period.due_on(day, CHINA)) for day in starts]


# --- hearings: the period must lie fully between


@pytest.mark.parametrize(
    ("notified", "held", "lawful"),
    [
        (date(2026, 9, 23), date(2026, 10, 12), True),  # between: 24, 28-30 Sep, 8-10 Oct = 7 working days
        (date(2026, 9, 24), date(2026, 10, 12), False),  # between: six
        (date(2026, 9, 23), date(2026, 10, 11), True),  # Sunday hearing: the same seven lie between
        (date(2026, 9, 23), date(2026, 10, 10), False),  # the makeup Saturday itself is not between
        (date(2026, 3, 2), date(2026, 3, 12), True),  # Mon to Thu: 3-6, 9-11
        (date(2026, 3, 2), date(2026, 3, 11), False),
    ],
)
def test_seven_working_days_before_the_hearing(notified: date, held: date, lawful: bool):
    assert working_days(7).is_full_between(notified, held, CHINA) is lawful


def test_thirty_days_before_expiry_both_ends_left_out():
    assert days(30).latest_start(date(2026, 12, 31), CHINA) == date(2026, 11, 30)  # 1 to 30 December lie between
    assert months(1).latest_start(date(2026, 3, 31), CHINA) == date(2026, 2, 28)


# --- hours


@pytest.mark.parametrize("start", [datetime(2026, 9, 30, 23, 30), datetime(2026, 2, 14, 0, 0), datetime(2024, 2, 28, 12, 1)])
def test_hours_run_day_and_night_and_do_not_roll(start: datetime):
    minutes = int((start - datetime(1970, 1, 1)).total_seconds()) // 60
    answer = pl.select(hours(24).due(pl.lit(minutes, pl.Int64), CHINA)).item()
    assert datetime(1970, 1, 1) + timedelta(minutes=answer) == start + timedelta(days=1) == hours(24).due_at(start)
    longer = pl.select(hours(24).due(pl.lit(minutes, pl.Int64), CHINA, pl.lit(2))).item()
    assert longer == answer + 120
    assert pl.select(hours(24).full_between(pl.lit(minutes), pl.lit(minutes + 1440), CHINA)).item() is True
    assert pl.select(hours(24).full_between(pl.lit(minutes), pl.lit(minutes + 1439), CHINA)).item() is False


def test_hours_and_days_are_not_mixed_up():
    with pytest.raises(TypeError, match="24 小时"):
        hours(24).due_on(date(2026, 1, 5), CHINA)
    with pytest.raises(TypeError, match="7 个工作日"):
        working_days(7).due_at(datetime(2026, 1, 5))
    with pytest.raises(TypeError, match="某时"):
        hours(24).count(date(2026, 1, 5), CHINA)


# --- what is printed


@pytest.mark.parametrize(
    ("period", "printed"),
    [(working_days(7), "7 个工作日"), (days(90), "90 日"), (months(3), "3 个月"), (years(2), "2 年"), (hours(24), "24 小时")],
)
def test_a_period_prints_as_statutes_write_it(period: Period, printed: str):
    assert str(period) == printed


@pytest.mark.parametrize("length", [0, -1])
def test_a_period_has_a_length(length: int):
    with pytest.raises(ValueError, match="至少为一"):
        days(length)


@pytest.mark.parametrize(
    ("period", "start", "longer_by", "words"),
    [
        (days(90), date(2026, 9, 24), 0, "自 2026-09-24（周四）次日起算 90 日，至 2026-12-23（周三）。"),
        (
            working_days(7),
            date(2026, 9, 24),
            0,
            "自 2026-09-24（周四）次日起算 7 个工作日，至 2026-10-12（周一）；其间 2026-09-25 至 09-27 中秋节、2026-10-01 至 10-07 国庆节、2026-10-11 周末不计；2026-10-10 为调休上班日，计入。",
        ),
        (days(90), date(2025, 7, 3), 0, "自 2025-07-03（周四）次日起算 90 日，至 2025-10-01（周三）；期限末日为国庆节，顺延至 2025-10-09（周四）。"),
        (days(30), date(2026, 12, 10), 0, "自 2026-12-10（周四）次日起算 30 日，至 2027-01-09（周六）；期限末日为周六，顺延至 2027-01-11（周一）；2027 年放假安排尚未公布，本日期为暂定。"),
        (days(15), date(2026, 3, 2), 5, "自 2026-03-02（周一）次日起算 15 日，另加扣除和延长的 5 日，至 2026-03-22（周日）；期限末日为周日，顺延至 2026-03-23（周一）。"),
    ],
)  # fmt: skip
def test_how_it_was_counted_in_words(period: Period, start: date, longer_by: int, words: str):
    assert period.count(start, CHINA, longer_by).words() == words


def test_how_hours_were_counted_in_words():
    counting = hours(24).count(datetime(2026, 9, 30, 14, 30), CHINA)
    assert counting.words() == "自 2026-09-30 14:30 起算 24 小时，至 2026-10-01 14:30；以小时计，节假日不顺延。"
    assert counting.due == datetime(2026, 10, 1, 14, 30)


def test_what_was_passed_over_is_listed():
    counting = working_days(5).count(date(2026, 2, 13), CHINA)
    assert counting.makeup == (date(2026, 2, 14),)
    assert [day.day for day, _ in counting.skipped] == list(range(15, 24))
    assert {name for _, name in counting.skipped} == {"春节"}
    assert counting.rolled_from is None
    assert not counting.provisional


@UNHURRIED
@given(STARTS, st.integers(1, 40))
def test_the_days_told_add_up(start: date, length: int):
    counting = working_days(length).count(start, CHINA)
    assert (counting.due - start).days == length + len(counting.skipped)


def test_beyond_the_calendar_is_an_error_not_a_guess():
    with pytest.raises(OutsideCalendar):
        years(20).due_on(date(2026, 1, 1), CHINA)
    frame = pl.DataFrame({"start": [number(date(2026, 1, 1)), -1, 2**31 - 1]}, schema={"start": pl.Int32})
    assert frame.select(years(20).due(pl.col("start"), CHINA)).to_series().null_count() == 3
    assert frame.select(days(20).due(pl.col("start"), CHINA)).to_series().null_count() == 2


def test_a_term_that_began_before_the_calendar_may_end_within_it():
    assert due(years(20), date(1990, 6, 1)) == date(2010, 6, 1)  # Tue


def test_a_period_without_rolling_is_provisional_for_nobody():
    assert not days(30).without_rolling().count(date(2026, 12, 20), CHINA).provisional
    assert days(30).count(date(2026, 12, 20), CHINA).provisional
    assert Unit.DAYS == "日"
