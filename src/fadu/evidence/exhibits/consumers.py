"""What this room does when the outbox tells of a step: see `cases.topics`."""

from fadu.cases.models import Outbox
from fadu.evidence.exhibits.services import take_in

TOPIC = "exhibits"


def on_step(told: Outbox) -> None:
    """Make exhibits and goods of the step that was taken; told twice, it makes them once."""
    if told.ref is not None:
        take_in(told.ref)
