"""What an organ that is no more still has in its name (事项、清单、委托) is kept by the room above; it says here how much that is.

Agencies stands below the catalogue and may not import it: the catalogue answers at start-up (`answer_with`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fadu.agencies.models import Organ


@dataclass(frozen=True, slots=True)
class Leftover:
    """What stands in the name of an organ: items, entries of lists, delegations running; where they are handed over."""

    items: int
    entries: int
    delegations: int
    href: str

    @property
    def count(self) -> int:
        """All of it."""
        return self.items + self.entries + self.delegations


_answers: list[Callable[[Organ, date], Leftover]] = []


def answer_with(answer: Callable[[Organ, date], Leftover]) -> None:
    """Let `answer` count; asked once at start-up."""
    _answers[:] = [answer]


def of(organ: Organ, on: date) -> Leftover | None:
    """What an organ that has ended, or gave items away, left; None where nothing is left, or it stands and gave nothing."""
    gone = organ.ends_on is not None and organ.ends_on <= on
    if not gone and not organ.became.filter(items=True).exists():
        return None
    found = next((answer(organ, on) for answer in _answers), None)
    return found if found and found.count and (gone or found.items) else None
