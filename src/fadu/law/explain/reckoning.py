"""The dates of a rule as they were reckoned: from which day, how long, what was passed over, to which day, how much too early or late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl

from fadu.law.calendar import OutsideCalendar, WorkCalendar, civil
from fadu.law.facts import EPOCH, Fact
from fadu.law.periods import Period, Unit, days
from fadu.law.periods.counting import told as told_day
from fadu.law.periods.steps import count_to, steps
from fadu.law.reading import noun, parse, taken, value_of
from fadu.law.rules import Clock, InTime, Rule, Wait, Within

Moment = date | datetime


@dataclass(frozen=True)
class Reckoning:
    """A period as it was laid.

    Attributes:
        steps: the arithmetic in words, in order, to its last day.
        ending: how what was done, or today, lies to the last day; "" where there is nothing to compare.
        last: the last lawful day (a datetime for hours); None where it has not started.
        done: what is compared with it; None where it was not done yet.
        margin: how much earlier than the last day it was done, negative where later; None where it was not done yet.
        provisional: whether the last day lies in a year whose holidays are not announced yet.
    """

    steps: tuple[str, ...] = ()
    ending: str = ""
    last: Moment | None = None
    done: Moment | None = None
    margin: timedelta | None = None
    provisional: bool = False


def reckoned(rule: Rule, facts: Mapping[str, Any], on: date, calendar: WorkCalendar) -> Reckoning | None:
    """How the dates of `rule` were reckoned; None where it counts none."""
    if isinstance(rule, Clock):
        return _clock(rule, facts, on, calendar)
    if isinstance(rule, InTime):
        return _admitted(rule, _clock(rule.clock, facts, on, calendar), facts)
    if isinstance(rule, Wait):
        return _wait(rule, facts, calendar)
    return _within(rule, facts, calendar) if isinstance(rule, Within) else None


def _clock(rule: Clock, facts: Mapping[str, Any], on: date, calendar: WorkCalendar) -> Reckoning:
    laid = _laid(rule.within, rule.starts.label, facts.get(rule.starts.name), value_of(rule.due(calendar), facts), calendar, _longer(rule, facts))
    done = _moment(facts.get(rule.ends.name), rule.within)
    if laid.last is None:
        return replace(laid, done=done)
    if done is not None:
        margin = laid.last - done
        ending = f"{rule.ends.label} {_told(done)}，{_margin(margin, '最后一日' if rule.within.unit is not Unit.HOURS else '届满时刻')}。"
        return replace(laid, ending=ending, done=done, margin=margin)
    if rule.suspended is not None and facts.get(rule.suspended.name):
        return replace(laid, ending=f"“{rule.suspended.label}”属实，现在停止计算。")
    now = datetime(on.year, on.month, on.day) if rule.within.unit is Unit.HOURS else on  # noqa: DTZ001 - Beijing civil time
    left = laid.last - now
    if left >= timedelta(0):
        state = "今天到期" if left < timedelta(1) else f"还剩 {_span(left)}"
    else:
        state = f"期限已满 {_span(-left)}" if rule.lapses else f"已经逾期 {_span(-left)}"
    return replace(laid, ending=f"至 {told_day(on)}没有登记{rule.ends.label}，{state}。")


def _admitted(rule: InTime, laid: Reckoning, facts: Mapping[str, Any]) -> Reckoning:
    """A step that came late is lawful once the lateness was taken on record."""
    admitted = _moment(facts.get(rule.admitted.name), days(1))
    if laid.margin is None or laid.margin >= timedelta(0):
        return laid
    told = f"{rule.admitted.label} {_told(admitted)}。" if admitted else f"没有登记{rule.admitted.label}。"
    return replace(laid, ending=laid.ending + told)


def _wait(rule: Wait, facts: Mapping[str, Any], calendar: WorkCalendar) -> Reckoning:
    due = value_of(rule.full.due(rule.starts.column, calendar), facts)
    laid = _laid(rule.full, rule.starts.label, facts.get(rule.starts.name), due, calendar)
    last, done = laid.last, _moment(facts.get(rule.on.name), rule.full)
    if last is None:
        return laid
    hours = rule.full.unit is Unit.HOURS
    opens = "此时之后" if hours else f"自次日 {_told(last + timedelta(1))}起"
    laid = replace(laid, steps=(*laid.steps, f"等待期届满前不得办理，{opens}可以办理。"))
    if done is None:
        return laid
    ending = "在等待期届满之后"
    if done <= last:
        lacking = last - done + timedelta(days=0 if hours else 1)
        ending = f"等待期没有届满，早了 {_span(lacking)}" if lacking else "等待期恰在此时届满，尚不得办理"
    return replace(laid, ending=f"{rule.on.label} {_told(done)}，{ending}。", done=done, margin=last - done)


def _within(rule: Within, facts: Mapping[str, Any], calendar: WorkCalendar) -> Reckoning:
    start, due = value_of(rule.starts, facts), value_of(rule.full.due(rule.starts, calendar), facts)
    laid = _laid(rule.full, _named(rule.starts, facts), start, due, calendar)
    if start is None:
        return replace(laid, steps=("起算之日没有登记，时效没有起算，不受其限制。",))
    done = _moment(value_of(rule.on, facts), rule.full)
    if laid.last is None or done is None:
        return laid
    margin = laid.last - done
    return replace(laid, ending=f"{_named(rule.on, facts)} {_told(done)}，{_margin(margin, '最后一日')}。", done=done, margin=margin)


def _laid(period: Period, begins: str, start: Any, due: Any, calendar: WorkCalendar, longer: "_Longer | None" = None) -> Reckoning:
    """The period from its first day to its last; `due` is what the engine makes of it, and what the steps must lead to."""
    if start is None:
        return Reckoning(steps=(f"没有登记{begins}，期间没有起算。",))
    first, last = _moment(start, period), _moment(due, period)
    if first is None or last is None:
        return Reckoning(steps=(f"{begins}为起算之日，末日超出日历的范围，不能计算。",))
    added = longer.units if longer else 0
    told_steps = [f"{begins} {_told(first)}。"]
    provisional = not isinstance(last, datetime) and calendar.is_provisional(last)
    said: tuple[str, ...] = ()
    counting = None
    try:
        counting = period.count(first, calendar, added) if isinstance(first, datetime) else count_to(period, first, last, calendar, added)
        said = steps(counting, calendar) if counting is not None else ()
    except (OutsideCalendar, OverflowError, ValueError):
        pass
    if counting is None or not said:
        return Reckoning((*told_steps, f"按本条规定计算，期间为 {period}，最后一日为 {_told(last)}。"), last=last, provisional=provisional)
    told_steps += [*said[:2], *(longer.told(counting.longer_by) if longer else ()), *said[2:]]
    if not isinstance(last, datetime):
        told_steps.append(f"最后一日为 {_told(last)}。")
    return Reckoning(tuple(told_steps), last=last, provisional=provisional)


@dataclass(frozen=True)
class _Longer:
    """What lengthens a clock: facts with their values, and the unit they are in."""

    added: tuple[tuple[str, int], ...]
    unit: str

    @property
    def units(self) -> int:
        return sum(more for _, more in self.added)

    def told(self, whole: int) -> list[str]:
        """The lines that account for `whole` units."""
        lines = [f"{label} {more} {self.unit}，相应顺延。" for label, more in self.added if more]
        rest = whole - self.units
        return [*lines, f"另依本条规定不计入 {rest} {self.unit}，相应顺延。"] if rest else lines


def _longer(rule: Clock, facts: Mapping[str, Any]) -> _Longer:
    unit = {Unit.WORKING_DAYS: "个工作日", Unit.HOURS: "小时"}.get(rule.within.unit, "日")
    lengthening: tuple[tuple[str, Fact | None], ...] = (("不计算的期间", rule.paused), ("依法延长", rule.extended))
    return _Longer(tuple((f"{why}（{fact.label}）", facts.get(fact.name) or 0) for why, fact in lengthening if fact is not None), unit)


def _moment(value: Any, period: Period) -> Moment | None:
    """A day number as a day, a minute number as a moment; None where there is none, or where it is beyond all dates."""
    read: Callable[[int], Moment] = (lambda minute: EPOCH + timedelta(minutes=minute)) if period.unit is Unit.HOURS else civil
    try:
        return None if value is None else read(value)
    except (ValueError, OverflowError):
        return None


def _named(expression: pl.Expr, facts: Mapping[str, Any]) -> str:
    """What the day is called that an expression picks."""
    return noun(taken(parse(expression), facts))


def _told(moment: Moment) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else told_day(moment)


def _margin(margin: timedelta, what: str) -> str:
    if not margin:
        return f"恰在{what}"
    return f"早于{what} {_span(margin)}" if margin > timedelta(0) else f"晚于{what} {_span(-margin)}"


def _span(span: timedelta) -> str:
    """3 天; 2 小时 30 分钟."""
    minutes = int(span.total_seconds() // 60)
    if minutes % 1440 == 0:
        return f"{minutes // 1440} 天"
    parts = ((minutes // 1440, "天"), (minutes % 1440 // 60, "小时"), (minutes % 60, "分钟"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)
