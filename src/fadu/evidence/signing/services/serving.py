"""Serving a document: attempts, their results and proofs. Where the document is the decision, the register takes the steps 送达 and 发出公告 itself."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.cases.bench import bench
from fadu.cases.errors import Conflict, Objection, Refused
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services import record, take
from fadu.catalog.selectors import calendar
from fadu.documents.models import Document
from fadu.evidence import services as evidence
from fadu.evidence.models import Original
from fadu.evidence.signing.models import Attempt, Outcome, Proof, Result
from fadu.evidence.signing.services.contents import attempt_content, result_content
from fadu.law import serving
from fadu.law.fold import State
from fadu.law.forms import Invalid, validate
from fadu.law.registry import rule_of

DECIDING = ("decide", "decide_none")
"""Steps whose document the step 送达 serves."""

MOST_PROOFS = 20
FILMED = "filmed"


def begin(
    actor: Actor, document: Document, way_id: str, data: Mapping[str, Any], *, began_at: datetime | None = None, files: Sequence[Original] = ()
) -> Attempt:
    """Begin to serve a document in one way.

    Raises:
        NotAllowed, Invalid.
        Conflict: it is served already, or another attempt has no result yet.
        Refused: electronic without a confirmed consent, announced before other ways failed.
    """
    require_in(actor, "evidence.add", document.organ_id)
    way, moment = serving.WAYS[way_id], _moment(began_at)
    clean = validate(way.begins, data)
    files = _fit(document, files)
    case, failed = document.case, _failed(document)
    state = record.state_of(case)
    if way is serving.ELECTRONIC:
        clean |= {"address": confirmed_address(case, state, timezone.localdate(moment))}
    if way is serving.ANNOUNCEMENT:
        clean = _announcement(clean, failed, files)
    key = new_id()
    if way is serving.ANNOUNCEMENT and _decision(document) and "announce" in state.course and state.stage in state.course["announce"].leaves:
        answers = {
            "reason": clean["reason"],
            "where": clean["where"],
            "announce_posted": clean.get("announce_posted"),
            "photographed": clean.get("photographed", False),
        }
        take(actor, case.id, "announce", {name: value for name, value in answers.items() if value is not None}, taken_at=moment, key=f"announce:{document.id}")
    with transaction.atomic():
        Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if Result.objects.filter(attempt__document=document, outcome=Outcome.SERVED).exists():
            raise Conflict("这份文书已经送达")
        if Attempt.objects.filter(document=document, result__isnull=True).exists():
            raise Conflict("上一次送达还没有登记结果，请先登记")
        row = Attempt(id=key, organ_id=document.organ_id, case=case, document=document, way=way.id, data=clean, began_at=moment, recorded_at=now())
        row.by_user, row.by_officer, row.by_name = actor.user_id, actor.officer_id, actor.name
        row.leaf = evidence.leaf_of("service", row.id, case, attempt_content(row), row.recorded_at)
        row.save(force_insert=True)
        _prove(actor, row, files)
    return row


def end(actor: Actor, attempt: Attempt, data: Mapping[str, Any], *, files: Sequence[Original] = ()) -> Result:
    """Write down how an attempt ended; where it served the decision, the step 送达 is taken with it.

    Raises:
        NotAllowed, Invalid, Conflict.
        Refused: the law does not let it count as service.
    """
    require_in(actor, "evidence.add", attempt.organ_id)
    if Result.objects.filter(attempt=attempt).exists():
        raise Conflict("这次送达已经登记结果")
    way, document, case = serving.WAYS[attempt.way], attempt.document, attempt.case
    clean = validate(serving.asks_of_result(way), data)
    files = _fit(document, files, attempt)
    served = clean["outcome"] == Outcome.SERVED
    counted = None
    if served:
        _proved(way, clean, [*files, *attempt.proofs.all()])
        began_on = timezone.localdate(attempt.began_at)
        counted = way.counts(began_on, clean, case.field, calendar())
        if counted.day > timezone.localdate(now()):
            raise Invalid({"outcome": f"{counted.why}，{counted.day.isoformat()} 才算送达"})
        if counted.day < began_on:
            raise Invalid({_dated(clean): f"送达日期 {counted.day.isoformat()} 不能早于开始送达的 {began_on.isoformat()}"})
        _take(actor, attempt, way, clean, counted.day)
    with transaction.atomic():
        Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if Result.objects.filter(attempt=attempt).exists():
            raise Conflict("这次送达已经登记结果")
        row = Result(id=new_id(), attempt=attempt, outcome=clean["outcome"], data=clean, at=now(), by_user=actor.user_id, by_name=actor.name)
        row.served_on, row.basis, row.why = (counted.day, str(counted.basis), counted.why) if counted else (None, str(way.basis), _why_failed(clean))
        row.leaf = evidence.leaf_of("service-result", row.id, document.case, result_content(row), row.at)
        row.save(force_insert=True)
        _prove(actor, attempt, files)
    return row


def confirmed_address(case: Case, state: State, on: date) -> str:
    """The electronic address that the party confirmed; raises Refused where there is no consent in writing (行政处罚法第六十一条第二款)."""
    findings = bench(state.course.grain).check("serve", {**state.facts, "service_method": "electronic"}, on)
    against = [Objection.of(finding) for finding in findings if finding.rule.id == "CF-061-2"]
    confirmed = StepRow.objects.filter(case=case, name="confirm_address").order_by("-seq").first()
    address = str((confirmed.data if confirmed else {}).get("electronic_address", ""))
    if against or not address or not state.facts.get("service_consented"):
        raise Refused(against or [_objection("CF-061-2", missing=("当事人确认的电子送达地址",))])
    return address


def _announcement(clean: dict[str, Any], failed: Sequence[Result], proofs: Sequence[Any]) -> dict[str, Any]:
    if not failed:
        raise Refused(
            [
                _objection(
                    "MS-095-1",
                    says="受送达人下落不明，或者用其他方式无法送达的，才能公告送达；还没有其他方式未能送达的登记",
                    fix="先用直接、邮寄等方式送达，并登记未能送达的经过",
                )
            ]
        )
    told = [(row.attempt.get_way_display(), timezone.localdate(row.attempt.began_at), row.why) for row in failed]
    if clean.get("announce_posted") and not (clean.get("photographed") or proofs):
        raise Invalid({"photographed": "张贴公告的，须拍照、录像记录张贴过程（市场监督管理行政处罚程序规定第八十二条第五项）"})
    posted = {"photographed": True} if clean.get("announce_posted") and proofs else {}
    return {**clean, **posted, "reason": clean.get("reason") or serving.history(told)}


def _failed(document: Document) -> list[Result]:
    return list(Result.objects.filter(attempt__document=document, outcome=Outcome.FAILED).select_related("attempt").order_by("at"))


def _why_failed(clean: Mapping[str, Any]) -> str:
    label = dict(serving.FAILURES)[clean["failure"]]
    return f"{label}：{clean['failure_note']}"[:300] if clean.get("failure_note") else label


def _proved(way: serving.Way, clean: Mapping[str, Any], proofs: Sequence[Any]) -> None:
    """What a way needs as proof beside the words: a witness or a film of what was left."""
    if way is serving.LEFT and not clean.get("witness_name") and not clean.get(FILMED):
        raise Invalid({"witness_name": "留置送达须有见证人签名，或者拍照、录像记录送达过程（民事诉讼法第八十九条）"})
    if way is serving.LEFT and clean.get("witness_name") and not clean.get("witness_role"):
        raise Invalid({"witness_role": "请选择见证人的身份：基层组织、所在单位的代表，或者其他人（民事诉讼法第八十九条）"})
    if way is serving.LEFT and clean.get(FILMED) and not clean.get("witness_name") and not proofs:
        raise Invalid({FILMED: "请附上留置过程的照片，或者填写见证人"})


def _take(actor: Actor, attempt: Attempt, way: serving.Way, clean: Mapping[str, Any], day: date) -> None:
    """The step 送达 of the decision, as the register says it; a document of another step has none."""
    case = Case.objects.select_related("party").get(pk=attempt.case_id)
    state = record.state_of(case)
    key = f"served:{attempt.id}"
    open_now = "serve" in state.course and state.stage in state.course["serve"].leaves
    if not _decision(attempt.document) or not (open_now or StepRow.objects.filter(case=case, key=key).exists()):
        return
    data = serving.to_step(way, attempt.data, clean, day, case.party.name)
    take(actor, case.id, "serve", data, taken_at=_when(way, attempt, day), key=key)


def _when(way: serving.Way, attempt: Attempt, day: date) -> datetime:
    """The moment of the step: of post and forwarding the answer says the day, of all else the step is taken on it."""
    if way.id in {"post", "forwarded"}:
        return now()
    if timezone.localdate(attempt.began_at) == day:
        return attempt.began_at
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    return min(noon, now())


def _decision(document: Document) -> bool:
    return document.step.name in DECIDING


def _dated(clean: Mapping[str, Any]) -> str:
    return next((name for name in ("receipt_dated_on", "returned_on", "arrived_on") if name in clean), "outcome")


def _moment(began_at: datetime | None) -> datetime:
    moment = began_at or now()
    if moment > now() + timedelta(minutes=5):
        raise Invalid({"began_at": "不能晚于现在"})
    return moment


def _objection(rule_id: str, *, says: str = "", missing: tuple[str, ...] = (), fix: str = "") -> Objection:
    rule = rule_of(rule_id)
    return Objection(rule.id, (str(rule.basis),), (rule.basis.path,), says or rule.says, missing, fix or rule.fix)


def _fit(document: Document, files: Sequence[Original], attempt: Attempt | None = None) -> Sequence[Original]:
    """What was taken in (`evidence.intake`) and may prove this service, without what proves it already; raises Invalid."""
    files = [file for file in files if not Proof.objects.filter(original=file, attempt=attempt).exists()] if attempt else files
    if len(files) > MOST_PROOFS:
        raise Invalid({"proofs": f"一次最多附 {MOST_PROOFS} 个文件"})
    for file in files:
        if file.case_id not in {None, document.case_id} or file.organ_id != document.organ_id:
            raise Invalid({"proofs": f"“{file.name[:40]}”不是为本案存入的，请重新选择"})
        if Proof.objects.filter(original=file).exists():
            raise Invalid({"proofs": f"“{file.name[:40]}”已经是另一次送达的凭证"})
    return files


def _prove(actor: Actor, attempt: Attempt, files: Sequence[Original]) -> None:
    for file in files:
        evidence.place(actor, file, attempt.case)
        Proof.objects.create(id=uuid.uuid4(), attempt=attempt, original=file)
