"""Uploads, from the announcement to the original: begun, received piece by piece, checked, kept; or refused, and then nothing of them stays."""

import base64
import hashlib
import shutil
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import IO, Any, BinaryIO, Final

from django.conf import settings
from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require, require_in
from fadu.cases.errors import Conflict, NotFound
from fadu.cases.models import Case
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.selectors import case_for
from fadu.evidence import checking, scanning, staging, vault
from fadu.evidence.models import Original, Upload, Use
from fadu.evidence.services.originals import LARGEST, record
from fadu.evidence.unfit import Later, Unfit

KEPT_FOR: Final = timedelta(days=1)
"""How long an upload waits for its next byte, and how long it is remembered what became of it."""
AT_ONCE: Final = 500
"""Uploads of one person that may be unfinished at a time."""
SPARE: Final = 1 << 30
"""Bytes of the disk that no upload may take."""
ALGORITHMS: Final[dict[str, Callable[[], Any]]] = {"sha256": hashlib.sha256, "sha1": hashlib.sha1, "md5": hashlib.md5}
"""Checksums of a piece that a sender may give; they find mistakes of the way, not forgers."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file as it comes in.

    Attributes:
        source: gives the bytes; ends early where the connection is cut.
        offset: where it goes on, as the sender sees it.
        length: bytes that were announced; None where they were not.
        checksum: algorithm and base64 digest of the piece; None where none was given.
        size: of the whole file, where it is told only now.
    """

    source: IO[bytes]
    offset: int
    length: int | None = None
    checksum: tuple[str, str] | None = None
    size: int | None = None


def begin(actor: Actor, *, use: str, name: str, size: int | None, case_id: uuid.UUID | None = None, organ_id: int | None = None, sha256: str = "") -> Upload:
    """Announce a file; `size` may be told later. Raises Unfit, NotAllowed, NotFound (no such case within reach)."""
    require(actor, "evidence.add")
    checking.check_announced(name, size, use, LARGEST)
    case, organ = whither(actor, case_id, organ_id)
    if Upload.objects.filter(by_user=actor.user_id, original__isnull=True).count() >= AT_ONCE:
        raise Unfit("fadu:upload-many", f"您有 {AT_ONCE} 个文件没有传完，请先传完或者取消一些")
    if shutil.disk_usage(settings.DATA).free < 2 * (size or 0) + SPARE:
        raise Unfit("fadu:upload-no-space", "服务器的存储空间不足，请联系系统管理员")
    upload = _announced(actor, Upload(id=new_id(), organ_id=organ, case=case, use=use, name=name, size=size, sha256=sha256.lower()))
    staging.begin(upload.id)
    return upload


def whither(actor: Actor, case_id: uuid.UUID | None, organ_id: int | None) -> tuple[Case | None, int]:
    """The case and the organ that a file is for; raises NotAllowed, NotFound."""
    case = case_for(actor, case_id) if case_id else None
    organ = case.organ_id if case else (organ_id or actor.organ_id)
    if organ is None:
        raise NotAllowed("您现在的任职没有所属机关，不能存入证据和音像记录。")
    require_in(actor, "evidence.add", organ)
    return case, organ


def one(actor: Actor, key: uuid.UUID) -> Upload:
    """An upload of the actor's own that has not expired; raises NotFound."""
    require(actor, "evidence.add")
    found = Upload.objects.select_related("case").filter(pk=key, by_user=actor.user_id, by_officer=actor.officer_id, expires_at__gt=now()).first()
    if found is None:
        raise NotFound("没有这个上传，或者已经过期，请重新上传")
    return found


def stand(actor: Actor, key: uuid.UUID) -> Upload:
    """How far an upload has come. Raises NotFound, staging.Busy.

    A file that came whole and did not become an original (the server died over it) is asked for its last piece again, so
    that any client goes on without knowing of it.
    """
    upload = one(actor, key)
    if upload.original_id:
        return upload
    with _alone(upload) as staged:
        if upload.size is not None and staged.mark.offset >= upload.size:
            staged.back_one()
        _noted(upload, staged.mark)
    return upload


def receive(actor: Actor, key: uuid.UUID, piece: Piece) -> Upload:
    """Take a piece in; the last one makes the original.

    Raises:
        NotFound: no such upload.
        Conflict: the piece does not begin where the file ends so far.
        staging.Busy: another connection is sending.
        Unfit: the piece or the file is not taken.
        Later: the file is whole and can't be checked now; its last piece is asked for again.
    """
    upload = one(actor, key)
    if upload.original_id:
        raise Conflict("这个文件已经传完")
    with _alone(upload) as staged:
        if piece.offset != staged.mark.offset:
            _noted(upload, staged.mark)
            raise Conflict(f"应从第 {staged.mark.offset} 字节续传")
        _told_size(upload, piece.size)
        try:
            _append(upload, staged, piece)
        except OSError as full:
            raise Later("服务器的存储空间不足，请联系系统管理员") from full
        finally:
            _noted(upload, staged.mark)
        if upload.size is not None and upload.offset == upload.size:
            _finish(actor, upload, staged)
    return upload


def give_up(actor: Actor, key: uuid.UUID) -> None:
    """End an upload that is not wanted any more; of what became an original only the memory of the upload goes."""
    upload = one(actor, key)
    if upload.original_id:
        upload.delete()
    else:
        with _alone(upload):
            clear(upload)


def clear(upload: Upload) -> None:
    """Take away all that there is of an upload; an original that it became stays."""
    if not Original.objects.filter(pk=upload.pk).exists():
        vault.discard(upload.pk)
    staging.drop(upload.pk)
    upload.delete()


