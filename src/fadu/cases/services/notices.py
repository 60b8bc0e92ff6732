"""A holiday notice moves due days: the clocks of every open case are reckoned anew, in the transaction that loads it."""

from typing import Any

from fadu.cases.bench import bench_of
from fadu.cases.models import Case
from fadu.cases.services import record
from fadu.cases.services.clocks import set_clocks
from fadu.law.calendar import WorkCalendar


def moved(now: WorkCalendar, then: WorkCalendar) -> int:
    """How many running clocks of open cases have another due day in the new calendar."""
    count = 0
    for case in Case.objects.filter(ended=False).iterator():
        facts, grain = record.state_of(case).facts, record.grain_of(case)
        before = {reading.rule.id: reading.due for reading in bench_of(now, grain).clocks(facts) if reading.done is None}
        after = {reading.rule.id: reading.due for reading in bench_of(then, grain).clocks(facts) if reading.done is None}
        count += sum(after[name] != due for name, due in before.items())
    return count


def on_previewed(sender: Any, *, now: WorkCalendar, then: WorkCalendar, **_: Any) -> tuple[str, int]:  # noqa: ARG001
    """What would move, for who is about to load a notice."""
    return "办理中的时限", moved(now, then)


def on_loaded(sender: Any, *, then: WorkCalendar, **_: Any) -> None:  # noqa: ARG001
    """Reckon the clocks of open cases anew."""
    for case in Case.objects.select_for_update().filter(ended=False).iterator():
        set_clocks(case, record.state_of(case).facts, bench=bench_of(then, record.grain_of(case)))
        case.save(update_fields=["next_due", "next_rule", "next_step"])
