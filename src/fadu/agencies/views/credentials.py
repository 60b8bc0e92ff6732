"""What a credential shows: to its holder as a card to print, to anybody who is shown it as a public page."""

from http import HTTPStatus
from typing import Any

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies import forms, selectors
from fadu.agencies.forms import bound
from fadu.agencies.models import Credential
from fadu.agencies.selectors import credentials
from fadu.agencies.throttle import missed, missed_often, too_often
from fadu.law.forms import Invalid, validate

TRIES = 10
"""How many numbers one address may try in ten minutes."""
MISSES = 30
"""How many codes that lead to no card one address may open in ten minutes."""
NONE = "查无此证"


@never_cache
@require_safe
@entered_for("credential.verify")
def public(request: HttpRequest, token: str) -> HttpResponse:
    """A credential as anybody may know it: 姓名、证号、类别、单位、状态."""
    if missed_often(request, "card", MISSES):
        return render(request, "agencies/no_card.html", {"often": True}, status=HTTPStatus.TOO_MANY_REQUESTS)
    card = credentials.shown(actor_of(request), token)
    if card is None:
        missed(request, "card")
        return render(request, "agencies/no_card.html", {}, status=HTTPStatus.NOT_FOUND)
    return render(request, "agencies/public_card.html", {"card": card, "at": timezone.now()})


@require_safe
@entered_for("credential.verify")
def code(request: HttpRequest, token: str) -> HttpResponse:
    """The QR code that leads to the public page."""
    if credentials.shown(actor_of(request), token) is None:
        raise Http404
    address = settings.PUBLIC_URL + reverse("agencies:public_card", args=[token])
    drawn = segno.make(address, error="m", micro=False).svg_inline(scale=4, border=2)
    return HttpResponse(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1), content_type="image/svg+xml")


@never_cache
@require_http_methods(["GET", "POST"])
@entered_for("credential.verify")
def lookup(request: HttpRequest) -> HttpResponse:
    """Look a credential up by what is printed on it: the number and the name, both exact."""
    entered = {field.name: request.POST.get(field.name, "") for field in forms.LOOKUP}
    errors: dict[str, str] = {}
    said, status = "", HTTPStatus.OK
    if request.method == "POST":
        if too_often(request, "credential", TRIES):
            said, status = "查询过于频繁，请十分钟后再试", HTTPStatus.TOO_MANY_REQUESTS
        else:
            try:
                clean = validate(forms.LOOKUP, entered)
            except Invalid as wrong:
                errors, status = wrong.errors, HTTPStatus.UNPROCESSABLE_ENTITY
            else:
                card = credentials.read_off(actor_of(request), clean["number"], clean["name"])
                if card is not None:
                    return redirect("agencies:public_card", card.token)
                said, status = f"{NONE}：请核对证号和姓名；两项都对仍查不到的，可以拒绝检查并向司法行政部门核实", HTTPStatus.NOT_FOUND
    context = {"fields": bound(forms.LOOKUP, entered, errors), "error": said}
    return render(request, "agencies/card_lookup.html", context, status=status)


@require_safe
@entered_for("people.see")
def card(request: HttpRequest, credential_id: int) -> HttpResponse:
    """The credential as a sheet to print, with the code that leads to its public page."""
    actor = actor_of(request)
    try:
        found = selectors.credential(actor, credential_id)
    except Credential.DoesNotExist:
        raise Http404 from None
    reading = selectors.with_credentials([found.officer], timezone.now())[0].credential
    person: Any = found.officer
    back = reverse("agencies:officer", args=[person.pk])
    crumb = [("执法人员", reverse("agencies:officers")), (person.name, back), ("证件页", "")]
    context = {"card": found, "public": credentials.shown(actor, found.token), "reading": reading, "crumb": crumb, "address": settings.PUBLIC_URL}
    return render(request, "agencies/card.html", context)
