"""What the locality's pack sets: its numbers. Files, read once a process."""

from fadu.agencies.locality import folder, pack, parameters
from fadu.catalog.selectors.library import table, tables

__all__ = ["folder", "pack", "parameters", "table", "tables"]
