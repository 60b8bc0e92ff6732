"""The rules made ready for judging, one bench a calendar and grain."""

from functools import lru_cache

from fadu.catalog.selectors import calendar
from fadu.law.calendar import WorkCalendar
from fadu.law.engine import Bench
from fadu.law.registry import rules_of


def bench(grain: str = "case") -> Bench:
    """The rules over facts of that grain, ready for the calendar of today."""
    return bench_of(calendar(), grain)


def bench_of(calendar: WorkCalendar, grain: str = "case") -> Bench:
    """The rules over facts of that grain, ready for that calendar."""
    return _bench(_Once(calendar), grain)


class _Once:
    """A calendar that is looked up by identity: two are never compared day by day."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self.calendar = calendar

    def __hash__(self) -> int:
        return id(self.calendar)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and other.calendar is self.calendar


@lru_cache(maxsize=64)
def _bench(once: _Once, grain: str) -> Bench:
    return Bench(rules_of(grain), once.calendar)
