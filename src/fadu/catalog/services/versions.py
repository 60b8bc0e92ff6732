"""Listing entries of a published list, one or ten thousand: ended and listed anew, never changed in place; all of it recorded."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.agencies.models import Change
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.law.forms import Invalid

BATCH = 500
KEPT = frozenset({"id", "until", "listed_why", "ended_why", "listed_by", "listed_by_id", "listed_at", "cited"})
"""What may differ of an entry that is listed again: it is not what the entry says, but how it came about."""

Tick = Callable[[int], None]


@dataclass
class Listed:
    """What a listing did, by code."""

    added: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


class Clash(Invalid):
    """Entries that contradict what is listed.

    Attributes:
        rows: what is wrong, by the place of the entry among those given.
    """

    def __init__(self, rows: dict[int, str], entries: Sequence[Any]) -> None:
        super().__init__({f"{entries[place].code}（{entries[place].since}）": told for place, told in rows.items()})
        self.rows = rows


def put(actor: Actor, entries: Sequence[Any], *, what: str, tick: Tick = lambda _done: None) -> Listed:
    """List the entries. All or nothing; done again it changes nothing. An entry from a later day ends the open one of its code.

    The caller has asked the permission table and checked each entry by itself.

    Raises:
        Clash: an entry says something else than the one listed from the same day, or its days overlap with another's.
    """
    done = Listed()
    if not entries:
        return done
    model: Any = type(entries[0])
    with transaction.atomic():
        listing = _Listing(model, {entry.code for entry in entries}, done)
        wrong: dict[int, str] = {}
        for place in sorted(range(len(entries)), key=lambda place: entries[place].since):
            if told := listing.place(entries[place]):
                wrong[place] = told
        if wrong:
            raise Clash(wrong, entries)
        for row in listing.new:
            row.listed_by, row.listed_by_id = actor.name, actor.user_id
        model.objects.bulk_update(listing.ended, ["until", "ended_why"], batch_size=BATCH)
        with one_only("code", "这个编码刚刚被别人登记，请刷新后核对"):
            for start in range(0, len(listing.new), BATCH):
                model.objects.bulk_create(listing.new[start : start + BATCH])
                tick(min(start + BATCH, len(listing.new)))
        Change.objects.bulk_create(_changes(actor, what, listing), batch_size=BATCH)
    return done


def end(actor: Actor, row: Any, *, what: str, ends_on: date, reason: str) -> None:
    """End an entry from a day on; what was done under it before that day stands. The caller holds the lock on the row.

    Raises:
        Invalid: the day lies before the entry, or it has ended already.
    """
    if ends_on <= row.since:
        raise Invalid({"ends_on": f"它自 {row.since} 起生效，终止之日应在其后"})
    if row.until is not None and row.until < ends_on:
        raise Invalid({"ends_on": f"它到 {row.until} 已经终止"})
    before = snapshot(row)
    row.until, row.ended_why = ends_on - timedelta(1), reason
    row.save(update_fields=["until", "ended_why"])
    record(actor, "终止", row, what=what, label=str(row), organ_id=row.organ_id, before=before, after=snapshot(row), reason=reason)


class _Listing:
    """The entries of some codes as they will stand."""

    def __init__(self, model: type[Any], codes: Collection[str], done: Listed) -> None:
        self.new: list[Any] = []
        self.ended: list[Any] = []
        self.done = done
        self.by_code: dict[str, list[Any]] = {}
        for row in _held(model, codes):
            self.by_code.setdefault(row.code, []).append(row)
        self.said = [column.attname for column in model._meta.concrete_fields if column.attname not in KEPT]

    def place(self, entry: Any) -> str:
        """Put it among those of its code; gives what is wrong, "" where nothing is."""
        held = self.by_code.setdefault(entry.code, [])
        same = next((row for row in held if row.since == entry.since), None)
        if same is not None:
            if same in self.new:
                return "同一编码、同一生效日期在表中出现两次"
            if any(getattr(same, name) != getattr(entry, name) for name in self.said):
                return f"{entry.since} 起已登记为不同的内容，请以新的生效日期重新登记"
            self.done.unchanged.append(entry.code)
            return ""
        before = next((row for row in held if row.until is None and row.since < entry.since), None)
        if any(_overlap(row, entry) for row in held if row is not before):
            return f"与同一编码已登记的有效期重叠（{entry.since} 起）"
        if before is not None:
            before.until = entry.since - timedelta(1)
            before.ended_why = entry.listed_why or "重新列入"
            self.done.ended.append(entry.code)
            if before not in self.new:
                self.ended.append(before)
        held.append(entry)
        self.new.append(entry)
        self.done.added.append(entry.code)
        return ""


def _overlap(row: Any, entry: Any) -> bool:
    return bool(row.since <= (entry.until or date.max) and entry.since <= (row.until or date.max))


def _held(model: type[Any], codes: Collection[str]) -> Iterable[Any]:
    """The entries of these codes, locked; a long list of codes is asked for in parts."""
    ordered = sorted(codes)
    for start in range(0, len(ordered), BATCH):
        yield from model.objects.select_for_update().filter(code__in=ordered[start : start + BATCH])


def _changes(actor: Actor, what: str, listing: _Listing) -> Iterable[Change]:
    who = {"what": what, "by_id": actor.user_id, "by_name": actor.name}
    for row in listing.new:
        after = {name: value for name, value in snapshot(row).items() if value not in ("", None, [], {}) and name != "cited"}
        yield Change(**who, target_id=row.pk, label=str(row)[:100], organ_id=row.organ_id, action="列入", before={}, after=after, reason=row.listed_why)
    for row in listing.ended:
        told = {"until": row.until.isoformat()}
        yield Change(
            **who, target_id=row.pk, label=str(row)[:100], organ_id=row.organ_id, action="终止", before={"until": None}, after=told, reason=row.ended_why
        )
