"""What the locality's pack sets: its numbers and its discretion tables. Files, read once a process."""

from collections.abc import Mapping
from functools import cache

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.locality import folder, pack, parameters
from fadu.law import discretion
from fadu.law.discretion import Table

__all__ = ["benchmarks", "folder", "pack", "parameters", "table", "tables"]


@cache
def tables() -> Mapping[str, Table]:
    """Every discretion table of every pack, by id; raises UnsoundTable."""
    return discretion.load(folder())


def table(id_: str) -> Table | None:
    """The discretion table of that id; None where there is none."""
    return tables().get(id_)


def benchmarks(actor: Actor, query: str = "", field: str = "") -> list[Table]:
    """The tables for the public page, by field and title, those whose words hold `query`."""
    require(actor, "benchmark.see")
    found = (table for table in tables().values() if field in ("", table.field))
    wanted = query.strip()
    told = (table for table in found if wanted in " ".join([table.id, table.title, table.issuer, *map(str, table.bases)]))
    return sorted(told, key=lambda table: (table.field, table.title))
