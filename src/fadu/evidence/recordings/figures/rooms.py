"""询问、听证时段录像命中率: whether the fixed camera of the room recorded the whole of what was held in it (兴隆县指导意见附件第六条)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from fadu.agencies.equipment.kinds import RoomUse
from fadu.agencies.equipment.models import Room
from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.evidence.recordings.figures.coverage import happened, steps_of
from fadu.evidence.recordings.models import Medium, Recording
from fadu.evidence.recordings.selectors import span_of
from fadu.law.correction import CORRECT
from fadu.law.filming.scenes import SCENES, Happened, gaps

HELD = {"question": RoomUse.QUESTIONING, "hold_hearing": RoomUse.HEARING}
"""The steps that are held in a room, and what the room then serves for."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Sat:
    """A questioning or a hearing: when, and in which room with a fixed camera; None where it was held elsewhere."""

    case: Case
    seq: int
    began: datetime
    ended: datetime
    room: Room | None


def hits(organ: Organ, day: date) -> Reading:
    """Of the questionings and hearings in rooms with a fixed camera, those that its recordings cover from beginning to end."""
    held = list(_held(organ, day))
    inside = [each for each in held if each.room is not None]
    films = _films(inside)
    behind, good = [], 0
    for each in inside:
        missing = gaps(each.began, each.ended, films[each.room.pk] if each.room else [])
        good += not missing
        told = "、".join(f"{since:%H:%M}–{until:%H:%M} 没有录到" for since, until in missing)
        label = f"{each.case.number or each.case.title} 第 {each.seq} 步（{each.room}）"
        behind.append(Behind(label, reverse("cases:record", args=[each.case.pk, each.seq]), told))
    behind.sort(key=lambda one: not one.lacks)
    elsewhere = f"；另有 {len(held) - len(inside)} 次不在登记的房间" if len(held) > len(inside) else ""
    why = (
        f"近一年在有全程录音录像的房间询问、听证 {len(inside)} 次，录像覆盖 {good} 次{elsewhere}" if inside else f"近一年没有在登记的房间询问、听证{elsewhere}"
    )
    return ratio(good, len(inside), why=why, behind=tuple(behind))


def _held(organ: Organ, day: date) -> Iterator[Sat]:
    organs = below(organ, day)
    rooms = defaultdict(list)
    for room in Room.objects.filter(premises__organ__in=organs, filmed=True).select_related("premises"):
        rooms[room.premises.organ_id].append(room)
    steps: dict[Any, list[StepRow]] = defaultdict(list)
    for row in steps_of(organs, day, (*HELD, CORRECT)):
        steps[row.case_id].append(row)
    cases = Case.objects.in_bulk(list(steps))
    for case, rows in steps.items():
        for one in happened(rows, tuple(HELD)):
            began, ended = (_moment(one, name) for name in (SCENES[one.name].began, SCENES[one.name].ended))
            if began and ended and ended > began:
                yield Sat(cases[case], one.seq, began, ended, _room(rooms[cases[case].organ_id], one, began.date()))


def _room(rooms: list[Room], one: Happened, on: date) -> Room | None:
    """The room that the record names as its place: by its name, or by what it serves for where the organ has one such room."""
    place, use = str(one.data.get("place", "")), HELD[one.name]
    there = [room for room in rooms if use in room.uses and room.since <= on and (room.until is None or room.until >= on)]
    named = next((room for room in there if room.name in place), None)
    return named or (there[0] if len(there) == 1 and f"{use.label}室" in place else None)


def _films(inside: list[Sat]) -> dict[int, list[tuple[datetime, datetime]]]:
    """When something was recorded in each of these rooms."""
    found: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    if not inside:
        return found
    since, until = (timezone.make_aware(moment) for moment in (min(each.began for each in inside) - 7 * DAY, max(each.ended for each in inside) + DAY))
    rows = Recording.objects.filter(room__in={each.room.pk for each in inside if each.room}, began_at__gte=since, began_at__lte=until)
    for row in rows.exclude(medium=Medium.PHOTO).select_related("technical"):
        found[row.room_id or 0].append(span_of(row))
    return found


def _moment(one: Happened, name: str) -> datetime | None:
    given = one.data.get(name)
    return datetime.fromisoformat(given).replace(tzinfo=None) if isinstance(given, str) and given else None
