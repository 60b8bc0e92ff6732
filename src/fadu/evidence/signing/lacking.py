"""What a file lacks of signatures and of proofs of service before it is handed in.

A signature or a receipt may be on paper, which the platform can't see: what was begun here and not finished stands against the
file unless a reason is given; of what was never begun here it is told where it can be made good.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.cases.lacking import Lack
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.documents.forms import form
from fadu.documents.models import Document
from fadu.evidence.signing.models import Attempt, Capacity, Manner, Matter, Outcome
from fadu.evidence.signing.models.signature import PRINCIPALS
from fadu.evidence.signing.selectors import CREW, KEY, completed, of, signers
from fadu.evidence.signing.services.serving import DECIDING
from fadu.law import serving
from fadu.law.papers import paper
from fadu.law.statutes import CIVIL_PROCEDURE


def lacks(_actor: Actor, case: Case) -> Sequence[Lack]:
    """Signatures and proofs of service that are missing."""
    return [*_signatures(case), *_services(case)]


def _signatures(case: Case) -> list[Lack]:
    """Of each record that officers and the party sign."""
    matters = list(Matter.objects.filter(case=case).select_related("document").order_by("id"))
    documents = Document.objects.filter(case=case, superseded=False).select_related("step").order_by("id")
    found = []
    for document in documents:
        asked = form(document.paper).signs
        if any("执法人员" in each for each in asked):
            found += _record(document, _matter_of(document, matters), party=any("当事人" in each or "被询问人" in each for each in asked))
    begun = [matter for matter in matters if not completed(matter) and not (matter.document and matter.document.superseded)]
    return found + [_unfinished(matter) for matter in begun if not _taken_since(matter)]


def _matter_of(document: Document, matters: Sequence[Matter]) -> Matter | None:
    """The matter in which a document, or the draft of it, was signed."""
    key = document.step.key.removeprefix(KEY) if document.step.key.startswith(KEY) else ""
    return next((each for each in matters if each.signed_document_id == document.pk or (str(each.pk) == key and each.paper == document.paper)), None)


def _record(document: Document, matter: Matter | None, *, party: bool) -> list[Lack]:
    name, basis, said = f"《{document.title}》", paper(document.paper).basis[-1], document.step.data.get("record_signed", "")
    step = f"第 {document.step.seq} 步"
    if matter is not None:
        signed = sum(1 for one in signers(matter) if one.capacity == Capacity.OFFICER and (row := of(one)) and row.manner != Manner.REFUSED)
        href = reverse("signing:index", args=[document.case_id])
        fix = "把制作后的文书提交签署，由两名执法人员签名"
        return [Lack(f"{name}上 {CREW - signed} 名执法人员的签名", basis, step, mendable=True, fix=fix, href=href)] if signed < CREW else []
    href = reverse("signing:put_document", args=[document.case_id, document.pk])
    if party and said == "unsigned":
        fix = "请当事人核对签名；拒绝签名的，由见证人签名或者系上音像记录"
        return [Lack(f"{name}上当事人和两名执法人员的签名", basis, step, mendable=True, fix=fix, href=href)]
    who = "当事人和两名执法人员" if party else "两名执法人员"
    return [Lack(f"{name}在平台上的签名（{who}）", basis, step, stands=False, fix="在纸上签名的，核对签名齐全；也可以在平台补签", href=href)]


def _taken_since(matter: Matter) -> bool:
    """Whether the step of a draft, or the paper of a document, was made another way after all."""
    if matter.document_id:
        return Matter.objects.filter(document_id=matter.document_id, signed_document__isnull=False).exists()
    return StepRow.objects.filter(case_id=matter.case_id, name=matter.step, recorded_at__gt=matter.made_at).exists()


def _unfinished(matter: Matter) -> Lack:
    waiting = "、".join(one.name for one in signers(matter) if of(one) is None)
    there = any(one.capacity in PRINCIPALS for one in signers(matter))
    what = f"《{matter.title}》上{waiting or ('完成签署' if there else '当事人')}的签名" if waiting or not there else f"《{matter.title}》签署的完成"
    fix = "签名或者登记拒绝后完成签署"
    return Lack(what, paper(matter.paper).basis[-1], "签名", mendable=True, fix=fix, href=reverse("signing:matter", args=[matter.pk]))


def _services(case: Case) -> list[Lack]:
    """Of the decision, and of every other paper that leaves the house under a number and was served by the register."""
    rows = defaultdict(list)
    for attempt in Attempt.objects.filter(case=case).select_related("result", "message").prefetch_related("proofs").order_by("id"):
        rows[attempt.document_id].append(attempt)
    found = []
    for document in Document.objects.filter(case=case, superseded=False).exclude(number="").select_related("step").order_by("id"):
        if paper(document.paper).is_served and (document.step.name in DECIDING or document.pk in rows):
            found += _service(document, rows.get(document.pk, []))
    return found


def _service(document: Document, attempts: Sequence[Attempt]) -> list[Lack]:
    name, receipt = f"《{document.title}》{document.number}", CIVIL_PROCEDURE[87, 1]
    href = reverse("signing:service", args=[document.case_id, document.pk])
    if waiting := next((each for each in attempts if getattr(each, "result", None) is None), None):
        there = reverse("signing:result", args=[waiting.pk])
        return [Lack(f"{name}{waiting.get_way_display()}的结果", receipt, "送达", mendable=True, fix="登记送达或者未送达的结果", href=there)]
    done = next((each for each in attempts if each.result.outcome == Outcome.SERVED), None)
    if done is None:
        return [Lack(f"{name}的送达登记和凭证", receipt, "送达", stands=False, fix="纸质送达回证已入卷的，核对签收人和日期；没有的，登记送达", href=href)]
    way = serving.WAYS[done.way]
    if way is serving.ELECTRONIC or done.proofs.all():
        return []
    return [Lack(f"{name}{way.label}的凭证：{way.proof}", receipt, "送达", stands=False, fix="核对纸质凭证已入卷，或者把它的扫描件存为本案证据材料", href=href)]
