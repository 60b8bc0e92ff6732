"""Tables over facts of another grain than penalty cases, written without the grain in front."""

from collections.abc import Callable, Iterable
from typing import Any

from fadu.law.rules import Verdict
from tests.law.judging import Row, table

Rows = list[tuple[str, str, dict[str, Any], Verdict]]


def tables_of(grain: str) -> Callable[[str, dict[str, Any], Iterable[Row]], Rows]:
    """`table` whose facts are of that grain: accepted_on is review_accepted_on; `today` stays."""

    def named(facts: dict[str, Any]) -> dict[str, Any]:
        return {name if name == "today" else f"{grain}_{name}": value for name, value in facts.items()}

    def made(rule: str, base: dict[str, Any], rows: Iterable[Row]) -> Rows:
        return table(rule, named(base), [(says, named(facts), expected) for says, facts, expected in rows])

    return made
