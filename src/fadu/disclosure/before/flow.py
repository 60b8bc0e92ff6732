"""A procedure told to the public: its course in words, made of the objects that drive the cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fadu.catalog.book import Addresses
from fadu.law.book import procedure_page
from fadu.law.book.procedures import ProcedurePage
from fadu.law.procedure import Procedure, Step
from fadu.law.registry import procedure_of


@dataclass(frozen=True, slots=True)
class Line:
    """A procedure as the list tells it.

    Attributes:
        course: the procedure.
        stages: what every matter passes, in order.
        steps: step by step: who, with which article.
        limits: how long, from when to when, with which article.
    """

    course: Procedure
    stages: tuple[str, ...]
    steps: tuple[str, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Station:
    """A stage of the text beside the drawing: what may be done in it."""

    place: int
    label: str
    note: str
    optional: bool
    last: bool
    steps: tuple[Step, ...]


def line_of(course: Procedure) -> Line:
    """A procedure in lines."""
    return _line(course.id, course.version)


def page_of(course: Procedure) -> ProcedurePage:
    """Drawing, steps and periods of a procedure, with the articles linked into the statute library."""
    return _page(course.id, course.version)


@lru_cache(maxsize=128)
def _line(name: str, version: str) -> Line:
    """Kept: the law does not change while the process runs."""
    course, page = procedure_of(name, version), _page(name, version)
    steps = tuple(_step(step) for step in course.steps)
    limits = tuple(dict.fromkeys(f"{row.link.words}：{row.length}（{'、'.join(str(basis) for basis in row.rule.bases)}）" for row in page.clocks))
    return Line(course, tuple(stage.label for stage in course.stages if not stage.optional), steps, limits)


@lru_cache(maxsize=128)
def _page(name: str, version: str) -> ProcedurePage:
    """Kept likewise: a large drawing takes a tenth of a second."""
    return procedure_page(procedure_of(name, version), Addresses())


def stations(course: Procedure) -> Iterator[Station]:
    """The course in words, for who can't see the drawing: stage by stage, what is done there, by whom and where it leads."""
    for place, stage in enumerate(course.stages, 1):
        yield Station(place, stage.label, stage.note, stage.optional, stage.name in course.ends, course.steps_from(stage.name))


def _step(step: Step) -> str:
    basis = "、".join(str(cite) for cite in step.basis)
    return f"{step.label}：{step.by.value}" + (f"（{basis}）" if basis else "")
