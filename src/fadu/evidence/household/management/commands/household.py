"""`fadu household rebuild`: the index of households anew, from the parties and what was decided of them."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fadu.evidence.household.services import identity


class Command(BaseCommand):
    """Households."""

    help = "一户式：rebuild 由案件当事人和认定记录重新归集全部主体"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        parser.add_argument("action", choices=["rebuild"])

    def handle(self, *_: Any, **__: Any) -> None:
        """Do it, and say what came of it."""
        clock = monotonic()
        done = identity.rebuild()
        self.stdout.write(
            f"当事人 {done['parties']} 条归为 {done['households']} 户，待认定 {done['proposals']} 对；"
            f"与原来不同的 {done['otherwise']} 条（{monotonic() - clock:.1f} 秒）"
        )
