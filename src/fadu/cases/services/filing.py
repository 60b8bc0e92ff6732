"""Handing a file in: whole, or with the reason why something is missing; and closed for good after that."""

from collections.abc import Mapping
from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases.errors import Objection, Refused
from fadu.cases.lacking import lacking
from fadu.cases.models import Case
from fadu.cases.services.context import Context
from fadu.law.correction import CORRECT
from fadu.law.filing import FILING
from fadu.law.procedure import Procedure, Step
from fadu.law.statutes import ARCHIVES, ECO_PENALTY


def whole(actor: Actor, case: Case, step: Step, clean: Mapping[str, Any], context: Context) -> None:
    """Before a file is handed in: what is missing stands against it, unless it may be mended and the note (备考) says why.

    What is passed over with a reason stays with the step as a flaw.
    """
    if step.name not in FILING:
        return
    found = [lack for lack in lacking(actor, case) if lack.stands]
    if against := [lack.objection() for lack in found if not (lack.mendable and clean.get("note"))]:
        raise Refused(against)
    if found:
        context.told["flaws"] = [*context.told.get("flaws", ()), *(lack.objection().as_dict() for lack in found)]


def untouched(case: Case, course: Procedure, step: Step) -> Objection | None:
    """Why nothing of a file that was handed in may be changed; None where the step changes nothing, or nothing was handed in."""
    if step.name != CORRECT or not any(made.name in FILING and made.enters == case.stage for made in course.steps):
        return None
    bases = (ARCHIVES[21, 2], *((ECO_PENALTY[80],) if case.field == "ecology" else ()))
    return Objection(
        rule="filing.untouched", bases=tuple(str(basis) for basis in bases), paths=tuple(basis.path for basis in bases),
        says="案卷已经归档，不得修改、增加、抽取案卷材料，也不能重新打开",
        fix="归档后形成的材料归入补充卷；确有错误的，另行制作文书并归入补充卷",
    )  # fmt: skip
