"""What the locality's pack sets: its numbers. Files, read once a process."""

from functools import cache

from fadu.catalog.selectors.library import table, tables
from fadu.catalog.selectors.packs import folder, pack
from fadu.law.parameters import Parameters
from fadu.law.parameters import load as load_parameters

__all__ = ["folder", "pack", "parameters", "table", "tables"]


@cache
def parameters() -> Parameters:
    """The locality's numbers; ask one with `.value(id, on, field)`, which raises OutsideValidity."""
    return load_parameters(folder(), pack())
