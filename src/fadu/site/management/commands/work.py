"""`fadu work`: what follows from steps: papers are made, leaves are numbered, the checkpoint is published; lists are imported."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.oversight.services import probe_due
from fadu.cases.models import Leaf
from fadu.cases.services import log
from fadu.disclosure import services as disclosure
from fadu.disclosure.before import services as before
from fadu.disclosure.credit import former
from fadu.disclosure.opendata import selectors as opendata
from fadu.disclosure.opendata import services as editions
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
MINUTE, HOUR = 60, 3600

logger = logging.getLogger("fadu.work")


class Job(NamedTuple):
    """What is done in the background; what it gives says whether there was anything to do.

    Attributes:
        done: the work.
        every: seconds between two looks; 0 looks each time.
        first: seconds after the start at which it is looked at first.
    """

    done: Callable[[], Any]
    every: int = 0
    first: int = 0


def _sequence() -> bool:
    """Leaves that wait are numbered, and the checkpoint over them is signed."""
    if not Leaf.objects.filter(index__isnull=True).exists():
        return False
    try:
        log.sequence()
        sign_checkpoint()
    except log.TooQuick:  # another moment
        pass
    return True


def _idle(done: Callable[[], Any]) -> Callable[[], None]:
    """A job after which nobody needs to look again at once."""

    def quiet() -> None:
        done()

    return quiet


class _Editions:
    """An edition of the open data where one is due, in a process of its own: with a million records it takes minutes, and papers do not wait for it."""

    running: subprocess.Popen[bytes] | None = None

    def __call__(self) -> None:
        if (self.running is None or self.running.poll() is not None) and opendata.due():
            command = [sys.executable, "-m", "django", "opendata", "--due"]
            self.running = subprocess.Popen(command, env={**os.environ, "DJANGO_SETTINGS_MODULE": "fadu.site.settings"})  # noqa: S603 - our own command


JOBS = (
    Job(consumers.drain),
    Job(_sequence),
    Job(sheets.work_once),
    Job(media.work_once),
    Job(copying.work_once),
    Job(before.work_once),
    Job(_idle(uploads.expire)),
    Job(_idle(stamp_waiting)),
    # At the start too: a worker that is often started anew ends all the same what is due.
    Job(_idle(lambda: disclosure.end_due(timezone.localdate())), HOUR),
    Job(_idle(lambda: former.end_due(timezone.localdate())), HOUR),
    Job(_idle(lambda: archive.check_all(due_only=True, most=20)), HOUR, HOUR),
    # One column of a portal a minute: an address that does not answer holds up nothing else for long.
    Job(_idle(lambda: probe_due(SYSTEM, most=1)), MINUTE, HOUR),
)
ONCE = Job(lambda: editions.refresh(only_due=True) is not None)
"""In place of a process of its own, where everything is to be done before the command ends."""


class Command(BaseCommand):
    """The worker. As many as are wanted may run: a row is done by one, and the log lets one sequencer through."""

    help = "后台：生成文书，为记录编入公开日志，导入上传的表；--once 做完等待的即停"

    def add_arguments(self, parser: CommandParser) -> None:
        """Once, or until stopped."""
        parser.add_argument("--once", action="store_true", help="做完等待的即停")

    def handle(self, *_: Any, **options: Any) -> None:
        """Work until stopped."""
        self.stopped, once = False, options["once"]
        self.jobs = [*JOBS, ONCE if once else Job(_Editions(), 5)]
        self.next = [time.monotonic() + job.first for job in self.jobs]
        for name in (signal.SIGTERM, signal.SIGINT):
            if not once:
                signal.signal(name, self._stop)
        while not self.stopped:
            busy = self.round()
            if once and not busy:
                return
            if not busy:
                close_old_connections()
                time.sleep(IDLE)

    def round(self) -> bool:
        """One look at what waits; whether there was anything. A job that fails is told and keeps back no other."""
        busy = False
        for place, job in enumerate(self.jobs):
            if time.monotonic() < self.next[place]:
                continue
            self.next[place] = time.monotonic() + job.every
            try:
                busy = bool(job.done()) or busy
            except Exception:
                logger.exception("后台处理出错，稍后再试")
                time.sleep(IDLE)
        return busy

    def _stop(self, *_: Any) -> None:
        self.stopped = True
