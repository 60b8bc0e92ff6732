"""What ffprobe reads of a file. Only what is listed here is kept: a file may carry places, names and free text."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from fadu.evidence.recordings.media import tools

SECONDS = 60


@dataclass(frozen=True)
class Probed:
    """A media file.

    Attributes:
        seconds: how long it runs; None for what has no length.
        container: the format.
        streams: kind, codec, width, height, rate of each stream.
        created_at: when the file says that it was made; None where it does not.
        tool: what read it.
    """

    seconds: float | None
    container: str
    streams: tuple[dict[str, Any], ...] = field(default=())
    created_at: datetime | None = None
    tool: str = "ffprobe"

    def has(self, kind: str) -> bool:
        """Whether there is a stream of that kind (video, audio)."""
        return any(stream["kind"] == kind for stream in self.streams)


def probe(path: Path) -> Probed:
    """Read a file; raises tools.Unreadable, tools.ToolMissing."""
    command = [
        tools.ffprobe(), "-v", "error", *tools.SAFE, *tools.FORMATS, "-print_format", "json",
        "-show_entries", "format=duration,format_name:format_tags=creation_time:stream=index,codec_type,codec_name,width,height,sample_rate,channels,avg_frame_rate",
        f"file:{path}",
    ]  # fmt: skip
    try:
        told = json.loads(tools.run(command, seconds=SECONDS) or b"{}")
    except ValueError as error:
        raise tools.Unreadable("文件的技术参数不可读") from error
    shown = told.get("format", {})
    streams = tuple(_stream(stream) for stream in told.get("streams", [])[:32])
    if not any(stream["kind"] in ("video", "audio") for stream in streams):
        raise tools.Unreadable("文件中没有画面，也没有声音")
    return Probed(_number(shown.get("duration")), str(shown.get("format_name", ""))[:60], streams, _created(shown.get("tags", {}).get("creation_time")))


def _stream(told: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {"kind": str(told.get("codec_type", ""))[:20], "codec": str(told.get("codec_name", ""))[:30]}
    for name in ("width", "height", "channels"):
        if isinstance(told.get(name), int):
            kept[name] = told[name]
    if (rate := _number(told.get("sample_rate"))) is not None:
        kept["rate"] = int(rate)
    return kept


def _number(given: object) -> float | None:
    try:
        found = float(str(given))
    except ValueError:
        return None
    return found if 0 <= found < 10**9 else None


def _created(given: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(given))
    except ValueError:
        return None
    return found if found.tzinfo and 1990 <= found.year <= 2200 else None
