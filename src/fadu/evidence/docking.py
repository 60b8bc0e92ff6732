"""Docking stations: what cameras leave in a folder is handed in, each file once, whatever crashes in between.

A file is taken when it has not changed for a while. It is hashed; where the organ has those bytes already they are not kept twice. Then
it is kept, then the room of recordings is told (`ingested`), then it is moved away: a crash leaves it where it was, and the next round
finds the hash known, tells again, and moves it.
"""

import fcntl
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from fadu.accounts.actors import SYSTEM
from fadu.evidence import selectors
from fadu.evidence.models import Original, Use
from fadu.evidence.services.uploads import take_whole
from fadu.evidence.sidecars import SUFFIXES, Sidecar, sidecar_of, sidecars_of
from fadu.evidence.unfit import Later, Unfit

DONE: Final = "done"
REFUSED: Final = "refused"
STATION: Final = replace(SYSTEM, name="采集站")
_PASSED: Final = {".part", ".tmp", ".crdownload", ".lock"}
Said = Callable[[str, int, int], None]
"""Told the file, the bytes done and the bytes in all."""

_answers: list[Callable[[Original, Sidecar], Any]] = []


def answer_with(answer: Callable[[Original, Sidecar], Any]) -> None:
    """Let `answer(original, sidecar)` make a recording of what came from a station. It may be asked twice of one original: after a crash."""
    _answers[:] = [answer]


@dataclass(frozen=True, slots=True)
class Station:
    """A folder that is watched.

    Attributes:
        folder: where the files come.
        organ_id: whose they are.
        device: the device, where neither sidecar nor name tells.
        use: what they are handed in as.
        settle: seconds for which a file must not have changed.
        delete: delete what was kept instead of moving it to `done/`.
    """

    folder: Path
    organ_id: int
    device: str = ""
    use: Use = Use.RECORDING
    settle: float = 10
    delete: bool = False


@dataclass(slots=True)
class Round:
    """What one look at a folder did: names of files, and for those refused why."""

    kept: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    later: dict[str, str] = field(default_factory=dict)


class Watched(Exception):
    """Another process watches this folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Watch a folder alone; raises Watched."""
    handle = os.open(folder / ".fadu.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Watched(f"{folder.name} 正由另一个进程采集") from None
    finally:
        os.close(handle)


def look(station: Station, said: Said | None = None) -> Round:
    """Hand in what lies ready in the folder."""
    done = Round()
    for file in _files(station.folder):
        name = str(file.relative_to(station.folder))
        if time.time() - file.stat().st_mtime < station.settle:
            done.waiting.append(name)
            continue
        try:
            new = _take(station, file, said)
        except Unfit as unfit:
            if unfit.code == "fadu:upload-checksum":  # it changed while it was read
                done.waiting.append(name)
                continue
            done.refused[name] = unfit.detail
            _moved(station, file, REFUSED)
        except (Later, OSError) as later:
            done.later[name] = later.detail if isinstance(later, Later) else (later.strerror or "读不出来")
        else:
            (done.kept if new else done.known).append(name)
            _moved(station, file, DONE)
    return done


def _files(folder: Path) -> list[Path]:
    found = []
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder).parts
        if inside[0] in {DONE, REFUSED} or any(part.startswith(".") for part in inside) or file.suffix.lower() in _PASSED:
            continue
        if file.is_file() and not file.is_symlink() and not (file.suffix.lower() in SUFFIXES and sidecar_of(file)):
            found.append(file)
    return found


def _take(station: Station, file: Path, said: Said | None) -> bool:
    """Hand a file in; whether it was new."""
    size = file.stat().st_size
    sidecar = sidecars_of(file, station.device)
    with file.open("rb") as source:
        sha256 = _digest(source)
        known = selectors.known(station.organ_id, sha256, station.use) if size else None
        original = known
        if original is None:
            source.seek(0)
            shown = _Told(source, file.name, size, said) if said else source
            original = take_whole(STATION, cast("BinaryIO", shown), use=station.use, name=file.name, size=size, organ_id=station.organ_id, sha256=sha256)
    for answer in _answers:
        answer(original, sidecar)
    return known is None


def _digest(source: BinaryIO) -> str:
    return hashlib.file_digest(source, "sha256").hexdigest()


def _moved(station: Station, file: Path, to: str) -> None:
    """Take a file away with what lies beside it; nothing there before is written over."""
    for one in (file, *sidecar_files(file)):
        if to == DONE and station.delete:
            one.unlink(missing_ok=True)
            continue
        target = station.folder / to / one.relative_to(station.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        number = 1
        while target.exists():
            target = target.with_name(f"{one.stem} ({number}){one.suffix}")
            number += 1
        one.rename(target)


def sidecar_files(file: Path) -> list[Path]:
    """What lies beside a file and tells of it."""
    beside = [file.with_name(file.name + suffix) for suffix in SUFFIXES] + [file.with_suffix(suffix) for suffix in SUFFIXES]
    return [path for path in dict.fromkeys(beside) if path != file and path.is_file()]


class _Told:
    """A file that tells how far it was read."""

    def __init__(self, source: BinaryIO, name: str, size: int, said: Said) -> None:
        self._source, self._name, self._size, self._said = source, name, size, said

    def read(self, size: int = -1) -> bytes:
        part = self._source.read(size)
        self._said(self._name, min(self._source.tell(), self._size), self._size)
        return part

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)
