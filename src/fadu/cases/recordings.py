"""The recordings of a case are kept by a room above; it says here which there are, for the law and for the case page.

Cases stands below evidence and may not import it: `evidence.recordings` answers at start-up (`answer_with`).
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fadu.accounts.actors import Actor
from fadu.cases.models import Case
from fadu.law.filming.scenes import Film


@dataclass(frozen=True)
class Tied:
    """A recording that is tied to a case.

    Attributes:
        ref: its id.
        number: its number.
        film: its times and what it shows, for the law.
    """

    ref: uuid.UUID
    number: str
    film: Film


@dataclass(frozen=True)
class Listed:
    """A recording as it is listed on the case page."""

    number: str
    scene: str
    when: str
    seqs: tuple[int, ...]
    href: str
    late: bool


_films: list[Callable[[Case], Sequence[Tied]]] = []
_lists: list[Callable[[Actor, Case], Sequence[Listed]]] = []


def answer_with(films: Callable[[Case], Sequence[Tied]], listed: Callable[[Actor, Case], Sequence[Listed]]) -> None:
    """Let these say which recordings a case has; asked once at start-up."""
    _films[:], _lists[:] = [films], [listed]


def tied_to(case: Case) -> list[Tied]:
    """The recordings tied to a case, for the door: not scoped."""
    return [tied for answer in _films for tied in answer(case)]


def of_case(actor: Actor, case: Case) -> list[Listed]:
    """The recordings of a case that `actor` may see, in order of time."""
    return [row for answer in _lists for row in answer(actor, case)]
