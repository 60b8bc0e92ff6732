"""The book of one item: every movement draws from one lot and makes another, so that quantities neither vanish nor go below nothing.

A lot (一批) is what lies together: under one right, in one place, with one keeper, under one seal. It is named by the number
of the movement that made it. What was taken is at every moment what lies in the lots and what went its way:
`taken == held + gone`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from fadu.law.custody.kinds import ENDS, KEPT, Hold, Movement


class Unsound(Exception):
    """A movement that can't have happened; the text says why."""


@dataclass(frozen=True, slots=True)
class Lot:
    """What lies together.

    Attributes:
        seq: the movement that made it.
        quantity: how much is left of it.
        hold: under what right.
        since: from when.
        seal: number of the seal (封条号), "" where it is not sealed.
        away: out for inspection.
        where: keeper and place, as who keeps the book tells them; not looked at here.
        until: when nothing was left of it.
        source: the lot it was drawn from; None for what came in.
    """

    seq: int
    quantity: int
    hold: Hold
    since: datetime
    seal: str = ""
    away: bool = False
    where: Any = None
    until: datetime | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One movement.

    Attributes:
        kind: what happened.
        quantity: how much of it.
        at: when.
        source: the lot it draws from; None for what comes in.
        hold: the right from now on, where it changes.
        seal: number of the seal put on or found.
        where: the keeper and place from now on, where they change.
    """

    kind: Movement
    quantity: int
    at: datetime
    source: int | None = None
    hold: Hold | None = None
    seal: str = ""
    where: Any = None


@dataclass(frozen=True, slots=True)
class Book:
    """An item as its movements left it.

    Attributes:
        taken: how much was taken, corrections counted.
        lots: every lot by its number, empty ones too.
        gone: how much went which way.
        last: number of the last movement.
    """

    taken: int = 0
    lots: Mapping[int, Lot] = field(default_factory=lambda: MappingProxyType({}))
    gone: Mapping[Movement, int] = field(default_factory=lambda: MappingProxyType({}))
    last: int = 0

    @property
    def held(self) -> int:
        """How much the organ answers for still."""
        return sum(lot.quantity for lot in self.lots.values())

    @property
    def here(self) -> list[Lot]:
        """The lots that are not empty."""
        return [lot for lot in self.lots.values() if lot.quantity]


def fold(moves: Iterable[Move]) -> Book:
    """The book after all movements; raises Unsound at the first that can't have happened."""
    book = Book()
    for move in moves:
        book = entered(book, move)
    return book


def entered(book: Book, move: Move) -> Book:
    """The book after one more movement; raises Unsound."""
    seq = book.last + 1
    if move.kind is Movement.TAKE or (move.kind is Movement.CORRECT and move.source is None):
        return _came_in(book, move, seq)
    lot = book.lots.get(move.source or 0)
    if lot is None or not lot.quantity:
        raise Unsound("这一批已经没有在管的物品，请选择现在在管的一批")
    _check(lot, move)
    left = lot.quantity - move.quantity
    lots = {**book.lots, lot.seq: replace(lot, quantity=left, until=None if left else move.at)}
    if move.kind is Movement.CORRECT:
        return replace(book, taken=book.taken - move.quantity, lots=lots, last=seq)
    if move.kind in ENDS:
        return replace(book, lots=lots, gone={**book.gone, move.kind: book.gone.get(move.kind, 0) + move.quantity}, last=seq)
    return replace(book, lots={**lots, seq: _after(lot, move, seq)}, last=seq)


def _came_in(book: Book, move: Move, seq: int) -> Book:
    if move.kind is Movement.TAKE and book.last:
        raise Unsound("这件物品已经收存，不能再收存一次")
    if move.quantity < (move.kind is Movement.TAKE):
        raise Unsound("数量必须是正数")
    if not move.quantity:  # what it is called was corrected, not how much there is
        return replace(book, last=seq)
    lot = Lot(seq, move.quantity, move.hold or Hold.PRESERVED, move.at, where=move.where)
    return replace(book, taken=book.taken + move.quantity, lots={**book.lots, seq: lot}, last=seq)


def _check(lot: Lot, move: Move) -> None:
    """Whether this may happen to this lot."""
    if not 1 <= move.quantity <= lot.quantity:
        raise Unsound(f"数量应在 1 至 {lot.quantity} 之间：这一批现在在管 {lot.quantity}")
    if move.at < lot.since:
        raise Unsound("时间不能早于这一批上一次流转的时间")
    if lot.away and move.kind in _AT_HAND:
        raise Unsound("物品正在送检，请先登记送检返回")
    if not lot.away and move.kind in _AWAY:
        raise Unsound("物品没有送检")
    if lot.seal and move.quantity != lot.quantity and move.kind is not Movement.CORRECT:
        raise Unsound(f"物品已经封存（{lot.seal}），整批流转；需要分开的先启封")
    if move.kind is Movement.SEAL and lot.seal:
        raise Unsound(f"物品已经封存（{lot.seal}），重新封存的先启封")
    if move.kind is Movement.UNSEAL and not lot.seal:
        raise Unsound("物品没有封存，不需要启封")
    if move.kind is Movement.UNSEAL and move.seal != lot.seal:
        raise Unsound(f"封条号与登记的不一致：登记的是 {lot.seal}。封条有异常的，如实记入经过并报告")
    if lot.hold not in KEPT.get(move.kind, frozenset(Hold)):
        raise Unsound(f"{lot.hold.label}的物品不能登记{move.kind.label}")


_AWAY = frozenset({Movement.BACK, Movement.CONSUME})
_AT_HAND = frozenset(
    {
        Movement.HAND, Movement.SEAL, Movement.UNSEAL, Movement.SEND, Movement.RETURN, Movement.SELL, Movement.DESTROY, Movement.TRANSFER,
        Movement.SURRENDER,
    }
)  # fmt: skip


def _after(lot: Lot, move: Move, seq: int) -> Lot:
    """What the movement makes of what it draws."""
    seal = {Movement.SEAL: move.seal, Movement.UNSEAL: ""}.get(move.kind, lot.seal)
    away = {Movement.SEND: True, Movement.BACK: False}.get(move.kind, lot.away)
    where = lot.where if move.where is None else move.where
    return Lot(seq, move.quantity, move.hold or lot.hold, move.at, seal, away, where, source=lot.seq)
