"""Ids that sort by time (UUID version 7, RFC 9562), so that indexes grow at one end."""

import secrets
import time
import uuid


def new_id() -> uuid.UUID:
    """A fresh id: 48 bits of milliseconds, then chance."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)
