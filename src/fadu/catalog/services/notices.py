"""Loading a holiday notice: read what was typed, show what it would move, load it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.models import CalendarNotice
from fadu.catalog.selectors.keeping import calendar, forget
from fadu.catalog.signals import notice_loaded, notice_previewed
from fadu.law.calendar import FIRST_YEAR, LAST_YEAR, Notice, OutsideCalendar, WorkCalendar
from fadu.law.forms import Field, Invalid, Kind, validate
from fadu.law.periods import Period, days, working_days

FORM = (
    Field(name="year", label="年份", kind=Kind.INT, least=FIRST_YEAR, example="2027"),
    Field(name="source", label="通知文号", longest=80, example="国办发明电〔2026〕8号"),
    Field(
        name="holidays",
        label="放假安排",
        kind=Kind.LONGTEXT,
        longest=2000,
        help="一行一个节日：名称、首日、末日，连同其中的周末",
        example="元旦 2027-01-01 至 2027-01-03",
    ),
    Field(
        name="makeup_days",
        label="调休上班日",
        kind=Kind.LONGTEXT,
        required=False,
        longest=1000,
        help="周六、周日上班的日期，用空格、逗号或换行隔开；没有则留空",
        example="2027-02-14 2027-02-20",
    ),
)
"""What the administrator types, from the notice."""

_LINE = re.compile(r"(\S+?)[\s：:]+(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|-|–|—|~)\s*(\d{4}-\d{2}-\d{2}))?")
_LONGEST_HOLIDAY = 15
SAMPLES: tuple[Period, ...] = (working_days(7), days(15), days(30), days(90))


@dataclass(frozen=True)
class Preview:
    """What a notice would change.

    Attributes:
        notice: as read.
        turned_off: weekdays that become days off.
        turned_on: weekends that become worked.
        moved: of every day of the year as a start, how many lead to another due day, by period.
        running: running clocks of cases that would move, by the room that keeps them; empty where none answers.
        replaces: number of the notice that it replaces; empty where there is none.
    """

    notice: Notice
    turned_off: tuple[date, ...]
    turned_on: tuple[date, ...]
    moved: tuple[tuple[Period, int], ...]
    running: tuple[tuple[str, int], ...]
    replaces: str


def read(data: Mapping[str, Any]) -> Notice:
    """The notice that was typed; raises Invalid by field."""
    clean = validate(FORM, data)
    errors: dict[str, str] = {}
    if clean["year"] > LAST_YEAR:
        errors["year"] = f"日历只到 {LAST_YEAR} 年"
    holidays = _holidays(clean["holidays"], errors)
    makeup = _makeup(clean.get("makeup_days", ""), errors)
    if errors:
        raise Invalid(errors)
    try:
        return Notice(clean["year"], holidays, makeup, clean["source"])
    except ValueError as fault:
        raise Invalid({"holidays": str(fault)}) from fault


def preview(actor: Actor, data: Mapping[str, Any]) -> Preview:
    """What loading the notice would change; nothing is written. Raises Invalid, NotAllowed."""
    require(actor, "calendar.manage")
    notice = read(data)
    now = calendar()
    then = now.with_notice(notice)
    year = [date(notice.year, 1, 1) + timedelta(n) for n in range(366)]
    differ = [day for day in {*year, *notice.holidays, *notice.makeup_days} if now.is_worked(day) != then.is_worked(day)]
    answers: list[tuple[Any, Any]] = notice_previewed.send(sender=None, now=now, then=then)
    return Preview(
        notice=notice,
        turned_off=tuple(sorted(day for day in differ if now.is_worked(day))),
        turned_on=tuple(sorted(day for day in differ if then.is_worked(day))),
        moved=tuple((period, _moved(period, now, then, year)) for period in SAMPLES),
        running=tuple(answer for _, answer in answers if answer),
        replaces=now.sources.get(notice.year, ""),
    )


def load_notice(actor: Actor, data: Mapping[str, Any]) -> CalendarNotice:
    """Load the notice: from now on everything is counted by it. Raises Invalid, NotAllowed."""
    require(actor, "calendar.manage")
    notice = read(data)
    with transaction.atomic():
        now = calendar()
        row = CalendarNotice.objects.create(
            year=notice.year,
            holidays={day.isoformat(): name for day, name in sorted(notice.holidays.items())},
            makeup_days=sorted(day.isoformat() for day in notice.makeup_days),
            source=notice.source,
            loaded_by=actor.name,
            loaded_by_id=actor.user_id,
        )
        notice_loaded.send(sender=None, now=now, then=now.with_notice(notice), actor=actor)
        transaction.on_commit(forget)
    return row


def _holidays(text: str, errors: dict[str, str]) -> dict[date, str]:
    days_off: dict[date, str] = {}
    for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
        match = _LINE.fullmatch(line.strip())
        first, last = (_day(match[2]), _day(match[3] or match[2])) if match else (None, None)
        if not match or first is None or last is None:
            errors["holidays"] = f"第 {number} 行“{line.strip()}”读不懂，应如“国庆节 2027-10-01 至 2027-10-07”"
        elif not 0 <= (last - first).days < _LONGEST_HOLIDAY:
            errors["holidays"] = f"第 {number} 行“{match[1]}”的末日应在首日之后，且不超过 {_LONGEST_HOLIDAY} 天"
        else:
            days_off |= {first + timedelta(n): match[1] for n in range((last - first).days + 1)}
    return days_off


def _makeup(text: str, errors: dict[str, str]) -> frozenset[date]:
    written = re.split(r"[\s,，、;；]+", text.strip()) if text.strip() else []
    found = {one: _day(one) for one in written}
    if wrong := [one for one, day in found.items() if day is None]:
        errors["makeup_days"] = f"“{'、'.join(wrong)}”不是日期，应如 2027-02-14"
    return frozenset(day for day in found.values() if day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moved(period: Period, now: WorkCalendar, then: WorkCalendar, starts: list[date]) -> int:
    moved = 0
    for start in starts:
        try:
            moved += period.due_on(start, now) != period.due_on(start, then)
        except OutsideCalendar:
            break
    return moved
