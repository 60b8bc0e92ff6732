"""The lines of a discretion table as the public page prints them."""

from dataclasses import dataclass
from fractions import Fraction

from fadu.law.discretion import BandTable, FormulaTable, RatioTable, Subject, Table, TierTable, percent
from fadu.law.discretion.parts import span


@dataclass(frozen=True)
class Line:
    """One printed line: who, which tier, when, how much."""

    subject: str
    label: str
    condition: str
    fine: str


def lines(table: Table) -> list[Line]:
    """All lines in the order of the table."""
    if isinstance(table, BandTable | TierTable):
        return [
            Line(
                "" if band.subject is Subject.ANY else str(band.subject),
                band.label,
                band.when.words(table.by.unit) if isinstance(table, BandTable) and band.when else band.condition,
                "不处罚款，责令改正" if band.high is None else f"罚款{span(band.low, band.high)}",
            )
            for band in table.bands
        ]
    if isinstance(table, RatioTable):
        return [Line("", tier.label, tier.condition, _share(table, tier.start, tier.end, fined=tier.fined)) for tier in table.tiers]
    if isinstance(table, FormulaTable):
        return [Line("", weight.factor.label, option, f"＋{percent(share)}") for weight in table.weights for option, share in weight.shares.items()]
    return []


def _share(table: RatioTable, start: Fraction | None, end: Fraction | None, *, fined: bool) -> str:
    if not fined:
        return "不处罚款"
    if start is None or end is None:
        return "低于法定最低罚款"
    of = "法定上限" if table.of_maximum else "法定幅度"
    if start == end:
        return "法定最低罚款" if start == 0 else f"{of}的 {percent(start)}"
    return f"{of}的 {percent(start)} 至 {percent(end)}"
