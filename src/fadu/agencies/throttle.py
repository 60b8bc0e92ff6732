"""How often somebody unknown may look something up: counted in the cache (FADU_CACHE: one for all processes), forgotten after a while."""

import time
from dataclasses import dataclass

from axes.helpers import get_client_ip_address  # type: ignore[import-untyped]
from django.core.cache import cache
from django.http import HttpRequest

WINDOW = 10 * 60
"""Seconds for which a try is counted."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What an address has left of its share.

    Attributes:
        most: requests of a window; 0 means any number.
        window: its seconds.
        count: requests made in this window, this one included.
        reset: seconds until the next one.
    """

    most: int
    window: int
    count: int
    reset: int

    @property
    def over(self) -> bool:
        """Whether this was one too many."""
        return bool(self.most) and self.count > self.most

    @property
    def left(self) -> int:
        """How many more may be made in this window."""
        return max(0, self.most - self.count)


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count a try of the address that asks, and say whether it was one too many."""
    return _counted(_key(request, what), WINDOW) > most


def missed(request: HttpRequest, what: str) -> None:
    """Count a try that led nowhere."""
    _counted(_key(request, f"{what}.missed"), WINDOW)


def missed_often(request: HttpRequest, what: str, most: int) -> bool:
    """Whether the address that asks tried in vain so often that it has to wait; asking this counts nothing."""
    return int(cache.get(_key(request, f"{what}.missed"), 0)) >= most


def spend(request: HttpRequest, what: str, most: int, window: int) -> Spent:
    """Count a request of the address that asks in the window of the clock that runs now."""
    now = time.time()
    key = _key(request, f"{what}:{int(now // window)}")
    return Spent(most, window, _counted(key, window + 5) if most else 0, max(1, int(window - now % window)))


def _counted(key: str, seconds: int) -> int:
    if cache.add(key, 1, seconds):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # forgotten since
        cache.set(key, 1, seconds)
        return 1


def _key(request: HttpRequest, what: str) -> str:
    return f"fadu.throttle:{what}:{get_client_ip_address(request) or 'unknown'}"
