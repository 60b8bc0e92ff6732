"""The worker's part: what waits is read, copied and kept; what fails is told and tried again a bounded number of times.

The original lies sealed. It is unsealed into a private folder that goes away with the work (a player's file keeps its index at
its end, so that it cannot be read through a pipe); nothing is ever written back to it.
"""

import logging
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.cases.models.ids import new_id
from fadu.evidence import vault
from fadu.evidence.recordings.media import tools
from fadu.evidence.recordings.media.making import Made, make
from fadu.evidence.recordings.media.probing import Probed, probe
from fadu.evidence.recordings.models import Derived, Job, JobState, Medium, Recording, Technical

MOST: Final = 4
"""Times that a recording is tried."""

LEASE: Final = timedelta(hours=6)
"""After this a worker is taken to have died."""

AGAIN: Final = timedelta(minutes=2)
WITHOUT_TOOLS: Final = timedelta(minutes=15)

logger = logging.getLogger("fadu.recordings")


def work_once() -> bool:
    """Do what waits longest; whether there was anything."""
    job = _claimed()
    if job is None:
        return False
    try:
        done = _done(job.recording)
        with transaction.atomic():
            _kept(job.recording, *done)
            _settle(job, JobState.DONE)
    except tools.ToolMissing as missing:  # no fault of the recording: it waits until there is one
        logger.warning("%s", missing)
        Job.objects.filter(pk=job.pk).update(taken_until=None, next_try=timezone.now() + WITHOUT_TOOLS, error=str(missing)[:300])
    except (tools.Unreadable, vault.Damaged) as fault:
        _failed(job, str(fault))
    except Exception:
        logger.exception("音像记录 %s 处理出错", job.pk)
        _failed(job, "处理出错，详见运行日志")
    return True


def _claimed() -> Job | None:
    current = timezone.now()
    free = Q(taken_until__isnull=True) | Q(taken_until__lt=current)
    waiting = Job.objects.filter(free, state=JobState.WAITING, next_try__lte=current).order_by("next_try").values_list("pk", flat=True)[:5]
    for key in waiting:
        if Job.objects.filter(free, pk=key, state=JobState.WAITING).update(taken_until=current + LEASE):
            return Job.objects.select_related("recording__original").get(pk=key)
    return None


def _done(recording: Recording) -> tuple[Probed, list[tuple[Made, Derived]]]:
    """Read the original and make what is made of it, kept in the vault."""
    folder = _private()
    try:
        source = folder / "original"
        with vault.opened(recording.original_id, recording.original.size) as sealed, source.open("xb") as plain:
            shutil.copyfileobj(sealed, plain, vault.FRAME)
        probed = probe(source)
        return probed, [(made, _sealed(recording, made)) for made in make(source, probed, Medium(recording.medium), folder)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _private() -> Path:
    parent = Path(settings.DATA) / "tmp"
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="media-", dir=parent))


def _sealed(recording: Recording, made: Made) -> Derived:
    row = Derived(id=new_id(), recording=recording, kind=made.kind, media=made.media, made_at=timezone.now())
    with made.path.open("rb") as source:
        kept = vault.keep(row.id, source, most=tools.WRITTEN)
    row.sha256, row.size = kept.sha256, kept.size
    return row


def _kept(recording: Recording, probed: Probed, derived: list[tuple[Made, Derived]]) -> None:
    """Write down what was read and made; of a work that was done twice the first stays."""
    defaults = {
        "seconds": probed.seconds, "container": probed.container, "streams": list(probed.streams), "created_at": probed.created_at,
        "tool": probed.tool, "read_at": timezone.now(),
    }  # fmt: skip
    Technical.objects.get_or_create(recording=recording, defaults=defaults)
    known = set(Derived.objects.filter(recording=recording).values_list("kind", flat=True))
    for _, row in derived:
        if row.kind in known:
            vault.discard(row.id)
        else:
            row.save(force_insert=True)


def _settle(job: Job, state: JobState, error: str = "") -> None:
    Job.objects.filter(pk=job.pk).update(state=state, tries=job.tries + 1, taken_until=None, error=error[:300])


def _failed(job: Job, why: str) -> None:
    tries = job.tries + 1
    if tries >= MOST:
        _settle(job, JobState.FAILED, why)
        return
    again = timezone.now() + AGAIN * (2**tries)
    Job.objects.filter(pk=job.pk).update(tries=tries, taken_until=None, next_try=again, error=why[:300])
