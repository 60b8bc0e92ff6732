"""The book of goods: whatever happens, what is held and what has gone are together what was taken."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.law.custody import AUTHORITY, ENDS, NEEDS_STEP, Book, Hold, Lot, Move, Movement, Unsound, authorises, entered, fold

T0 = datetime(2026, 6, 1, 9)
M = Movement


@dataclass
class Heap:
    """An independent oracle: single pieces in a plain list, each known by where it is; nothing is added or subtracted."""

    pieces: list[str]

    def move(self, source: int, quantity: int, target: str) -> None:
        at = [place for place, where in enumerate(self.pieces) if where == f"lot {source}"][:quantity]
        assert len(at) == quantity, "the book took what was not there"
        for place in at:
            self.pieces[place] = target


ANY = st.tuples(
    st.sampled_from([kind for kind in M if kind is not M.TAKE]),
    st.integers(-3, 60),
    st.integers(-1, 12),
    st.sampled_from(list(Hold)),
    st.sampled_from(["", "A1", "B2"]),
    st.integers(-30, 600),
)


@given(st.integers(1, 50), st.lists(ANY, max_size=25))
def test_no_sequence_of_movements_loses_or_makes_a_piece(taken: int, tried: list[tuple[Movement, int, int, Hold, str, int]]) -> None:
    book = entered(Book(), Move(M.TAKE, taken, T0, hold=Hold.PRESERVED))
    heap = Heap([f"lot {1}"] * taken)
    done = []
    for kind, quantity, source, hold, seal, minutes in tried:
        lots = sorted(book.lots)
        move = Move(kind, quantity, T0 + timedelta(minutes=minutes), lots[source % len(lots)] if source >= 0 else 99, hold, seal)
        try:
            after = entered(book, move)
        except Unsound:
            continue
        if kind is M.CORRECT:
            heap.move(move.source or 0, quantity, "never was")
        else:
            heap.move(move.source or 0, quantity, kind.value if kind in ENDS else f"lot {after.last}")
        book = after
        done.append(move)
        told = Counter(heap.pieces)
        assert book.taken == taken - told["never was"]
        assert book.held == sum(count for where, count in told.items() if where.startswith("lot"))
        assert dict(book.gone) == {way: told[way.value] for way in ENDS if told[way.value]}
        assert book.taken == book.held + sum(book.gone.values())
        assert all(lot.quantity >= 0 and (lot.until is None) == bool(lot.quantity) for lot in book.lots.values())
        assert all(lot.until is None or lot.until >= lot.since for lot in book.lots.values())
    assert fold([Move(M.TAKE, taken, T0, hold=Hold.PRESERVED), *done]) == book


def one(hold: Hold = Hold.SEIZED, quantity: int = 10) -> Book:
    return entered(Book(), Move(M.TAKE, quantity, T0, hold=hold))


def then(book: Book, kind: Movement, quantity: int = 10, source: int | None = None, *, hold: Hold | None = None, seal: str = "", minutes: int = 5) -> Book:
    return entered(book, Move(kind, quantity, T0 + timedelta(minutes=minutes), source or max(lot.seq for lot in book.here), hold, seal))


@pytest.mark.parametrize(
    ("says", "book", "move"),
    [
        ("1 至 10", one(), Move(M.HAND, 11, T0, 1)),
        ("1 至 10", one(), Move(M.DESTROY, 0, T0, 1)),
        ("没有在管", one(), Move(M.HAND, 1, T0, 7)),
        ("没有在管", then(one(), M.LOSE), Move(M.HAND, 1, T0 + timedelta(minutes=9), 1)),
        ("时间", one(), Move(M.HAND, 1, T0 - timedelta(minutes=1), 1)),
        ("不能再收存", one(), Move(M.TAKE, 1, T0)),
        ("正在送检", then(one(), M.SEND, 2), Move(M.DESTROY, 1, T0 + timedelta(minutes=9), 2)),
        ("没有送检", one(), Move(M.BACK, 1, T0, 1)),
        ("没有送检", one(), Move(M.CONSUME, 1, T0, 1)),
        ("已经封存", then(one(), M.SEAL, seal="F1"), Move(M.HAND, 3, T0 + timedelta(minutes=9), 2)),
        ("已经封存", then(one(), M.SEAL, seal="F1"), Move(M.SEAL, 10, T0 + timedelta(minutes=9), 2, seal="F2")),
        ("没有封存", one(), Move(M.UNSEAL, 10, T0, 1, seal="F1")),
        ("不一致", then(one(), M.SEAL, seal="F1"), Move(M.UNSEAL, 10, T0 + timedelta(minutes=9), 2, seal="F2")),
        ("不能登记转为", one(Hold.SEIZED), Move(M.CONVERT, 10, T0, 1, Hold.SEIZED)),
        ("不能登记返还", one(Hold.CONFISCATED), Move(M.RETURN, 10, T0, 1)),
        ("不能登记返还", one(Hold.SEIZED), Move(M.RETURN, 10, T0, 1)),
        ("不能登记销毁", one(Hold.RELEASED), Move(M.DESTROY, 10, T0, 1)),
    ],
)
def test_what_cannot_have_happened_is_said(says: str, book: Book, move: Move) -> None:
    with pytest.raises(Unsound, match=says):
        entered(book, move)


def test_a_part_goes_out_and_comes_back_less_what_was_used() -> None:
    book = then(then(one(), M.SEND, 3, 1), M.CONSUME, 1, 2)
    book = then(book, M.BACK, 2, 2, minutes=8)
    assert [(lot.seq, lot.quantity, lot.away) for lot in book.here] == [(1, 7, False), (4, 2, False)]
    assert (book.held, dict(book.gone)) == (9, {M.CONSUME: 1})


def test_a_sealed_lot_moves_whole_and_keeps_its_seal() -> None:
    book = then(then(one(), M.SEAL, seal="F1"), M.HAND)
    assert [(lot.seq, lot.seal) for lot in book.here] == [(3, "F1")]
    assert [lot.seal for lot in then(book, M.UNSEAL, seal="F1").here] == [""]


def test_a_lot_knows_where_it_came_from() -> None:
    assert then(one(), M.HAND, 4).lots[2] == Lot(2, 4, Hold.SEIZED, T0 + timedelta(minutes=5), source=1)


@pytest.mark.parametrize(
    ("kind", "step", "data", "free"),
    [
        (M.DESTROY, "dispose_goods", {"way": "destroy"}, True),
        (M.DESTROY, "dispose_goods", {"way": "auction"}, False),
        (M.DESTROY, "approve_destruction", {}, True),
        (M.DESTROY, "dispose_measure", {"measure_disposal": "destroy"}, True),
        (M.DESTROY, "dispose_measure", {"measure_disposal": "confiscate"}, False),
        (M.DESTROY, "decide", {"decision_kinds": ["GOODS"]}, False),
        (M.SELL, "dispose_goods", {"way": "auction"}, True),
        (M.SELL, "dispose_early", {}, True),
        (M.SELL, "decide", {"decision_kinds": ["GOODS"]}, False),
        (M.CONFISCATE, "decide", {"decision_kinds": ["FINE", "GOODS"]}, True),
        (M.CONFISCATE, "decide", {"decision_kinds": ["FINE"]}, False),
        (M.CONFISCATE, "decide", {}, False),
        (M.RELEASE, "dispose_preserved", {"disposal": "released"}, True),
        (M.RELEASE, "dispose_preserved", {"disposal": "recorded"}, False),
        (M.CONVERT, "dispose_preserved", {"disposal": "seized"}, True),
        (M.TRANSFER, "send_transfer", {}, True),
        (M.SURRENDER, "dispose_goods", {"way": "other"}, True),
    ],
)
def test_which_step_lets_goods_go_which_way(kind: Movement, step: str, data: dict[str, object], free: bool) -> None:
    assert (authorises(kind, [("key", step, data)]) is not None) is free
    assert authorises(kind, []) is None


def test_every_way_that_needs_a_decision_names_article_and_remedy() -> None:
    assert set(AUTHORITY) == NEEDS_STEP
    for rule in AUTHORITY.values():
        assert rule.bases
        assert rule.fix
        assert rule.steps
