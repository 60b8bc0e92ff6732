"""Where an article is used beside rules and items: by steps and papers."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from fadu.law.papers import PAPERS, Paper
from fadu.law.procedure import Procedure, Step
from fadu.law.registry import newest
from fadu.law.statutes import Citation

Key = tuple[str, str]
"""The file of a text and the number of an article."""


@dataclass(frozen=True)
class Uses:
    """What rests on an article besides rules and items.

    Attributes:
        steps: steps of procedures that name it.
        papers: papers that it orders, or whose content it sets.
    """

    steps: tuple[tuple[Procedure, Step], ...]
    papers: tuple[Paper, ...]


def uses_of(file: str, number: str) -> Uses:
    """The steps and papers that name an article of a text."""
    key = (file, number)
    return Uses(_steps().get(key, ()), _papers().get(key, ()))


@cache
def _steps() -> dict[Key, tuple[tuple[Procedure, Step], ...]]:
    found: dict[Key, list[tuple[Procedure, Step]]] = {}
    for course in newest():
        for step in course.steps:
            for key in _keys(step.basis):
                found.setdefault(key, []).append((course, step))
    return {key: tuple(steps) for key, steps in found.items()}


@cache
def _papers() -> dict[Key, tuple[Paper, ...]]:
    found: dict[Key, list[Paper]] = {}
    for paper in PAPERS.values():
        for key in _keys(paper.basis):
            found.setdefault(key, []).append(paper)
    return {key: tuple(papers) for key, papers in found.items()}


def _keys(citations: Collection[Citation]) -> Iterator[Key]:
    yield from dict.fromkeys((citation.statute.file, str(citation.article)) for citation in citations if citation.statute.file)
