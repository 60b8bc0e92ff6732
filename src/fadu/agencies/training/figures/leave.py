"""Lessons off duty: who should have them has them, and nobody comes back without."""

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import State
from fadu.agencies.models import CredentialState, Organ
from fadu.agencies.training import numbers
from fadu.agencies.training.figures.parts import listed, person, span
from fadu.agencies.training.kinds import Outcome
from fadu.agencies.training.models import OffDuty
from fadu.agencies.training.selectors.hours import off_duty_hours


def entered(organ: Organ, day: date) -> Reading:
    """People whose credential was suspended this year and who were taken off duty to be taught, their credential suspended throughout."""
    first, after = span(day)
    suspended = CredentialState.objects.filter(
        state=State.SUSPENDED, starts_at__gte=first, starts_at__lt=after, credential__officer__organ__path__startswith=organ.path
    )
    away: dict[int, list[OffDuty]] = {}
    for row in OffDuty.objects.filter(officer__organ__path__startswith=organ.path, starts_at__lt=after):
        away.setdefault(row.officer_id, []).append(row)
    rows = {}
    for state in suspended.select_related("credential__officer__organ").order_by("starts_at"):
        officer = state.credential.officer
        taught = any((row.ends_at or after) > state.starts_at for row in away.get(officer.pk, ()))
        rows[officer.pk] = person(officer, "" if taught else f"{timezone.localdate(state.starts_at).isoformat()} 起暂扣，没有离岗教育")
    gaps = {row.officer_id: row for kept in away.values() for row in kept if _enforced(row, min(after, timezone.now()))}
    for officer_id, row in gaps.items():
        rows[officer_id] = Behind(str(row.officer), reverse("training:off_duty", args=[row.pk]), "离岗教育期间执法证曾经有效")
    return ratio(sum(not row.lacks for row in rows.values()), len(rows), why="" if rows else "当年没有应当离岗教育的人员", behind=listed(rows.values()))


def _enforced(row: OffDuty, until: datetime) -> bool:
    """Whether the credential was valid while its holder was off duty."""
    if row.credential_id is None:
        return False
    states = CredentialState.objects.filter(credential_id=row.credential_id, state=State.VALID, starts_at__lt=row.ends_at or until, starts_at__gt=row.starts_at)
    return states.exists()


def returned(organ: Organ, day: date) -> Reading:
    """People who came back this year with the hours, their own request and a passed exam."""
    first, after = span(day)
    found = OffDuty.objects.filter(officer__organ__path__startswith=organ.path, outcome=Outcome.BACK, ends_at__gte=first, ends_at__lt=after)
    needed = numbers.demanded("training.return.hours", day)
    if needed is None:
        return Reading(None, None, why=numbers.why_not("training.return.hours", day))
    rows = []
    for row in found.select_related("officer__organ"):
        had = off_duty_hours(row)
        lacks = f"只有 {had} 学时" if had < int(needed.value) else "" if row.exam_passed and row.asked_on else "没有申请或者考核"
        rows.append(Behind(f"{row.officer.name}（{row.officer.organ.name}）", reverse("training:off_duty", args=[row.pk]), lacks))
    why = f"不少于 {int(needed.value)} 学时、本人申请、考核合格（{needed.clause}）" if rows else "当年没有重新上岗的人员"
    return ratio(sum(not row.lacks for row in rows), len(rows), why=why, behind=listed(rows))


FIGURES = (
    Figure("training.off_duty", "应离岗人员离岗教育率", "%", "100%，离岗期间不执法", (("003", "三(一)3"),), entered),
    Figure("training.return", "复岗人员学时和考核合格率", "%", "不少于 40 学时且考核合格，100%", (("003", "三(一)3"),), returned),
)
