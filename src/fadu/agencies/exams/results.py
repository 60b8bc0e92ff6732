"""Telling other rooms what came of a sitting, without knowing them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


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
