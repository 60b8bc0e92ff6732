"""How often somebody unknown may look something up: counted in the cache of each server process, forgotten after a while."""

from axes.helpers import get_client_ip_address  # type: ignore[import-untyped]
from django.core.cache import cache
from django.http import HttpRequest

WINDOW = 10 * 60
"""Seconds for which a try is counted."""


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count a try of the address that asks, and say whether it was one too many."""
    key = _key(request, what)
    if cache.add(key, 1, WINDOW):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # forgotten since
        cache.set(key, 1, WINDOW)
        return False


def missed(request: HttpRequest, what: str) -> None:
    """Count a try that led nowhere."""
    too_often(request, f"{what}.missed", 0)


def missed_often(request: HttpRequest, what: str, most: int) -> bool:
    """Whether the address that asks tried in vain so often that it has to wait; asking this counts nothing."""
    return int(cache.get(_key(request, f"{what}.missed"), 0)) >= most


def _key(request: HttpRequest, what: str) -> str:
    return f"fadu.throttle:{what}:{get_client_ip_address(request) or 'unknown'}"
