"""Where the locality's packs are."""

import os
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """Where the packs are: FADU_LOCALITIES, else `localities` of the project."""
    return Path(os.environ.get("FADU_LOCALITIES") or settings.PROJECT / "localities")


def pack() -> str:
    """The pack of this installation: FADU_LOCALITY, else the demonstration county."""
    return os.environ.get("FADU_LOCALITY") or "demo"
