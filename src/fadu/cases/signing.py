"""Some steps make a record that is signed before the step is taken. The room above takes the signatures; it says here for which steps, and where that goes on."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases.models import Case
from fadu.law.procedure import Step

Offered = Callable[[Step], bool]
Put = Callable[[Actor, Case, str, Mapping[str, Any], datetime | None], str]

_answers: list[tuple[Offered, Put]] = []


def answer_with(offered: Offered, put: Put) -> None:
    """Let `offered` say which steps are signed first, and `put` where the answers of one go; asked once at start-up."""
    _answers[:] = [(offered, put)]


def offered(step: Step) -> bool:
    """Whether the answers of a step can be put before signers first."""
    return any(offer(step) for offer, _ in _answers)


def put(actor: Actor, case: Case, name: str, data: Mapping[str, Any], moment: datetime | None) -> str:
    """Put the answers of a step before signers; the address where it goes on. Raises as the door does."""
    return _answers[0][1](actor, case, name, data, moment)
