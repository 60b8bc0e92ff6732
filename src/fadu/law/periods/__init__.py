"""Periods as the statutes write them, and how each was counted."""

from fadu.law.periods.counting import Counting
from fadu.law.periods.period import Period, Unit, days, hours, months, working_days, years

__all__ = ["Counting", "Period", "Unit", "days", "hours", "months", "working_days", "years"]
