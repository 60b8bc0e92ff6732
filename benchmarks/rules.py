"""Rules per second: every penalty rule over 1,000,000 cases; beside zen-engine and plain Python on the same 20 conditions.

One line each. Run: make bench, or `python -m benchmarks.rules [cases]`.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date

import numpy as np
import polars as pl
import zen

from fadu.law import penalty, samr
from fadu.law.calendar import china, number
from fadu.law.engine import coded, judge
from fadu.law.facts import VOCABULARY, Type
from fadu.law.registry import grain_of, rules_of
from fadu.law.rules import Convention, Moment, Question

TODAY = number(date(2026, 11, 20))
PEER_ROWS = 20_000


def cases(count: int, names: list[str]) -> pl.DataFrame:
    """Made-up cases: every fact known in about four of five, days spread over two years."""
    chance = np.random.default_rng(7)
    columns = []
    for name in names:
        fact = VOCABULARY[name]
        known = pl.Series(chance.random(count) < 0.8)
        values = _values(fact.type, chance, count, [value for value, _ in fact.choices])
        columns.append(pl.select(pl.when(known).then(values.cast(fact.dtype)).alias(name)).to_series())
    return coded(pl.DataFrame(columns))


def _values(kind: Type, chance: np.random.Generator, count: int, choices: list[str]) -> pl.Series:
    match kind:
        case Type.DAY:
            return pl.Series(chance.integers(TODAY - 730, TODAY, count))
        case Type.MOMENT:
            return pl.Series(chance.integers((TODAY - 730) * 1440, TODAY * 1440, count))
        case Type.MONEY:
            return pl.Series(chance.integers(0, 20_000_000, count))
        case Type.FLAG:
            return pl.Series(chance.random(count) < 0.5)
        case Type.TEXT:
            return pl.Series(np.array(choices or ["market"])[chance.integers(0, len(choices) or 1, count)])
        case _:
            return pl.Series(chance.integers(0, 16, count))


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of a few runs, in seconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


CONDITIONS = tuple((f"f{n}", f"g{n}", 10_000 * (n + 1)) for n in range(20))
"""The same twenty for all three: an amount within a limit, and not above another amount."""


def twenty(count: int) -> pl.DataFrame:
    """Forty amounts a row."""
    chance = np.random.default_rng(11)
    return pl.DataFrame({name: chance.integers(0, 400_000, count) for left, right, _ in CONDITIONS for name in (left, right)})


def by_polars(frame: pl.DataFrame) -> pl.DataFrame:
    """As our engine judges."""
    return frame.select(((pl.col(left) <= limit) & (pl.col(left) <= pl.col(right))).alias(left) for left, right, limit in CONDITIONS)


def by_python(rows: list[dict[str, int]]) -> list[list[bool]]:
    """A loop, as rules are often written."""
    return [[row[left] <= limit and row[left] <= row[right] for left, right, limit in CONDITIONS] for row in rows]


def zen_engine() -> zen.ZenDecision:
    """A graph with one expression node of the twenty."""
    expressions = [{"id": left, "key": left, "value": f"{left} <= {limit} and {left} <= {right}"} for left, right, limit in CONDITIONS]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "content": {}},
        {"id": "x", "name": "x", "type": "expressionNode", "content": {"expressions": expressions}},
        {"id": "out", "name": "out", "type": "outputNode", "content": {}},
    ]
    edges = [{"id": "1", "sourceId": "in", "targetId": "x", "type": "edge"}, {"id": "2", "sourceId": "x", "targetId": "out", "type": "edge"}]
    return zen.ZenEngine().create_decision(json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}))


def main(count: int) -> None:
    """Print the lines."""
    at = Moment(china(), TODAY)
    for words, chosen in (("行政处罚法 and the market profile", (*penalty.RULES, *samr.RULES)), ("every penalty rule, those of all fields", rules_of("case"))):
        judged = [rule for rule in chosen if grain_of(rule) == "case" and not isinstance(rule, Question | Convention)]
        names = sorted({fact.name for rule in judged for fact in rule.facts() if fact.grain == "case"})
        frame = cases(count, names)
        spent = best(lambda: judge(judged, frame, at))  # noqa: B023 - called here and now
        print(f"rules: {words}: {len(judged)} rules x {count:,} cases in {spent:.2f} s = {len(judged) * count / spent / 1e6:,.0f} million checks/s")
    forty = twenty(count)
    ours = count * 20 / best(lambda: by_polars(forty))
    rows = forty.head(PEER_ROWS).to_dicts()
    plain = PEER_ROWS * 20 / best(lambda: by_python(rows))
    decision = zen_engine()
    few = rows[:2_000]
    peer = len(few) * 20 / best(lambda: [decision.evaluate(row) for row in few])
    assert by_polars(forty.head(50)).rows() == [tuple(row) for row in by_python(rows[:50])]
    assert [tuple(decision.evaluate(row)["result"][left] for left, _, _ in CONDITIONS) for row in rows[:50]] == by_polars(forty.head(50)).rows()
    print(
        f"rules: 20 conditions: ours {ours / 1e6:,.0f} M/s, plain Python {plain / 1e6:,.1f} M/s ({ours / plain:,.0f}x), zen-engine {peer / 1e6:,.2f} M/s ({ours / peer:,.0f}x)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
