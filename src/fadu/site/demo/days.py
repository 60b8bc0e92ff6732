"""Days and hours as the county works them."""

from datetime import date, datetime, time, timedelta
from random import Random

from fadu.law.calendar import WorkCalendar, civil, number


class Days:
    """The working calendar over dates."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self.calendar = calendar

    def worked(self, day: date) -> date:
        """`day`, or the next worked one."""
        return civil(self.calendar.roll_day(number(day)))

    def after(self, day: date, working_days: int) -> date:
        """So many worked days after `day`; with none, `day` or the next worked one."""
        return civil(self.calendar.after_day(number(day), working_days)) if working_days else self.worked(day)

    def between(self, first: date, last: date) -> int:
        """Worked days after `first` up to and with `last`; none where it is past."""
        return max(0, self.calendar.worked_until_day(number(last)) - self.calendar.worked_until_day(number(first)))

    def before(self, day: date, working_days: int) -> date:
        """So many worked days before `day`."""
        return civil(self.calendar.before_day(number(day), working_days))


def office_hour(rng: Random, day: date) -> datetime:
    """Some five minutes of a working day's morning or early afternoon."""
    hour, minute = rng.choice((8, 9, 9, 10, 10, 14, 14, 15)), rng.randrange(0, 60, 5)
    return datetime.combine(day, time(hour, 30 if hour == 8 and minute < 30 else minute))


def later(rng: Random, at: datetime) -> datetime:
    """Within the hour."""
    return at + timedelta(minutes=rng.randrange(15, 50, 5))
