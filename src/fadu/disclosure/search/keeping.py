"""Keeping what is looked up: the terms of each record, the segments of the table, how many records there are of each value."""

import hashlib
import secrets
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F

from fadu.agencies.models import Organ
from fadu.catalog import selectors as catalog
from fadu.disclosure.models import Segment, Shown, State, Tally
from fadu.disclosure.search import facets as by
from fadu.disclosure.search.words import OWN, grams, lines_of, plain
from fadu.ledger.canonical import canonical

SEGMENT: Final = 4_096
"""Records of a segment, about."""
AHEAD: Final = 600_000
"""Milliseconds until a new segment begins: longer than any transaction that does not know of it yet."""


def fingerprint(shown: Mapping[str, Any]) -> str:
    """What tells one masked record from another: what is released is what was looked at."""
    return hashlib.sha256(canonical(dict(shown))).hexdigest()[:32]


def order_of(publication_id: uuid.UUID) -> int:
    """The place of a record among all, by when it was first shown."""
    kept = Shown.objects.filter(pk=publication_id).values_list("order", flat=True).first()
    return kept if kept is not None else order_at(time.time_ns() // 1_000_000)


def order_at(milliseconds: int) -> int:
    """A place for what is shown at that moment."""
    return milliseconds << 20 | secrets.randbits(20)


def entry(values: Mapping[str, Any], shown: Mapping[str, Any], order: int) -> dict[str, Any]:
    """What is looked up of a record, by column of `Shown`; `values` are its act, organ, item and days."""
    act, organ, item, decided_on = values["act"], values["organ_id"], values["item"], values["decided_on"]
    known = catalog.item(item, decided_on) if item else None
    field = known.field if known else Organ.objects.filter(pk=organ).values_list("field", flat=True).first() or ""
    packed = by.packed(act=act, organ_id=organ, year=decided_on.year, field=field, item=item, record=shown)
    return columns(shown, packed, [day.isoformat() for day in (decided_on, values["shown_on"])], order)


def columns(shown: Mapping[str, Any], packed: str, days: list[str], order: int) -> dict[str, Any]:
    """The same from what it is made of; the first of `days` is that of the decision."""
    lines = lines_of(shown)
    terms = grams((*lines, *days)) | dict.fromkeys(by.terms_of(packed)) | {f"{OWN}m{days[0][:4]}{days[0][5:7]}": None}
    if code := str(shown.get("party_code") or ""):
        terms[f"{OWN}code{code.lower().encode().hex()}"] = None
    return {"facets": packed, "plain": plain("\n".join(lines)), "grams": " ".join(terms), "segment": segment_of(order), "order": order}


def segment_of(order: int) -> int:
    """The segment in which a place lies: the last that began before it."""
    return Segment.objects.filter(start__lte=order).order_by("-start").values_list("number", flat=True).first() or 0


def show(publication_id: uuid.UUID, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
    """Put a record, or its corrected version, before the public."""
    before = Shown.objects.filter(pk=publication_id).first()
    found = entry(values, shown, order_of(publication_id))
    Shown.objects.update_or_create(publication_id=publication_id, defaults={**values, **found})
    index(publication_id)
    _count(before.facets if before and before.state == State.SHOWN else "", found["facets"])
    _begin_segment(found["order"])


def bury(publication_id: uuid.UUID, values: Mapping[str, Any]) -> None:
    """Leave of a record that it was there, and nothing that finds it."""
    before = Shown.objects.filter(pk=publication_id).first()
    Shown.objects.filter(pk=publication_id).update(**values, grams="", plain="", facets="")
    index(publication_id)
    _count(before.facets if before and before.state == State.SHOWN else "", "")


def index(publication_id: uuid.UUID) -> None:
    """Bring the index up to a record; on PostgreSQL it comes along by itself."""
    if connection.vendor != "sqlite":
        return
    order, words = Shown.objects.filter(pk=publication_id).values_list("order", "grams").get()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM disclosure_shown_words WHERE rowid = %s", [order])
        if words:
            cursor.execute("INSERT INTO disclosure_shown_words (rowid, words) VALUES (%s, %s)", [order, words])


def _count(before: str, after: str) -> None:
    """Keep the totals: locked in the order of their names, so that two at once wait and do not block each other."""
    change: Counter[tuple[str, str]] = Counter()
    for facets, by_how_many in ((before, -1), (after, 1)):
        if facets:
            for place in places(facets):
                change[place] += by_how_many
    for (name, value), more in sorted(change.items()):
        if more and not Tally.objects.filter(name=name, value=value).update(count=F("count") + more):
            kept, made = Tally.objects.get_or_create(name=name, value=value, defaults={"count": more})
            if not made:
                Tally.objects.filter(pk=kept.pk).update(count=F("count") + more)


def places(facets: str) -> Iterator[tuple[str, str]]:
    """The totals in which a record counts."""
    yield "all", ""
    for name, values in by.unpacked(facets).items():
        yield from ((name, value) for value in values)


def _begin_segment(order: int) -> None:
    """Have a further segment begin soon, once the last is full."""
    last = Segment.objects.order_by("-start").first()
    if (last.start if last else 0) > order or Shown.objects.filter(order__gte=last.start if last else 0).count() < SEGMENT:
        return
    Segment.objects.get_or_create(number=(last.number if last else 0) + 1, defaults={"start": (order >> 20) + AHEAD << 20})


@transaction.atomic
def lay(batch: int = 2_000) -> int:
    """Make all that is looked up anew from what is shown: terms, segments, totals; how many records there are."""
    Segment.objects.all().delete()
    Tally.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM disclosure_shown_words")
    totals: Counter[tuple[str, str]] = Counter()
    done, last = 0, -1
    rows = Shown.objects.filter(state=State.SHOWN).order_by("order")
    while some := list(rows.filter(order__gt=last)[:batch]):
        for row in some:
            if done and done % SEGMENT == 0:
                Segment.objects.create(number=done // SEGMENT, start=row.order)
            for name, value in entry(vars(row), row.record, row.order).items():
                setattr(row, name, value)
            totals.update(places(row.facets))
            done, last = done + 1, row.order
        Shown.objects.bulk_update(some, ["facets", "plain", "grams", "segment"], batch_size=200)
        for row in some:
            index(row.pk)
    Tally.objects.bulk_create(Tally(name=name, value=value, count=count) for (name, value), count in sorted(totals.items()))
    return done
