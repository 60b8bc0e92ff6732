"""The form page that every change of the room goes through."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fadu.agencies.forms import SECRET, bound
from fadu.law.forms import Field, Invalid, Kind


def form_page(
    request: HttpRequest,
    *,
    title: str,
    fields: Sequence[Field],
    act: Callable[[dict[str, Any]], str],
    back: str,
    submit: str,
    values: Mapping[str, Any] | None = None,
    lead: str = "",
    crumb: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """Ask, or do what was asked: `act` gets what was entered and says in words what came of it.

    What can't be taken comes back with its messages and what was typed (422).
    """
    errors: dict[str, str] = {}
    shown = dict(values or {})
    if request.method == "POST":
        several = {field.name for field in fields if field.kind in {Kind.CHOICES, Kind.OFFICERS}}
        entered: dict[str, Any] = {name: value for name, value in request.POST.dict().items() if name != "csrfmiddlewaretoken"}
        entered |= {name: request.POST.getlist(name) for name in several & entered.keys()}
        try:
            said = act(entered)
        except Invalid as wrong:
            errors = wrong.errors
            shown = {name: value for name, value in entered.items() if name not in SECRET}
        else:
            messages.success(request, said)
            return redirect(back)
    named = {field.name for field in fields}
    context = {
        "title": title,
        "lead": lead,
        "crumb": [*crumb, (title, "")],
        "fields": bound(fields, shown, errors),
        "error": "；".join(text for name, text in errors.items() if name not in named),
        "submit": submit,
        "back": back,
    }
    return render(request, "agencies/form.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)
