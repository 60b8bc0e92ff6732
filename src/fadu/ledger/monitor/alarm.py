"""What is shouted, what is kept as evidence, and who is called."""

import json
import os
import shlex
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.request import Request, urlopen

WORDS: Final = {
    "signature": "检查点的签名不对",
    "fork": "日志分叉：同一把密钥签了两段互相矛盾的历史",
    "rollback": "日志倒退：现在的检查点比以前见过的小",
    "gap": "日志有缺口：检查点要求的文件不在",
    "entry": "条目被改动：公布的条目与签名的根不符",
    "tile": "瓦片被改动：公布的瓦片与条目不符",
    "stale": "日志停顿：有存证等待写入，而检查点很久没有更新",
}
"""Every kind of alarm by its code."""


@dataclass(eq=False)
class Alarm(Exception):
    """Something that must not happen to an honest log.

    Attributes:
        code: one of `WORDS`.
        detail: what exactly.
        files: what proves it, by name; both signed heads where there are two.
    """

    code: str
    detail: str
    files: dict[str, bytes] = field(default_factory=dict)

    def __str__(self) -> str:
        """One sentence."""
        return f"{WORDS[self.code]}。{self.detail}"


def keep(alarm: Alarm, folder: Path, moment: float) -> Path:
    """Keep the evidence in a folder of its own below `folder`; gives it."""
    at = datetime.fromtimestamp(moment, UTC)
    place = folder / f"{at:%Y%m%dT%H%M%SZ}-{alarm.code}"
    number = 1
    while place.exists():
        number += 1
        place = folder / f"{at:%Y%m%dT%H%M%SZ}-{alarm.code}-{number}"
    place.mkdir(parents=True)
    for name, data in alarm.files.items():
        place.joinpath(name.replace("/", "_")).write_bytes(data)
    place.joinpath("alarm.json").write_text(json.dumps(told(alarm, at), ensure_ascii=False, indent=1), "utf-8")
    return place


def told(alarm: Alarm, at: datetime) -> dict[str, Any]:
    """An alarm for programs."""
    return {"code": alarm.code, "says": str(alarm), "at": at.isoformat(), "files": sorted(alarm.files)}


def call(alarm: Alarm, evidence: Path, *, command: str = "", webhook: str = "") -> list[str]:
    """Call whoever is to be called; gives what went wrong with that, in words. An alarm is never lost by a hook that fails."""
    said = {"code": alarm.code, "says": str(alarm), "evidence": str(evidence)}
    failed = []
    if command:
        environment = {**os.environ, "FADU_ALARM": alarm.code, "FADU_ALARM_SAYS": str(alarm), "FADU_ALARM_EVIDENCE": str(evidence)}
        try:
            subprocess.run(shlex.split(command), input=json.dumps(said, ensure_ascii=False).encode(), env=environment, timeout=60, check=True)  # noqa: S603 - what the operator asked for
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            failed.append(f"报警命令没有成功：{error}")
    if webhook:
        body = json.dumps(said, ensure_ascii=False).encode()
        try:
            urlopen(Request(webhook, body, {"Content-Type": "application/json"}), timeout=20).close()  # noqa: S310 - what the operator asked for
        except (OSError, ValueError) as error:
            failed.append(f"报警地址没有收到：{error}")
    return failed
