"""The decisions that are published: which step makes one, which step of its procedure publishes it, and which lines of it are public."""

from functools import cache

from fadu.disclosure.derive.coercive import COERCIVE
from fadu.disclosure.derive.granting import GRANTING
from fadu.disclosure.derive.penal import PENAL
from fadu.disclosure.derive.told import Act

ACTS: dict[str, Act] = {act.id: act for act in (*PENAL, *GRANTING, *COERCIVE)}
"""Every act that is published, by id."""


@cache
def act_of(step: str) -> Act | None:
    """The act that a step decides, if it is one that is published."""
    return next((act for act in ACTS.values() if step in act.decided), None)
