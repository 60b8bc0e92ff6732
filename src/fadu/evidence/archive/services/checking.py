"""Examining files: at filing, at transfer, and again and again while they are kept; what was found is kept as rows."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import Max, Q

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import require_in
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.log import vkey
from fadu.evidence import vault
from fadu.evidence.archive.checks import examine
from fadu.evidence.archive.checks.items import Result, every, passed
from fadu.evidence.archive.contents import check_content
from fadu.evidence.archive.kinds import Stage
from fadu.evidence.archive.models import Check, Destroyed, Volume
from fadu.evidence.archive.services.waiting import later
from fadu.evidence.services import leaf_of

EVERY = timedelta(days=180)
"""How long a file lies unexamined while it is kept."""

logger = logging.getLogger("fadu.archive")


def check(actor: Actor, volume: Volume, stage: Stage) -> Check:
    """Examine a file that lies in the vault, and keep what was found. Raises NotAllowed."""
    require_in(actor, "archive.keep", volume.organ_id)
    sha256, results = looked(volume, stage)
    return _kept(actor, volume, stage, sha256, results)


def looked(volume: Volume, stage: Stage) -> tuple[str, list[Result]]:
    """The hash of a file as it lies there, and what its examination finds; a file that can't be read fails in every item."""
    try:
        sha256 = vault.digest(volume.id, volume.size)
        with vault.opened(volume.id, volume.size) as source:
            return sha256, examine(source, stage=stage, vkey=vkey(), volume=volume, digest=sha256)
    except vault.Damaged as damage:
        return "", [Result(one.no, one.property, one.name, one.how, "fail", str(damage)) for one in every()]


@transaction.atomic
def _kept(actor: Actor, volume: Volume, stage: Stage, sha256: str, results: list[Result]) -> Check:
    found = Check(id=new_id(), organ_id=volume.organ_id, volume=volume, stage=stage, at=now(), sha256=sha256, passed=passed(results))
    found.by_officer, found.by_name, found.results = actor.officer_id, actor.name, [result.as_dict() for result in results]
    found.leaf = leaf_of("archive_check", found.id, volume.case, check_content(found), found.at)
    found.save(force_insert=True)
    return found


def check_all(*, due_only: bool = False, most: int | None = None, told: Callable[[Check], None] = lambda _check: None) -> int:
    """Examine all files that are kept here, or those that have lain too long; how many were."""
    found = Volume.objects.exclude(pk__in=Destroyed.objects.filter(kind="volume").values("ref")).select_related("case", "organ").order_by("pk")
    if due_only:
        found = found.annotate(last=Max("checks__at")).filter(Q(last__lt=now() - EVERY) | Q(last__isnull=True))
    done = 0
    for volume in found[:most] if most else found.iterator(chunk_size=100):
        later(volume.case)  # what was joined to the case behind its file is noticed here at the latest
        checked = check(SYSTEM, volume, Stage.KEPT)
        if not checked.passed:
            logger.error("案卷 %s 没有通过四性检测", volume.pk)
        told(checked)
        done += 1
    return done
