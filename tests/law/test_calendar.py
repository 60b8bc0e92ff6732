"""Which days are worked: against the package of notices, at the edges of the range, and after a notice is loaded."""

from datetime import date, timedelta

import chinese_calendar
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law.calendar import FIRST_YEAR, LAST_YEAR, Notice, OutsideCalendar, china, civil, number

UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the law

CHINA = china()
NOTICED = st.dates(date(2004, 1, 2), date(2026, 12, 31))
COVERED = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
FIXED = [date(2027, 1, 1), date(2027, 5, 1), date(2027, 5, 2), date(2027, 10, 1), date(2027, 10, 2), date(2027, 10, 3)]


def one(expression: pl.Expr) -> int | None:
    return pl.select(expression).item()


def lit(day: date | int) -> pl.Expr:
    return pl.lit(day if isinstance(day, int) else number(day), pl.Int32)


def notice_2027(**changes: object) -> Notice:
    """A made-up notice: Spring Festival of 5 to 11 February, worked on Sunday 14 February, and the fixed holidays."""
    spring = {date(2027, 2, 5) + timedelta(n): "春节" for n in range(7)}
    given = {
        "year": 2027,
        "holidays": dict.fromkeys(FIXED, "节日") | spring,
        "makeup_days": frozenset({date(2027, 2, 14)}),
        "source": "国办发明电〔2026〕0号",
    }
    return Notice(**(given | changes))  # type: ignore[arg-type]


@UNHURRIED
@given(NOTICED)
def test_worked_days_are_those_of_the_notices(day: date):
    assert CHINA.is_worked(day) == chinese_calendar.is_workday(day)


@UNHURRIED
@given(st.dates(date(2027, 1, 1), date(2040, 12, 31)))
def test_a_year_without_a_notice_counts_monday_to_friday(day: date):
    assert CHINA.is_worked(day) == (day.weekday() < 5)
    assert CHINA.is_provisional(day)
    assert one(CHINA.provisional(lit(day)))


@UNHURRIED
@given(COVERED)
def test_the_expression_and_its_twin_roll_alike(day: date):
    rolled = CHINA.roll_day(number(day))
    assert one(CHINA.roll(lit(day))) == rolled
    assert rolled >= number(day)
    assert CHINA.is_worked(civil(rolled))
    assert not any(CHINA.is_worked(civil(n)) for n in range(number(day), rolled))


@UNHURRIED
@given(st.dates(date(2004, 6, 1), date(2039, 1, 1)), st.integers(1, 60))
def test_after_and_before_agree_with_their_twins_and_undo_each_other(day: date, n: int):
    start = number(day)
    later, earlier = CHINA.after_day(start, n), CHINA.before_day(start, n)
    assert one(CHINA.after(lit(day), n)) == later
    assert one(CHINA.after(lit(day), pl.lit(n))) == later
    assert one(CHINA.before(lit(day), n)) == earlier
    assert sum(CHINA.is_worked(civil(d)) for d in range(start + 1, later + 1)) == n
    assert sum(CHINA.is_worked(civil(d)) for d in range(earlier, start)) == n
    assert CHINA.before_day(later + 1, n + 1) <= start or CHINA.worked_until_day(start) == 0


def test_days_outside_the_range_are_null_in_a_frame_and_an_error_alone():
    first, last = number(CHINA.first), number(CHINA.last)
    outside = [first - 1, last + 1, 0, -1, -first, 2**31 - 1, -(2**31)]
    frame = pl.DataFrame({"day": outside}, schema={"day": pl.Int32})
    for expression in (CHINA.roll(pl.col("day")), CHINA.after(pl.col("day"), 3), CHINA.worked_until(pl.col("day"))):
        assert frame.select(expression).to_series().null_count() == len(outside)
    for day in (first - 1, last + 1, 0):
        with pytest.raises(OutsideCalendar, match="超出日历范围"):
            CHINA.roll_day(day)


def test_a_period_that_runs_out_of_the_range_is_null_and_an_error():
    end = number(date(2040, 12, 28))  # Fri; one working day is left: Mon the 31st
    assert one(CHINA.after(lit(end), 1)) == number(date(2040, 12, 31))
    assert one(CHINA.after(lit(end), 2)) is None
    assert one(CHINA.before(lit(number(date(2004, 1, 5))), 10)) is None
    with pytest.raises(OutsideCalendar):
        CHINA.after_day(end, 2)
    with pytest.raises(OutsideCalendar):
        CHINA.before_day(number(date(2004, 1, 5)), 10)


