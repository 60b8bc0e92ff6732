"""Signatures under a document are taken by the room above; it says here which sheet of them a paper of a step carries.

A sheet is plain JSON: `says`, `sha256` of what the signers were shown, and `rows` of {capacity, name, lines, picture (SVG), mark}.
"""

from collections.abc import Callable, Mapping
from typing import Any

from fadu.cases.models import Step

Sheet = Mapping[str, Any]
_answers: list[Callable[[Step, str], Sheet | None]] = []


def answer_with(answer: Callable[[Step, str], Sheet | None]) -> None:
    """Let `answer` say what was signed before a step was taken; asked once at start-up."""
    _answers[:] = [answer]


def of_step(row: Step, paper: str) -> Sheet | None:
    """The sheet of the signatures that were given to the draft of a step's paper; None where there were none."""
    return next((sheet for answer in _answers if (sheet := answer(row, paper)) is not None), None)
