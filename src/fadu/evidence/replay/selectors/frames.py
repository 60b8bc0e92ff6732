"""The frames of the film: after each step, where the case stood, what was known that was not before, and what its clocks said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.bench import bench
from fadu.cases.models import Attempt, Case, Step
from fadu.cases.selectors.page import LATE, summary
from fadu.cases.services import record
from fadu.cases.services.clocks import row_of
from fadu.law.correction import CORRECT
from fadu.law.facts import VOCABULARY
from fadu.law.fold import State, fold
from fadu.law.reading import told
from fadu.law.registry import procedures
from fadu.law.statutes import Citation


@dataclass(frozen=True)
class Change:
    """A fact that a step changed, in words; `before` is "" where it was not known."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Running:
    """A clock as it stood at a moment."""

    rule: str
    name: str
    starts_on: date
    due_on: date | None
    done_on: date | None
    state: str
    words: str
    bases: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Frame:
    """One frame: a step, or an attempt that was refused.

    Attributes:
        at: when it happened.
        entered: when it was entered.
        seq: the step; 0 for an attempt.
        late: how long after it happened it was entered, where that is longer than it may be; "" otherwise.
        after_next: whether it was entered when the step after it had been taken already.
    """

    number: int
    seq: int
    title: str
    at: datetime
    entered: datetime
    by: str
    stage: str
    stage_changed: bool = False
    late: str = ""
    after_next: bool = False
    refused: bool = False
    corrects: int = 0
    words: str = ""
    bases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    clocks: tuple[Running, ...] = field(default=(), repr=False)


def frames(actor: Actor, case: Case) -> list[Frame]:
    """The frames of a case in the order in which things happened; the state is folded anew for each, corrections as they came."""
    rows = list(Step.objects.filter(case=case).order_by("seq"))
    plain = may(actor, "party.see")
    attempts = list(Attempt.objects.filter(case=case).order_by("at")) if may(actor, "attempt.see") else []
    taken = [record.happened(row) for row in rows]
    began = procedures()[record.began_with(rows, case)]
    before, made = State(began.id, began.version), []
    for place, row in enumerate(rows, 1):
        after = fold(began, taken[:place])
        following = rows[place] if place < len(rows) else None
        made.append(_frame(row, following, before, after, case.field, plain=plain))
        before = after
    made += [_refused(attempt, case, plain=plain) for attempt in attempts]
    made.sort(key=lambda frame: (frame.at, frame.entered, frame.seq))
    return [_numbered(frame, number) for number, frame in enumerate(made, 1)]


def span(delay: timedelta) -> str:
    """A delay in words."""
    hours = int(delay.total_seconds() // 3600)
    return f"{hours} 小时" if hours < 72 else f"{hours // 24} 天"


def _frame(row: Step, following: Step | None, before: State, after: State, field_: str, *, plain: bool) -> Frame:
    name, version = row.procedure.split("/")
    delay = row.recorded_at - row.taken_at
    return Frame(
        number=0, seq=row.seq, title=procedures()[name, version][row.name].label, at=row.taken_at, entered=row.recorded_at, by=f"{row.by_name}（{row.by_role}）",
        stage=after.course.stage(after.stage).label, stage_changed=before.stage != after.stage,
        late=span(delay) if delay > LATE else "", after_next=following is not None and following.name != CORRECT and row.recorded_at > following.taken_at,
        corrects=row.data["seq"] if row.name == CORRECT else 0, words=summary(row.data) if plain else "",
        changes=_changes(before.facts, after.facts) if plain else (), clocks=_clocks(after, timezone.localdate(row.taken_at), field_),
    )  # fmt: skip


def _refused(row: Attempt, case: Case, *, plain: bool) -> Frame:
    course = procedures()[case.procedure, case.version]
    label = course[row.name].label if row.name in course else row.name
    bases = tuple(dict.fromkeys(base for finding in row.findings for base in finding["bases"][:1]))
    words = "；".join(finding["says"] for finding in row.findings) if plain else ""
    stage = "未改变案件"
    return Frame(
        number=0, seq=0, title=label, at=row.at, entered=row.at, by=f"{row.by_name}（{row.by_role}）", stage=stage, refused=True, words=words, bases=bases
    )


def _numbered(frame: Frame, number: int) -> Frame:
    values = {name: getattr(frame, name) for name in frame.__dataclass_fields__}
    return Frame(**{**values, "number": number})


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    names = [name for name in (*after, *(name for name in before if name not in after)) if after.get(name) != before.get(name) and name in VOCABULARY]
    return tuple(Change(VOCABULARY[name].label, _said(name, before), _said(name, after)) for name in names)


def _said(name: str, facts: Mapping[str, Any]) -> str:
    return told(VOCABULARY[name], facts[name]) if facts.get(name) is not None else ""


def _clocks(state: State, today: date, field_: str) -> tuple[Running, ...]:
    """The clocks as the law of now reckons them from what was known then; what was not done stands as it stood on that day."""
    found = []
    for reading in bench(state.course.grain).clocks(state.facts):
        row = row_of(_NOBODY, reading)
        state_, words = _stands(row.due_on, row.done_on, today, late=row.late, suspended=row.suspended, lapses=reading.rule.lapses)
        rule = reading.rule
        found.append(Running(rule.id, rule.name or rule.says, row.starts_on, row.due_on, row.done_on, state_, words, rule.bases_in(field_)))
    return tuple(sorted(found, key=lambda clock: (clock.state == "done", clock.due_on or date.max)))


def _stands(due: date | None, done: date | None, today: date, *, late: bool, suspended: bool, lapses: bool) -> tuple[str, str]:
    if done is not None:
        return ("bad", "逾期完成") if late else ("done", f"{done:%-m月%-d日} 完成")
    if suspended or due is None:
        return "paused", "停止计算"
    left = (due - today).days
    if left < 0:
        return ("idle", "期限已满") if lapses else ("bad", f"逾期 {-left} 天")
    return ("near" if left <= 3 else ""), "今天到期" if left == 0 else f"还剩 {left} 天"


_NOBODY = Case().pk
