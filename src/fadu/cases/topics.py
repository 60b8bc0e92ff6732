"""Who is told of a step through the outbox besides the documents, which are told of every one.

A room above asks at start-up for the steps it makes something of; each then has a line of its own in the outbox, so that
what fails for one is tried again and keeps back nobody else. Who drains the outbox calls what the room has put under the
topic in `documents.consumers.TOPICS`.
"""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """The steps that a room makes something of: those of these names, and, if it says so, any in a case that has ended."""

    steps: frozenset[str]
    ended: bool


_asked: dict[str, Asked] = {}


def subscribe(topic: str, steps: Collection[str] = (), *, ended: bool = False) -> None:
    """Have steps of these names told under `topic`; with `ended` those too that end a case or come after its end."""
    _asked[topic] = Asked(frozenset(steps), ended)


def topics_of(step: str, *, ended: bool = False) -> list[str]:
    """Under which topics a step is told."""
    return ["step", *(topic for topic, asked in _asked.items() if step in asked.steps or (ended and asked.ended))]
