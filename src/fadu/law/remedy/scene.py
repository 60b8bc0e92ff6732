"""The five things that are shown and told on the scene (现场公示五要素), and where the record of a step says that they were.

兴隆县指导意见三(七): 亮明身份、出具执法文书、告知执法事由、执法依据、权利义务.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from fadu.law.papers import PAPERS
from fadu.law.procedure import Step
from fadu.law.registry import procedures
from fadu.law.vocabulary import step as vocabulary
from fadu.law.vocabulary.lists import SceneTold


class Element(StrEnum):
    """What is shown or told."""

    CARD = "亮明身份"
    PAPER = "出具文书"
    CAUSE = "告知事由"
    BASIS = "告知依据"
    RIGHTS = "告知权利义务"


NOTED: Mapping[Element, SceneTold] = {
    Element.CARD: SceneTold.CARD,
    Element.PAPER: SceneTold.PAPER,
    Element.CAUSE: SceneTold.CAUSE,
    Element.BASIS: SceneTold.BASIS,
    Element.RIGHTS: SceneTold.DEFENCE | SceneTold.DUTIES,
}
"""The entry of “登记乡镇街道办案情况” that says it for the whole case."""

PRINTED: Mapping[Element, str] = {Element.CAUSE: "reason", Element.BASIS: "basis", Element.RIGHTS: "rights"}
"""What a paper must say by the catalogue of papers, and by which it is told when the paper is handed over."""


@cache
def on_scene() -> frozenset[str]:
    """The names of the steps in which officers meet the party on the spot: those that ask whether the card was shown."""
    return frozenset(step.name for course in procedures().values() for step in course.steps if _asks_for_card(step))


def _asks_for_card(step: Step) -> bool:
    return any(asked.name == vocabulary.card_shown.name for asked in step.asks)


def recorded(step: Step, data: Mapping[str, Any], noted: int) -> frozenset[Element]:
    """Which of the five the record of a step shows: by its own answers, its papers, or what was noted of the case."""
    says = {content.name for paper in step.papers for content in PAPERS[paper].requires}
    told = {element for element, word in PRINTED.items() if word in says}
    told |= {element for element, mark in NOTED.items() if noted & mark == mark}
    if data.get(vocabulary.card_shown.name):
        told.add(Element.CARD)
    if step.papers:
        told.add(Element.PAPER)
    if data.get(vocabulary.reason_told.name):
        told.add(Element.RIGHTS)
    elif "card" in says:  # the record prints the words, but whether they were said is what the step is asked
        told.discard(Element.RIGHTS)
    return frozenset(told)
