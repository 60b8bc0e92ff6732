"""What each leaf of the public log commits to, as the database has it now: each room tells it of the kinds that it makes."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from fadu.cases.models import Leaf

Content = Callable[[Leaf], Any]
"""The content of a leaf, rebuilt from its row; None when the row is gone."""

Gone = Callable[[uuid.UUID], str]
"""Why the bytes of something are lawfully gone; "" where they should be there."""

_KINDS: dict[str, Content] = {}
_GONE: list[Gone] = []


def register(kinds: Mapping[str, Content]) -> None:
    """Tell how the contents of these kinds of leaf are rebuilt; asked once by each room, at start-up."""
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
