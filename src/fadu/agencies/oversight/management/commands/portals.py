"""`fadu portals probe`: ask every address of the register of portals whose turn it is."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.agencies.oversight.services import probe_due


class Command(BaseCommand):
    """The worker does the same each hour; by hand it is done at once."""

    help = "探测公示栏目：逐个打开登记的网址，记下能否打开和最新条目的日期（probe）"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        parser.add_argument("action", choices=["probe"])

    def handle(self, *_: Any, **__: Any) -> None:
        """Ask, and say how many."""
        self.stdout.write(f"探测了 {probe_due(SYSTEM)} 个栏目")
