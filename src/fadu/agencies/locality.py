"""Which place this installation is for, and the numbers that the place sets. Files, read once a process."""

import os
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from fadu.law.parameters import OutsideValidity, Parameters, Value
from fadu.law.parameters import load as load_parameters


def folder() -> Path:
    """Where the packs are: FADU_LOCALITIES, else `localities` of the project."""
    return Path(os.environ.get("FADU_LOCALITIES") or settings.PROJECT / "localities")


def pack() -> str:
    """The pack of this installation: FADU_LOCALITY, else the demonstration county."""
    return os.environ.get("FADU_LOCALITY") or "demo"


@cache
def parameters() -> Parameters:
    """The locality's numbers; ask one with `.value(id, on, field)`, which raises OutsideValidity."""
    return load_parameters(folder(), pack())


def set_here(id_: str, on: date) -> Value | None:
    """What the place sets on a day; None where it sets nothing."""
    try:
        return parameters().value(id_, on)
    except OutsideValidity:
        return None
