"""Forms of the catalogue's lists: listing, listing anew, ending."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.views.pages import form_page
from fadu.catalog import selectors, services
from fadu.catalog.item_forms import ENDING, item_fields, values_of
from fadu.catalog.models import PowerItem
from fadu.catalog.shelves import Shelf, shelf
from fadu.law.fields import Field, Kind
from fadu.law.forms import Invalid

AGAIN = frozenset({"since", "until", "document", "legal_reviewed_on", "published_on", "listed_why"})
"""What is asked afresh when an entry is listed anew: its own days, paper and reason."""


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def item_add(request: HttpRequest) -> HttpResponse:
    """A new item."""
    fields = item_fields()

    def act(_data: dict[str, Any]) -> str:
        return f"已列入：{services.list_item(actor_of(request), entered(request, fields))}"

    lead = "依据须是法规库中现行有效的条文；法定时限由办理程序得出。"
    return _form(request, title="列入执法事项", lead=lead, fields=fields, act=act, back=reverse("catalog:items"), submit="列入", crumb=_items())


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def item_change(request: HttpRequest, code: str) -> HttpResponse:
    """An item listed anew from a later day; the one before it ends the day before."""
    before = _item(request, code)
    fields = fixed(item_fields())

    def act(_data: dict[str, Any]) -> str:
        return f"已变更：{services.list_item(actor_of(request), {**entered(request, fields), 'code': code})}"

    lead = "原来的事项到新生效日期的前一日终止，不被覆盖；以前办理的案件仍按当时的事项。"
    values = {name: value for name, value in values_of(before).items() if name not in AGAIN}
    return _form(request, title="变更执法事项", lead=lead, fields=fields, act=act, back=_at(code), submit="变更", values=values, crumb=_items(code))


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def item_end(request: HttpRequest, code: str) -> HttpResponse:
    """An item that is no more."""
    found = _item(request, code)

    def act(data: dict[str, Any]) -> str:
        return f"已终止：{services.end_item(actor_of(request), code, data)}"

    title = f"终止 {found.name}"
    return _form(request, title=title, fields=ENDING, act=act, back=_at(code), submit="终止", values={"ends_on": timezone.localdate()}, crumb=_items(code))


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def entry_add(request: HttpRequest, shelf_id: str) -> HttpResponse:
    """A new entry of a list."""
    held = shelf_or_404(shelf_id)
    fields = held.fields()

    def act(_data: dict[str, Any]) -> str:
        return f"已列入：{services.list_entry(actor_of(request), held, entered(request, fields))}"

    return _form(request, title=f"列入{held.title}", lead=held.lead, fields=fields, act=act, back=_shelf(held), submit="列入", crumb=_shelves(held))


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def entry_change(request: HttpRequest, shelf_id: str, code: str) -> HttpResponse:
    """An entry listed anew from a later day."""
    held = shelf_or_404(shelf_id)
    before = _entry(request, held, code)
    fields = fixed(held.fields())

    def act(_data: dict[str, Any]) -> str:
        return f"已变更：{services.list_entry(actor_of(request), held, {**entered(request, fields), 'code': code})}"

    values = {name: value for name, value in held.values(before).items() if name not in AGAIN}
    back = reverse("catalog:entry", args=[held.id, code])
    lead = "原来的一条到新生效日期的前一日终止，不被覆盖。"
    return _form(request, title="变更", lead=lead, fields=fields, act=act, back=back, submit="变更", values=values, crumb=[*_shelves(held), (code, back)])


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def entry_end(request: HttpRequest, shelf_id: str, code: str) -> HttpResponse:
    """An entry that is no more."""
    held = shelf_or_404(shelf_id)
    found = _entry(request, held, code)

    def act(data: dict[str, Any]) -> str:
        return f"已终止：{services.end_entry(actor_of(request), held, code, data)}"

    back = reverse("catalog:entry", args=[held.id, code])
    crumb = [*_shelves(held), (code, back)]
    return _form(request, title=f"终止 {found.matter}", fields=ENDING, act=act, back=back, submit="终止", values={"ends_on": timezone.localdate()}, crumb=crumb)


def entered(request: HttpRequest, fields: Sequence[Field]) -> dict[str, Any]:
    """What was typed into these fields: boxes with several values as a list; what was left blank is left out."""
    found: dict[str, Any] = {}
    for field in fields:
        if field.name in request.POST:
            found[field.name] = request.POST.getlist(field.name) if field.kind is Kind.CHOICES else request.POST[field.name]
    return {name: value for name, value in found.items() if value not in ("", [])}


def fixed(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of an entry that keeps its code."""
    return tuple(field for field in fields if field.name != "code")


def shelf_or_404(id_: str) -> Shelf:
    """The list of that id."""
    found = shelf(id_)
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, **form: Any) -> HttpResponse:
    """The form page; a mistake of several values comes back with what was chosen."""
    if request.method == "POST":
        act, fields = form["act"], form["fields"]

        def tried(data: dict[str, Any]) -> str:
            try:
                return str(act(data))
            except Invalid:
                data.update(entered(request, fields))
                raise

        form["act"] = tried
    return form_page(request, **form)


def _item(request: HttpRequest, code: str) -> PowerItem:
    rows = selectors.versions(actor_of(request), code)
    if not rows or rows[0].until is not None:
        raise Http404
    return rows[0]


def _entry(request: HttpRequest, held: Shelf, code: str) -> Any:
    rows = selectors.entry_versions(actor_of(request), held, code)
    if not rows or rows[0].until is not None:
        raise Http404
    return rows[0]


def _at(code: str) -> str:
    return reverse("catalog:item", args=[code])


def _shelf(held: Shelf) -> str:
    return reverse("catalog:entries", args=[held.id])


def _items(code: str = "") -> list[tuple[str, str]]:
    return [("执法事项", reverse("catalog:items")), *([(code, _at(code))] if code else [])]


def _shelves(held: Shelf) -> list[tuple[str, str]]:
    return [(held.title, _shelf(held))]
