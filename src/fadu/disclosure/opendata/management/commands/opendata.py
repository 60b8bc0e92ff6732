"""`fadu opendata`: make an edition of the open data, or check the one that stands."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.disclosure.opendata import selectors, services


class Command(BaseCommand):
    """开放数据."""

    help = "生成开放数据的一个版次（CSV、JSON Lines、Parquet）；--due 只在该生成时生成，--check 核对现有文件的 SHA-256"

    def add_arguments(self, parser: CommandParser) -> None:
        """Only when due; only check."""
        parser.add_argument("--due", action="store_true", help="只在该生成时生成：还没有、已过一天，或者有信息被撤回、更正")
        parser.add_argument("--check", action="store_true", help="不生成，核对现有各版次的文件")

    def handle(self, *_: Any, **options: Any) -> None:
        """Make it and say what was made."""
        if options["check"]:
            self._check()
            return
        edition = services.refresh(only_due=options["due"])
        if edition is None:
            self.stdout.write("没有生成：还没有到时候，或者另一个进程正在生成")
            return
        self.stdout.write(f"{edition.folder}：{edition.seconds:.1f} 秒，{selectors.place() / edition.folder}")
        for row in edition.files:
            self.stdout.write(f"  {row['path']:<20} {row['rows']:>9} 行 {row['bytes']:>12} 字节 {row['sha256']}")

    def _check(self) -> None:
        """Every edition whose files should be there; fails where one is not what it was."""
        wrong = [
            f"{edition.folder}：{fault}" for edition in selectors.history(most=10_000) if edition.removed_at is None for fault in selectors.damaged(edition)
        ]
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("各版次的文件与记录相符")
