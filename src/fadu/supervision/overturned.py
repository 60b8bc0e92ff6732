"""Decisions that did not stand: changed, quashed, found unlawful or void, by reconsideration, in court or by the organ itself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from fadu.agencies.models import Organ
from fadu.cases.models import Case, Facts
from fadu.cases.models.facts import TABLES
from fadu.cases.uses import OVERTURNED
from fadu.law.calendar import civil, number


@dataclass(frozen=True, slots=True)
class Fallen:
    """A case whose decision fell, and the first day on which it is known to have."""

    case: Case
    on: date

    @property
    def label(self) -> str:
        """The case as it is called in registers: its number, else its title."""
        return self.case.number or self.case.title


def fallen(organs: Collection[Organ], since: date, until: date) -> list[Fallen]:
    """The cases of these organs that fell between two days, both included, in order of time."""
    days: dict[object, int] = {}

    def note(key: object, day: int | None) -> None:
        if key is not None and day is not None:
            days[key] = min(day, days.get(key, day))

    own = Facts.objects.filter(case__organ__in=organs, f_overturned_on__lte=number(until))
    for key, day in own.values_list("case_id", "f_overturned_on"):
        note(key, day)
    reviews = TABLES["review"].objects.filter(case__origin__organ__in=organs, f_review_outcome__in=OVERTURNED, f_review_decided_on__lte=number(until))
    for key, day in reviews.values_list("case__origin_id", "f_review_decided_on"):
        note(key, day)
    suits = TABLES["suit"].objects.filter(case__origin__organ__in=organs, f_suit_result__in=OVERTURNED, f_suit_judged_on__lte=number(until))
    for key, day in suits.values_list("case__origin_id", "f_suit_judged_on"):
        note(key, day)
    kept = {key: civil(day) for key, day in days.items() if day >= number(since)}
    cases = Case.objects.filter(pk__in=list(kept)).select_related("organ")
    return sorted((Fallen(case, kept[case.pk]) for case in cases), key=lambda one: (one.on, str(one.case.pk)))
