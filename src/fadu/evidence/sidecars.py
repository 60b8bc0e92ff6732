"""What a docking station tells of a recording: in a file beside it (JSON or CSV), or in its name.

Beside `a.mp4` lies `a.mp4.json`, `a.json`, `a.mp4.csv` or `a.csv`, with device, officer, begin and end (or 设备、人员、开始、结束). A name
tells as body cameras write it: `DEVICE_OFFICER_20260604093000[_20260604094500].mp4`. Times are of Beijing unless they say otherwise.
"""

import csv
import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

SUFFIXES: Final = (".json", ".csv")
_BEIJING: Final = ZoneInfo("Asia/Shanghai")
_NAME = re.compile(r"(?P<device>[A-Za-z0-9-]{3,40})[_@](?P<officer>[A-Za-z0-9-]{3,40})[_@](?P<begin>\d{14})(?:[_@-](?P<end>\d{14}))?(?:[_@-].*)?")
_KEYS: Final = {
    "device": ("device", "设备", "设备编号"),
    "officer": ("officer", "人员", "执法人员", "警号", "证号"),
    "begin": ("begin", "start", "开始", "开始时间"),
    "end": ("end", "stop", "结束", "结束时间"),
}
LARGEST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is told of a recording; "" and None where nothing is.

    Attributes:
        device: number of the device.
        officer: number of the officer's credential, or name.
        begin: when it begins, as the device has it.
        end: when it ends.
        more: what else was told, as it was.
    """

    device: str = ""
    officer: str = ""
    begin: datetime | None = None
    end: datetime | None = None
    more: dict[str, str] = field(default_factory=dict)


def sidecar_of(file: Path) -> Path | None:
    """The recording that `file` tells of, where it is a sidecar."""
    stem = file.with_suffix("")
    if stem.suffix and stem.is_file():
        return stem
    return next((other for other in sorted(file.parent.glob(f"{_escaped(file.stem)}.*")) if other.suffix.lower() not in SUFFIXES and other.is_file()), None)


def sidecars_of(file: Path, device: str = "") -> Sidecar:
    """What is told of a recording, the file beside it before its name; `device` where neither tells one."""
    told = _told(file)
    named = _NAME.fullmatch(file.stem)
    by_name = named.groupdict() if named else {}

    def first(key: str) -> str:
        return next((str(told[name]).strip() for name in _KEYS[key] if told.get(name)), "") or by_name.get(key) or ""

    used = {name for names in _KEYS.values() for name in names}
    more = {name: str(value) for name, value in told.items() if name not in used and isinstance(name, str) and value}
    return Sidecar(first("device") or device, first("officer"), _moment(first("begin")), _moment(first("end")), more)


def _told(file: Path) -> dict[str, Any]:
    for suffix in SUFFIXES:
        for beside in (file.with_name(file.name + suffix), file.with_suffix(suffix)):
            if beside == file or not beside.is_file() or beside.stat().st_size > LARGEST:
                continue
            found = _read(beside)
            if found:
                return found
    return {}


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text("gb18030", errors="replace")
    if path.suffix.lower() == ".json":
        try:
            found = json.loads(text)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
    return next(csv.DictReader(text.splitlines()), {})


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.strptime(text, "%Y%m%d%H%M%S") if re.fullmatch(r"\d{14}", text) else datetime.fromisoformat(text.replace("/", "-"))  # noqa: DTZ007 - made aware below
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=_BEIJING)


def _escaped(stem: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", stem)
