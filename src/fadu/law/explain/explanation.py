"""An explanation, and its one rendering in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fadu.law.coverage import kind_of
from fadu.law.explain.reckoning import Reckoning
from fadu.law.reading import Condition
from fadu.law.rules import Gate, Grade, Question, Rule, Verdict
from fadu.law.statutes import Citation

VERDICTS = {Verdict.PASSES: "通过", Verdict.FAILS: "不通过", Verdict.NOT_YET_JUDGED: "尚不能判断", Verdict.DOES_NOT_APPLY: "不适用"}
GRADES = {
    Grade.BLOCKS: "不符合的，有关步骤不能办理",
    Grade.MENDABLE: "不符合的，可以办理，作为瑕疵记录在案，应当补正",
    Grade.TOLD: "不符合的，提示办理人注意",
}


@dataclass(frozen=True)
class Source:
    """An article that demands it, with its words; "" where the catalogue does not hold the text."""

    citation: Citation
    text: str = ""


@dataclass(frozen=True)
class Known:
    """A fact it looks at, with what is known of it in words."""

    name: str
    label: str
    value: str
    known: bool


@dataclass(frozen=True)
class Line:
    """A line of an explanation.

    Attributes:
        words: what it says.
        lead: what stands before it and a colon: a state, an article, what a fact is called.
        holds: of a condition, whether it holds.
        citation: of an article, its place.
        below: whether it belongs to the line before it.
    """

    words: str
    lead: str = ""
    holds: bool | None = None
    citation: Citation | None = None
    below: bool = False

    def __str__(self) -> str:
        lead = ("其中 " if self.below else "") + self.lead
        return f"{lead}：{self.words}" if lead and self.words else lead or self.words


@dataclass(frozen=True)
class Part:
    """Some lines of an explanation under their heading; `grounds` are what it rests on, articles and facts."""

    heading: str
    lines: tuple[Line, ...]
    grounds: bool = False


@dataclass(frozen=True)
class Explanation:
    """What a rule says of a case on a day, and why.

    Attributes:
        rule: the rule.
        on: the day of judgement.
        verdict: what it says; that of the engine.
        why: the reason, a sentence or some.
        sources: the articles.
        facts: the facts it looks at.
        applies: where it applies, condition by condition.
        demands: what it demands, condition by condition; nothing of a clock, which demands that a day be kept.
        reckoning: how its dates were reckoned; None where it counts none.
    """

    rule: Rule
    on: date
    verdict: Verdict
    why: tuple[str, ...]
    sources: tuple[Source, ...]
    facts: tuple[Known, ...] = ()
    applies: tuple[Condition, ...] = ()
    demands: tuple[Condition, ...] = ()
    reckoning: Reckoning | None = field(default=None)

    @property
    def said(self) -> str:
        """The verdict in Chinese."""
        return VERDICTS[self.verdict]

    @property
    def missing(self) -> tuple[str, ...]:
        """Labels of the facts that are not known."""
        return tuple(fact.label for fact in self.facts if not fact.known)

    def parts(self) -> tuple[Part, ...]:
        """The explanation under headings, in the order in which it is read."""
        return tuple(part for part in self._parts() if part.lines)

    def lines(self) -> tuple[str, ...]:
        """The explanation line by line: each heading, then its lines."""
        return tuple(line for part in self.parts() for line in (part.heading, *map(str, part.lines)))

    def as_dict(self) -> dict[str, Any]:
        """For machines: what `lines` says, and the same in pieces."""
        reckoning = self.reckoning
        return {
            "rule": self.rule.id,
            "ids": list(self.rule.ids),
            "kind": kind_of(self.rule),
            "grade": self.rule.grade.value,
            "says": self.rule.says,
            "fix": self.rule.fix,
            "on": self.on.isoformat(),
            "verdict": self.verdict.name.lower(),
            "bases": [{"cite": str(source.citation), "path": source.citation.path, "text": source.text} for source in self.sources],
            "facts": [{"name": fact.name, "label": fact.label, "value": fact.value, "known": fact.known} for fact in self.facts],
            "applies": [_condition(condition) for condition in self.applies],
            "demands": [_condition(condition) for condition in self.demands],
            "last": reckoning.last.isoformat() if reckoning and reckoning.last else None,
            "provisional": bool(reckoning and reckoning.provisional),
            "lines": list(self.lines()),
        }

    def _parts(self) -> Iterator[Part]:
        rule = self.rule
        yield Part("结论", (Line(self.why[0] if self.why else "", lead=self.said), *map(Line, self.why[1:])))
        asked = (rule.asks,) if isinstance(rule, Question) else ()
        yield Part("要求", tuple(map(Line, (f"{rule.says}。", *asked, f"{kind_of(rule)}，{rule.grade.value}：{GRADES[rule.grade]}。"))))
        yield Part("适用的条件", tuple(_lines(self.applies)))
        yield Part("办理的条件" if isinstance(rule, Gate) else "应当做到的", tuple(_lines(self.demands)))
        if self.reckoning is not None:
            yield Part("日期的计算", tuple(Line(words) for words in (*self.reckoning.steps, self.reckoning.ending) if words))
        if rule.fix and self.verdict in (Verdict.FAILS, Verdict.NOT_YET_JUDGED):
            yield Part("怎样做才符合", (Line(f"{rule.fix}。"),))
        articles = tuple(Line(source.text, lead=str(source.citation), citation=source.citation) for source in self.sources)
        yield Part("依据", articles, grounds=True)
        yield Part("所看的事实", tuple(Line(fact.value, lead=fact.label) for fact in self.facts), grounds=True)


def _lines(conditions: tuple[Condition, ...]) -> Iterator[Line]:
    for condition in conditions:
        yield _line(condition)
        yield from (_line(option, below=True) for option in condition.any_of)


def _line(condition: Condition, *, below: bool = False) -> Line:
    reckoned = f"（{'；'.join(condition.reckoned)}）" if condition.reckoned else ""
    return Line(condition.words + reckoned, lead=condition.state, holds=condition.holds, below=below)


def _condition(condition: Condition) -> dict[str, Any]:
    told: dict[str, Any] = {"words": condition.words, "holds": condition.holds, "facts": list(condition.facts)}
    if condition.any_of:
        told["any_of"] = [_condition(option) for option in condition.any_of]
    return told
