"""Results: the address says it all, so that a result can be sent to somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote_plus, urlencode
from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified, QueryDict
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.disclosure import search, selectors
from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Shown
from fadu.disclosure.search import facets as by
from fadu.disclosure.search.marking import holds, marked, snippet
from fadu.disclosure.views import frame

SIZE, FEED, SEEN_AT_ONCE = 20, 50, 6
ATOM = "http://www.w3.org/2005/Atom"
ASKED = ("q", "code", "since", "until", *by.NAMES)
_LONGEST = {"q": 400, "code": 18}
OUTCOMES = ("content", "result", "reason", "declined", "outcome", "disposal", "amount")
"""What an act came to: the first of these lines that its record has."""


@dataclass(frozen=True, slots=True)
class Address:
    """What an address asks for, as it was typed."""

    values: tuple[tuple[str, str], ...]
    errors: dict[str, str]
    since: date | None
    until: date | None

    def get(self, name: str) -> str:
        """What was typed there."""
        return next((value for key, value in self.values if key == name), "")

    def with_(self, **changed: str) -> str:
        """The address with something else asked for; with nothing where the value is empty."""
        kept = [(key, value) for key, value in self.values if key not in changed]
        return "?" + urlencode([*kept, *((key, value) for key, value in changed.items() if value)])

    @property
    def wanted(self) -> search.Wanted:
        """What is looked for."""
        chosen = ((name, value) for name in by.NAMES if (value := self.get(name)))
        return search.wanted(self.get("q"), facets=chosen, code=self.get("code").upper(), since=self.since, until=self.until)


def address_of(get: QueryDict) -> Address:
    """Read an address; a day that is none is told on its field."""
    values = tuple((name, value) for name in ASKED if (value := get.get(name, "").replace("\x00", "")[: _LONGEST.get(name, 40)].strip()))
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name, text in values:
        if name in {"since", "until"}:
            try:
                days[name] = date.fromisoformat(text)
            except ValueError:
                errors[name] = f"“{text}”不是日期，请写成 2026-05-31 这样"
    since, until = days.get("since"), days.get("until")
    if since and until and since > until:
        errors["until"] = "截止日期早于起始日期"
    return Address(values, errors, since, until)


@require_safe
def results(request: HttpRequest) -> HttpResponseBase:
    """Search over all that is published."""
    return frame.answer(request, lambda: _laid(request))


def _laid(request: HttpRequest) -> frame.Page:
    asks = address_of(request.GET)
    context: dict[str, Any] = {"asks": asks, "q": asks.get("q"), "since": asks.get("since"), "until": asks.get("until"), "errors": asks.errors}
    context["kept"] = [(name, value) for name, value in asks.values if name in by.NAMES or name == "code"]
    feed = reverse("disclosure:feed") + asks.with_()
    if asks.errors:
        return frame.Page("执法结果", render_to_string("disclosure/results.html", context), 422, feed)
    what = asks.wanted
    nothing_asked = bool(asks.get("q")) and not what.words
    place = request.GET.get("after", "")
    after = int(place) if place.isascii() and place.isdigit() and len(place) < 19 else None
    found = selectors.NOTHING if nothing_asked else selectors.results(what, size=SIZE, after=after)
    narrowed = {name: asks.get(name) for name in by.NAMES if asks.get(name)}
    context |= {
        "rows": [row_of(row, what.words) for row in found.rows],
        "total": f"{found.total:,}" + ("+" if found.more else ""),
        "none": not found.total,
        "sampled": f"{search.COUNTED:,}" if found.sampled else "",
        "next": asks.with_(after=str(found.next)) if found.next else "",
        "first": asks.with_() if after is not None else "",
        "chips": _chips(asks, narrowed),
        "facets": _facets(asks, found, narrowed),
        "feed": feed,
        "wordless": nothing_asked,
        "long": len(request.GET.get("q", "")) > search.LONGEST_QUERY,
    }
    title = f"{asks.get('q')[:30]} · 执法结果" if asks.get("q") else "执法结果"
    return frame.Page(title, render_to_string("disclosure/results.html", context), 200, feed)


def row_of(row: Shown, words: search.Asked) -> dict[str, Any]:
    """A result as a list shows it, with the words found in it marked."""
    record = row.record
    cause = str(record.get("cause") or "")
    said = [str(record[told.name]) for told in ACTS[row.act].lines if record.get(told.name)] if row.act in ACTS else []
    outcome = outcome_of(record)
    at = next((text for text in said if text != outcome and holds(text, words)), "") if words and not holds(f"{row.party} {cause} {outcome}", words) else ""
    return {
        "href": f"/open/{row.pk}/",
        "party": marked(row.party, words),
        "cause": marked(cause, words),
        "act": ACTS[row.act].label if row.act in ACTS else row.act,
        "number": marked(row.number, words),
        "organ": marked(row.organ_name, words),
        "outcome": snippet(outcome, words) if outcome else "",
        "at": snippet(at, words) if at else "",
        "decided": row.decided_on.isoformat(),
        "shown": row.shown_on.isoformat(),
    }


def outcome_of(record: Mapping[str, Any]) -> str:
    """What an act came to, in the words of its record; "" where it says nothing of it."""
    return next((str(record[name]) for name in OUTCOMES if record.get(name)), "")


def _chips(asks: Address, narrowed: dict[str, str]) -> list[dict[str, str]]:
    """What narrows the results, each with the address without it."""
    chips = []
    if asks.get("q"):
        chips.append({"title": "关键词", "label": asks.get("q"), "href": asks.with_(q="")})
    for name, value in narrowed.items():
        chips.append({"title": by.TITLES[name], "label": selectors.named(name, [value]).get(value, value), "href": asks.with_(**{name: ""})})
    for name, title in (("code", "信用代码"), ("since", "决定日期自"), ("until", "决定日期至")):
        if asks.get(name):
            chips.append({"title": title, "label": asks.get(name), "href": asks.with_(**{name: ""})})
    return chips


def _facets(asks: Address, found: selectors.Results, narrowed: dict[str, str]) -> list[dict[str, Any]]:
    """The facets by which the results can be narrowed further: those with more than one value, or whose one value says something."""
    base = asks.with_()
    base += "&" if len(base) > 1 else ""
    laid = []
    for name in by.NAMES:
        counts = found.counts.get(name) or {}
        if name in narrowed or not counts:
            continue
        values = sorted(counts, reverse=name == "year")
        if name not in {"fine", "year"}:
            values.sort(key=counts.__getitem__, reverse=True)
        values = values[: selectors.MOST_VALUES]
        labels = selectors.named(name, values)
        links = [(f"{base}{name}={quote_plus(value)}", labels.get(value, value), f"{counts[value]:,}") for value in values]
        laid.append({"title": by.TITLES[name], "links": links[:SEEN_AT_ONCE], "more": links[SEEN_AT_ONCE:]})
    return laid


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """The newest records that match as an Atom feed (RFC 4287)."""
    of, since = frame.stamp()
    tag = frame.tag_of(request, of)
    if frame.unchanged(request, tag, since):
        return frame.told(HttpResponseNotModified(), tag, since)
    asks = address_of(request.GET)
    if asks.errors:
        return HttpResponse("；".join(asks.errors.values()), status=422, content_type="text/plain; charset=utf-8")
    wordless = bool(asks.get("q")) and not asks.wanted.words
    rows = [] if wordless else selectors.results(asks.wanted, size=FEED).rows
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    query = asks.with_() if asks.values else ""
    _add(root, "id", settings.PUBLIC_URL + reverse("disclosure:feed") + query)
    _add(root, "title", " · ".join(["行政执法公示", *(chip["label"] for chip in _chips(asks, {name: asks.get(name) for name in by.NAMES if asks.get(name)}))]))
    _add(root, "updated", (timezone.make_aware(_noon(rows[0])) if rows else since or timezone.now()).isoformat())
    for rel, name in (("self", "disclosure:feed"), ("alternate", "disclosure:results")):
        ET.SubElement(root, f"{{{ATOM}}}link", {"rel": rel, "href": settings.PUBLIC_URL + reverse(name) + query})
    for row in rows:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        _add(entry, "id", f"urn:uuid:{row.pk}")
        _add(entry, "title", _clean(f"{ACTS[row.act].label} {row.number} {row.title}".strip()))
        _add(entry, "updated", timezone.make_aware(_noon(row)).isoformat())
        ET.SubElement(entry, f"{{{ATOM}}}link", {"href": settings.PUBLIC_URL + reverse("disclosure:record", args=[row.pk])})
        _add(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", row.organ_name)
        _add(entry, "summary", outcome_of(row.record) or row.title)
    body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return frame.told(HttpResponse(body, content_type="application/atom+xml; charset=utf-8"), tag, since)


def link(name: str, *arguments: Any) -> str:
    """An address of another room, or "" where this installation has none."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(text)


def _clean(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff"))


def _noon(row: Shown) -> datetime:
    return datetime(row.shown_on.year, row.shown_on.month, row.shown_on.day) + timedelta(hours=12)  # noqa: DTZ001 - made aware by who asks
