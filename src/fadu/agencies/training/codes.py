"""The code on the projector: six digits that change every half minute, reckoned from a session's secret as RFC 6238 does."""

import hashlib
import hmac
from datetime import datetime

PERIOD = 30
"""Seconds for which one code is shown."""
STALE = 1
"""How many codes back are still taken: who began to type must be able to end."""


def code_at(secret: bytes | memoryview, at: datetime) -> str:
    """The six digits shown at a moment."""
    return _digits(secret, _window(at))


def fits(secret: bytes | memoryview, typed: str, at: datetime) -> bool:
    """Whether what was typed is the code of the moment, or the one just before it."""
    now = _window(at)
    return any(hmac.compare_digest(_digits(secret, now - back).encode(), typed.encode()) for back in range(STALE + 1))


def seconds_left(at: datetime) -> int:
    """For how many seconds more the code is shown."""
    return PERIOD - int(at.timestamp()) % PERIOD


def _window(at: datetime) -> int:
    return int(at.timestamp()) // PERIOD


def _digits(secret: bytes | memoryview, window: int) -> str:
    mac = hmac.new(bytes(secret), window.to_bytes(8, "big", signed=True), hashlib.sha256).digest()
    start = mac[-1] & 15
    return f"{(int.from_bytes(mac[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"
