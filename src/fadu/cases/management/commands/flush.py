"""`fadu flush`: Django's command, which empties the database. A real installation refuses: its record is only added to."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.db import connections

from fadu.agencies.exams import append_only as exams
from fadu.cases.append_only import lifted


class Command(flush.Command):
    """Empty the database of tests or of the demonstration."""

    def handle(self, **options: Any) -> None:
        """Refuse, or do it with the triggers of the record lifted (PostgreSQL truncates, SQLite deletes row by row)."""
        if not (settings.DEMO or getattr(settings, "TESTING", False)):
            raise CommandError("正式安装的案件记录只增不删，不能清空；只有测试和演示的数据库可以 (a real installation is not flushed)")
        connection = connections[options["database"]]
        with lifted(connection), exams.lifted(connection):
            super().handle(**options)
