"""Writing the draft of a report, signing it, and sending it up."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Organ
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import entry_of
from fadu.disclosure.reporting.models import Sending
from fadu.disclosure.reporting.services import send
from fadu.law.forms import Invalid
from fadu.law.reports import Due, halves_told
from fadu.supervision.threefold.items import read
from fadu.supervision.threefold.models import Draft, Report
from fadu.supervision.threefold.proofs import content

TEXTS = {"bright": "工作亮点", "problems": "存在问题", "measures": "工作措施和建议"}
LONGEST = 8000


def day_of(due: Due, today: date) -> date:
    """The day on which the figures of a report are read: today, at most its last day."""
    return min(due.on, today)


@transaction.atomic
def write(actor: Actor, organ: Organ, due: Due, given: Mapping[str, str]) -> Draft:
    """Keep the draft. Raises NotAllowed, Invalid by field."""
    require_in(actor, "threefold.write", organ.pk)
    texts = _texts(due, given)
    draft, _ = Draft.objects.update_or_create(organ=organ, period=due.period, defaults={**texts, "at": now(), "by_name": actor.name})
    return draft


@transaction.atomic
def sign(actor: Actor, organ: Organ, due: Due, given: Mapping[str, str]) -> Report:
    """Sign and publish the report of a period, with the figures as they read now; signed again, it is another version. Raises NotAllowed, Invalid."""
    require_in(actor, "threefold.sign", organ.pk)
    texts = _texts(due, given)
    if empty := {name: f"请写明{label}" for name, label in TEXTS.items() if not texts[name]}:
        raise Invalid(empty)
    Organ.objects.select_for_update().get(pk=organ.pk)
    last = Report.objects.filter(organ=organ, period=due.period).aggregate(last=Max("version"))["last"] or 0
    row = Report(id=new_id(), organ=organ, period=due.period, version=last + 1, **texts, signed_at=now(), by_name=actor.name, by_officer=actor.officer_id)
    row.day = day_of(due, timezone.localdate(row.signed_at))
    row.items = read(organ, row.day)
    entry, salt = entry_of("threefold", row.id, row.id, content(row), row.signed_at)
    row.leaf = Leaf.objects.create(case=None, kind="threefold", ref=row.id, salt=salt, entry=entry.bytes)
    row.save(force_insert=True)
    Draft.objects.filter(organ=organ, period=due.period).delete()
    return row


def send_up(actor: Actor, row: Report) -> Sending:
    """Hand a signed report to the organ above. Raises NotAllowed, Invalid."""
    return send(actor, row.due, row.organ, row.pk, f"{row.organ.name}{row.title}（第 {row.version} 版）")


def _texts(due: Due, given: Mapping[str, str]) -> dict[str, str]:
    texts = {name: given.get(name, "").replace("\x00", "").replace("\r\n", "\n").strip() for name in TEXTS}
    wrong = {name: f"{label}最多 {LONGEST} 字" for name, label in TEXTS.items() if len(texts[name]) > LONGEST}
    begins = halves_told(due)[0]
    if timezone.localdate(now()) < begins:
        wrong["period"] = f"{due.told}的报告期从 {begins} 起，还没有开始"
    if wrong:
        raise Invalid(wrong)
    return texts
