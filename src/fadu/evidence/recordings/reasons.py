"""When somebody who looks at a recording must say why, and by which clause. One function; nothing else decides on it."""

from dataclasses import dataclass

from fadu.accounts.actors import Actor, Role
from fadu.cases.models import CaseRole
from fadu.cases.models import Step as StepRow
from fadu.evidence.models import Action
from fadu.evidence.recordings.models import Recording
from fadu.law.statutes import HEILONGJIANG, PUBLIC_SECURITY, Citation

DECIDED = ("decide", "decide_none", "decide_spot", "grant_licence", "refuse_licence", "dispose_measure", "order_enforcement")
"""The steps that decide."""

READING = HEILONGJIANG["二(二)5(1)"]
"""记录信息调阅."""


@dataclass(frozen=True)
class Demand:
    """What is asked of who wants to look.

    Attributes:
        asked: whether a reason must be typed.
        says: why, or why not.
        basis: the clause.
        reason: the reason that records itself; "".
    """

    asked: bool
    says: str
    basis: Citation
    reason: str = ""


def demand(actor: Actor, recording: Recording, action: Action) -> Demand:
    """What looking at a recording in that way asks of `actor`.

    - police: questioning and places for handling cases show people in distress; whoever looks says why;
    - a reviewer before the decision looks by duty: that is the reason, and it records itself;
    - who handles the case, or recorded what has no case yet, plays without a word; a copy that leaves the platform needs a reason;
    - everybody else says why: supervisors, heads, and officers of other cases.
    """
    case = recording.case
    if case is not None and case.field == "police":
        return Demand(asked=True, says="公安案件的音像记录涉及被询问人，调阅一律说明理由", basis=PUBLIC_SECURITY[97, 1])
    if case is not None and actor.role is Role.REVIEWER and action == Action.PLAY and not StepRow.objects.filter(case=case, name__in=DECIDED).exists():
        return Demand(asked=False, says="决定作出前审核调阅，理由自动记入", basis=READING, reason="作出决定前的法制审核")
    if action == Action.PLAY and _own(actor, recording):
        return Demand(asked=False, says="本人承办或者记录的，播放不必说明理由", basis=READING)
    says = "下载的副本离开平台，须说明理由" if action != Action.PLAY else "不是本人承办的案件，须说明调阅理由"
    return Demand(asked=True, says=says, basis=READING)


def _own(actor: Actor, recording: Recording) -> bool:
    if actor.officer_id is None:
        return False
    if recording.case_id is None:
        return actor.officer_id in (recording.officer_id, recording.by_officer)
    return CaseRole.objects.filter(case_id=recording.case_id, officer_id=actor.officer_id, function="handle").exists()
