"""Pages of people by key: the address names the person at the edge, so that a link stays true while rows come and go."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

from fadu.agencies.models import Officer

SIZE = 50
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Page:
    """People in order of organ, with the keys of the pages before and after."""

    people: list[Officer]
    next: int | None
    previous: int | None


def page(found: QuerySet[Officer], *, after: str = "", before: str = "") -> Page:
    """The people after (or before) the one whose id is given; the first page when it names nobody."""
    backwards = not after and bool(before)
    edge = _edge(found, before if backwards else after)
    if edge is None:
        backwards = False
    else:
        found = found.filter(_beyond(edge, backwards=backwards))
    order = ("-organ__path", "-id") if backwards else ("organ__path", "id")
    people = list(found.order_by(*order)[: SIZE + 1])
    more, people = len(people) > SIZE, people[:SIZE]
    if backwards:
        people.reverse()
    onward, back = (edge is not None, more) if backwards else (more, edge is not None)
    return Page(people, people[-1].pk if people and onward else None, people[0].pk if people and back else None)


def _edge(found: QuerySet[Officer], key: str) -> Officer | None:
    return found.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 18 else None


def _beyond(edge: Officer, *, backwards: bool) -> Q:
    path = edge.organ.path
    if backwards:
        return Q(organ__path__lt=path) | Q(organ__path=path, pk__lt=edge.pk)
    return Q(organ__path__gt=path) | Q(organ__path=path, pk__gt=edge.pk)


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """Rows, the latest first, with the keys of the pages before and after."""

    rows: list[Row]
    next: int | None
    previous: int | None


def latest(found: QuerySet[Row], *, after: str = "", before: str = "") -> Rows[Row]:
    """The rows older than the one whose id is given (or newer than it); the first page when it is no number."""
    backwards = not after and bool(before)
    key = before if backwards else after
    edge = int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None
    if edge is None:
        backwards = False
    else:
        found = found.filter(pk__gt=edge) if backwards else found.filter(pk__lt=edge)
    rows = list(found.order_by("pk" if backwards else "-pk")[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    if backwards:
        rows.reverse()
    onward, back = (edge is not None, more) if backwards else (more, edge is not None)
    return Rows(rows, rows[-1].pk if rows and onward else None, rows[0].pk if rows and back else None)
