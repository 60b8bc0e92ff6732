"""The register of service: the attempts of a document, a way that is begun, a result; each page asks only what its way needs."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fadu.accounts.permissions import may
from fadu.agencies.posted import posted
from fadu.cases import forms
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.selectors import case_for
from fadu.cases.views.guard import actor_of, signed_in
from fadu.documents import selectors as documents
from fadu.documents.models import Document
from fadu.evidence import intake, vault
from fadu.evidence.models import Action, Original, Use
from fadu.evidence.services import read
from fadu.evidence.serving import INLINE, served
from fadu.evidence.signing import selectors, services
from fadu.evidence.signing.models import Attempt, Proof
from fadu.law import serving
from fadu.law.forms import Field, Invalid, Kind, validate

BEGAN = Field(name="began_at", label="送达时间", kind=Kind.DATETIME, help="实际送出、张贴或者到场的时间")
AROUND = ("csrfmiddlewaretoken", "proofs", BEGAN.name)
NONE = intake.Given(())
CHOSEN = Field(name="witness", label="在本案签过名的见证人", kind=Kind.CHOICE, required=False, help="不在其中的，在下面填写姓名")


def _document(request: HttpRequest, case_id: uuid.UUID, document_id: uuid.UUID) -> Document:
    case = case_for(actor_of(request), case_id)
    found = documents.document(actor_of(request), document_id)
    if found.case_id != case.id:
        raise Http404
    return Document.objects.select_related("case__organ", "case__party", "organ", "step").get(pk=found.pk)


@require_GET
@signed_in
def document(request: HttpRequest, case_id: uuid.UUID, document_id: uuid.UUID) -> HttpResponseBase:
    """What was done to serve a document, and the ways that are left."""
    found = _document(request, case_id, document_id)
    tried = [row for row in selectors.attempts(actor_of(request), found.case) if row.document_id == found.id]
    results = [getattr(row, "result", None) for row in tried]
    done = next((row for row in results if row is not None and row.outcome == "served"), None)
    waiting = any(row is None for row in results)
    context = {
        "document": found, "case": found.case, "attempts": list(zip(tried, results, strict=True)), "done": done, "waiting": waiting,
        "ways": () if done or waiting else serving.WAYS.values(), "writes": may(actor_of(request), "evidence.add"),
    }  # fmt: skip
    return render(request, "signing/service.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def begin(request: HttpRequest, case_id: uuid.UUID, document_id: uuid.UUID, way: str) -> HttpResponseBase:
    """Begin to serve a document in one way; where beginning and result are one act, both."""
    found = _document(request, case_id, document_id)
    if way not in serving.WAYS:
        raise Http404
    chosen = serving.WAYS[way]
    fields = (*chosen.begins, *(serving.asks_of_result(chosen) if chosen.at_once else ()))

    def send(data: dict[str, Any], files: Sequence[Original]) -> None:
        if chosen is serving.ELECTRONIC:
            services.send(actor_of(request), found)
            return
        first = {field.name for field in chosen.begins}
        if chosen.at_once:  # what can't be taken is told before anything is written
            validate(serving.asks_of_result(chosen), {name: value for name, value in data.items() if name not in first})
        begun = {name: value for name, value in data.items() if name in first or not chosen.at_once}
        waiting = selectors.waiting(found, way) if chosen.at_once else None  # the law refused its result: it is told again
        attempt = waiting or services.begin(actor_of(request), found, way, begun, began_at=_moment(request), files=files)
        if chosen.at_once:
            services.end(actor_of(request), attempt, {name: value for name, value in data.items() if name not in first}, files=files)

    values = {"address": found.case.party.address} if way == "post" else {}
    return _ask(request, found, fields, send, values, {"way": chosen, "timed": chosen is not serving.ELECTRONIC})


@require_http_methods(["GET", "POST"])
@signed_in
def result(request: HttpRequest, attempt_id: uuid.UUID) -> HttpResponseBase:
    """Write down how an attempt ended."""
    attempt = selectors.attempt(actor_of(request), attempt_id)
    if getattr(attempt, "result", None) is not None:
        return redirect("signing:service", case_id=attempt.case_id, document_id=attempt.document_id)
    way = serving.WAYS[attempt.way]

    def send(data: dict[str, Any], files: Sequence[Original]) -> None:
        services.end(actor_of(request), attempt, data, files=files)

    return _ask(request, attempt.document, serving.asks_of_result(way), send, {}, {"way": way, "attempt": attempt, "timed": False})


def _ask(request: HttpRequest, found: Document, fields: Sequence[Field], send: Any, values: Mapping[str, Any], context: dict[str, Any]) -> HttpResponseBase:
    """Show the form, or send what was posted; keep what was typed when it can't be taken."""
    errors: Mapping[str, str] = {}
    objections: Sequence[Any] = ()
    status, given = HTTPStatus.OK, NONE
    if request.method == "POST":
        data = posted(fields, request.POST, AROUND)
        values = {**data, "began_at": request.POST.get("began_at", "")}
        given = intake.given(actor_of(request), request, "proofs", use=Use.SERVICE, case=found.case)
        try:
            if given.error:
                raise Invalid({"proofs": given.error})  # noqa: TRY301 - told with the other faults of the form
            send(_with_witness(found, data), given.originals)
        except Invalid as invalid:
            errors, status = invalid.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        except Refused as refused:
            objections, status = refused.objections, HTTPStatus.CONFLICT
        except Conflict as moved:
            errors, status = {"": str(moved)}, HTTPStatus.CONFLICT
        else:
            return redirect("signing:service", case_id=found.case_id, document_id=found.id)
    else:
        values = {**values, "began_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}
    shown = (BEGAN, *fields) if context["timed"] else fields
    witnesses = selectors.witnesses(found.case) if context["way"] is serving.LEFT else []
    if witnesses:
        at = next((place for place, field in enumerate(shown) if field.name == "witness_name"), len(shown))
        shown = (*shown[:at], replace(CHOSEN, choices=tuple(witnesses)), *shown[at:])
    names = {field.name for field in shown}
    loose = "；".join(text for name, text in errors.items() if name not in names and name != "proofs")
    context |= {
        "document": found,
        "case": found.case,
        "fields": forms.bound(shown, values, errors),
        "objections": objections,
        "error": loose,
        "files_error": errors.get("proofs", ""),
        "kept": given.originals,
    }
    return render(request, "signing/serve.html", context, status=status)


def _with_witness(found: Document, data: dict[str, Any]) -> dict[str, Any]:
    """The name of the witness who was chosen among those that signed in the case."""
    chosen = data.get(CHOSEN.name, "")
    if not chosen:
        return data
    names = dict(selectors.witnesses(found.case))
    if chosen not in names:
        raise Invalid({CHOSEN.name: "请选择在本案签过名的见证人，或者填写姓名"})
    return {**{name: value for name, value in data.items() if name != CHOSEN.name}, "witness_name": names[chosen]}


def _moment(request: HttpRequest) -> datetime | None:
    text = request.POST.get("began_at", "").strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid({"began_at": f"“{text[:20]}”不是有效时间，请按 2026-11-20 10:30 填写"}) from None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


@require_GET
@signed_in
def proof(request: HttpRequest, proof_id: uuid.UUID) -> HttpResponseBase:
    """A file that proves a service; that it was looked at is written down."""
    actor = actor_of(request)
    found = Proof.objects.select_related("attempt", "original").filter(pk=proof_id).first()
    if found is None:
        raise NotFound("没有这个凭证")
    attempt: Attempt = selectors.attempt(actor, found.attempt_id)
    original = found.original
    read(actor, kind="service-proof", ref=original.id, what=original.name, action=Action.VIEW, organ_id=attempt.organ_id, case=attempt.case)
    return served(request, vault.opened(original.id, original.size), original, inline=original.media in INLINE)
