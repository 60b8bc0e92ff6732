"""Who is told of a step through the outbox besides the documents, which are told of every one.

A room above asks at start-up for the steps it makes something of; each then has a line of its own in the outbox, so that
what fails for one is tried again and keeps back nobody else. Who drains the outbox calls what the room has put under the
topic in `documents.consumers.TOPICS`.
"""

from collections.abc import Collection

_asked: dict[str, frozenset[str]] = {}


def subscribe(topic: str, steps: Collection[str]) -> None:
    """Have steps of these names told under `topic`."""
    _asked[topic] = frozenset(steps)


def topics_of(step: str) -> list[str]:
    """Under which topics a step is told."""
    return ["step", *(topic for topic, steps in _asked.items() if step in steps)]
