"""Why a step was not taken, for people and for machines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fadu.law.engine import Finding
from fadu.law.facts import VOCABULARY
from fadu.law.reading import told
from fadu.law.registry import rule_of
from fadu.law.statutes import Citation


@dataclass(frozen=True)
class Objection:
    """One thing that stands against a step, as it is shown, stored and sent.

    Attributes:
        rule: id of the rule, or of the procedure's step.
        bases: articles, in full.
        paths: pages of those articles.
        says: what is demanded.
        missing: labels of facts that are not known yet.
        fix: what to do next.
        earliest: from when time alone will do, ISO; "" where it will not.
        provisional: that day was reckoned with holidays not announced yet.
        found: label and value of the facts that were looked at.
    """

    rule: str
    bases: tuple[str, ...]
    paths: tuple[str, ...]
    says: str
    missing: tuple[str, ...] = ()
    fix: str = ""
    earliest: str = ""
    provisional: bool = False
    found: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, finding: Finding) -> "Objection":
        """A finding in words."""
        rule = finding.rule
        earliest = finding.earliest.isoformat() if isinstance(finding.earliest, date) else ""
        return cls(
            rule.id, _names(finding.bases), _paths(finding.bases), rule.says, finding.missing, rule.fix, earliest, finding.provisional, dict(finding.found)
        )

    @property
    def facts(self) -> list[str]:
        """What is missing and what was found instead, in words, one line each."""
        if not self.found:
            return [f"缺少：{'、'.join(self.missing)}"] if self.missing else []
        by_label = {fact.label: fact for fact in (*VOCABULARY.values(), *rule_of(self.rule).facts())}  # two grains may share a label: the rule's own comes last
        lines = [f"{label}：{told(by_label[label], value)}" for label, value in self.found.items()]
        return [*([f"缺少：{'、'.join(self.missing)}"] if self.missing else []), *lines]

    def as_dict(self) -> dict[str, Any]:
        """As it is kept and sent."""
        return {
            "rule": self.rule,
            "bases": list(self.bases),
            "paths": list(self.paths),
            "says": self.says,
            "missing": list(self.missing),
            "facts": self.facts,
            "fix": self.fix,
            "earliest": self.earliest,
            "provisional": self.provisional,
        }


def _names(bases: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(str(basis) for basis in bases)


def _paths(bases: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(basis.path for basis in bases)


class Refused(Exception):
    """The law stands against the step. Nothing was written but the attempt."""

    code = "fadu:refused"

    def __init__(self, objections: Sequence[Objection]) -> None:
        super().__init__("；".join(objection.says for objection in objections))
        self.objections = tuple(objections)


class Conflict(Exception):
    """Somebody else was first: the case has moved on since the page was read."""

    code = "fadu:conflict"


class NotFound(Exception):
    """There is no such case within reach; whether it exists elsewhere is not told."""

    code = "fadu:not-found"


def label(name: str) -> str:
    """The Chinese name of a fact."""
    return VOCABULARY[name].label if name in VOCABULARY else name
