"""What is read of publications: the queue by who asks, the portal by anybody."""

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.cases.errors import NotFound
from fadu.disclosure import search
from fadu.disclosure.models import Publication, Shown, State


def within(actor: Actor, action: str) -> Q:
    """The publications with which `actor` may do something."""
    return scope(actor, action, organ="organ_id", handlers="case__handlers__officer_id")


def publications(actor: Actor) -> QuerySet[Publication]:
    """The publications that `actor` may see, those due first."""
    require(actor, "publication.see")
    return Publication.objects.filter(within(actor, "publication.see")).select_related("case__party", "organ").order_by("due_on", "id")


def publication(actor: Actor, publication_id: uuid.UUID) -> Publication:
    """One of them; raises NotFound, NotAllowed."""
    found = publications(actor).filter(pk=publication_id).first()
    if found is None:
        raise NotFound("没有这件公示信息，或者不在您的管辖范围内")
    return found


def late(rows: QuerySet[Publication], today: date) -> QuerySet[Publication]:
    """Those that should be shown, or taken down, by now and are not."""
    return rows.filter(Q(state=State.WAITING, due_on__lt=today) | Q(state=State.SHOWN, down_by__lt=today))


def shown(
    query: str = "", *, act: str = "", organ_id: int | None = None, code: str = "", item: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[Shown]:
    """Published records, the newest first: what everybody may see (政府信息公开条例第二十条)."""
    rows = Shown.objects.filter(state=State.SHOWN)
    given = {"act": act, "organ_id": organ_id, "party_code": code, "item": item, "decided_on__gte": since, "decided_on__lte": until}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    return search.matching(rows, query).order_by("-order")


def record(publication_id: uuid.UUID) -> Shown:
    """One record or its tombstone; raises NotFound."""
    found = Shown.objects.filter(pk=publication_id).first()
    if found is None:
        raise NotFound("没有这条公示信息：也许还没有公示，或者地址有误")
    return found
