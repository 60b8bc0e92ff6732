"""From bytes at hand to an original: checked, scanned, kept, written down; or refused, and then nothing of them stays."""

import uuid
from datetime import timedelta
from typing import Any, BinaryIO, Final

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require, require_in
from fadu.cases.models import Case
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.selectors import case_for
from fadu.evidence import checking, scanning, staging, vault
from fadu.evidence.models import Original, Upload, Use
from fadu.evidence.services.originals import LARGEST, record
from fadu.evidence.unfit import Unfit

KEPT_FOR: Final = timedelta(days=1)
"""How long an upload waits for its next byte, and how long it is remembered what became of it."""


def take_whole(
    actor: Actor, source: BinaryIO, *, use: str, name: str, size: int, case_id: uuid.UUID | None = None, organ_id: int | None = None, sha256: str = ""
) -> Original:
    """Take a file in that is at hand as a whole: from a plain form, or a docking station. Raises Unfit, Later, NotAllowed, NotFound."""
    require(actor, "evidence.add")
    checking.check_announced(name, size, use, LARGEST)
    case, organ = whither(actor, case_id, organ_id)
    upload = announced(actor, Upload(id=new_id(), organ_id=organ, case=case, use=use, name=name, size=size, sha256=sha256))
    try:
        return accept(actor, upload.id, source, upload)
    except BaseException:
        upload.delete()
        raise


def whither(actor: Actor, case_id: uuid.UUID | None, organ_id: int | None) -> tuple[Case | None, int]:
    """The case and the organ that a file is for; raises NotAllowed, NotFound."""
    case = case_for(actor, case_id) if case_id else None
    organ = case.organ_id if case else (organ_id or actor.organ_id)
    if organ is None:
        raise NotAllowed("您现在的任职没有所属机关，不能存入证据和音像记录。")
    require_in(actor, "evidence.add", organ)
    return case, organ


def announced(actor: Actor, upload: Upload) -> Upload:
    """Write an upload down: first of all, so that whatever a crash leaves of it is found and cleared."""
    upload.begun_at = now()
    upload.expires_at = upload.begun_at + KEPT_FOR
    upload.by_user, upload.by_officer, upload.by_name = actor.user_id, actor.officer_id, actor.name
    upload.save(force_insert=True)
    return upload


def clear(upload: Upload) -> None:
    """Take away all that there is of an upload; an original that it became stays."""
    if not Original.objects.filter(pk=upload.pk).exists():
        vault.discard(upload.pk)
    staging.drop(upload.pk)
    upload.delete()


def accept(actor: Actor, key: uuid.UUID, source: Any, upload: Upload) -> Original:
    """Check what came, keep it, write it down; bytes first, then the row."""
    assert upload.size is not None
    try:
        kind = checking.inspect(source, upload.size, upload.name, upload.use)
        source.seek(0)
        with scanning.scan() as scanner:
            kept = vault.keep(key, scanner.through(source), most=LARGEST)
            scanner.judge()
        _as_declared(upload, kept)
        with transaction.atomic():
            original = record(actor, key, kept, use=Use(upload.use), name=upload.name, media=kind.media, organ_id=upload.organ_id, case=upload.case)
            Upload.objects.filter(pk=key).update(original=original)
    except BaseException:
        vault.discard(key)
        raise
    return original


def _as_declared(upload: Upload, kept: vault.Kept) -> None:
    if kept.size != upload.size or (upload.sha256 and kept.sha256 != upload.sha256):
        raise Unfit("fadu:upload-checksum", "收到的内容与申报的校验值不符，没有收下，请重新上传")
