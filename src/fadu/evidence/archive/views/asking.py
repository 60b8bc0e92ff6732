"""A form of this room: asked, tried, and given back with what stands against it and everything that was typed."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from fadu.agencies.forms import bound
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.evidence.vault import Damaged
from fadu.law.forms import Field, Invalid, Kind, validate

View = Callable[..., HttpResponseBase]


def within_reach(view: View) -> View:
    """What is out of reach is not there; what is damaged is told."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Damaged as damage:
            return render(request, "409.html", {"reason": str(damage)}, status=HTTPStatus.CONFLICT)

    return guarded


def asked(
    request: HttpRequest,
    *,
    title: str,
    fields: Sequence[Field],
    do: Callable[[dict[str, Any]], str | HttpResponseBase],
    back: str,
    submit: str,
    lead: str = "",
    values: Mapping[str, Any] | None = None,
    crumb: Sequence[tuple[str, str]] = (),
) -> HttpResponseBase:
    """Ask, or do what was asked: `do` gets clean values and says what came of it, or gives the answer itself."""
    errors: Mapping[str, str] = {}
    objections: Sequence[Any] = ()
    shown: dict[str, Any] = dict(values or {})
    conflict, status = "", HTTPStatus.OK
    if request.method == "POST":
        several = {field.name for field in fields if field.kind in {Kind.CHOICES, Kind.OFFICERS}}
        shown = {field.name: request.POST.getlist(field.name) if field.name in several else request.POST.get(field.name, "") for field in fields}
        try:
            answer = do(validate(fields, shown))
        except Invalid as wrong:
            errors, status = wrong.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        except Refused as refused:
            objections, status = refused.objections, HTTPStatus.CONFLICT
        except Conflict as moved:
            conflict, status = str(moved), HTTPStatus.CONFLICT
        else:
            if isinstance(answer, str):
                messages.success(request, answer)
                return redirect(back)
            return answer
    named = {field.name for field in fields}
    context = {
        "title": title, "lead": lead, "crumb": [*crumb, (title, "")], "fields": bound(fields, shown, errors), "objections": objections, "conflict": conflict,
        "error": "；".join(text for name, text in errors.items() if name not in named), "submit": submit, "back": back,
    }  # fmt: skip
    answer_page: HttpResponse = render(request, "archive/form.html", context, status=status)
    return answer_page
