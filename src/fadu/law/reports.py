"""Reports that are made once or twice a year: by which day they are due, and by which clause."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from fadu.law.statutes import HEILONGJIANG

NEAR = 14
"""Days before the last one from which a report counts as near."""


@dataclass(frozen=True, slots=True)
class Due:
    """A report of a year.

    Attributes:
        kind: annual or threefold.
        year, half: of what; half is 0 for a whole year.
        on: the last day, itself counted; a day of the calendar, since the clauses name it (no roll-over).
        basis: what asks for it, in words.
    """

    kind: str
    year: int
    half: int
    on: date
    basis: str

    @property
    def period(self) -> int:
        """The period as one number: 20250 for the year, 20251 and 20252 for its reports of June and December."""
        return self.year * 10 + self.half

    @property
    def told(self) -> str:
        """The period in words."""
        return f"{self.year} 年度" if not self.half else f"{self.year} 年{'上' if self.half == 1 else '下'}半年"

    def left(self, today: date) -> int:
        """Days left; below nought when it is late."""
        return (self.on - today).days

    def state(self, today: date) -> str:
        """Colour of the clock of one that is not handed in: "", near, bad."""
        left = self.left(today)
        return "bad" if left < 0 else "near" if left <= NEAR else ""

    def said(self, today: date) -> str:
        """What is left, in words."""
        left = self.left(today)
        return f"已逾期 {-left} 天" if left < 0 else "今天到期" if not left else f"还剩 {left} 天"


ANNUAL_BASIS: Final = HEILONGJIANG["二(一)3(2)"].short
THREEFOLD_BASIS: Final = f"{HEILONGJIANG.short}末段"  # its last paragraph has no number


def annual(year: int) -> Due:
    """年度行政执法统计: published and reported by 31 January of the next year (黑龙江方案二(一)3(2): 每年1月31日前)."""
    return Due("annual", year, 0, date(year + 1, 1, 31), ANNUAL_BASIS)


def threefold(year: int, half: int) -> Due:
    """三项制度推行情况: reported by 1 June and 20 December of the year (黑龙江方案末段: 每年6月1日、12月20日前)."""
    return Due("threefold", year, half, date(year, 6, 1) if half == 1 else date(year, 12, 20), THREEFOLD_BASIS)


def of_period(kind: str, period: int) -> Due:
    """The report of a period as `Due.period` gives it."""
    return annual(period // 10) if kind == "annual" else threefold(period // 10, period % 10)


def halves_told(due: Due) -> tuple[date, date]:
    """From which day to which a report on the three systems tells: since the one before, to its own day."""
    if due.half == 1:
        return date(due.year - 1, 12, 21), due.on
    return date(due.year, 6, 2), due.on