def test_unknown_days_stay_unknown_and_impossible_counts_are_not_guessed():
    assert one(CHINA.roll(pl.lit(None, pl.Int32))) is None
    assert one(CHINA.after(pl.lit(None, pl.Int32), 3)) is None
    assert one(CHINA.after(lit(date(2026, 3, 2)), pl.lit(None, pl.Int32))) is None
    assert one(CHINA.after(lit(date(2026, 3, 2)), pl.lit(0))) is None
    for twin in (CHINA.after_day, CHINA.before_day):
        with pytest.raises(ValueError, match="至少为 1"):
            twin(number(date(2026, 3, 2)), 0)
    with pytest.raises(ValueError, match="至少为 1"):
        CHINA.after(lit(date(2026, 3, 2)), 0)


def test_a_column_of_days_is_answered_row_by_row():
    frame = pl.DataFrame({"day": [number(date(2026, 9, 30)), None, number(date(2026, 10, 10))]}, schema={"day": pl.Int32})
    rolled = frame.select(CHINA.roll(pl.col("day") + 1)).to_series().to_list()
    assert rolled == [number(date(2026, 10, 8)), None, number(date(2026, 10, 12))]  # 1 Oct: holiday to the 7th; 11 Oct: Sunday


@pytest.mark.parametrize(
    ("day", "name", "holiday"),
    [
        (date(2026, 10, 1), "国庆节", True),
        (date(2026, 10, 4), "国庆节", True),  # Sunday joined to the holiday
        (date(2026, 10, 10), "调休上班", False),  # Saturday, worked
        (date(2026, 10, 17), "周六", False),  # a weekend is no statutory holiday (行政强制法 43)
        (date(2026, 10, 18), "周日", False),
        (date(2026, 2, 16), "春节", True),  # New Year's Eve, a holiday since 2025
        (date(2026, 10, 12), "工作日", False),
        (date(2028, 10, 2), "工作日", True),  # no notice yet: counted as worked, but the statute fixes it as a holiday
        (date(2028, 10, 4), "工作日", False),
    ],
)
def test_what_a_day_is(day: date, name: str, holiday: bool):
    assert (CHINA.name(day), CHINA.is_holiday(day)) == (name, holiday)


def test_a_notice_settles_its_year():
    before = CHINA.after_day(number(date(2027, 2, 4)), 3)  # Thu; provisional: Fri 5, Mon 8, Tue 9
    loaded = CHINA.with_notice(notice_2027())
    after = loaded.after_day(number(date(2027, 2, 4)), 3)  # off from the 5th to the 11th: Fri 12, Sun 14 (makeup), Mon 15
    assert (civil(before), civil(after)) == (date(2027, 2, 9), date(2027, 2, 15))
    assert one(loaded.after(lit(date(2027, 2, 4)), 3)) == after
    assert not loaded.is_provisional(date(2027, 12, 31))
    assert loaded.is_provisional(date(2028, 1, 3))
    assert not one(loaded.provisional(lit(date(2027, 12, 31))))
    assert loaded.sources == {2027: "国办发明电〔2026〕0号"}
    assert CHINA.is_provisional(date(2027, 1, 4))  # the calendar it came from is as it was


def test_a_later_notice_alone_leaves_the_gap_provisional():
    loaded = CHINA.with_notice(
        Notice(
            2028,
            {day.replace(year=2028): "节日" for day in FIXED} | {date(2028, 1, 24) + timedelta(n): "春节" for n in range(8)},
            frozenset(),
            "x",
        )
    )
    assert loaded.noticed_until == 2026  # a count into 2028 runs through 2027
    assert loaded.is_provisional(date(2028, 3, 1))


def test_a_notice_loaded_again_replaces_the_first():
    loaded = CHINA.with_notice(notice_2027())
    corrected = loaded.with_notice(notice_2027(makeup_days=frozenset({date(2027, 2, 20)})))
    assert not corrected.is_worked(date(2027, 2, 14))
    assert corrected.is_worked(date(2027, 2, 20))


