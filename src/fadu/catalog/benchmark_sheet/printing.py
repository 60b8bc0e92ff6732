"""What runs, printed in the columns of the worksheet; brought in again it is the same."""

from collections.abc import Iterable, Mapping
from typing import Any

from fadu.accounts.actors import Actor
from fadu.catalog.benchmark_sheet.provisions import EXPLICIT
from fadu.catalog.lines import Line, lines
from fadu.catalog.naming import range_words
from fadu.catalog.selectors.library import benchmarks
from fadu.law.discretion import BandTable, FormulaTable, RatioTable, Table, percent


def rows(actor: Actor) -> Iterable[Mapping[str, Any]]:
    """A row for each line of each table that runs today."""
    for serial, each in enumerate(benchmarks(actor), 1):
        table = each.table
        head = _head(table)
        for place, line in enumerate(lines(table)):
            yield {**(head | {"serial": str(serial)} if place == 0 else {}), **_cells(table, line)}


def _head(table: Table) -> dict[str, Any]:
    days = {"since": table.since.isoformat(), **({"until": table.until.isoformat()} if table.until else {})}
    told = {"act": table.title, "bases": provision_words(table), "code": table.id, "issuer": table.issuer, "source": table.source}
    return {**told, "field": table.field, "filing": table.filing, **days}


def provision_words(table: Table) -> str:
    """The articles, then the fines they allow."""
    label, unit = (table.bracket.label, table.bracket.unit) if table.bracket else ("", "")
    told = [*map(str, table.bases), EXPLICIT + "；".join(range_words(range_, label, unit) for range_ in table.ranges)]
    if isinstance(table, RatioTable) and table.floor:
        told.append(f"法律没有下限的，以上限的 {percent(table.floor)} 为下限")
    if isinstance(table, FormulaTable) and table.base:
        told.append(f"法律没有下限的，从上限的 {percent(table.base)} 算起")
    return "\n".join(told)


def _cells(table: Table, line: Line) -> dict[str, str]:
    condition = f"{table.by.label} {line.condition}" if isinstance(table, BandTable) else line.condition
    standard = f"{line.subject}：{line.fine}" if line.subject else line.fine
    return {"label": line.label, "condition": condition, "standard": standard}
