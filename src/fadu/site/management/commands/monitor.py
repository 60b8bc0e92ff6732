"""`fadu monitor`: following a public log from outside. `fadu` runs it without Django; this is for `manage.py` and the list of commands."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from fadu.ledger.monitor.cli import monitor


class Command(BaseCommand):
    """Hands over to the ledger, which needs neither database nor server."""

    help = "从外部跟随公开日志：monitor URL|DIR --key 公钥 --state FILE [--once]"
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def run_from_argv(self, argv: list[str]) -> None:
        """Arguments are the ledger's own."""
        sys.exit(monitor(argv[2:]))

    def handle(self, *args: Any, **_: Any) -> None:
        """Called from code."""
        raise SystemExit(monitor([str(arg) for arg in args]))
