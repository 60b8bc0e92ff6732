"""How much of the catalogue of provisions (rules.csv) is encoded, and as what: for `fadu law coverage` and the tests."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from fadu.law.rules import Bound, Clock, Convention, Duty, Gate, Grade, Question, Rule, Wait, Within

KINDS: tuple[tuple[type[Rule], str], ...] = (
    (Bound, "幅度"),
    (Wait, "等待期"),
    (Within, "时效"),
    (Gate, "前置条件"),
    (Clock, "期限"),
    (Duty, "职责"),
    (Question, "人工核查项"),
    (Convention, "计算约定"),
)
"""The kinds of rule, the narrower before the wider."""

EXECUTABLE = frozenset(word for kind, word in KINDS if not issubclass(kind, Question | Convention))
"""The kinds that judge without a person."""


@dataclass(frozen=True)
class Coverage:
    """One source of the catalogue.

    Attributes:
        source: as the catalogue names it.
        rows: how many provisions it has.
        kinds: how many of them are encoded, by kind.
        missing: ids of those that are neither encoded nor superseded.
        superseded: ids of those that no longer run, with the reason.
    """

    source: str
    rows: int
    kinds: Mapping[str, int]
    missing: tuple[str, ...]
    superseded: Mapping[str, str] = field(default_factory=dict)

    @property
    def encoded(self) -> int:
        """How many are encoded."""
        return sum(self.kinds.values())

    @property
    def executable(self) -> int:
        """How many judge without a person."""
        return sum(count for kind, count in self.kinds.items() if kind in EXECUTABLE)


def read(file: Path) -> list[dict[str, str]]:
    """The rows of the catalogue."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def kind_of(rule: Rule) -> str:
    """The kind of a rule, in Chinese."""
    return next(word for kind, word in KINDS if isinstance(rule, kind))


def coverage(rows: Iterable[Mapping[str, str]], rules: Sequence[Rule], superseded: Mapping[str, str] = MappingProxyType({})) -> list[Coverage]:
    """What is encoded of each source, in the order of the catalogue; `superseded` rows are accounted for by their reason."""
    kinds = {name: kind_of(rule) for rule in rules for name in rule.ids}
    by_source: dict[str, list[str]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row["id"])
    return [
        Coverage(
            source,
            len(ids),
            Counter(kinds[name] for name in ids if name in kinds),
            tuple(name for name in ids if name not in kinds and name not in superseded),
            {name: superseded[name] for name in ids if name in superseded and name not in kinds},
        )
        for source, ids in by_source.items()
    ]


def faults(rows: Sequence[Mapping[str, str]], rules: Sequence[Rule]) -> Iterator[str]:
    """Where the rules and the catalogue do not agree, in Chinese: strange ids, what is superseded or not certain."""
    known = {row["id"]: row for row in rows}
    for rule in rules:
        for name in rule.ids:
            if name not in known and not any(name.startswith(f"{row}-") for row in known):
                yield f"{name}：规则表没有这一条，也不是某一条的附属规则"
            status = known[name]["status"] if name in known else "live"
            if status == "superseded":
                yield f"{name}：已被上位法取代，不得作为规则运行"
            if status == "provisional" and rule.grade is not Grade.TOLD:
                yield f"{name}：文本可能不是现行版本，只能提示"