def test_a_makeup_day_for_new_year_may_fall_in_december_before():
    loaded = CHINA.with_notice(notice_2027(makeup_days=frozenset({date(2026, 12, 27)})))
    assert loaded.is_worked(date(2026, 12, 27))
    assert loaded.is_worked(date(2026, 10, 10))  # what 2026's own notice said stands


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"year": 2041}, "不在日历范围"),
        ({"makeup_days": frozenset({date(2027, 2, 15)})}, "2027-02-15 不是周六、周日"),
        ({"makeup_days": frozenset({date(2027, 2, 6)})}, "2027-02-06 既列为放假又列为上班"),
        ({"makeup_days": frozenset({date(2028, 2, 5)})}, "2028-02-05 不在 2027 年内"),
        ({"holidays": {date(2027, 2, 5) + timedelta(n): "春节" for n in range(14)}}, "缺少法定节日 2027-01-01"),
        ({"holidays": dict.fromkeys(FIXED, "节日")}, "少于法定的 13 天"),
    ],
)
def test_a_notice_that_can_not_be_is_refused(changes: dict[str, object], message: str):
    with pytest.raises(ValueError, match=message):
        notice_2027(**changes)


@UNHURRIED
@given(COVERED)
def test_numbers_and_days_are_inverse(day: date):
    assert civil(number(day)) == day
    assert number(day) == (day - date(1970, 1, 1)).days


# --- whole years, by the statute's own arithmetic


@pytest.mark.parametrize(
    ("year", "statutory"),
    [(2015, 12), (2019, 11), (2021, 11), (2022, 11), (2023, 11), (2024, 11), (2025, 13), (2026, 13)],
)
def test_a_year_s_working_days_are_its_weekdays_less_the_statutory_holidays(year: int, statutory: int):
    """The notices move days off about but give none away (放假办法 6: a holiday on a weekend is made good).

    2015 had one more, the 70th anniversary of the victory; from 2025 there are thirteen (放假办法 2).
    """
    days = [date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    weekdays = sum(day.weekday() < 5 for day in days)
    assert sum(CHINA.is_worked(day) for day in days) == weekdays - statutory


@pytest.mark.parametrize("year", range(2008, 2027))
def test_makeup_days_are_weekends_and_holidays_are_off(year: int):
    makeup = [day for day in CHINA.makeup_days if day.year == year]
    holidays = [day for day in CHINA.holidays if day.year == year]
    assert makeup
    assert all(day.weekday() >= 5 and CHINA.is_worked(day) for day in makeup)
    assert not any(CHINA.is_worked(day) for day in holidays)
    assert len(holidays) >= 11


@pytest.mark.parametrize(
    ("first", "last", "makeup", "name"),
    [
        # 国办发明电〔2024〕12号, for 2025
        (date(2025, 1, 28), date(2025, 2, 4), [date(2025, 1, 26), date(2025, 2, 8)], "春节"),
        (date(2025, 5, 1), date(2025, 5, 5), [date(2025, 4, 27)], "劳动节"),
        (date(2025, 10, 1), date(2025, 10, 8), [date(2025, 9, 28), date(2025, 10, 11)], "国庆节"),
        # 国办发明电〔2025〕7号, for 2026
        (date(2026, 1, 1), date(2026, 1, 3), [date(2026, 1, 4)], "元旦"),
        (date(2026, 2, 15), date(2026, 2, 23), [date(2026, 2, 14), date(2026, 2, 28)], "春节"),
        (date(2026, 4, 4), date(2026, 4, 6), [], "清明节"),
        (date(2026, 5, 1), date(2026, 5, 5), [date(2026, 5, 9)], "劳动节"),
        (date(2026, 6, 19), date(2026, 6, 21), [], "端午节"),
        (date(2026, 9, 25), date(2026, 9, 27), [], "中秋节"),
        (date(2026, 10, 1), date(2026, 10, 7), [date(2026, 9, 20), date(2026, 10, 10)], "国庆节"),
    ],
)
def test_holidays_as_the_notices_lay_them_out(first: date, last: date, makeup: list[date], name: str):
    off = [first + timedelta(n) for n in range((last - first).days + 1)]
    assert not any(CHINA.is_worked(day) for day in off)
    assert {CHINA.name(day) for day in off} in ({name}, {name, "中秋节"})  # in 2025 Mid-autumn fell within
    assert all(CHINA.is_worked(day) and CHINA.name(day) == "调休上班" for day in makeup)
    around = [first - timedelta(1), last + timedelta(1)]
    assert all(CHINA.name(day) != name for day in around)
