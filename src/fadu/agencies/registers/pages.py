"""The pages of a register: its list, a row, and the forms of what may be done."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches
from fadu.agencies import selectors
from fadu.agencies.models import Organ
from fadu.agencies.paging import LATEST, number, page
from fadu.agencies.registers.listing import narrowed
from fadu.agencies.registers.register import Act, Cell, Part, Register, Shown
from fadu.agencies.views.pages import form_page

LAST_CHANGES = 50


def urls(register: Register, tabs: tuple[Register, ...]) -> list[URLPattern]:
    """The addresses of a register; the other registers beside it are shown as tabs."""

    @require_safe
    @entered_for(register.see)
    def rows(request: HttpRequest) -> HttpResponse:
        return _list(request, register, tabs)

    @require_safe
    @entered_for(register.see)
    def row(request: HttpRequest, row_id: int) -> HttpResponse:
        return _row(request, register, row_id)

    @require_http_methods(["GET", "POST"])
    @entered_for(register.manage)
    def add(request: HttpRequest, organ_id: int) -> HttpResponse:
        return _add(request, register, organ_id)

    at, name = register.path, register.name
    found = [path(at, rows, name=name), path(f"{at}<int:row_id>/", row, name=f"{name}_row")]
    if register.add:
        found.append(path(f"{at}new/<int:organ_id>/", add, name=f"{name}_add"))
    return [*found, *(path(f"{at}<int:row_id>/{act.name}/", _acting(register, act), name=f"{name}_{act.name}") for act in register.acts)]


def _acting(register: Register, act: Act) -> Any:
    @require_http_methods(["GET", "POST"])
    @entered_for(act.action or register.manage)
    def acting(request: HttpRequest, row_id: int) -> HttpResponse:
        found = _found(request, register, row_id, act.action or register.manage)
        if not act.offered(found):
            raise Http404
        actor, back = actor_of(request), reverse(f"{register.app}:{register.name}_row", args=[row_id])

        def do(data: dict[str, Any]) -> str:
            return act.do(actor, row_id, _several(request, data, act.fields(found)))

        return form_page(
            request,
            title=f"{act.label}：{register.heading(found)}"[:80],
            lead=act.lead,
            fields=act.fields(found),
            values=act.values(found),
            act=do,
            submit=act.label,
            back=back,
            crumb=[(register.title, _home(register)), (register.heading(found), back)],
        )

    return acting


def _list(request: HttpRequest, register: Register, tabs: tuple[Register, ...]) -> HttpResponse:
    actor = actor_of(request)
    shown = page(
        narrowed(register, register.select(actor), request.GET.dict()), after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST
    )
    chosen = number(request.GET.get("organ", "")) or 0
    organs = [(item.pk, item.name) for item in selectors.organs(actor)] if may(actor, "people.see") else []
    addable = register.add is not None and reaches(actor, register.manage, chosen) and Organ.objects.filter(pk=chosen).exists()
    context = {
        "register": register,
        "tabs": [{"label": other.title, "href": _home(other), "current": other is register} for other in tabs if may(actor, other.see)],
        "rows": [
            [(column, _cell(column.show(row), _link(register, row) if not at else "")) for at, column in enumerate(register.columns)] for row in shown.rows
        ],
        "organs": organs,
        "active": any(request.GET.get(name) for name in ("q", "organ", *(item.name for item in register.filters))),
        "page": shown,
        "add": reverse(f"{register.app}:{register.name}_add", args=[chosen]) if addable else "",
        "choose": register.add is not None and may(actor, register.manage) and not addable,
        "sheet": f"/sheets/{register.sheet}/" if register.sheet else "",
    }
    return render(request, "agencies/register.html", context)


def _row(request: HttpRequest, register: Register, row_id: int) -> HttpResponse:
    actor, found = actor_of(request), _found(request, register, row_id, register.see)
    organ_id = register.organ_of(found)
    acts = [
        (act.label, reverse(f"{register.app}:{register.name}_{act.name}", args=[row_id]))
        for act in register.acts
        if act.offered(found) and reaches(actor, act.action or register.manage, organ_id)
    ]
    context = {
        "register": register,
        "heading": register.heading(found),
        "known": [(label, _cell(value)) for label, value in register.known(found)],
        "parts": [{"part": part, "rows": _rows(part)} for part in register.parts(found)],
        "acts": acts[:-1],
        "main": acts[-1] if acts else None,
        "changes": selectors.changes(actor, register.what, row_id)[:LAST_CHANGES] if may(actor, "people.see") else [],
        "crumb": [(register.title, _home(register)), (register.heading(found), "")],
    }
    return render(request, "agencies/register_row.html", context)


def _add(request: HttpRequest, register: Register, organ_id: int) -> HttpResponse:
    actor, act = actor_of(request), register.add
    try:
        organ = selectors.organ(actor, organ_id, action=register.manage)
    except Organ.DoesNotExist:
        raise Http404 from None
    assert act is not None  # no address leads here without one
    back = f"{_home(register)}?organ={organ_id}"

    def do(data: dict[str, Any]) -> str:
        return act.do(actor, organ_id, _several(request, data, act.fields(organ)))

    return form_page(
        request,
        title=act.label,
        lead=f"{organ.name}。{act.lead}",
        fields=act.fields(organ),
        values=act.values(organ),
        act=do,
        submit="登记",
        back=back,
        crumb=[(register.title, back)],
    )


def _several(request: HttpRequest, data: dict[str, Any], fields: Any) -> dict[str, Any]:
    """What was typed, of questions with several answers all of them."""
    several = {field.name for field in fields if field.kind == "choices"}
    return {name: request.POST.getlist(name) if name in several else value for name, value in data.items()}


def _found(request: HttpRequest, register: Register, row_id: int, action: str) -> Any:
    actor = actor_of(request)
    try:
        found = register.select(actor).get(pk=row_id)
    except (ObjectDoesNotExist, OverflowError):
        raise Http404 from None
    if action != register.see and not reaches(actor, action, register.organ_of(found)):
        raise Http404
    return found


def _home(register: Register) -> str:
    return reverse(f"{register.app}:{register.name}")


def _link(register: Register, row: Any) -> str:
    return reverse(f"{register.app}:{register.name}_row", args=[row.pk])


def _rows(part: Part) -> list[list[tuple[str, Cell]]]:
    return [[(head, _cell(value)) for head, value in zip(part.heads, row, strict=True)] for row in part.rows]


def _cell(value: Shown, href: str = "") -> Cell:
    cell = value if isinstance(value, Cell) else Cell("" if value is None else str(value))
    return Cell(cell.text or "—", cell.href or href, cell.state)
