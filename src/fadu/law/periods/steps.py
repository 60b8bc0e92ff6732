"""How a period was counted, step by step: what an officer writes on the back of an envelope, checked by the calendar."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from fadu.law.calendar import WorkCalendar
from fadu.law.periods.counting import Counting, days_between, spans, told
from fadu.law.periods.period import Period, Unit

MOST_DAYS = 400
"""The holidays in a longer period are not told one by one."""


def steps(counting: Counting, calendar: WorkCalendar) -> tuple[str, ...]:
    """The arithmetic of `counting` in order: beginning, length, what is passed over or counted, the last day and where it moved."""
    return tuple(_steps(counting, calendar))


def _steps(counting: Counting, calendar: WorkCalendar) -> Iterator[str]:
    if isinstance(counting.start, datetime):
        yield f"自 {counting.start:%Y-%m-%d %H:%M} 起算，以小时计，日夜、节假日连续计算。"
        yield f"期间为 {counting.period}，届满于 {counting.due:%Y-%m-%d %H:%M}。"
        return
    yield f"{told(counting.start)}当日不计，自 {told(counting.start + timedelta(1))}起算。"
    yield f"期间为 {counting.period}，{_HOW[counting.period.unit]}。"
    if counting.period.unit is Unit.WORKING_DAYS:
        passed = [f"{span}，不计。" for span in spans(counting.skipped)] + [f"{told(day)}为调休上班日，计入。" for day in counting.makeup]
        yield from (f"其间 {line}" for line in sorted(passed))  # each begins with its date
    else:
        yield from _counted_holidays(counting, calendar)
        yield from _end(counting, calendar)
    if counting.provisional:
        yield f"{counting.due.year} 年的放假安排尚未公布，本日期为暂定，公布后重新计算。"


_HOW = {
    Unit.DAYS: "以自然日计",
    Unit.WORKING_DAYS: "只计工作日",
    Unit.MONTHS: "至届满之月的对应日",
    Unit.YEARS: "至届满之年的对应日",
}


def _counted_holidays(counting: Counting, calendar: WorkCalendar) -> Iterator[str]:
    last = counting.rolled_from or counting.due
    if (last - counting.start).days > MOST_DAYS:
        yield "其间的节假日照常计入。"
        return
    between = days_between(counting.start + timedelta(1), last)
    holidays = tuple((day, calendar.name(day)) for day in between if day in calendar.holidays)
    yield from (f"其间 {span}，照常计入。" for span in spans(holidays))


def _end(counting: Counting, calendar: WorkCalendar) -> Iterator[str]:
    last = counting.rolled_from or counting.due
    if counting.period.months and not counting.longer_by and last.day != counting.start.day:
        yield f"{last:%Y-%m} 没有 {counting.start.day} 日，以该月最后一日 {told(last)}为末日。"
    if counting.rolled_from:
        off = "、".join(spans(counting.skipped))
        yield f"期间的末日 {told(last)}为{calendar.name(last)}，不是工作日，顺延至其后第一个工作日 {told(counting.due)}（其间 {off}）。"
    elif last in calendar.makeup_days and counting.period.rolls:
        yield f"{told(last)}为调休上班日，属于工作日，不顺延。"
    elif not counting.period.rolls and not calendar.is_worked(last):
        yield f"{told(last)}为{calendar.name(last)}，但本期间的末日遇休息日不顺延。"


def count_to(period: Period, start: date, due: date, calendar: WorkCalendar, longer_by: int = 0) -> Counting | None:
    """The counting that leads to `due`: lengthened by `longer_by`, else by as many units as it takes; None where nothing does.

    Raises OutsideCalendar.
    """
    for more in (longer_by, *range(MOST_DAYS)):
        if period.unit is Unit.WORKING_DAYS and period.length + more < 1:
            continue
        counting = period.count(start, calendar, more)
        if counting.due == due:
            return counting
    return None
