"""By what results are narrowed: kind of decision, organ, year, field, item, kind of penalty, amount of the fine."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from fadu.agencies.kinds import Field
from fadu.disclosure.derive import ACTS
from fadu.disclosure.search.words import OWN
from fadu.law.vocabulary.kinds import LABELS, Penalty

NAMES: Final = ("act", "organ", "year", "field", "item", "kind", "fine")
"""In the order of the page and of `packed`."""
TITLES: Final = {"act": "种类", "organ": "机关", "year": "年份", "field": "领域", "item": "执法事项", "kind": "处罚种类", "fine": "罚款幅度"}
BANDS: Final = (
    ("1", 1_000, "不足 1 千元"),
    ("2", 5_000, "1 千元以上不足 5 千元"),
    ("3", 10_000, "5 千元以上不足 1 万元"),
    ("4", 50_000, "1 万元以上不足 5 万元"),
    ("5", 200_000, "5 万元以上不足 20 万元"),
    ("6", 1_000_000, "20 万元以上不足 100 万元"),
    ("7", float("inf"), "100 万元以上"),
)
"""Amounts of a fine in yuan: id, less than, in words."""
_YUAN: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万)?元?")
_KINDS: Final = {LABELS[kind]: str(kind.value) for kind in Penalty}


def kinds_of(record: Mapping[str, Any]) -> list[str]:
    """The kinds of penalty that a record names, as the values of `Penalty`."""
    return [value for label in str(record.get("kinds") or "").split("、") if (value := _KINDS.get(label.strip()))]


def band_of(record: Mapping[str, Any]) -> str:
    """The band of its fine; "" where it has none."""
    found = _YUAN.match(str(record.get("fine") or ""))
    if not found:
        return ""
    yuan = float(found[1].replace(",", "")) * (10_000 if found[2] else 1)
    return next(band for band, below, _ in BANDS if yuan < below) if yuan else ""


def packed(*, act: str, organ_id: int, year: int, field: str, item: str, record: Mapping[str, Any]) -> str:
    """All facets of a record in one string: what is counted over a thousand records is read from one narrow column."""
    return "|".join((act, str(organ_id), str(year), field, item.replace("|", " "), ",".join(kinds_of(record)), band_of(record)))


def unpacked(facets: str) -> dict[str, tuple[str, ...]]:
    """The values of each facet of a record."""
    return {name: tuple(filter(None, value.split(",") if name == "kind" else (value,))) for name, value in zip(NAMES, facets.split("|"), strict=True)}


def term(name: str, value: str) -> str:
    """What stands in the index for a value of a facet."""
    return f"{OWN}{name[0]}{name[-1]}{value.encode('utf-8', 'replace').hex()}"


def terms_of(facets: str) -> list[str]:
    """All that stands in the index for the facets of a record."""
    return [term(name, value) for name, values in unpacked(facets).items() for value in values]


def counted(rows: Iterable[str]) -> dict[str, Counter[str]]:
    """How many of these records have each value of each facet."""
    columns = list(zip(*(facets.split("|") for facets in rows), strict=True)) or [()] * len(NAMES)
    counts = {name: Counter(column) for name, column in zip(NAMES, columns, strict=True)}
    kinds = counts["kind"]
    counts["kind"] = Counter()
    for several, times in kinds.items():
        counts["kind"].update(dict.fromkeys(several.split(","), times))
    for count in counts.values():
        count.pop("", None)
    return counts


def label(name: str, value: str) -> str:
    """A value in words; those of organs and items are rows and are told by the selectors."""
    match name:
        case "act":
            return ACTS[value].label if value in ACTS else value
        case "year":
            return f"{value} 年"
        case "field":
            return str(Field(value).label) if value in Field.values else value
        case "kind":
            return next((words for words, kind in _KINDS.items() if kind == value), value)
        case "fine":
            return next((words for band, _, words in BANDS if band == value), value)
    return value
