"""What is to be signed in a case, who signs it, and what follows when all have."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.errors import Conflict, Refused
from fadu.cases.models import Case
from fadu.cases.selectors import case_for
from fadu.cases.views.guard import actor_of, signed_in
from fadu.documents import selectors as documents
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.documents.views import SANDBOX
from fadu.evidence.models import Action
from fadu.evidence.services import read
from fadu.evidence.signing import selectors, services
from fadu.evidence.signing.models import Capacity, Matter
from fadu.law.forms import Invalid
from fadu.law.papers import paper
from fadu.law.registry import procedures


def put(actor: Actor, case: Case, name: str, data: Mapping[str, Any], moment: datetime | None) -> str:
    """Put a draft before its signers; the party is asked first, as the case names it."""
    matter = services.put_draft(actor, case, name, data, moment)
    _ask_party(actor, matter)
    return reverse("signing:matter", args=[matter.id])


def _ask_party(actor: Actor, matter: Matter) -> None:
    party = matter.case.party
    capacity, name = (Capacity.LEGAL, party.legal_rep) if party.kind == "unit" and party.legal_rep else (Capacity.PARTY, party.name)
    services.add_signer(actor, matter, capacity.value, name[:40])


@require_GET
@signed_in
def index(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """The signatures and the service of a case."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    attempts = selectors.attempts(actor, case)
    served: dict[uuid.UUID, list[Any]] = {}
    for attempt in attempts:
        served.setdefault(attempt.document_id, []).append(attempt)
    rows = [
        {"document": row, "served": served.get(row.id, ()), "goes_out": paper(row.paper).is_served, "is_sent": paper(row.paper).is_served and bool(row.number)}
        for row in (documents.of_case(actor, case.id) if may(actor, "document.see") else ())
        if not row.superseded
    ]
    context = {
        "case": case,
        "matters": [(one, selectors.completed(one)) for one in selectors.matters(actor, case)],
        "rows": rows,
        "writes": may(actor, "evidence.add"),
    }
    return render(request, "signing/index.html", context)


@require_POST
@signed_in
def put_document(request: HttpRequest, case_id: uuid.UUID, document_id: uuid.UUID) -> HttpResponseBase:
    """Put a document before its signers."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    found = documents.document(actor, document_id)
    if found.case_id != case.id:
        raise Http404
    try:
        matter = services.put_document(actor, Document.objects.select_related("case__party", "step").get(pk=found.pk))
    except Conflict as gone:
        messages.error(request, str(gone))
        return redirect("signing:index", case_id=case.id)
    _ask_party(actor, matter)
    return redirect("signing:matter", matter_id=matter.id)


@require_http_methods(["GET", "POST"])
@signed_in
def matter(request: HttpRequest, matter_id: uuid.UUID) -> HttpResponseBase:
    """One matter: what is shown, who has signed, who is still asked; a signer can be added."""
    actor = actor_of(request)
    found = selectors.one_matter(actor, matter_id)
    errors: Mapping[str, str] = {}
    if request.method == "POST":
        try:
            services.add_signer(actor, found, request.POST.get("capacity", ""), request.POST.get("name", ""))
        except Invalid as invalid:
            errors = invalid.errors
        except Conflict as late:
            errors = {"": str(late)}
        else:
            return redirect("signing:matter", matter_id=found.id)
    return _page(request, found, errors=errors, typed=request.POST)


def _page(request: HttpRequest, found: Matter, *, errors: Mapping[str, str], typed: Mapping[str, Any], objections: Any = ()) -> HttpResponse:
    status = HTTPStatus.CONFLICT if objections else HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    step = procedures()[found.case.procedure, found.case.version]
    done = selectors.completed(found)
    context = {
        "matter": found, "case": found.case, "signers": [(one, selectors.of(one)) for one in selectors.signers(found)], "done": done,
        "capacities": Capacity.choices, "errors": errors, "error": errors.get("", ""), "typed": typed, "objections": objections, "writes": may(actor_of(request), "evidence.add"),
        "label": step[found.step].label if found.step in step else found.title, "pages": range(1, found.pages + 1),
    }  # fmt: skip
    return render(request, "signing/matter.html", context, status=status)


@require_POST
@signed_in
def complete(request: HttpRequest, matter_id: uuid.UUID) -> HttpResponseBase:
    """All have signed or refused: take the step, or make the signed document."""
    found = selectors.one_matter(actor_of(request), matter_id)
    try:
        services.complete(actor_of(request), found)
    except Invalid as invalid:
        return _page(request, found, errors=invalid.errors, typed={})
    except Refused as refused:
        return _page(request, found, errors={}, typed={}, objections=refused.objections)
    except Conflict as moved:
        return _page(request, found, errors={"": str(moved)}, typed={})
    messages.success(request, "签署完成，签名页已经附在文书后" if found.document_id else "签署完成，步骤已经办理")
    return redirect("cases:case", case_id=found.case_id)


@require_GET
@signed_in
def shown(request: HttpRequest, matter_id: uuid.UUID) -> HttpResponseBase:
    """The PDF that the signers are shown, byte for byte."""
    actor = actor_of(request)
    found = selectors.one_matter(actor, matter_id)
    read(actor, kind="signing", ref=found.id, what=found.title, action=Action.VIEW, organ_id=found.organ_id, case=found.case)
    return sent(storage.fetch(found.sha256), "application/pdf")


@require_GET
@signed_in
def page(request: HttpRequest, matter_id: uuid.UUID, number: int) -> HttpResponseBase:
    """One page of it as a picture."""
    return picture_of(selectors.one_matter(actor_of(request), matter_id), number)


def picture_of(found: Matter, number: int) -> HttpResponse:
    """One page of a matter as a picture; 404 where it has none of that number."""
    if not 1 <= number <= len(found.pictures):
        raise Http404
    return sent(storage.fetch(found.pictures[number - 1]), "image/png")


def sent(content: bytes, media: str) -> HttpResponse:
    """Bytes that are looked at and neither kept nor run."""
    headers = {"Content-Security-Policy": SANDBOX, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=media, headers=headers)
