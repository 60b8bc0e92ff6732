"""`fadu law coverage|explain|book`: how much of the catalogue runs, why a rule says what it says, and the law on paper."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.cases.errors import NotFound
from fadu.cases.selectors import case_called, explanation
from fadu.catalog.book import write
from fadu.catalog.selectors import statutes
from fadu.law.coverage import Coverage, coverage, read
from fadu.law.registry import rules, superseded


class Command(BaseCommand):
    """The law itself."""

    help = "规则：coverage 按来源和种类列出已编码的条款；explain 说明一条规则对一个案件为什么这样判断；book 把规则和程序写成网页"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="coverage|explain|book")
        covering = actions.add_parser("coverage", help="已编码的条款")
        covering.add_argument("--catalogue", type=Path, default=settings.FADU_SHARED / "rules.csv", help="条款目录 rules.csv")
        explaining = actions.add_parser("explain", help="一条规则对一个案件为什么这样判断")
        explaining.add_argument("case", metavar="CASE", help="案件编号或者案号")
        explaining.add_argument("rule", metavar="RULE", help="规则编号，如 CF-060")
        explaining.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="判断之日，默认今天")

        writing = actions.add_parser("book", help="每条规则、每个程序一页，写入目录，不用服务器也能打开")
        writing.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        getattr(self, f"_{options['action']}")(options)

    def _coverage(self, options: dict[str, Any]) -> None:
        """Print the table: a line a source."""
        if not options["catalogue"].is_file():
            raise CommandError(f"没有条款目录 {options['catalogue']}；用 --catalogue 指定")
        found = coverage(read(options["catalogue"]), rules(), superseded())
        for line in found:
            self.stdout.write(_line(line))
        rows, encoded, executable = (sum(getattr(line, name) for line in found) for name in ("rows", "encoded", "executable"))
        gone = {name: why for line in found for name, why in line.superseded.items()}
        self.stdout.write(f"合计 {rows} 条，有着落 {encoded + len(gone)} 条：已编码 {encoded} 条（自动判断 {executable} 条），不再运行 {len(gone)} 条")
        for name, why in gone.items():
            self.stdout.write(f"  不再运行 {name}：{why}")
        if missing := [name for line in found for name in line.missing]:
            self.stdout.write(f"  未编码 {len(missing)} 条：{'、'.join(missing)}")

    def _explain(self, options: dict[str, Any]) -> None:
        """Print the explanation line by line."""
        try:
            told = explanation(SYSTEM, case_called(SYSTEM, options["case"]), options["rule"], options["on"])
        except NotFound as missing:
            raise CommandError(str(missing)) from missing
        for line in told.lines():
            self.stdout.write(line)

    def _book(self, options: dict[str, Any]) -> None:
        """Write the book, and say what became of it."""
        if not statutes(SYSTEM).exists():
            self.stderr.write("法规库是空的，各页不附条文；先运行 fadu statutes import 目录")
        try:
            written = write(options["folder"], SYSTEM)
        except (ValueError, OSError) as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write(f"写成 {written} 页，从 {options['folder'] / 'index.html'} 看起")


def _line(line: Coverage) -> str:
    kinds = "、".join(f"{kind} {count}" for kind, count in line.kinds.items())
    return f"{line.source}：{line.rows} 条，已编码 {line.encoded} 条{f'（{kinds}）' if kinds else ''}"
