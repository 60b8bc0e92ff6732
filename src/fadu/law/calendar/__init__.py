"""Civil days and working days as arrays, so that any period is integer arithmetic.

A day is its number since 1970-01-01 (Int32 in a frame), as Polars stores a date. Working days are those of the State
Council's yearly notices, makeup days (调休上班) included. A year without a notice is provisional: it counts Monday to
Friday and takes no holiday off, so a due day told for such a year is the earliest it may be (makeup days apart), and every
date computed in it says that it may move.

Expressions never gather wrongly: a day outside the years covered (2004 to 2040) gives null. The scalar twins raise.
"""

from datetime import date
from functools import cache

from chinese_calendar import constants  # type: ignore[import-untyped]  # the package carries no types

from fadu.law.calendar.days import EPOCH, FIRST_YEAR, LAST_YEAR, OutsideCalendar, civil, number, weekday
from fadu.law.calendar.notice import Notice
from fadu.law.calendar.tables import Lookups
from fadu.law.calendar.work import WorkCalendar, flags

__all__ = ["EPOCH", "FIRST_YEAR", "LAST_YEAR", "Lookups", "Notice", "OutsideCalendar", "WorkCalendar", "china", "civil", "number", "weekday"]

_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年纪念日",
}


@cache
def china() -> WorkCalendar:
    """The calendar of mainland China from 2004 to 2040, from the notices published so far; later years are provisional."""
    holidays = {day: _NAMES.get(name, name) for day, name in constants.holidays.items()}
    makeup = frozenset(constants.workdays)
    first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    noticed = frozenset(range(FIRST_YEAR, max(holidays).year + 1))
    return WorkCalendar(first, flags(first, last, holidays, makeup), holidays, makeup, noticed, {})
