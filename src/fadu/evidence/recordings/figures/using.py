"""Whether recordings are at hand before a decision, and whether they were looked at."""

from datetime import date, datetime, time, timedelta

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.evidence.models import Reading as Look
from fadu.evidence.recordings.models import Tie
from fadu.evidence.recordings.reasons import DECIDED

YEAR = timedelta(365)


def at_hand(organ: Organ, day: date) -> Reading:
    """Of the cases decided in a year that have recordings: those whose recordings could all be called up before the decision."""
    until = timezone.make_aware(datetime.combine(day, time.max))
    decided = StepRow.objects.filter(case__organ__in=below(organ, day), name__in=DECIDED, recorded_at__gt=until - YEAR, recorded_at__lte=until)
    first = dict(decided.filter(case__recording_ties__isnull=False).values_list("case").annotate(at=Min("recorded_at")))
    late = {case for case, at in Tie.objects.filter(case__in=list(first)).values_list("case", "at") if at > first[case]}
    looks = Look.objects.filter(case__in=list(first), kind="recording", by_role="法制审核人员", action="play").values_list("case", "at")
    reviewed = {case for case, at in looks if at <= first[case]}
    numbers = Case.objects.in_bulk(list(late))
    behind = tuple(Behind(case.number or case.title, reverse("cases:case", args=[case.pk]), "作出决定以后才系案") for case in numbers.values())
    many = len(first)
    why = f"近一年作出决定的案件中有音像的 {many} 件，审核人在决定前调阅过的 {len(reviewed)} 件" if many else "近一年没有含音像的决定案件"
    return ratio(many - len(late), many, why=why, behind=behind)
