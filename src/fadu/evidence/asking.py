"""Entrances of the rooms of evidence, and the form page that every change goes through: what can't be taken comes back with what was typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from fadu.accounts.entrance import View, entered_for
from fadu.agencies.posted import posted
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.forms import bound
from fadu.cases.models import Case
from fadu.evidence.intake import Given
from fadu.evidence.vault import Damaged
from fadu.law.forms import Field, Invalid

Choices = Mapping[str, Sequence[tuple[str, ...]]]


def within_reach(view: View) -> View:
    """What is out of reach is a page that is not there; what is damaged is told."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Damaged as damage:
            return render(request, "409.html", {"reason": str(damage)}, status=HTTPStatus.CONFLICT)

    return guarded


def entrance(action: str) -> Callable[[View], View]:
    """Let in who may do `action`, to what is within reach."""
    return lambda view: entered_for(action)(within_reach(view))


@dataclass(frozen=True, slots=True)
class Page:
    """A form page.

    Attributes:
        title: what is done.
        fields: what is asked.
        act: does it and says what came of it, or gives the answer itself.
        back: where it leads afterwards, and without doing it.
        submit: on the button.
        crumb: where one is.
        values: what stands in it at first.
        choices: of lists that are known only to the page.
        lead: what to know before.
        use: what files are asked for too; "" where none are.
        given: the files that came.
        case: for which the files are.
    """

    title: str
    fields: Sequence[Field]
    act: Callable[[dict[str, Any]], str | HttpResponseBase]
    back: str
    submit: str
    crumb: Sequence[tuple[str, str]] = ()
    values: Mapping[str, Any] | None = None
    choices: Choices | None = None
    lead: str = ""
    use: str = ""
    given: Given | None = None
    case: Case | None = None


def ask(request: HttpRequest, page: Page) -> HttpResponseBase:
    """Ask, or do what was asked."""
    errors: Mapping[str, str] = {}
    objections: Sequence[Any] = ()
    conflict, status = "", HTTPStatus.OK
    shown = dict(page.values or {})
    if request.method == "POST":
        shown = posted(page.fields, request.POST, ("csrfmiddlewaretoken", "file"))
        try:
            said = page.act(dict(shown))
        except Invalid as wrong:
            errors, status = wrong.errors, HTTPStatus.UNPROCESSABLE_ENTITY
        except Refused as refused:
            objections, status = refused.objections, HTTPStatus.CONFLICT
        except Conflict as moved:
            conflict, status = str(moved), HTTPStatus.CONFLICT
        else:
            if not isinstance(said, str):
                return said
            messages.success(request, said)
            return redirect(page.back)
    choices = page.choices or {}
    fields = [
        replace(field, choices=tuple((choice[0], choice[1]) for choice in choices[field.name])) if field.name in choices and field.kind == "choice" else field
        for field in page.fields
    ]
    named = {field.name for field in fields} | ({"file"} if page.use else set())
    context = {
        "page": page,
        "crumb": [*page.crumb, (page.title, "")],
        "fields": bound(fields, shown, errors, choices),
        "objections": objections,
        "conflict": conflict,
        "kept": request.method == "POST",
        "error": "；".join(text for name, text in errors.items() if name not in named),
        "file_error": errors.get("file", ""),
    }
    answer: HttpResponse = render(request, "evidence/form.html", context, status=status)
    return answer
