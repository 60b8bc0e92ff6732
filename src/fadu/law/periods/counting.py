"""How a period was counted, to show an officer, print in a record, or argue before a court."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fadu.law.calendar import WorkCalendar, civil, number, weekday
from fadu.law.periods.period import Period, Unit


@dataclass(frozen=True)
class Counting:
    """One period laid from one day.

    Attributes:
        period: what was counted.
        start: the day of the event, itself not counted (a datetime for hours).
        due: the last lawful day (a datetime for hours).
        longer_by: what was added to it, in its small unit.
        skipped: the days passed over, in order, each with what it is (国庆节, 周六): for working days those not counted,
            for other units those the last day rolled over.
        makeup: the Saturdays and Sundays counted because they were worked (调休).
        rolled_from: the last day before it rolled over; None where it did not.
        provisional: whether it runs into a year whose holiday notice is not out, so that the due day may move.
    """

    period: Period
    start: date
    due: date
    longer_by: int
    skipped: tuple[tuple[date, str], ...]
    makeup: tuple[date, ...]
    rolled_from: date | None
    provisional: bool

    @classmethod
    def of(cls, period: Period, start: date, calendar: WorkCalendar, longer_by: int = 0) -> "Counting":
        """Count `period` from `start`; raises OutsideCalendar, TypeError when hours are not counted from a datetime."""
        if period.unit is Unit.HOURS:
            if not isinstance(start, datetime):
                raise TypeError(f"{period} 须从某日某时起算")
            return cls(period, start, period.due_at(start, longer_by), longer_by, (), (), None, provisional=False)
        start = start.date() if isinstance(start, datetime) else start
        due = period.due_on(start, calendar, longer_by)
        working = period.unit is Unit.WORKING_DAYS
        unrolled = due if working else civil(period.unrolled_day(number(start)) + longer_by)
        passed = days_between(start + timedelta(1), due) if working else days_between(unrolled, due)
        return cls(
            period=period,
            start=start,
            due=due,
            longer_by=longer_by,
            skipped=tuple((day, calendar.name(day)) for day in passed if not calendar.is_worked(day)) if working or period.rolls else (),
            makeup=tuple(day for day in passed if day in calendar.makeup_days) if working else (),
            rolled_from=unrolled if unrolled != due else None,
            provisional=calendar.is_provisional(due) and (working or period.rolls),
        )

    def words(self) -> str:
        """The arithmetic as a Chinese sentence."""
        if isinstance(self.start, datetime):
            return f"自 {self.start:%Y-%m-%d %H:%M} 起算 {self._length}，至 {self.due:%Y-%m-%d %H:%M}；以小时计，节假日不顺延。"
        last = self.rolled_from or self.due
        clauses = [f"自 {told(self.start)}次日起算 {self._length}，至 {told(last)}", *self._passed_over()]
        if self.rolled_from:
            clauses.append(f"期限末日为{dict(self.skipped)[self.rolled_from]}，顺延至 {told(self.due)}")
        if self.provisional:
            clauses.append(f"{self.due.year} 年放假安排尚未公布，本日期为暂定")
        return "；".join(clauses) + "。"

    @property
    def _length(self) -> str:
        if not self.longer_by:
            return str(self.period)
        unit = {Unit.WORKING_DAYS: "个工作日", Unit.HOURS: "小时"}.get(self.period.unit, "日")
        return f"{self.period}，另加扣除和延长的 {self.longer_by} {unit}"

    def _passed_over(self) -> list[str]:
        if self.period.unit is not Unit.WORKING_DAYS:
            return []
        skipped = [f"其间 {'、'.join(spans(self.skipped))}不计"] if self.skipped else []
        makeup = [f"{'、'.join(map(str, self.makeup))} 为调休上班日，计入"] if self.makeup else []
        return skipped + makeup


def told(day: date) -> str:
    """2026-09-24（周四）."""
    return f"{day}（{weekday(day)}）"


def days_between(first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included."""
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def spans(days: tuple[tuple[date, str], ...]) -> list[str]:
    """Neighbouring days of one name joined: 2026-10-01 至 10-07 国庆节; a Saturday with its Sunday as 周末."""
    spans: list[tuple[date, date, str]] = []
    for day, name in days:
        kind = "周末" if name in {"周六", "周日"} else name
        if spans and spans[-1][2] == kind and spans[-1][1] + timedelta(1) == day:
            spans[-1] = (spans[-1][0], day, kind)
        else:
            spans.append((day, day, kind))
    return [f"{first} {kind}" if first == last else f"{first} 至 {last:%m-%d} {kind}" for first, last, kind in spans]
