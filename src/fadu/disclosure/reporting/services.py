"""Sending a report to the organ above, and receiving it there."""

import uuid

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in, scope
from fadu.agencies.models import Organ
from fadu.cases.errors import NotFound
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import entry_of
from fadu.disclosure.reporting.models import Outcome, Receipt, Sending
from fadu.disclosure.reporting.proofs import receipt_content, sending_content
from fadu.law.forms import Invalid
from fadu.law.reports import Due

LONGEST = 500
SENT_BY = {"annual": "annual.publish", "threefold": "threefold.sign"}
"""Who sends a report: whoever publishes it."""


@transaction.atomic
def send(actor: Actor, due: Due, organ: Organ, ref: uuid.UUID, title: str) -> Sending:
    """Hand a published report to the organ above; sent again, it is the same sending. Raises NotAllowed, Invalid where there is no organ above."""
    require_in(actor, SENT_BY[due.kind], organ.pk)
    if organ.parent_id is None:
        raise Invalid({"": f"机关名录里没有{organ.name}的上级机关，无处报送；请先由系统管理员登记上级机关"})
    Organ.objects.select_for_update().get(pk=organ.pk)
    if (found := Sending.objects.filter(ref=ref).first()) is not None:
        return found
    row = Sending(id=new_id(), kind=due.kind, ref=ref, organ=organ, to_id=organ.parent_id, period=due.period, title=title, due_on=due.on, sent_at=now())
    row.by_name, row.by_officer = actor.name, actor.officer_id
    entry, salt = entry_of("sending", row.id, row.id, sending_content(row), row.sent_at)
    row.leaf = Leaf.objects.create(case=None, kind="sending", ref=row.id, salt=salt, entry=entry.bytes)
    row.save(force_insert=True)
    return row


@transaction.atomic
def receive(actor: Actor, sending_id: uuid.UUID, outcome: str, note: str) -> Receipt:
    """Say that a report has come, or give it back with the reason. Raises NotAllowed, NotFound, Invalid."""
    require(actor, "report.receive")
    row = Sending.objects.select_for_update(of=("self",)).filter(scope(actor, "report.receive", organ="organ_id"), pk=sending_id).first()
    if row is None:
        raise NotFound("没有这件报送，或者不归您接收")
    note = note.replace("\x00", "").strip()
    wrong = {}
    if outcome not in Outcome.values:
        wrong["outcome"] = "请选择接收或者退回"
    if outcome == Outcome.RETURNED and not note:
        wrong["note"] = "退回要写明需要补正的内容"
    if len(note) > LONGEST:
        wrong["note"] = f"说明最多 {LONGEST} 字"
    if Receipt.objects.filter(sending=row).exists():
        wrong[""] = "这件报送已经有回执，不能再次回执；需要改正的请对方重新报送"
    if wrong:
        raise Invalid(wrong)
    receipt = Receipt(id=new_id(), sending=row, outcome=outcome, note=note, at=now(), by_name=actor.name, by_officer=actor.officer_id)
    entry, salt = entry_of("receipt", receipt.id, receipt.id, receipt_content(receipt), receipt.at)
    receipt.leaf = Leaf.objects.create(case=None, kind="receipt", ref=receipt.id, salt=salt, entry=entry.bytes)
    receipt.save(force_insert=True)
    return receipt
