"""Listing entries of the published lists: by form or from a sheet, with the same checks."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.item_forms import ENDING
from fadu.catalog.models import PowerItem
from fadu.catalog.selectors.bases import Library
from fadu.catalog.services import versions
from fadu.catalog.services.items import CODE, DATES, bases_in
from fadu.catalog.services.versions import Listed, Tick
from fadu.catalog.shelves import Shelf
from fadu.law.forms import Invalid, validate

Codes = dict[str, list[tuple[date, date | None]]]
"""When each code of a power item is on the list."""


def list_entry(actor: Actor, shelf: Shelf, data: Mapping[str, Any]) -> Any:
    """List one entry as entered, new or anew from a later day; raises NotAllowed, Invalid by field."""
    require(actor, "catalog.manage")
    entry = drawn_entry(shelf, validate(shelf.fields(), data), Library(), item_codes())
    if list_entries(actor, shelf, [entry]).unchanged:
        raise Invalid({"since": "与已登记的内容相同，没有需要变更的"})
    return entry


def list_entries(actor: Actor, shelf: Shelf, entries: Sequence[Any], tick: Tick = lambda _done: None) -> Listed:
    """List entries that `drawn_entry` made; raises NotAllowed, `versions.Clash`."""
    require(actor, "catalog.manage")
    return versions.put(actor, entries, what=shelf.id, tick=tick)


def end_entry(actor: Actor, shelf: Shelf, code: str, data: Mapping[str, Any]) -> Any:
    """End the open entry of a code; raises NotAllowed, Invalid, the model's DoesNotExist."""
    require(actor, "catalog.manage")
    clean = validate(ENDING, data)
    with transaction.atomic():
        row = shelf.model.objects.select_for_update().get(code=code, until__isnull=True)
        versions.end(actor, row, what=shelf.id, ends_on=date.fromisoformat(clean["ends_on"]), reason=clean["reason"])
    return row


def item_codes() -> Codes:
    """When each code of a power item is on the list; read once for all rows."""
    found: Codes = {}
    for code, since, until in PowerItem.objects.values_list("code", "since", "until"):
        found.setdefault(code, []).append((since, until))
    return found


def drawn_entry(shelf: Shelf, clean: Mapping[str, Any], library: Library, codes: Codes) -> Any:
    """The entry that clean values say; raises Invalid by field."""
    errors = shelf.faults(dict(clean))
    told = {name: value for name, value in clean.items() if name not in {"organ", "items", "bases", *DATES}}
    dates = {name: date.fromisoformat(clean[name]) for name in DATES if clean.get(name)}
    bases = bases_in(clean["bases"], library)
    items = list(dict.fromkeys(code for code in re.split(r"[\s,，、;；]+", clean.get("items", "")) if code))
    if not CODE.fullmatch(clean["code"]):
        errors["code"] = f"编号“{clean['code'][:40]}”只能有字母、数字、连字符和点，最多 40 个"
    if wrong := "；".join(filter(None, (library.fault(text, dates["since"]) for text in bases))):
        errors["bases"] = wrong
    if unknown := [code for code in items if not any(since <= dates["since"] <= (until or date.max) for since, until in codes.get(code, ()))]:
        errors["items"] = f"执法事项目录中没有在 {dates['since']} 有效的事项：{'、'.join(unknown[:5])}"
    if dates.get("until", date.max) < dates["since"]:
        errors["until"] = "最后有效日不能早于生效日期"
    if dates.get("published_on") and dates.get("legal_reviewed_on", date.min) > dates["published_on"]:
        errors["published_on"] = "经法制机构审核后才能公布，公布日期不能早于审核日期"
    if errors:
        raise Invalid(errors)
    return shelf.model(**told, **dates, organ_id=int(clean["organ"]) if clean.get("organ") else None, items=items, bases=bases, cited="\n".join(bases))
