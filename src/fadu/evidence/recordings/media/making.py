"""Copies that every browser plays, and preview pictures, without what a device wrote into the file (EXIF, places, names)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from fadu.evidence.recordings.media import tools
from fadu.evidence.recordings.media.probing import Probed
from fadu.evidence.recordings.models import DerivedKind, Medium

WIDEST: Final = 1280
PICTURE: Final = 1600
POSTER: Final = 480
BARE: Final = ("-map_metadata", "-1", "-map_chapters", "-1")
H264: Final = (
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
    "-crf",
    "26",
    "-pix_fmt",
    "yuv420p",
    "-c:a",
    "aac",
    "-b:a",
    "96k",
    "-ac",
    "2",
    "-movflags",
    "+faststart",
)
VP9: Final = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "6", "-crf", "36", "-b:v", "0", "-pix_fmt", "yuv420p", "-c:a", "libopus")
HOUR: Final = 3600


@dataclass(frozen=True)
class Made:
    """A file that was made: for what, of which type, where it lies until it is kept."""

    kind: DerivedKind
    media: str
    path: Path


def make(source: Path, probed: Probed, medium: Medium, into: Path) -> list[Made]:
    """The copy to play and, of pictures, the preview, as files in the folder `into`; raises tools.Unreadable, tools.ToolMissing."""
    if medium is Medium.PHOTO:
        return [_picture(source, into, PICTURE, DerivedKind.WEB), _picture(source, into, POSTER, DerivedKind.POSTER)]
    if not probed.has("video"):
        return [_sound(source, into, probed)]
    film = _film(source, into, probed)
    return [film, _still(source, into, probed)]


def _film(source: Path, into: Path, probed: Probed) -> Made:
    codec, ending, media = (H264, "mp4", "video/mp4") if "libx264" in encoders() else (VP9, "webm", "video/webm")
    out = into / f"web.{ending}"
    scaled = f"scale='trunc(min({WIDEST},iw)/2)*2':-2"
    _run([*_reading(source), "-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn", *BARE, "-vf", scaled, *codec, str(out)], probed)
    return Made(DerivedKind.WEB, media, out)


def _sound(source: Path, into: Path, probed: Probed) -> Made:
    out = into / "web.m4a"
    _run([*_reading(source), "-map", "0:a:0", "-vn", "-sn", "-dn", *BARE, "-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart", str(out)], probed)
    return Made(DerivedKind.WEB, "audio/mp4", out)


def _still(source: Path, into: Path, probed: Probed) -> Made:
    """A frame near the beginning: the very first one is often black."""
    out = into / "poster.jpg"
    at = min(1.0, (probed.seconds or 0) / 2)
    _run(["-ss", f"{at:.2f}", *_reading(source), "-map", "0:v:0", "-frames:v", "1", *BARE, "-vf", _within(POSTER), "-q:v", "5", str(out)], probed)
    return Made(DerivedKind.POSTER, "image/jpeg", out)


def _picture(source: Path, into: Path, widest: int, kind: DerivedKind) -> Made:
    out = into / f"{kind.value}.jpg"
    _run([*_reading(source), "-map", "0:v:0", "-frames:v", "1", *BARE, "-vf", _within(widest), "-q:v", "4", str(out)], None)
    return Made(kind, "image/jpeg", out)


def _within(widest: int) -> str:
    return f"scale='min({widest},iw)':-2,format=yuvj420p"


def _reading(source: Path) -> list[str]:
    return [*tools.SAFE, *tools.FORMATS, "-i", f"file:{source}"]


def _run(arguments: list[str], probed: Probed | None) -> None:
    seconds = max(tools.SHORTEST, min(int((probed.seconds or 0) * 2) if probed else 0, 4 * HOUR))
    tools.run([tools.ffmpeg(), "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-threads", "2", *arguments], seconds=seconds)
    if not Path(arguments[-1]).is_file() or not Path(arguments[-1]).stat().st_size:
        raise tools.Unreadable("没有做出可以播放的副本")


@cache
def encoders() -> frozenset[str]:
    """The encoders that this ffmpeg has."""
    told = tools.run([tools.ffmpeg(), "-hide_banner", "-encoders"], seconds=30).decode(errors="replace")
    return frozenset(line.split()[1] for line in told.splitlines() if len(line.split()) > 1)
