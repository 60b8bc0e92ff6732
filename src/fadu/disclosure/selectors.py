"""What is read of publications: the queue by who asks, the portal by anybody."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.disclosure import search
from fadu.disclosure.models import Publication, Shown, State

NEAR = timedelta(days=3)
"""What falls due within so many days is due soon."""


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


def case_of(actor: Actor, action: str, case_id: uuid.UUID) -> Case:
    """A case with which `actor` may do something; raises NotFound, NotAllowed."""
    require(actor, action)
    found = Case.objects.filter(scope(actor, action, organ="organ_id", handlers="handlers__officer_id"), pk=case_id).select_related("party", "organ").first()
    if found is None:
        raise NotFound("没有这件案件，或者不归您办理")
    return found


def late(rows: QuerySet[Publication], today: date) -> QuerySet[Publication]:
    """Those that should be shown, or taken down, by now and are not."""
    return rows.filter(Q(state=State.WAITING, due_on__lt=today) | Q(state=State.SHOWN, down_by__lt=today))


def is_late(row: Publication, today: date) -> bool:
    """Whether one of them is."""
    day = row.due_on if row.state == State.WAITING else row.down_by if row.state == State.SHOWN else None
    return day is not None and day < today


def soon(rows: QuerySet[Publication], today: date) -> QuerySet[Publication]:
    """Those that are to be shown, or taken down, within the next days."""
    until = today + NEAR
    return rows.filter(Q(state=State.WAITING, due_on__range=(today, until)) | Q(state=State.SHOWN, down_by__range=(today, until)))


def falling(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    """Those that are shown although the decision no longer stands: to be withdrawn."""
    return rows.filter(state=State.SHOWN, overturned_on__isnull=False)


def amending(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    """Those that are shown and no longer agree with the record of their case: to be corrected."""
    return rows.filter(state=State.SHOWN, amend_since__isnull=False, overturned_on__isnull=True)


@dataclass(frozen=True, slots=True)
class Tally:
    """How the publications of an organ stand."""

    organ_id: int
    name: str
    waiting: int
    late: int
    soon: int
    shown: int


def tallied(rows: QuerySet[Publication], today: date) -> list[Tally]:
    """Of each organ how many wait, are late, are due soon, are shown; the latest first."""
    until = today + NEAR
    counted = (
        rows.order_by()
        .values_list("organ_id", "organ__name")
        .annotate(
            waiting=Count("pk", filter=Q(state=State.WAITING)),
            late=Count("pk", filter=Q(state=State.WAITING, due_on__lt=today) | Q(state=State.SHOWN, down_by__lt=today)),
            soon=Count("pk", filter=Q(state=State.WAITING, due_on__range=(today, until)) | Q(state=State.SHOWN, down_by__range=(today, until))),
            shown=Count("pk", filter=Q(state=State.SHOWN)),
        )
    )
    return sorted((Tally(*row) for row in counted), key=lambda one: (-one.late, -one.soon, one.name))


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
