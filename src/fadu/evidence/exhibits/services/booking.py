"""Writing one movement of an item: the law's book says whether it can be, then it is recorded with its leaf and the lots follow."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases.models import Case, Step
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import utc
from fadu.evidence.exhibits.models import Exhibit, Item, Lot, Movement
from fadu.evidence.exhibits.services.recording import _by, next_number
from fadu.evidence.services import leaf_of
from fadu.law import custody
from fadu.law.custody import Book, Hold, Move
from fadu.law.custody import Movement as Kind

Where = tuple[int | None, str]
"""Store and keeper of a lot."""


def book_of(item: Item) -> Book:
    """The book of an item, from its movements."""
    return custody.fold(as_move(row) for row in item.movements.order_by("seq"))


def as_move(row: Movement) -> Move:
    """A row as the law's book reads it."""
    where = (row.store_id, row.data.get("keeper", "")) if row.store_id or row.data.get("keeper") else None
    return Move(Kind(row.kind), row.quantity, row.at, row.source, Hold(row.hold) if row.hold else None, row.seal, where)


def new_item(
    actor: Actor, case: Case, row: Mapping[str, Any], *, hold: Hold, at: datetime, step: Step, place: str, where: Where, exhibit: Exhibit | None
) -> Item:
    """An item that a step took into keeping; the case is locked."""
    item = Item(organ_id=case.organ_id, case=case, exhibit=exhibit, number=next_number(case, Item), step=step, place=place, taken_at=at)
    describe(item, row)
    item.save(force_insert=True)
    move = Move(Kind.TAKE, row["quantity"], at, hold=hold, where=where)
    book(actor, item, move, {key: value for key, value in row.items() if key != "quantity"}, step=step)
    return item


def describe(item: Item, row: Mapping[str, Any]) -> None:
    """What an item is called, as a list has it."""
    item.name, item.unit, item.price = row["name"], row["unit"], row.get("price")
    item.spec, item.batch, item.features = row.get("spec", ""), row.get("batch", ""), row.get("condition", "")


def book(
    actor: Actor, item: Item, move: Move, data: Mapping[str, Any], *, step: Step | None = None, authority: Step | None = None, corrects: Movement | None = None
) -> Movement:
    """Record a movement of an item whose case is locked. Raises custody.Unsound, and writes nothing then."""
    before = book_of(item)
    after = custody.entered(before, move)
    store, keeper = move.where or (None, "")
    row = Movement(id=new_id(), item=item, seq=after.last, kind=move.kind, quantity=move.quantity, source=move.source, hold=move.hold or "", seal=move.seal)
    row.store_id, row.at, row.recorded_at = store, move.at, now()
    row.data = {**data, **({"keeper": keeper} if keeper else {})}
    row.step, row.authority, row.corrects = step, authority, corrects
    row.by_user, row.by_officer, row.by_name = _by(actor, step)
    row.leaf = leaf_of("custody", row.id, item.case, movement_content(row), row.recorded_at)
    row.save(force_insert=True)
    follow(item, after, before)
    item.taken, item.moves = after.taken, after.last
    item.save()
    return row


def follow(item: Item, book: Book, before: Book | None = None) -> None:
    """Bring the lots of an item up to its book; only what changed is written."""
    for seq, lot in book.lots.items():
        if before is not None and before.lots.get(seq) == lot:
            continue
        store, keeper = lot.where or (None, "")
        kept = {
            "organ_id": item.organ_id, "case_id": item.case_id, "quantity": lot.quantity, "hold": lot.hold, "store_id": store, "keeper": keeper,
            "since": lot.since, "held_since": held_since(book, lot), "until": lot.until, "seal": lot.seal, "away": lot.away,
        }  # fmt: skip
        Lot.objects.update_or_create(item=item, seq=seq, defaults=kept)


def held_since(book: Book, lot: custody.Lot) -> datetime:
    """Since when it is held under its right: moving goods from shelf to shelf does not begin a term anew."""
    return min((other.since for other in ancestors(book, lot)), default=lot.since)


def ancestors(book: Book, lot: custody.Lot) -> Iterable[custody.Lot]:
    """The lot and those it came from, as far as they were held under the same right."""
    while True:
        yield lot
        earlier = book.lots.get(lot.source or 0)
        if earlier is None or earlier.hold is not lot.hold:
            return
        lot = earlier


def movement_content(row: Movement) -> dict[str, Any]:
    """What the leaf of a movement commits to."""
    return {
        "movement": str(row.id),
        "case": str(row.item.case_id),
        "item": row.item.number,
        "seq": row.seq,
        "kind": str(row.kind),
        "quantity": row.quantity,
        "source": row.source,
        "hold": str(row.hold),
        "store": row.store_id,
        "seal": row.seal,
        "at": utc(row.at),
        "data": row.data,
        "step": str(row.step_id) if row.step_id else None,
        "authority": str(row.authority_id) if row.authority_id else None,
        "corrects": str(row.corrects_id) if row.corrects_id else None,
        "recorded_at": utc(row.recorded_at),
        "by": {"officer": row.by_officer, "name": row.by_name},
    }
