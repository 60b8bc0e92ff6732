"""Recordings and a seizure of November 2026 for tests, made through the services."""

import copy
import io
import json
import subprocess
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.agencies.equipment.models import Thing
from fadu.cases import now
from fadu.cases.models import Case
from fadu.cases.services import take
from fadu.cases.services.replay import replay
from fadu.evidence.models import Use
from fadu.evidence.recordings import services
from fadu.evidence.recordings.media import tools
from fadu.evidence.recordings.models import Recording
from fadu.evidence.services import keep
from tests.cases.world import Bureau, file_of

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 64
"""What looks like a photograph at its beginning; enough for what does not look further."""


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


class Films:
    """Films of a few seconds from ffmpeg's own test sources."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _made(self, name: str, *arguments: str) -> Path:
        out = self.folder / name
        subprocess.run([tools.ffmpeg(), "-nostdin", "-loglevel", "error", "-y", *arguments, str(out)], check=True, timeout=120)
        return out

    @cached_property
    def video(self) -> Path:
        """Four seconds of picture and sound, its index at the end, with a place and a name in its tags."""
        sources = ("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=10:duration=4", "-f", "lavfi", "-i", "sine=frequency=440:duration=4")
        tags = ("-metadata", "location=+38.0428+114.5149/", "-metadata", "artist=张三", "-metadata", "creation_time=2026-11-02T01:30:00Z")
        return self._made("video.mp4", *sources, "-c:v", "mpeg4", "-c:a", "aac", *tags, "-shortest")

    @cached_property
    def audio(self) -> Path:
        return self._made("audio.wav", "-f", "lavfi", "-i", "sine=frequency=300:duration=2")

    @cached_property
    def photo(self) -> Path:
        """A picture with an EXIF block that names a place."""
        plain = self._made("plain.jpg", "-f", "lavfi", "-i", "testsrc2=size=2400x1200:rate=1:duration=1", "-frames:v", "1")
        exif = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x0e\x00\x02\x00\x00\x00\x0e\x00\x00\x00\x1aGPS 38.04N 114E\x00"
        data = plain.read_bytes()
        out = self.folder / "photo.jpg"
        out.write_bytes(data[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + data[2:])
        return out


def entered(recorder: Thing | None, began: str = "2026-11-02T09:30", ended: str = "2026-11-02T10:40", **more: Any) -> dict[str, Any]:
    """What is typed for a recording."""
    device = {"device": str(recorder.pk)} if recorder else {}
    return {"scene": "seize", "place": "示范县清河食品店冷库", "began_at": began, "ended_at": ended, **device, **more}


def recorded(actor: Actor, recorder: Thing | None, *, at: str = "2026-11-02T17:00", file: Path | bytes = JPEG, **more: Any) -> Recording:
    """A recording uploaded at a moment."""
    data = file.read_bytes() if isinstance(file, Path) else file
    media = {".mp4": "video/mp4", ".wav": "audio/wav"}.get(file.suffix, "image/jpeg") if isinstance(file, Path) else "image/jpeg"
    with now.at(moment(at)):
        original = keep(actor, io.BytesIO(data), use=Use.RECORDING, name="记录.mp4", media=media, organ_id=actor.organ_id or 0)
        return services.add(actor, original, entered(recorder, **more))[0]


def story(name: str = "measure", *, upto: str = "", **answers: dict[str, Any]) -> dict[str, Any]:
    """A seizure on Monday 2 November 2026, in the course that the demonstration tells of June, without test and extension."""
    told = json.loads(file_of(name).read_text("utf-8"))
    left_out = {"begin_measure_test", "end_measure_test", "extend_measure", "tell_measure_extension"}
    steps = [copy.deepcopy(step) for step in told["steps"] if step["step"] not in left_out]
    days = ("2026-10-30T09:00", "2026-10-30T15:00", "2026-11-02T09:30", "2026-11-10T09:00", "2026-11-10T15:00", "2026-11-11T09:00")
    for step, at in zip(steps, days, strict=True):
        step["at"] = at
        step["data"] |= answers.get(step["step"], {})
        if step["step"] == "seize":
            step["data"] |= {"began_at": "2026-11-02T09:30", "ended_at": "2026-11-02T10:40", "until": "2026-12-02"}
    last = next((place for place, step in enumerate(steps, 1) if step["step"] == upto), len(steps))
    return {**told, "steps": steps[:last]}


def seized(bureau: Bureau) -> Case:
    """The case after the seizure; its third step is the scene."""
    with now.at(moment("2026-11-02T11:00")):
        return Case.objects.get(pk=replay(story(upto="seize")).case_id)


def went_on(bureau: Bureau, case: Case, name: str) -> Any:
    """Take a later step of the story at its own time."""
    step = next(step for step in story()["steps"] if step["step"] == name)

    with now.at(moment(step["at"])):
        return take(bureau.who(step["by"]), case.pk, name, step["data"], taken_at=moment(step["at"]))
