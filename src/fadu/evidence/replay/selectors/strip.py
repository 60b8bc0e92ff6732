"""The strip: lanes over one time line, laid out so that days on end of nothing take little room and minutes apart can be told apart."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.models import Case
from fadu.documents.models import Document
from fadu.documents.selectors import documents
from fadu.evidence import timeline
from fadu.evidence.replay.selectors.frames import Frame, span

LEFT, RIGHT, ROW = 92, 40, 30
"""Units left of the first moment, right of the last, and of a lane's height."""

LEAST, MOST = 26, 110
"""Units between two moments."""


@dataclass(frozen=True)
class Mark:
    """Something on a lane: at `x`, as long as `w` (0 for a moment), drawn as `kind`, called `title`."""

    x: float
    title: str
    kind: str = ""
    w: float = 0
    href: str = ""
    entered: float | None = None
    label: str = ""


@dataclass
class Lane:
    """A lane: its name, where it lies, what is on it."""

    name: str
    y: int
    marks: list[Mark] = field(default_factory=list)

    @property
    def middle(self) -> int:
        """Where its marks lie."""
        return self.y + ROW // 2


@dataclass
class Strip:
    """The whole drawing, in units of the SVG."""

    lanes: list[Lane]
    width: int
    height: int
    days: list[tuple[float, str]]
    gaps: list[tuple[float, str]]
    now: float | None = None


class Axis:
    """Where a moment lies: between two that something happens at, in proportion; the gaps themselves grow like a logarithm."""

    def __init__(self, moments: Iterable[datetime]) -> None:
        self.moments = sorted(set(moments))
        self.places = [float(LEFT)]
        for before, after in zip(self.moments, self.moments[1:], strict=False):
            self.places.append(self.places[-1] + _room(after - before))

    @property
    def width(self) -> int:
        """To where it reaches."""
        return math.ceil(self.places[-1]) + RIGHT

    def at(self, moment: datetime) -> float:
        """The place of a moment; what lies outside lies at the edge."""
        place = bisect_right(self.moments, moment) - 1
        if place < 0:
            return self.places[0]
        if place >= len(self.moments) - 1:
            return self.places[-1]
        before, after = self.moments[place], self.moments[place + 1]
        return round(self.places[place] + (self.places[place + 1] - self.places[place]) * ((moment - before) / (after - before)), 1)

    def gaps(self) -> list[tuple[float, str]]:
        """Where nothing happened for ten days and longer, and for how long."""
        pairs = zip(self.moments, self.moments[1:], self.places, self.places[1:], strict=False)
        return [((start + end) / 2, f"{(after - before).days} 天") for before, after, start, end in pairs if (after - before).days >= 10]


def strip(actor: Actor, case: Case, frames: Sequence[Frame]) -> Strip:
    """Lanes for stages, steps, what was refused, papers, recordings, exhibits, readings, and each clock."""
    papers = list(documents(actor).filter(case=case).distinct().select_related("step").order_by("id")) if may(actor, "document.see") else []
    entries = {lane: timeline.of(lane, actor, [case.pk]) for lane in timeline.LANES} if may(actor, "evidence.see") else {}
    clocks = _clocks(frames)
    on = _Days(frames)
    moments = [moment for frame in frames for moment in (frame.at, frame.entered)] + [paper.step.recorded_at for paper in papers]
    moments += [moment for found in entries.values() for entry in found for moment in (entry.at, entry.until or entry.at, entry.entered)]
    moments += [on.at(day) for clock in clocks for day in (clock.starts_on, clock.done_on or clock.due_on) if day is not None]
    axis = Axis(moments or [timezone.now()])
    lanes = [_stages(axis, frames), _steps(axis, frames), _refusals(axis, frames), _papers(axis, papers)]
    lanes += [_entries(axis, timeline.LANES[lane], found) for lane, found in entries.items()]
    lanes = [lane for lane in lanes if lane.marks]
    lanes += [_clock(axis, on, clock) for clock in clocks]
    for place, lane in enumerate(lanes):
        lane.y = 28 + place * ROW
    return Strip(lanes, axis.width, 28 + len(lanes) * ROW + 8, _days(axis), axis.gaps())


def _stages(axis: Axis, frames: Sequence[Frame]) -> Lane:
    changes = [frame for frame in frames if frame.stage_changed]
    ends = [axis.at(frame.at) for frame in changes[1:]] + [axis.width - RIGHT]
    marks = []
    for frame, end in zip(changes, ends, strict=True):
        start, label = axis.at(frame.at), frame.stage
        room = int((max(end, start + LEAST) - start) / 13)
        marks.append(Mark(start, label, "band", max(end - start, 3), label=label if len(label) <= room else ""))
    return Lane("阶段", 0, marks)


