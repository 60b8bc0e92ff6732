"""Taking the stories through the door, in the order in which their steps were entered."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.cases import now
from fadu.cases.errors import Refused
from fadu.cases.models import Case, Step
from fadu.cases.services import register, take
from fadu.law.forms import Kind
from fadu.law.registry import procedure_of
from fadu.site.demo.people import Who
from fadu.site.demo.story import Planned, Story

CHUNK = 100
"""Steps in one transaction: what is half done after a power cut is done again from the last whole chunk."""


@dataclass(frozen=True)
class Turn:
    """One step of one story."""

    story: Story
    place: int
    planned: Planned


class Unlawful(Exception):
    """An ordinary story met an objection, or one that should be refused was not: the story is wrong, or the law is."""


def turns(stories: Sequence[Story]) -> list[Turn]:
    """Every step in the order in which it was entered."""
    every = [Turn(story, place, planned) for story in stories for place, planned in enumerate(story.steps, 1)]
    return sorted(every, key=lambda turn: (turn.planned.seen, turn.story.number, turn.place))


def key_of(today: Any, turn: Turn) -> str:
    """The key of a step: it says of which county it is."""
    return f"demo:{today.isoformat()}:{turn.story.number}:{turn.place}"


def case_id(story: Story) -> uuid.UUID:
    """The id of a story's case: of the moment it was registered, so that ids sort as cases came in; the same every time."""
    milliseconds = int(timezone.make_aware(story.steps[0].seen).timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | (story.number & 0xFFF) << 64 | 0x2 << 62 | story.number
    return uuid.UUID(int=value)


def run(stories: Sequence[Story], who: Who, today: Any, told: Callable[[int, int], None] = lambda _done, _of: None) -> int:
    """Take every step that was not taken yet; how many were."""
    every = turns(stories)
    done = set(Step.objects.filter(key__startswith="demo:").values_list("key", flat=True))
    first = max((place for place, turn in enumerate(every, 1) if key_of(today, turn) in done), default=0)
    taken = first
    while taken < len(every):
        chunk = every[taken : taken + CHUNK]
        with transaction.atomic():
            for turn in chunk:
                _take(turn, who, key_of(today, turn))
        taken += len(chunk)
        told(taken, len(every))
    return len(every) - first


def _take(turn: Turn, who: Who, key: str) -> None:
    planned, story = turn.planned, turn.story
    at, seen = timezone.make_aware(planned.at), timezone.make_aware(planned.seen)
    course = procedure_of(story.procedure)
    try:
        with now.at(seen):
            if turn.place == 1:
                register(who.actors[planned.by], story.procedure, _people(course.opening.asks, planned.data, who), taken_at=at, key=key, case_id=case_id(story))
            else:
                course = _course(turn)
                take(who.actors[planned.by], case_id(story), planned.name, _people(course[planned.name].asks, planned.data, who), taken_at=at, key=key)
    except Refused as refusal:
        if planned.refused:
            return
        raise Unlawful(
            _told(turn, "；".join(f"{objection.rule} {objection.says} {objection.missing} {objection.found}" for objection in refusal.objections))
        ) from refusal
    except Exception as fault:
        raise Unlawful(_told(turn, repr(fault))) from fault
    if planned.refused:
        raise Unlawful(_told(turn, "本应被拒绝"))


def _course(turn: Turn) -> Any:
    """The procedure that the story follows at this step: one begun on the spot may have been converted."""
    before = {planned.name for planned in turn.story.steps[: turn.place - 1]}
    return procedure_of("penalty.general" if "convert" in before else turn.story.procedure)


def _told(turn: Turn, what: str) -> str:
    planned = turn.planned
    return f"第 {turn.story.number} 案 {turn.story.theme.item} 第 {turn.place} 步 {planned.name}（{planned.by}，{planned.at}，{planned.data}）：{what}"


def _people(fields: Any, data: Mapping[str, Any], who: Who) -> dict[str, Any]:
    """Answers with sign-in names as officers' numbers."""
    named = {field.name for field in fields if field.kind is Kind.OFFICERS}  # a correction of the county corrects no people
    return {name: [who.officers[username] for username in value] if name in named else value for name, value in data.items()}


def cases() -> int:
    """How many cases of the demonstration there are."""
    return Case.objects.filter(steps__key__startswith="demo:", steps__seq=1).count()


def kept_day() -> datetime | None:
    """The day of the county that stands; None where there is none."""
    found = Step.objects.filter(key__startswith="demo:", seq=1).values_list("key", flat=True).first()
    return datetime.fromisoformat(found.split(":")[1]) if found else None
