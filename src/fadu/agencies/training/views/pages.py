"""Forms that ask for rows and several choices, and ids out of addresses."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from fadu.agencies.forms import bound
from fadu.law.forms import Field, Invalid, Kind

FIRST_YEAR = 2020


def posted(fields: Sequence[Field], post: QueryDict) -> dict[str, Any]:
    """What was typed, rows and several choices too; what the form does not ask comes along, to be told."""
    tables = tuple(f"{field.name}." for field in fields if field.kind is Kind.TABLE)
    several = {field.name for field in fields if field.kind is Kind.CHOICES}
    data: dict[str, Any] = {name: post.getlist(name) if name in several else post[name] for name in post if not (tables and name.startswith(tables))}
    data.pop("csrfmiddlewaretoken", None)
    for field in fields:
        if field.kind is Kind.TABLE:
            data[field.name] = _rows(field, post)
    return data


def _rows(field: Field, post: QueryDict) -> list[dict[str, Any]]:
    pattern = re.compile(rf"{re.escape(field.name)}\.([0-9]{{1,4}})\.(\w+)")
    rows: dict[int, dict[str, Any]] = {}
    for name in post:
        if (found := pattern.fullmatch(name)) and post[name] != "":
            rows.setdefault(int(found[1]), {})[found[2]] = post[name]
    return [rows[index] for index in sorted(rows)]


def laid(fields: Sequence[Field], values: Mapping[str, Any], errors: Mapping[str, str]) -> list[dict[str, Any]]:
    """Fields with what is in them and what is wrong, messages of a table's cells at the cells."""
    found = bound(fields, values, errors)
    for item in found:
        name = item["field"].name
        if cells := {key: text for key, text in errors.items() if key.startswith(f"{name}.")}:
            item["error"] = {**cells, **({name: errors[name]} if name in errors else {})}
    return found


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
        "fields": laid(ask.fields, shown, errors),
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