def _steps(axis: Axis, frames: Sequence[Frame]) -> Lane:
    marks = []
    for frame in frames:
        if not frame.refused:
            delay = f"，补录（{frame.late}后录入）" if frame.late else ""
            told = f"第 {frame.seq} 步 {frame.title}，{_told(frame.at)}{delay}"
            entered = axis.at(frame.entered) if frame.entered - frame.at >= timedelta(minutes=5) else None
            kind = "late" if frame.late else "correction" if frame.corrects else "step"
            marks.append(Mark(axis.at(frame.at), told, kind, href=f"#f{frame.number}", entered=entered, label=str(frame.seq)))
    return Lane("步骤", 0, marks)


def _refusals(axis: Axis, frames: Sequence[Frame]) -> Lane:
    return Lane(
        "拒绝",
        0,
        [Mark(axis.at(frame.at), f"已拒绝：{frame.title}，{_told(frame.at)}", "refused", href=f"#f{frame.number}") for frame in frames if frame.refused],
    )


def _papers(axis: Axis, papers: Sequence[Document]) -> Lane:
    """Papers follow from their steps: they lie where the step was entered, whenever the worker came round to set them."""
    return Lane("文书", 0, [Mark(axis.at(paper.step.recorded_at), f"{paper.title}{paper.number}，{paper.made_on}", "paper") for paper in papers])


def _entries(axis: Axis, name: str, entries: Sequence[timeline.Entry]) -> Lane:
    marks = []
    for entry in entries:
        start = axis.at(entry.at)
        w = axis.at(entry.until) - start if entry.until else 0
        late = entry.entered - entry.at
        told = f"{entry.title}，{_told(entry.at)}" + (f"，{span(late)}后存入" if late >= timedelta(hours=1) else "")
        marks.append(Mark(start, told, "bar" if w >= 3 else "dot", w, entry.href, axis.at(entry.entered) if late >= timedelta(minutes=5) else None))
    return Lane(name, 0, marks)


@dataclass(frozen=True)
class _Bar:
    name: str
    starts_on: date
    due_on: date | None
    done_on: date | None
    state: str
    words: str


def _clocks(frames: Sequence[Frame]) -> list[_Bar]:
    """Each clock as it last stood, in the order in which they began."""
    last: dict[str, _Bar] = {}
    for frame in frames:
        for clock in frame.clocks:
            last[clock.rule] = _Bar(clock.name, clock.starts_on, clock.due_on, clock.done_on, clock.state, clock.words)
    return sorted(last.values(), key=lambda bar: bar.starts_on)


def _clock(axis: Axis, on: "_Days", bar: _Bar) -> Lane:
    start = axis.at(on.at(bar.starts_on))
    last = bar.done_on or bar.due_on
    end = axis.at(on.at(last)) if last else axis.width - RIGHT
    due = f"，应于 {bar.due_on} 前" if bar.due_on else ""
    title = f"{bar.name}：{bar.starts_on} 起{due}，{bar.words}"
    name = bar.name if len(bar.name) <= 6 else f"{bar.name[:6]}…"
    return Lane(name, 0, [Mark(min(start, end), title, f"clock {bar.state}", max(abs(end - start), 3))])


def _days(axis: Axis) -> list[tuple[float, str]]:
    """Labels of days, none over another."""
    labels: list[tuple[float, str]] = []
    seen: set[date] = set()
    for moment, place in zip(axis.moments, axis.places, strict=True):
        day = timezone.localdate(moment)
        if day not in seen and (not labels or place - labels[-1][0] >= 62):
            year = not labels or day.year != _year(labels, seen)
            labels.append((place, f"{day:%Y-%m-%d}" if year else f"{day:%-m月%-d日}"))
            seen.add(day)
    return labels


def _year(_labels: list[tuple[float, str]], seen: set[date]) -> int:
    return max(seen).year


def _room(gap: timedelta) -> float:
    return min(MOST, LEAST * (1 if gap > timedelta(minutes=4) else 0.45) + 14 * math.log2(1 + gap.total_seconds() / 86400))


class _Days:
    """Where a day lies: where the first thing of it happened, so that a clock begins at the step that set it going; else at noon."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.first: dict[date, datetime] = {}
        for frame in frames:
            self.first.setdefault(timezone.localdate(frame.at), frame.at)

    def at(self, day: date) -> datetime:
        """The moment that stands for the day."""
        return self.first.get(day) or timezone.make_aware(datetime.combine(day, time(12)))


def _told(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
