"""`fadu archive`: examine packages again and again while they are kept; print the schema; look once more for what was destroyed."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.cases.services.log import vkey
from fadu.evidence.archive.checks import examine
from fadu.evidence.archive.checks.items import Result, passed
from fadu.evidence.archive.kinds import Stage
from fadu.evidence.archive.models import Check
from fadu.evidence.archive.services import check_all
from fadu.evidence.archive.services.batches import sweep

MARKS = {"pass": "通过", "fail": "不通过", "none": "未检测"}


class Command(BaseCommand):
    """Run `fadu archive check --due` each night: it examines what was not looked at for half a year."""

    help = "案卷：check FILE|--all|--due 四性检测；sweep 删除已销毁而没有删净的内容"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        parser.add_argument("what", choices=("check", "sweep"))
        parser.add_argument("file", nargs="?", type=Path, help="归档包，也可以是别处拿到的")
        parser.add_argument("--all", action="store_true", help="检测全部在库案卷")
        parser.add_argument("--due", action="store_true", help="检测半年没有检测的案卷，每晚运行")
        parser.add_argument("--most", type=int, default=None, help="最多检测几卷")
        parser.add_argument("--key", default="", help="日志公钥；不填用本机的")
        parser.add_argument("--stage", choices=[stage.value for stage in Stage], default=Stage.TRANSFERRED.value, help="环节")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        if options["what"] == "sweep":
            self.stdout.write(f"已核对 {sweep()} 份已销毁的清册")
        elif options["file"]:
            self._file(options["file"], options["key"] or vkey(), Stage(options["stage"]))
        elif options["all"] or options["due"]:
            self._every(due_only=options["due"], most=options["most"])
        else:
            raise CommandError("请给出归档包，或者 --all、--due")

    def _file(self, file: Path, key: str, stage: Stage) -> None:
        try:
            with file.open("rb") as source:
                results = examine(source, stage=stage, vkey=key)
        except OSError as error:
            raise CommandError(f"{file} 不可读：{error.strerror}") from error
        for result in results:
            self._say(result)
        if not passed(results):
            raise CommandError(f"没有通过：{sum(result.state == 'fail' for result in results)} 项")
        self.stdout.write("通过")

    def _say(self, result: Result) -> None:
        self.stdout.write(f"{result.no}\t{result.property}\t{result.name}\t{MARKS[result.state]}\t{result.found}")

    def _every(self, *, due_only: bool, most: int | None) -> None:
        bad: list[Check] = []

        def told(check: Check) -> None:
            if not check.passed:
                bad.append(check)
                failed = "；".join(f"{one['name']}（{one['found']}）" for one in check.results if one["state"] == "fail")
                self.stdout.write(f"{check.volume.number}\t不通过\t{failed}")

        done = check_all(due_only=due_only, most=most, told=told)
        self.stdout.write(f"检测 {done} 卷，不通过 {len(bad)} 卷")
        if bad:
            raise CommandError("有案卷没有通过四性检测，请从备份恢复或者查明原因")
