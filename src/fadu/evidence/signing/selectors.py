"""What may be seen of signatures and of service, what the signatures answer for a step, and the sheet that goes under a paper."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.models import Original
from fadu.evidence.recordings.models import Recording
from fadu.evidence.recordings.selectors import recordings
from fadu.evidence.signing.models import Attempt, Capacity, Invited, Manner, Matter, Outcome, Result, Signature
from fadu.evidence.signing.models.signature import PRINCIPALS
from fadu.law.forms import Invalid
from fadu.law.procedure import Step

ANSWERED = ("record_signed", "transcript_signed")
"""Facts of a step that follow from signatures."""

KEY = "sign:"
CREW = 2
"""Officers that act together sign together (行政处罚法第四十二条第一款)."""


def signed_first(step: Step) -> bool:
    """Whether a step makes a record that is signed before the step is taken."""
    return bool(step.papers) and any(field.name in ANSWERED for field in step.asks)


def _within(actor: Actor) -> Q:
    return scope(actor, "evidence.see", organ="organ_id", handlers="case__handlers__officer_id")


def matters(actor: Actor, case: Case) -> list[Matter]:
    """The matters of a case that `actor` may see, newest first."""
    rows = Matter.objects.filter(_within(actor), case=case).select_related("document").prefetch_related("invited__signature")
    return list(rows.order_by("-id")[:100])


def one_matter(actor: Actor, matter_id: uuid.UUID) -> Matter:
    """One matter within reach; raises NotFound."""
    found = Matter.objects.filter(_within(actor), pk=matter_id).select_related("case__organ", "organ", "document", "signed_document").first()
    if found is None:
        raise NotFound("没有这个签署事项，或者不在您的管辖范围内")
    return found


def invited(actor: Actor, invited_id: uuid.UUID) -> Invited:
    """One signer of a matter within reach; raises NotFound."""
    found = Invited.objects.select_related("matter").filter(pk=invited_id).first()
    if found is None:
        raise NotFound("没有这个签署人")
    found.matter = one_matter(actor, found.matter_id)
    return found


def signature(actor: Actor, signature_id: uuid.UUID) -> Signature:
    """One signature within reach; raises NotFound."""
    found = Signature.objects.filter(_within(actor), pk=signature_id).select_related("picture", "invited").first()
    if found is None:
        raise NotFound("没有这个签名，或者不在您的管辖范围内")
    return found


def signers(row: Matter) -> list[Invited]:
    """Who is asked to sign, each with the signature where there is one."""
    return list(Invited.objects.filter(matter=row).select_related("signature__picture", "signature__film", "signature__witness__invited").order_by("id"))


def of(one: Invited) -> Signature | None:
    """The signature of somebody who was asked."""
    return getattr(one, "signature", None)


def completed(row: Matter) -> bool:
    """Whether its step was taken, or its signed document made."""
    return row.signed_document_id is not None or StepRow.objects.filter(case_id=row.case_id, key=f"{KEY}{row.id}").exists()


def answers(matter: Matter) -> dict[str, Any]:
    """What the signatures answer for the step; raises Invalid while somebody whose signature is needed is missing."""
    there = signers(matter)
    principals = [one for one in there if one.capacity in PRINCIPALS]
    if not principals:
        raise Invalid({"": "还没有列入当事人、法定代表人或者监护人"})
    waiting = [one for one in there if of(one) is None]
    if waiting:
        raise Invalid({"": f"还没有签名的：{'、'.join(f'{one.name}（{one.get_capacity_display()}）' for one in waiting)}。拒绝签名的，请登记拒绝"})
    given = [row for one in principals if (row := of(one)) is not None]
    refused = [one for one in given if one.manner == Manner.REFUSED]
    found: dict[str, Any] = dict.fromkeys(ANSWERED, "refused" if refused else "signed")
    if any(one.recording for one in refused):
        found["filmed_now"] = True
    if sum(1 for one in there if one.capacity == Capacity.OFFICER and (row := of(one)) and row.manner != Manner.REFUSED) >= CREW:
        found["officers_signed"] = True
    if witness := next((one.name for one in there if one.capacity == Capacity.WITNESS), ""):
        found["witness_name"] = witness
    return found


def films(actor: Actor, case: Case) -> list[Recording]:
    """The recordings of a case that `actor` may see: one of them can show a refusal."""
    return list(recordings(actor).filter(case=case).order_by("began_at"))


def witnesses(case: Case) -> list[tuple[str, str]]:
    """Who signed as a witness in a case, each once: id of the signature and name. Who asks sees the case."""
    rows = Signature.objects.filter(case=case, invited__capacity=Capacity.WITNESS, manner=Manner.DRAWN).select_related("invited").order_by("id")
    return [(key, name) for name, key in {row.invited.name: str(row.pk) for row in rows}.items()]


def drawing(original: Original) -> str:
    """The picture of a signature; raises vault.Damaged."""
    with vault.opened(original.id, original.size) as source:
        return source.read().decode()


def sheet(row: Matter) -> dict[str, Any]:
    """The sheet of signatures under a paper, as `documents.signatures` says it."""
    shown = "笔录稿" if row.document_id is None else "文书"
    says = f"以下人员于签名时核对了《{row.title}》{shown}（共 {row.pages} 页），签名和该{shown}的校验值一并存证。"
    return {"says": says, "sha256": row.sha256, "rows": [_line(one, found) for one in signers(row) if (found := of(one)) is not None]}


def _line(one: Invited, found: Signature) -> dict[str, Any]:
    at = timezone.localtime(found.at)
    lines = [f"{found.get_manner_display()}　{at.year}年{at.month}月{at.day}日{at.hour}时{at.minute:02d}分"]
    if found.own_phone:
        lines.append("在本人手机上签名")
    if found.pages:
        lines.append(f"逐页核对确认：第 {'、'.join(map(str, found.pages))} 页")
    lines += [f"更正：第 {fix['page']} 页“{fix['was']}”更正为“{fix['now']}”，签名人确认" for fix in found.corrections]
    if found.reason:
        lines.append(f"理由：{found.reason}")
    if found.witness is not None:
        lines.append(f"见证人：{found.witness.invited.name}")
    if found.recording:
        lines.append(f"音像记录：{found.recording}")
    mark = "拒绝签名" if found.manner == Manner.REFUSED else one.name
    return {"capacity": one.get_capacity_display(), "name": one.name, "lines": lines, "picture": drawing(found.picture) if found.picture else "", "mark": mark}


def sheet_of_step(row: StepRow, paper: str) -> Mapping[str, Any] | None:
    """The sheet under the paper that a step made, where its draft was signed before."""
    if not row.key.startswith(KEY):
        return None
    found = Matter.objects.filter(pk=uuid.UUID(row.key.removeprefix(KEY)), paper=paper, case_id=row.case_id, step=row.name).first()
    return sheet(found) if found is not None else None


def attempts(actor: Actor, case: Case) -> list[Attempt]:
    """The attempts to serve documents of a case, oldest first."""
    rows = Attempt.objects.filter(_within(actor), case=case).select_related("document", "result", "message").prefetch_related("proofs__original")
    return list(rows.order_by("id"))


def attempt(actor: Actor, attempt_id: uuid.UUID) -> Attempt:
    """One attempt within reach; raises NotFound."""
    found = Attempt.objects.filter(_within(actor), pk=attempt_id).select_related("document__step", "case__organ", "case__party", "result").first()
    if found is None:
        raise NotFound("没有这次送达的登记，或者不在您的管辖范围内")
    return found


def waiting(document: Document, way: str) -> Attempt | None:
    """The attempt of that way whose result is not written down yet; who asks has seen the document."""
    return Attempt.objects.filter(document=document, way=way, result__isnull=True).select_related("document__step", "case__organ", "case__party").first()


def served(case: Case) -> dict[uuid.UUID, date]:
    """The documents of a case that were served on its party, each with the day that counts: not scoped, for the party's own file."""
    rows = Result.objects.filter(attempt__case=case, outcome=Outcome.SERVED, served_on__isnull=False).values_list("attempt__document_id", "served_on")
    return {document: day for document, day in rows if day is not None}
