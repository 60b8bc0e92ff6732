"""The pad on the officer's device, the refusal, the link for the signer's own phone, and the picture of a signature."""

import re
import uuid
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fadu.cases.errors import Conflict, NotFound
from fadu.cases.views.guard import actor_of, signed_in
from fadu.evidence.signing import selectors, services
from fadu.evidence.signing.models import Capacity, Invited, Manner
from fadu.evidence.signing.services.signing import Given
from fadu.evidence.signing.views.matters import sent
from fadu.law.forms import Invalid

_ROW = re.compile(r"correction\.(\d{1,2})\.(page|was|now)")


def given_by(request: HttpRequest) -> Given:
    """What a pad posted, as it came."""
    post = request.POST
    rows: dict[int, dict[str, str]] = {}
    for name in post:
        if (match := _ROW.fullmatch(name)) and post[name].strip():
            rows.setdefault(int(match[1]), {})[match[2]] = post[name]
    pages = [int(number) for number in post.getlist("page") if number.isascii() and number.isdigit() and len(number) < 5]
    device = request.headers.get("User-Agent", "")
    return Given(post.get("sha256", ""), pages, post.get("strokes", ""), post.get("witness", ""), [rows[key] for key in sorted(rows)], device)


def pad(request: HttpRequest, invited: Invited, errors: Mapping[str, str], *, token: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    """The page with the pages to be confirmed and the pad."""
    matter = invited.matter
    pages = [
        (number, reverse("signing:own_page", args=[token, number]) if token else reverse("signing:page", args=[matter.id, number]))
        for number in range(1, matter.pages + 1)
    ]
    context = {
        "matter": matter, "invited": invited, "pages": pages, "errors": errors, "own": bool(token), "typed": request.POST,
        "confirmed": request.POST.getlist("page"), "rows": range(3), "witnesses": [] if token else _witnesses(invited),
    }  # fmt: skip
    return render(request, "signing/pad.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors and status == HTTPStatus.OK else status)


def _witnesses(invited: Invited) -> list[Any]:
    there = [(one, selectors.of(one)) for one in selectors.signers(invited.matter) if one.capacity == Capacity.WITNESS]
    return [(found.id, one.name) for one, found in there if found is not None and found.manner == Manner.DRAWN]


@require_http_methods(["GET", "POST"])
@signed_in
def sign(request: HttpRequest, invited_id: uuid.UUID) -> HttpResponseBase:
    """Sign on the officer's device."""
    actor = actor_of(request)
    invited = selectors.invited(actor, invited_id)
    if request.method == "GET":
        return pad(request, invited, {})
    try:
        services.sign(actor, invited, given_by(request))
    except Invalid as invalid:
        return pad(request, invited, invalid.errors)
    except Conflict as late:
        return pad(request, invited, {"": str(late)}, status=HTTPStatus.CONFLICT)
    return redirect("signing:matter", matter_id=invited.matter_id)


@require_http_methods(["GET", "POST"])
@signed_in
def refuse(request: HttpRequest, invited_id: uuid.UUID) -> HttpResponseBase:
    """Write down a refusal."""
    actor = actor_of(request)
    invited = selectors.invited(actor, invited_id)
    errors: Mapping[str, str] = {}
    status = HTTPStatus.OK
    if request.method == "POST":
        data = {name: request.POST[name] for name in ("reason",) if request.POST.get(name)}
        try:
            services.refuse(actor, invited, data, request.POST.get("witness", ""), request.headers.get("User-Agent", ""), request.POST.get("film", ""))
        except Invalid as invalid:
            errors, status = invalid.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        except Conflict as late:
            errors, status = {"": str(late)}, HTTPStatus.CONFLICT
        else:
            return redirect("signing:matter", matter_id=invited.matter_id)
    context = {
        "matter": invited.matter,
        "invited": invited,
        "errors": errors,
        "error": errors.get("", ""),
        "typed": request.POST,
        "witnesses": _witnesses(invited),
        "films": selectors.films(actor, invited.matter.case),
    }
    return render(request, "signing/refuse.html", context, status=status)


@require_POST
@signed_in
def link(request: HttpRequest, invited_id: uuid.UUID) -> HttpResponseBase:
    """A one-time link for the signer's own phone, as a QR code; it is shown this once."""
    actor = actor_of(request)
    invited = selectors.invited(actor, invited_id)
    try:
        made, token = services.invite_by_link(actor, invited)
    except Conflict:
        return redirect("signing:matter", matter_id=invited.matter_id)
    address = settings.PUBLIC_URL.rstrip("/") + reverse("signing:own", args=[token])
    if settings.DEMO or getattr(settings, "TESTING", False):
        address = request.build_absolute_uri(reverse("signing:own", args=[token]))
    code = segno.make(address, error="m", micro=False)
    answer = render(
        request,
        "signing/link.html",
        {"invited": invited, "matter": invited.matter, "link": made, "address": address, "code": code.svg_data_uri(scale=6, border=2)},
    )
    answer["Cache-Control"] = "no-store"
    return answer


@require_GET
@signed_in
def picture(request: HttpRequest, signature_id: uuid.UUID) -> HttpResponseBase:
    """The picture of a signature, as the platform drew it from the strokes."""
    found = selectors.signature(actor_of(request), signature_id)
    if found.picture is None:
        raise NotFound("没有手写的签名")
    return sent(selectors.drawing(found.picture).encode(), "image/svg+xml")
