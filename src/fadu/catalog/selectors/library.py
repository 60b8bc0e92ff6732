"""The one library of discretion tables: files of the packs and rows of the database, each version with its days.

It is kept in the process, and asked again after `RECHECK` seconds whether another process has published one. Rows are never
deleted and each change counts its row's `revision` up, so that two states with the same sum of revisions are the same state.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from time import monotonic
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.locality import folder
from fadu.agencies.models import Change
from fadu.catalog.models import DiscretionTable, PowerItem, TableState
from fadu.law import discretion
from fadu.law.discretion import Table
from fadu.law.discretion.load import rows

RECHECK = 5.0
"""Seconds after which a process looks whether another has published a table."""
STANDING = (TableState.PUBLISHED, TableState.REPEALED)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a table as it runs.

    Attributes:
        table: what decides; its validity ends the day before the next version begins.
        version: the file of a pack is the first.
        row: key of the row; None for a file.
        published_on: when it was made public, where that is known.
        filed_on: when it was filed (备案), likewise.
        repealed: whether it was repealed (废止).
    """

    table: Table
    version: int = 1
    row: int | None = None
    published_on: date | None = None
    filed_on: date | None = None
    repealed: bool = False

    def state(self, day: date) -> tuple[str, str]:
        """Tag and word for where it stands on a day."""
        if day < self.table.since:
            return "near", "未施行"
        if self.table.holds(day):
            return "ok", "有效"
        return "", "已废止" if self.repealed else "已失效"


class _Kept:
    """The library last built, the sum of revisions it was built of, and when that was last asked."""

    library: Mapping[str, tuple[Edition, ...]] | None = None
    revisions: int | None = None
    asked_at = 0.0


def library() -> Mapping[str, tuple[Edition, ...]]:
    """Every version by number, the oldest first. What this process published holds at once, what another did within `RECHECK` seconds."""
    if _Kept.library is not None and monotonic() - _Kept.asked_at < RECHECK:
        return _Kept.library
    revisions = DiscretionTable.objects.aggregate(sum=Sum("revision"))["sum"] or 0
    if _Kept.library is None or revisions != _Kept.revisions:
        _Kept.library = _built()
        _Kept.revisions = revisions
    _Kept.asked_at = monotonic()
    return _Kept.library


def forget() -> None:
    """Look again when it is next asked for."""
    _Kept.library = None
    _Kept.revisions = None


@cache
def _files() -> Mapping[str, Table]:
    return discretion.load(folder())


@cache
def _file_rows() -> Mapping[str, Mapping[str, Any]]:
    return {row["id"]: row for file in sorted(folder().rglob("discretion/*.toml")) for row in rows(file)}


def file_row(code: str) -> Mapping[str, Any] | None:
    """The data of a pack's table, as it is written; None where no pack has it."""
    return _file_rows().get(code)


def latest(code: str) -> Mapping[str, Any] | None:
    """The data of the last version of a number, row or file; None where there is none."""
    row = DiscretionTable.objects.filter(code=code, state__in=STANDING).order_by("-version").first()
    return row.row() if row else file_row(code)


def _built() -> Mapping[str, tuple[Edition, ...]]:
    """Files first, cut off where a row of the same number begins; raises UnsoundTable."""
    found: dict[str, list[Edition]] = {code: [Edition(table)] for code, table in _files().items()}
    for row in DiscretionTable.objects.filter(state__in=STANDING).order_by("code", "since"):
        found.setdefault(row.code, []).append(_edition(row))
    return {code: _in_turn(editions) for code, editions in found.items()}


def _edition(row: DiscretionTable) -> Edition:
    return Edition(discretion.table(row.row()), row.version, row.pk, row.published_on, row.filed_on, row.state == TableState.REPEALED)


def _in_turn(editions: list[Edition]) -> tuple[Edition, ...]:
    """One after the other: a version ends where the next begins, and one that has no day left is gone."""
    turns: list[Edition] = []
    for edition in editions:
        if turns and turns[-1].table.since >= edition.table.since:
            turns.pop()
        elif turns:
            before, last = turns[-1], edition.table.since - timedelta(1)
            if before.table.until is None or before.table.until > last:
                turns[-1] = replace(before, table=replace(before.table, until=last))
        turns.append(edition)
    return tuple(turns)


