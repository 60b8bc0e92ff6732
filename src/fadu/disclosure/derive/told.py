"""What an act that is published is made of: the lines that are public of it, and what its procedure asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from fadu.law.procedure import Kind
from fadu.law.statutes import Citation

Source = str
"""Where a line comes from in what `documents.gathering.gather` gives: "step.content", "steps.conclude.facts_found", "law.basis"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a public record.

    Attributes:
        name: its key in open data.
        label: as it stands on the page.
        sources: the places it is taken from; the first that says something counts.
        free: whether somebody wrote it in words of their own: then it is masked and searched.
    """

    name: str
    label: str
    sources: tuple[Source, ...]
    free: bool = True


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of decision that is published.

    Attributes:
        id: of the address and of open data.
        label: 行政处罚决定.
        decided: names of the steps that make one.
        papers: the papers that hold it, the most particular first; the number of the first that there is is the record's. None where it has no number.
        publish, withdraw: the steps of its procedure that are taken when it is released and withdrawn; None where the procedure has none.
        answers: what those steps ask, answered by what the platform itself does.
        within: the parameter of the working days.
        usual: the working days where the locality has set none.
        basis: the articles by which it is public.
        lines: what is public of it.
        kind: which of the kinds of administrative acts it is of (五类行为).
        ordered: whether a law orders that it be shown, so that it can't be kept back as a matter of the file.
        copied: whether the words of the decision itself are shown too, masked (市场监督管理行政处罚信息公示规定第四条).
    """

    id: str
    label: str
    decided: frozenset[str]
    papers: tuple[str, ...]
    publish: str | None
    withdraw: str | None
    answers: Mapping[str, object]
    within: str
    usual: int
    basis: tuple[Citation, ...]
    lines: tuple[Told, ...]
    kind: Kind
    ordered: bool = False
    copied: bool = False


HERE = "行政执法公示平台"
"""Where everything is shown (公开的载体)."""
SOON, LATER = ("disclosure.decision.days", 7), ("disclosure.other.days", 20)
"""许可、处罚 seven working days, the others twenty (国办发〔2018〕118号), where the locality has set no other number."""
