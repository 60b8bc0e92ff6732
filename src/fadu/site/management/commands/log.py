"""`fadu log export DIR`, `fadu log rebuild`: the public log as plain files; its files anew from the database."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from fadu.cases.services import log
from fadu.evidence.keeping.publishing import export
from fadu.evidence.keeping.telling import Bar
from fadu.ledger.errors import LedgerError
from fadu.ledger.sequencer import Sequencer
from fadu.ledger.storage import Folder
from fadu.ledger.tilestore import TileWriter


class Command(BaseCommand):
    """The files of the log."""

    help = "公开日志的文件：export DIR 导出成可由任何网页服务器提供的文件；rebuild 按数据库重写缺少的文件"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="export|rebuild")
        out = actions.add_parser("export", help="导出检查点、瓦片、条目和文书的凭证；可以一次次导到同一处")
        out.add_argument("folder", type=Path, metavar="DIR")
        out.add_argument("--every", type=float, metavar="秒", default=0, help="隔多久再导一次，直到停止")
        actions.add_parser("rebuild", help="磁盘上缺少的瓦片、条目包、检查点按数据库重写")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        try:
            if options["action"] == "rebuild":
                Sequencer(log.Rows(), TileWriter(Folder(log.folder())), log.signer()).rebuild()
                self.stdout.write("日志的文件已按数据库补齐")
                return
            while True:
                self._export(options["folder"])
                if not options["every"]:
                    return
                close_old_connections()
                time.sleep(options["every"])
        except LedgerError as error:
            raise CommandError(error.reason) from error
        except KeyboardInterrupt:
            return

    def _export(self, folder: Path) -> None:
        bar = Bar("导出")
        try:
            done = export(folder, bar)
        finally:
            bar.end()
        self.stdout.write(f"日志 {done.size} 条（新增 {done.grown} 条），文书凭证新写 {done.documents} 份：{folder}")
