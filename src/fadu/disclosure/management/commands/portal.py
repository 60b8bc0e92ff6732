"""`fadu portal`: what the public portal looks up, made anew from what is shown."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from fadu.disclosure import search


class Command(BaseCommand):
    """公示门户的检索."""

    help = "重建公示门户的检索：检索词、分面、检索段和总数，全部由公示中的信息重新生成"

    def handle(self, *_: Any, **__: Any) -> None:
        """Lay it anew and say how much it was."""
        clock = monotonic()
        self.stdout.write(f"已重建 {search.lay()} 条公示信息的检索，{monotonic() - clock:.1f} 秒")
