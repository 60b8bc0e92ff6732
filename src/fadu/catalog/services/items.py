"""Listing power items from a locality's file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import Field, Level
from fadu.catalog.models import ActKind, Article, PowerItem, StatuteText
from fadu.catalog.selectors.items import fine_ranges
from fadu.catalog.selectors.locality import tables
from fadu.law.discretion.load import basis
from fadu.law.forms import Invalid
from fadu.law.statutes import Citation, named
from fadu.law.vocabulary.kinds import Penalty

COLUMNS = ("name", "kind", "field", "level", "act_bases", "bases", "penalties", "ranges", "bracket", "discretion_table", "until")


@dataclass
class Listed:
    """What a listing did, by code."""

    added: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def load_items(actor: Actor, file: Path) -> Listed:
    """List the items of a file. All or nothing; done again it changes nothing.

    An item listed anew from a later day ends the one of its code that was open.

    Raises:
        Invalid: by code: what is missing, unknown or contradicts an item already listed.
    """
    require(actor, "catalog.manage")
    rows = [_item(row) for row in tomllib.loads(file.read_text("utf-8")).get("item", [])]
    errors = {f"{row.code}（{row.since}）": fault for row in rows if (fault := _fault(row))}
    if errors:
        raise Invalid(errors)
    done = Listed()
    with transaction.atomic():
        for row in sorted(rows, key=lambda row: row.since):
            _list(row, done)
    return done


def _item(row: Mapping[str, Any]) -> PowerItem:
    known = {"code", "from", *COLUMNS}
    if strange := set(row) - known:
        raise Invalid({str(row.get("code", "")): f"没有 {'、'.join(sorted(strange))} 这样的栏目"})
    if missing := {"code", "from", "name", "kind", "field", "level", "bases"} - set(row):
        raise Invalid({str(row.get("code", "")): f"缺少 {'、'.join(sorted(missing))}"})
    cited = "\n".join([*row.get("act_bases", []), *row["bases"]])
    return PowerItem(code=row["code"], since=row["from"], cited=cited, **{key: row[key] for key in COLUMNS if key in row})


def _fault(item: PowerItem) -> str:
    """What is wrong with an item, in words; empty when nothing is."""
    closed = ((item.kind, ActKind), (item.field, Field), (item.level, Level))
    if strange := [value for value, kinds in closed if value not in kinds.values]:
        return f"没有“{'、'.join(strange)}”这一类"
    if strange := [name for name in item.penalties if name not in Penalty.__members__]:
        return f"没有处罚种类 {'、'.join(strange)}"
    if not item.bases:
        return "没有实施依据"
    if item.discretion_table and item.discretion_table not in tables():
        return f"没有裁量基准 {item.discretion_table}"
    try:
        fine_ranges(item)
    except (KeyError, TypeError, ValueError) as fault:
        return f"罚款幅度写法不对：{fault!r}"
    return "；".join(filter(None, (_basis_fault(text, item.since) for text in [*item.act_bases, *item.bases])))


def _basis_fault(text: str, on: date) -> str:
    """Why a basis does not hold: no such statute or edition on that day, or no such place in the text as imported."""
    cited = basis(text)
    if not isinstance(cited, Citation):
        return f"“{text}”不是法规库中法规的条文"
    try:
        statute = named(cited.statute.title, on)
    except LookupError as fault:
        return str(fault)
    found = Article.objects.filter(statute__file=statute.file, number=str(cited.article)).first()
    if found is None:
        # A fresh machine has no statute texts yet: an item is checked against the text where there is one.
        return f"法规库中没有{text}" if StatuteText.objects.filter(file=statute.file).exists() else ""
    paragraphs = found.paragraphs
    if cited.paragraph and cited.paragraph > len(paragraphs):
        return f"{text}：该条只有 {len(paragraphs)} 款"
    if cited.item and cited.paragraph and cited.item not in dict(paragraphs[cited.paragraph - 1]["items"]):
        return f"{text}：该款没有第 {cited.item} 项"
    return ""


def _list(row: PowerItem, done: Listed) -> None:
    same = PowerItem.objects.filter(code=row.code, since=row.since).first()
    if same:
        if any(getattr(same, column) != getattr(row, column) for column in COLUMNS if column != "until"):
            raise Invalid({row.code: f"{row.since} 起已登记为不同的内容，请以新的生效日期重新登记"})
        done.unchanged.append(row.code)
        return
    before = PowerItem.objects.filter(code=row.code, until__isnull=True).first()
    if before and before.since < row.since:
        before.until = row.since - timedelta(1)
        before.save(update_fields=["until"])
        done.ended.append(row.code)
    overlapping = PowerItem.objects.filter(code=row.code, until__gte=row.since, since__lte=row.until or date.max)
    if overlapping.exists() or PowerItem.objects.filter(code=row.code, until__isnull=True).exists():
        raise Invalid({row.code: f"与同一编码已登记的有效期重叠（{row.since} 起）"})
    row.save()
    done.added.append(row.code)
