"""Telling other rooms what came of a sitting, without knowing them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a sitting of an exam that counts for the application for a credential.

    Attributes:
        officer_id: whose it is.
        subject: "public" for 公共法律知识, else the field of the professional one (`agencies.kinds.Field`).
        taken_on: the day it was closed, in Beijing.
        passed: whether the pass mark was reached.
        mark: the mark.
        source: where it comes from: the exam, the sitting and its closing hash, in words.
    """

    officer_id: int
    subject: str
    taken_on: date
    passed: bool
    mark: int
    source: str


Callback = Callable[[Result], None]
_told: list[Callback] = []


def on_result(callback: Callback) -> None:
    """Have `callback` called at the close of each sitting that counts, in the transaction of the close; told once, however often asked."""
    if callback not in _told:
        _told.append(callback)


def forget(callback: Callback) -> None:
    """Have it called no more."""
    _told.remove(callback)


def tell(result: Result) -> None:
    """Tell whoever asked; what one of them raises undoes the close."""
    for callback in _told:
        callback(result)


@dataclass(frozen=True, slots=True)
class Closed:
    """A sitting as it was closed, for whoever commits to it: whose, what came of it, and the hash of its record.

    Attributes:
        sitting_id, exam_id, officer_id, organ_id, attempt: which it is.
        closed_at, closing: when and how.
        mark, passed: what came of it.
        head: the hash of the last event, which stands for paper, answers and marking.
    """

    sitting_id: int
    exam_id: int
    officer_id: int
    organ_id: int
    attempt: int
    closed_at: datetime
    closing: str
    mark: int
    passed: bool
    head: str


@dataclass(frozen=True, slots=True)
class Proof:
    """That a result stands in the public log.

    Attributes:
        index: its place; None while it waits to be written.
        href: the receipt, "" while there is none.
        fault: why what is kept now is not what was committed to; "" where it is.
    """

    index: int | None
    href: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person did to a paper: gave a mark, asked for it to be looked at again, ruled on that.

    Attributes:
        kind: "exam_mark", "exam_appeal" or "exam_ruling".
        number: of the row.
        at: when.
        content: what is committed to.
    """

    kind: str
    number: int
    at: datetime
    content: dict[str, Any]


_deeds: list[Callable[[Deed], None]] = []


def commit_deeds_with(commit: Callable[[Deed], None]) -> None:
    """Let the room of the public log commit to every mark, appeal and ruling; asked once at start-up."""
    _deeds[:] = [commit]


def commit_deed(deed: Deed) -> None:
    """Commit to it within its transaction; what goes wrong undoes it."""
    for committing in _deeds:
        committing(deed)


_committing: list[Callable[[Closed], None]] = []
_proving: list[Callable[[Closed], Proof | None]] = []


def commit_with(commit: Callable[[Closed], None], prove: Callable[[Closed], Proof | None]) -> None:
    """Let the room of the public log commit to every result at its close, and tell how it stands; asked once at start-up."""
    _committing[:], _proving[:] = [commit], [prove]


def commit(closed: Closed) -> None:
    """Commit to a result within the transaction of the close; what goes wrong undoes the close."""
    for committing in _committing:
        committing(closed)


def proof_of(closed: Closed) -> Proof | None:
    """How a result stands in the public log; None where nobody committed to it."""
    return next((proof for proving in _proving if (proof := proving(closed)) is not None), None)
