"""`fadu work`: what follows from steps: papers are made, leaves are numbered, the checkpoint is published; lists are imported."""

import logging
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from fadu.cases.models import Leaf
from fadu.cases.services import log
from fadu.disclosure import services as disclosure
from fadu.documents import consumers
from fadu.documents.signing.checkpoints import sign_checkpoint
from fadu.documents.signing.services import stamp_waiting
from fadu.evidence.archive import services as archive
from fadu.evidence.recordings.media import working as media
from fadu.evidence.services import uploads
from fadu.sheets import services as sheets

IDLE = 0.5
"""Seconds between two looks when nothing waits; a checkpoint is published about once a second."""

EXAMINING = 3600
"""Seconds between two looks for files that are to be examined again, and for publications whose term has run out."""

logger = logging.getLogger("fadu.work")


class Command(BaseCommand):
    """The worker. As many as are wanted may run: a row is done by one, and the log lets one sequencer through."""

    help = "后台：生成文书，为记录编入公开日志，导入上传的表；--once 做完等待的即停"

    def add_arguments(self, parser: CommandParser) -> None:
        """Once, or until stopped."""
        parser.add_argument("--once", action="store_true", help="做完等待的即停")

    def handle(self, *_: Any, **options: Any) -> None:
        """Work until stopped."""
        self.stopped = False
        self.examining = time.monotonic()  # at the start too: a worker that is often restarted ends what is due all the same
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
            uploads.expire()
            stamp_waiting()
            self._examine()
        except log.TooQuick:
            return True
        except Exception:
            logger.exception("后台处理出错，稍后再试")
            time.sleep(IDLE)
            return False
        return bool(done or waiting or imported or media_made)

    def _examine(self) -> None:
        """Now and then, files that have lain unexamined for long, and publications whose term has run out."""
        if time.monotonic() >= self.examining:
            self.examining = time.monotonic() + EXAMINING
            archive.check_all(due_only=True, most=20)
            disclosure.end_due(timezone.localdate())

    def _stop(self, *_: Any) -> None:
        self.stopped = True
