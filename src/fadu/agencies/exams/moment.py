"""What time it is for a sitting.

The demonstration county sits its past exams in a minute; there the clock can be set. A real installation refuses that: a
record that says when an answer was given must be true.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.conf import settings
from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("exams.now", default=None)


def now() -> datetime:
    """The moment, by the clock of the server."""
    return _set.get() or timezone.now()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be `moment` within; raises RuntimeError outside demonstration and tests."""
    if not (settings.DEMO or getattr(settings, "TESTING", False)):
        raise RuntimeError("the clock of a real installation can't be set")
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
