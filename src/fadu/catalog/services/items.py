"""Listing power items: by form, from a sheet, from a locality's file. The same checks for all."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import Field, Level
from fadu.catalog.item_forms import ENDING, WHAT, item_fields
from fadu.catalog.limits import course_of, longer_than, statutory
from fadu.catalog.models import ActKind, PowerItem, ReviewResult
from fadu.catalog.ranges import faulty, parsed
from fadu.catalog.selectors.bases import Library
from fadu.catalog.selectors.locality import tables
from fadu.catalog.services import versions
from fadu.catalog.services.reviews import carried_out
from fadu.catalog.services.versions import Listed, Tick
from fadu.law.forms import Invalid, validate
from fadu.law.vocabulary.kinds import Penalty

COLUMNS = (
    "name", "kind", "field", "level", "subject", "act_bases", "bases", "penalties", "ranges", "bracket", "discretion_table", "procedure",
    "statutory_limit", "promised_limit", "remedies", "duties", "accountability", "document", "legal_reviewed_on", "published_on", "until", "listed_why",
)  # fmt: skip
"""What a locality's file may say of an item beside `code` and `from`."""
CODE = re.compile(r"(?!(new|unused|reviews)$)[0-9A-Za-z][0-9A-Za-z._()-]{0,39}")
"""An item's code stands in its address: the words that are addresses themselves are none."""
CLOSED = {"kind": frozenset(ActKind.values), "field": frozenset(Field.values), "level": frozenset(Level.values)}
DATES = ("legal_reviewed_on", "published_on", "since", "until")


def load_items(actor: Actor, file: Path) -> Listed:
    """List the items of a file. All or nothing; done again it changes nothing.

    An item listed anew from a later day ends the one of its code that was open.

    Raises:
        Invalid: by code: what is missing, unknown or contradicts an item already listed.
    """
    require(actor, "catalog.manage")
    library = Library()
    content = tomllib.loads(file.read_text("utf-8"))
    common = content.get("common", {})
    rows = [_item({**common, **row}) for row in content.get("item", [])]
    errors = {f"{row.code}（{row.since}）": "；".join(told.values()) for row in rows if (told := faults(row, library))}
    if errors:
        raise Invalid(errors)
    return versions.put(actor, rows, what=WHAT)


def list_item(actor: Actor, data: Mapping[str, Any]) -> PowerItem:
    """List one item as entered: a new one, or one listed anew from a later day. Raises NotAllowed, Invalid by field."""
    require(actor, "catalog.manage")
    item = drawn(validate(item_fields(), data), Library())
    done = list_items(actor, [item])
    if done.unchanged:
        raise Invalid({"since": "与已登记的内容相同，没有需要变更的"})
    return item


def list_items(actor: Actor, items: Sequence[PowerItem], tick: Tick = lambda _done: None) -> Listed:
    """List items that `drawn` made; raises NotAllowed, `versions.Clash`."""
    require(actor, "catalog.manage")
    with transaction.atomic():
        done = versions.put(actor, items, what=WHAT, tick=tick)
        if done.ended:
            carried_out(done.ended, {ReviewResult.MODIFY}, timezone.localdate())
    return done


def end_item(actor: Actor, code: str, data: Mapping[str, Any]) -> PowerItem:
    """End the item of that code which is open; raises NotAllowed, Invalid, PowerItem.DoesNotExist."""
    require(actor, "catalog.manage")
    clean = validate(ENDING, data)
    with transaction.atomic():
        row = PowerItem.objects.select_for_update().get(code=code, until__isnull=True)
        versions.end(actor, row, what=WHAT, ends_on=date.fromisoformat(clean["ends_on"]), reason=clean["reason"])
        carried_out([code], {ReviewResult.CANCEL, ReviewResult.SUSPEND}, timezone.localdate())
    return row


def drawn(clean: Mapping[str, Any], library: Library) -> PowerItem:
    """The item that the clean values of the form say; raises Invalid by field."""
    errors: dict[str, str] = {}
    told = {name: value for name, value in clean.items() if name not in {"organ", "act_bases", "bases", "ranges", "bracket", *DATES}}
    dates = {name: date.fromisoformat(clean[name]) for name in DATES if clean.get(name)}
    act_bases, bases = (bases_in(clean.get(name, ""), library) for name in ("act_bases", "bases"))
    item = PowerItem(**told, **dates, organ_id=int(clean["organ"]) if clean.get("organ") else None, act_bases=act_bases, bases=bases)
    item.cited = "\n".join([*act_bases, *bases])
    try:
        item.ranges, item.bracket = parsed(clean.get("ranges", ""), clean.get("bracket", ""))
    except ValueError as fault:
        errors["ranges"] = str(fault)
    if errors := {**faults(item, library), **errors}:
        raise Invalid(errors)
    return item


def bases_in(text: str, library: Library) -> list[str]:
    """The citations of a cell, one a line, as they are kept; each once."""
    return list(dict.fromkeys(library.name(line) for line in re.split(r"[\n;；]", text) if line.strip()))


def faults(item: PowerItem, library: Library) -> dict[str, str]:
    """What is wrong with an item by itself, by field; the checks that form, sheet and file share."""
    found = [*_misnamed(item), *_misdated(item), ("ranges", faulty(item.ranges, item.bracket)), ("bases", "" if item.bases else "没有实施依据")]
    for name, bases in (("act_bases", item.act_bases), ("bases", item.bases)):
        found.append((name, "；".join(filter(None, (library.fault(text, item.since) for text in bases)))))
    return {name: told for name, told in found if told}


def _misnamed(item: PowerItem) -> Iterator[tuple[str, str]]:
    """What names nothing there is."""
    if not CODE.fullmatch(item.code):
        yield "code", f"编码“{item.code[:40]}”只能有字母、数字、连字符和点，最多 40 个"
    for name, known in CLOSED.items():
        if (value := getattr(item, name)) not in known:
            yield name, f"没有“{value}”这一类"
    if strange := [name for name in item.penalties if name not in Penalty.__members__]:
        yield "penalties", f"没有处罚种类 {'、'.join(strange)}"
    if item.discretion_table and item.discretion_table not in tables():
        yield "discretion_table", f"没有裁量基准 {item.discretion_table}"
    if item.procedure and course_of(item) is None:
        yield "procedure", f"没有办理程序 {item.procedure}"


def _misdated(item: PowerItem) -> Iterator[tuple[str, str]]:
    """Days and periods that contradict each other."""
    if item.until and item.until < item.since:
        yield "until", "最后有效日不能早于生效日期"
    if item.legal_reviewed_on and item.published_on and item.published_on < item.legal_reviewed_on:
        yield "published_on", "经法制机构审核后才能公布（行政执法公示制度），公布日期不能早于审核日期"
    if item.promised_limit and longer_than(item.promised_limit, limit := statutory(item)):
        yield "promised_limit", f"承诺时限不得长于法定时限（{limit}）"


def _item(row: Mapping[str, Any]) -> PowerItem:
    known = {"code", "from", *COLUMNS}
    if strange := set(row) - known:
        raise Invalid({str(row.get("code", "")): f"没有 {'、'.join(sorted(strange))} 这样的栏目"})
    if missing := {"code", "from", "name", "kind", "field", "level", "bases"} - set(row):
        raise Invalid({str(row.get("code", "")): f"缺少 {'、'.join(sorted(missing))}"})
    cited = "\n".join([*row.get("act_bases", []), *row["bases"]])
    return PowerItem(code=row["code"], since=row["from"], cited=cited, **{key: row[key] for key in COLUMNS if key in row})
