"""Amounts: within the statute, and within the discretion table where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from fadu.catalog import selectors as catalog
from fadu.catalog.models import PowerItem
from fadu.law.discretion import Subject
from fadu.site.demo.themes import Theme

YUAN = 100
MILD = "减轻"


class Items:
    """The power items of the county, read once."""

    def __init__(self, rows: Iterable[PowerItem]) -> None:
        self.rows = list(rows)

    def of(self, code: str, on: date) -> PowerItem | None:
        """The item in force on a day."""
        return next((row for row in self.rows if row.code == code and row.since <= on and (row.until is None or on <= row.until)), None)


@dataclass
class Fine:
    """What is proposed.

    Attributes:
        kinds: kinds of penalty.
        fine: in 元; None where there is none.
        gain: 违法所得 in 元.
        goods: value of confiscated goods in 元.
        factors: rows of the discretion form.
        tier: 裁量阶次, in words.
        band: lowest and highest fine of the table in 元; None where there is no table.
        lessened: below the statute's least.
        lighter: low in the range, on a ground.
    """

    kinds: list[str]
    fine: int | None
    gain: int = 0
    goods: int = 0
    factors: list[dict[str, str]] = field(default_factory=list)
    tier: str = "一般"
    band: tuple[int, int] | None = None
    lessened: bool = False
    lighter: bool = False

    def money(self) -> dict[str, Any]:
        """Answers of the decision on money."""
        return {} if self.fine is None else {"decision_fine": str(self.fine)}


def proposed(theme: Theme, row: PowerItem, now: PowerItem | None, rng: Random, on: date, value: int, *, full: bool = False) -> Fine:
    """A fine that could be proposed for a party of the theme on that day.

    Args:
        theme: what it is for.
        row: the item as the case was registered under it; its range holds.
        now: the item in force; its discretion table is the one that is applied.
        rng: chance.
        on: the day.
        value: 货值金额 in 元, or what else the range depends on.
        full: not below the statute's least.
    """
    subject = Subject.PERSON if theme.citizen else Subject.UNIT
    gain = round(value * rng.uniform(0.05, 0.3)) if theme.gain and rng.random() < 0.8 else 0
    kinds = [kind for kind in theme.kinds if (kind != "GAIN" or gain) and kind in row.penalties]
    goods = value - gain if "GOODS" in kinds else 0
    table = catalog.table(now.discretion_table, on) if now and now.discretion_table else None
    found = Fine(kinds, None, gain, goods)
    if table is not None and table.holds(on):
        names = {factor.name: factor for factor in table.asks(subject)}
        given: dict[str, Any] = {name: value * YUAN if factor.is_money else _option(rng, factor.options, full=full) for name, factor in names.items()}
        outcome = table.decide(given, subject=subject, on=on)
        found.tier = str(given.get("tier", outcome.tier or "一般"))
        found.factors = [{"factor": names[name].label, "value": str(value if names[name].is_money else chosen)} for name, chosen in given.items()]
        found.lessened = found.tier == MILD
        low, high = (outcome.low or 0) // YUAN, (outcome.high or 0) // YUAN
        found.band = (low, high)
        exact = outcome.high - outcome.low < 1000 * YUAN
        found.fine = outcome.suggested // YUAN if exact else _between(rng, max(low, high // 10) if found.lessened else low, high)
    else:
        bounds = catalog.fine_bounds(row, subject, {row.bracket["name"]: value * YUAN} if row.bracket else {})
        low, high = (bounds[0] // YUAN, bounds[1] // YUAN) if bounds else (50, 500)
        found.lessened = low >= 50_000 and not full and rng.random() < 0.6
        found.fine = _between(rng, low // 10, low - 1) if found.lessened else _between(rng, max(low, high // 20), low + (high - low) // 3)
    found.lighter = not found.lessened and (found.tier in {"从轻", "轻微"} or rng.random() < 0.2)
    return found


def _option(rng: Random, options: Any, *, full: bool) -> str:
    names = [str(option) for option in options]
    fit = [name for name in names if not (full and name == MILD) and name not in {"不予处罚", "特别轻微", "严重", "特别严重", "三次以上", "影响恶劣", "红线内"}]
    weights = [4 if name == MILD else 3 if place == 0 or name == "从轻" else 1 for place, name in enumerate(fit)]
    return rng.choices(fit, weights)[0]


def _between(rng: Random, low: int, high: int) -> int:
    """A round sum from low to high, mostly low."""
    value = low + int((high - low) * rng.random() ** 2)
    step = 1000 if value >= 20_000 else 500 if value >= 3000 else 100 if value >= 500 else 10
    rounded = value // step * step
    return rounded if low <= rounded <= high else min(rounded + step, high) if rounded + step <= high else low
