"""Figures of households: whether the matters of one party stand together."""

from datetime import date
from fractions import Fraction

from django.db.models import Count
from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.evidence.household.models import Household, Proposal
from fadu.evidence.household.selectors.households import OF_HOUSEHOLD

LEAST = Fraction(99, 100)
SHOWN = 300


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


FIGURES = (Figure("household.together", "同一主体归集率", "%", "≥99%", (("001", "三(十二)"),), together),)
"""Figures of households."""
