"""Whether every document that the steps of a case call for is there, and whole (材料齐全)."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence

from fadu.accounts.actors import Actor
from fadu.cases.lacking import Lack
from fadu.cases.models import Case, Outbox
from fadu.cases.models import Step as StepRow
from fadu.cases.services.proofs import gone
from fadu.documents import gathering, storage
from fadu.documents.expressions import holds
from fadu.documents.forms import form
from fadu.documents.models import Document
from fadu.law.correction import CORRECT
from fadu.law.papers import paper
from fadu.law.statutes import SAMR_PROCEDURE

WHOLE = SAMR_PROCEDURE[78, 1]
AGAIN = "联系系统管理员查看后台的出错信息并重新制作"


def documents(_actor: Actor, case: Case) -> list[Lack]:
    """What the steps call for and is not there, or not whole. What the worker is about to make is not missing: the record says all of it."""
    rows = list(StepRow.objects.filter(case=case).order_by("seq"))
    waiting: Mapping[uuid.UUID | None, str] = dict(Outbox.objects.filter(case=case, topic="step", done_at__isnull=True).values_list("ref", "error"))
    found = list(Document.objects.filter(case=case, superseded=False))
    made: dict[uuid.UUID, set[str]] = defaultdict(set)
    for document in found:
        made[document.step_id].add(document.paper)
    lacks = [_lack(row, name, waiting) for row in rows for name in called_for(row, rows, waiting) if not _has(row, rows, name, made)]
    return lacks + [lack for document in found if (lack := _damage(document))]


def called_for(row: StepRow, rows: Sequence[StepRow], waiting: Mapping[uuid.UUID | None, str]) -> list[str]:
    """The papers that a step must have made by now: those on condition where their condition holds."""
    if row.name == CORRECT or (row.id in waiting and not waiting[row.id]):
        return []
    wanted = gathering.step_of(row).papers
    conditional = {name: condition for name in wanted if (condition := form(name).when)}
    if not conditional:
        return list(wanted)
    last = _corrections(row, rows)[-1:] or [row]
    data = gathering.gather(last[0], [step for step in rows if step.seq <= last[0].seq])
    return [name for name in wanted if name not in conditional or holds(conditional[name], data)]


def _corrections(row: StepRow, rows: Sequence[StepRow]) -> list[StepRow]:
    return [step for step in rows if step.name == CORRECT and step.data["seq"] == row.seq]


def _has(row: StepRow, rows: Sequence[StepRow], name: str, made: Mapping[uuid.UUID, set[str]]) -> bool:
    return any(name in made.get(step.id, ()) for step in (row, *_corrections(row, rows)))


def _lack(row: StepRow, name: str, waiting: Mapping[uuid.UUID | None, str]) -> Lack:
    kind, step = paper(name), gathering.step_of(row)
    why = "制作失败，" if row.id in waiting else ""
    return Lack(f"《{kind.title}》", kind.basis[0] if kind.basis else WHOLE, step=f"第 {row.seq} 步“{step.label}”", fix=why + AGAIN)


def _damage(document: Document) -> Lack | None:
    if gone(document.id):
        return None
    try:
        storage.fetch(document.sha256)
    except storage.Damaged as damage:
        return Lack(f"《{document.title}》{document.number}的完整文件（{damage}）", WHOLE, fix="从备份恢复文件，再核对校验值")
    return None
