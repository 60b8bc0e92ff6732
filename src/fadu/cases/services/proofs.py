"""What each leaf of the public log commits to, as the database has it now: each room tells it of the kinds that it makes."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Manager, Model, Q

from fadu.cases.models import Leaf

Content = Callable[[Leaf], Any]
"""The content of a leaf, rebuilt from its row; None when the row is gone."""


def nothing(*_: Any) -> Iterable[str]:
    """Nothing is wrong, and nothing is to be fetched."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of leaf whose rows are read many at a time, and looked at in every column.

    Attributes:
        model: the table of the rows; the leaf's `ref` is their primary key.
        word: what a row is called, such as 文书.
        content: what the leaf commits to, rebuilt from the row.
        owed: which rows must have a leaf.
        prepare: fetches for many rows at once what the next two ask for.
        agrees: what of a row does not agree with its leaf though the content does, one sentence each.
        stored: what is wrong with the bytes that the row stands for, one sentence each; read from the disk.
    """

    model: type[Model]
    word: str
    content: Callable[[Any, Leaf], Any]
    owed: Q = field(default_factory=Q)
    prepare: Callable[[list[Any]], Any] = nothing
    agrees: Callable[[Any, Leaf], Iterable[str]] = nothing
    stored: Callable[[Any], Iterable[str]] = nothing

    @property
    def rows(self) -> Manager[Any]:
        """Every row of the table."""
        return self.model._default_manager  # noqa: SLF001 - Django's documented name of it

    @property
    def of_case(self) -> bool:
        """Whether a row belongs to a case; the reports and lists of an organ belong to none."""
        return any(field.attname == "case_id" for field in self.model._meta.concrete_fields)

    def __call__(self, leaf: Leaf) -> Any:
        """The content of one leaf, as `Content` gives it."""
        found = self.rows.filter(pk=leaf.ref).first()
        return None if found is None else self.content(found, leaf)


Gone = Callable[[uuid.UUID], str]
"""Why the bytes of something are lawfully gone; "" where they should be there."""

_KINDS: dict[str, Content] = {}
_GONE: list[Gone] = []


def register(kinds: Mapping[str, Content]) -> None:
    """Tell how the contents of these kinds of leaf are rebuilt (a `Kind`, or a function for a single leaf); asked once by each room, at start-up."""
    _KINDS.update(kinds)


def kinds() -> Mapping[str, Content]:
    """Every kind of leaf that can be verified from its row."""
    return _KINDS


def register_gone(answer: Gone) -> None:
    """Let a room say of what it took away by approval that it is no damage."""
    if answer not in _GONE:
        _GONE.append(answer)


def gone(ref: uuid.UUID) -> str:
    """Why the bytes of a document, an original or a file are lawfully gone (destroyed by approval no. …); "" where they should be there."""
    return next((why for answer in _GONE if (why := answer(ref))), "")
