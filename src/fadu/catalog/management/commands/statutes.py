"""`fadu statutes import DIR`: load the statute texts of a Markdown corpus."""

from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.catalog.services import import_statutes


class Command(BaseCommand):
    """Statute texts."""

    help = "法规库：statutes import 目录"

    def add_arguments(self, parser: CommandParser) -> None:
        """One thing to do so far: import."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="import")
        importing = actions.add_parser("import", help="从 Markdown 语料导入法规；重复导入不改变未变的文本")
        importing.add_argument("folder", type=Path, metavar="DIR", help="语料目录，如 ../shared/laws")

    def handle(self, *_: Any, **options: Any) -> None:
        """Import, telling each text."""
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"没有目录 {folder}")
        start = perf_counter()
        try:
            done = import_statutes(SYSTEM, folder, self._told if options["verbosity"] > 1 or self.stdout.isatty() else lambda *_: None)
        except ValueError as fault:
            raise CommandError(str(fault)) from fault
        if done.unknown:
            self.stderr.write(f"未列入 fadu.law.statutes，未导入：{'、'.join(done.unknown)}")
        self.stdout.write(
            f"法规 {len(done.added) + len(done.changed) + len(done.unchanged)} 部 {done.articles:,} 条："
            f"新增 {len(done.added)}，更新 {len(done.changed)}，未变 {len(done.unchanged)}，用时 {perf_counter() - start:.1f} 秒"
        )

    def _told(self, place: int, of: int, title: str) -> None:
        self.stdout.write(f"[{place}/{of}] {title}")
