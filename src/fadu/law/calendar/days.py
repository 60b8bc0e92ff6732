"""Days as numbers, and the years the calendar covers."""

from datetime import date

EPOCH = date(1970, 1, 1)
FIRST_YEAR, LAST_YEAR = 2004, 2040
WEEKDAYS = "一二三四五六日"

# 全国年节及纪念日放假办法 2: the holidays on a fixed day of the sun calendar, as since 2025.
FIXED_HOLIDAYS = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节", (10, 1): "国庆节", (10, 2): "国庆节", (10, 3): "国庆节"}
THIRTEEN_DAYS_FROM = 2025  # the first year with thirteen days off; before it there were eleven


class OutsideCalendar(ValueError):
    """A day, or the day a period leads to, lies outside the years the calendar covers."""


def number(day: date) -> int:
    """The number of `day`: days since 1970-01-01."""
    return day.toordinal() - EPOCH.toordinal()


def civil(number: int) -> date:
    """The day that has `number`."""
    return date.fromordinal(EPOCH.toordinal() + number)


def weekday(day: date) -> str:
    """周一 to 周日."""
    return f"周{WEEKDAYS[day.weekday()]}"
