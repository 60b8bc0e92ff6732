"""What rooms above have for who opens the work list, beside the cases themselves: a room registers at start-up and is asked with every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fadu.accounts.actors import Actor


@dataclass(frozen=True, slots=True)
class Due:
    """Some things of a kind that wait for somebody.

    Attributes:
        label: what they are.
        count: how many.
        href: where they are listed.
        state: "bad" for overdue, "near" for soon.
    """

    label: str
    count: int
    href: str
    state: str = ""


Answer = Callable[[Actor], Sequence[Due]]

_answers: dict[str, Answer] = {}


def register(room: str, answer: Answer) -> None:
    """Have the work list tell what `answer` says; it should cost a query or two."""
    _answers[room] = answer


def of(actor: Actor) -> list[Due]:
    """What waits for `actor` in all the rooms."""
    return [due for answer in _answers.values() for due in answer(actor)]
