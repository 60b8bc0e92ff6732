"""Discretion tables are data: TOML files of a locality, read into tables, refused when unsound."""

import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from fadu.law.discretion.amounts import FEN, Interval, Rounding, Subject, exact
from fadu.law.discretion.bands import Band, BandTable, TierTable
from fadu.law.discretion.formula import FormulaTable, Weight
from fadu.law.discretion.parts import Factor, Range, UnsoundTable
from fadu.law.discretion.ratio import RatioTable, Share
from fadu.law.discretion.table import Table
from fadu.law.statutes import EVERY, Citation, cite

Row = Mapping[str, Any]
_SUBJECTS = {"person": Subject.PERSON, "unit": Subject.UNIT, "any": Subject.ANY}


def read(file: Path) -> tuple[Table, ...]:
    """The tables of one file; its head (issuer, source, dates) holds for each unless a table says otherwise.

    Raises:
        UnsoundTable: a table is unsound or not written as it should be; the message names file and table.
    """
    tables = []
    for row in rows(file):
        try:
            tables.append(table(row))
        except UnsoundTable as fault:
            raise UnsoundTable(f"{file.name}：{fault}") from fault
        except (KeyError, TypeError, ValueError) as fault:
            raise UnsoundTable(f"{file.name}：裁量基准 {row.get('id', '（无 id）')} 写法不对：{fault!r}") from fault
    return tuple(tables)


def rows(file: Path) -> list[dict[str, Any]]:
    """The tables of one file as data, each with the file's head."""
    content = tomllib.loads(file.read_text("utf-8"))
    head = {key: value for key, value in content.items() if key != "table"}
    return [{**head, **row} for row in content.get("table", [])]


def load(folder: Path) -> Mapping[str, Table]:
    """All tables below a folder by id; raises UnsoundTable, also for two tables of one id."""
    tables: dict[str, Table] = {}
    for file in sorted(folder.rglob("discretion/*.toml")):
        for found in read(file):
            if found.id in tables:
                raise UnsoundTable(f"{file.name}：裁量基准 {found.id} 重名")
            tables[found.id] = found
    return tables


def table(row: Row, *, draft: bool = False) -> Table:
    """One table from its data; a draft may be unsound, and says of what (`Table.faults`).

    Raises:
        UnsoundTable: it is unsound, and no draft.
        KeyError, TypeError, ValueError: it is not written as it should be.
    """
    kind = row["kind"]
    if kind not in KINDS:
        raise ValueError(f"没有“{kind}”这一种裁量基准，只有 {'、'.join(KINDS)}")
    return KINDS[kind](row, {**_common(row), "draft": draft})


def ranges(row: Row) -> tuple[Factor | None, tuple[Range, ...]]:
    """The statutory range of a table or a power item, and the number it depends on; raises as the writing is wrong."""
    bracket = _factor(row["bracket"]) if row.get("bracket") else None
    return bracket, tuple(_range(range_, bracket) for range_ in row["range"])


def _common(row: Row) -> dict[str, Any]:
    bracket, allowed = ranges(row)
    return {
        **{key: row[key] for key in ("id", "title", "issuer", "source")},
        **{key: row[key] for key in ("filing", "field") if key in row},
        "bases": tuple(map(basis, row["bases"])),
        "since": row["from"],
        "until": row.get("until"),
        "bracket": bracket,
        "ranges": allowed,
        "rounding": Rounding(_fen(row.get("rounding", 1))),
        "acknowledged": frozenset(frozenset(pair) for pair in row.get("acknowledged", [])),
    }


def basis(text: str) -> Citation | str:
    """The citation that a text writes where Fadu names the statute; else the text itself."""
    statute = next((statute for statute in reversed(EVERY) if text.startswith(statute.title + "第")), None)
    return cite(statute, text.removeprefix(statute.title)) if statute else text


def _factor(row: Row) -> Factor:
    return Factor(row["name"], row["label"], row.get("unit", ""))


def _range(row: Row, bracket: Factor | None) -> Range:
    scale = bracket.scale if bracket else 1
    when = Interval.parse(row["when"], scale) if "when" in row else None
    times = "times" in row
    low, high = row["times"] if times else (_fen(row["low"]), _fen(row["high"]))
    return Range(exact(low), exact(high), _subject(row), when, times)


def _fen(yuan: object) -> int:
    """分 from 元: an integer, or exact text ("0.50"); raises ValueError for what is less than a 分."""
    fen = exact(yuan) * FEN
    if fen.denominator != 1:
        raise ValueError(f"{yuan} 元不到分")
    return int(fen)


def _subject(row: Row) -> Subject:
    return _SUBJECTS[row.get("subject", "any")]


def _band(row: Row, scale: int) -> Band:
    when = Interval.parse(row["when"], scale) if "when" in row else None
    low, high = row.get("fine", (0, None))
    return Band(row["label"], _fen(low), None if high is None else _fen(high), _subject(row), when, row.get("condition", ""))


def _bands(row: Row, common: dict[str, Any]) -> Table:
    by = _factor(row["by"])
    if missing := [band["label"] for band in row["band"] if "when" not in band]:
        raise ValueError(f"“{'、'.join(missing)}”没有写明区间")
    return BandTable(**common, by=by, bands=tuple(_band(band, by.scale) for band in row["band"]))


def _tiers(row: Row, common: dict[str, Any]) -> Table:
    return TierTable(**common, bands=tuple(_band(tier, 1) for tier in row["tier"]))


def _formula(row: Row, common: dict[str, Any]) -> Table:
    weights = tuple(
        Weight(
            Factor(weight["name"], weight["label"], options={option: option for option in weight["options"]}),
            {option: _share(percentage) for option, percentage in weight["options"].items()},
        )
        for weight in row["factor"]
    )
    return FormulaTable(**common, weights=weights, base=_share(row.get("base", 0)))


def _ratio(row: Row, common: dict[str, Any]) -> Table:
    tiers = tuple(
        Share(
            tier["label"],
            _share(tier["share"][0]) if "share" in tier else None,
            _share(tier["share"][1]) if "share" in tier else None,
            tier.get("fined", True),
            tier.get("condition", ""),
        )
        for tier in row["tier"]
    )
    return RatioTable(**common, tiers=tiers, of_maximum=row.get("of_maximum", False), floor=_share(row.get("floor", 0)))


def _share(percentage: object) -> Fraction:
    """A share from a percentage, an integer or exact text ("12.5")."""
    return exact(percentage) / 100


KINDS: dict[str, Callable[[Row, dict[str, Any]], Table]] = {"bands": _bands, "tiers": _tiers, "formula": _formula, "ratio": _ratio}
"""The four kinds, by the name they have in data."""