def expire() -> int:
    """Clear uploads whose time is over, and bytes that no upload owns; how many there were. The worker calls it."""
    gone = 0
    for upload in Upload.objects.filter(expires_at__lte=now())[:100]:
        with suppress(staging.Busy, NotFound):
            gone += 1
            if upload.original_id:
                staging.drop(upload.pk)
                upload.delete()
            else:
                with _alone(upload):
                    clear(upload)
    for key in staging.abandoned(KEPT_FOR.total_seconds()):
        if not Upload.objects.filter(pk=key).exists():
            staging.drop(key)
            gone += 1
    return gone


def take_whole(
    actor: Actor, source: BinaryIO, *, use: str, name: str, size: int, case_id: uuid.UUID | None = None, organ_id: int | None = None, sha256: str = ""
) -> Original:
    """Take a file in that is at hand as a whole: from a plain form, or a docking station. Raises Unfit, Later, NotAllowed, NotFound."""
    require(actor, "evidence.add")
    checking.check_announced(name, size, use, LARGEST)
    case, organ = whither(actor, case_id, organ_id)
    upload = _announced(actor, Upload(id=new_id(), organ_id=organ, case=case, use=use, name=name, size=size, sha256=sha256))
    try:
        return _accept(actor, upload.id, source, upload)
    except BaseException:
        upload.delete()
        raise


# --- within ---


def _announced(actor: Actor, upload: Upload) -> Upload:
    """Write an upload down: first of all, so that whatever a crash leaves of it is found and cleared."""
    upload.begun_at = now()
    upload.expires_at = upload.begun_at + KEPT_FOR
    upload.by_user, upload.by_officer, upload.by_name = actor.user_id, actor.officer_id, actor.name
    upload.save(force_insert=True)
    return upload


class _alone:  # noqa: N801 - reads as a word where it is used
    """The staging file of an upload; where it is gone the upload is gone too."""

    def __init__(self, upload: Upload) -> None:
        self._upload, self._held = upload, staging.alone(upload.pk, staging.Mark(upload.offset, upload.stored))

    def __enter__(self) -> staging.Staged:
        try:
            staged = self._held.__enter__()
        except (FileNotFoundError, staging.Broken):
            clear(self._upload)
            raise NotFound("暂存的内容不在了，请重新上传") from None
        fresh = Upload.objects.filter(pk=self._upload.pk).values_list("offset", "stored", "original_id").first()
        if fresh is None or fresh[2] or fresh[:2] != (self._upload.offset, self._upload.stored):
            self._held.__exit__(None, None, None)  # another connection went on while this one looked
            raise staging.Busy
        return staged

    def __exit__(self, *told: object) -> None:
        self._held.__exit__(*told)


def _told_size(upload: Upload, size: int | None) -> None:
    if size is None:
        return
    if upload.size is not None and upload.size != size:
        raise Conflict("文件的长度已经说明过，不能改")
    if size < upload.offset:
        raise Conflict("说明的长度比已经收到的短")
    try:
        checking.check_announced(upload.name, size, upload.use, LARGEST)
    except Unfit:
        clear(upload)
        raise
    upload.size = size
    upload.save(update_fields=["size"])


def _append(upload: Upload, staged: staging.Staged, piece: Piece) -> None:
    """Append a piece record by record. Whoever is cut off keeps what came, unless a checksum was to confirm it."""
    start, most = staged.mark, upload.size if upload.size is not None else LARGEST
    digest = ALGORITHMS[piece.checksum[0]]() if piece.checksum else None
    length = 0
    while chunk := _record(piece.source):
        length += len(chunk)
        if start.offset + length > most:
            clear(upload)
            raise checking.too_large(LARGEST) if upload.size is None else Unfit("fadu:upload-too-large", "收到的比说明的长度多，请重新上传")
        staged.append(chunk, unconfirmed=digest is not None)
        if digest is not None:
            digest.update(chunk)
    if digest is None or piece.checksum is None:
        return
    cut = piece.length is not None and length < piece.length
    if cut or base64.b64encode(digest.digest()).decode() != piece.checksum[1]:
        staged.back_to(start)
        raise Unfit("fadu:upload-checksum", "这一段在传输中出错，没有收下，请重新传这一段")


def _record(source: IO[bytes]) -> bytes:
    """A whole record, or what is left; a cut connection is an end like another."""
    parts, missing = [], staging.RECORD
    while missing:
        try:
            part = source.read(missing)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _noted(upload: Upload, mark: staging.Mark) -> None:
    """Write down how far an upload has come."""
    if upload.pk is None or (upload.offset, upload.stored) == (mark.offset, mark.stored):
        return
    upload.offset, upload.stored, upload.expires_at = mark.offset, mark.stored, now() + KEPT_FOR
    Upload.objects.filter(pk=upload.pk).update(offset=mark.offset, stored=mark.stored, expires_at=upload.expires_at)


def _finish(actor: Actor, upload: Upload, staged: staging.Staged) -> None:
    """Make the original of an upload that is whole. What is unfit is cleared away."""
    try:
        upload.original = _accept(actor, upload.pk, staged.source(), upload)
    except Later:
        staged.back_one()
        _noted(upload, staged.mark)
        raise
    except Unfit:
        clear(upload)
        raise
    except staging.Broken as broken:
        clear(upload)
        raise NotFound(str(broken)) from broken
    staging.drop(upload.pk)


def _accept(actor: Actor, key: uuid.UUID, source: Any, upload: Upload) -> Original:
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
