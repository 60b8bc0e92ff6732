"""`fadu items load FILE`: list the power items of a locality."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.catalog.services import load_items
from fadu.law.forms import Invalid


class Command(BaseCommand):
    """Power items."""

    help = "执法事项：items load 文件"

    def add_arguments(self, parser: CommandParser) -> None:
        """One thing to do so far: load."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="load")
        loading = actions.add_parser("load", help="登记文件中的执法事项；重复登记不改变未变的事项")
        loading.add_argument("file", type=Path, metavar="FILE", help="如 localities/demo/items.toml")

    def handle(self, *_: Any, **options: Any) -> None:
        """List them."""
        file: Path = options["file"]
        if not file.is_file():
            raise CommandError(f"没有文件 {file}")
        try:
            done = load_items(SYSTEM, file)
        except Invalid as wrong:
            raise CommandError("\n".join(f"{code}：{fault}" for code, fault in wrong.errors.items())) from wrong
        self.stdout.write(f"执法事项：新增 {len(done.added)}，终止 {len(done.ended)}，未变 {len(done.unchanged)}")
