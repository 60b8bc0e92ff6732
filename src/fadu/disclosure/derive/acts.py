"""The decisions that are published: which step makes one, which step of its procedure publishes it, and which lines of it are public."""

from collections.abc import Mapping
from dataclasses import dataclass

from fadu.law.statutes import LICENCE, OPEN_GOVERNMENT, PENALTY, SAMR_DISCLOSURE, Citation

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
        papers: the paper that holds it; its number is the record's.
        publish, withdraw: the steps of its procedure that are taken when it is released and withdrawn; None where the procedure has none.
        answers: what those steps ask, answered by what the platform itself does.
        within: the parameter of the working days.
        usual: the working days where the locality has set none.
        basis: the articles by which it is public.
        lines: what is public of it.
    """

    id: str
    label: str
    decided: frozenset[str]
    papers: tuple[str, ...]
    publish: str
    withdraw: str | None
    answers: Mapping[str, object]
    within: str
    usual: int
    basis: tuple[Citation, ...]
    lines: tuple[Told, ...]


_PENALTY = (
    Told("facts", "违法事实", ("steps.conclude.facts_found", "steps.register_spot.facts_found", "step.facts_found")),
    Told("violated", "违反的规定", ("steps.conclude.violated", "step.violated", "law.violated")),
    Told("basis", "处罚依据", ("steps.conclude.penalised_under", "step.penalised_under", "law.basis")),
    Told("kinds", "处罚种类", ("step.decision_kinds",), free=False),
    Told("content", "处罚内容", ("step.content",)),
    Told("fine", "罚款数额", ("step.decision_fine", "step.spot_fine"), free=False),
    Told("gain", "没收所得", ("step.decision_gain",), free=False),
    Told("discretion", "裁量的理由", ("steps.conclude.discretion_reason", "step.discretion_reason")),
)

ACTS: dict[str, Act] = {
    act.id: act
    for act in (
        Act(
            "penalty", "行政处罚决定", frozenset({"decide", "decide_spot"}), ("penalty_decision", "spot_decision"), "publish", "withdraw",
            {"where": "行政执法公示平台", "redacted": True}, "disclosure.decision.days", 7, (PENALTY[48, 1], SAMR_DISCLOSURE[4, 3]), _PENALTY,
        ),
        Act(
            "no_penalty", "不予行政处罚决定", frozenset({"decide_none"}), ("no_penalty_decision",), "publish", "withdraw",
            {"where": "行政执法公示平台", "redacted": True}, "disclosure.other.days", 20, (PENALTY[48, 1],),
            (
                Told("facts", "违法事实", ("steps.conclude.facts_found",)),
                Told("ground", "不予处罚的情形", ("step.ground",), free=False),
                Told("reason", "理由和依据", ("step.reason",)),
            ),
        ),
        Act(
            "licence", "行政许可决定", frozenset({"grant_licence", "decline_licence"}), ("licence_grant", "licence_denial"), "publish_licence", None,
            {"where": "行政执法公示平台", "licence_disclosing": False}, "disclosure.decision.days", 7, (LICENCE[40], OPEN_GOVERNMENT[26]),
            (
                Told("content", "许可内容", ("step.content",)),
                Told("valid", "有效期", ("step.valid",)),
                Told("declined", "不予许可的理由", ("step.reason",)),
                Told("basis", "依据", ("law.basis",)),
            ),
        ),
    )
}  # fmt: skip


def act_of(step: str) -> Act | None:
    """The act that a step decides, if it is one that is published."""
    return next((act for act in ACTS.values() if step in act.decided), None)
