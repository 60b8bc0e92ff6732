"""`fadu verify FILE`: prove a document or a whole case offline."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from fadu.ledger import cli


class Command(BaseCommand):
    """Hands over to the ledger, which needs neither database nor server."""

    help = "离线核验案卷包或者文书：verify FILE [--key 公钥]"
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def run_from_argv(self, argv: list[str]) -> None:
        """Arguments are the ledger's own."""
        sys.exit(cli.verify(argv[2:]))

    def handle(self, *args: Any, **_: Any) -> None:
        """Called from code."""
        raise SystemExit(cli.verify([str(arg) for arg in args]))
