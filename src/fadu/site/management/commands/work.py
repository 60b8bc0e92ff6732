"""`fadu work`: what follows from steps: papers are made, leaves are numbered, the checkpoint is published; lists are imported."""

import logging
import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from fadu.accounts.actors import SYSTEM
from fadu.agencies.oversight.probing import probe_due
from fadu.cases.models import Leaf
from fadu.cases.services import log
from fadu.disclosure.opendata import selectors as opendata
from fadu.disclosure.opendata import services as editions
from fadu.disclosure.before import services as before
from fadu.documents import consumers
from fadu.documents.signing.checkpoints import sign_checkpoint
from fadu.documents.signing.services import stamp_waiting
from fadu.evidence import copying
from fadu.evidence.archive import services as archive
from fadu.evidence.recordings.media import working as media
from fadu.evidence.services import uploads
from fadu.sheets import services as sheets

IDLE = 0.5
"""Seconds between two looks when nothing waits; a checkpoint is published about once a second."""

EXAMINING = 3600
"""Seconds between two looks for files that are to be examined again."""

RENEWING = 5
"""Seconds between two looks whether an edition of the open data is due: a withdrawn record is out of the files within these and the writing."""
PROBING = 60
"""Seconds between two looks at columns of portals; the first comes an hour after the start."""

logger = logging.getLogger("fadu.work")


class Command(BaseCommand):
    """The worker. As many as are wanted may run: a row is done by one, and the log lets one sequencer through."""

    help = "后台：生成文书，为记录编入公开日志，导入上传的表；--once 做完等待的即停"

    def add_arguments(self, parser: CommandParser) -> None:
        """Once, or until stopped."""
        parser.add_argument("--once", action="store_true", help="做完等待的即停")

    def handle(self, *_: Any, **options: Any) -> None:
        """Work until stopped."""
        self.stopped, self.once = False, options["once"]
        self.renewing = 0.0
        self.edition: subprocess.Popen[bytes] | None = None
        self.examining = time.monotonic() + EXAMINING
        self.stopped = False
        self.examining = self.probing = time.monotonic() + EXAMINING
        for name in (signal.SIGTERM, signal.SIGINT):
            if not options["once"]:
                signal.signal(name, self._stop)
        while not self.stopped:
            busy = self.round()
            if options["once"] and not busy:
                return
            if not busy:
                close_old_connections()
                time.sleep(IDLE)

    def round(self) -> bool:
        """One look at what waits; whether there was anything."""
        try:
            done = consumers.drain()
            waiting = Leaf.objects.filter(index__isnull=True).exists()
            if waiting:
                log.sequence()
                sign_checkpoint()
            imported = sheets.work_once()
            media_made = media.work_once()
            copied = copying.work_once()
            listed = before.work_once()
            uploads.expire()
            stamp_waiting()
            self._examine()
            renewed = self._renew()
            self._probe()
        except log.TooQuick:
            return True
        except Exception:
            logger.exception("后台处理出错，稍后再试")
            time.sleep(IDLE)
            return False
        return bool(done or waiting or imported or media_made or renewed or copied or listed)

    def _examine(self) -> None:
        """Now and then, files that have lain unexamined for long."""
        if time.monotonic() >= self.examining:
            self.examining = time.monotonic() + EXAMINING
            archive.check_all(due_only=True, most=20)

    def _renew(self) -> bool:
        """An edition of the open data where one is due, in a process of its own: with a million records it takes minutes, and papers do not wait for it."""
        if self.once:
            return editions.refresh(only_due=True) is not None
        if time.monotonic() >= self.renewing and (self.edition is None or self.edition.poll() is not None):
            self.renewing = time.monotonic() + RENEWING
            if opendata.due():
                command = [sys.executable, "-m", "django", "opendata", "--due"]
                self.edition = subprocess.Popen(command, env={**os.environ, "DJANGO_SETTINGS_MODULE": "fadu.site.settings"})  # noqa: S603 - our own command
        return False
    def _probe(self) -> None:
        """One column of a portal a minute, each of them once a day: an address that does not answer holds up nothing else for long."""
        if time.monotonic() >= self.probing:
            self.probing = time.monotonic() + PROBING
            probe_due(SYSTEM, most=1)

    def _stop(self, *_: Any) -> None:
        self.stopped = True
