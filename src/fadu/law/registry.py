"""Which procedures and rules are law here: everything that runs is listed in this one place."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from fadu.law.parameters import OutsideValidity

if TYPE_CHECKING:
    from fadu.law.procedure import Procedure, Step
    from fadu.law.rules import Rule

PROCEDURES = (
    "fadu.law.penalty_general",
    "fadu.law.penalty_simple",
    "fadu.law.coercion_measure",
    "fadu.law.coercion_execution",
    "fadu.law.licensing",
    "fadu.law.eia",
    "fadu.law.inspecting",
    "fadu.law.requisition",
    "fadu.law.openness",
    "fadu.law.reviewing",
    "fadu.law.suing",
    "fadu.law.transferring",
    "fadu.law.sectors.records",
    "fadu.law.organ_year",
    "fadu.law.supervising",
    "fadu.law.keeping",
)
"""Modules with a PROCEDURE or some PROCEDURES each; a new version of a procedure is a new module beside the old one."""

CHAPTERS = (
    "fadu.law.penalty",
    "fadu.law.samr",
    "fadu.law.coercion",
    "fadu.law.licence",
    "fadu.law.remedy",
    "fadu.law.ecology",
    "fadu.law.police",
    "fadu.law.sectors",
    "fadu.law.fines",
    "fadu.law.policies",
    "fadu.law.supervision",
    "fadu.law.records",
    "fadu.law.filming",
)
"""Packages with RULES each."""


@cache
def procedures() -> "dict[tuple[str, str], Procedure]":
    """Every procedure by id and version."""
    found: list[Procedure] = []
    for name in PROCEDURES:
        module = import_module(name)
        found += module.PROCEDURES if hasattr(module, "PROCEDURES") else [module.PROCEDURE]
    return {(procedure.id, procedure.version): procedure for procedure in found}


def procedure_of(id: str, version: str | None = None, *, on: date | None = None) -> "Procedure":  # noqa: A002 - what it is called everywhere
    """The procedure `id` in that version, else the newest; with `on`, the newest that a case can begin with on that day.

    Raises:
        KeyError: there is no such procedure or version.
        OutsideValidity: none of its versions, or not this one, is in force on that day.
    """
    versions = [found for (name, number), found in procedures().items() if name == id and version in (None, number)]
    if not versions:
        raise KeyError((id, version) if version else id)
    valid = [found for found in versions if on is None or found.in_force <= on]
    if not valid:
        first = min(versions, key=lambda found: found.in_force)
        raise OutsideValidity(f"{first.title}自 {first.in_force} 起施行，{on} 不能适用")
    return max(valid, key=lambda found: found.in_force)


@cache
def newest() -> "tuple[Procedure, ...]":
    """Every procedure in its newest version: what can be begun today."""
    return tuple(procedure_of(name) for name in dict.fromkeys(name for name, _ in procedures()))


@cache
def steps_called(name: str) -> "tuple[tuple[Procedure, Step], ...]":
    """The steps of that name with their procedures, each in its newest version."""
    return tuple((course, course[name]) for course in newest() if name in course)


def step_label(name: str) -> str:
    """What a step is called by officers; its name where no procedure has it."""
    return next((step.label for _, step in steps_called(name)), name)


@cache
def rules() -> "tuple[Rule, ...]":
    """Every rule, in the order of the chapters; raises ValueError when two share an id."""
    found: list[Rule] = [rule for name in CHAPTERS for rule in import_module(name).RULES]
    _refuse_twins(rule_id for rule in found for rule_id in rule.ids)
    return tuple(found)


@cache
def rules_of(grain: str) -> "tuple[Rule, ...]":
    """The rules that judge facts of that grain: those of a penalty case say nothing of a licence."""
    return tuple(rule for rule in rules() if grain_of(rule) == grain)


def grain_of(rule: "Rule") -> str:
    """Whose facts a rule judges; of a gate that looks at the step alone, the grain of the procedure it guards.

    Raises ValueError when it speaks of two grains at once.
    """
    grains = {fact.grain for fact in rule.facts()} - {"step"}
    if not grains:
        guarded = set(getattr(rule, "before", ()))
        grains = {course.grain for course in procedures().values() if guarded & {step.name for step in course.steps}} or {getattr(rule, "grain", "case")}
    if len(grains) > 1:
        raise ValueError(f"{rule.id} speaks of {', '.join(sorted(grains))}")
    return grains.pop()


@cache
def grains() -> tuple[str, ...]:
    """The grains of the procedures, that of penalty cases first."""
    return tuple(dict.fromkeys(procedure.grain for procedure in procedures().values()))


@cache
def rule_of(rule_id: str) -> "Rule":
    """The rule that encodes that row of the catalogue; raises KeyError when there is none."""
    return {name: rule for rule in rules() for name in rule.ids}[rule_id]


@cache
def superseded() -> dict[str, str]:
    """Rows of the catalogue that no longer run, each with the reason: a chapter tells them in SUPERSEDED."""
    return {row: why for name in CHAPTERS for row, why in getattr(import_module(name), "SUPERSEDED", {}).items()}


def _refuse_twins(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ValueError(f"two rules encode {name}")
        seen.add(name)
