"""Recordings of the county: a seizure filmed from end to end, a late one, an orphan; films of ffmpeg's own test sources."""

import copy
import io
import subprocess
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies.equipment import services as equipment
from fadu.agencies.equipment.kinds import RoomUse, ThingKind
from fadu.agencies.equipment.models import Thing
from fadu.cases import now
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.services.replay import read, replay
from fadu.catalog.selectors.locality import folder
from fadu.evidence.models import Action, Use
from fadu.evidence.recordings import services
from fadu.evidence.recordings.media import tools
from fadu.evidence.recordings.models import Recording
from fadu.evidence.services import keep
from fadu.site.demo.days import Days

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "act:recorded"
SEIZED = 3
"""The step of the story that is the scene."""

PLACE = "示范县清河食品店冷库"
MARKS = ((95, "出示执法证件，告知理由、依据和权利"), (1260, "逐箱清点，当事人在场"), (3840, "当事人核对清单并签名"))


def fill(today: date, days: Days) -> list[dict[str, Any]]:
    """Add the recordings, each at its own time; what was planted in them, as the labels of the county tell.

    Nothing is added twice. The copies to play are made by the worker, as ever.
    """
    officer = User.objects.filter(username="liwei").first()
    if officer is None:
        return []
    if not Recording.objects.exists():
        try:
            films = [_film(minutes) for minutes in (72, 13, 20)]
        except tools.ToolMissing:
            return []
        with transaction.atomic():
            _add(actor_for(officer), films, days.before(today, 4))
            _questioned(actor_for(officer), today)
    case = StepRow.objects.filter(key=f"{KEY}:{SEIZED}").values_list("case_id", flat=True).first()
    late = case is not None and Recording.objects.filter(case_id=case, late=True).exists()
    return [{"case": str(case), "rule": "P2-2-2-measure", "what": "装车的录像三十小时以后才存入", "whose": "organ", "step": "store_recording"}] if late else []


def _add(officer: Actor, films: list[bytes], day: date) -> None:
    device = Thing.objects.filter(organ_id=officer.organ_id or 0, kind=ThingKind.RECORDER).order_by("number").first()
    case = _seizure(day)
    whole = _kept(officer, films[0], device, (day, time(9, 29)), (day, time(10, 41)), "seize", day, time(17), case=str(case.pk), seqs=str(SEIZED))
    with now.at(_at(day, time(17, 10))):
        for second, what in MARKS:
            services.mark(officer, whole.pk, {"second": str(second), "what": what, "seq": str(SEIZED)})
    after = day + timedelta(days=1)
    _kept(officer, films[1], device, (day, time(10, 42)), (day, time(10, 55)), "seize", after, time(17), case=str(case.pk), seqs=str(SEIZED))
    _kept(officer, films[2], device, (after, time(15)), (after, time(15, 20)), "inspect", after, time(16, 30), clock_ahead="ahead", clock_seconds="75")
    reviewer = actor_for(User.objects.get(username="chenjing"))
    with now.at(_at(after, time(18))):
        services.read(reviewer, whole.pk, Action.PLAY)


def _questioned(officer: Actor, today: date) -> None:
    """The fixed camera of the room where people are questioned: of two questionings one is covered, the other not to its end."""
    house = {
        "name": "综合执法办案区",
        "address": "示范县城关镇人民路 18 号",
        "area": 420,
        "measured_on": "2024-05-20",
        "paper": "示测〔2024〕6号",
        "since": "2024-05-01",
    }
    premises = equipment.add_premises(SYSTEM, officer.organ_id or 0, house)
    entry: Mapping[str, Any] = {"uses": [RoomUse.QUESTIONING.value], "area": 18, "filmed": True, "since": "2024-05-01"}
    room = equipment.add_room(SYSTEM, premises.pk, {"name": "询问室", **entry})
    equipment.add_room(SYSTEM, premises.pk, {"name": "听证室", **entry, "uses": [RoomUse.HEARING.value], "area": 46})
    mine = StepRow.objects.filter(case__organ_id=officer.organ_id or 0, case__handlers__officer_id=officer.officer_id or 0, name="question")
    rows = mine.filter(taken_at__date__lt=today).order_by("-taken_at")
    for place, row in enumerate(rows[:2]):
        began, ended = (datetime.fromisoformat(row.data[name]) for name in ("began_at", "ended_at"))
        stop = ended - timedelta(minutes=8 * place)
        if stop <= began:
            continue
        entry = {"scene": "question", "room": str(room.pk), "place": row.data["place"], "began_at": began.isoformat(timespec="minutes"),
                 "ended_at": stop.isoformat(timespec="minutes"), "clock_ahead": "right"}  # fmt: skip
        film = _film(max(1, round((stop - began).total_seconds() / 60)))
        with now.at(min(row.taken_at + timedelta(hours=3), now.now())):
            name = f"场所_{began:%Y%m%d_%H%M}.mp4"
            original = keep(officer, io.BytesIO(film), use=Use.RECORDING, name=name, media="video/mp4", organ_id=officer.organ_id or 0)
            services.add(officer, original, entry)


def _kept(
    officer: Actor, film: bytes, device: Thing | None, began: tuple[date, time], ended: tuple[date, time], scene: str, day: date, at: time, **more: str
) -> Recording:
    entry: Mapping[str, Any] = {
        "scene": scene, "place": PLACE, "began_at": f"{began[0]}T{began[1]:%H:%M}", "ended_at": f"{ended[0]}T{ended[1]:%H:%M}", "officer": str(officer.officer_id),
        **({"device": str(device.pk)} if device else {}), "clock_ahead": "right", **more,
    }  # fmt: skip
    with now.at(_at(day, at)):
        name = f"DSJ_{began[0]:%Y%m%d}_{began[1]:%H%M}.mp4"
        original = keep(officer, io.BytesIO(film), use=Use.RECORDING, name=name, media="video/mp4", organ_id=officer.organ_id or 0)
        return services.add(officer, original, entry)[0]


def _seizure(day: date) -> Case:
    """A seizure that is still in effect, in the course that the demonstration tells of June."""
    told = read(folder() / "demo" / "acts" / "measure.json")
    steps = copy.deepcopy(told["steps"][:SEIZED])
    times = (_at(day - timedelta(days=1), time(9)), _at(day - timedelta(days=1), time(15)), _at(day, time(9, 30)))
    for step, moment in zip(steps, times, strict=True):
        step["at"] = timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")
    steps[-1]["data"] |= {"began_at": f"{day}T09:30", "ended_at": f"{day}T10:40", "until": str(day + timedelta(days=30))}
    for place, moment in enumerate(times, 1):
        with now.at(moment + timedelta(minutes=75 if place == SEIZED else 0)):
            taken = replay({**told, "id": KEY, "steps": steps[:place]})
    return Case.objects.get(pk=taken.case_id)


def _film(minutes: int) -> bytes:
    """A test picture that counts its seconds, one frame each; raises tools.ToolMissing."""
    with tempfile.TemporaryDirectory(prefix="fadu-film-") as folder_:
        out = Path(folder_) / "film.mp4"
        source = f"testsrc=size=160x90:rate=1:duration={minutes * 60}"
        command = [tools.ffmpeg(), "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", "-q:v", "20", "-g", "300", str(out)]
        subprocess.run(command, check=True, timeout=120, stdin=subprocess.DEVNULL)  # noqa: S603 - our own arguments, no shell
        return out.read_bytes()


def _at(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
