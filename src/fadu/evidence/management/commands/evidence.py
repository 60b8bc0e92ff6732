"""`fadu evidence ingest DIR --organ CODE`: what a docking station puts into a folder is handed in."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from fadu.agencies.models import Organ
from fadu.evidence import docking
from fadu.evidence.models import Use

EVERY = 5.0
"""Seconds between two looks."""


class Command(BaseCommand):
    """Evidence from the command line."""

    help = "证据和音像记录：evidence ingest 文件夹 --organ 统一社会信用代码"

    def add_arguments(self, parser: CommandParser) -> None:
        """One thing to do: ingest."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="ingest")
        ingest = actions.add_parser("ingest", help="采集：把采集站文件夹里的录像收为原件，收好的移到 done/，不收的移到 refused/")
        ingest.add_argument("folder", type=Path, metavar="DIR")
        ingest.add_argument("--organ", required=True, help="机关的统一社会信用代码")
        ingest.add_argument("--device", default="", help="设备编号，旁注文件和文件名都没有时用")
        ingest.add_argument("--use", default=Use.RECORDING.value, choices=Use.values)
        ingest.add_argument("--settle", type=float, default=10, help="文件多少秒没有变化才收（默认 10）")
        ingest.add_argument("--delete", action="store_true", help="收好后删除，不移到 done/")
        ingest.add_argument("--once", action="store_true", help="收完现有的即停")

    def handle(self, *_: Any, **options: Any) -> None:
        """Watch until stopped, or look once."""
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"没有文件夹 {folder}")
        organ = Organ.objects.filter(code=options["organ"]).first()
        if organ is None:
            raise CommandError(f"没有统一社会信用代码为 {options['organ']} 的机关")
        station = docking.Station(folder, organ.pk, options["device"], Use(options["use"]), options["settle"], options["delete"])
        try:
            with docking.alone(folder):
                self._watch(station, once=options["once"])
        except docking.Watched as watched:
            raise CommandError(str(watched)) from watched
        except KeyboardInterrupt:
            self.stdout.write("已停止")

    def _watch(self, station: docking.Station, *, once: bool) -> None:
        self._shown = -1
        told: set[str] = set()
        while True:
            done = docking.look(station, self._progress)
            lines = self._lines(done)
            for line in lines:
                if once or line not in told:
                    self.stdout.write(line)
            told = set(lines)
            if once:
                self.stdout.write(f"收下 {len(done.kept)}，以前收过 {len(done.known)}，不收 {len(done.refused)}，等待 {len(done.waiting) + len(done.later)}")
                return
            close_old_connections()
            time.sleep(EVERY)

    def _lines(self, done: docking.Round) -> list[str]:
        return [
            *(f"收下　　{name}" for name in done.kept),
            *(f"收过　　{name}" for name in done.known),
            *(f"不收　　{name}：{why}" for name, why in done.refused.items()),
            *(f"等待　　{name}：还在变化" for name in done.waiting),
            *(f"等待　　{name}：{why}" for name, why in done.later.items()),
        ]

    def _progress(self, name: str, done: int, size: int) -> None:
        """A line for each tenth of a file of more than 50 MB."""
        tenth = 10 * done // max(1, size)
        if size > 50 << 20 and tenth != self._shown:
            self._shown = tenth
            self.stdout.write(f"{10 * tenth:>3}%　{name}")
