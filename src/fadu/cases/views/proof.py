"""The record page with its proofs, receipts and the package of a whole case."""

import uuid
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from fadu.accounts.permissions import may, require
from fadu.cases import papers
from fadu.cases.models import Case, Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.selectors import case_for, page
from fadu.cases.services.log import Log, vkey
from fadu.cases.services.packages import export
from fadu.cases.services.record import committed
from fadu.cases.views.guard import actor_of, signed_in
from fadu.law.facts import VOCABULARY
from fadu.law.forms import Field, Kind
from fadu.law.reading import told
from fadu.law.registry import procedures
from fadu.ledger.errors import LedgerError
from fadu.ledger.receipt import verify


@require_GET
@signed_in
def record(request: HttpRequest, case_id: uuid.UUID, seq: int) -> HttpResponseBase:
    """One step as it was recorded, with its proof checked before your eyes."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    row = _row(case, seq)
    leaf = Leaf.objects.get(ref=row.id)
    log = Log()
    receipt = log.receipt(leaf)
    fault = ""
    if receipt is not None:
        try:
            verify(receipt, committed(row, leaf), vkey())
        except LedgerError as error:
            fault = error.reason
    names = may(actor, "party.see")
    name, version = row.procedure.split("/")
    step = procedures()[name, version][row.name]
    entry = next(entry for entry in page.entries(actor, case) if entry.seq == seq and entry.state != "refused")
    context = {
        "case": case,
        "row": row,
        "step": step,
        "entry": entry,
        "answers": [
            (field.label, _answer(field, row.data[field.name], row.context) if names or field.kind not in TELLING else "（当事人信息，不予显示）")
            for field in step.asks
            if field.name in row.data
        ],
        "officers": row.context.get("told", {}).get("officers", {}),
        "discretion": row.context.get("told", {}).get("discretion"),
        "leaf": leaf,
        "receipt": receipt,
        "fault": fault,
        "log": log,
        "vkey": vkey(),
        "papers": [paper for paper in papers.of_case(actor, case) if paper.seq == seq],
        "may_correct": row.by_officer is not None and row.by_officer == actor.officer_id and not case.ended and step.name != "correct",
    }
    return render(request, "cases/record.html", context)


TELLING = frozenset({Kind.TEXT, Kind.LONGTEXT, Kind.CODE, Kind.IDCARD, Kind.PHONE, Kind.TABLE})
"""Kinds of answer that may name a party or somebody beside it: shown to who may see the party."""


def _answer(field: Field, value: Any, context: dict[str, Any]) -> Any:
    """An answer in words; rows stay rows."""
    if field.kind is Kind.TABLE:
        return {
            "columns": [column.label for column in field.columns],
            "rows": [[_answer(column, row.get(column.name), context) for column in field.columns] for row in value],
        }
    if value is None:
        return ""
    if field.kind is Kind.OFFICERS:
        known = context.get("told", {}).get("officers", {})
        return "、".join(known.get(str(officer), {}).get("name", str(officer)) for officer in value)
    if field.kind is Kind.MONEY:
        return f"{value / 100:,.2f} 元"
    if field.kind is Kind.BOOL:
        return "是" if value else "否"
    if field.kind in {Kind.CHOICE, Kind.CHOICES}:
        labels = dict(field.choices)
        return "、".join(labels.get(item) or str(item) for item in (value if isinstance(value, list) else [value]))
    if field.name in VOCABULARY and VOCABULARY[field.name].choices:
        return told(VOCABULARY[field.name], value)
    return str(value).replace("T", " ") if field.kind is Kind.DATETIME else value


@require_GET
@signed_in
def receipt(request: HttpRequest, case_id: uuid.UUID, seq: int) -> HttpResponseBase:
    """The receipt of a step, to be kept and verified anywhere."""
    case = case_for(actor_of(request), case_id)
    found = Log().receipt(Leaf.objects.get(ref=_row(case, seq).id))
    if found is None:
        raise Http404("这一步正等待写入公开日志，请稍后再试")
    answer = HttpResponse(found.to_json(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="receipt-{seq}.json"'
    return answer


@require_POST
@signed_in
def package(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """The whole case with its proofs, sealed as it stands."""
    actor = actor_of(request)
    require(actor, "case.export")
    case = case_for(actor, case_id)
    path = export(actor, case)
    file = path.open("rb")
    path.unlink()
    path.parent.rmdir()
    return FileResponse(file, as_attachment=True, filename=f"{case.number or case.id}.zip")


def _row(case: Case, seq: int) -> StepRow:
    row = StepRow.objects.filter(case=case, seq=seq).first()
    if row is None:
        raise Http404
    return row
