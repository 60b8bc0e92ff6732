"""Discretion tables (行政裁量权基准): four kinds that decide, explain themselves, and are refused when they overlap or leave gaps."""

from fadu.law.discretion.amounts import Interval, Rounding, Subject, percent, yuan
from fadu.law.discretion.bands import TIER, Band, BandTable, TierTable
from fadu.law.discretion.formula import FormulaTable, Weight
from fadu.law.discretion.load import load, read, table
from fadu.law.discretion.parts import Factor, Outcome, Range, Undecided, UnsoundTable
from fadu.law.discretion.ratio import RatioTable, Share
from fadu.law.discretion.table import Table

__all__ = [
    "TIER",
    "Band",
    "BandTable",
    "Factor",
    "FormulaTable",
    "Interval",
    "Outcome",
    "Range",
    "RatioTable",
    "Rounding",
    "Share",
    "Subject",
    "Table",
    "TierTable",
    "Undecided",
    "UnsoundTable",
    "Weight",
    "load",
    "milder",
    "percent",
    "read",
    "table",
    "yuan",
]


def milder(then: Outcome, now: Outcome) -> Outcome:
    """Of the table at the time of the act and that at the time of the decision, the one to apply (从旧兼从轻, 行政处罚法 37).

    The older holds unless the newer is lighter: no fine against a fine, else the lower top of the band, else the lower bottom.
    """
    return min((then, now), key=lambda outcome: (outcome.fined, outcome.high, outcome.low))
