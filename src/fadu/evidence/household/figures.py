"""Figures of households: whether the matters of one party stand together, and whether every recording belongs to a case."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.evidence.household.models import Household, Proposal
from fadu.evidence.household.selectors.households import OF_HOUSEHOLD
from fadu.evidence.models import Original, Use

LEAST = Fraction(99, 100)
SHOWN = 300
GRACE = timedelta(hours=24)
"""A recording is to be with its case within 24 hours of its end."""


def together(organ: Organ, on: date) -> Reading:
    """Of the matters of parties that were acted upon more than once, how many stand with one household, told by code or found by a person.

    What counts against it: a party that is not in the index, and one of whom somebody has yet to say whether it is another.
    """
    cases = Case.objects.filter(organ__path__startswith=organ.path, opened_on__lte=on)
    doubtful = set(Proposal.objects.filter(decided=False).values_list("one__root_id", flat=True)) | set(
        Proposal.objects.filter(decided=False).values_list("other__root_id", flat=True)
    )
    loose = cases.filter(party__membership__isnull=True).count()
    counted = dict(cases.exclude(**{f"{OF_HOUSEHOLD}__isnull": True}).order_by().values_list(OF_HOUSEHOLD).annotate(of=Count("pk")))
    several = {root: of for root, of in counted.items() if of > 1 or root in doubtful}
    open_ = {root: of for root, of in several.items() if root in doubtful}
    names = dict(Household.objects.filter(pk__in=list(open_)[:SHOWN]).values_list("pk", "shown_as"))
    behind = [Behind(name, reverse("household:file", args=[root]), f"{open_[root]} 件事项：与另一户同名同址，等待认定") for root, name in names.items()]
    if loose:
        behind.insert(0, Behind(f"{loose} 件事项", "", "当事人还没有归集，运行 fadu work 或者 fadu household rebuild"))
    of = sum(several.values()) + loose
    return ratio(of - sum(open_.values()) - loose, of, least=LEAST, why="同一主体有多件事项的，归在一户之下的事项", behind=tuple(behind))


def orphans(organ: Organ, on: date) -> Reading:
    """Recordings that no case has, a day after they were handed in (孤儿音像)."""
    end = timezone.make_aware(datetime.combine(on + timedelta(days=1), time())) - GRACE
    found = Original.objects.filter(Q(organ__path__startswith=organ.path), use=Use.RECORDING, case__isnull=True, kept_at__lt=min(end, timezone.now() - GRACE))
    count = found.count()
    rows = found.select_related("organ").order_by("organ_id", "id")[:SHOWN]
    behind = tuple(Behind(f"{row.organ.name} {timezone.localtime(row.kept_at):%Y-%m-%d %H:%M}", "", "存入 24 小时仍不属于任何案件") for row in rows)
    return Reading(Fraction(count), count == 0, None, "存入满 24 小时而没有归入案件的音像记录", behind)


FIGURES = (
    Figure("household.together", "同一主体归集率", "%", "≥99%", (("001", "三(十二)"),), together),
    Figure("household.orphans", "孤儿音像", "件", "=0", (("001", "三(十二)"),), orphans),
)
"""Figures of households."""
