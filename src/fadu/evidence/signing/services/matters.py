"""Putting a draft or a document before its signers, and what follows when they have signed: the step, or the signed document."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Conflict, NotFound
from fadu.cases.models import Case
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services import Taken, take
from fadu.documents import drafts, storage
from fadu.documents import services as documents
from fadu.documents.forms import form
from fadu.documents.models import Document
from fadu.evidence.services import leaf_of
from fadu.evidence.signing import selectors
from fadu.evidence.signing.models import Capacity, Invited, Matter
from fadu.evidence.signing.services.contents import matter_content
from fadu.law.forms import Field, Invalid, validate
from fadu.law.procedure import Step
from fadu.law.registry import procedures

MOST_SIGNERS = 12
NAME = Field(name="name", label="姓名", longest=40)
KEY = "sign:"
"""What the key of a step that was signed before it was taken begins with."""


def put_draft(actor: Actor, case: Case, name: str, data: Mapping[str, Any], taken_at: datetime | None = None) -> Matter:
    """Put the record that a step will make before its signers; what the signatures will answer is not asked.

    Raises:
        NotFound, NotAllowed, Invalid, Refused: as the door would.
    """
    require_in(actor, "evidence.add", case.organ_id)
    course = procedures()[case.procedure, case.version]
    if name not in course or not selectors.signed_first(course[name]):
        raise NotFound("这一步没有需要当事人签名的笔录")
    step = course[name]
    clean = validate(asked(step), {key: value for key, value in data.items() if key not in selectors.ANSWERED})
    assumed = {field.name: "signed" for field in step.asks if field.name in selectors.ANSWERED}
    shown = drafts.draft(actor, case, step, clean, assumed, taken_at or now())
    return _put(actor, case, step.name, shown.paper.id, shown.paper.title, shown.pdf, shown.pictures, data=clean, taken_at=taken_at)


def asked(step: Step) -> tuple[Field, ...]:
    """The questions of a step but those that the signatures answer."""
    return tuple(field for field in step.asks if field.name not in selectors.ANSWERED)


def put_document(actor: Actor, document: Document) -> Matter:
    """Put a document that was made before its signers; raises NotAllowed, Conflict, storage.Damaged."""
    require_in(actor, "evidence.add", document.organ_id)
    if document.superseded:
        raise Conflict("这份文书已被取代，请在新的文书上签名")
    pdf = storage.fetch(document.sha256)
    return _put(actor, document.case, document.step.name, document.paper, document.title, pdf, drafts.again(document), document=document)


@transaction.atomic
def _put(actor: Actor, case: Case, step: str, paper: str, title: str, pdf: bytes, pictures: list[bytes], **more: Any) -> Matter:
    moment = now()
    matter = Matter(id=new_id(), organ_id=case.organ_id, case=case, step=step, paper=paper, title=title, made_at=moment, pages=len(pictures), **more)
    matter.sha256, matter.pictures = storage.keep(pdf), [storage.keep(picture) for picture in pictures]
    matter.paged = form(paper).look == "record"
    matter.by_user, matter.by_officer, matter.by_name = actor.user_id, actor.officer_id, actor.name
    matter.leaf = leaf_of("signing", matter.id, case, matter_content(matter), moment)
    matter.save(force_insert=True)
    return matter


@transaction.atomic
def add_signer(actor: Actor, matter: Matter, capacity: str, name: str) -> Invited:
    """Ask somebody to sign; raises NotAllowed, Invalid, Conflict."""
    require_in(actor, "evidence.add", matter.organ_id)
    clean = validate((NAME,), {"name": name})
    if capacity not in Capacity.values:
        raise Invalid({"capacity": "请选择身份"})
    locked = Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk)
    if selectors.completed(locked):
        raise Conflict("签署已经完成，不能再加签署人")
    there = list(Invited.objects.filter(matter=locked))
    if len(there) >= MOST_SIGNERS:
        raise Invalid({"name": f"一份文书最多 {MOST_SIGNERS} 名签署人"})
    if any(one.capacity == capacity and one.name == clean["name"] for one in there):
        raise Invalid({"name": "这个人已经在签署人名单中"})
    return Invited.objects.create(matter=locked, capacity=capacity, name=clean["name"], at=now())


def complete(actor: Actor, matter: Matter) -> Taken | Document:
    """Take the step that was signed, with what the signatures answer; or make the signed version of the document.

    Raises:
        Invalid: somebody whose signature is needed has neither signed nor refused.
        NotAllowed, Refused, Conflict: as the door would.
    """
    require_in(actor, "evidence.add", matter.organ_id)
    signed = selectors.answers(matter)
    signs = matter.document_id
    if signs is None:
        step = procedures()[matter.case.procedure, matter.case.version][matter.step]
        names = {field.name for field in step.asks}
        data = {**(matter.data or {}), **{name: value for name, value in signed.items() if name in names}}
        return take(actor, matter.case_id, matter.step, data, taken_at=matter.taken_at, key=key_of(matter.id))
    with transaction.atomic():
        locked = Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk)
        if locked.signed_document is not None:
            return locked.signed_document
        if not Document.objects.filter(pk=signs, superseded=False).exists():
            raise Conflict("这份文书已被取代，请在新的文书上签名")
        made = documents.make_signed(signs, selectors.sheet(locked))
        locked.signed_document = made
        locked.save(update_fields=["signed_document"])
    return made


def key_of(matter_id: uuid.UUID) -> str:
    """The key of the step that follows from a matter."""
    return f"{KEY}{matter_id}"
