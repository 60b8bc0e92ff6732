"""What the case page shows: where it stands, what may be done, the clocks, the checks, the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.bench import bench
from fadu.cases.errors import Objection
from fadu.cases.models import Attempt, Case, ClockRow, Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.services import record
from fadu.law.calendar import civil, number
from fadu.law.correction import CORRECT
from fadu.law.fold import State
from fadu.law.registry import procedures, rule_of
from fadu.law.rules import Clock, Grade, Verdict
from fadu.law.statutes import Citation

LATE = timedelta(hours=24)
"""A step entered more than so long after it happened is marked."""


@dataclass(frozen=True)
class Entry:
    """One line of the record.

    Attributes:
        title: the step's label.
        state: done, refused, correction or corrected.
        taken_at: when it happened.
        recorded_at: when it was entered.
        by: who.
        words: what was done, in a line or two.
        bases: articles that a refusal names.
        late: how long after the event it was entered, in words.
        index: place in the public log; None while it waits for it.
    """

    title: str
    state: str
    taken_at: datetime
    recorded_at: datetime
    by: str
    seq: int = 0
    step_id: str = ""
    words: str = ""
    bases: tuple[Citation, ...] = ()
    objections: tuple[Mapping[str, Any], ...] = ()
    late: str = ""
    index: int | None = None
    replaces: str = ""

    @property
    def shows_recorded(self) -> bool:
        """Whether the time of entry tells something that the time of the event does not."""
        return abs(self.recorded_at - self.taken_at) >= timedelta(minutes=5)

    @property
    def recorded_words(self) -> str:
        """When it was entered: the hour alone where it was the same day."""
        taken, entered = timezone.localtime(self.taken_at), timezone.localtime(self.recorded_at)
        return f"{entered:%H:%M}" if taken.date() == entered.date() else f"{entered:%-m月%-d日 %H:%M}"


@dataclass(frozen=True)
class ClockView:
    """A clock as it is drawn."""

    rule: Clock
    row: ClockRow
    state: str
    left: str
    used: int
    words: str
    bases: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Checks:
    """How the rules judge the case as it stands."""

    counts: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[Objection, ...] = ()


def course(state: State) -> list[dict[str, str]]:
    """The flowchart: each stage done, now, passed by or to come, with the day it was entered."""
    procedure = state.course
    entered = {_MERGED.get(name, name): day for name, day in reversed(state.passed)}
    at = _MERGED.get(state.stage, state.stage)
    order = [stage.name for stage in procedure.stages]
    here = order.index(at) if at in order else -1
    drawn = []
    for place, stage in enumerate(procedure.stages):
        if stage.name in _MERGED:
            continue
        if stage.name in entered or stage.name == at:
            status = "now" if stage.name == at and not state.ended else "done"
            note = civil(entered[stage.name]).strftime("%-m月%-d日") if stage.name in entered else "进行中"
        elif stage.optional and (place < here or stage.name in _BRANCHES or not stage.note):
            if stage.name in _BRANCHES or place >= here or not stage.note:
                continue
            status, note = "skip", "未经过"
        else:
            status, note = "todo", stage.note
        drawn.append({"label": stage.label, "state": status, "note": note})
    return drawn


_MERGED = {"heard": "hearing"}
"""Stages that officers see as one."""

_BRANCHES = {"not_filed", "transferred", "with_justice", "ended"}
"""Stages drawn only where the case went there."""


def clocks(case: Case) -> list[ClockView]:
    """The clocks of a case: running ones first, what falls due first on top."""
    today = timezone.localdate()
    drawn = [_clock(row, today) for row in ClockRow.objects.filter(case=case)]
    views = [replace(view, bases=view.rule.bases_in(case.field)) for view in drawn]
    return sorted(views, key=lambda view: (view.state == "done", view.row.due_on or date.max))


def _clock(row: ClockRow, today: date) -> ClockView:
    rule = rule_of(row.rule)
    assert isinstance(rule, Clock)
    if row.done_on is not None:
        return ClockView(rule, row, "bad" if row.late else "done", "逾期完成" if row.late else f"{row.done_on:%-m月%-d日} 完成", 100, _counted(rule, row))
    if row.suspended or row.due_on is None:
        return ClockView(rule, row, "paused", "停止计算", 0, _counted(rule, row))
    left = (row.due_on - today).days
    whole = max((row.due_on - row.starts_on).days, 1)
    if left < 0 and rule.lapses:
        return ClockView(rule, row, "idle", "期限已满", 100, _counted(rule, row))
    used = min(100, max(0, round(100 * (today - row.starts_on).days / whole)))
    state = "bad" if left < 0 else "near" if left <= rule.warn else ""
    return ClockView(rule, row, state, _left(rule, row, left, today), used, _counted(rule, row))


def _left(rule: Clock, row: ClockRow, left: int, today: date) -> str:
    if left < 0:
        return f"逾期 {-left} 天"
    if left == 0:
        return "今天到期"
    if str(rule.within).endswith("工作日"):
        calendar = bench().calendar
        assert row.due_on is not None
        return f"还剩 {calendar.worked_until_day(number(row.due_on)) - calendar.worked_until_day(number(today))} 个工作日"
    return f"还剩 {left} 天"


def _counted(rule: Clock, row: ClockRow) -> str:
    return f"{row.starts_on:%-m月%-d日}起 {rule.within}"


def checks(state: State) -> Checks:
    """The rules on the case as it stands: how many pass, and what fails."""
    verdicts = bench(state.course.grain).verdicts(state.facts, number(timezone.localdate()))
    counts = {"passed": 0, "mendable": 0, "blocked": 0, "waiting": 0, "na": 0}
    failing = []
    for name, verdict in verdicts.items():
        rule = rule_of(name)
        if verdict is Verdict.FAILS:
            counts["blocked" if rule.grade is Grade.BLOCKS else "mendable"] += 1
            bases = rule.bases_in(state.facts.get("field") or "")
            failing.append(Objection(rule.id, tuple(map(str, bases)), tuple(basis.path for basis in bases), rule.says, fix=rule.fix))
        else:
            counts[{Verdict.PASSES: "passed", Verdict.NOT_YET_JUDGED: "waiting", Verdict.DOES_NOT_APPLY: "na"}[verdict]] += 1
    return Checks(counts, tuple(failing))


def entries(actor: Actor, case: Case) -> list[Entry]:
    """The record, newest first: steps, and attempts that were refused where the actor may see them."""
    rows = list(StepRow.objects.filter(case=case).order_by("seq"))
    leaves = dict(Leaf.objects.filter(case=case).values_list("ref", "index"))
    corrected = {row.data["seq"] for row in rows if row.name == CORRECT}
    lines = [_entry(row, leaves.get(row.id), corrected, rows) for row in rows]
    if may(actor, "attempt.see"):
        lines += [_attempt(row, case, leaves.get(row.id)) for row in Attempt.objects.filter(case=case)]
    if not may(actor, "party.see"):  # what was written in words may name the party
        lines = [replace(line, words="", replaces="") for line in lines]
    return sorted(lines, key=lambda line: (line.recorded_at, line.seq), reverse=True)


def _entry(row: StepRow, index: int | None, corrected: set[int], rows: list[StepRow]) -> Entry:
    name, version = row.procedure.split("/")
    label = procedures()[name, version][row.name].label
    state = "correction" if row.name == CORRECT else "corrected" if row.seq in corrected else "done"
    replaces = ""
    if row.name == CORRECT:
        wrong = rows[row.data["seq"] - 1]
        replaces = f"第 {wrong.seq} 步 {procedures()[name, version][wrong.name].label}：{row.data.get('reason', '')}"
    delay = row.recorded_at - row.taken_at
    return Entry(
        title=label, state=state, taken_at=row.taken_at, recorded_at=row.recorded_at, by=row.by_name, seq=row.seq, step_id=str(row.id),
        words=summary(row.data), late=f"迟录 {_span(delay)}" if delay > LATE else "", index=index, replaces=replaces,
    )  # fmt: skip


def _attempt(row: Attempt, case: Case, index: int | None) -> Entry:
    course = procedures()[case.procedure, case.version]
    label = course[row.name].label if row.name in course else row.name
    words = "；".join(finding["says"] for finding in row.findings)
    return Entry(
        title=label, state="refused", taken_at=row.at, recorded_at=row.at, by=row.by_name, step_id=str(row.id), words=words,
        objections=tuple(row.findings), index=index,
    )  # fmt: skip


def _span(delay: timedelta) -> str:
    hours = int(delay.total_seconds() // 3600)
    return f"{hours} 小时" if hours < 72 else f"{hours // 24} 天"


_TELLING = (
    "content", "findings", "conclusion", "facts_found", "defence", "reason", "opinion", "handling", "summary", "result", "statement", "course",
    "investigators_say", "note", "how", "execution", "demands", "materials", "matters",
)  # fmt: skip
"""Of a step's answers, which tells best what was done."""


def summary(data: Mapping[str, Any]) -> str:
    """A step in a line: the answer that tells most."""
    for key in _TELLING:
        if isinstance(text := data.get(key), str) and text:
            return text if len(text) <= 160 else f"{text[:160]}…"
    return ""


def state_of(case: Case) -> State:
    """Where the case stands."""
    return record.state_of(case)
