"""What is read of documents, scoped to who asks."""

import uuid

from django.db.models import QuerySet
from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, require, scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.papers import Listed
from fadu.cases.services.proofs import gone
from fadu.documents import storage
from fadu.documents.models import Document


def documents(actor: Actor) -> QuerySet[Document]:
    """The documents that `actor` may see."""
    require(actor, "document.see")
    within = scope(actor, "document.see", handlers="case__handlers__officer_id")
    return Document.objects.filter(within).select_related("leaf")


def of_case(actor: Actor, case_id: uuid.UUID) -> list[Document]:
    """The documents of a case in the order they were made; none where the case is out of reach."""
    return list(documents(actor).filter(case_id=case_id).order_by("id"))


def listed(actor: Actor, case: Case) -> list[Listed]:
    """The documents of a case as the room of the cases lists, opens and packs them."""
    if not may(actor, "document.see"):
        return []
    rows = documents(actor).filter(case=case).order_by("id").select_related("step")
    return [
        Listed(
            ref=row.id,
            paper=row.paper,
            seq=row.step.seq,
            title=row.title + ("（已被更正）" if row.superseded else ""),
            number=row.number,
            href=reverse("documents:pdf", args=[row.id]),
            file=storage.path(row.sha256),
            name=f"{place:03d}-{row.paper}.pdf",
            sha256=row.sha256,
        )
        for place, row in enumerate(rows, 1)
    ]


def document(actor: Actor, document_id: uuid.UUID) -> Document:
    """One document within reach; raises NotFound, which does not tell whether it exists elsewhere."""
    found = documents(actor).filter(pk=document_id).first()
    if found is None:
        raise NotFound("没有这份文书，或者不在您的管辖范围内")
    return found


def pdf(actor: Actor, document_id: uuid.UUID) -> tuple[Document, bytes]:
    """A document and its bytes, checked against the record; raises NotFound, storage.Damaged."""
    found = document(actor, document_id)
    if why := gone(found.id):
        raise NotFound(why)
    return found, storage.fetch(found.sha256)


def committed(document_id: uuid.UUID) -> Document:
    """What anybody holding the paper may check: the document by the id on its QR code; raises NotFound."""
    found = Document.objects.select_related("leaf", "organ").filter(pk=document_id).first()
    if found is None:
        raise NotFound("没有这份文书")
    return found
