"""The cell 处罚依据: the articles, and the fines they allow."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fadu.catalog.drafting.bodies import plain
from fadu.law.discretion import Subject
from fadu.law.discretion.wording import Effect, Unreadable, amounts, size
from fadu.law.numerals import NUMERAL

EXPLICIT = "法定幅度："
FLOOR = re.compile(r"没有下限的，以上限的\s*(?P<share>[\d.]+)\s*[%％]\s*为下限")
BASE = re.compile(r"没有下限的，从上限的\s*(?P<share>[\d.]+)\s*[%％]\s*算起")
_CITED = re.compile(rf"《?[^《》第：:；;，。\n]{{2,60}}》?第{NUMERAL}条(?:之{NUMERAL})?(?:第{NUMERAL}款)?(?:第（?{NUMERAL}）?项)?")
SUBJECTS = {Subject.UNIT: "unit", Subject.PERSON: "person"}


@dataclass
class Provision:
    """What the cell says.

    Attributes:
        bases: the articles, as printed.
        ranges: the fines they allow, in the order they are written.
        extra: floor and base, in hundredths.
    """

    bases: list[str]
    ranges: list[Effect]
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def bracket(self) -> tuple[str, str] | None:
        """The number that the fines depend on, with its unit; None where they depend on none."""
        bases = [effect.base for effect in self.ranges if effect.base]
        if not bases:
            return None
        return min(bases, key=len), next((effect.unit for effect in self.ranges if effect.unit), "元")

    @property
    def subjects(self) -> list[Subject]:
        """Whom it speaks of by name."""
        return list(dict.fromkeys(effect.subject for effect in self.ranges if effect.subject is not Subject.ANY))

    def body(self) -> dict[str, Any]:
        """As the data of a table has it."""
        return {"bases": self.bases, "range": [_range(effect) for effect in self.ranges], **self.extra}


def provision(text: str) -> Provision:
    """Read the cell; raises Unreadable, saying what to write."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    extra: dict[str, Any] = {}
    for name, pattern in (("floor", FLOOR), ("base", BASE)):
        if found := pattern.search(text):
            extra[name] = plain(size(found["share"]))
            lines = [line for line in lines if not pattern.search(line)]
    explicit = [line.removeprefix(EXPLICIT) for line in lines if line.startswith(EXPLICIT)]
    if explicit:
        bases, told = [line for line in lines if not line.startswith(EXPLICIT)], "；".join(explicit)
    else:
        bases, told = _cited(lines), "；".join(_CITED.sub("，", line) for line in lines)
    ranges = amounts(told)
    if not bases:
        raise Unreadable("没有写明依据哪一条")
    if not ranges:
        raise Unreadable("读不出法定罚款幅度：请写条文中的数额，或者另起一行写“法定幅度：500 元以上 3000 元以下”")
    if len({(effect.subject, effect.when, effect.kind) for effect in ranges}) < len(ranges):
        raise Unreadable("读出不止一个法定幅度，请另起一行写明“法定幅度：…”")
    return Provision(bases, ranges, extra)


def _cited(lines: list[str]) -> list[str]:
    found = [match[0].strip("《").replace("》", "").strip("、，根据依照") for line in lines for match in [_CITED.match(line)] if match]
    return found or [re.split(r"[：:]", lines[0])[0][:200]] if lines else []


def _range(effect: Effect) -> dict[str, Any]:
    told: dict[str, Any] = {"subject": SUBJECTS[effect.subject]} if effect.subject in SUBJECTS else {}
    if effect.when is not None:
        told["when"] = interval(effect)
    ends = [plain(effect.low), plain(effect.high)]
    fine: dict[str, Any] = {"times": ends} if effect.kind == "times" else {"low": ends[0], "high": ends[1]}
    return told | fine


def interval(told: Any) -> str:
    """An interval as the data writes it; below the first number it begins at 0."""
    when = told.when
    low = f"{'[' if when.has_low or when.low is None else '('}{plain(when.low or Fraction(0))}"
    return f"{low}, {'' if when.high is None else plain(when.high)}{']' if when.has_high else ')'}"
