"""`fadu demo`: the demonstration county."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.site.demo import build


class Command(BaseCommand):
    """Builds the county; a second time it changes nothing and says the same."""

    help = "生成示范县：机关、人员、两年的案件（只在演示模式 FADU_DEMO=1 下）"

    def add_arguments(self, parser: CommandParser) -> None:
        """The day, the size, whether papers are made."""
        parser.add_argument("--today", type=date.fromisoformat, help="以哪一天为今天（默认当天）")
        parser.add_argument("--scale", type=float, default=1.0, help="案件数量的比例，如 0.1")
        parser.add_argument("--no-papers", action="store_true", help="这里一份文书也不制作，都留给后台 fadu work")

    def handle(self, *_: Any, **options: Any) -> None:
        """Build, or refuse."""
        if not settings.DEMO:
            raise CommandError("这不是演示环境：示范县只能在 FADU_DEMO=1 时生成，以免演示数据混入真实案件。")
        build.build(
            today=options["today"],
            scale=options["scale"],
            papers=not options["no_papers"],
            laws=Path(settings.FADU_SHARED) / "laws",
            say=lambda text, end="\n": self.stdout.write(text, ending=end),
            live=self.stdout.isatty() if hasattr(self.stdout, "isatty") else False,
        )
