"""拟稿: a paper as it would be if a step were taken as answered: what is read and signed before it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services import record
from fadu.cases.services.context import context_of
from fadu.cases.services.judging import judged
from fadu.documents import gathering
from fadu.documents.engine import page_count, pictures, typeset
from fadu.documents.expressions import holds
from fadu.documents.forms import form
from fadu.documents.models import Document
from fadu.documents.render import layout
from fadu.law.papers import Paper, paper
from fadu.law.procedure import Step


@dataclass(frozen=True, slots=True)
class Shown:
    """What is put before somebody: a PDF, and its pages as pictures."""

    paper: Paper
    pdf: bytes
    pages: int
    pictures: list[bytes]


def draft(actor: Actor, case: Case, step: Step, clean: Mapping[str, Any], assumed: Mapping[str, Any], moment: datetime) -> Shown:
    """The record that a step would make, if it is lawful but for what is `assumed`; nothing is written.

    Raises:
        Invalid, Refused: as the door would.
        LookupError: the step makes no record.
    """
    state = record.state_of(case)
    context = context_of(actor, case, step, {**clean, **assumed}, moment)
    judged(state.course, step, state, {**clean, **assumed}, context, moment)
    row = StepRow(
        id=new_id(), case=case, seq=case.seq + 1, name=step.name, procedure=f"{case.procedure}/{case.version}", stage=case.stage, taken_at=moment, recorded_at=now(),
        by_user=actor.user_id, by_officer=actor.officer_id, by_name=actor.name, by_role=actor.role.value, data=dict(clean), context=context.kept(),
    )  # fmt: skip
    rows = [*StepRow.objects.filter(case=case).order_by("seq"), row]
    data = gathering.gather(row, rows)
    kind = _signed(step, data)
    return _shown(kind, {**data, "paper": {"title": kind.title, "made_on": data["taken"]["on"]}})


def again(document: Document) -> list[bytes]:
    """The pages of a document as pictures, set anew from the record that made it."""
    rows = list(StepRow.objects.filter(case_id=document.case_id, seq__lte=document.step.seq).order_by("seq"))
    data = gathering.gather(document.step, rows)
    fresh = gathering.occasion(document.step, rows).step.papers
    papers = {**data["papers"], "attached": gathering.attached(data["papers"], fresh)}
    head = {"id": str(document.id), "title": document.title, "number": document.number, "made_on": document.made_on.isoformat()}
    return pictures(layout(paper(document.paper), {**data, "papers": papers, "paper": head}))


def _signed(step: Step, data: Mapping[str, Any]) -> Paper:
    """The paper of a step that is signed: its record, else the first that it makes."""
    made = [name for name in step.papers if not form(name).when or holds(form(name).when, data)]
    if not made:
        raise LookupError(step.name)
    return paper(next((name for name in made if form(name).look == "record"), made[0]))


def _shown(kind: Paper, data: Mapping[str, Any]) -> Shown:
    drawn = layout(kind, data)
    pdf = typeset(drawn)
    return Shown(kind, pdf, page_count(pdf), pictures(drawn))
