"""The portal: fast, plain, for everybody, without scripts and without an account."""

import uuid
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.cases.errors import NotFound
from fadu.disclosure import selectors
from fadu.disclosure.derive import ACTS
from fadu.disclosure.doors import doors
from fadu.disclosure.models import Event, Kind, Shown, State

SIZE, FEED = 20, 50
ATOM = "http://www.w3.org/2005/Atom"


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Search over all that is published: the address says it all, so that a result can be sent to somebody."""
    get = request.GET
    rows = selectors.shown(
        get.get("q", "").replace("\x00", ""),
        act=get.get("act", "") if get.get("act", "") in ACTS else "",
        organ_id=_number(get.get("organ", "")),
        code=get.get("code", "")[:18].replace("\x00", ""),
        item=get.get("item", "")[:40].replace("\x00", ""),
        since=_day(get.get("since", "")),
        until=_day(get.get("until", "")),
    )
    after = _number(get.get("after", ""))
    found = list((rows.filter(order__lt=after) if after else rows)[: SIZE + 1])
    more, found = len(found) > SIZE, found[:SIZE]
    context = {
        "rows": [{"it": row, "act": ACTS[row.act].label} for row in found],
        "next": str(found[-1].order) if more else "",
        "acts": [(act.id, act.label) for act in ACTS.values()],
        "doors": doors(),
        "active": any(get.get(name) for name in ("q", "act", "organ", "code", "item", "since", "until")),
    }
    return render(request, "disclosure/portal.html", context)


@require_safe
def record(request: HttpRequest, publication_id: uuid.UUID) -> HttpResponseBase:
    """One record with its proof, or the tombstone of one that was withdrawn."""
    found = _found(publication_id)
    act = ACTS[found.act]
    events = list(Event.objects.filter(publication_id=publication_id).exclude(kind=Kind.LEAVE_OUT).order_by("-id").select_related("leaf"))
    lines = [(told.label, found.record[told.name]) for told in act.lines if found.record.get(told.name)] if found.state == State.SHOWN else []
    status = 200 if found.state == State.SHOWN else 410
    return render(request, "disclosure/record.html", {"it": found, "act": act, "lines": lines, "events": events, "gone": status == 410}, status=status)


@require_safe
def record_json(request: HttpRequest, publication_id: uuid.UUID) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """The record for machines."""
    found = _found(publication_id)
    return JsonResponse(_as_json(found), status=200 if found.state == State.SHOWN else 410, json_dumps_params={"ensure_ascii": False})


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """The newest records as an Atom feed (RFC 4287)."""
    rows = list(selectors.shown(request.GET.get("q", "").replace("\x00", ""), organ_id=_number(request.GET.get("organ", "")))[:FEED])
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    _add(root, "id", settings.PUBLIC_URL + reverse("disclosure:feed"))
    _add(root, "title", "行政执法公示")
    _add(root, "updated", (timezone.make_aware(_noon(rows[0].shown_on)) if rows else timezone.now()).isoformat())
    for row in rows:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        address = settings.PUBLIC_URL + reverse("disclosure:record", args=[row.pk])
        _add(entry, "id", f"urn:uuid:{row.pk}")
        _add(entry, "title", f"{ACTS[row.act].label} {row.number} {row.title}".strip())
        _add(entry, "updated", timezone.make_aware(_noon(row.shown_on)).isoformat())
        ET.SubElement(entry, f"{{{ATOM}}}link", {"href": address})
        _add(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", row.organ_name)
        _add(entry, "summary", str(row.record.get("content") or row.record.get("reason") or row.title))
    return HttpResponse(ET.tostring(root, encoding="utf-8", xml_declaration=True), content_type="application/atom+xml; charset=utf-8")


def _found(publication_id: uuid.UUID) -> Shown:
    try:
        return selectors.record(publication_id)
    except NotFound as missing:
        raise Http404(str(missing)) from missing


def _as_json(row: Shown) -> dict[str, Any]:
    head = {"id": str(row.pk), "state": row.state, "act": row.act, "organ": row.organ_name, "decided_on": row.decided_on, "shown_on": row.shown_on}
    return {**head, **row.record} if row.state == State.SHOWN else {**head, "number": row.number, **row.record}


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - made aware by who asks


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
