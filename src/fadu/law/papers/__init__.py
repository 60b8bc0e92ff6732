"""The catalogue of papers (文书): what each is called, who sees it, which articles order it and what it must say.

The names are those of the market-supervision set of 2021 (国市监法发〔2021〕42号); any other organ can use them. The
forms that print them are in `fadu.documents`.
"""

from fadu.law.papers import (
    after,
    before,
    coercing,
    deciding,
    fields,
    inquiry,
    inspecting,
    judging,
    licensing,
    measures,
    opening,
    registers,
    reviewing,
    suing,
    supervising,
    transferring,
)
from fadu.law.papers.paper import Audience, Content, Paper

__all__ = ["PAPERS", "Audience", "Content", "Paper", "paper"]

_FILED_IN_ORDER = (
    *before.PAPERS, *inquiry.PAPERS, *measures.PAPERS, *judging.PAPERS, *deciding.PAPERS, *after.PAPERS, *coercing.PAPERS, *supervising.PAPERS,
    *transferring.PAPERS, *fields.PAPERS, *registers.PAPERS, *licensing.PAPERS, *inspecting.PAPERS, *opening.PAPERS, *reviewing.PAPERS, *suing.PAPERS,
)  # fmt: skip

PAPERS: dict[str, Paper] = {found.id: found for found in _FILED_IN_ORDER}
"""Every paper by id, in the order of a case's course."""


def paper(id: str) -> Paper:  # noqa: A002 - it is the identifier
    """The paper of that id; raises KeyError when there is none."""
    return PAPERS[id]
