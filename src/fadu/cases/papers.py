"""The documents of a case are made by the room above; it says here how they are listed and opened.

Cases stands below documents and may not import it: `documents` answers at start-up (`answer_with`).
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fadu.accounts.actors import Actor
from fadu.cases.models import Case


@dataclass(frozen=True)
class Listed:
    """A document as it is listed.

    Attributes:
        ref: id of the document and of its leaf.
        paper: which paper of the catalogue.
        seq: the step that made it.
        title: 文书名称.
        number: 文号, or "".
        href: where it opens.
        file: the PDF on disk.
        name: its file name in a package.
        sha256: of the file, in hex.
    """

    ref: uuid.UUID
    paper: str
    seq: int
    title: str
    number: str
    href: str
    file: Path
    name: str
    sha256: str

    @property
    def id(self) -> str:
        """The id as text."""
        return str(self.ref)


_answers: list[Callable[[Actor, Case], Sequence[Listed]]] = []


def answer_with(answer: Callable[[Actor, Case], Sequence[Listed]]) -> None:
    """Let `answer` say which documents a case has; asked once at start-up."""
    _answers[:] = [answer]


def of_case(actor: Actor, case: Case) -> list[Listed]:
    """The documents of a case that `actor` may see, in the order in which they were made."""
    return [paper for answer in _answers for paper in answer(actor, case)]
