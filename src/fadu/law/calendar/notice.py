"""The State Council's yearly notice on holidays, checked when it is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fadu.law.calendar.days import FIRST_YEAR, FIXED_HOLIDAYS, LAST_YEAR, THIRTEEN_DAYS_FROM


@dataclass(frozen=True)
class Notice:
    """One yearly notice (国务院办公厅关于……年部分节假日安排的通知).

    Attributes:
        year: the year it arranges.
        holidays: the days off, weekend days within them included, each with the name of its holiday.
        makeup_days: the Saturdays and Sundays to be worked (调休上班).
        source: its number, 国办发明电〔2025〕7号.

    Raises:
        ValueError: the notice contradicts itself or the statute; the message lists every fault.
    """

    year: int
    holidays: Mapping[date, str]
    makeup_days: frozenset[date]
    source: str

    def __post_init__(self) -> None:
        if faults := list(self._faults()):
            raise ValueError("；".join(faults))

    def _faults(self) -> Iterator[str]:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            yield f"{self.year} 年不在日历范围（{FIRST_YEAR}–{LAST_YEAR}）"
            return
        if strays := {day for day in {*self.holidays, *self.makeup_days} if not self._may_arrange(day)}:
            yield f"{_listed(strays)} 不在 {self.year} 年内（只有元旦的调休可以在上一年 12 月）"
        if weekdays := {day for day in self.makeup_days if day.weekday() < 5}:
            yield f"{_listed(weekdays)} 不是周六、周日，不能列为调休上班日"
        if both := self.makeup_days & self.holidays.keys():
            yield f"{_listed(both)} 既列为放假又列为上班"
        if self.year >= THIRTEEN_DAYS_FROM:
            yield from self._against_statute()

    def _may_arrange(self, day: date) -> bool:
        return day.year == self.year or (day.year == self.year - 1 and day.month == 12)

    def _against_statute(self) -> Iterator[str]:
        days = (date(self.year, month, day) for month, day in FIXED_HOLIDAYS)
        if missing := {day for day in days if day not in self.holidays}:
            yield f"缺少法定节日 {_listed(missing)}（全国年节及纪念日放假办法第二条）"
        if len(self.holidays) < 13:
            yield f"放假 {len(self.holidays)} 天，少于法定的 13 天（全国年节及纪念日放假办法第二条）"


def _listed(days: "set[date] | frozenset[date]") -> str:
    return "、".join(map(str, sorted(days)))
