"""调阅、借阅: asked for with a reason, let by the head where the case is another's, written down before anything is seen."""

import uuid
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require_in, scope
from fadu.cases.errors import Conflict
from fadu.cases.models import Case
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.evidence.archive.kinds import Way
from fadu.evidence.archive.models import Loan, Volume
from fadu.evidence.models import Action, Reading
from fadu.evidence.services import read
from fadu.law.forms import Invalid

LONGEST = timedelta(days=60)
"""How long a file may be lent."""
OWN = "本案人员或者对本机关案件有查阅权限的人员，无须审批"


@transaction.atomic
def ask(actor: Actor, volume: Volume, *, way: Way, reason: str, until: date) -> Loan:
    """Ask for a file. Whoever may see the case is let at once; a loan (借出) always waits for the head. Raises NotAllowed, Invalid."""
    require_in(actor, "archive.see", volume.organ_id)
    today = timezone.localdate(now())
    if not reason.strip():
        raise Invalid({"reason": "请写明调阅的理由"})
    if not today <= until <= today + LONGEST:
        raise Invalid({"until": f"期限从今天起，最长 {LONGEST.days} 天"})
    loan = Loan(id=new_id(), organ_id=volume.organ_id, volume=volume, way=way, reason=reason.strip(), until=until, asked_at=now())
    loan.by_user, loan.by_officer, loan.by_name = actor.user_id, actor.officer_id, actor.name
    if way != Way.LEND and sees(actor, volume):
        loan.approved, loan.decided_at, loan.decided_name, loan.opinion = True, loan.asked_at, actor.name, OWN
    loan.save(force_insert=True)
    return loan


@transaction.atomic
def decide(actor: Actor, loan_id: uuid.UUID, *, approved: bool, opinion: str) -> Loan:
    """Let somebody see a file, or not; nobody lets themselves. Raises NotAllowed, Conflict."""
    loan = Loan.objects.select_for_update(of=("self",)).get(pk=loan_id)
    require_in(actor, "archive.approve", loan.organ_id)
    if loan.by_user is not None and loan.by_user == actor.user_id:
        raise NotAllowed("不能审批自己的调阅申请。")
    if loan.decided_at is not None:
        raise Conflict("这份申请已经审批")
    loan.approved, loan.decided_at, loan.decided_by, loan.decided_name, loan.opinion = approved, now(), actor.officer_id, actor.name, opinion or None
    loan.save(update_fields=["approved", "decided_at", "decided_by", "decided_name", "opinion"])
    return loan


@transaction.atomic
def give_back(actor: Actor, loan_id: uuid.UUID) -> Loan:
    """Write down that a file came back. Raises NotAllowed, Conflict."""
    loan = Loan.objects.select_for_update(of=("self",)).get(pk=loan_id)
    require_in(actor, "archive.keep", loan.organ_id)
    if not loan.approved or loan.returned_at is not None:
        raise Conflict("这份案卷没有借出，或者已经归还")
    loan.returned_at = now()
    loan.save(update_fields=["returned_at"])
    return loan


def look(actor: Actor, volume: Volume, *, action: Action, what: str, reason: str = "") -> Reading:
    """Write down that somebody looks into a file, before it is shown: whoever may see the case, with a reason; others under a loan that runs. Raises NotAllowed, Invalid."""
    if sees(actor, volume):
        if not reason.strip():
            raise Invalid({"reason": "请写明调阅的理由"})
        said = reason.strip()
    else:
        loan = running(actor, volume)
        if loan is None:
            raise NotAllowed("这份案卷不是您承办的，请先提出调阅申请，经机关负责人批准后查阅。")
        said = f"{loan.reason}（{loan.decided_name}批准）"
    return read(actor, kind="volume", ref=volume.id, what=f"{volume.number}{what}", action=action, organ_id=volume.organ_id, case=volume.case, reason=said)


def sees(actor: Actor, volume: Volume) -> bool:
    """Whether the case of a file is within one's own reach."""
    return Case.objects.filter(scope(actor, "case.see"), pk=volume.case_id).exists()


def running(actor: Actor, volume: Volume) -> Loan | None:
    """The loan under which somebody may look into a file today."""
    if actor.user_id is None:
        return None
    today = timezone.localdate(now())
    return Loan.objects.filter(volume=volume, by_user=actor.user_id, approved=True, until__gte=today, returned_at__isnull=True).order_by("-id").first()
