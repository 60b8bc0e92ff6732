"""Which database an installation keeps its records in."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def configured(url: str, data: Path) -> dict[str, Any]:
    """Django's settings of the database at `url`, or of SQLite in `data` when `url` is empty.

    SQLite runs with a write-ahead log, full synchronous writes and immediate transactions: without the last, two
    writers that begin by reading fail instead of waiting.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "fadu.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-64000;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"FADU_DATABASE_URL: {parts.scheme!r} is not a database Fadu runs on; use postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # Short questions, some of which look dear to the planner: compiling them would cost more than asking them.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}, "options": "-c jit=off"},
    }
