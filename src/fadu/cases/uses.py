"""What the cases tell the catalogue: when an item was last used, and what an organ did with what was granted to it."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, Q

from fadu.cases.models import Case, Facts
from fadu.cases.models.facts import TABLES
from fadu.catalog.answers import Handled, Use
from fadu.law.calendar import number
from fadu.law.procedure import Kind

OVERTURNED = ("changed", "quashed", "unlawful", "void")
"""Outcomes of a reconsideration that do not let the act stand (行政复议法第六十三条至第六十七条)."""


def uses(since: date, until: date) -> Mapping[str, Use]:
    """How the items were used up to a day: a case that was opened under an item is a use of it."""
    rows = (
        Case.objects.filter(opened_on__lte=until)
        .exclude(item="")
        .values("item")
        .annotate(last=Max("opened_on"), times=Count("pk", filter=Q(opened_on__gte=since)))
        .order_by()
    )
    return {row["item"]: Use(row["last"], row["times"]) for row in rows}


def work(organ_id: int, since: date, until: date) -> Mapping[str, Handled]:
    """What an organ handled between two days, by item; a decision is overturned where its review or its own record says so."""
    reviews = TABLES["review"].objects.filter(case__origin=OuterRef("pk"), f_review_outcome__in=OVERTURNED)
    rows = (
        Case.objects.filter(organ_id=organ_id, opened_on__gte=since, opened_on__lte=until)
        .exclude(item="")
        .annotate(reviewed=Exists(reviews))
        .values("item")
        .annotate(
            cases=Count("pk"),
            decided=Count("pk", filter=Q(facts__f_decided_on__isnull=False)),
            overturned=Count("pk", filter=Q(facts__f_overturned_on__isnull=False) | Q(reviewed=True)),
        )
        .order_by()
    )
    return {row["item"]: Handled(row["cases"], row["decided"], row["overturned"]) for row in rows}


def spared(organ_id: int, since: date, until: date) -> tuple[int, int]:
    """Cases decided between two days whose facts call for a lighter hand (行政处罚法第三十二条、第三十三条), and those in which it was given or answered."""
    corrected = Q(f_corrected_on__isnull=False)
    trifle = corrected & Q(f_minor=True, f_harm="none")
    first = corrected & Q(f_first_offence=True, f_harm__in=("none", "slight"))
    called_for = Facts.objects.filter(trifle | first | Q(f_grounds__gt=0), case__organ_id=organ_id)
    decided = called_for.filter(f_decided_on__gte=number(since), f_decided_on__lte=number(until))
    answered = decided.filter(Q(f_outcome="none_statutory") | Q(f_lessened=True) | Q(f_lighter=True) | Q(f_grounds_answered=True))
    return decided.count(), answered.count()


def checks(organ_id: int, since: date, until: date) -> Mapping[str, int]:
    """By item, how often the party that an organ inspected most was inspected; a party without a code is told by how it is shown."""
    rows = (
        Case.objects.filter(organ_id=organ_id, kind=Kind.INSPECTION.name.lower(), opened_on__gte=since, opened_on__lte=until)
        .values("item", "party__code_index", "party__shown_as")
        .annotate(times=Count("pk"))
        .order_by()
    )
    found: dict[str, int] = {}
    for row in rows:
        found[row["item"]] = max(found.get(row["item"], 0), row["times"])
    return found
