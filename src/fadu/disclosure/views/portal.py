"""The portal: fast, plain, for everybody, without scripts and without an account."""

import uuid
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.cases.errors import NotFound
from fadu.cases.models import LogHead
from fadu.cases.services.log import vkey
from fadu.disclosure import search, selectors
from fadu.disclosure.credit.former import Happened, happened
from fadu.disclosure.derive import ACTS, Act
from fadu.disclosure.doors import doors
from fadu.disclosure.models import TOLD, Event, Kind, Shown, State
from fadu.disclosure.views import frame
from fadu.disclosure.views.results import ASKED, link, results, row_of
from fadu.law.codes import check_credit_code

NEWEST = 8
_NO_WORDS = search.asked("")
HEAD = {"number": "文号", "party": "当事人", "party_code": "统一社会信用代码", "cause": "案由", "item": "执法事项", "organ": "机关", "decided_on": "决定日期"}
"""Lines of every record, as they are told when one of them was corrected."""
COPY = {"paper": "决定书公开文本"}
"""Likewise of the words of the decision, where they are shown."""


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Search, doors, the newest. An address that asks for something is that of results: such links were sent to people."""
    if any(request.GET.get(name) for name in (*ASKED, "after")):
        return results(request)
    return frame.answer(request, _home)


def _home() -> frame.Page:
    counts = selectors.totals()
    tiles = [(ACTS[act].label, f"{count:,}", f"{reverse('disclosure:results')}?act={act}") for act, count in counts.items() if act in ACTS]
    context = {
        "total": f"{counts.get('', 0):,}",
        "tiles": tiles,
        "rows": [row_of(row, _NO_WORDS) for row in selectors.newest(NEWEST)],
        "doors": doors(),
        "verify": link("verify:home"),
    }
    return frame.Page("行政执法公示", render_to_string("disclosure/portal.html", context), 200, reverse("disclosure:feed"))


@require_safe
def record(request: HttpRequest, publication_id: uuid.UUID) -> HttpResponseBase:
    """One record with its proof, or the tombstone of one that was withdrawn."""
    own = list(Event.objects.filter(publication_id=publication_id, kind__in=TOLD).order_by("-id").select_related("leaf"))
    events: Sequence[Event | Happened] = own or happened(publication_id)
    of = ",".join(f"{event.id}:{event.leaf.index}" for event in events)
    return frame.answer(request, lambda: _record(publication_id, events), of=of or "none", since=events[0].at if events else None)


def _record(publication_id: uuid.UUID, events: Sequence[Event | Happened]) -> frame.Page:
    found = _found(publication_id)
    act, gone = ACTS[found.act], found.state != State.SHOWN
    last = events[0] if events else None
    head = LogHead.objects.filter(pk=1).only("size").first()
    index = last.leaf.index if last else None
    context = {
        "it": found,
        "act": act,
        "gone": gone,
        "last": last,
        "lines": [] if gone else [(told.label, found.record[told.name]) for told in act.lines if found.record.get(told.name)],
        "events": [{"it": event, "changed": changed} for event, changed in zip(events, _changes(act, events), strict=True)],
        "corrected": None if gone else next((event for event in events if event.kind == Kind.CORRECT), None),
        "index": index,
        "entry": None if index is None else f"{index:,}",
        "size": f"{head.size:,}" if head and index is not None and index < head.size else "",
        "organ": link("before:organ", found.organ_id),
        "item": link("before:item", found.item) if found.item else "",
        "enterprise": reverse("disclosure:enterprise", args=[found.party_code]) if found.party_code else "",
        "verify": link("verify:home"),
        "vkey": vkey(),
    }
    return frame.Page(found.title, render_to_string("disclosure/record.html", context), 410 if gone else 200)


def _changes(act: Act, events: Sequence[Event | Happened]) -> list[list[str]]:
    """Which lines each event changed of what was shown before it; only their names, since what stood there may be what had to go."""
    labels = HEAD | {told.name: told.label for told in act.lines} | COPY
    changed: list[list[str]] = []
    before: dict[str, Any] = {}
    for event in reversed(events):
        after = event.shown if event.kind in {Kind.RELEASE, Kind.CORRECT} else None
        changed.append([label for name, label in labels.items() if before and before.get(name) != after.get(name)] if after else [])
        before = after or before
    return changed[::-1]


@require_safe
def code(request: HttpRequest, publication_id: uuid.UUID) -> HttpResponse:
    """The QR code of the address of a record; the address says everything, so it may be kept for long."""
    drawn = segno.make(settings.PUBLIC_URL + reverse("disclosure:record", args=[publication_id]), error="m", micro=False)
    written = BytesIO()
    drawn.save(written, kind="svg", scale=4, border=2, omitsize=True, xmldecl=False)
    answer = HttpResponse(written.getvalue(), content_type="image/svg+xml")
    return frame.told(answer, frame.tag_of(request, settings.PUBLIC_URL), None)


@require_safe
def record_json(request: HttpRequest, publication_id: uuid.UUID) -> HttpResponseBase:
    """The record for machines."""
    found = _found(publication_id)
    answer = JsonResponse(_as_json(found), status=200 if found.state == State.SHOWN else 410, json_dumps_params={"ensure_ascii": False})
    last = Event.objects.filter(publication_id=publication_id, kind__in=TOLD).order_by("-id").first()
    return frame.told(answer, frame.tag_of(request, str(last and last.id)), last.at if last else None)


@require_safe
def enterprise(request: HttpRequest, code: str) -> HttpResponseBase:
    """What was published about a party, by its unified social credit code."""
    return frame.answer(request, lambda: _enterprise(code))


def _enterprise(code: str) -> frame.Page:
    context: dict[str, Any] = {"code": code[:40]}
    try:
        check_credit_code(code)
    except ValueError as wrong:
        return frame.Page("没有这家企业的公示信息", render_to_string("disclosure/enterprise_unknown.html", context | {"wrong": str(wrong)}), 404)
    by_year, rows = selectors.of_enterprise(code)
    if not rows:
        return frame.Page("没有这家企业的公示信息", render_to_string("disclosure/enterprise_unknown.html", context), 404)
    found = f"{reverse('disclosure:results')}?code={code}"
    years = sorted({year for _, year, _ in by_year}, reverse=True)
    counts = {(act, year): count for act, year, count in by_year}
    kinds = list(dict.fromkeys(act for act, _, _ in by_year))
    context |= {
        "name": rows[0].party,
        "total": sum(counts.values()),
        "years": years,
        "kinds": [
            {"label": ACTS[act].label if act in ACTS else act, "cells": [(year, counts.get((act, year)), f"{found}&act={act}&year={year}") for year in years]}
            for act in kinds
        ],
        "rows": [row_of(row, _NO_WORDS) for row in rows],
        "all": found,
        "listed": len(rows),
    }
    feed = f"{reverse('disclosure:feed')}?code={code}"
    return frame.Page(f"{rows[0].party}的公示信息", render_to_string("disclosure/enterprise.html", context | {"feed": feed}), 200, feed)


def _found(publication_id: uuid.UUID) -> Shown:
    try:
        return selectors.record(publication_id)
    except NotFound as missing:
        raise Http404(str(missing)) from missing


def _as_json(row: Shown) -> dict[str, Any]:
    head = {"id": str(row.pk), "state": row.state, "act": row.act, "organ": row.organ_name, "decided_on": row.decided_on, "shown_on": row.shown_on}
    return {**head, **row.record} if row.state == State.SHOWN else {**head, "number": row.number, **row.record}
