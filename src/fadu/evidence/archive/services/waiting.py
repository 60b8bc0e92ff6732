"""What waits to be formed: a file when its case is done, a supplement when something comes later."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Max
from django.utils import timezone

from fadu.cases.models import Case, ClockRow, Outbox
from fadu.cases.now import now
from fadu.evidence.archive import planning
from fadu.evidence.archive.models import Filing, Volume
from fadu.evidence.models import Original
from fadu.law.filing import FILING, HAND_IN
from fadu.law.procedure import Kind
from fadu.law.registry import rule_of


class NotYet(Exception):
    """The papers of the step are not made yet: it is told again later."""


def await_filing(told: Outbox) -> None:
    """A case that came to its end waits to be formed; what comes after its file was formed waits as a supplement."""
    if told.case_id is None:
        return
    if Outbox.objects.filter(topic="step", case_id=told.case_id, ref=told.ref, done_at__isnull=True).exists():
        raise NotYet("等待本步骤的文书生成")
    case = Case.objects.filter(pk=told.case_id, ended=True).exclude(kind=Kind.REGISTER.name.lower()).first()
    if case is not None:
        later(case)


def await_original(instance: Original, **_: Any) -> None:
    """A recording or a paper that is handed in after the file was formed waits as a supplement."""
    if instance.case_id and Volume.objects.filter(case_id=instance.case_id).exists():
        later(Case.objects.get(pk=instance.case_id))


def later(case: Case) -> Filing | None:
    """What of a case that is done lies in no file yet, as something that waits; None where all is filed."""
    last = Volume.objects.filter(case=case).aggregate(last=Max("ordinal"))["last"]
    if last is not None and not planning.unfiled(case):
        return None
    ordinal = 0 if last is None else last + 1
    since = case.stage_since if last is None else timezone.localdate(now())
    return Filing.objects.get_or_create(case=case, ordinal=ordinal, defaults={"organ_id": case.organ_id, "since": since, "due_on": due_on(case, since)})[0]


def due_on(case: Case, since: date) -> date:
    """Until when the file is to be formed: as the clock of handing in says where one runs, else thirty days from the end."""
    ending = [row for row in ClockRow.objects.filter(case=case, due_on__isnull=False) if getattr(rule_of(row.rule), "next_step", "") in FILING]
    return max((row.due_on for row in ending if row.due_on), default=since + timedelta(days=HAND_IN.length))
