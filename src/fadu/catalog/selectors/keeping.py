"""The working calendar in use: the published notices of the package, and those loaded here."""

from datetime import date
from time import monotonic

from django.db.models import Max, QuerySet

from fadu.catalog.models import CalendarNotice
from fadu.law.calendar import Notice, WorkCalendar, china

RECHECK = 5.0
"""Seconds after which a process looks whether another has loaded a notice."""


class _Kept:
    """The calendar last built, of which notices, and when that was last asked."""

    calendar: WorkCalendar | None = None
    newest: int | None = None
    asked_at = 0.0


def calendar() -> WorkCalendar:
    """The calendar to count by. A notice loaded in this process holds at once; one loaded in another within `RECHECK` seconds."""
    if _Kept.calendar is not None and monotonic() - _Kept.asked_at < RECHECK:
        return _Kept.calendar
    newest = CalendarNotice.objects.aggregate(newest=Max("id"))["newest"]
    if _Kept.calendar is None or newest != _Kept.newest:
        _Kept.calendar = _built()
        _Kept.newest = newest
    _Kept.asked_at = monotonic()
    return _Kept.calendar


def forget() -> None:
    """Build the calendar anew when it is next asked for."""
    _Kept.calendar = None


def notices() -> QuerySet[CalendarNotice]:
    """Every notice loaded, the last first."""
    return CalendarNotice.objects.all()


def as_law(notice: CalendarNotice) -> Notice:
    """The notice as `law` knows it; raises ValueError when it is unsound."""
    return Notice(
        year=notice.year,
        holidays={date.fromisoformat(day): name for day, name in notice.holidays.items()},
        makeup_days=frozenset(map(date.fromisoformat, notice.makeup_days)),
        source=notice.source,
    )


def _built() -> WorkCalendar:
    built = china()
    for notice in notices().order_by("id"):
        built = built.with_notice(as_law(notice))
    return built
