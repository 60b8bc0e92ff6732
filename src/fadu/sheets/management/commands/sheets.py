"""`fadu sheets list`, `fadu sheets import SHEET FILE`, `fadu sheets export SHEET FILE`, `fadu sheets template SHEET FILE`."""

from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.law.forms import Invalid
from fadu.sheets import selectors, services, writing
from fadu.sheets.models import Import, State
from fadu.sheets.sheet import Sheet, sheet, sheets

BAR = 30
SHOWN = 50
WAIT = 0.2


class Command(BaseCommand):
    """Lists, by whoever administers the machine: as the platform itself."""

    help = "各种表：sheets list | import 表 文件 | export 表 文件 | template 表 文件"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do with which list."""
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("list", help="有哪些表")
        for name, help_ in (("import", "导入一份表；有一处不对就一行也不写"), ("export", "导出"), ("template", "写出空白模板")):
            one = actions.add_parser(name, help=help_)
            one.add_argument("sheet", metavar="SHEET", help="表的代号，见 sheets list")
            one.add_argument("file", type=Path, metavar="FILE")
            if name == "import":
                one.add_argument("--reason", default="命令行导入", help="事由，写入变更记录")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it, telling how far it is."""
        if options["action"] == "list":
            for one in sheets():
                self.stdout.write(f"{one.id:<20}{one.title}")
            return
        which = sheet(options["sheet"])
        if which is None:
            raise CommandError(f"没有表 {options['sheet']}；有：{'、'.join(one.id for one in sheets())}")
        file: Path = options["file"]
        if options["action"] == "import":
            self._import(which, file, options["reason"])
        else:
            rows = which.rows(SYSTEM) if options["action"] == "export" else ()
            with file.open("wb") as out:
                count = writing.write_list(which, which.fields(SYSTEM), rows, out)
            self.stdout.write(f"{which.title} {count:,} 行，已写入 {file}")

    def _import(self, which: Sheet, file: Path, reason: str) -> None:
        start = perf_counter()
        try:
            run = services.bring_in(SYSTEM, which, file.name, file.read_bytes(), reason)
        except OSError as fault:
            raise CommandError(f"读不到文件 {file}：{fault.strerror}") from fault
        except Invalid as wrong:
            raise CommandError(str(wrong)) from wrong
        while not services.do(run.pk, self._told if self.stdout.isatty() else None) and selectors.run(SYSTEM, which, run.pk).running:
            sleep(WAIT)  # the worker took it, or another file of this sheet is being imported
        if self.stdout.isatty():
            self.stdout.write("")
        done = selectors.run(SYSTEM, which, run.pk)
        if done.state != State.DONE:
            raise CommandError(self._faults(done))
        self.stdout.write(
            f"{which.title} {done.rows_all:,} 行：新增 {done.added:,}，修改 {done.changed:,}，未变 {done.unchanged:,}，用时 {perf_counter() - start:.1f} 秒"
        )

    def _told(self, phase: str, done: int, of: int) -> None:
        filled = BAR * done // max(of, 1)
        self.stdout.write(f"\r{phase} {'█' * filled}{'·' * (BAR - filled)} {done:,}/{of:,}", ending="")
        self.stdout.flush()

    def _faults(self, run: Import) -> str:
        found = selectors.faults_of(run)
        lines = [f"第 {fault.row} 行 {fault.column}：{fault.says}" if fault.row else fault.says for fault in found[:SHOWN]]
        more = f"\n……共 {run.faults_count} 处" if run.faults_count > SHOWN else ""
        return (run.note or f"有 {run.faults_count} 处需要改正，一行也没有写入\n" + "\n".join(lines)) + more
