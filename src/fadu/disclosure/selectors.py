"""What is read of publications: the queue by who asks, the portal by anybody."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Count, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.models import Organ
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.catalog.models import PowerItem
from fadu.disclosure import search
from fadu.disclosure.models import Event, Publication, Shown, State, Tally
from fadu.disclosure.search import facets

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
class Backlog:
    """How the publications of an organ stand."""

    organ_id: int
    name: str
    waiting: int
    late: int
    soon: int
    shown: int


def tallied(rows: QuerySet[Publication], today: date) -> list[Backlog]:
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
    return sorted((Backlog(*row) for row in counted), key=lambda one: (-one.late, -one.soon, one.name))


def shown(
    query: str = "", *, act: str = "", organ_id: int | None = None, code: str = "", item: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[Shown]:
    """Published records, the newest first: what everybody may see (政府信息公开条例第二十条)."""
    rows = Shown.objects.filter(state=State.SHOWN)
    given = {"act": act, "organ_id": organ_id, "party_code": code, "item": item, "decided_on__gte": since, "decided_on__lte": until}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    return search.matching(rows, query).order_by("-order")


@dataclass(frozen=True, slots=True)
class Results:
    """A page of what was found, and what is counted of all of it.

    Attributes:
        rows: the records of the page, the newest first.
        next: the place after which the next page begins; None on the last.
        total: how many there are; of more than are counted, as many as are counted, unless their number is kept.
        more: whether there are more than `total`.
        counts: how many have each value of each facet.
        sampled: whether only the newest were counted.
    """

    rows: list[Shown]
    next: int | None
    total: int
    more: bool
    counts: Mapping[str, Mapping[str, int]]
    sampled: bool


NOTHING = Results(rows=[], next=None, total=0, more=False, counts={}, sampled=False)


def results(what: search.Wanted, *, size: int = 20, after: int | None = None) -> Results:
    """A page of the published records that match, with the facets of all of them."""
    found = search.found(what)
    capped, found = len(found) > search.COUNTED, found[: search.COUNTED]
    counts: Mapping[str, Mapping[str, int]] = facets.counted(values for _, values in found)
    total, more = len(found), capped
    sampled = capped
    if capped and what.everything:
        counts, sampled = _totals(), False
    if capped and (kept := _kept(what)) is not None:
        total, more = kept, False
    orders = [order for order, _ in found if after is None or order < after]
    if capped and len(orders) <= size:
        orders = [order for order, _ in search.found(what, size + 1, after=after)]
    page = orders[:size]
    rows = list(Shown.objects.filter(order__in=page).defer("grams", "plain").order_by("-order"))
    return Results(rows, page[-1] if len(orders) > size else None, total, more, counts, sampled)


MOST_VALUES = 24
"""Values of a facet that a page has room for."""


def _totals() -> dict[str, dict[str, int]]:
    """The kept totals of each facet, the largest of each."""
    kept: dict[str, dict[str, int]] = {name: {} for name in facets.NAMES}
    for name in facets.NAMES:
        kept[name] = dict(Tally.objects.filter(name=name, count__gt=0).order_by("-count", "value").values_list("value", "count")[:MOST_VALUES])
    return kept


def _kept(what: search.Wanted) -> int | None:
    """The kept total of what is looked for, where one is: of everything, or of one value of one facet."""
    if what.words or what.code or what.since or what.until or len(what.facets) > 1:
        return None
    name, value = what.facets[0] if what.facets else ("all", "")
    return Tally.objects.filter(name=name, value=value).values_list("count", flat=True).first()


def totals() -> dict[str, int]:
    """How many records are shown: in all (""), and of each kind of decision."""
    return dict(Tally.objects.filter(name__in=("all", "act"), count__gt=0).values_list("value", "count"))


def newest(size: int) -> list[Shown]:
    """The records shown last."""
    return list(Shown.objects.filter(state=State.SHOWN).defer("grams", "plain").order_by("-order")[:size])


def named(name: str, values: Iterable[str]) -> dict[str, str]:
    """Values of a facet in words: organs and items by their names, the rest by their lists."""
    wanted = tuple(values)
    if name not in {"organ", "item"}:
        return {value: facets.label(name, value) for value in wanted}
    return _names(name, wanted, Event.objects.order_by("-id").values_list("id", flat=True).first())


@lru_cache(maxsize=512)
def _names(name: str, wanted: tuple[str, ...], _as_of: uuid.UUID | None) -> dict[str, str]:
    """Kept until something is published, as the pages are."""
    if name == "organ":
        return {str(pk): label for pk, label in Organ.objects.filter(pk__in=[int(value) for value in wanted if _whole(value)]).values_list("pk", "name")}
    return dict(PowerItem.objects.filter(code__in=wanted).order_by("since").values_list("code", "name"))


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def of_enterprise(code: str) -> tuple[list[tuple[str, int, int]], list[Shown]]:
    """What was published of a party by its code: (kind, year, how many), and the newest of it."""
    rows = Shown.objects.filter(state=State.SHOWN, party_code=code)
    by_year = rows.values_list("act", "decided_on__year").annotate(count=Count("pk")).order_by("act", "-decided_on__year")
    return list(by_year), list(rows.defer("grams", "plain").order_by("-order")[:LISTED])


LISTED = 20
"""Records listed on the page of an enterprise; the rest are found from it."""


def record(publication_id: uuid.UUID) -> Shown:
    """One record or its tombstone; raises NotFound."""
    found = Shown.objects.filter(pk=publication_id).first()
    if found is None:
        raise NotFound("没有这条公示信息：也许还没有公示，或者地址有误")
    return found
