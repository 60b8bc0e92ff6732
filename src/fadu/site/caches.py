"""Which cache an installation counts in: one of each process, or one that all of them share."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache

ALONE = "alone"
"""The cache of a process, used while the shared one does not answer."""
SCHEMES = {"redis", "rediss", "unix"}

logger = logging.getLogger("fadu.cache")


def configured(url: str) -> dict[str, Any]:
    """Django's settings of the cache at `url`; of one in each process when `url` is empty. Raises ValueError for an address of no such cache."""
    alone = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "fadu", "OPTIONS": {"MAX_ENTRIES": 20_000}}
    if not url:
        return {"default": alone}
    if urlsplit(url).scheme not in SCHEMES:
        raise ValueError(f"FADU_CACHE: {urlsplit(url).scheme!r} is not a cache Fadu shares; use redis://")
    shared = {
        "BACKEND": "fadu.site.caches.Shared",
        "LOCATION": url,
        "KEY_PREFIX": "fadu",
        "OPTIONS": {"socket_connect_timeout": 0.25, "socket_timeout": 0.5},
    }
    return {"default": shared, ALONE: alone}


class Shared(RedisCache):
    """Redis; while it does not answer, each process counts by itself. No page is lost with it, and limits only grow wider, not void."""

    def add(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> bool:
        """Put in what is not there."""
        return bool(self._or_alone(super().add, "add", key, value, timeout, version))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """What is there."""
        return self._or_alone(super().get, "get", key, default, version)

    def set(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> None:
        """Put in."""
        self._or_alone(super().set, "set", key, value, timeout, version)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count up what is there; raises ValueError where nothing is."""
        return int(self._or_alone(super().incr, "incr", key, delta, version))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Take away."""
        return bool(self._or_alone(super().delete, "delete", key, version))

    def _or_alone(self, shared: Callable[..., Any], name: str, *args: Any) -> Any:
        try:
            return shared(*args)
        except ValueError:  # an answer: nothing is there to be counted up
            raise
        except Exception as fault:  # noqa: BLE001 - `redis` may not be installed, so its errors cannot be named; whatever fails, the page is answered
            logger.warning("共享缓存没有回答，本进程自行计数：%s", fault)
            return getattr(caches[ALONE], name)(*args)
