"""`fadu verify FILE`: prove a document or a whole case offline. `fadu verify --all`: the installation against its public log."""

import json
import sys
import uuid
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.cases.models import Case
from fadu.evidence.keeping import services
from fadu.evidence.keeping.telling import Bar
from fadu.evidence.keeping.verifying import Scope, examine
from fadu.ledger import cli
from fadu.site.cli import installation_meant


class Command(BaseCommand):
    """A file is handed over to the ledger, which needs neither database nor server."""

    help = "核验：verify FILE 离线核验案卷包、文书；verify --all 核验整个安装（--case 案号、--since 日志序号）"
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def run_from_argv(self, argv: list[str]) -> None:
        """Arguments are the ledger's own where a file is named."""
        if not installation_meant(argv[2:]):
            sys.exit(cli.verify(argv[2:]))
        super().run_from_argv(argv)

    def add_arguments(self, parser: CommandParser) -> None:
        """What of the installation."""
        parser.add_argument("file", nargs="?", help="案卷包、文书、照片（不连数据库）")
        parser.add_argument("--all", action="store_true", help="核验整个安装")
        parser.add_argument("--case", metavar="案号", default="", help="只核验一个案件，案号或者编号")
        parser.add_argument("--since", type=int, metavar="N", default=0, help="只核验公开日志第 N 条起的")
        parser.add_argument("--no-files", action="store_true", help="不读原件和文书的文件，只核验数据库和日志")
        parser.add_argument("--json", action="store_true", help="结果写成 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify the installation and remember it; exit 1 where anything deviates."""
        if not (options["all"] or options["case"] or options["since"]):
            raise SystemExit(cli.verify([str(arg) for arg in (*args, options["file"]) if arg]))
        if options["since"] < 0:
            raise CommandError("--since 应为不小于 0 的日志序号")
        scope = Scope(_case(options["case"]) if options["case"] else None, options["since"], files=not options["no_files"])
        bar = Bar("核验")
        began = services.begin()
        try:
            findings = examine(scope, bar)
        finally:
            bar.end()
        services.examined(findings, scope.word, began)
        if options["json"]:
            self.stdout.write(json.dumps(findings.as_dict(), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(findings.lines()))
        if not findings.ok:
            raise SystemExit(1)


def _case(word: str) -> uuid.UUID:
    """The case of that number, or of that id."""
    found = list(Case.objects.filter(number=word).values_list("pk", flat=True)[:2])
    if not found:
        try:
            found = list(Case.objects.filter(pk=uuid.UUID(word)).values_list("pk", flat=True))
        except ValueError:
            found = []
    if len(found) != 1:
        raise CommandError(f"没有案号（或者编号）为“{word}”的案件" if not found else f"有几个机关的案件都是“{word}”，请改用案件的编号")
    key: uuid.UUID = found[0]
    return key
