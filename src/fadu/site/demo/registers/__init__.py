"""What the county keeps beside its cases: each room fills its own registers."""

from datetime import date
from importlib import import_module

ROOMS: tuple[str, ...] = ("tables",)
"""Modules of this folder, in the order in which they are filled."""


def fill(day: date) -> None:
    """Fill every register that is still empty, as of that day."""
    for room in ROOMS:
        import_module(f"{__name__}.{room}").fill(day)
