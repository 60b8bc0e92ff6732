"""Keeping originals and writing down who looked at them: the only writers of this room."""

import uuid
from datetime import timedelta
from typing import Any, BinaryIO

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.cases.models import Case, Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import entry_of, utc
from fadu.evidence import copying, vault
from fadu.evidence.models import Action, Original, Placing, Reading, Use
from fadu.law.forms import Invalid

LARGEST = 4 << 30
"""Bytes of the largest original: 4 GiB."""


def keep(actor: Actor, source: BinaryIO, *, use: Use, name: str, media: str, organ_id: int, case: Case | None = None, most: int = LARGEST) -> Original:
    """Keep the bytes that `source` gives as an original, with its leaf: bytes first, then the row, so that no row lacks its bytes.

    `media` is what the bytes were found to be (never what the sender says). Raises NotAllowed, vault.TooLarge.
    """
    require_in(actor, "evidence.add", organ_id)
    key = new_id()
    kept = vault.keep(key, source, most=most)
    try:
        return record(actor, key, kept, use=use, name=name, media=media, organ_id=organ_id, case=case)
    except BaseException:
        vault.discard(key)
        raise


@transaction.atomic
def record(actor: Actor, key: uuid.UUID, kept: vault.Kept, *, use: Use, name: str, media: str, organ_id: int, case: Case | None = None) -> Original:
    """Write down an original whose bytes lie in the vault under `key`."""
    require_in(actor, "evidence.add", organ_id)
    original = Original(id=key, organ_id=organ_id, case=case, use=use, name=name, media=media, sha256=kept.sha256, size=kept.size, kept_at=now())
    original.by_user, original.by_officer, original.by_name = actor.user_id, actor.officer_id, actor.name
    original.leaf = leaf_of("original", original.id, original.case, original_content(original), original.kept_at)
    original.save(force_insert=True)
    copying.ask(original)
    return original


def original_content(original: Original) -> dict[str, Any]:
    """What the leaf of an original commits to."""
    return {
        "original": str(original.id),
        "organ": original.organ_id,
        "case": str(original.case_id) if original.case_id else None,
        "use": str(original.use),
        "name": original.name,
        "media": original.media,
        "sha256": original.sha256,
        "size": original.size,
        "kept_at": utc(original.kept_at),
        "by": {"user": original.by_user, "officer": original.by_officer, "name": original.by_name},
    }


@transaction.atomic
def place(actor: Actor, original: Original, case: Case) -> Placing | None:
    """Give an original that belongs to no case yet to one of its organ, with a leaf; None where it is that case's already.

    Raises NotAllowed, and Invalid where it belongs to another case or organ, or is a recording (that is tied: `recordings.services.tie`).
    """
    require_in(actor, "evidence.add", original.organ_id)
    locked = Original.objects.select_for_update(of=("self",)).get(pk=original.pk)
    if locked.case_id == case.pk:
        return None
    if locked.case_id is not None or locked.organ_id != case.organ_id:
        raise Invalid({"case": f"“{locked.name[:40]}”不是为本案存入的，不能归入本案"})
    if locked.use == Use.RECORDING:
        raise Invalid({"case": "音像记录请在“音像”中系到案件"})
    row = Placing(id=new_id(), original=locked, case=case, at=now(), by_user=actor.user_id, by_officer=actor.officer_id, by_name=actor.name)
    row.leaf = leaf_of("placing", row.id, case, placing_content(row), row.at)
    row.save(force_insert=True)
    Original.objects.filter(pk=locked.pk, case__isnull=True).update(case=case)
    original.case = case
    return row


def placing_content(row: Placing) -> dict[str, Any]:
    """What the leaf of a placing commits to."""
    return {
        "placing": str(row.id),
        "original": str(row.original_id),
        "sha256": row.original.sha256,
        "case": str(row.case_id),
        "at": utc(row.at),
        "by": {"user": row.by_user, "officer": row.by_officer, "name": row.by_name},
    }


@transaction.atomic
def read(actor: Actor, *, kind: str, ref: uuid.UUID, what: str, action: Action, organ_id: int, case: Case | None = None, reason: str = "") -> Reading:
    """Write down that `actor` looks at something: before it is shown, so that nothing is seen unrecorded. The caller has checked that it may."""
    reading = Reading(id=new_id(), organ_id=organ_id, case=case, kind=kind, ref=ref, what=what, action=action, reason=reason or None, at=now())
    reading.by_user, reading.by_officer, reading.by_name, reading.by_role = actor.user_id, actor.officer_id, actor.name, actor.role.value
    reading.leaf = leaf_of("reading", reading.id, reading.case, reading_content(reading), reading.at)
    reading.save(force_insert=True)
    return reading


READ_WITHIN = timedelta(minutes=10)
"""A player asks for a film piece by piece, a download goes on where it broke off: that is one reading."""


def read_once(actor: Actor, *, kind: str, ref: uuid.UUID, what: str, action: Action, organ_id: int, case: Case | None = None, reason: str = "") -> Reading:
    """As `read`, unless the same person looks at the same thing in the same way within ten minutes."""
    recent = Reading.objects.filter(ref=ref, kind=kind, action=action, by_user=actor.user_id, by_officer=actor.officer_id, at__gt=now() - READ_WITHIN)
    found = recent.order_by("-id").first()
    return found or read(actor, kind=kind, ref=ref, what=what, action=action, organ_id=organ_id, case=case, reason=reason)


def reading_content(reading: Reading) -> dict[str, Any]:
    """What the leaf of a reading commits to."""
    return {
        "reading": str(reading.id),
        "organ": reading.organ_id,
        "case": str(reading.case_id) if reading.case_id else None,
        "kind": reading.kind,
        "ref": str(reading.ref),
        "what": reading.what,
        "action": str(reading.action),
        "reason": reading.reason,
        "at": utc(reading.at),
        "by": {"user": reading.by_user, "officer": reading.by_officer, "name": reading.by_name, "role": reading.by_role},
    }


def leaf_of(kind: str, ref: uuid.UUID, case: Case | None, content: Any, recorded: Any) -> Leaf:
    """A leaf of the public log for something of this room; what belongs to no case yet stands for itself."""
    entry, salt = entry_of(kind, case.id if case else ref, ref, content, recorded)
    return Leaf.objects.create(case=case, kind=kind, ref=ref, salt=salt, entry=entry.bytes)
