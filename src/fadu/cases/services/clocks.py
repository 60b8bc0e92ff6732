"""Clocks follow from facts: after each step they are reckoned anew and written where they changed."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from fadu.cases import bench as benches
from fadu.cases.models import Case, ClockRow
from fadu.cases.models.case import NEVER
from fadu.law.calendar import civil
from fadu.law.engine import Bench, Reading
from fadu.law.facts import EPOCH
from fadu.law.periods import Unit
from fadu.law.registry import procedures

BEIJING = ZoneInfo("Asia/Shanghai")
SHOWN = ("starts_on", "due_on", "due_at", "done_on", "late", "suspended", "provisional")


def set_clocks(case: Case, facts: Mapping[str, Any], *, changed: frozenset[str] | None = None, bench: Bench | None = None) -> None:
    """Write the clocks of a case as they now stand, and which runs out first for the organ.

    Args:
        case: the case; what falls due first is set on it, and saved by the caller.
        facts: its facts.
        changed: names of the facts that changed; None reckons every clock.
        bench: judges with another calendar than today's.
    """
    judge = bench or benches.bench(procedures()[case.procedure, case.version].grain)
    kept = {row.rule: row for row in ClockRow.objects.filter(case_id=case.id)} if case.seq > 1 or changed is None else {}
    touched = set(judge.touched(changed)) if changed is not None else set(kept)
    rows = {reading.rule.id: row_of(case.id, reading) for reading in judge.clocks(facts, touching=changed)}
    fresh = [row for rule, row in rows.items() if rule not in kept or any(getattr(kept[rule], name) != getattr(row, name) for name in SHOWN)]
    if fresh:
        ClockRow.objects.bulk_create(fresh, update_conflicts=True, unique_fields=["case", "rule"], update_fields=list(SHOWN))
    if gone := [rule for rule in kept if rule in touched and rule not in rows]:
        ClockRow.objects.filter(case_id=case.id, rule__in=gone).delete()
    _first_due(case, {rule: row for rule, row in {**kept, **rows}.items() if rule not in gone}, judge)


def row_of(case_id: uuid.UUID, reading: Reading) -> ClockRow:
    """A reading as it is kept."""
    by_hour = reading.rule.within.unit is Unit.HOURS
    due = None if reading.suspended else reading.due
    due_at = moment(due) if by_hour and due is not None else None
    due_on = due_at.date() if due_at else _day(due)
    return ClockRow(
        case_id=case_id,
        rule=reading.rule.id,
        starts_on=civil(reading.starts // 1440 if by_hour else reading.starts),
        due_on=due_on,
        due_at=due_at,
        done_on=_day(reading.done if reading.done is None or not by_hour else reading.done // 1440),
        late=reading.done is not None and reading.due is not None and reading.done > reading.due,
        suspended=reading.suspended and reading.done is None,
        provisional=reading.provisional,
    )


def moment(minute: int) -> datetime:
    """A minute of the record as a moment."""
    return (EPOCH + timedelta(minutes=minute)).replace(tzinfo=BEIJING)


def _day(number: int | None) -> date | None:
    return None if number is None else civil(number)


def _first_due(case: Case, rows: Mapping[str, ClockRow], judge: Bench) -> None:
    """What falls due first: the work list is sorted by it. The party's own time is not the organ's."""
    clocks = {rule.id: rule for rule in judge.clock_rules}
    running = [row for row in rows.values() if row.done_on is None and row.due_on is not None and clocks[row.rule].who != "party"]
    first = min(running, key=lambda row: (row.due_on or date.max, row.rule), default=None)
    case.next_due = first.due_on if first and first.due_on and not case.ended else NEVER
    case.next_rule = first.rule if first and not case.ended else ""
    case.next_step = clocks[first.rule].next_step if first and not case.ended else ""
