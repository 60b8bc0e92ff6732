"""The form page of the room, whose forms have tables and several choices."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse

from fadu.agencies.forms import bound
from fadu.agencies.posted import posted
from fadu.law.forms import Field, Invalid

EXAMS, BANK = ("考试", "exams:exams"), ("题库", "exams:questions")


def crumb(*places: tuple[str, str]) -> list[tuple[str, str]]:
    """Where a page lies: names with the names of their addresses, or with addresses."""
    return [(label, reverse(name) if ":" in name else name) for label, name in (EXAMS, *places)]


def form_page(
    request: HttpRequest,
    *,
    title: str,
    fields: Sequence[Field],
    act: Callable[[dict[str, Any]], tuple[str, str]],
    submit: str,
    back: str,
    places: Sequence[tuple[str, str]] = (),
    values: Mapping[str, Any] | None = None,
    lead: str = "",
) -> HttpResponse:
    """Ask, or do what was asked: `act` gets what was entered and gives what came of it in words, and where to go on.

    What can't be taken comes back with its messages and what was typed (422).
    """
    errors: dict[str, str] = {}
    shown: Mapping[str, Any] = values or {}
    if request.method == "POST":
        shown = posted(fields, request.POST)
        try:
            said, onward = act(dict(shown))
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, said)
            return redirect(onward)
    named = tuple(field.name for field in fields)
    context = {
        "title": title,
        "lead": lead,
        "crumb": crumb(*places, (title, "")),
        "fields": bound(fields, shown, errors),
        "error": "；".join(text for name, text in errors.items() if name.split(".")[0] not in named),
        "submit": submit,
        "back": back,
    }
    return render(request, "agencies/form.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)


def asked(request: HttpRequest, *names: str) -> dict[str, str]:
    """The filters of the address."""
    return {name: request.GET.get(name, "")[:100] for name in names}


def sheet_address(sheet_id: str) -> str:
    """Where a list of the room goes in and out as a worksheet; "" where the site serves none."""
    address = f"/sheets/{sheet_id}/"
    try:
        resolve(address)
    except Resolver404:
        return ""
    return address
