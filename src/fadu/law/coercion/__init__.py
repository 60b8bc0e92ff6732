"""行政强制: 行政强制法, 城乡规划法 and 城市市容条例 on unlawful buildings."""

from fadu.law.coercion import buildings, court, demanding, executing, freezing, power, proxying, seizing, taking
from fadu.law.rules import Rule

RULES: tuple[Rule, ...] = (
    *power.RULES, *taking.RULES, *seizing.RULES, *freezing.RULES, *demanding.RULES, *executing.RULES, *buildings.RULES, *proxying.RULES, *court.RULES,
)  # fmt: skip

SUPERSEDED: dict[str, str] = {}
"""Rows of the catalogue that never run, each with what took its place."""