def editions(code: str) -> tuple[Edition, ...]:
    """Every version of one number, the oldest first; empty where there is none."""
    return library().get(code, ())


def edition(code: str, on: date | None = None) -> Edition | None:
    """The version valid on a day (today); else the last that began before it, else the first to come; None where there is none."""
    day = on or timezone.localdate()
    found = editions(code)
    begun = [each for each in found if each.table.since <= day]
    return begun[-1] if begun else found[0] if found else None


def table(code: str, on: date | None = None) -> Table | None:
    """The table of that number for a day (today): see `edition`; ask it whether it `holds`."""
    found = edition(code, on)
    return found.table if found else None


def tables(on: date | None = None) -> Mapping[str, Table]:
    """The whole library as of a day (today), by number; raises UnsoundTable."""
    found = {code: edition(code, on) for code in library()}
    return {code: each.table for code, each in found.items() if each}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in the list; "" and None for anything.

    Attributes:
        query: words of the act, issuer, basis, number or filing number.
        field: the field of enforcement.
        issuer: who made it.
        codes: only these numbers (those of an item).
        state: 有效, 未施行, 已失效, 已废止.
        on: the day; today where none is named.
    """

    query: str = ""
    field: str = ""
    issuer: str = ""
    codes: frozenset[str] | None = None
    state: str = ""
    on: date | None = None


def benchmarks(actor: Actor, wanted: Wanted | None = None) -> list[Edition]:
    """What the engine uses on the day, by field, act and number: exactly what is published."""
    require(actor, "benchmark.see")
    asked = wanted or Wanted()
    day = asked.on or timezone.localdate()
    found = [each for code in library() if (each := edition(code, day)) is not None and _meets(each, asked, day)]
    return sorted(found, key=lambda each: (each.table.field, each.table.title, each.table.id))


def _meets(each: Edition, asked: Wanted, day: date) -> bool:
    made = each.table
    if (asked.field and made.field != asked.field) or (asked.issuer and made.issuer != asked.issuer):
        return False
    if (asked.codes is not None and made.id not in asked.codes) or (asked.state and each.state(day)[1] != asked.state):
        return False
    words = " ".join([made.id, made.title, made.issuer, made.filing, *map(str, made.bases)])
    return all(word in words for word in asked.query.split())


def drafts(actor: Actor, query: str = "") -> QuerySet[DiscretionTable]:
    """What is being written, by number."""
    require(actor, "catalog.manage")
    found = DiscretionTable.objects.filter(state=TableState.DRAFT)
    if query := query.strip():
        found = found.filter(Q(title__contains=query) | Q(code__contains=query) | Q(issuer__contains=query))
    return found.order_by("pk")


def draft(actor: Actor, pk: int) -> DiscretionTable:
    """One of them; raises DiscretionTable.DoesNotExist."""
    require(actor, "catalog.manage")
    return DiscretionTable.objects.get(pk=pk, state=TableState.DRAFT)


def draft_of(actor: Actor, code: str) -> DiscretionTable | None:
    """The draft of the next version of a table; None where none is being written."""
    require(actor, "catalog.manage")
    return DiscretionTable.objects.filter(code=code, state=TableState.DRAFT).first()


def standing_row(actor: Actor, code: str, version: int) -> DiscretionTable | None:
    """The row of a version that was published; None for the file of a pack."""
    require(actor, "catalog.manage")
    return DiscretionTable.objects.filter(code=code, version=version, state__in=STANDING).first()


def history(actor: Actor, code: str) -> QuerySet[Change]:
    """What was changed in a table, by whom and why, the latest first."""
    require(actor, "catalog.manage")
    rows = DiscretionTable.objects.filter(code=code).values("pk")
    return Change.objects.filter(what="table", target_id__in=rows).order_by("-at", "-id")


def tables_of_item(code: str, on: date) -> frozenset[str]:
    """The numbers of the tables that an item goes by on a day; the item is told by its code or a part of its name."""
    rows = PowerItem.objects.filter(Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))).filter(Q(code=code) | Q(name__contains=code))
    return frozenset(rows.exclude(discretion_table="").values_list("discretion_table", flat=True))


def items_of_table(code: str, on: date) -> QuerySet[PowerItem]:
    """The items in force on a day that go by a table."""
    return PowerItem.objects.filter(Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on)), discretion_table=code).order_by("code")
