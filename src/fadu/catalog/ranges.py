"""Fines as a line of a list writes them: 个人 200-500, [0, 10000) 50000-100000, [10000, ) 10-20倍, 单位 5%-10%."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from fadu.catalog.models import PowerItem
from fadu.law.discretion.load import ranges as read

BRACKETS = (("value", "货值金额"), ("turnover", "违法经营额"), ("gains", "违法所得"), ("cost", "建设工程造价"))
"""The numbers on which the range of a fine may depend, all in 元."""

HELP = "一行一档：个人或者单位（可省）、数额的区间（可省）、下限-上限。例：个人 200-500；[0, 10000) 5万-10万；[10000, ) 10-20倍"
_LINE = re.compile(
    r"^(?P<who>个人|单位)?\s*[:：]?\s*(?P<when>[\[(（][\d万.,，\s]*[\])）])?\s*[:：]?\s*"
    r"(?P<low>[\d.]+)\s*(?P<low_wan>万)?(?:元|倍|%)?\s*[-—–~至到]\s*(?P<high>[\d.]+)\s*(?P<high_wan>万)?\s*(?P<unit>元|倍|%)?$"
)
_WHO = {"个人": "person", "单位": "unit"}


def parsed(text: str, bracket: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Ranges and bracket as an item keeps them; raises ValueError with the line that can't be read."""
    kept = {"name": bracket, "label": dict(BRACKETS)[bracket], "unit": "元"} if bracket else {}
    rows = [_line(line.strip()) for line in re.split(r"[\n;；]", text) if line.strip()]
    fault = faulty(rows, kept)
    if fault:
        raise ValueError(fault)
    return rows, kept


def faulty(rows: Sequence[Mapping[str, Any]], bracket: Mapping[str, str]) -> str:
    """What is wrong with the ranges of an item, in words; "" where nothing is."""
    try:
        found = read({"range": rows, **({"bracket": bracket} if bracket else {})})[1]
    except (KeyError, TypeError, ValueError) as fault:
        return f"罚款幅度写法不对：{fault!r}"
    for range_ in found:
        if range_.low > range_.high:
            return "罚款幅度写法不对：下限高于上限"
        if (range_.times or range_.when) and not bracket:
            return "罚款幅度写法不对：按倍数、比例或者区间的，要写明幅度所依据的数额"
    return ""


def written(item: PowerItem) -> str:
    """The ranges of an item as lines."""
    lines = []
    for row in item.ranges:
        who = {"person": "个人 ", "unit": "单位 "}.get(row.get("subject", "any"), "")
        when = f"{row['when']} " if "when" in row else ""
        low, high = row["times"] if "times" in row else (row["low"], row["high"])
        lines.append(f"{who}{when}{low}-{high}" + ("倍" if "times" in row else ""))
    return "\n".join(lines)


def _line(text: str) -> dict[str, Any]:
    match = _LINE.match(text)
    if match is None:
        raise ValueError(f"“{text[:40]}”不是罚款幅度的写法。{HELP}")
    row: dict[str, Any] = {"subject": _WHO[match["who"]]} if match["who"] else {}
    if match["when"]:
        row["when"] = _interval(match["when"])
    low, high = _number(match["low"], match["low_wan"]), _number(match["high"], match["high_wan"])
    if match["unit"] == "倍":
        return {**row, "times": [_plain(low), _plain(high)]}
    if match["unit"] == "%":
        return {**row, "times": [_plain(low / 100), _plain(high / 100)]}
    if low != low.to_integral_value() or high != high.to_integral_value():
        raise ValueError(f"“{text[:40]}”：罚款的上下限按元写整数")
    return {**row, "low": int(low), "high": int(high)}


def _interval(text: str) -> str:
    """[0, 1万) as [0, 10000)."""
    plain = text.replace("（", "(").replace("）", ")").replace("，", ",")
    return re.sub(r"([\d.]+)万", lambda match: str(_plain(Decimal(match[1]) * 10_000)), plain)


def _number(text: str, wan: str | None) -> Decimal:
    try:
        value = Decimal(text)
    except ArithmeticError:
        raise ValueError(f"“{text}”不是数") from None
    return value * 10_000 if wan else value


def _plain(value: Decimal) -> int | str:
    """A whole number as such, else as exact text: JSON must not round it."""
    return int(value) if value == value.to_integral_value() else format(value.normalize(), "f")
