"""ffprobe and ffmpeg: where they are, and how they are run on files that nobody has vouched for.

Looked for in this order: FADU_FFPROBE and FADU_FFMPEG, the PATH (Debian: `apt install ffmpeg`), the binaries that come with
the packages `@ffprobe-installer/ffprobe` (npm) and `imageio-ffmpeg` (wheel), so that a bare machine has them after `make setup`.
"""

import os
import resource
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from django.conf import settings

SAFE: Final = ("-protocol_whitelist", "file,pipe")
"""No address within a file is followed."""

FORMATS: Final = ("-format_whitelist", "mov,mp4,m4a,matroska,webm,avi,mpegts,mpeg,mp3,aac,wav,ogg,flac,amr,asf,jpeg_pipe,png_pipe,webp_pipe,image2")
"""Containers only: play lists (hls, concat, dash) name other files and are not read."""

MEMORY: Final = 3 << 30
"""Bytes of address space."""

SHORTEST: Final = 120
"""Seconds that any run may take."""

WRITTEN: Final = 6 << 30
"""Bytes of the largest file that may be written."""


class ToolMissing(Exception):
    """There is no such program here."""


class Unreadable(Exception):
    """The program could not make anything of the file."""


def ffprobe() -> str:
    """The ffprobe of this machine; raises ToolMissing."""
    return _found("ffprobe", "FADU_FFPROBE", [*Path(settings.PROJECT).glob("node_modules/@ffprobe-installer/*/ffprobe")])


def ffmpeg() -> str:
    """The ffmpeg of this machine; raises ToolMissing."""
    spec = find_spec("imageio_ffmpeg")
    bundled = [] if spec is None or spec.origin is None else sorted((Path(spec.origin).parent / "binaries").glob("ffmpeg-*"))
    return _found("ffmpeg", "FADU_FFMPEG", bundled)


def run(command: Sequence[str], *, seconds: int) -> bytes:
    """What a program prints; raises Unreadable where it fails, takes too long or too much."""
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, no shell
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False, start_new_session=True,
            preexec_fn=lambda: _limit(seconds), env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}, cwd="/",
        )  # fmt: skip
    except subprocess.TimeoutExpired as slow:
        raise Unreadable(f"处理超过 {seconds} 秒，已经停止") from slow
    except OSError as error:
        raise ToolMissing("媒体处理程序不能运行，请检查安装") from error
    if done.returncode:
        raise Unreadable("文件不能解码，可能损坏、不完整或者不是音像文件")
    return done.stdout


def _found(name: str, variable: str, bundled: Sequence[Path]) -> str:
    named = os.environ.get(variable)
    candidates = [named] if named else [shutil.which(name) or "", *(str(path) for path in bundled)]
    for path in candidates:
        if path and os.access(path, os.X_OK):
            return path
    raise ToolMissing(f"本机没有 {name}：请安装（Debian：apt install ffmpeg），或者用 {variable} 指定它的路径")


def _limit(seconds: int) -> None:
    """In the child, before the program begins."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds * 4, seconds * 4))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)
