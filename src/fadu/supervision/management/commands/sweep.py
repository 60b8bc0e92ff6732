"""`fadu sweep`: every rule over every case; findings to the database and to Parquet."""

import json
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.supervision.models import Finding
from fadu.supervision.services import swept

LABELS = "demo-faults.json"
"""Where the demonstration county says which faults were planted."""


class Command(BaseCommand):
    """核查."""

    help = "核查：用全部规则判断全部事项，问题写入数据库和 Parquet 文件；--since 只判断上次以后有变化的"

    def add_arguments(self, parser: CommandParser) -> None:
        """Which year, or only what changed."""
        parser.add_argument("--year", type=int, help="只核查这一年登记或者办理过的事项")
        parser.add_argument("--since", action="store_true", help="只核查上次核查以后有新步骤或者有时限届满的事项")
        parser.add_argument("--folder", type=Path, default=Path(settings.DATA) / "sweeps", help="Parquet 文件的文件夹")

    def handle(self, *_: Any, **options: Any) -> None:
        """Sweep and say what was found."""
        clock = monotonic()
        self.quarter = -1
        run = swept(SYSTEM, year=options["year"], since=options["since"], folder=options["folder"], told=self._told)
        self.stdout.write(f"{run}：{run.rules} 条规则，{run.cases} 件事项，{monotonic() - clock:.1f} 秒")
        self.stdout.write(f"新发现 {run.found} 条，已消除 {run.mended} 条，存在 {run.open} 条；{options['folder'] / run.file}")
        if not options["since"] and options["year"] is None:
            self._measured()

    def _told(self, done: int, of: int) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r{done}/{of}", ending="")
        elif done * 4 // of > self.quarter:
            self.quarter = done * 4 // of
            self.stdout.write(f"{done}/{of}")

    def _measured(self) -> None:
        """Against the faults that were planted in the demonstration county, where there is one."""
        file = Path(settings.DATA) / LABELS
        if not file.is_file():
            return
        planted = {(label["case"], label["rule"]) for label in json.loads(file.read_text("utf-8"))["faults"]}
        found = {(str(case), rule) for case, rule in Finding.objects.filter(mended_on__isnull=True).values_list("case_id", "rule")}
        hit = len(planted & found)
        self.stdout.write(
            f"示范县植入 {len(planted)} 处，找到 {hit} 处：查全率 {hit / len(planted) if planted else 1:.3f}，查准率 {hit / len(found) if found else 1:.3f}"
        )
        for case, rule in sorted(found - planted):
            self.stdout.write(f"  多报 {rule} {case}")
        for case, rule in sorted(planted - found):
            self.stdout.write(f"  漏报 {rule} {case}")
