"""Objections of the procedure itself: a step out of its turn, a second time, or by a person with another function."""

from collections.abc import Mapping
from typing import Any

from fadu.cases.errors import Objection
from fadu.law.procedure import Procedure, Step
from fadu.law.statutes import SAMR_PROCEDURE


def out_of_order(course: Procedure, step: Step, stage: str) -> Objection | None:
    """Why the step can't be taken in this stage; None when it can."""
    if stage in step.leaves:
        return None
    here, wanted = course.stage(stage).label, "、".join(dict.fromkeys(course.stage(name).label for name in step.leaves))
    return Objection(
        rule=f"{course.id}:{step.name}",
        bases=tuple(str(basis) for basis in step.basis),
        paths=tuple(basis.path for basis in step.basis),
        says=f"“{step.label}”应在“{wanted}”阶段办理，案件现处“{here}”阶段",
        missing=(f"案件进入“{wanted}”阶段",),
        fix="按法定程序先办理前面的步骤；案件页“现在可以做”列出了此刻可办的步骤",
    )


def no_occasion(course: Procedure, step: Step, facts: Mapping[str, Any]) -> Objection | None:
    """Why the case gives no occasion for the step; None when it does."""
    why = step.unfit(facts) if step.unfit else ""
    if not why:
        return None
    return Objection(
        rule=f"{course.id}:{step.name}:unfit",
        bases=tuple(str(basis) for basis in step.basis),
        paths=tuple(basis.path for basis in step.basis),
        says=f"现在不能“{step.label}”：{why}",
        fix="先办理它所接续的步骤",
    )


def once_only(course: Procedure, step: Step) -> Objection:
    """Why the step can't be taken again."""
    return Objection(
        rule=f"{course.id}:{step.name}:once",
        bases=tuple(str(basis) for basis in step.basis),
        paths=tuple(basis.path for basis in step.basis),
        says=f"“{step.label}”一案只能办理一次",
        fix="需要更改的，用“更正记录”",
    )


def three_functions(step: Step) -> Objection:
    """Handling, reviewing and deciding are three people."""
    basis = SAMR_PROCEDURE[49, 3]
    return Objection(
        rule="separation",
        bases=(str(basis),),
        paths=(basis.path,),
        says="承办、审核、决定由不同的人担任：同一人在一案中只能担任一种职责",
        missing=("与本案已任职责不冲突的人员",),
        fix=f"由没有在本案担任其他职责的人员办理“{step.label}”",
    )
