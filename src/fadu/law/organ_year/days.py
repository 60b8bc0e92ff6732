"""Days that come back every year: a place names them once, a record knows them of its year."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.calendar import number
from fadu.law.facts import Fact
from fadu.law.procedure import Effect


def due_in(year: Fact, days: Mapping[Fact, Fact]) -> Effect:
    """The effect of opening a record: of each day that the place names (415 is 15 April) the day number in the year of the record."""

    def effect(_before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
        known = context.get("case", {})
        return {due.name: number(date(data[year.name], *divmod(known[named.name], 100))) for named, due in days.items() if known.get(named.name) is not None}

    return effect
