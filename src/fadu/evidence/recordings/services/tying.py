"""A recording is tied to its case: once, by a row; what follows in the case goes through the one door."""

import re
import uuid
from dataclasses import dataclass

from django.db import transaction

from fadu.accounts.actors import Actor, Role
from fadu.accounts.permissions import require_in
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.selectors import visible
from fadu.cases.services import take
from fadu.cases.services.taken import Taken
from fadu.evidence.recordings import selectors
from fadu.evidence.recordings.models import Recording, Tie
from fadu.evidence.recordings.services.contents import tie_content
from fadu.evidence.services import leaf_of
from fadu.law.filming.steps import STORE
from fadu.law.forms import Invalid
from fadu.law.registry import procedures


@dataclass(frozen=True)
class Outcome:
    """What became of a tie.

    Attributes:
        tie: the row.
        taken: the step that followed in the case; None where none did.
        why: why none did, in Chinese.
    """

    tie: Tie
    taken: Taken | None = None
    why: str = ""


@transaction.atomic
def tie(actor: Actor, recording_id: uuid.UUID, case_id: uuid.UUID, seqs: list[int]) -> Outcome:
    """Tie a recording to a case and steps of it, and take the step that follows; raises NotFound, NotAllowed, Invalid."""
    recording = selectors.recordings(actor).select_for_update(of=("self",)).filter(pk=recording_id).first()
    if recording is None:
        raise NotFound("没有这段音像记录，或者不在您的管辖范围内")
    require_in(actor, "evidence.add", recording.organ_id)
    if recording.case_id is not None:
        raise Invalid({"case": "这段音像记录已经系到案件，不能改系；系错的另行登记说明"})
    case = visible(actor).filter(pk=case_id, organ_id=recording.organ_id).first()
    if case is None:
        raise Invalid({"case": "请从本机关、您能办理的案件中选择"})
    _there(case, seqs)
    row = Tie(id=new_id(), recording=recording, case=case, seqs=sorted(set(seqs)), at=now())
    row.by_user, row.by_officer, row.by_name = actor.user_id, actor.officer_id, actor.name
    row.leaf = leaf_of("recording_tie", row.id, case, tie_content(row), row.at)
    row.save(force_insert=True)
    Recording.objects.filter(pk=recording.pk, case__isnull=True).update(case=case)
    return _stored(actor, recording, case, row)


def _stored(actor: Actor, recording: Recording, case: Case, row: Tie) -> Outcome:
    """The step 存入音像记录, where the procedure has it and the case stands where it can be taken."""
    course = procedures()[case.procedure, case.version]
    if STORE not in course:
        return Outcome(row, why="这类案件没有存入音像记录的步骤")
    if case.stage not in course[STORE].leaves:
        return Outcome(row, why=f"案件在“{course.stage(case.stage).label}”阶段，不再登记存入步骤")
    if actor.role is not Role.OFFICER:
        return Outcome(row, why="存入步骤由执法人员登记")
    try:
        return Outcome(row, take(actor, case.id, STORE, {"recording": recording.number}, key=f"recording:{row.id}"))
    except Refused as refused:
        return Outcome(row, why="；".join(objection.says for objection in refused.objections))


def seqs_of(case: Case | None, text: str) -> list[int]:
    """Numbers of steps as typed; raises Invalid."""
    if text and not re.fullmatch(r"\d{1,4}([、，,\s]+\d{1,4})*", text.strip()):
        raise Invalid({"seqs": "填写步骤序号，多个用顿号隔开，例如 5、6"})
    seqs = [int(number) for number in re.findall(r"\d+", text)]
    if seqs and case is None:
        raise Invalid({"seqs": "先选择案件，再填写步骤"})
    if case is not None:
        _there(case, seqs)
    return seqs


def _there(case: Case, seqs: list[int]) -> None:
    known = set(StepRow.objects.filter(case=case, seq__in=seqs).values_list("seq", flat=True))
    if strange := sorted(set(seqs) - known):
        raise Invalid({"seqs": f"案件没有第 {'、'.join(map(str, strange))} 步"})
