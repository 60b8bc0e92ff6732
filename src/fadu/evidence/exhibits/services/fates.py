"""What steps of the record say becomes of goods: released, confiscated, seized, handed back, sold, destroyed.

Handing over to another authority (移送) is decided by a step and done by hand: who took the goods signs for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fadu.accounts.actors import SYSTEM
from fadu.cases.models import Case, Step
from fadu.evidence.exhibits.models import Item
from fadu.evidence.exhibits.record import family
from fadu.evidence.exhibits.services.booking import book, book_of
from fadu.law.custody import Hold, Lot, Move
from fadu.law.custody import Movement as Kind

Data = Mapping[str, Any]
UNDER_MEASURE = frozenset({Hold.SEALED, Hold.SEIZED})

WAYS = {"auction": Kind.SELL, "destroy": Kind.DESTROY, "other": Kind.SURRENDER, "return": Kind.RETURN}
"""Of 处理涉案物品: the way it names."""


def follow(case: Case, row: Step, data: Data) -> None:
    """Record what a step says becomes of the goods of the case; what can't be is left to be told as a disagreement."""
    match row.name:
        case "dispose_preserved":
            change = {"seized": (Kind.CONVERT, Hold.SEIZED), "confiscate": (Kind.CONFISCATE, Hold.CONFISCATED), "released": (Kind.RELEASE, Hold.RELEASED)}
            _turn([case.pk], row, {Hold.PRESERVED}, change.get(data["disposal"]))
        case "dispose_measure":
            change = {"confiscate": (Kind.CONFISCATE, Hold.CONFISCATED), "release": (Kind.RELEASE, Hold.RELEASED)}
            _turn(_of_measure(case), row, UNDER_MEASURE, change.get(data["measure_disposal"]))
        case "return_held_goods":
            for item, lot in _lots(_of_measure(case), row, {Hold.RELEASED}):
                _end(item, lot, Kind.RETURN, lot.quantity, row, {"receiver": data.get("receiver", ""), "signed": True})
        case "dispose_goods":
            told = {"how": data.get("how", ""), "officers": data.get("present", [])}
            _listed(case, row, data, WAYS[data["way"]], told)


def _of_measure(case: Case) -> list[Any]:
    """The cases whose goods a measure holds: its own, and those of the case it came out of, which it has seized."""
    return family(case)


def _lots(cases: Iterable[Any], row: Step, holds: Iterable[Hold]) -> Iterator[tuple[Item, Lot]]:
    wanted = frozenset(holds)
    for item in Item.objects.filter(case_id__in=list(cases)).order_by("case_id", "number"):
        for lot in book_of(item).here:
            if lot.hold in wanted and lot.since <= row.taken_at:
                yield item, lot


def _turn(cases: Iterable[Any], row: Step, holds: Iterable[Hold], change: tuple[Kind, Hold] | None) -> None:
    """Hold all that was held under one right under another."""
    for item, lot in list(_lots(cases, row, holds)) if change else ():
        kind, hold = change or (Kind.RELEASE, Hold.RELEASED)
        book(SYSTEM, item, Move(kind, lot.quantity, row.taken_at, lot.seq, hold), {}, step=row, authority=row)


def _listed(case: Case, row: Step, data: Data, kind: Kind, told: Data) -> None:
    """Let the goods that a step lists go their way, by name, from the oldest lots on."""
    for line in data.get("goods", ()):
        left = int(line["quantity"])
        for item, lot in list(_lots(family(case), row, set(Hold))):
            if not left or item.name != line["name"] or item.unit != line["unit"] or lot.away:
                continue
            part = min(left, lot.quantity)
            if lot.seal and part < lot.quantity:
                continue
            left -= _gone(item, lot, kind, part, row, told)


def _gone(item: Item, lot: Lot, kind: Kind, quantity: int, row: Step, told: Data) -> int:
    """Let so much of a lot go; how much went."""
    if kind is Kind.RETURN and lot.hold not in {Hold.RELEASED, Hold.REMOVED}:
        if lot.hold is Hold.CONFISCATED:  # 行政处罚法第七十四条第一款: what is confiscated is not handed back
            return 0
        made = book(SYSTEM, item, Move(Kind.RELEASE, quantity, row.taken_at, lot.seq, Hold.RELEASED), {}, step=row, authority=row)
        lot = book_of(item).lots[made.seq]
    if (kind is Kind.DESTROY and lot.hold is Hold.RELEASED) or (kind is not Kind.RETURN and lot.hold is Hold.REMOVED):
        return 0
    _end(item, lot, kind, quantity, row, told)
    return quantity


def _end(item: Item, lot: Lot, kind: Kind, quantity: int, row: Step, told: Data) -> None:
    if not lot.away:  # what is out for inspection goes back first; it is told as a disagreement until then
        book(SYSTEM, item, Move(kind, quantity, row.taken_at, lot.seq), told, step=row, authority=row)
