"""What each leaf of the public log commits to, as the database has it now: each room tells it of the kinds that it makes."""

from collections.abc import Callable, Mapping
from typing import Any

from fadu.cases.models import Leaf

Content = Callable[[Leaf], Any]
"""The content of a leaf, rebuilt from its row; None when the row is gone."""

_KINDS: dict[str, Content] = {}


def register(kinds: Mapping[str, Content]) -> None:
    """Tell how the contents of these kinds of leaf are rebuilt; asked once by each room, at start-up."""
    _KINDS.update(kinds)


def kinds() -> Mapping[str, Content]:
    """Every kind of leaf that can be verified from its row."""
    return _KINDS
