"""What the locality's pack sets: its numbers and its discretion tables. Files, read once a process."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.law import discretion
from fadu.law.discretion import Table
from fadu.law.parameters import Parameters
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
