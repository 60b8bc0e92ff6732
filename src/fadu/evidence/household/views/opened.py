"""Which files a session has open: for half an hour from the reading that was recorded, so that paging and filtering is one reading."""

import time
import uuid
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest

KEY: Final = "fadu.households"
LASTS: Final = 30 * 60
"""Seconds for which an opened file stays open."""

MOST: Final = 20


@dataclass(frozen=True)
class Opened:
    """An opened file."""

    wide: bool
    why: str


def note(request: HttpRequest, household_id: uuid.UUID, *, wide: bool, why: str) -> None:
    """Remember that the file was opened."""
    held: dict[str, Any] = {key: row for key, row in request.session.get(KEY, {}).items() if row[0] > time.time()}
    held[_key(request, household_id)] = [time.time() + LASTS, wide, why]
    request.session[KEY] = dict(list(held.items())[-MOST:])


def of(request: HttpRequest, household_id: uuid.UUID) -> Opened | None:
    """How the file stands open; None where it is not."""
    row = request.session.get(KEY, {}).get(_key(request, household_id))
    return Opened(bool(row[1]), str(row[2])) if row and row[0] > time.time() else None


def _key(request: HttpRequest, household_id: uuid.UUID) -> str:
    """Of the post in use: who changes posts opens anew."""
    return f"{request.actor.post_id}:{household_id}"  # type: ignore[attr-defined]
