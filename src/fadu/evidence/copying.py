"""The worker's part in public copies: what waits is cleaned (`cleaning`) and kept beside the original, which is never touched."""

import io
import logging
from datetime import timedelta
from typing import Final

from django.db.models import F

from fadu.cases.now import now
from fadu.evidence import vault
from fadu.evidence.cleaning import COPIED, LARGEST, Uncleanable, cleaned
from fadu.evidence.models import Copy, CopyState, Original, Use

USES: Final = (Use.EXHIBIT, Use.SERVICE, Use.PAPER)
"""Of these a copy is made; recordings have copies of their own (`recordings.media`), signatures are drawn by the platform."""
MOST: Final = 4
"""Times that a copy is tried."""
LEASE: Final = timedelta(minutes=10)
"""After this a worker is taken to have died."""

logger = logging.getLogger("fadu.copies")


def wanted(original: Original) -> bool:
    """Whether a copy can be made of an original."""
    return original.use in USES and original.media in COPIED and original.size <= LARGEST


def ask(original: Original) -> None:
    """Have a copy made by the worker, where one can be."""
    if wanted(original):
        Copy.objects.create(original=original, next_try=original.kept_at)


def work_once() -> bool:
    """Make the copy that waits longest; whether there was any."""
    for copy in Copy.objects.filter(state=CopyState.WAITING, next_try__lte=now()).order_by("next_try").select_related("original")[:5]:
        if Copy.objects.filter(pk=copy.pk, state=CopyState.WAITING, next_try=copy.next_try).update(next_try=now() + LEASE, tries=F("tries") + 1):
            copy.tries += 1
            _make(copy)
            return True
    return False


def _make(copy: Copy) -> None:
    mine = Copy.objects.filter(pk=copy.pk)
    try:
        found = cleaned(copy.original)
        vault.discard(copy.key)  # of a worker that died over it
        kept = vault.keep(copy.key, io.BytesIO(found.data), most=2 * LARGEST)
    except Uncleanable as reason:
        mine.update(state=CopyState.NONE, why=str(reason)[:200])
    except (vault.Damaged, OSError, ValueError, MemoryError) as fault:
        logger.warning("副本没有制成：%s（%s）", copy.original_id, fault)
        mine.update(state=CopyState.NONE if copy.tries >= MOST else CopyState.WAITING, why=str(fault)[:200])
    else:
        mine.update(state=CopyState.DONE, size=kept.size, sha256=kept.sha256, made_at=now(), why="")
