"""Signing and refusing: the strokes and their picture are originals, the signature is a row with a leaf, over the hash of what was shown."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Conflict
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.evidence import services as evidence
from fadu.evidence import vault
from fadu.evidence.models import Original, Use
from fadu.evidence.recordings.models import Recording
from fadu.evidence.signing import selectors, strokes
from fadu.evidence.signing.models import Capacity, Invited, Manner, Matter, Signature
from fadu.evidence.signing.services.contents import signature_content
from fadu.law.forms import Field, Invalid, Kind, validate

MOST_CORRECTIONS = 20
CORRECTION = (
    Field(name="page", label="页", kind=Kind.INT, least=1),
    Field(name="was", label="原文", longest=200),
    Field(name="now", label="更正为", longest=200),
)
REFUSAL = (Field(name="reason", label="拒绝签名的理由", kind=Kind.LONGTEXT, longest=500),)


@dataclass(frozen=True, slots=True)
class Given:
    """What a signer gave.

    Attributes:
        sha256: the hash of what they were shown, as the page said it.
        pages: the pages they confirmed.
        strokes: what the pad sent; "" for a typed name.
        witness: the id of the witness's signature, where the name was typed.
        corrections: rows of page, was, now.
        device: what the device says it is.
    """

    sha256: str
    pages: Sequence[int] = ()
    strokes: str = ""
    witness: str = ""
    corrections: Sequence[Mapping[str, Any]] = ()
    device: str = ""


def sign(actor: Actor, invited: Invited, given: Given, *, own_phone: bool = False) -> Signature:
    """Write down the signature of somebody who was asked to sign.

    Args:
        actor: in whose hands the device is: the officer's, or the platform's own where the signer has their own phone.
        invited: who signs.
        given: what they gave.
        own_phone: whether they signed by their link.

    Raises:
        NotAllowed, Conflict, Invalid.
    """
    matter = invited.matter
    require_in(actor, "evidence.add", matter.organ_id)
    if given.sha256 != matter.sha256:
        raise Conflict("签名时所见的文书已经变化，请重新打开后再签")
    pages, corrections = _pages(matter, given.pages), _corrections(matter, given.corrections)
    drawn = strokes.read(given.strokes) if given.strokes else None
    witness = None if drawn else _witness(matter, given.witness, "请在框内签名；不能手写的，录入姓名并由见证人先签名")
    kept = [_keep(drawn.bytes(), "application/json", "笔迹.json"), _keep(drawn.svg().encode(), "image/svg+xml", "签名.svg")] if drawn else []
    try:
        return _write(
            actor,
            invited,
            Manner.DRAWN if drawn else Manner.TYPED,
            own_phone=own_phone,
            pages=pages,
            corrections=corrections,
            device=given.device,
            kept=kept,
            witness=witness,
        )
    except BaseException:
        for key, *_ in kept:
            vault.discard(key)
        raise


def refuse(actor: Actor, invited: Invited, data: Mapping[str, Any], witness: str = "", device: str = "", film: str = "") -> Signature:
    """Write down that somebody refused to sign: why, and the witness who signed for it or the recording of the case that shows it.

    Raises NotAllowed, Conflict, Invalid.
    """
    require_in(actor, "evidence.add", invited.matter.organ_id)
    clean = validate(REFUSAL, data)
    seen = _witness(invited.matter, witness, "") if witness else None
    shown = _film(actor, invited.matter, film) if film else None
    if seen is None and shown is None:
        raise Invalid({"film": "拒绝签名的，须有见证人签名，或者选择记录拒绝过程的音像记录（行政处罚法第五十五条第二款）"})
    number = shown.number if shown else None
    return _write(actor, invited, Manner.REFUSED, witness=seen, reason=clean["reason"], film=shown, recording=number, device=device)


def _film(actor: Actor, matter: Matter, chosen: str) -> Recording:
    """The recording of the case that was chosen."""
    there = {str(row.pk): row for row in selectors.films(actor, matter.case)}
    if chosen in there:
        return there[chosen]
    raise Invalid({"film": "请选择系到本案的音像记录"})


def _witness(matter: Matter, chosen: str, missing: str) -> Signature | None:
    """The signature of a witness in this matter."""
    there = {str(row.id): row for row in Signature.objects.filter(matter=matter, invited__capacity=Capacity.WITNESS, manner=Manner.DRAWN)}
    if chosen in there:
        return there[chosen]
    raise Invalid({"strokes" if missing else "witness": missing or "请选择已经签名的见证人"})


def _pages(matter: Matter, confirmed: Sequence[int]) -> list[int]:
    whole = list(range(1, matter.pages + 1))
    if matter.paged and sorted(set(confirmed)) != whole:
        lacking = "、".join(str(page) for page in whole if page not in confirmed)
        raise Invalid({"pages": f"笔录须逐页核对确认，第 {lacking} 页还没有确认"})
    return whole if matter.paged else []


def _corrections(matter: Matter, sent: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    if len(sent) > MOST_CORRECTIONS:
        raise Invalid({"corrections": f"更正超过 {MOST_CORRECTIONS} 处，请修改笔录后重新签署"})
    clean = [validate(CORRECTION, row) for row in sent]
    if any(row["page"] > matter.pages for row in clean):
        raise Invalid({"corrections": f"这份文书共 {matter.pages} 页"})
    return clean


Stored = tuple[Any, vault.Kept, str, str]


def _keep(content: bytes, media: str, name: str) -> Stored:
    """The bytes of an original, in the vault; its row is written with the signature, all or none."""
    key = new_id()
    return key, vault.keep(key, io.BytesIO(content), most=strokes.LARGEST * 4), media, name


@transaction.atomic
def _write(
    actor: Actor,
    invited: Invited,
    manner: Manner,
    *,
    own_phone: bool = False,
    pages: Any = (),
    corrections: Any = (),
    device: str = "",
    kept: Sequence[Stored] = (),
    **more: Any,
) -> Signature:
    matter = Matter.objects.select_for_update(of=("self",)).select_related("case").get(pk=invited.matter_id)
    if Signature.objects.filter(invited=invited).exists():
        raise Conflict("已经签过名，不能重签")
    if selectors.completed(matter):
        raise Conflict("签署已经完成")
    originals: list[Original | None] = [
        evidence.record(actor, key, stored, use=Use.SIGNATURE, name=name, media=media, organ_id=matter.organ_id, case=matter.case)
        for key, stored, media, name in kept
    ] or [None, None]
    row = Signature(
        id=new_id(), organ_id=matter.organ_id, case=matter.case, matter=matter, invited=invited, manner=manner, own_phone=own_phone, sha256=matter.sha256,
        pages=list(pages), corrections=list(corrections), strokes=originals[0], picture=originals[1], device=device[:300], at=now(),
        by_user=actor.user_id, by_name=actor.name, **more,
    )  # fmt: skip
    row.leaf = evidence.leaf_of("signature", row.id, matter.case, signature_content(row), row.at)
    row.save(force_insert=True)
    return row
