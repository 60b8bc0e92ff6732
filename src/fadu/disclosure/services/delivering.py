"""Handing the records to the credit platform: what is in order goes, once; what is not is told and waits; what was corrected or withdrawn follows."""

import hashlib

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.now import now
from fadu.disclosure import selectors
from fadu.disclosure.credit.fields import Form
from fadu.disclosure.credit.files import made
from fadu.disclosure.credit.former import key_in
from fadu.disclosure.credit.models import Answer, File, Handed
from fadu.disclosure.credit.rows import FORMS, Built, build
from fadu.disclosure.models import Delivery, Event, Kind, Publication, State

MOST = 2000
"""Rows of one file."""


def waiting(actor: Actor, form: Form) -> QuerySet[Publication]:
    """What the platform does not know yet: a version that has not gone, a withdrawal of what went, and what it gave back."""
    require(actor, "credit.deliver")
    went = Exists(Delivery.objects.filter(event=OuterRef("pk")))
    told = Event.objects.filter(publication=OuterRef("pk"))
    last = told.filter(kind__in=(Kind.RELEASE, Kind.CORRECT)).order_by("-id").values("pk")[:1]
    rows = Publication.objects.filter(selectors.within(actor, "credit.deliver"), act=form.id).annotate(
        last=Subquery(last), answered=Subquery(Answer.objects.filter(handed__publication=OuterRef("pk"), handed=_last_handed()).values("accepted")[:1])
    )
    newer = Q(state=State.SHOWN) & ~Exists(Delivery.objects.filter(event=OuterRef("last")))
    gone = Q(state=State.WITHDRAWN) & Q(Exists(Delivery.objects.filter(publication=OuterRef("pk")))) & Q(Exists(told.filter(~went, kind=Kind.WITHDRAW)))
    back = Q(answered=False, state__in=(State.SHOWN, State.WITHDRAWN))
    return rows.filter(newer | gone | back).select_related("case__party", "organ").order_by("decided_on", "id")


def _last_handed() -> Subquery:
    """The last row in which a record went."""
    return Subquery(Handed.objects.filter(publication=OuterRef("handed__publication")).order_by("-id").values("pk")[:1])


@transaction.atomic
def deliver(actor: Actor, form: Form, how: str) -> tuple[bytes, int]:
    """The file of what waits and is in order, and how many rows; each is marked as delivered, and the rows are kept with the hash of the file."""
    require(actor, "credit.deliver")
    rows = [row for row in built(actor, form, lock=True) if not row.faults]
    values = [dict(row.values) for row in rows]
    data = made(form, values, how)
    if not rows:
        return data, 0
    sha256, at = hashlib.sha256(data).hexdigest(), now()
    file = File.objects.create(form=form.id, how=how, count=len(rows), rows=values, sha256=sha256, at=at, by_name=actor.name, by_user=actor.user_id)
    for place, row in enumerate(rows, 1):
        delivery, _ = Delivery.objects.get_or_create(
            event=row.event,
            defaults={"publication": row.publication, "form": form.id, "sha256": sha256, "at": at, "by_name": actor.name, "by_user": actor.user_id},
        )
        number = row.values.get(f"{form.prefix}_WSH", "")
        Handed.objects.create(
            file=file, delivery=delivery, publication=row.publication, what=row.what, place=place, number=number, key=key_in(form, row.values)
        )
    return data, len(rows)


def made_again(file: File) -> bytes:
    """The bytes of a file that was handed over."""
    return made(FORMS[file.form], file.rows, file.how)


def files(actor: Actor, form: Form) -> QuerySet[File]:
    """The files in which rows of organs within reach went, the latest first."""
    require(actor, "credit.deliver")
    ours = Publication.objects.filter(selectors.within(actor, "credit.deliver")).values("pk")
    return File.objects.filter(Exists(Handed.objects.filter(file=OuterRef("pk"), publication__in=ours)), form=form.id).order_by("-at", "-id")


def whole(actor: Actor, file: File) -> bool:
    """Whether every row of a file is of an organ within reach: only then may the file be taken out again."""
    reached = Publication.objects.filter(selectors.within(actor, "credit.deliver")).values("pk")
    return not file.handed.exclude(publication__in=reached).exists()


def built(actor: Actor, form: Form, *, lock: bool = False) -> list[Built]:
    """The rows that wait, each with what is wrong with it."""
    found = waiting(actor, form)
    if lock:
        ids = list(found.values_list("pk", flat=True)[:MOST])
        list(Publication.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))
        found = waiting(actor, form)  # as it stands now that nobody else hands it over
    return build(form, found[:MOST])
