"""How long goods may be held. The clocks of the case tell it; where the case has none, it is reckoned from the day of the hold."""

from datetime import date

from fadu.law.calendar import WorkCalendar
from fadu.law.custody.kinds import Hold
from fadu.law.periods import days, working_days

TERMS: dict[Hold, tuple[str, ...]] = {
    Hold.PRESERVED: ("CF-056-b", "SH-033-2", "GA-110-3"),
    Hold.SEALED: ("QZ-025-1", "QZ-025-1-special"),
    Hold.SEIZED: ("QZ-025-1", "QZ-025-1-special"),
}
"""The clocks that bound a hold, by the id of their rule."""

_PERIODS = {
    Hold.PRESERVED: working_days(7),  # 行政处罚法第五十六条
    Hold.SEALED: days(30).without_rolling(),  # 行政强制法第二十五条第一款，遇休息日不顺延
    Hold.SEIZED: days(30).without_rolling(),
}


def term(hold: Hold, since: date, calendar: WorkCalendar) -> date | None:
    """The last day of a hold that began on `since`, extensions and tests left out; None where the law sets none."""
    if hold is Hold.RELEASED:
        return since  # 行政强制法第二十八条第二款：立即退还
    period = _PERIODS.get(hold)
    return period.due_on(since, calendar) if period else None


def lapsed(hold: Hold, due: date | None, today: date) -> bool:
    """Whether the hold has run out: preserved goods are released by it (市场监督管理行政处罚程序规定第三十五条第二款)."""
    return due is not None and due < today and (hold in _PERIODS or hold is Hold.RELEASED)
