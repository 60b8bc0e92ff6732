"""`fadu serve`: the platform on one machine: the web server, and the worker beside it."""

import os
import subprocess
import sys
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from granian import Granian
from granian.constants import Interfaces


class Command(BaseCommand):
    """Serve until stopped; the worker ends with it."""

    help = "启动平台：网页服务和后台处理"

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="网页进程数")

    def handle(self, *_: Any, **options: Any) -> None:
        """Bring the database up to date, then serve."""
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        for connection in connections.all():  # web processes are forked: what they inherit they would share
            connection.close()
            getattr(connection, "close_pool", lambda: None)()
        worker = subprocess.Popen([sys.executable, "-m", "django", "work"], env={**os.environ, "DJANGO_SETTINGS_MODULE": "fadu.site.settings"})
        self.stdout.write(f"法度正在 http://{options['host']}:{options['port']}/ 提供服务，按 Ctrl+C 停止")
        self.stdout.flush()
        try:
            Granian(
                "fadu.site.wsgi:application",
                address=options["host"],
                port=options["port"],
                interface=Interfaces.WSGI,
                workers=options["workers"],
                blocking_threads=2,
                log_access=False,
                respawn_failed_workers=True,
            ).serve()
        finally:
            worker.terminate()
            try:
                worker.wait(timeout=10)
            except subprocess.TimeoutExpired:  # in the midst of a long import: it is undone, told as interrupted, and can be started again
                worker.kill()
