"""What a corrected step changes: new entries that name those that were wrong; nothing is taken back."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.cases.models import Case, Step
from fadu.cases.now import now
from fadu.evidence.exhibits import reading
from fadu.evidence.exhibits.kinds import Said
from fadu.evidence.exhibits.models import Exhibit, Item
from fadu.evidence.exhibits.services import booking, examining
from fadu.evidence.exhibits.services.recording import enter, new_exhibit
from fadu.law.custody import Hold, Move
from fadu.law.custody import Movement as Kind

Data = Mapping[str, Any]


def correct(case: Case, row: Step) -> None:
    """Bring exhibits and goods of the corrected step up to what is right."""
    wrong = Step.objects.get(case=case, seq=row.data["seq"])
    right, reason = row.data["data"], str(row.data.get("reason", ""))
    if wrong.name not in reading.STEPS:
        return
    _exhibits(case, row, wrong, right, reason)
    if wrong.name == "conclude" and right.get("evidence_items") != wrong.data.get("evidence_items"):
        examining.of_report(case, row, right)
    if wrong.name in reading.LISTS:
        _goods(case, row, wrong, right, reason)


def _exhibits(case: Case, row: Step, wrong: Step, right: Data, reason: str) -> None:
    found = reading.exhibits_of(wrong.name, right, wrong.context, timezone.localtime(wrong.taken_at).replace(tzinfo=None))
    kept = {exhibit.place: exhibit for exhibit in Exhibit.objects.filter(step=wrong)}
    for each in found:
        exhibit = kept.pop(each.place, None)
        if exhibit is None:
            new_exhibit(SYSTEM, case, each.data, step=wrong, place=each.place, device_sound=each.device_sound)
            continue
        last = exhibit.record.filter(says__in=(Said.REGISTER, Said.CORRECT)).latest("seq")
        if {name: value for name, value in last.data.items() if name != "reason"} != each.data:
            enter(SYSTEM, exhibit, Said.CORRECT, {**each.data, "reason": reason}, step=row, corrects=last)
    for exhibit in kept.values():
        if not exhibit.withdrawn and wrong.name != "conclude":
            enter(SYSTEM, exhibit, Said.WITHDRAW, {"reason": reason}, step=row)


def _goods(case: Case, row: Step, wrong: Step, right: Data, reason: str) -> None:
    lines = reading.goods_of(wrong.name, right)
    kept = {item.place: item for item in Item.objects.filter(step=wrong).order_by("pk")}
    first = next(iter(kept.values()), None)
    for place, line in lines.items():
        if place in kept:
            _line(kept.pop(place), row, line, reason)
        elif first is not None:
            take = first.movements.get(seq=1)
            where = (take.store_id, take.data.get("keeper", ""))
            booking.new_item(SYSTEM, case, line, hold=Hold(take.hold), at=wrong.taken_at, step=wrong, place=place, where=where, exhibit=first.exhibit)
    for item in kept.values():
        _less(item, row, item.taken, reason)


def _line(item: Item, row: Step, line: Data, reason: str) -> None:
    """What is right of a line: what it is called, then how much there is."""
    last = item.movements.get(seq=1)
    told = {name: value for name, value in line.items() if name != "quantity"}
    said = (item.name, item.unit, item.price, item.spec, item.batch, item.features)
    booking.describe(item, line)
    if said != (item.name, item.unit, item.price, item.spec, item.batch, item.features):
        booking.book(SYSTEM, item, Move(Kind.CORRECT, 0, now()), {**told, "reason": reason}, step=row, corrects=last)
    more = int(line["quantity"]) - item.taken
    if more > 0:
        take = item.movements.get(seq=1)
        where = (take.store_id, take.data.get("keeper", ""))
        booking.book(SYSTEM, item, Move(Kind.CORRECT, more, now(), hold=Hold(take.hold), where=where), {"reason": reason}, step=row, corrects=last)
    elif more < 0:
        _less(item, row, -more, reason)


def _less(item: Item, row: Step, quantity: int, reason: str) -> None:
    """Take so much off the lots that are there; what has gone its way already can't be, and is told as a disagreement."""
    take = item.movements.get(seq=1)
    for lot in booking.book_of(item).here:
        part = min(quantity, lot.quantity)
        if part:
            booking.book(SYSTEM, item, Move(Kind.CORRECT, part, max(now(), lot.since), lot.seq), {"reason": reason}, step=row, corrects=take)
            quantity -= part
