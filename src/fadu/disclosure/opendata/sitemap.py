"""网站地图: every public address, in parts that search engines take (50,000 each, sitemaps.org), read by key and written as it is read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from xml.sax.saxutils import escape

from django.conf import settings
from django.core.cache import cache
from django.db.models import Max
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from fadu.disclosure import selectors
from fadu.disclosure.doors import doors
from fadu.disclosure.models import AnnualReport, Event, Kind
from fadu.disclosure.opendata.datasets.registers import public_items, public_organs

MOST: Final = 50_000
CHUNK: Final = 5_000
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_KEPT: Final = 600
"""Seconds for which it is remembered where the parts of the records begin."""

Place = tuple[str, date | None]
"""An address and the day it last changed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the records: those after one place in their order up to another (None: to the end), and its last change."""

    after: int
    upto: int | None
    changed: date | None


def parts() -> list[Part]:
    """Where the parts of the records begin. Records are ordered by when they were first shown, so only the last part grows."""
    found: list[Part] | None = cache.get("fadu.sitemap.parts")
    if found is None:
        found = list(_parts(MOST))
        cache.set("fadu.sitemap.parts", found, _KEPT)
    return found


def _parts(most: int) -> Iterator[Part]:
    after = -1
    while True:
        rows = selectors.shown().order_by("order").filter(order__gt=after)
        last = rows.values_list("order", flat=True)[most - 1 : most].first()
        some = rows.filter(order__lte=last) if last is not None else rows
        changed = some.order_by().aggregate(day=Max("shown_on"))["day"]
        if changed is None and after >= 0:
            return
        yield Part(after, last, changed)
        if last is None:
            return
        after = last


def index() -> Iterator[str]:
    """The index of all parts."""
    yield f"{_HEAD}<sitemapindex {_SPACE}>\n"
    for name in SECTIONS:
        yield _entry("sitemap", reverse("opendata:sitemap_part", args=[name]), None)
    for number, part in enumerate(parts(), 1):
        yield _entry("sitemap", reverse("opendata:sitemap_part", args=[f"records-{number}"]), part.changed)
    yield "</sitemapindex>\n"


def section(name: str) -> Iterator[str] | None:
    """A part of the map; None where there is none of that name."""
    if name in SECTIONS:
        return _urlset(SECTIONS[name]())
    kind, _, number = name.partition("-")
    found = parts()
    if kind != "records" or not number.isascii() or not number.isdigit() or not 1 <= int(number[:6]) <= len(found):
        return None
    return _urlset(_records(found[int(number[:6]) - 1]))


def _urlset(places: Iterable[Place]) -> Iterator[str]:
    yield f"{_HEAD}<urlset {_SPACE}>\n"
    for address, changed in places:
        yield _entry("url", address, changed)
    yield "</urlset>\n"


def _entry(kind: str, address: str, changed: date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<{kind}><loc>{escape(settings.PUBLIC_URL + address)}</loc>{day}</{kind}>\n"


def _records(part: Part) -> Iterator[Place]:
    """The records of a part; a corrected one changed on the day of its last correction."""
    after, left = part.after, MOST
    while left > 0:
        rows = selectors.shown().order_by("order").filter(order__gt=after)
        rows = rows if part.upto is None else rows.filter(order__lte=part.upto)
        some = list(rows.values_list("pk", "shown_on", "order")[: min(CHUNK, left)])
        if not some:
            return
        corrected = Event.objects.filter(kind=Kind.CORRECT, publication__public__order__gt=after, publication__public__order__lte=some[-1][2])
        days = {key: timezone.localdate(at) for key, at in corrected.order_by("id").values_list("publication_id", "at")}
        yield from ((reverse("disclosure:record", args=[key]), days.get(key, shown)) for key, shown, _ in some)
        after, left = some[-1][2], left - len(some)


def _pages() -> Iterator[Place]:
    named = [reverse("disclosure:portal"), reverse("opendata:home"), reverse("opendata:api"), *(page["href"] for part in doors() for page in part["pages"])]
    yield from ((address, None) for address in dict.fromkeys(named))


def _organs() -> Iterator[Place]:
    yield from _named("before:organ", (organ.pk for organ in public_organs()))


def _items() -> Iterator[Place]:
    yield from _named("before:item", (item.code for item in public_items()))


def _named(name: str, keys: Iterable[Any]) -> Iterator[Place]:
    """The addresses of that name, where this installation has them."""
    for key in keys:
        try:
            yield reverse(name, args=[key]), None
        except NoReverseMatch:
            return


def _annual() -> Iterator[Place]:
    for key, at in AnnualReport.objects.order_by("year", "id").values_list("pk", "published_at"):
        yield reverse("disclosure:annual_report", args=[key]), timezone.localdate(at)


SECTIONS: dict[str, Callable[[], Iterator[Place]]] = {"pages": _pages, "organs": _organs, "items": _items, "annual": _annual}
