"""Forms that ask for rows and several choices, and ids out of addresses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from fadu.agencies.forms import bound
from fadu.agencies.posted import posted
from fadu.law.forms import Field, Invalid

FIRST_YEAR = 2020


@dataclass(frozen=True)
class Ask:
    """A form page.

    Attributes:
        title, lead, submit: in words.
        fields: what is asked.
        act: does it, and says in words what came of it.
        back: where it leads.
        values: what stands there at first.
        crumb: where it lies.
    """

    title: str
    fields: Sequence[Field]
    act: Callable[[dict[str, Any]], str]
    back: str
    submit: str
    values: Mapping[str, Any] | None = None
    lead: str = ""
    crumb: Sequence[tuple[str, str]] = ()


def form_page(request: HttpRequest, ask: Ask) -> HttpResponse:
    """Ask, or do what was asked; what can't be taken comes back with its messages and what was typed (422)."""
    errors: dict[str, str] = {}
    shown = dict(ask.values or {})
    if request.method == "POST":
        entered = posted(ask.fields, request.POST)
        try:
            said = ask.act(dict(entered))
        except Invalid as wrong:
            errors, shown = wrong.errors, entered
        else:
            messages.success(request, said)
            return redirect(ask.back)
    named = tuple(field.name for field in ask.fields)
    elsewhere = [text for name, text in errors.items() if name.split(".")[0] not in named]
    context = {
        "title": ask.title,
        "lead": ask.lead,
        "crumb": [("培训", "/training/"), *ask.crumb, (ask.title, "")],
        "fields": bound(ask.fields, shown, errors),
        "error": "；".join(elsewhere),
        "submit": ask.submit,
        "back": ask.back,
    }
    return render(request, "agencies/form.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)


def row_or_404(rows: QuerySet[Any], pk: int) -> Any:
    """One row within reach; one out of reach is not told apart from none."""
    found: Model | None = rows.filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found


def year_of(request: HttpRequest) -> int:
    """The year that the address asks for; this year unless it names one."""
    asked, this = request.GET.get("year", ""), timezone.localdate().year
    known = asked.isascii() and asked.isdigit() and len(asked) == 4 and FIRST_YEAR <= int(asked) <= this + 1
    return int(asked) if known else this


def years() -> list[tuple[int, str]]:
    """The years that can be asked for, the latest first."""
    this = timezone.localdate().year
    return [(year, f"{year} 年") for year in range(this + 1, max(FIRST_YEAR, this - 4) - 1, -1)]


def number_in(request: HttpRequest, name: str) -> int | None:
    """An id in the address's query; None where there is none that could be one."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None
