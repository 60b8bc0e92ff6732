"""The catalogue of provisions (rules.csv) and where a rule stands in the texts, for the tests of each chapter."""

import csv
import os
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest

from fadu.law.corpus import Corpus, load
from fadu.law.registry import rule_of
from fadu.law.statutes import Citation

SHARED = Path(os.environ.get("FADU_SHARED") or Path(__file__).parents[3] / "shared")
needs_shared = pytest.mark.skipif(not (SHARED / "rules.csv").is_file(), reason=f"no catalogue in {SHARED}: set FADU_SHARED")


@cache
def catalogue() -> tuple[dict[str, str], ...]:
    """Every row; none where there is no catalogue."""
    if not (SHARED / "rules.csv").is_file():
        return ()
    with (SHARED / "rules.csv").open(encoding="utf-8-sig") as file:
        return tuple(csv.DictReader(file))


def rows_of(sources: Collection[str]) -> list[dict[str, str]]:
    """The rows of these sources."""
    return [row for row in catalogue() if row["source"] in sources]


def citation(rule_id: str) -> Citation:
    """Where the text has what a row says: a rule may carry several rows."""
    rule = rule_of(rule_id)
    return rule.also.get(rule_id, rule.basis)


@cache
def texts() -> Corpus:
    """Every statute text, read once."""
    return load(SHARED / "laws")
