"""The form of a discretion table as its data, and back. The data has the structure of a pack's file (`law.discretion.load`)."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from fadu.law.discretion import Interval
from fadu.law.discretion.wording import Unreadable, size
from fadu.law.forms import Invalid

Row = Mapping[str, Any]
COLUMNS = ("title", "issuer", "source", "field")
"""What the row of a version holds in columns of its own, beside the body."""


class _Cells:
    """Numbers read cell by cell, with what is wrong with each."""

    def __init__(self) -> None:
        self.errors: dict[str, str] = {}

    def number(self, place: str, text: str | None, *, missing: str = "") -> Fraction | None:
        """The number in a cell; None where it is blank (an error where `missing` says so) or none can be read."""
        if text is None:
            if missing:
                self.errors[place] = missing
            return None
        try:
            return size(text.replace("，", ","))
        except Unreadable as fault:
            self.errors[place] = f"{fault}，请填数字"
            return None

    def when(self, place: str, row: Row) -> str | None:
        """The interval of a line as the data writes it; None where it has no bounds."""
        ends = row.get("ends", "[)")
        low, high = self.number(f"{place}.start", row.get("start")), self.number(f"{place}.end", row.get("end"))
        if low is None and high is None:
            return None
        text = f"{ends[0]}{plain(low or Fraction(0))}, {'' if high is None else plain(high)}{')' if high is None else ends[1]}"
        try:
            Interval.parse(text)
        except ValueError:
            self.errors[f"{place}.end"] = "“至”应当大于“自”"
        return text


def plain(number: Fraction) -> int | str:
    """A number as the data writes it: an integer, else exact text (0.05, 1/3)."""
    if number.denominator == 1:
        return number.numerator
    shown = f"{float(number):.10f}".rstrip("0")
    return shown if Fraction(shown) == number else str(number)


def body_of(kind: str, clean: Row, before: Row | None = None) -> dict[str, Any]:
    """The data of a filled-in form, without what the columns hold.

    Args:
        kind: see `drafting.fields.KINDS`.
        clean: what the form's fields gave (`law.forms.validate`).
        before: the data of the version it is written from: what the form does not ask is carried over.

    Raises:
        Invalid: a cell is no number, or a line lacks what its kind needs; by cell.
    """
    cells, old = _Cells(), before or {}
    body: dict[str, Any] = {"bases": _lines(clean["bases"])}
    if clean.get("act_bases"):
        body["act_bases"] = _lines(clean["act_bases"])
    body |= {key: old[key] for key in ("acknowledged", "rounding") if key in old}
    if clean.get("bracket_label"):
        name = (old.get("bracket") or {}).get("name", "value")
        body["bracket"] = {"name": name, "label": clean["bracket_label"], "unit": clean.get("bracket_unit", "元")}
    body["range"] = [_range(cells, f"range.{n}", row) for n, row in enumerate(clean["range"])]
    body |= _OF_KIND[kind](cells, clean, old)
    if cells.errors:
        raise Invalid(cells.errors)
    return body


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _range(cells: _Cells, place: str, row: Row) -> dict[str, Any]:
    low, high = (cells.number(f"{place}.{end}", row[end]) or Fraction(0) for end in ("low", "high"))
    by = row.get("by", "yuan")
    when = cells.when(place, row)
    if by == "yuan":
        _cents(cells, place, low, high)
    scale = 100 if by == "percent" else 1
    ends = [plain(low / scale), plain(high / scale)]
    told: dict[str, Any] = {"low": ends[0], "high": ends[1]} if by == "yuan" else {"times": ends}
    return {**_whom(row), **({"when": when} if when else {}), **told}


def _cents(cells: _Cells, place: str, *amounts: Fraction) -> None:
    if any((amount * 100).denominator != 1 for amount in amounts):
        cells.errors[f"{place}.high"] = "金额最多到分（两位小数）"


def _whom(row: Row) -> dict[str, str]:
    return {"subject": row["subject"]} if row.get("subject", "any") != "any" else {}


def _fine(cells: _Cells, place: str, row: Row) -> dict[str, Any]:
    """The fine of a line; nothing where both cells are blank: no fine is imposed."""
    if not row.get("low") and not row.get("high"):
        return {}
    low = cells.number(f"{place}.low", row.get("low"), missing="请填下限；从 0 起的填 0")
    high = cells.number(f"{place}.high", row.get("high"), missing="请填上限")
    if low is None or high is None:
        return {}
    _cents(cells, place, low, high)
    return {"fine": [plain(low), plain(high)]}


def _bands(cells: _Cells, clean: Row, old: Row) -> dict[str, Any]:
    by = {"name": (old.get("by") or {}).get("name", "amount"), "label": clean["by_label"], "unit": clean["by_unit"]}
    lines = []
    for n, row in enumerate(clean["band"]):
        when = cells.when(f"band.{n}", row) or "[0, )"
        lines.append({**_whom(row), "label": row["label"], "when": when, **_fine(cells, f"band.{n}", row)})
    return {"by": by, "band": lines}


def _tiers(cells: _Cells, clean: Row, _old: Row) -> dict[str, Any]:
    return {"tier": [{**_whom(row), "label": row["label"], **_condition(row), **_fine(cells, f"tier.{n}", row)} for n, row in enumerate(clean["tier"])]}


def _condition(row: Row) -> dict[str, str]:
    return {"condition": row["condition"]} if row.get("condition") else {}


def _ratio(cells: _Cells, clean: Row, _old: Row) -> dict[str, Any]:
    tiers: list[dict[str, Any]] = []
    for n, row in enumerate(clean["tier"]):
        tier: dict[str, Any] = {"label": row["label"], **_condition(row)}
        if row["effect"] == "none":
            tier["fined"] = False
        elif row["effect"] == "fine":
            ends = [cells.number(f"tier.{n}.{end}", row.get(end), missing="罚款的阶次请填百分比") for end in ("low", "high")]
            tier["share"] = [plain(end or Fraction(0)) for end in ends]
        tiers.append(tier)
    floor = cells.number("floor", clean.get("floor"))
    return {"tier": tiers, **({"of_maximum": True} if clean.get("of_maximum") else {}), **({"floor": plain(floor)} if floor else {})}


def _formula(cells: _Cells, clean: Row, old: Row) -> dict[str, Any]:
    names = {factor["label"]: factor["name"] for factor in old.get("factor", ())}
    factors: list[dict[str, Any]] = []
    for n, row in enumerate(clean["factor"]):
        label = row.get("label") or (factors[-1]["label"] if factors else "")
        if not label:
            cells.errors[f"factor.{n}.label"] = "第一行请写因子名"
            continue
        if not factors or factors[-1]["label"] != label:
            factors.append({"name": names.get(label, ""), "label": label, "options": {}})
        if row["option"] in factors[-1]["options"]:
            cells.errors[f"factor.{n}.option"] = f"“{label}”已经有“{row['option']}”这个选项"
        factors[-1]["options"][row["option"]] = plain(cells.number(f"factor.{n}.add", row["add"]) or Fraction(0))
    _name(factors)
    base = cells.number("base", clean.get("base"))
    return {"factor": factors, **({"base": plain(base)} if base else {})}


def _name(factors: Sequence[dict[str, Any]]) -> None:
    """Give each new factor a key that no other has."""
    taken = {factor["name"] for factor in factors}
    for factor in factors:
        if not factor["name"]:
            factor["name"] = next(name for n in range(1, len(factors) + 2) if (name := f"f{n}") not in taken)
            taken.add(factor["name"])


_OF_KIND = {"bands": _bands, "tiers": _tiers, "ratio": _ratio, "formula": _formula}


# --- and back


def typed(row: Row) -> dict[str, Any]:
    """The data of a table (columns and body together) as the form shows it."""
    shown: dict[str, Any] = {key: row.get(key, "") for key in COLUMNS}
    shown |= {"bases": "\n".join(row["bases"]), "act_bases": "\n".join(row.get("act_bases", []))}
    if bracket := row.get("bracket"):
        shown |= {"bracket_label": bracket["label"], "bracket_unit": bracket.get("unit", "")}
    if by := row.get("by"):
        shown |= {"by_label": by["label"], "by_unit": by.get("unit", "")}
    shown["range"] = [_range_typed(range_, measured=row["kind"] in {"ratio", "formula"}) for range_ in row["range"]]
    if row["kind"] == "formula":
        shown |= {"factor": [line for factor in row["factor"] for line in _factor_typed(factor)], "base": str(row.get("base", ""))}
    else:
        name = "band" if row["kind"] == "bands" else "tier"
        shown[name] = [(_share_typed if row["kind"] == "ratio" else _line_typed)(line) for line in row[name]]
    if row["kind"] == "ratio":
        shown |= {"of_maximum": bool(row.get("of_maximum")), "floor": str(row.get("floor", ""))}
    return shown


def _when_typed(line: Row) -> dict[str, str]:
    found = re.fullmatch(r"([\[(])\s*([\d.]*)\s*,\s*([\d.]*)\s*([\])])", str(line.get("when", "")).strip())
    return {"start": found[2], "end": found[3], "ends": found[1] + (found[4] if found[3] else ")")} if found else {}


def _range_typed(row: Row, *, measured: bool) -> dict[str, str]:
    times = [Fraction(str(end)) for end in row.get("times", ())]
    small = bool(times) and times[1] < 1
    low, high = ([end * 100 if small else end for end in times]) if times else (Fraction(str(row["low"])), Fraction(str(row["high"])))
    by = "yuan" if not times else "percent" if small else "times"
    told = {"subject": row.get("subject", "any"), **_when_typed(row), "low": str(plain(low)), "high": str(plain(high))}
    return told | ({"by": by} if measured else {})


def _line_typed(line: Row) -> dict[str, str]:
    low, high = (str(end) for end in line.get("fine", ("", "")))
    what = _when_typed(line) if "when" in line else {"condition": line.get("condition", "")}
    return {"subject": line.get("subject", "any"), "label": line["label"], **what, "low": low, "high": high}


def _share_typed(line: Row) -> dict[str, str]:
    effect = "none" if not line.get("fined", True) else "fine" if "share" in line else "below"
    low, high = (str(end) for end in line.get("share", ("", "")))
    return {"label": line["label"], "condition": line.get("condition", ""), "effect": effect, "low": low, "high": high}


def _factor_typed(factor: Row) -> list[dict[str, str]]:
    return [{"label": "" if n else factor["label"], "option": option, "add": str(add)} for n, (option, add) in enumerate(factor["options"].items())]
