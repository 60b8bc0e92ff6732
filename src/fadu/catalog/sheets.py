"""The lists of the catalogue as worksheets: power items and the three lists beside them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.registers.bound import sheet
from fadu.catalog import shelves
from fadu.catalog.books import GUIDES
from fadu.catalog.delegation_sheet import DELEGATIONS_SHEET
from fadu.catalog.item_forms import item_fields, values_of
from fadu.catalog.models import PowerItem
from fadu.catalog.selectors.bases import Library
from fadu.catalog.services import lists, versions
from fadu.catalog.services.items import drawn, list_items
from fadu.catalog.shelves import Shelf
from fadu.law.fields import Field, Invalid
from fadu.sheets.sheet import Fault, Faults, Loaded, Row, Sheet, Tick, register

GUIDE = (
    "一行一项；同一编码以后的生效日期表示变更：原来的自动终止，不覆盖。",
    "依据写到条、款、项，一条一行（单元格内换行）或者用分号分开；必须是法规库中在生效日有效的条文。",
    "清单不删除：取消的事项在页面上终止，写明理由。",
)


def _told(rows: Sequence[Row], fields: Sequence[Field], draw: Callable[[Mapping[str, Any]], Any], put: Callable[[list[Any]], versions.Listed]) -> Loaded:
    """Draw every row, then list them all; every row's mistakes are told at once, and nothing is written where there are any."""
    labels = {field.name: field.label for field in fields}
    entries, lines, faults = [], [], []
    for row in rows:
        try:
            entries.append(draw(row.values))
            lines.append(row.line)
        except Invalid as wrong:
            faults += [Fault(row.line, labels.get(name, ""), told) for name, told in wrong.errors.items()]
    if faults:
        raise Faults(faults)
    try:
        done = put(entries)
    except versions.Clash as clash:
        raise Faults([Fault(lines[place], labels["code"], told) for place, told in sorted(clash.rows.items())]) from clash
    except Invalid as wrong:
        raise Faults([Fault(0, labels.get(name, ""), told) for name, told in wrong.errors.items()]) from wrong
    return Loaded(added=len(done.added) - len(done.ended), changed=len(done.ended), unchanged=len(done.unchanged))


def _load_items(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    require(actor, "catalog.manage")
    library = Library()
    return _told(rows, item_fields(), lambda clean: drawn(clean, library), lambda entries: list_items(actor, entries, tick))


def _items(actor: Actor) -> Iterable[Mapping[str, Any]]:
    """Every row, ended ones too: brought in again into an empty list it is the same list."""
    require(actor, "item.see")
    return (values_of(item) for item in PowerItem.objects.order_by("field", "code", "since").iterator(chunk_size=500))


def _sheet(shelf: Shelf) -> Sheet:
    def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
        require(actor, "catalog.manage")
        library, codes = Library(), lists.item_codes()
        draw: Callable[[Mapping[str, Any]], Any] = lambda clean: lists.drawn_entry(shelf, clean, library, codes)  # noqa: E731 - one line of two
        return _told(rows, shelf.fields(), draw, lambda entries: lists.list_entries(actor, shelf, entries, tick))

    def rows(actor: Actor) -> Iterable[Mapping[str, Any]]:
        require(actor, "item.see")
        return (shelf.values(entry) for entry in shelf.model.objects.order_by("field", "code", "since"))

    return Sheet(shelf.id, shelf.title, lambda _actor: shelf.fields(), "catalog.manage", "item.see", load, rows, GUIDE)


ITEMS = Sheet("items", "执法事项目录（权责清单）", lambda _actor: item_fields(), "catalog.manage", "item.see", _load_items, _items, GUIDE)


def register_all() -> None:
    """Make the lists known."""
    register(ITEMS)
    register(DELEGATIONS_SHEET)
    for shelf in shelves.SHELVES:
        register(_sheet(shelf))
    register(sheet(GUIDES))
